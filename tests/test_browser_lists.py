"""Narrowing a list: with links alone, and in place where the script runs."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
SHOWN = ".list [data-marks]:visible"


def choose(page: Page, name: str) -> int:
    """Choose a filter on a wide screen; return how many posts it promises."""
    link = page.locator(".filters-wide a").filter(has=page.get_by_text(name, exact=True))
    promised = int(link.locator(".count").inner_text().split()[0])
    link.click()
    return promised


def test_two_filters_narrow_a_list_together(page: Page) -> None:
    """A poor family that needs a loan sees exactly the loans for poor families, at once."""
    page.set_viewport_size(WIDE)
    page.goto("chinh-sach/")
    everything = page.locator(SHOWN).count()
    loans = choose(page, "Vay vốn")
    expect(page.locator(SHOWN)).to_have_count(loans)
    expect(page).to_have_url(re.compile("chinh-sach/#loc=chu-de:vay-von$"))
    for_poor = choose(page, "Hộ nghèo")

    assert 0 < for_poor < loans < everything
    expect(page.locator(SHOWN)).to_have_count(for_poor)
    expect(page.locator(".found strong")).to_have_text(f"{for_poor} bài")
    groups = page.locator(".group:visible")
    assert groups.count() == groups.filter(has=page.locator("[data-marks]:visible")).count()
    counts = page.locator(".filters-wide .count:visible").all_inner_texts()
    assert "0" not in [count.split()[0] for count in counts]


def test_a_chosen_filter_comes_off_with_one_tap(page: Page) -> None:
    """Who chose wrong is back in one tap, or with the phone's own way back."""
    page.set_viewport_size(WIDE)
    page.goto("chinh-sach/")
    everything = page.locator(SHOWN).count()
    choose(page, "Con đi học")
    page.get_by_role("link", name="Con đi học (bỏ lọc)").click()
    expect(page.locator(SHOWN)).to_have_count(everything)
    expect(page.locator(".found .chip")).to_have_count(0)

    page.go_back()
    expect(page.locator(".found .chip")).to_have_count(1)


def test_a_narrowed_list_can_be_sent_to_a_neighbour(page: Page) -> None:
    """The address holds the choice, so that the neighbour sees the same list."""
    page.goto("chinh-sach/#loc=doi-tuong:nguoi-cao-tuoi")
    narrowed = page.locator(SHOWN).count()
    page.goto("chinh-sach/doi-tuong/nguoi-cao-tuoi/")

    expect(page.locator(".list .row")).to_have_count(narrowed)


@pytest.mark.parametrize("end", ["#loc=khong:co,%22", "#loc=%E0%A4", "#loc=", "#khac"])
def test_an_address_that_means_nothing_shows_everything(page: Page, end: str) -> None:
    """A link that was cut off or changed on its way does no harm."""
    page.goto("chinh-sach/")
    everything = page.locator(SHOWN).count()
    page.goto(f"chinh-sach/?x{end}")

    expect(page.locator(SHOWN)).to_have_count(everything)


def test_the_phone_folds_the_filters_away_again(page: Page) -> None:
    """On a small screen the list is in view after choosing, and the fold says what is chosen."""
    page.set_viewport_size(PHONE)
    page.goto("chinh-sach/")
    summary = page.locator(".filters-narrow summary")
    summary.click()
    page.locator(".filters-narrow").get_by_text("Nhà ở", exact=True).click()

    expect(summary).to_have_text("Lọc: Nhà ở")
    expect(page.locator(".filter-box")).to_be_hidden()
    expect(page.locator(".found")).to_be_in_viewport()


def test_without_a_script_a_filter_is_a_page(new_page: Callable[..., Page]) -> None:
    """An old phone gets the same list, and the chip leads back."""
    page = new_page(java_script_enabled=False, viewport=WIDE)
    page.goto("guong-dien-hinh/")
    everything = page.locator(".list .card").count()
    promised = choose(page, "Cây, con giống")
    expect(page.locator(".list .card")).to_have_count(promised)
    assert promised < everything

    page.get_by_role("link", name="Cây, con giống (bỏ lọc)").click()
    expect(page.locator(".list .card")).to_have_count(everything)


def test_a_wide_table_says_how_to_see_all_of_it(page: Page) -> None:
    """On a phone nobody misses the last column: the table says so, and the page stays still."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.add_init_script("localStorage.setItem('data-text', '2')")
    page.goto("tin-tuc/lai-suat-vay-uu-dai-giam/")
    table = page.locator(".table-box")
    expect(page.get_by_text("vuốt ngang")).to_be_visible()
    expect(table).to_have_attribute("tabindex", "0")
    table.focus()
    page.keyboard.press("ArrowRight")
    expect(table).not_to_have_js_property("scrollLeft", 0)
    first = table.locator("tbody tr").first.locator("td").first

    assert first.bounding_box()["x"] >= 0
    assert page.evaluate("scrollX") == 0
    page.set_viewport_size(WIDE)
    expect(page.get_by_text("vuốt ngang")).to_be_hidden()


def test_an_english_page_says_which_words_are_vietnamese(page: Page) -> None:
    """A screen reader reads the text in English and the menu around it in Vietnamese."""
    page.goto("en/")
    said = page.evaluate("part => document.querySelector(part).closest('[lang]').lang", "main h1")
    around = page.evaluate("part => document.querySelector(part).closest('[lang]').lang", "footer")

    assert (said, around) == ("en", "vi")


def test_the_side_of_a_long_policy_keeps_its_questions_in_view(page: Page) -> None:
    """On a wide screen a reader in the middle of a long page jumps to the next question."""
    page.set_viewport_size(WIDE)
    page.goto("chinh-sach/vay-von-ho-ngheo/")
    page.get_by_role("heading", name="Giấy tờ").scroll_into_view_if_needed()
    links = page.locator(".side-contents a")
    expect(links.first).to_be_in_viewport()
    links.filter(has_text="Căn cứ").click()
    expect(page.get_by_role("heading", name="Căn cứ")).to_be_in_viewport()
    expect(page.locator(".side-contents")).to_have_count(1)
    page.set_viewport_size(PHONE)
    expect(page.locator(".side-contents")).to_be_hidden()
