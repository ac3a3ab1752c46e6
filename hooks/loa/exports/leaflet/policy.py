"""A policy on paper: its amounts, who, papers, where, steps, deadline and what is not known."""

from dataclasses import dataclass
from datetime import date

from loa.ask.facts import bare_text
from loa.ask.headlines import headline_facts
from loa.ask.showing import Showing
from loa.model.content import Content
from loa.model.policies import Eligibility, Fact, LegalDocument, Policy
from loa.text.unbroken import numbers_together
from loa.text.vietnamese import capitalise, day_text, fold

MOST_DOCUMENTS = 4
_ASK_WHERE = "Chưa rõ nơi nộp. Bà con hỏi UBND cấp xã nơi cư trú."
_ASK_PAPERS = "Chưa có danh sách chắc chắn. Bà con hỏi cán bộ trước khi đi."
_ASK_STEPS = "Chưa có các bước chắc chắn. Bà con hỏi UBND cấp xã nơi cư trú trước khi đi."


@dataclass(frozen=True)
class Amount:
    """A big number: what it is, the number, how it is spread, since when, a remark."""

    label: str
    value: str
    spread: str
    since: str
    remark: str


@dataclass(frozen=True)
class Section:
    """One part of the sheet.

    ``kind`` is ``ticks``, ``steps``, ``plain``, ``unknown``, ``table`` (three cells a row) or
    ``text``. A newline in an item parts its bold beginning from the rest.
    """

    id: str
    title: str
    kind: str
    items: tuple[str, ...]


def policy_amounts(policy: Policy, showing: Showing) -> tuple[Amount, ...]:
    """Return the few numbers that apply today, or on the policy's first day."""
    return tuple(_amount(fact) for fact in headline_facts(policy, showing))


def _amount(fact: Fact) -> Amount:
    spread = fact.unit or ""
    value = bare_text(fact)
    if fact.number is not None and spread:
        value, spread = f"{value}\u00a0{spread}", ""
    since = f"Áp dụng từ {day_text(fact.applies_from)}" if fact.applies_from else ""
    remark = capitalise((fact.note or "").rstrip("."))
    remark = f"{remark}." if remark else ""
    return Amount(
        numbers_together(fact.label), numbers_together(value), spread, since,
        numbers_together(remark),
    )  # fmt: skip


def policy_parts(policy: Policy) -> tuple[Section, ...]:
    """Return the sections in the order of reading; none says more than the data."""
    asks = policy.kind in ("benefit", "procedure")
    who = "Ai được hưởng?" if policy.kind == "benefit" else "Dành cho ai?"
    found = [Section("who", who, "ticks", tuple(_way(way) for way in policy.eligibility))]
    if policy.indicators:
        names = "; ".join(one.name for one in policy.indicators)
        found.append(Section("indicators", "Xét những chỉ số nào?", "plain", (f"{names}.",)))
    if policy.papers or asks:
        kind = "ticks" if policy.papers else "plain"
        papers = policy.papers or (_ASK_PAPERS,)
        found.append(Section("papers", "Giấy tờ", kind, papers))
    if policy.where or asks:
        where = policy.where or (_ASK_WHERE,)
        found.append(Section("where", "Nộp ở đâu?" if asks else "Hỏi ở đâu?", "plain", where))
    if policy.steps or asks:
        steps = tuple(
            f"{step.act}.\n{step.text}" if step.text else f"{step.act}." for step in policy.steps
        )
        kind = "steps" if steps else "plain"
        found.append(Section("steps", "Làm thế nào?", kind, steps or (_ASK_STEPS,)))
    if policy.deadline:
        found.append(Section("deadline", "Hạn", "plain", (capitalise(policy.deadline),)))
    if policy.unknown:
        found.append(Section("unknown", "Cần hỏi lại cán bộ", "unknown", policy.unknown))
    return tuple(_held(section) for section in found if section.items)


def _held(section: Section) -> Section:
    items = tuple(numbers_together(item) for item in section.items)
    return Section(section.id, section.title, section.kind, items)


def _way(way: Eligibility) -> str:
    conditions = [
        condition.text.rstrip(".") for condition in way.conditions if not _says(way, condition.text)
    ]
    if not conditions:
        return f"{way.who}\n"
    return f"{way.who}:\n{'. '.join(conditions)}."


def _says(way: Eligibility, text: str) -> bool:
    """Say whether the words of a condition stand in the name of the group already."""
    said = fold(text).rstrip(".")
    for opening in ("la ", "dang la ", "gia dinh "):
        said = said.removeprefix(opening)
    return said in fold(way.who)


def policy_basis(policy: Policy, content: Content, today: date) -> str:
    """Return the line of legal documents; what has ended is said."""
    documents = [content.legal_documents[id] for id in policy.legal_basis]
    if not documents:
        return "Căn cứ: chưa thấy văn bản, bà con hỏi cán bộ phụ trách."
    said = "; ".join(_document(one, today) for one in documents[:MOST_DOCUMENTS])
    more = len(documents) - MOST_DOCUMENTS
    return f"Căn cứ: {said}{f' và {more} văn bản khác' if more > 0 else ''}."


def _document(document: LegalDocument, today: date) -> str:
    if document.has_ended(today):
        return f"{document.id} (đã hết hiệu lực)"
    return f"{document.id} (cần đối chiếu)" if document.doubtful else document.id
