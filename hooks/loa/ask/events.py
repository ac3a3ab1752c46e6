"""Events and campaigns on their days: what is on now, what comes, what is over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from loa.ask import paths, views
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model.plan import Event
from loa.text.vietnamese import day_text, time_text, weekday


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
            found.append({**one.meta(), "until": day_before(one.first)})
            running = {**_as_coming(one, one.last), "from": one.first.isoformat(), "id": ""}
            found.append(running)
        else:
            found.append(_as_coming(one, showing.today))
    shown = [one for one in found if not one.get("from")][most:]
    return [{**held_together(one, showing), "spare": one in shown} for one in found]


def held_together(meta: Meta, showing: Showing) -> Meta:
    """Return an event whose title breaks no line between words that belong together."""
    return {**meta, "title": showing.together(meta["title"])}


def day_before(day: date) -> str:
    """Return the last ISO day on which something that begins on ``day`` is still to come."""
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
