"""Facts about policies that residents can rely on."""

from collections.abc import Iterator, Mapping
from datetime import date

from loa.check.values import parts, problem, shown
from loa.fields import nearest
from loa.media.attachments import attached
from loa.model import words
from loa.model.content import Content
from loa.model.policies import FULL_TEXTS, Condition, Fact, Policy
from loa.problems import Level, Problem

VALUES = ("amount", "rate", "number", "day", "text")


def facts_hold_one_value(content: Content, today: date) -> Iterator[Problem]:
    """A fact is one amount, rate, number, day or phrase, and never two."""
    for policy, key, fact in _facts(content):
        said = [name for name in VALUES if getattr(fact, name) is not None]
        if len(said) != 1:
            found = f"đang có {', '.join(said)}" if said else "chưa có mục nào"
            message = f"«{fact.id}»: hãy ghi đúng một trong {', '.join(VALUES)}; {found}"
            yield problem(policy, key, message)


def facts_have_their_own_names(content: Content, today: date) -> Iterator[Problem]:
    """Two facts of a policy never share a name, or a post could not tell which is meant."""
    for policy in content.policies.values():
        seen: set[str] = set()
        for key, fact in parts(policy, Fact):
            if fact.id in seen:
                message = f"«{fact.id}» đã có trong chính sách này; hãy đặt tên khác"
                yield problem(policy, f"{key}.id", message)
            seen.add(fact.id)


def numbers_have_units(content: Content, today: date) -> Iterator[Problem]:
    """A bare number says what it counts; a coefficient counts nothing."""
    for policy, key, fact in _facts(content):
        is_coefficient = fact.label.lower().startswith("hệ số")
        if fact.number is not None and not fact.unit and not is_coefficient:
            message = f"«{fact.id}»: con số chưa có đơn vị; hãy thêm «unit», ví dụ unit: tháng"
            yield problem(policy, f"{key}.number", message)


def uncertain_facts_are_no_headlines(content: Content, today: date) -> Iterator[Problem]:
    """What stands in large figures at the top of a post is not doubtful."""
    for policy, key, fact in _facts(content):
        if fact.headline and (fact.confidence or policy.confidence) == "thap":
            advice = "hãy đối chiếu hoặc bỏ headline"
            message = f"«{fact.id}»: độ tin cậy thấp mà đứng đầu bài; {advice}"
            yield problem(policy, f"{key}.headline", message, Level.REMINDER)


def sources_say_what_they_are(content: Content, today: date) -> Iterator[Problem]:
    """Every source of a policy has a name or an address."""
    for policy in content.policies.values():
        for position, source in enumerate(policy.sources):
            if source and not (source.name or source.url):
                message = f"«sources (mục {position + 1})»: hãy ghi tên nguồn hoặc địa chỉ"
                yield problem(policy, f"sources.{position}", message)


def benefits_rest_on_documents_in_effect(content: Content, today: date) -> Iterator[Problem]:
    """A benefit in force rests on at least one document that is still in effect."""
    for policy in content.policies.values():
        if policy.kind != "benefit" or policy.has_ended(today):
            continue
        documents = [content.legal_documents.get(id) for id in policy.legal_basis]
        ended = [found for found in documents if found and found.has_ended(today)]
        if ended and len(ended) == len(documents):
            names = "; ".join(
                f"{document.id} (thay bằng {document.replaced_by})"
                if document.replaced_by
                else document.id
                for document in ended
            )
            message = (
                f"«{policy.id}» chỉ dựa vào văn bản đã hết hiệu lực: {names}; "
                "hãy thêm văn bản mới vào «legal_basis» hoặc ghi «valid_to»"
            )
            yield problem(policy, "legal_basis", message, Level.REMINDER)


def conditions_name_known_values(content: Content, today: date) -> Iterator[Problem]:
    """A condition names audiences, topics, dimensions, places that the site knows."""
    for policy in content.policies.values():
        for key, condition in parts(policy, Condition):
            known = _known_values(content, condition.about)
            for position, value in enumerate(condition.any_of):
                if known is not None and value not in known:
                    place = f"{key}.any_of.{position}"
                    message = f"«{shown(place)}: {value}» chưa đúng; {nearest(value, known)}"
                    yield problem(policy, place, message)


def _known_values(content: Content, about: str) -> Mapping[str, object] | None:
    """Return what ``any_of`` may name, or None where any words will do."""
    known: Mapping[str, Mapping[str, object]] = {
        "household": content.audiences,
        "person": content.audiences,
        "dimension": words.DIMENSIONS,
        "purpose": content.topics,
        "ethnicity": words.ETHNICITIES,
        "area": words.AREAS,
    }
    return known.get(about)


def conditions_can_be_met(content: Content, today: date) -> Iterator[Problem]:
    """The lower bound of a condition is not above its upper bound."""
    for policy in content.policies.values():
        for key, condition in parts(policy, Condition):
            least, most = condition.at_least, condition.at_most
            if least is not None and most is not None and least > most:
                message = f"«{shown(key)}»: at_least {least} lớn hơn at_most {most}; hãy đổi lại"
                yield problem(policy, f"{key}.at_least", message)


def _facts(content: Content) -> Iterator[tuple[Policy, str, Fact]]:
    for policy in content.policies.values():
        for key, fact in parts(policy, Fact):
            yield policy, key, fact


def full_texts_exist(content: Content, today: date) -> Iterator[Problem]:
    """The file of a document's full text is in docs/van-ban."""
    for document in content.legal_documents.values():
        if document.file and not attached(content.root, FULL_TEXTS, document.file):
            message = f"«file: {document.file}» không có trong docs/van-ban; hãy chép tệp vào đó"
            yield problem(document, "file", message)
