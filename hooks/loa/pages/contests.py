"""Contests: rules, last day for entries, results."""

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model.plan import Event
from loa.pages.front_matter import breadcrumbs, page
from loa.text.vietnamese import day_text

_KIND = "hoi-thi"


def contests_page(showing: Showing) -> str:
    """Return the page of all contests: those that take entries first, then the newest."""
    title = "Hội thi, cuộc thi"
    summary = "Thể lệ, hạn gửi bài và kết quả các hội thi về giảm nghèo ở địa phương."
    found = sorted(contests(showing), key=lambda event: _order(event, showing), reverse=True)
    meta: Meta = {
        "title": title,
        "template": "contests.html",
        "kind": "contests",
        "description": summary,
        "summary": summary,
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
        "contests": [_contest(event, showing) for event in found],
        "calendar_url": showing.edition.url(paths.CALENDAR),
    }
    return page(meta)


def contests(showing: Showing) -> list[Event]:
    """Return the contests in the calendar."""
    return [event for event in showing.content.events.values() if event.kind == _KIND]


def _order(event: Event, showing: Showing) -> tuple[bool, str]:
    opens = event.entry_deadline is not None and event.entry_deadline >= showing.today
    day = event.on or event.entry_deadline
    return opens, day.isoformat() if day else event.yearly or ""


def _contest(event: Event, showing: Showing) -> Meta:
    days = [day_text(day) for day in (event.on, event.until) if day]
    audiences = [showing.content.audiences[id].title for id in event.audiences]
    facts = [
        ("Ngày thi", " đến ".join(days)),
        ("Hạn gửi bài", day_text(event.entry_deadline) if event.entry_deadline else ""),
        ("Nơi thi", event.place or ""),
        ("Dành cho", ", ".join(audiences)),
    ]
    last = event.entry_deadline
    return {
        "id": event.id,
        "title": event.title,
        "text": event.text or "",
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        # The browser looks at its own day again: the site may have been built before the deadline.
        "open_until": last.isoformat() if last else "",
        "closed_from": _day_after(event),
        "rules": _lines(event.rules),
        "results": _lines(event.results),
        "source": event.source or "",
    }


def _day_after(event: Event) -> str:
    if event.entry_deadline is None:
        return ""
    return event.entry_deadline.fromordinal(event.entry_deadline.toordinal() + 1).isoformat()


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").split("\n") if line.strip()]
