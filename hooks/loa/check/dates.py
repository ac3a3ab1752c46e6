"""Days that make sense beside each other and beside today."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from loa.check.values import leads_to, problem, records, shown, values
from loa.fields import declarations
from loa.model.boards import Goods, Notice
from loa.model.consent import Consent
from loa.model.content import Content
from loa.model.figures import Figure
from loa.model.places import Difficulty, Signer, Township, Unit
from loa.model.plan import Activity, Event, Plan
from loa.model.policies import Fact, LegalDocument, Policy
from loa.model.posts import Page, Post, Question
from loa.model.records import Approval, Record
from loa.problems import Level, Problem
from loa.text.vietnamese import day_text

# What may not stand before what: (earlier, later).
ORDER: Mapping[type, tuple[tuple[str, str], ...]] = {
    Post: (("date", "updated_on"), ("date", "expires_on"), ("publish_on", "expires_on")),
    Question: (("asked_on", "answered_on"),),
    Consent: (("given_on", "until"), ("given_on", "withdrawn_on")),
    Policy: (("valid_from", "valid_to"),),
    Fact: (("applies_from", "applies_to"),),
    LegalDocument: (("issued_on", "effective_to"), ("effective_from", "effective_to")),
    Event: (("on", "until"), ("entry_deadline", "until")),
    Plan: (("starts", "ends"),),
    Unit: (("since", "until"),),
    Signer: (("since", "until"),),
    Difficulty: (("since", "until"),),
    Notice: (("posted_on", "expires_on"),),
}

# What has already happened when it is written down.
HAPPENED: Mapping[type, tuple[str, ...]] = {
    Post: ("updated_on",),
    Page: ("updated_on",),
    Question: ("asked_on", "answered_on"),
    Consent: ("given_on",),
    Approval: ("on",),
    Policy: ("as_of",),
    Fact: ("as_of",),
    Township: ("information_as_of",),
    Activity: ("on",),
    Goods: ("price_as_of",),
    Figure: ("date",),
    Event: ("updated_on",),
}


def days_stand_in_order(content: Content, today: date) -> Iterator[Problem]:
    """What ends does not end before it began."""
    for record, prefix, part, pairs in _with_rules(content, ORDER):
        for earlier, later in pairs:
            first, last = getattr(part, earlier), getattr(part, later)
            if first is not None and last is not None and last < first:
                key = prefix + later
                message = (
                    f"«{shown(key)}: {day_text(last)}» ({_label(part, later)}) đứng trước "
                    f"«{earlier}: {day_text(first)}» ({_label(part, earlier)}); "
                    "hãy sửa một trong hai ngày"
                )
                yield problem(record, key, message)


def posts_to_come_are_told(content: Content, today: date) -> Iterator[Problem]:
    """A finished post that waits for its day is told: the day, or only its year, may be a slip."""
    for post in content.posts:
        if post.status == "published" and not post.is_due(today):
            key = "publish_on" if post.publish_on else "date"
            message = (
                f"bài hẹn đăng ngày {day_text(post.publish_on or post.date)}, trước ngày ấy không "
                f"hiện ở đâu; nếu không hẹn thì hãy sửa «{key}»"
            )
            yield problem(post, key, message, Level.REMINDER)


def nothing_happens_ahead_of_time(content: Content, today: date) -> Iterator[Problem]:
    """What is said to have happened has happened by today."""
    for record, prefix, part, names in _with_rules(content, HAPPENED):
        for name in names:
            day = getattr(part, name)
            if day is not None and day > today:
                key = prefix + name
                message = (
                    f"«{shown(key)}: {day_text(day)}» ({_label(part, name)}) còn ở phía trước, "
                    f"hôm nay là {day_text(today)}; hãy sửa ngày"
                )
                yield problem(record, key, message)


def launches_fall_in_their_year(content: Content, today: date) -> Iterator[Problem]:
    """A campaign is launched in the year that the launch stands for, before the campaign ends."""
    for campaign in content.campaigns.values():
        for position, launch in enumerate(campaign.launches):
            key = f"launches.{position}.on"
            if launch.on.year != launch.year:
                message = f"phải nằm trong năm {launch.year}; hãy sửa «on» hoặc «year»"
            elif f"{launch.on:%m-%d}" > campaign.ends >= campaign.starts:
                day, month = int(campaign.ends[3:]), int(campaign.ends[:2])
                message = f"đứng sau ngày cuối của chiến dịch ({day}/{month}); hãy sửa ngày"
            else:
                continue
            yield problem(campaign, key, f"«{shown(key)}: {day_text(launch.on)}» {message}")


def events_say_when_once(content: Content, today: date) -> Iterator[Problem]:
    """An event happens once, or yearly, or yearly before a day: exactly one of the three."""
    for event in content.events.values():
        said = [name for name in ("on", "yearly", "yearly_before") if getattr(event, name)]
        if len(said) != 1:
            found = f"đang có {', '.join(said)}" if said else "chưa có mục nào"
            message = f"«{event.id}»: hãy ghi đúng một trong on, yearly, yearly_before; {found}"
            yield problem(event, said[-1] if said else "id", message)
        elif event.yearly_until and not event.yearly:
            message = "«yearly_until» chỉ đi cùng «yearly»; việc một lần thì dùng «until»"
            yield problem(event, "yearly_until", message)
        elif event.until and not event.on:
            message = "«until» chỉ đi cùng «on»; việc hằng năm thì dùng «yearly_until»"
            yield problem(event, "until", message)


def hours_belong_to_one_day(content: Content, today: date) -> Iterator[Problem]:
    """Hours stand only with an event of one day, and end after they began."""
    for event in content.events.values():
        key = "starts_at" if event.starts_at else "ends_at"
        if (event.starts_at or event.ends_at) and (event.on is None or event.until):
            message = f"«{key}» chỉ đi cùng việc trong một ngày («on», không có «until»)"
            yield problem(event, key, message)
        elif event.ends_at and (event.starts_at is None or event.ends_at <= event.starts_at):
            message = f"«ends_at: {event.ends_at}» phải sau «starts_at»; hãy xem lại giờ"
            yield problem(event, "ends_at", message)


def _with_rules(
    content: Content, rules: Mapping[type, Any]
) -> Iterator[tuple[Record, str, Any, Any]]:
    """Yield (record, prefix of its keys, part, rules) for each record and part with rules."""
    fitting: dict[type, list[tuple[type, Any]]] = {}
    for record in records(content):
        its: type = type(record)
        if its not in fitting:
            fitting[its] = [(kind, found) for kind, found in rules.items() if leads_to(its, kind)]
        for kind, found in fitting[its]:
            if isinstance(record, kind):
                yield record, "", record, found
            for key, _, part in values(record, kind):
                yield record, f"{key}.", part, found


def _label(part: object, name: str) -> str:
    return declarations(type(part))[name].label.lower()
