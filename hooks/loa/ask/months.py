"""A month as a grid: a map of the list beside it, never the only place of an event."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from loa.ask.meta import Meta

Month = tuple[int, int]  # year and month


class Span(Protocol):
    """Something with a first and a last day."""

    @property
    def first(self) -> date: ...

    @property
    def last(self) -> date: ...


def month_of(day: date, offset: int = 0) -> Month:
    """Return the month of a day, or the one that many months later."""
    months = day.year * 12 + day.month - 1 + offset
    return months // 12, months % 12 + 1


def month_title(month: Month) -> str:
    """Return such as "tháng 11/2026"."""
    return f"tháng {month[1]}/{month[0]}"


def bounds(month: Month) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    first = date(*month, 1)
    return first, date(*month_of(first, 1), 1) - timedelta(days=1)


def touching(month: Month, spans: Sequence[Span]) -> list[Span]:
    """Return what happens in a month, or goes on in it."""
    first, last = bounds(month)
    return [span for span in spans if span.first <= last and span.last >= first]


def grid(month: Month, spans: Sequence[Span], seasons: Sequence[tuple[str, date, date]]) -> Meta:
    """Return the weeks of a month.

    Args:
        month: year and month.
        spans: what is marked, on its first and its last day.
        seasons: (name, first day, last day) of each campaign.
    """
    first, last = bounds(month)
    marked = {day for span in spans for day in (span.first, span.last)}
    running = [season for season in seasons if season[1] <= last and season[2] >= first]
    return {
        "title": month_title(month).capitalize(),
        "from": first.isoformat(),
        "until": last.isoformat(),
        "weeks": list(_weeks(month, marked, running)),
        "campaign": ", ".join(dict.fromkeys(name for name, _, _ in running)),
    }


def _weeks(
    month: Month, marked: set[date], seasons: Sequence[tuple[str, date, date]]
) -> Iterator[list[Meta]]:
    for week in calendar.Calendar().monthdatescalendar(*month):
        yield [_day(day, month, marked, seasons) for day in week]


def _day(
    day: date, month: Month, marked: set[date], seasons: Sequence[tuple[str, date, date]]
) -> Meta:
    if (day.year, day.month) != month:
        return {"day": day.day, "outside": True}
    found: Meta = {"day": day.day, "date": day.isoformat()}
    if day in marked:
        found["event"] = True
    if any(first <= day <= last for _, first, last in seasons):
        found["campaign"] = True
    return found


def month_range(today: date) -> list[tuple[int, int]]:
    """Return the months that have a page of their own: the last one, this one, half a year on."""
    return [month_of(today, offset) for offset in range(-1, 7)]
