"""The calendar month by month, and as files for telephones."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from loa.ask import paths
from loa.ask.events import Occurrence, around, seasons
from loa.ask.months import Month, grid, month_range, month_title, touching
from loa.ask.showing import Showing
from loa.drawn import ics
from loa.pages.calendar import listed, month_steps
from loa.pages.front_matter import breadcrumbs, page


def month_pages(showing: Showing) -> Iterator[tuple[str, str]]:
    """Yield (path, Markdown) of the months around today."""
    for month in month_range(showing.today):
        yield paths.month(*month), _month_page(month, showing)


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


def calendar_files(showing: Showing) -> Iterator[tuple[str, bytes]]:
    """Yield (path, bytes) of the whole calendar, and of each event that is not over."""
    if not ics.can_write():
        return
    name = f"Lịch {showing.content.township.site_name}"
    found = around(showing)
    entries = [_entry(one, showing) for one in found]
    yield paths.CALENDAR_FILE, ics.calendar(entries, name)
    wanted = {
        one.name: entry for one, entry in zip(found, entries, strict=True) if _listed(one, showing)
    }
    for file, entry in wanted.items():
        yield paths.event_file(file), ics.calendar([entry], name)


def _listed(occurrence: Occurrence, showing: Showing) -> bool:
    """Say whether a page offers the file: events to come, and all of the months with a page."""
    return occurrence.last >= date(*month_range(showing.today)[0], 1)


def _entry(occurrence: Occurrence, showing: Showing) -> ics.Entry:
    edition = showing.edition
    host = urlsplit(edition.site_url).hostname or "loa"
    # In the carry-away edition addresses end otherwise than on the site.
    known = edition.directory_urls and edition.site_url and occurrence.url
    page_url = f"{edition.site_url}{occurrence.url}" if known else ""
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
        place=occurrence.place,
        url=page_url,
    )
