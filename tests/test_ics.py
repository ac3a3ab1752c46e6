"""The calendar in a telephone: the right days, one event once, letters in one piece."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, time, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.drawn import ics
from loa.pages.calendar import calendar_page
from loa.pages.calendar_months import calendar_files
from town import TODAY, Town

SITE = "https://dak-thu.example.org/"
LONG = "Đối thoại về chính sách giảm nghèo ở nhà văn hóa làng, có người dịch tiếng Jrai, Bahnar. "


def showing(town: Town, edition: Edition | None = None) -> Showing:
    """The town as it is seen today."""
    return Showing(town.content(), TODAY, edition or Edition(site_url=SITE))


def add_event(town: Town, id: str, **changes: Any) -> None:
    """Add an event to the town."""
    town.entry("events", id, **{"title": id.replace("-", " "), "kind": "khac"} | changes)


def made(found: Iterable[tuple[str, Callable[[], bytes]]]) -> dict[str, bytes]:
    """The files, by their path."""
    return {path: make() for path, make in found}


def files(town: Town) -> dict[str, bytes]:
    """The calendar files of the town by their path."""
    return made(calendar_files(showing(town)))


def events(data: bytes) -> Iterator[Any]:
    """The events of a file, as a telephone reads them."""
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def by_uid(data: bytes) -> dict[str, Any]:
    """The same by their names."""
    return {str(event["uid"]): event for event in events(data)}


def test_a_whole_day_ends_when_the_next_begins(town: Town) -> None:
    """A review from 1/9 to 14/12 shows on the 14th and no longer on the 15th."""
    add_event(town, "ra-soat", yearly="09-01", yearly_until="12-14", last_year=2026)
    event = by_uid(files(town)["lich.ics"])["ra-soat-2026@dak-thu.example.org"]

    assert event["dtstart"].dt == date(2026, 9, 1)
    assert event["dtend"].dt == date(2026, 12, 15)
    assert event["transp"] == "TRANSPARENT"


def test_an_hour_is_an_hour_in_viet_nam(town: Town) -> None:
    """A phone that is set to another country still rings at two in the afternoon here."""
    add_event(town, "doi-thoai", on="2026-11-27", starts_at="14:00", ends_at="16:30")
    data = files(town)["lich/doi-thoai-2026.ics"]
    (event,) = events(data)

    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20261127T140000\r\n" in data
    assert event["dtstart"].dt.utcoffset() == timedelta(hours=7)
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=2, minutes=30)
    (zone,) = icalendar.Calendar.from_ical(data).walk("VTIMEZONE")
    assert zone["tzid"] == "Asia/Ho_Chi_Minh"


def test_an_event_keeps_its_name_and_its_stamp(town: Town) -> None:
    """A calendar fetched again every day changes what it has instead of showing it twice."""
    add_event(town, "ra-soat", yearly="09-01", yearly_until="12-14")
    before = files(town)["lich.ics"]
    edition = Edition(True, False, SITE)
    later = made(calendar_files(Showing(town.content(), TODAY + timedelta(30), edition)))

    assert files(town)["lich.ics"] == before
    assert by_uid(later["lich.ics"])["ra-soat-2026@dak-thu.example.org"].to_ical() == (
        by_uid(before)["ra-soat-2026@dak-thu.example.org"].to_ical()
    )


def test_a_moved_event_replaces_the_old_one(town: Town) -> None:
    """A meeting put off is taken for the newer word about the same meeting."""
    add_event(town, "hop", on="2026-12-01")
    (first,) = events(files(town)["lich/hop-2026.ics"])
    add_event(town, "hop", on="2026-12-08", updated_on="2026-11-20")
    (second,) = events(files(town)["lich/hop-2026.ics"])
    add_event(town, "hop", on="2026-12-09", updated_on="2026-11-23")
    (third,) = events(files(town)["lich/hop-2026.ics"])

    assert first["uid"] == second["uid"] == third["uid"]
    assert first["sequence"] < second["sequence"] < third["sequence"]
    assert second["dtstamp"].dt < third["dtstamp"].dt


def test_lines_are_folded_between_letters(town: Town) -> None:
    """No phone shows half a letter: lines are cut by bytes, and never inside one letter."""
    add_event(town, "doi-thoai", on="2026-11-27", text=LONG * 3, place="Làng Ví dụ, xã Đak Thử")
    data = files(town)["lich/doi-thoai-2026.ics"]
    lines = data.split(b"\r\n")
    (event,) = events(data)

    assert max(map(len, lines)) <= 75
    assert "\ufffd" not in "".join(line.decode("utf-8", "replace") for line in lines)
    assert str(event["description"]) == (LONG * 3).strip()
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_contest_has_its_last_day_for_entries(town: Town) -> None:
    """Nobody misses a contest because only its day was told."""
    add_event(town, "hoi-thi", kind="hoi-thi", on="2026-12-20", entry_deadline="2026-12-05")
    found = by_uid(files(town)["lich.ics"])
    deadline = found["hoi-thi-han-gui-2026@dak-thu.example.org"]

    assert deadline["dtstart"].dt == date(2026, 12, 5)
    assert str(deadline["summary"]).startswith("Hạn gửi bài dự thi")
    assert "lich/hoi-thi-han-gui-2026.ics" in files(town)


def test_every_offered_file_is_there(town: Town) -> None:
    """A tap on "Thêm vào lịch" never leads nowhere."""
    add_event(town, "ra-soat", yearly="09-01", yearly_until="12-14")
    add_event(town, "hop", on="2026-12-01")
    page = calendar_page(showing(town))
    made = files(town)
    offered = [part.split('"')[0] for part in page.split('"ics": "')[1:]]

    assert offered
    assert [path for path in offered if path not in made] == []


def test_without_the_library_the_calendar_is_still_a_page(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a PC that refuses the library the list stands, and offers nothing that is not there."""
    monkeypatch.setattr(ics, "_icalendar", lambda: None)
    add_event(town, "hop", on="2026-12-01")
    page = calendar_page(showing(town))

    assert files(town) == {}
    assert '"title": "hop"' in page
    assert ".ics" not in page


def test_the_carry_away_edition_names_no_address_that_the_site_lacks(town: Town) -> None:
    """A link in a telephone's calendar leads to the site, not to a file of the USB stick."""
    town.post("policy", slug="vay-von")
    add_event(town, "hop", on="2026-12-01", policy="vay-von-ho-ngheo")
    stick = made(calendar_files(showing(town, Edition(directory_urls=False, site_url=SITE))))

    assert by_uid(files(town)["lich.ics"])["hop-2026@dak-thu.example.org"]["url"] == (
        f"{SITE}chinh-sach/vay-von/"
    )
    assert by_uid(stick["lich.ics"])["hop-2026@dak-thu.example.org"]["url"] == (
        f"{SITE}lich/#hop-2026"
    )


@given(
    title=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1),
    day=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    days=st.integers(0, 400),
    clock=st.none() | st.times(),
)
def test_whatever_is_written_can_be_read(
    title: str, day: date, days: int, clock: time | None
) -> None:
    """Any title, any days: a telephone reads back what the officer wrote."""
    clock = clock.replace(second=0, microsecond=0) if clock else None
    entry = ics.Entry("a@b", title, day, day + timedelta(days), date(2026, 1, 1), starts=clock)
    (event,) = events(ics.calendar([entry], "Lịch"))

    assert str(event["summary"]) == title
    if clock is None:
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days + 1)
    else:
        assert event["dtstart"].dt.time() == clock
