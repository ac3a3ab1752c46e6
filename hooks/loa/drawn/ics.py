"""Events as iCalendar (RFC 5545), for the calendar of a telephone; written by icalendar.

Whole days stay whole days: they have no time zone, and their end is the day after the last one.
The same content gives the same bytes, and an event keeps its name for ever, so that a calendar
which is fetched again changes what it has instead of showing everything twice.
"""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from loa.clock import VIETNAM

ZONE = "Asia/Ho_Chi_Minh"
_EPOCH = date(2020, 1, 1)


@dataclass(frozen=True)
class Entry:
    """One event; ``starts`` is None where it lasts whole days. ``changed``: its last change."""

    uid: str
    title: str
    first: date
    last: date
    changed: date
    starts: time | None = None
    ends: time | None = None
    text: str = ""
    place: str = ""
    url: str = ""
    moved: bool = False


def can_write() -> bool:
    """Say whether the library that writes calendars can be loaded on this machine."""
    return _icalendar() is not None


def calendar(entries: Sequence[Entry], name: str) -> bytes:
    """Return a calendar file; :func:`can_write` must hold."""
    library = _icalendar()
    found = library.Calendar()
    found.add("version", "2.0")
    found.add("prodid", f"-//{name}//Loa//VI")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    found.add("x-wr-timezone", ZONE)
    found.add_component(_zone(library))
    for entry in entries:
        found.add_component(_event(library, entry))
    data: bytes = found.to_ical()
    return data


def _icalendar() -> Any:
    try:
        return importlib.import_module("icalendar")
    except ImportError:
        return None


def _zone(library: Any) -> Any:
    """Return Viet Nam's time, which has not changed since 1975: no table of zones is needed."""
    standard = library.TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001  # local time by definition
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone = library.Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone


def _event(library: Any, entry: Entry) -> Any:
    event = library.Event()
    event.add("uid", entry.uid)
    # A day an officer wrote, not the moment of the build: builds can be repeated.
    stamp = datetime.combine(entry.changed, time(), UTC)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, (entry.changed - _EPOCH).days) if entry.moved else 0)
    event.add("summary", entry.title)
    if entry.starts is None:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a campaign month keeps nobody busy
    else:
        _add_moment(library, event, "dtstart", entry.first, entry.starts)
        if entry.ends is not None:
            _add_moment(library, event, "dtend", entry.last, entry.ends)
    for key, value in (("description", entry.text), ("location", entry.place), ("url", entry.url)):
        if value:
            event.add(key, value)
    return event


def _add_moment(library: Any, event: Any, key: str, day: date, clock: time) -> None:
    moment = library.vDatetime(datetime.combine(day, clock, VIETNAM))
    # The offset alone would be written as "UTC+07:00", which names no zone of the file.
    event[key] = library.vDDDTypes(moment.dt.replace(tzinfo=None))
    event[key].params["TZID"] = ZONE
