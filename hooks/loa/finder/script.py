"""The rules as a plain script, with what the browser says of each benefit."""

import json
from datetime import date
from hashlib import sha256
from typing import Any

from loa.ask import paths
from loa.ask.facts import fact_text
from loa.ask.showing import Showing
from loa.finder.compiled import Benefit, Rules, Test, compiled
from loa.model.policies import Fact, Policy
from loa.text.vietnamese import day_text

Json = dict[str, Any]

PATH = "assets/finder/rules.js"


def script(showing: Showing) -> str:
    """Return the script that ``finder.js`` judges by; no request but its own is needed."""
    data = {**judging(compiled(showing.content)), **_telling(showing)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"window.loaRules={text};\n"


def version(showing: Showing) -> str:
    """Return eight letters that change whenever the rules do."""
    return sha256(script(showing).encode()).hexdigest()[:8]


def judging(rules: Rules) -> Json:
    """Return the part of the data that decides; days are text, which sorts like the days."""
    return {
        "questions": [
            {"id": question.id, "values": [option.value for option in question.options]}
            for question in rules.questions
        ],
        "benefits": [_benefit(benefit) for benefit in rules.benefits],
    }


def _benefit(benefit: Benefit) -> Json:
    return {
        "id": benefit.id,
        "topics": list(benefit.topics),
        "from": _iso(benefit.since),
        "until": _iso(benefit.until),
        "confirmed": benefit.confirmed,
        "ways": [[_test(test) for test in way] for way in benefit.ways],
    }


def _test(test: Test) -> Json:
    answers = [list(answer) for answer in test.answers]
    return {"any": answers, "complete": test.complete, "sure": test.sure}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _telling(showing: Showing) -> Json:
    """Return what is said of each benefit and document, by its name."""
    policies = [policy for policy in showing.content.policies.values() if policy.kind == "benefit"]
    used = dict.fromkeys(id for policy in policies for id in policy.legal_basis)
    return {
        "about": {policy.id: _about(policy, showing) for policy in policies},
        "documents": {id: _document(id, showing) for id in used},
    }


def _about(policy: Policy, showing: Showing) -> Json:
    explainer = showing.explainer(policy.id)
    told = {
        "title": policy.title,
        "url": showing.edition.url(paths.post(explainer)) if explainer else "",
        "checked": day_text(policy.as_of),
        "ways": [
            {"who": way.who, "texts": [condition.text for condition in way.conditions]}
            for way in policy.eligibility
        ],
        "amounts": [_amount(fact, policy) for fact in policy.facts if fact.headline],
        "steps": [step.act for step in policy.steps],
        "papers": list(policy.papers),
        "where": list(policy.where),
        "deadline": policy.deadline,
        "basis": list(policy.legal_basis),
    }
    return {key: value for key, value in told.items() if value}


def _amount(fact: Fact, policy: Policy) -> Json:
    began = f"từ {day_text(fact.applies_from)}" if fact.applies_from else ""
    return {
        "label": fact.label,
        "text": fact_text(fact),
        "day": began or f"thông tin đến {day_text(fact.as_of)}",
        "from": _iso(fact.applies_from),
        "until": _iso(fact.applies_to),
        "sure": (fact.confidence or policy.confidence) == "cao",
    }


def _document(id: str, showing: Showing) -> Json:
    document = showing.content.legal_documents[id]
    issued = f", ngày {day_text(document.issued_on)}" if document.issued_on else ""
    return {
        "text": f"{id}{issued}",
        "until": _iso(document.effective_to),
        "doubtful": document.doubtful,
    }
