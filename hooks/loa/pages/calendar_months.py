"""The calendar month by month, and as files for telephones."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from loa.ask import paths
from loa.ask.events import Occurrence, around, seasons
from loa.ask.months import Month, grid, month_range, month_title, touching
from loa.ask.showing import Showing
from loa.drawn import ics
from loa.pages.calendar import listed, month_steps
from loa.pages.front_matter import breadcrumbs, page


def month_pages(showing: Showing) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of the pages of the months around today."""
    for month in month_range(showing.today):
        yield paths.month(*month), partial(_month_page, month, showing)


def _month_page(month: Month, showing: Showing) -> str:
    found = around(showing)
    shown = [one for one in touching(month, found) if isinstance(one, Occurrence)]
    title = f"Lịch {month_title(month)}"
    meta = {
        "title": title,
        "template": "calendar.html",
        "kind": "calendar-month",
        "section": {"id": "lich"},
        "description": f"{title}: việc bà con cần nhớ.",
        "noindex": True,  # the calendar itself says the same and more
        "breadcrumbs": breadcrumbs(showing.edition, ("Lịch", paths.CALENDAR), (title, "")),
        "steps": month_steps(month, showing),
        # Somebody who leafs through a month wants all of it, what is over too.
        "months": [{**grid(month, found, seasons(showing)), "from": "", "until": ""}],
        "upcoming": [{**listed(one, showing), "until": ""} for one in shown],
        "empty": {"text": f"{month_title(month).capitalize()} chưa có lịch."},
    }
    return page(meta)


def calendar_files(showing: Showing) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield path and maker of the whole calendar, and of each event that is not over."""
    if not ics.can_write():
        return
    yield paths.CALENDAR_FILE, partial(_whole_calendar, showing)
    for name in {one.name: one for one in around(showing) if _listed(one, showing)}:
        yield paths.event_file(name), partial(_event_file, name, showing)


def _whole_calendar(showing: Showing) -> bytes:
    return ics.calendar([_entry(one, showing) for one in around(showing)], _called(showing))


def _event_file(name: str, showing: Showing) -> bytes:
    found = [one for one in around(showing) if one.name == name][-1]
    return ics.calendar([_entry(found, showing)], _called(showing))


def _called(showing: Showing) -> str:
    return f"Lịch {showing.content.township.site_name}"


def _listed(occurrence: Occurrence, showing: Showing) -> bool:
    """Say whether a page offers the file: events to come, and all of the months with a page."""
    return occurrence.last >= date(*month_range(showing.today)[0], 1)


def _entry(occurrence: Occurrence, showing: Showing) -> ics.Entry:
    host = urlsplit(showing.edition.site_url).hostname or "loa"
    return ics.Entry(
        uid=f"{occurrence.name}@{host}",
        title=occurrence.title,
        first=occurrence.first,
        last=occurrence.last,
        changed=occurrence.changed or showing.content.township.information_as_of,
        moved=occurrence.changed is not None,
        starts=occurrence.starts,
        ends=occurrence.ends,
        text=occurrence.text,
        place=occurrence.place or occurrence.area,
        url=_address(occurrence, showing),
    )


def _address(occurrence: Occurrence, showing: Showing) -> str:
    """Return where an event stands on the web: on a page of its own, or else in the calendar.

    Nothing while the site does not know its own address.
    """
    edition = showing.edition
    if not edition.site_url:
        return ""
    # In the carry-away edition the addresses of pages end otherwise than on the site.
    if edition.directory_urls and occurrence.url:
        return f"{edition.site_url}{occurrence.url}"
    return f"{edition.absolute(paths.CALENDAR)}#{occurrence.name}"
