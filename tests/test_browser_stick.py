"""The edition that opens from a USB stick, in a village without a network."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_sites import build_changed

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the edition without directory URLs."""
    project, site = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("stick")
    return build_changed(site, project, use_directory_urls="false")


@pytest.fixture
def offline(new_page: Callable[..., Page], stick: Path) -> Page:
    """A laptop in a village without a network."""
    return new_page(f"{stick.as_uri()}/", offline=True)


@pytest.mark.parametrize("address", ["index.html", "chinh-sach/index.html", "lich.html"])
def test_a_page_has_its_look(offline: Page, address: str) -> None:
    """A village head opens a page with a double click and sees it as it is on the web."""
    offline.goto(address)

    expect(offline.locator("h1")).to_be_visible()
    assert offline.evaluate("document.fonts.ready.then(() => document.fonts.size)") == 2
    assert offline.evaluate("document.fonts.check('700 1em \"Be Vietnam Pro\"')")
    loaded = "[...document.fonts].every((font) => font.status === 'loaded')"
    assert offline.evaluate(loaded)
    expect(offline.locator("body")).to_have_css("margin-top", "0px")


def test_links_lead_from_page_to_page(offline: Page) -> None:
    """A village head walks from the first page to a list, a post and back."""
    offline.set_viewport_size({"width": 1280, "height": 800})
    offline.goto("index.html")
    offline.locator(".site-nav").get_by_role("link", name="Chính sách").click()
    expect(offline.locator("h1")).to_have_text("Chính sách")
    offline.locator(".row-title a").first.click()
    expect(offline.locator("article.post h1")).to_be_visible()
    offline.locator(".brand").click()

    expect(offline.locator("body")).to_have_class("kind-home")


def test_pictures_and_choices_work(offline: Page) -> None:
    """The drawn covers show, and the text can be made larger."""
    offline.set_viewport_size({"width": 1280, "height": 800})
    offline.goto("guong-dien-hinh/index.html")
    expect(offline.locator(".card img").first).to_have_js_property("complete", True)
    expect(offline.locator(".card img").first).not_to_have_js_property("naturalWidth", 0)
    offline.get_by_role("button", name="Cỡ chữ").click()

    expect(offline.locator("html")).to_have_attribute("data-text", "1")


def test_a_search_is_answered(offline: Page) -> None:
    """Without a network, too, the search box gives pages to go on to."""
    offline.goto("index.html")
    offline.get_by_role("searchbox").fill("vay von")
    offline.keyboard.press("Enter")
    offline.wait_for_url("**/tim-kiem.html?q=*")
    offline.locator(".find h2 a").first.click()

    expect(offline.locator("article.post h1")).to_contain_text("vay vốn", ignore_case=True)
