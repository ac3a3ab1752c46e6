"""The month as a grid: real weeks, marked days, a page for every step."""

import json
from datetime import date
from typing import Any

import pytest

from loa.ask.months import bounds, grid, month_of
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.pages.calendar import calendar_page
from loa.pages.calendar_months import month_pages
from town import TODAY, Town


def meta(text: str) -> Any:
    """The front matter of a page."""
    return json.loads(text.split("---")[1])


def showing(town: Town, today: date = TODAY) -> Showing:
    """The town as it is seen on one day."""
    return Showing(town.content(), today, Edition())


@pytest.mark.parametrize(
    ("day", "offset", "month"),
    [
        (date(2026, 11, 24), 0, (2026, 11)),
        (date(2026, 11, 24), 2, (2027, 1)),
        (date(2026, 1, 31), -1, (2025, 12)),
        (date(2026, 12, 31), 12, (2027, 12)),
    ],
)
def test_months_are_counted_across_new_year(day: date, offset: int, month: tuple[int, int]) -> None:
    """January follows December."""
    assert month_of(day, offset) == month


def test_a_month_shows_whole_weeks_from_monday() -> None:
    """It looks like the calendar on the wall: seven days a row, Monday first."""
    weeks = grid((2026, 11), [], [])["weeks"]

    assert [len(week) for week in weeks] == [7] * 6
    assert (weeks[0][0]["day"], weeks[0][0]["outside"]) == (26, True)
    assert weeks[0][6] == {"day": 1, "date": "2026-11-01"}
    assert bounds((2028, 2)) == (date(2028, 2, 1), date(2028, 2, 29))


def test_first_and_last_days_are_marked(town: Town) -> None:
    """A long review marks its first and its last day, and leaves the days between to the list."""
    town.entry(
        "events", "ra-soat", title="Rà soát", kind="ra-soat", on="2026-11-03", until="2026-12-14"
    )
    pages = {path: meta(make()) for path, make in month_pages(showing(town))}

    assert _marked(pages["lich/2026-11.md"]) == ["2026-11-03"]
    assert _marked(pages["lich/2026-12.md"]) == ["2026-12-14"]
    assert [item["title"] for item in pages["lich/2026-12.md"]["upcoming"]] == ["Rà soát"]
    assert pages["lich/2027-01.md"]["empty"]["text"] == "Tháng 1/2027 chưa có lịch."


def test_the_campaign_colours_its_days(town: Town) -> None:
    """People see at a glance how long the campaign month goes on."""
    town.entry("campaigns", "cao-diem", title="Tháng cao điểm", starts="10-17", ends="11-18")
    month = meta(calendar_page(showing(town)))["months"][0]
    days = [day["date"] for week in month["weeks"] for day in week if day.get("campaign")]

    assert (days[0], days[-1]) == ("2026-11-01", "2026-11-18")
    assert month["campaign"] == "Tháng cao điểm"


def test_every_step_has_its_page(town: Town) -> None:
    """Who leafs forward and back never comes to a missing page."""
    pages = {Edition().url(path): meta(make()) for path, make in month_pages(showing(town))}
    steps = [step["url"] for page in pages.values() for step in page["steps"]]
    steps += [step["url"] for step in meta(calendar_page(showing(town)))["steps"]]

    assert steps
    assert [url for url in steps if url not in pages] == []


def test_the_calendar_carries_the_next_months(town: Town) -> None:
    """A page built in November shows December's weeks in December."""
    months = meta(calendar_page(showing(town)))["months"]

    assert [(month["from"], month["until"]) for month in months] == [
        ("2026-11-01", "2026-11-30"),
        ("2026-12-01", "2026-12-31"),
        ("2027-01-01", "2027-01-31"),
    ]


def _marked(page: Any) -> list[str]:
    (month,) = page["months"]
    return [day["date"] for week in month["weeks"] for day in week if day.get("event")]
