"""The calendar page: what is on now, what comes, what is over."""

from datetime import date

from loa import structured
from loa.ask import paths
from loa.ask.events import Occurrence, around, day_before, held_together, seasons
from loa.ask.meta import Meta
from loa.ask.months import grid, month_of, month_range
from loa.ask.showing import Showing
from loa.drawn import ics
from loa.pages.front_matter import breadcrumbs, page

SHOWN_MONTHS = 3  # a page built long ago still shows the month of the reader's day


def listed(occurrence: Occurrence, showing: Showing) -> Meta:
    """Return an occurrence with the file that puts it into a telephone."""
    file = paths.event_file(occurrence.name) if ics.can_write() else ""
    return {**held_together(occurrence.meta(), showing), "ics": file}


def calendar_page(showing: Showing) -> str:
    """Return the calendar page: now, upcoming (a year ahead), past (a year back)."""
    today = showing.today
    found = around(showing)
    title = "Lịch"
    months = [month_of(today, offset) for offset in range(SHOWN_MONTHS)]
    meta = {
        "title": title,
        "template": "calendar.html",
        "kind": "calendar",
        "description": "Đối thoại, rà soát, chiến dịch và hạn cuối bà con cần nhớ.",
        "summary": "Đối thoại, rà soát, chiến dịch và hạn cuối bà con cần nhớ.",
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
        "steps": month_steps(months[0], showing),
        "months": [grid(month, found, seasons(showing)) for month in months],
        "calendar_file": paths.CALENDAR_FILE if ics.can_write() else "",
        "now": [listed(one, showing) for one in found if one.first <= today <= one.last],
        # On its first day an event goes from the second list to the first, in the browser too.
        "starting": [
            {**listed(one, showing), "from": one.first.isoformat()}
            for one in found
            if one.first > today
        ],
        "upcoming": [
            {**listed(one, showing), "until": day_before(one.first)}
            for one in found
            if one.first > today
        ],
        # Without a last day: the browser hides what is over, and here nothing else stands.
        "past": [
            {**held_together(one.meta(), showing), "until": ""}
            for one in reversed(found)
            if one.last < today
        ],
    }
    meta["structured_data"] = structured.page_data(
        showing,
        breadcrumbs(showing.edition, (title, "")),
        *(
            structured.event(one.title, one.first, one.last, one.place or one.area, showing)
            for one in found
            if (one.place or one.area) and one.last >= today
        ),
    )
    return page(meta)


def month_steps(month: tuple[int, int], showing: Showing) -> list[Meta]:
    """Return the links to the months before and after, where they have a page."""
    first = date(*month, 1)
    steps = []
    for offset, rel in ((-1, "prev"), (1, "next")):
        other = month_of(first, offset)
        if other in month_range(showing.today):
            url = showing.edition.url(paths.month(*other))
            steps.append({"title": f"Th. {other[1]}", "rel": rel, "url": url})
    return steps
