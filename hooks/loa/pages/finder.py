"""The finder's page: the questions, and the same benefits by audience and need for everybody."""

from collections.abc import Iterable

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.finder import script
from loa.finder.compiled import Benefit, Rules, compiled
from loa.finder.judge import NO, Answers, judged
from loa.finder.questions import Question
from loa.pages.front_matter import breadcrumbs, page, section_meta
from loa.text.vietnamese import day_text

TITLE = "Tìm chính sách cho gia đình mình"
SUMMARY = "Trả lời vài câu, xem chính sách nào có thể hợp với gia đình mình, vì sao, và đến đâu."


def finder_page(showing: Showing) -> str:
    """Return the page; what it asks and judges by comes from ``data/policies.yml``."""
    rules = compiled(showing.content)
    meta = {
        "title": TITLE,
        "template": "finder.html",
        "kind": "finder",
        "description": SUMMARY,
        "intro": SUMMARY,
        "section": section_meta("chinh-sach", showing.edition),
        "breadcrumbs": breadcrumbs(
            showing.edition, ("Chính sách", paths.POLICY_LIST), ("Tìm chính sách", "")
        ),
        "rules": {"url": script.PATH, "version": script.version(showing)},
        "questions": [_question(question) for question in rules.questions],
        "browse": _browse(rules, showing),
        "checked": day_text(showing.content.township.information_as_of),
        "contact_url": showing.edition.url("lien-he.md"),
        "icons": _ICONS,
    }
    return page(meta)


_ICONS = ["arrow-left", "check", "check-circle", "close", "help-circle", "help-circle-outline"]


def finder_invitation(showing: Showing) -> Meta:
    """Return the way in, for the home page and the list of policies."""
    return {
        "title": "Gia đình mình được hưởng gì?",
        "text": "Trả lời vài câu ngắn. Không phải khai tên, không lưu lại.",
        "url": showing.edition.url(paths.FINDER),
    }


def _question(question: Question) -> Meta:
    return {
        "id": question.id,
        "name": question.name,
        "title": question.title,
        "hint": question.hint,
        "several": question.several,
        "none": question.none,
        "options": [
            {"value": option.value, "title": option.title, "text": option.text}
            for option in question.options
        ],
    }


def _browse(rules: Rules, showing: Showing) -> list[Meta]:
    """Return every benefit under each status, group of people and need that it may be for."""
    return [
        {"title": _BROWSE[question.id], "groups": groups}
        for question in rules.questions
        if question.id in _BROWSE and (groups := list(_groups(question, rules, showing)))
    ]


_BROWSE = {
    "dien-ho": "Theo diện hộ",
    "nguoi-nha": "Theo người trong nhà",
    "viec-can": "Theo việc đang cần",
}


def _groups(question: Question, rules: Rules, showing: Showing) -> Iterable[Meta]:
    for option in question.options:
        named = (question.id, option.value)
        found = [benefit for benefit in rules.benefits if _is_for(benefit, named)]
        not_ruled_out = _possible({question.id: frozenset({option.value})}, rules, showing)
        items = [_item(benefit, showing) for benefit in found if _shows(benefit, not_ruled_out)]
        if items:
            yield {"title": option.title, "items": items}


def _is_for(benefit: Benefit, named: tuple[str, str]) -> bool:
    """Say whether a rule names the answer, or the need is what the benefit is about."""
    in_rules = any(named in test.answers for way in benefit.ways for test in way)
    return in_rules or (named[0] == "viec-can" and named[1] in benefit.topics)


def _possible(answers: Answers, rules: Rules, showing: Showing) -> set[str]:
    verdicts = judged(rules, answers, showing.today)
    return {verdict.id for verdict in verdicts if verdict.group != NO}


def _shows(benefit: Benefit, possible: set[str]) -> bool:
    """What begins later stays on the page, hidden until its day."""
    return benefit.id in possible or benefit.since is not None


def _item(benefit: Benefit, showing: Showing) -> Meta:
    policy = showing.content.policies[benefit.id]
    explainer = showing.explainer(benefit.id)
    return {
        "title": policy.title,
        "url": showing.edition.url(paths.post(explainer)) if explainer else "",
        "from": benefit.since.isoformat() if benefit.since else "",
        "until": benefit.until.isoformat() if benefit.until else "",
    }
