"""A page used without a finger or a mouse, and the choices that a reader makes once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_pages import POSTS, address_of

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
# The ring around what has the keyboard; a link spread over its card wears it on the card.
RING = """() => {
  const part = document.activeElement;
  if (part === document.body) return null;
  const seen = [getComputedStyle(part), getComputedStyle(part, "::after")];
  const ring = Math.max(...seen.map((style) =>
    style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)));
  const box = part.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { ring, inside, name: part.outerHTML.slice(0, 120) };
}"""


def test_the_skip_link_leads_past_the_header(page: Page) -> None:
    """Somebody who moves by keyboard does not walk through the menu on every page."""
    page.goto("chinh-sach/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_menu_opens_and_closes_by_keyboard(page: Page) -> None:
    """Somebody with shaking hands works the menu with Enter, Tab and Escape."""
    page.set_viewport_size(PHONE)
    page.goto("./")
    button = page.locator(".menu > summary")
    first = page.locator(".menu-box a").first
    button.focus()
    page.keyboard.press("Enter")
    expect(first).to_be_in_viewport(ratio=1)
    page.keyboard.press("Tab")
    expect(first).to_be_focused()

    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(button).to_be_focused()


def test_a_tap_beside_the_menu_closes_it(page: Page) -> None:
    """A resident who opened the menu by mistake gets the page back with one tap."""
    page.set_viewport_size(PHONE)
    page.goto("./")
    page.locator(".menu > summary").click()
    expect(page.locator(".menu-box")).to_be_visible()

    page.locator(".brand").dispatch_event("click")
    expect(page.locator(".menu-box")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "story-list", *POSTS])
def test_what_has_the_keyboard_wears_a_ring(page: Page, site: Path, kind: str, width: int) -> None:
    """Somebody who moves by keyboard always sees where on the page they are."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address_of(kind, site))
    lost, stops = [], 0
    page.keyboard.press("Tab")
    while focused := page.evaluate(RING):
        stops += 1
        if focused["ring"] < 3 or not focused["inside"]:
            lost.append(focused["name"])
        page.keyboard.press("Tab")

    assert not lost, "\n".join(lost)
    assert stops > 10


@pytest.mark.parametrize("width", [360, 1280])
def test_theme_and_text_size_are_chosen_once(page: Page, width: int) -> None:
    """A resident with poor eyes makes the text large and dark once, for every page."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("./")
    if width < 1024:
        page.locator(".menu > summary").click()
    page.get_by_role("button", name="Nền tối").click()
    page.get_by_role("button", name="Cỡ chữ").click()
    expect(page.get_by_role("status")).to_have_text("Cỡ chữ: lớn")

    page.goto("hoi-dap/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("html")).to_have_attribute("data-text", "1")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "18px"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 21, 18)"


def test_a_choice_is_there_before_the_first_paint(page: Page) -> None:
    """A resident who reads at night is not dazzled by a white flash on every page."""
    page.goto("./")
    page.evaluate("localStorage.setItem('data-theme', 'dark')")
    page.route("**/*.js*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto("lich/", wait_until="domcontentloaded")

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_phone_that_keeps_nothing_still_changes_its_look(
    new_page: Callable[..., Page],
) -> None:
    """In a private window the choice holds for the page, and nothing breaks."""
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("./")
    page.get_by_role("button", name="Nền tối").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_sharing_copies_the_address_that_lasts(page: Page, site: Path) -> None:
    """A resident sends a neighbour the page's own address, not that of a preview."""
    page.add_init_script("delete Navigator.prototype.share")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address_of("policy", site))
    page.get_by_role("button", name="Chia sẻ").first.click()

    expect(page.get_by_role("status")).to_have_text("Đã chép đường dẫn")
    lasting = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == lasting
