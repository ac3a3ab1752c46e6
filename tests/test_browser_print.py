"""A page on paper: what a village head reads aloud, or pins to the board."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_pages import POSTS, address_of
from system_tools import PDFTOTEXT

pytestmark = pytest.mark.browser

ONLY_ON_A_SCREEN = (".skip", ".site-head", ".actions", ".crumbs", ".foot-links", ".ask-band")


@pytest.mark.parametrize("kind", POSTS)
def test_paper_carries_the_text_and_not_the_buttons(page: Page, site: Path, kind: str) -> None:
    """Ink goes to what can be read on paper; the sheet says where it comes from."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address_of(kind, site))

    for part in ONLY_ON_A_SCREEN:
        expect(page.locator(f"{part}:visible")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".prose")).to_be_visible()
    expect(page.locator(".print-first")).to_be_visible()
    expect(page.locator(".print-last")).to_contain_text("https://")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_printed_policy_keeps_its_amounts_and_opens_its_folds(
    page: Page, site: Path, tmp_path: Path
) -> None:
    """A reader of the sheet sees how much, since when, and by which document."""
    page.goto(address_of("policy", site))
    amount = page.locator(".amount-number strong").first.inner_text()
    folded = page.locator("main details li").all_inner_texts()
    texts = page.locator("main details li > strong").all_text_contents()
    assert not any(folded)
    sheet = tmp_path / "chinh-sach.pdf"
    page.pdf(path=sheet, format="A4")
    text = _text(sheet)

    assert " ".join(amount.split()) in text
    assert texts
    assert [name for name in texts if name not in text] == []
    expect(page.locator("main details").first).not_to_have_attribute("open", "")


def test_old_browsers_open_the_folds_for_paper_too(page: Page, site: Path) -> None:
    """A phone that cannot print a closed fold opens it first, and closes it afterwards."""
    page.goto(address_of("policy", site))
    folds = page.locator("main details")
    opened = page.locator("main details[open]")
    before = opened.count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(opened).to_have_count(folds.count())

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(opened).to_have_count(before)


def test_a_story_fits_on_few_sheets(page: Page, site: Path, tmp_path: Path) -> None:
    """A village head can afford to print it."""
    page.goto(address_of("story", site))
    sheet = tmp_path / "guong.pdf"
    page.pdf(path=sheet, format="A4")

    assert _text(sheet).count("\f") <= 4


def _text(sheet: Path) -> str:
    said = subprocess.run([PDFTOTEXT.find(), sheet, "-"], capture_output=True, check=True)
    pages = said.stdout.decode("utf-8").split("\f")
    return "\f".join(" ".join(page.split()) for page in pages)
