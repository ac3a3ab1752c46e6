"""The generated parts of a policy page, as HTML inside its Markdown: steps, papers, legal basis."""

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape

from loa.ask.facts import DrawBlock, bare_text, fact_text
from loa.model.content import Content
from loa.model.policies import Condition, Fact, LegalDocument, Policy
from loa.text.vietnamese import capitalise, day_text


def drawer(content: Content, today: date) -> DrawBlock:
    """Return the function that draws a block of a policy as it stands today."""

    def draw(name: str, policy: Policy) -> str:
        return f"\n{_BLOCKS[name](policy, content, today)}\n"

    return draw


def _unknown(strong: str, text: str) -> str:
    return (
        f'<blockquote class="unknown"><p><strong>{escape(strong)}</strong> {escape(text)}</p>'
        "</blockquote>"
    )


def _list(tag: str, name: str, items: list[str]) -> str:
    return f'<{tag} class="{name}">{"".join(items)}</{tag}>'


def _steps(policy: Policy, content: Content, today: date) -> str:
    if not policy.steps:
        return _unknown(
            "Chưa có các bước chắc chắn.",
            "Nguồn công khai chưa nêu cách làm. Bà con hỏi UBND cấp xã nơi cư trú trước khi đi.",
        )
    return _list(
        "ol",
        "steps",
        [
            f"<li><strong>{escape(_sentence(step.act))}</strong> {escape(step.text or '')}</li>"
            for step in policy.steps
        ],
    )


def _sentence(text: str) -> str:
    """Return what to do as a sentence: on other channels nothing but a full stop ends it."""
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."


def _where(policy: Policy, content: Content, today: date) -> str:
    if not policy.where:
        return _unknown("Chưa rõ nơi nộp.", "Bà con hỏi UBND cấp xã nơi cư trú.")
    places = [f"<li><strong>{escape(place)}</strong></li>" for place in policy.where]
    if policy.deadline:
        places.append(f"<li>Hạn: <strong>{escape(policy.deadline)}</strong></li>")
    return _list("ul", "places", places)


def _papers(policy: Policy, content: Content, today: date) -> str:
    if not policy.papers:
        return _unknown(
            "Chưa có danh sách chắc chắn.",
            "Nguồn công khai chưa nêu đủ giấy tờ. "
            "Bà con hỏi cán bộ trước khi đi, khỏi mất công hai lần.",
        )
    return _list("ul", "papers", [f"<li>{escape(paper)}</li>" for paper in policy.papers])


def _eligible(policy: Policy, content: Content, today: date) -> str:
    ways = []
    for way in policy.eligibility:
        conditions = "".join(_condition(condition) for condition in way.conditions)
        ways.append(
            f'<p><strong>{escape(way.who)}</strong></p><ul class="conditions">{conditions}</ul>'
        )
    return '<p class="or">hoặc</p>'.join(ways)


def _condition(condition: Condition) -> str:
    sure = condition.confidence in (None, "cao")
    return f'<li class="{"yes" if sure else "ask"}">{escape(condition.text)}</li>'


def _amounts(policy: Policy, content: Content, today: date) -> str:
    facts = [fact for fact in policy.facts if not fact.text]
    facts = [fact for fact in facts if fact.applies_to is None or fact.applies_to >= today]
    if not any(fact.is_current(today) for fact in facts):
        return ""
    rows = (_amount_row(fact, today) for fact in facts)
    head = "<tr><th>Khoản</th><th>Mức</th><th>Từ ngày</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"


def _between(since: date | None, until: date | None, today: date) -> str:
    """Return the attributes of what shows between two days: the browser looks again."""
    days = f' data-from="{since}"' if since and since > today else ""
    hidden = " hidden" if days or (until and until < today) else ""
    return days + (f' data-until="{until}"' if until else "") + hidden


def _amount_row(fact: Fact, today: date) -> str:
    days = _between(fact.applies_from, fact.applies_to, today)
    since = day_text(fact.applies_from) if fact.applies_from else "chưa rõ"
    note = f" ({fact.note})" if fact.note else ""
    value = fact_text(fact) if fact.day is None else bare_text(fact)
    cells = (escape(fact.label + note), escape(value), since)
    return f"<tr{days}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _unknowns(policy: Policy, content: Content, today: date) -> str:
    if not policy.unknown:
        return ""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in policy.unknown)
    return (
        '<blockquote class="unknown"><p><strong>Nguồn công khai chưa nói rõ:'
        f"</strong></p><ul>{items}</ul></blockquote>"
    )


def _legal_basis(policy: Policy, content: Content, today: date) -> str:
    documents = [content.legal_documents[id] for id in policy.legal_basis]
    if not documents:
        return _unknown("Chưa thấy văn bản làm căn cứ.", "Bà con hỏi cán bộ phụ trách.")
    more = len(documents) - 1
    name = _number(documents[0].id) + (f" và {more} văn bản khác" if more else "")
    items = "".join(_document(document, today) for document in documents)
    return f'<details class="legal"><summary>{name}</summary><ul>{items}</ul></details>'


def _number(id: str) -> str:
    """Return a document's number as one word: browsers like to break it at its slashes."""
    return f'<span class="whole">{escape(id)}</span>'


def _document(document: LegalDocument, today: date) -> str:
    states = "".join(
        f' <em class="{status}"{_between(since, until, today)}>{text}</em>'
        for status, text, since, until in _document_states(document, today)
    )
    facts = [document.issuer]
    if document.issued_on:
        facts.append(f"ban hành {day_text(document.issued_on)}")
    if document.effective_from:
        facts.append(f"hiệu lực từ {day_text(document.effective_from)}")
    if document.replaced_by:
        facts.append(f"thay bằng {document.replaced_by}")
    note = f" {capitalise(document.note.rstrip('.'))}." if document.note else ""
    return (
        f"<li><strong>{_number(document.id)}</strong>{states}<br>"
        f"{escape(document.title)}. {escape('; '.join(facts))}.{escape(note)}</li>"
    )


_DocumentState = tuple[str, str, date | None, date | None]


def _document_states(document: LegalDocument, today: date) -> Iterator[_DocumentState]:
    """Yield (class, words, first day, last day) from today on."""
    begins, ends = document.effective_from, document.effective_to
    if begins and begins > today:
        yield "status-coming", "chưa có hiệu lực", None, begins - timedelta(days=1)
    if ends is None or ends >= today:
        yield (*_in_effect(document), begins, ends)
    if ends is not None:
        reason = f" ({document.ended_because})" if document.ended_because else ""
        words = escape(f"đã hết hiệu lực{reason}")
        yield "status-ended", words, ends + timedelta(days=1), None


def _in_effect(document: LegalDocument) -> tuple[str, str]:
    if document.doubtful:
        return "status-unknown", "cần đối chiếu"
    if document.effective_from is None:
        return "status-unknown", "chưa rõ ngày hiệu lực"
    return "status-ok", "đang áp dụng"


_BLOCKS = {
    "ai-duoc": _eligible,
    "muc-huong": _amounts,
    "cac-buoc": _steps,
    "noi-nop": _where,
    "giay-to": _papers,
    "chua-ro": _unknowns,
    "can-cu": _legal_basis,
}
