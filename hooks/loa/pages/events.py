"""The calendar: what is on now, what comes, what is over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loa import paths, views
from loa.model.plan import Event
from loa.pages.front import Meta, breadcrumbs, page
from loa.showing import Showing
from loa.vietnamese import day_text, weekday


@dataclass(frozen=True)
class Occurrence:
    """An event or campaign on its days of one year; a deadline has only a last day."""

    id: str
    title: str
    first: date
    last: date
    text: str
    url: str

    def meta(self) -> Meta:
        """Return what the templates show."""
        one_day = self.first == self.last
        when = (
            f"{weekday(self.first)}, {day_text(self.first)}"
            if one_day
            else f"Từ {day_text(self.first)} đến hết {day_text(self.last)}"
        )
        return {
            "id": f"{self.id}-{self.first.year}",
            "date": self.first.isoformat(),
            "until": self.last.isoformat(),
            "month": f"Th. {self.first.month}",
            "day": str(self.first.day),
            "weekday": weekday(self.first),
            "title": self.title,
            "text": self.text,
            "when_text": when,
            "url": self.url,
        }


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


def _as_coming(occurrence: Occurrence, today: date) -> Meta:
    if occurrence.first >= today:
        return occurrence.meta()
    running = replace(occurrence, first=occurrence.last).meta()
    return {**running, "text": f"Đang diễn ra, đến hết {day_text(occurrence.last)}."}


def calendar_page(showing: Showing) -> str:
    """Return the calendar page: now, upcoming (a year ahead), past (a year back)."""
    today = showing.today
    year = timedelta(days=365)
    found = [
        occurrence
        for occurrence in occurrences(showing)
        if occurrence.last >= today - year and occurrence.first <= today + year
    ]
    title = "Lịch"
    meta = {
        "title": title,
        "template": "calendar.html",
        "kind": "calendar",
        "description": "Đối thoại, rà soát, chiến dịch và hạn cuối bà con cần nhớ.",
        "summary": "Đối thoại, rà soát, chiến dịch và hạn cuối bà con cần nhớ.",
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
        "now": [one.meta() for one in found if one.first <= today <= one.last],
        "upcoming": [one.meta() for one in found if one.first > today],
        # Without a last day: the browser hides what is over, and here nothing else stands.
        "past": [{**one.meta(), "until": ""} for one in reversed(found) if one.last < today],
    }
    return page(meta)


def _concerns_residents(event: Event, showing: Showing) -> bool:
    audiences = (showing.content.audiences[id] for id in event.audiences)
    return not event.audiences or any(audience.residents for audience in audiences)


def _of_event(event: Event, years: range, showing: Showing) -> Iterator[Occurrence]:
    text = " ".join(part for part in (event.text, event.place) if part)
    explainer = showing.explainers.get(event.policy or "")
    url = showing.edition.url(paths.post(explainer)) if explainer else ""
    if event.kind == "hoi-thi":
        url = f"{showing.edition.url(paths.CONTESTS)}#{event.id}"
    for first, last in _days(event, years):
        yield Occurrence(event.id, event.title, first, last, text, url)


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
            yield Occurrence(campaign.id, campaign.title, first, last, text, url)
