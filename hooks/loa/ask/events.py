"""The calendar: what is on now, what comes, what is over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from loa import structured
from loa.ask import paths, views
from loa.ask.months import grid, month_of
from loa.ask.showing import Showing
from loa.drawn import ics
from loa.model.plan import Event
from loa.pages.front_matter import Meta, breadcrumbs, page
from loa.text.vietnamese import day_text, time_text, weekday

SHOWN_MONTHS = 3  # a page built long ago still shows the month of the reader's day


@dataclass(frozen=True)
class Occurrence:
    """An event or campaign on its days of one year; a deadline has only a last day."""

    id: str
    title: str
    first: date
    last: date
    text: str
    url: str
    place: str = ""  # where people go, if they go anywhere
    area: str = ""  # where it takes place all over, as a campaign does
    starts: time | None = None
    ends: time | None = None
    changed: date | None = None

    @property
    def name(self) -> str:
        """What this occurrence is called for ever: in anchors, files and calendars."""
        return f"{self.id}-{self.first.year}"

    def meta(self) -> Meta:
        """Return what the templates show."""
        one_day = self.first == self.last
        when = (
            f"{weekday(self.first)}, {day_text(self.first)}{self._hours()}"
            if one_day
            else f"Từ {day_text(self.first)} đến hết {day_text(self.last)}"
        )
        return {
            "id": self.name,
            "date": self.first.isoformat(),
            "until": self.last.isoformat(),
            "month": f"Th. {self.first.month}",
            "day": str(self.first.day),
            "weekday": weekday(self.first),
            "title": self.title,
            "text": " ".join(part for part in (self.text, self.place) if part),
            "when_text": when,
            "url": self.url,
        }

    def _hours(self) -> str:
        if self.starts is None:
            return ""
        until = f" đến {time_text(self.ends)}" if self.ends else ""
        return f", {time_text(self.starts)}{until}"


def occurrences(showing: Showing) -> list[Occurrence]:
    """Return what concerns residents of last, this and next year, in order of its first day."""
    years = range(showing.today.year - 1, showing.today.year + 2)
    found = [
        occurrence
        for event in showing.content.events.values()
        if _concerns_residents(event, showing)
        for occurrence in _of_event(event, years, showing)
    ]
    found += _of_campaigns(years, showing)
    return sorted(found, key=lambda occurrence: (occurrence.first, occurrence.id))


def upcoming(showing: Showing, count: int) -> list[Meta]:
    """Return what concerns residents now and next; what runs already shows its last day."""
    coming = [one for one in occurrences(showing) if one.last >= showing.today]
    return [_as_coming(occurrence, showing.today) for occurrence in coming[:count]]


def coming(showing: Showing, most: int, spare: int) -> list[Meta]:
    """Return the same for a page that may be read much later: each in its words of each day.

    The first ``most`` show; the others are spare, and show when those are over.
    """
    found: list[Meta] = []
    for one in [one for one in occurrences(showing) if one.last >= showing.today][: most + spare]:
        if one.first > showing.today and one.last > one.first:
            found.append({**one.meta(), "until": _before(one.first)})
            running = {**_as_coming(one, one.last), "from": one.first.isoformat(), "id": ""}
            found.append(running)
        else:
            found.append(_as_coming(one, showing.today))
    shown = [one for one in found if not one.get("from")][most:]
    return [{**_shown(one, showing), "spare": one in shown} for one in found]


def _shown(meta: Meta, showing: Showing) -> Meta:
    return {**meta, "title": showing.together(meta["title"])}


def _before(day: date) -> str:
    return (day - timedelta(days=1)).isoformat()


def _as_coming(occurrence: Occurrence, today: date) -> Meta:
    if occurrence.first >= today:
        return occurrence.meta()
    running = replace(occurrence, first=occurrence.last).meta()
    return {**running, "text": f"Đang diễn ra, đến hết {day_text(occurrence.last)}."}


def around(showing: Showing) -> list[Occurrence]:
    """Return what the calendar shows: a year back, a year ahead."""
    year = timedelta(days=365)
    return [
        occurrence
        for occurrence in occurrences(showing)
        if occurrence.last >= showing.today - year and occurrence.first <= showing.today + year
    ]


def seasons(showing: Showing) -> list[tuple[str, date, date]]:
    """Return (name, first day, last day) of every campaign around today."""
    years = range(showing.today.year - 1, showing.today.year + 2)
    return [(one.title, one.first, one.last) for one in _of_campaigns(years, showing)]


def listed(occurrence: Occurrence, showing: Showing) -> Meta:
    """Return an occurrence with the file that puts it into a telephone."""
    file = paths.event_file(occurrence.name) if ics.can_write() else ""
    return {**_shown(occurrence.meta(), showing), "ics": file}


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
            {**listed(one, showing), "until": _before(one.first)}
            for one in found
            if one.first > today
        ],
        # Without a last day: the browser hides what is over, and here nothing else stands.
        "past": [
            {**_shown(one.meta(), showing), "until": ""}
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


def month_range(today: date) -> list[tuple[int, int]]:
    """Return the months that have a page of their own: the last one, this one, half a year on."""
    return [month_of(today, offset) for offset in range(-1, 7)]


def _concerns_residents(event: Event, showing: Showing) -> bool:
    audiences = (showing.content.audiences[id] for id in event.audiences)
    return not event.audiences or any(audience.residents for audience in audiences)


def _of_event(event: Event, years: range, showing: Showing) -> Iterator[Occurrence]:
    explainer = showing.explainer(event.policy or "")
    url = showing.edition.url(paths.post(explainer)) if explainer else ""
    hours = (event.starts_at, event.ends_at) if event.on and not event.until else (None, None)
    if event.kind == "hoi-thi":
        url = f"{showing.edition.url(paths.CONTESTS)}#{event.id}"
    for first, last in _days(event, years):
        yield Occurrence(
            id=event.id,
            title=event.title,
            first=first,
            last=last,
            text=event.text or "",
            url=url,
            place=event.place or "",
            starts=_clock(hours[0]),
            ends=_clock(hours[1]),
            changed=event.updated_on,
        )
    if event.entry_deadline is not None:
        day = event.entry_deadline
        title = f"Hạn gửi bài dự thi: {event.title}"
        text = f"Ngày cuối nhận bài là {weekday(day)}, {day_text(day)}."
        yield Occurrence(
            f"{event.id}-han-gui", title, day, day, text, url, changed=event.updated_on
        )


def _clock(written: str | None) -> time | None:
    return time.fromisoformat(written) if written else None


def _days(event: Event, years: range) -> Iterator[tuple[date, date]]:
    if event.on is not None:
        yield event.on, event.until or event.on
    for year in years:
        if event.last_year is not None and year > event.last_year:
            return
        if event.yearly is not None:
            first = views.yearly(event.yearly, year)
            last = views.yearly(event.yearly_until, year) if event.yearly_until else first
            yield first, last if last >= first else views.yearly(event.yearly_until or "", year + 1)
        if event.yearly_before is not None:
            # "Trước ngày 20/5" leaves the 19th as the last day.
            last = views.yearly(event.yearly_before, year) - timedelta(days=1)
            yield last, last


def _of_campaigns(years: range, showing: Showing) -> Iterator[Occurrence]:
    for campaign in showing.content.campaigns.values():
        url = showing.edition.url(campaign.page) if campaign.page else ""
        for year in years:
            first, last = views.season(campaign, date(year, 1, 1))
            text = campaign.text or ""
            unit = showing.content.township.active.full_name
            yield Occurrence(campaign.id, campaign.title, first, last, text, url, area=unit)
