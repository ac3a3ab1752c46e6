"""Pages read long after they were built: lists, numbers and states of the reader's day."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_runs import built, project
from web_server import served

pytestmark = pytest.mark.browser

BUILT = "2026-11-24"
# Far from Viet Nam, where it is still yesterday, or tomorrow already.
ZONES = ("America/Los_Angeles", "Pacific/Auckland")


@pytest.fixture(scope="module")
def town_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town in which much ends and begins after the day of the build."""
    town = project(tmp_path_factory.mktemp("town"))
    town.post("news", slug="het", title="Tin hết hạn", expires_on="2026-12-31")
    town.post("news", slug="con-dai", title="Tin còn dài")
    town.post("news", slug="khan", title="Tin khẩn", priority="khan-cap", expires_on="2026-11-30")
    rate = {"label": "Lãi suất", "unit": "một năm", "as_of": "2026-11-01", "headline": True}
    old = rate | {"id": "lai-cu", "rate": 6.6, "applies_to": "2026-12-31"}
    new = rate | {"id": "lai-moi", "rate": 5.5, "applies_from": "2027-01-01"}
    confirmed = {"validity_confirmed": True, "valid_to": "2028-06-30"}
    town.policy(facts=[old, new], **confirmed)
    town.entry("legal_documents", "07/2021/NĐ-CP", effective_to="2028-12-31")
    town.post("policy", slug="vay", body="{{ muc-huong }}\n\n{{ can-cu }}")
    town.entry("events", "doi-thoai", title="Đối thoại", kind="doi-thoai", on="2026-12-05")
    town.entry(
        *("events", "hoi-thi"), title="Hội thi", kind="hoi-thi", on="2027-01-10", until="2027-01-20"
    )
    town.entry("events", "tap-huan", title="Tập huấn", kind="tap-huan", on="2027-02-01")
    town.entry("events", "doi-thoai-2", title="Đối thoại hai", kind="doi-thoai", on="2027-03-01")
    season = {"starts": "10-17", "ends": "11-18"}
    town.entry("campaigns", "cao-diem", title="Tháng cao điểm", **season)
    return built(town)


@pytest.fixture(scope="module")
def address(town_site: Path) -> Iterator[str]:
    """Address of the town's site."""
    with served(town_site) as running:
        yield running


@pytest.fixture(params=ZONES)
def on(
    request: pytest.FixtureRequest, new_page: Callable[..., Page], address: str
) -> Callable[[str, str], Page]:
    """Opens a page at a moment in Viet Nam, on a phone that lives elsewhere."""
    page = new_page(address, timezone_id=request.param)

    def open_page(moment: str, path: str) -> Page:
        page.clock.set_fixed_time(f"{moment}:00+07:00")
        page.goto(path)
        return page

    return open_page


Opened = Callable[[str, str], Page]


def titles(page: Page, selector: str) -> list[str]:
    """What can be seen of a list."""
    return page.locator(selector).filter(visible=True).all_inner_texts()


def test_a_post_leaves_every_list_when_it_runs_out(on: Opened) -> None:
    """Nobody is called to what was over before the page was opened."""
    lists = {"tin-tuc/": ".card-title", "./": ".row-title"}
    for path, selector in lists.items():
        assert "Tin hết hạn" in titles(on("2026-12-31T23:30", path), selector), path
        assert "Tin hết hạn" not in titles(on("2027-01-01T00:30", path), selector), path
        assert "Tin còn dài" in titles(on("2027-01-01T00:30", path), selector), path
    beside = on("2027-01-01T00:30", "tin-tuc/con-dai/").locator(".side-links")
    expect(beside.filter(has_text="Tin hết hạn", visible=True)).to_have_count(0)


def test_an_expired_post_says_so_itself(on: Opened) -> None:
    """Who comes by an old link is told before reading."""
    notice = ".notice-danger"
    assert titles(on("2026-12-31T23:30", "tin-tuc/het/"), notice) == []
    assert "hết hạn" in titles(on("2027-01-01T00:30", "tin-tuc/het/"), notice)[0]


def test_an_urgent_post_makes_room_for_the_campaign(on: Opened) -> None:
    """The yellow bar holds one thing: what is urgent, else the campaign in its season."""
    assert "Tin khẩn" in titles(on("2026-11-30T23:30", "./"), ".bar")[0]
    assert titles(on("2026-12-01T00:30", "./"), "aside .bar") == []
    for year in ("2027", "2028"):
        (bar,) = titles(on(f"{year}-10-17T00:30", "./"), ".bar")
        assert "Tháng cao điểm" in bar
        assert titles(on(f"{year}-11-19T00:30", "./"), ".bar") == []


def test_a_rate_changes_on_its_day(on: Opened) -> None:
    """A resident reckons with the rate of the day, in the list and on the page."""
    for moment, rate in (("2026-12-31T23:30", "6,6"), ("2027-01-01T00:30", "5,5")):
        (beside,) = titles(on(moment, "chinh-sach/"), ".row-amount")
        assert rate in beside
        (big,) = titles(on(moment, "chinh-sach/vay/"), ".amount-number")
        assert rate in big
        (row,) = titles(on(moment, "chinh-sach/vay/"), ".prose tbody tr")
        assert rate in row


def test_a_policy_ages_in_lists_and_on_its_page(on: Opened) -> None:
    """Whether one may still apply is told in the same words everywhere, on every day."""
    for moment, badge in (
        ("2026-11-24T08:00", "Đang áp dụng"),
        ("2028-06-30T23:30", "Dùng đến hết 30/6/2028"),
        ("2028-07-01T00:30", "Chính sách giai đoạn trước"),
    ):
        assert titles(on(moment, "chinh-sach/"), ".row .tag") == [badge]
        (notice,) = titles(on(moment, "chinh-sach/vay/"), ".notice")
        assert badge in notice


def test_a_document_ends_on_its_last_day(on: Opened) -> None:
    """What a policy rests on is not called valid after its end."""
    for moment, state in (
        ("2028-12-31T23:30", "đang áp dụng"),
        ("2029-01-01T00:30", "đã hết hiệu lực"),
    ):
        page = on(moment, "chinh-sach/vay/")
        page.locator("details.legal summary").click()
        assert titles(page, "details.legal em") == [state]


def test_the_calendar_moves_on(on: Opened) -> None:
    """On its first day an event goes from what comes to what is on, and after its last away."""
    now, coming = ".now h3", ".group .events h3"
    for moment, running, ahead in (
        ("2026-12-04T23:30", [], "Đối thoại"),
        ("2026-12-05T00:30", ["Đối thoại"], "Hội thi"),
        ("2027-01-10T00:30", ["Hội thi"], "Tập huấn"),
        ("2027-01-20T23:30", ["Hội thi"], "Tập huấn"),
        ("2027-01-21T00:30", [], "Tập huấn"),
    ):
        page = on(moment, "lich/")
        assert titles(page, now) == running, moment
        assert titles(page, coming)[0] == ahead, moment
        expect(page.get_by_role("heading", name="Đang diễn ra")).to_have_count(len(running))


def test_an_old_calendar_says_that_it_has_nothing(on: Opened) -> None:
    """An empty list is explained, and says whom to ask."""
    page = on("2029-01-01T12:00", "lich/")

    assert titles(page, ".group .events h3") == []
    expect(page.locator(".empty")).to_be_visible()


def test_the_home_page_always_shows_what_comes_next(on: Opened) -> None:
    """Three things ahead, whichever day it is; what runs is told with its last day."""
    shown = ".coming .events h4"
    at_first = titles(on("2026-11-24T08:00", "./"), shown)
    later = titles(on("2027-01-10T00:30", "./"), shown)

    assert at_first == ["Đối thoại", "Hội thi", "Tập huấn"]
    assert later == ["Hội thi", "Tập huấn", "Đối thoại hai"]
    running = on("2027-01-10T00:30", "./").locator(".event").filter(visible=True).first
    expect(running).to_contain_text("Đang diễn ra, đến hết 20/01/2027")


def test_a_page_left_open_overnight_wakes_up_right(on: Opened) -> None:
    """A phone that slept in a pocket shows today's page when it is looked at again."""
    page = on("2026-12-31T23:30", "tin-tuc/")
    page.clock.set_fixed_time("2027-01-01T06:00:00+07:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")

    assert "Tin hết hạn" not in titles(page, ".card-title")
