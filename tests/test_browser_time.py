"""What is dated shows on its own days, counted in Vietnam, however old the build is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser_pages import address
from browser_sites import TODAY

pytestmark = pytest.mark.browser

# A phone bought abroad, or with a wrong setting, lives in another zone; Vietnam's day counts.
ZONES = ("Asia/Ho_Chi_Minh", "America/Los_Angeles")


@pytest.mark.parametrize("zone", ZONES)
def test_the_campaign_bar_keeps_to_its_days(new_page: Callable[..., Page], zone: str) -> None:
    """Residents are called to the month from its first to its last minute, from any old build."""
    shown = {}
    page = new_page(timezone_id=zone)
    moments = ("2027-10-16T23:30", "2027-10-17T00:30", "2027-11-18T23:30", "2027-11-19T00:30")
    for moment in moments:
        page.clock.set_fixed_time(f"{moment}:00+07:00")
        page.goto("./")
        shown[moment] = page.locator(".bar-campaign").filter(visible=True).count() == 1

    assert shown == dict(zip(moments, (False, True, True, False), strict=True))


@pytest.mark.parametrize("zone", ZONES)
def test_a_policy_says_that_it_ended_at_midnight_in_vietnam(
    new_page: Callable[..., Page], site: Path, zone: str
) -> None:
    """Nobody claims under a policy that ended, even on a page built long before."""
    ending = _page_of_the_last_day("2026-12-31", site)
    page = new_page(timezone_id=zone)
    page.clock.set_fixed_time("2026-12-31T23:30:00+07:00")
    page.goto(ending)
    expect(_notice(page, "Dùng đến hết")).to_be_visible()
    expect(_notice(page, "Chính sách giai đoạn trước")).to_be_hidden()

    page.clock.set_fixed_time("2027-01-01T00:30:00+07:00")
    page.goto(ending)
    expect(_notice(page, "Dùng đến hết")).to_be_hidden()
    expect(_notice(page, "Chính sách giai đoạn trước")).to_be_visible()


def test_the_calendar_drops_what_is_over(page: Page) -> None:
    """A resident does not set out for a meeting that was yesterday."""
    last_days = page.locator(".group .events > [data-until]")
    page.clock.set_fixed_time("2026-12-15T12:00:00+07:00")
    page.goto("lich/")
    expect(last_days.first).to_be_attached()
    shown = last_days.filter(visible=True).evaluate_all("all => all.map((e) => e.dataset.until)")

    assert shown
    assert min(shown) >= "2026-12-15"


def test_past_events_can_be_looked_up(page: Page) -> None:
    """A resident who missed a date finds it under "Đã qua", not an empty list."""
    page.clock.set_fixed_time(f"{TODAY}T12:00:00+07:00")
    page.goto("lich/")
    past = page.locator("details.fold")
    past.locator("summary").click()

    expect(past.locator(".event")).not_to_have_count(0)
    expect(past.locator(".event").first).to_be_visible()


@pytest.mark.parametrize("zone", ZONES)
def test_the_poverty_standard_changes_at_midnight_in_vietnam(
    new_page: Callable[..., Page], zone: str
) -> None:
    """A family reads the income lines of its own day, on a page built the year before."""
    page = new_page(timezone_id=zone)
    seen = {}
    for moment in ("2026-12-31T23:30", "2027-01-01T00:30"):
        page.clock.set_fixed_time(f"{moment}:00+07:00")
        page.goto("gioi-thieu/ngheo-da-chieu/")
        used = page.locator(".standard-used:visible")
        expect(used).to_have_count(1)
        seen[moment] = used.locator(".facts dd").first.inner_text().split()[0]
    expect(page.locator(".standard-coming:visible")).to_have_count(0)
    expect(page.locator(".standard-over:visible")).to_have_count(1)

    assert seen == {"2026-12-31T23:30": "1.500.000", "2027-01-01T00:30": "2.200.000"}


def _page_of_the_last_day(day: str, site: Path) -> str:
    policies = (site / "chinh-sach").glob("*/index.html")
    ending = (page for page in policies if f'data-until="{day}"' in page.read_text("utf-8"))
    return address(next(ending), site)


def _notice(page: Page, words: str) -> Locator:
    return page.locator(".notice").filter(has_text=words)
