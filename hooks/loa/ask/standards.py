"""The poverty standards side by side with their days: which one is used, which one comes."""

from datetime import date, timedelta

from loa.ask import paths
from loa.ask.facts import fact_text
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.ask.sources import sources_meta
from loa.model import words
from loa.model.policies import Policy
from loa.text.vietnamese import capitalise, day_text, number_text

COUNT = "so-chi-so-thieu"


def standards(showing: Showing) -> list[Meta]:
    """Return every standard in order of time; the browser picks the one of the reader's day.

    A standard is told in up to three ways, each with its days: before it begins, while it is
    used, and after it. So a page that was built last year still says what is used today.
    """
    found = [policy for policy in showing.content.policies.values() if policy.kind == "standard"]
    found.sort(key=lambda policy: policy.valid_from or date.min)
    used = [_told(policy, "used", showing) for policy in found]
    coming = [_told(policy, "coming", showing) for policy in found if policy.valid_from]
    over = [_told(policy, "over", showing) for policy in found if policy.valid_to]
    return [*used, *coming, *reversed(over)]


def is_of_day(item: Meta, day: date) -> bool:
    """Say whether an entry is shown on ``day``."""
    return item["from"] <= day.isoformat() and (
        not item["until"] or day.isoformat() <= item["until"]
    )


def _told(policy: Policy, state: str, showing: Showing) -> Meta:
    since, until = policy.valid_from, policy.valid_to
    days = {
        "used": (since, until),
        "coming": (None, since - timedelta(days=1) if since else None),
        "over": (until + timedelta(days=1) if until else None, None),
    }
    first, last = days[state]
    return {
        "id": f"{policy.id}-{state}",
        "state": state,
        "heading": _heading(policy, state),
        "title": policy.title,
        "from": first.isoformat() if first else "",
        "until": last.isoformat() if last else "",
        **(_whole(policy, showing) if state != "over" else _link(policy, showing)),
    }


def _heading(policy: Policy, state: str) -> str:
    since = day_text(policy.valid_from) if policy.valid_from else ""
    until = day_text(policy.valid_to) if policy.valid_to else ""
    return {
        "used": f"Chuẩn đang dùng, đến hết {until}" if until else "Chuẩn đang dùng",
        "coming": f"Chuẩn sắp dùng, từ {since}",
        "over": f"Chuẩn đã thôi dùng, sau {until}",
    }[state]


def _link(policy: Policy, showing: Showing) -> Meta:
    explainer = showing.explainer(policy.id)
    return {"url": showing.edition.url(paths.post(explainer)) if explainer else ""}


def _whole(policy: Policy, showing: Showing) -> Meta:
    count = policy.fact(COUNT)
    documents = [showing.content.legal_documents[id] for id in policy.legal_basis]
    return {
        **_link(policy, showing),
        # Income lines are the amounts that stand at the top of a standard.
        "lines": [
            {
                "label": fact.label,
                "text": number_text(fact.amount),
                "unit": " ".join(("đồng", fact.unit or "")),
            }
            for fact in policy.facts
            if fact.headline and fact.amount is not None
        ],
        "count": fact_text(count) if count else "",
        "dimensions": _dimensions(policy),
        "checked": day_text(policy.as_of),
        "basis": [
            f"{document.id}, ngày {day_text(document.issued_on)}"
            if document.issued_on
            else document.id
            for document in documents
        ],
        "sources": sources_meta(policy.sources),
    }


def _dimensions(policy: Policy) -> list[Meta]:
    names: dict[str, list[str]] = {}
    for indicator in policy.indicators:
        names.setdefault(indicator.dimension, []).append(indicator.name)
    return [
        {"title": capitalise(words.DIMENSIONS[id]), "names": [capitalise(name) for name in found]}
        for id, found in names.items()
    ]
