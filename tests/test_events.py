"""The calendar and the clock: last days that are right, seasons that open on time."""

import json
import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from loa import clock
from loa.ask.events import occurrences, upcoming
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.pages.calendar import calendar_page
from loa.pages.site import site_settings
from town import TODAY, Town


def showing(town: Town, today: str = str(TODAY)) -> Showing:
    """The town as it is seen on one day."""
    return Showing(town.content(), date.fromisoformat(today), Edition())


def add_event(town: Town, id: str, **changes: Any) -> None:
    """Add an event to the town."""
    town.entry("events", id, **{"title": id.replace("-", " "), "kind": "khac"} | changes)


def days(town: Town, today: str = str(TODAY)) -> list[str]:
    """First and last day of everything around ``today``, in order."""
    return [f"{one.first} → {one.last}" for one in occurrences(showing(town, today))]


def test_before_the_20th_of_may_means_the_19th(town: Town) -> None:
    """Nobody comes a day late: "trước ngày 20/5" shows 19/5 as the last day."""
    add_event(town, "han", kind="han-cuoi", yearly_before="05-20")
    (found, *_) = upcoming(showing(town, "2026-05-19"), 3)

    assert days(town)[1] == "2026-05-19 → 2026-05-19"
    assert (found["date"], found["day"], found["month"]) == ("2026-05-19", "19", "Th. 5")
    assert found["when_text"] == "Thứ Ba, 19/5/2026"


@pytest.mark.parametrize(
    ("before", "last"),
    [("03-01", "2026-02-28"), ("01-01", "2025-12-31"), ("06-01", "2026-05-31")],
)
def test_the_day_before_the_first_is_the_last_of_the_month(
    town: Town, before: str, last: str
) -> None:
    """Ends of months and years are counted as on the wall calendar."""
    add_event(town, "han", yearly_before=before)

    assert f"{last} → {last}" in days(town)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"on": "2026-10-17"}, ["2026-10-17 → 2026-10-17"]),
        ({"on": "2026-10-17", "until": "2026-10-19"}, ["2026-10-17 → 2026-10-19"]),
        (
            {"yearly": "09-01", "yearly_until": "12-14"},
            [f"{year}-09-01 → {year}-12-14" for year in (2025, 2026, 2027)],
        ),
        (
            {"yearly": "12-15", "yearly_until": "01-31"},
            [f"{year}-12-15 → {year + 1}-01-31" for year in (2025, 2026, 2027)],
        ),
        ({"yearly": "02-29"}, [f"{year}-02-28 → {year}-02-28" for year in (2025, 2026, 2027)]),
        ({"yearly": "09-01", "last_year": 2025}, ["2025-09-01 → 2025-09-01"]),
    ],
)
def test_events_fall_on_their_days(
    town: Town, changes: dict[str, object], found: list[str]
) -> None:
    """Once, for some days, every year, across New Year, or for the last time."""
    add_event(town, "viec", **changes)

    assert days(town) == found


@pytest.mark.parametrize(
    ("today", "now", "coming", "past"),
    [
        ("2026-08-31", [], ["ra-soat-2026"], ["ra-soat-2025"]),
        ("2026-09-01", ["ra-soat-2026"], ["ra-soat-2027"], ["ra-soat-2025"]),
        ("2026-12-14", ["ra-soat-2026"], ["ra-soat-2027"], ["ra-soat-2025"]),
        ("2026-12-15", [], ["ra-soat-2027"], ["ra-soat-2026"]),
    ],
)
def test_the_calendar_knows_now_from_later(
    town: Town, today: str, now: list[str], coming: list[str], past: list[str]
) -> None:
    """The first and the last day belong to it; the days around do not."""
    add_event(town, "ra-soat", yearly="09-01", yearly_until="12-14")
    meta = json.loads(calendar_page(showing(town, today)).split("---")[1])
    shown = [[one["id"] for one in meta.get(part, [])] for part in ("now", "upcoming", "past")]

    assert shown == [now, coming, past]


def test_the_home_page_leaves_out_what_only_officers_need(town: Town) -> None:
    """Residents are not shown the deadlines of the town's own reports."""
    town.entry("audiences", "can-bo", title="Cán bộ")
    add_event(town, "bao-cao", yearly_before="12-20", audiences=["can-bo"])
    add_event(town, "hoi-thi", yearly="12-25", audiences=["ho-ngheo", "can-bo"])
    add_event(town, "moi-nguoi", yearly="12-26")

    assert [one["title"] for one in upcoming(showing(town), 2)] == ["hoi thi", "moi nguoi"]


def test_what_runs_already_shows_its_last_day(town: Town) -> None:
    """In the middle of a campaign people need its end, not its beginning."""
    add_event(town, "ra-soat", yearly="09-01", yearly_until="12-14")
    (found,) = upcoming(showing(town), 1)

    assert (found["date"], found["text"]) == (
        "2026-12-14",
        "Đang diễn ra, đến hết 14/12/2026.",
    )


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        ("2026-10-16", "2026-10-17", "2026-11-18"),
        ("2026-10-17", "2026-10-17", "2026-11-18"),
        ("2026-11-18", "2026-10-17", "2026-11-18"),
        ("2026-11-19", "2027-10-17", "2027-11-18"),
    ],
)
def test_the_banner_carries_the_days_of_its_season(
    town: Town, today: str, first: str, last: str
) -> None:
    """The browser opens and closes the banner, so a page built earlier is right too."""
    town.entry("campaigns", "cao-diem", title="Tháng cao điểm", starts="10-17", ends="11-18")
    this, following = site_settings(showing(town, today))["campaigns"]

    assert (this["from"], this["until"]) == (first, last)
    assert this["until_text"] == "18/11"
    assert following["from"] == first.replace(first[:4], str(int(first[:4]) + 1))


@pytest.mark.parametrize(
    ("environment", "day"),
    [
        ({"SOURCE_DATE_EPOCH": "1795453199"}, "2026-11-23"),
        ({"SOURCE_DATE_EPOCH": "1795453200"}, "2026-11-24"),
        ({"SOURCE_DATE_EPOCH": "0"}, "1970-01-01"),
        ({"LOA_TODAY": "2026-10-17"}, "2026-10-17"),
        ({"LOA_TODAY": "2026-10-17", "SOURCE_DATE_EPOCH": "0"}, "2026-10-17"),
    ],
)
def test_today_can_be_fixed(environment: dict[str, str], day: str) -> None:
    """A build made again gives the same pages; midnight is midnight in Viet Nam."""
    assert clock.today(environment) == date.fromisoformat(day)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps one time zone a process")
@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_the_machine_s_time_zone_does_not_matter(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server abroad turns the page over at midnight in the town."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    moment = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return moment.astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Clock)

    assert clock.today({}) == date(2026, 11, 24)
    assert timezone(timedelta(hours=7)) == clock.VIETNAM
