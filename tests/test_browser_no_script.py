"""Every page works without JavaScript: old phones, saving modes, files that did not arrive."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_pages import address, address_of, public_pages

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(new_page: Callable[..., Page]) -> Page:
    """A phone that runs no script."""
    return new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})


def test_the_menu_works(plain: Page) -> None:
    """A resident reaches every section."""
    plain.goto("./")
    plain.locator(".menu > summary").click()
    plain.locator(".menu-box").get_by_role("link", name="Chính sách").click()

    expect(plain.get_by_role("heading", level=1)).to_have_text("Chính sách")


def test_lists_and_filters_work(plain: Page) -> None:
    """A resident finds posts by topic with nothing but links."""
    plain.goto("chinh-sach/")
    expect(plain.locator(".rows .row").first).to_be_visible()
    plain.locator(".filters-narrow summary").click()
    choice = plain.locator(".filters-narrow a:not([aria-current])").first
    wanted = choice.locator("span").first.inner_text()
    choice.click()

    expect(plain.locator("main")).to_contain_text(wanted)
    expect(plain.locator("main :is(.row, .card)").first).to_be_visible()


def test_a_search_leads_to_the_list_of_everything(plain: Page) -> None:
    """A resident who types a word gets to a page with every post, not to an error."""
    plain.goto("./")
    plain.get_by_role("searchbox").fill("vay vốn")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/tim-kiem/?q=*")

    expect(plain.locator("main .group a").first).to_be_visible()


def test_notices_of_the_day_show(plain: Page, site: Path) -> None:
    """A resident is told whether a policy applies, as of the day the site was built."""
    plain.goto(address_of("policy", site))

    expect(plain.locator(".notice:visible")).not_to_have_count(0)
    expect(plain.locator(".notice:visible").first).to_be_visible()


def test_what_needs_a_script_is_not_offered(plain: Page, site: Path) -> None:
    """A resident never presses a button that does nothing."""
    plain.goto(address_of("policy", site))
    plain.locator(".menu > summary").click()

    expect(plain.locator("button[data-do]:visible")).to_have_count(0)


def test_folded_parts_open(plain: Page, site: Path) -> None:
    """A resident can read what a policy rests on."""
    plain.goto(address_of("policy", site))
    fold = plain.locator("main details").first
    fold.locator("summary").click()

    expect(fold.locator(":scope > :not(summary)").first).to_be_visible()


def test_every_page_reads_and_leads_on(plain: Page, site: Path) -> None:
    """A resident reads every page of the site and gets from it to the sections, and home."""
    wrong = []
    for file in public_pages(site):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue
        plain.goto(address(file, site), wait_until="domcontentloaded")
        text = plain.locator("main").inner_text()
        places = plain.locator("header a[href], main a[href], footer a[href]").count()
        heading = plain.locator("h1").first.is_visible()
        if not heading or len(text) < 60 or places < 10:
            wrong.append(f"{address(file, site)}: heading {heading}, {len(text)}, {places} links")

    assert not wrong, "\n".join(wrong)
