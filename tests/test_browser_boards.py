"""Work, goods, documents, figures and the calendar in a real browser: on their days, on paper."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from browser_pages import FIXED
from system_tools import PDFTOTEXT

pytestmark = pytest.mark.browser

JOB = FIXED["job"]


def on(page: Page, moment: str, address: str) -> None:
    """Open a page at a moment in Viet Nam."""
    page.clock.set_fixed_time(f"{moment}:00+07:00")
    page.goto(address)


def sheets(page: Page, place: Path) -> list[str]:
    """The words of each sheet of A4 that a page prints to."""
    page.pdf(path=place, format="A4")
    said = subprocess.run([PDFTOTEXT.find(), place, "-"], capture_output=True, check=True)
    found = said.stdout.decode("utf-8").split("\f")
    return [" ".join(sheet.split()) for sheet in found if sheet.strip()]


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def test_a_notice_leaves_the_board_at_midnight(new_page: Callable[..., Page], zone: str) -> None:
    """Nobody walks to town for work that is gone, however old the site on the phone is."""
    page = new_page(timezone_id=zone)
    row = page.locator(".row").filter(has_text="Cần người hái cà phê")
    on(page, "2027-01-31T23:30", "viec-lam/")
    expect(row).to_be_visible()

    on(page, "2027-02-01T00:30", "viec-lam/")
    expect(row).to_be_hidden()
    expect(page.locator(".row").first).to_be_attached()
    expect(page.get_by_text("Hiện chưa có tin việc làm nào.")).to_be_hidden()


def test_a_board_that_ran_out_says_that_it_is_empty(page: Page) -> None:
    """A board of old notices is not taken for one that nobody filled."""
    on(page, "2028-01-01T12:00", "viec-lam/")

    expect(page.locator(".row:visible")).to_have_count(0)
    expect(page.get_by_text("Hiện chưa có tin việc làm nào.")).to_be_visible()


def test_a_notice_that_ended_says_so_instead(page: Page) -> None:
    """Who comes by an old link is told at once, and shown no number to call."""
    on(page, "2026-11-24T12:00", JOB)
    expect(page.locator(".notice-ask")).to_be_visible()
    expect(page.get_by_text("Tin này đã hết hạn.")).to_be_hidden()

    on(page, "2027-02-01T12:00", JOB)
    expect(page.locator(".notice-ask")).to_be_hidden()
    expect(page.get_by_text("Tin này đã hết hạn.")).to_be_visible()


@pytest.mark.parametrize("address", [JOB, FIXED["goods-notice"]])
def test_a_notice_fits_on_one_sheet(page: Page, tmp_path: Path, address: str) -> None:
    """A village head pins up one sheet that is read from three steps away."""
    on(page, "2026-11-24T12:00", address)
    title = page.locator("h1").inner_text()
    (sheet,) = sheets(page, tmp_path / "to.pdf")

    assert " ".join(title.split()) in sheet
    assert "Hỏi tại UBND" in sheet
    assert "Dán đến hết ngày" in sheet
    assert "https://khong-ten.example/" in sheet
    page.emulate_media(media="print")
    assert page.locator(".notice-code svg").bounding_box()["width"] > 100
    points = "parseFloat(getComputedStyle(document.querySelector('.notice-facts')).fontSize) * .75"
    assert page.evaluate(points) >= 16


def test_all_notices_print_one_to_a_sheet(page: Page, tmp_path: Path) -> None:
    """What has ended is not printed; the rest comes out of the printer ready to pin up."""
    on(page, "2026-11-24T12:00", "nong-san/in/")
    titles = page.locator(".sheet-title").all_inner_texts()
    found = sheets(page, tmp_path / "to.pdf")

    assert len(titles) == len(found) == 2
    assert all(title in sheet for title, sheet in zip(titles, found, strict=True))

    on(page, "2027-01-15T12:00", "nong-san/in/")
    assert len(sheets(page, tmp_path / "to.pdf")) == 1


def test_documents_narrow_down_as_one_types(page: Page) -> None:
    """A number or a few words without marks bring the one document out of many."""
    page.goto("van-ban/")
    box = page.get_by_label("Gõ số, tên hoặc cơ quan để lọc")
    shown = page.locator(".document:visible")
    all_of_them = shown.count()
    box.fill("07/2021 nd-cp")
    expect(shown.first).to_contain_text("07/2021/NĐ-CP")
    assert shown.count() < all_of_them
    expect(page.locator("[data-count]")).to_have_text(str(shown.count()))

    box.fill("quyet dinh lai suat")
    expect(shown.first).to_contain_text("Quyết định")
    box.fill("khong co van ban nay")
    expect(shown).to_have_count(0)
    expect(page.get_by_text("Không thấy văn bản nào.")).to_be_visible()

    box.fill("")
    expect(shown).to_have_count(all_of_them)


def test_documents_are_filtered_without_a_script(new_page: Callable[..., Page]) -> None:
    """With nothing but links a reader comes to what is in force."""
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto("van-ban/")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.locator(".filters-narrow summary").click()
    page.locator(".filters-narrow").get_by_role("link", name="Đã hết hiệu lực").click()

    expect(page.locator(".document").first).to_contain_text("Đã hết hiệu lực")
    expect(page.locator(".chip")).to_contain_text("Đã hết hiệu lực")


@pytest.mark.parametrize(
    ("moment", "title"),
    [("2026-11-24T12:00", "Tháng 11/2026"), ("2026-12-01T00:30", "Tháng 12/2026")],
)
def test_the_grid_shows_the_month_of_the_reader(page: Page, moment: str, title: str) -> None:
    """A calendar built in November shows December in December, and today in it."""
    on(page, moment, "lich/")

    expect(page.locator(".month:visible caption")).to_have_text([title])
    expect(page.locator(".month:visible td[aria-current=date]")).to_have_count(1)


def test_an_event_goes_into_the_telephone(page: Page, tmp_path: Path) -> None:
    """One tap, and the telephone reminds of it by itself."""
    on(page, "2026-11-24T12:00", "lich/")
    link = page.locator(".events .event-add a").first
    title = page.locator(".events .event h3").first.inner_text()
    with page.expect_download() as waiting:
        link.click()
    waiting.value.save_as(tmp_path / "viec.ics")
    (event,) = icalendar.Calendar.from_ical((tmp_path / "viec.ics").read_bytes()).walk("VEVENT")

    assert str(event["summary"]) == title.replace("\u00a0", " ")


def test_a_post_can_be_saved(page: Page, tmp_path: Path) -> None:
    """A resident keeps the page and reads it at home, where there is no network."""
    on(page, "2026-11-24T12:00", "chinh-sach/vay-von-ho-ngheo/")
    title = page.locator("h1").inner_text()
    amount = page.locator(".amount-number strong").first.inner_text()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Lưu").first.click()
    saved = waiting.value
    saved.save_as(tmp_path / saved.suggested_filename)
    text = (tmp_path / saved.suggested_filename).read_text(encoding="utf-8")

    assert saved.suggested_filename == "vay-von-ho-ngheo.html"
    assert " ".join(title.split()) in " ".join(text.replace("\u00a0", " ").split())
    assert amount in text
    assert "Lưu ngày 24/11/2026 từ https://khong-ten.example/chinh-sach/vay-von-ho-ngheo/" in text
    assert "<script" not in text
    assert "<details open" in text


def test_charts_keep_to_the_theme(page: Page) -> None:
    """By night a chart is as readable as the table beside it."""
    page.emulate_media(color_scheme="light")
    page.goto("so-lieu/")
    fill = "getComputedStyle(document.querySelector('.chart .bar rect')).fill"
    by_day = page.evaluate(fill)
    page.emulate_media(color_scheme="dark")

    assert page.evaluate(fill) != by_day
    expect(page.locator(".figures").first).to_be_visible()
    expect(page.get_by_role("img", name="Biểu đồ: Tỷ lệ hộ nghèo").first).to_be_visible()
