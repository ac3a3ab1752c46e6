"""Every kind of page on a cheap phone: by day, by night, in the largest text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser_pages import KINDS, address, address_of, guide_pages, public_pages
from browser_probes import COLOURS, STRICT, barriers, parted, sideways, small_targets

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
ZOOMED = {"width": 640, "height": 360}  # what is left of a laptop's screen at 200 %
THEMES = ("light", "dark")
# Width of the screen and the reader's text size; the narrowest with the largest is the hardest.
SCREENS = ((360, "0"), (768, "1"), (1024, "2"))
HARDEST = (320, "2")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_on_a_page_shuts_anybody_out(page: Page, site: Path, kind: str) -> None:
    """A resident with poor eyes or a screen reader can use every part, by day and by night."""
    page.set_viewport_size(PHONE)
    # Without motion, so that no colour is measured on its way from day to night.
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(address_of(kind, site))
    found = barriers(page, STRICT)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += [f"dark: {barrier}" for barrier in barriers(page, COLOURS)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_twice_as_large_shuts_nobody_out(
    new_page: Callable[..., Page], site: Path, kind: str
) -> None:
    """A village head who sets the laptop to 200 % meets the same page, by day and by night."""
    page = new_page(viewport=ZOOMED, device_scale_factor=2, reduced_motion="reduce")
    page.goto(address_of(kind, site))
    found = sideways(page)
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        found += [f"{theme}: {barrier}" for barrier in barriers(page, STRICT)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", THEMES)
def test_the_open_menu_shuts_nobody_out(page: Page, theme: str) -> None:
    """A resident with poor eyes can read the menu, and it fits the smallest phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=theme)
    page.goto("./")
    page.get_by_text("Mục lục", exact=True).click()

    assert not (found := barriers(page, STRICT) + sideways(page)), "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_target_is_as_big_as_a_fingertip(page: Page, site: Path, kind: str) -> None:
    """A resident with thick fingers or shaking hands hits what was meant."""
    page.set_viewport_size(PHONE)
    page.goto(address_of(kind, site))

    assert not (found := small_targets(page)), "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_every_screen(page: Page, site: Path, kind: str) -> None:
    """A resident reads down a page with one thumb, and no word or amount is torn in two."""
    page.goto(address_of(kind, site))
    found = [misfit for width, text in SCREENS for misfit in _misfits(page, width, text)]

    assert not found, "\n".join(found)


def test_every_page_fits_the_smallest_phone_in_the_largest_text(page: Page, site: Path) -> None:
    """A resident with poor eyes and a small phone reads every page without moving it sideways."""
    found = []
    for file in public_pages(site):
        page.goto(address(file, site), wait_until="domcontentloaded")
        found += [f"{address(file, site)}: {misfit}" for misfit in _misfits(page, *HARDEST)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", THEMES)
def test_the_officers_guide_shuts_nobody_out(page: Page, site: Path, theme: str) -> None:
    """An officer of sixty reads every page of it on a phone, in the largest text, at night too."""
    page.emulate_media(color_scheme=theme)
    fullest = max(guide_pages(site), key=lambda file: file.stat().st_size)
    page.set_viewport_size(PHONE)
    page.goto(address(fullest, site))
    found = barriers(page)
    for file in guide_pages(site):
        page.goto(address(file, site))
        _enlarge(page, *HARDEST)
        # Addresses and names of files may be torn there: they are longer than the screen.
        found += [f"{address(file, site)}: {part}" for part in sideways(page)]

    assert not found, "\n".join(found)


def test_the_guide_leads_from_page_to_page(page: Page) -> None:
    """Beside the text on a wide screen, folded above it on a phone: the way on is always there."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("huong-dan/chinh-sach/")
    beside = page.get_by_role("navigation", name="Hướng dẫn viết bài")
    assert beside.get_by_role("link").count() == 8
    assert beside.locator("[aria-current=page]").inner_text() == "Bài giải thích chính sách"
    page.get_by_role("link", name="Trang sau Tin hoạt động").click()
    assert page.locator("h1").inner_text() == "Tin hoạt động"

    page.set_viewport_size(PHONE)
    assert not beside.is_visible()
    page.get_by_text("Trong trang này").last.click()
    page.get_by_role("link", name="Mục tùy chọn").click()
    assert page.url.endswith("#muc-tuy-chon")


def _misfits(page: Page, width: int, text: str) -> list[str]:
    _enlarge(page, width, text)
    return [f"{width} px, text {text}: {part}" for part in sideways(page) + parted(page)]


def _enlarge(page: Page, width: int, text: str) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.evaluate(
        "size => { document.documentElement.dataset.text = size; return document.fonts.ready; }",
        text,
    )
