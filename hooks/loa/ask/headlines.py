"""The few numbers at the top of a policy, each with its unit and its days."""

from datetime import date, timedelta
from itertools import zip_longest

from loa.ask.facts import bare_text
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model.policies import Fact, Policy
from loa.text.vietnamese import capitalise, day_text, money_parts


def headline_facts(policy: Policy, showing: Showing) -> list[Fact]:
    """Return the few facts at the top of a policy: as they apply today, or on its first day."""
    day = _first_day(policy, showing)
    return [fact for fact in policy.facts if fact.headline and fact.is_current(day)]


def _first_day(policy: Policy, showing: Showing) -> date:
    return max(showing.today, policy.valid_from or showing.today)


def dated_amounts(policy: Policy, showing: Showing) -> list[Meta]:
    """Return the headlines of the policy's own page; those to come wait for their day."""
    day = _first_day(policy, showing)
    return [
        {**explained_amount(fact), **_days(fact, day)}
        for fact in policy.facts
        if fact.headline and (fact.applies_to is None or fact.applies_to >= day)
    ]


def _days(fact: Fact, day: date) -> Meta:
    waits = fact.applies_from is not None and fact.applies_from > day
    return {
        "from": fact.applies_from.isoformat() if waits and fact.applies_from else "",
        "until": fact.applies_to.isoformat() if fact.applies_to else "",
    }


def first_amount(policy: Policy, showing: Showing) -> Meta | None:
    """Return the number beside a policy in a list, with those that take its place later."""
    day = _first_day(policy, showing)
    facts = [fact for fact in policy.facts if fact.headline]
    turns = {fact.applies_from for fact in facts if fact.applies_from}
    turns |= {fact.applies_to + timedelta(days=1) for fact in facts if fact.applies_to}
    days = [day, *sorted(turn for turn in turns if turn > day)]
    found = [
        {
            **amount(fact),
            "from": since.isoformat() if since > day else "",
            "until": (until - timedelta(days=1)).isoformat() if until else "",
        }
        for since, until in zip_longest(days, days[1:])
        if (fact := next((fact for fact in facts if fact.is_current(since)), None))
    ]
    return {**found[0], "later": found[1:]} if found else None


def amount(fact: Fact) -> Meta:
    """Return a fact as a big number with its unit and its date."""
    number, unit = _number_and_unit(fact)
    since = f"từ {day_text(fact.applies_from)}" if fact.applies_from else ""
    spread = fact.unit if fact.amount is not None else ""
    note = ", ".join(part for part in (spread, since) if part)
    return {"label": fact.label, "number": number, "unit": unit, "note": note}


def explained_amount(fact: Fact) -> Meta:
    """Return the same with its remark, which stands below the numbers on the policy's own page."""
    remark = capitalise((fact.note or "").rstrip("."))
    return {**amount(fact), "remark": f"{remark}." if remark else ""}


def _number_and_unit(fact: Fact) -> tuple[str, str]:
    if fact.amount is not None:
        return money_parts(fact.amount)
    return bare_text(fact), fact.unit or ""
