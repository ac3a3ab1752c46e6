"""The one syntax that brings facts into prose: ``{{ lai-suat }}``, ``{{ vb 2553/QĐ-TTg ngay }}``.

A change of rate in ``data/policies.yml`` then changes every page at once. Inserts print plain
text; blocks such as ``{{ cac-buoc }}`` stand alone on a line and are drawn by whoever asks for
the expansion (the site, an export).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from loa.fields import nearest
from loa.model.content import Content
from loa.model.places import Unit
from loa.model.plan import Campaign, Event
from loa.model.policies import Fact, LegalDocument, Policy
from loa.text.vietnamese import day_text, money_text, number_text, short_day_text

INSERT = re.compile(r"\{\{([^{}\n]*)\}\}")

BLOCKS = {
    "ai-duoc": "ai được",
    "muc-huong": "bảng các mức",
    "cac-buoc": "các bước",
    "noi-nop": "nơi nộp",
    "giay-to": "giấy tờ",
    "chua-ro": "điều chưa có nguồn xác nhận",
    "can-cu": "căn cứ",
}

DrawBlock = Callable[[str, Policy], str]


class UnknownInsert(Exception):
    """An insert names nothing that the data holds; the text is the advice, in Vietnamese."""


def expand(text: str, content: Content, policy: Policy | None, draw: DrawBlock) -> str:
    """Return Markdown with every insert replaced.

    Args:
        text: Markdown with inserts.
        content: where the facts are.
        policy: whose facts are meant when an insert names none.
        draw: makes the text of a block, given its name and the policy.

    Raises:
        UnknownInsert: an insert cannot be resolved; the checks report these before a build.
    """
    return INSERT.sub(lambda found: _resolve(found[1], content, policy, draw), text)


def filled(text: str, content: Content, policy: Policy | None) -> str:
    """Return Markdown with its facts; without blocks, and what names nothing stays as typed."""

    def fact(found: re.Match[str]) -> str:
        try:
            return _resolve(found[1], content, policy, lambda name, policy: "")
        except UnknownInsert:
            return found[0]

    return INSERT.sub(fact, text)


def unresolved(text: str, content: Content, policy: Policy | None) -> Iterator[tuple[int, str]]:
    """Yield (line counted from zero, advice) for every insert that names nothing."""
    for found in INSERT.finditer(text):
        try:
            _resolve(found[1], content, policy, lambda name, policy: "")
        except UnknownInsert as problem:
            yield text.count("\n", 0, found.start()), f"«{found[0]}»: {problem}"


def fact_text(fact: Fact) -> str:
    """Return a fact with its unit: "100 triệu đồng mỗi hộ", "6,24% một năm", "120 tháng"."""
    return f"{bare_text(fact)} {fact.unit}" if fact.unit and fact.day is None else bare_text(fact)


def bare_text(fact: Fact) -> str:
    """Return a fact without its unit: "100 triệu đồng", "6,24%", "120"."""
    if fact.amount is not None:
        return money_text(fact.amount)
    if fact.rate is not None:
        return f"{number_text(fact.rate)}%"
    if fact.number is not None:
        return number_text(fact.number)
    if fact.day is not None:
        return day_text(fact.day)
    return fact.text or ""


def _resolve(said: str, content: Content, policy: Policy | None, draw: DrawBlock) -> str:
    name, *rest = said.split() or [""]
    if name in NAMESPACES:
        return NAMESPACES[name](rest, content, policy)
    owner, name = _owner(name, content, policy)
    if name in BLOCKS:
        return draw(name, owner)
    fact = owner.fact(name)
    if fact is None:
        known = [fact.id for fact in owner.facts] + list(BLOCKS)
        raise UnknownInsert(f"chính sách «{owner.id}» không có «{name}»; {nearest(name, known)}")
    return _aspect(rest, FACT_ASPECTS, fact)


def _owner(name: str, content: Content, policy: Policy | None) -> tuple[Policy, str]:
    owner_id, dot, fact_id = name.partition(".")
    if dot:
        owner = content.policies.get(owner_id)
        if owner is None:
            advice = nearest(owner_id, content.policies)
            raise UnknownInsert(f"không có chính sách «{owner_id}»; {advice}")
        return owner, fact_id
    if policy is None:
        raise UnknownInsert("ở bài này phải viết cả mã chính sách, ví dụ vay-von-ho-ngheo.lai-suat")
    return policy, name


def _aspect(rest: list[str], aspects: Mapping[str, Callable[..., str]], thing: object) -> str:
    name = rest[0] if rest else ""
    if len(rest) > 1 or name not in aspects:
        known = [word for word in aspects if word]
        raise UnknownInsert(f"không hiểu «{' '.join(rest)}»; {nearest(name, known)}")
    text = aspects[name](thing)
    if not text:
        raise UnknownInsert(f"dữ liệu chưa ghi «{name}» của mục này")
    return text


def _day(day: date | None) -> str:
    return day_text(day) if day else ""


FACT_ASPECTS: Mapping[str, Callable[[Fact], str]] = {
    "": fact_text,
    "so": bare_text,
    "tu": lambda fact: _day(fact.applies_from),
    "den": lambda fact: _day(fact.applies_to),
    "tinh-den": lambda fact: _day(fact.as_of),
}

DOCUMENT_ASPECTS: Mapping[str, Callable[[LegalDocument], str]] = {
    "": lambda document: document.id,
    "ten": lambda document: document.title,
    "co-quan": lambda document: document.issuer,
    "ngay": lambda document: _day(document.issued_on),
    "hieu-luc": lambda document: _day(document.effective_from),
    "het": lambda document: _day(document.effective_to),
}


def _yearly(month_day: str | None) -> str:
    # 2024 has a 29 February, so every month-day exists in it.
    return short_day_text(date.fromisoformat(f"2024-{month_day}")) if month_day else ""


def _last_day(event: Event) -> str:
    if event.yearly_before:
        return short_day_text(date.fromisoformat(f"2024-{event.yearly_before}") - timedelta(days=1))
    return _yearly(event.yearly_until or event.yearly)


CAMPAIGN_ASPECTS: Mapping[str, Callable[[Campaign], str]] = {
    "": lambda campaign: campaign.title,
    "tu": lambda campaign: _yearly(campaign.starts),
    "den": lambda campaign: _yearly(campaign.ends),
}

EVENT_ASPECTS: Mapping[str, Callable[[Event], str]] = {
    "": lambda event: event.title,
    "tu": lambda event: _day(event.on) or _yearly(event.yearly),
    "den": lambda event: _day(event.until or event.on) or _last_day(event),
    "truoc": lambda event: _yearly(event.yearly_before),
}


UNIT_ASPECTS: Mapping[str, Callable[[Unit], str]] = {
    "": lambda unit: unit.full_name,
    "ubnd": lambda unit: unit.committee,
    "thuoc": lambda unit: ", ".join(unit.parents),
}


def _document(rest: list[str], content: Content, policy: Policy | None) -> str:
    return _aspect(rest[1:], DOCUMENT_ASPECTS, _entry(rest, content.legal_documents, "văn bản"))


def _campaign(rest: list[str], content: Content, policy: Policy | None) -> str:
    return _aspect(rest[1:], CAMPAIGN_ASPECTS, _entry(rest, content.campaigns, "chiến dịch"))


def _event(rest: list[str], content: Content, policy: Policy | None) -> str:
    return _aspect(rest[1:], EVENT_ASPECTS, _entry(rest, content.events, "sự kiện"))


def _entry(rest: list[str], entries: Mapping[str, object], label: str) -> object:
    name = rest[0] if rest else ""
    if name not in entries:
        raise UnknownInsert(f"không có {label} «{name}»; {nearest(name, entries)}")
    return entries[name]


def _unit(rest: list[str], content: Content, policy: Policy | None) -> str:
    return _aspect(rest, UNIT_ASPECTS, content.township.active)


def _as_of(rest: list[str], content: Content, policy: Policy | None) -> str:
    return day_text(policy.as_of if policy else content.township.information_as_of)


NAMESPACES: Mapping[str, Callable[[list[str], Content, Policy | None], str]] = {
    "vb": _document,
    "chien-dich": _campaign,
    "su-kien": _event,
    "don-vi": _unit,
    "tinh-den": _as_of,
}
