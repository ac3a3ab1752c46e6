"""What the finder asks: every question with its answers, made from what the rules need."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loa.model import words
from loa.model.content import Content
from loa.model.policies import Condition, Policy

# Where a condition's values are looked up; what is not named here only people can tell.
SPACES = {
    "household": "audience",
    "person": "audience",
    "purpose": "need",
    "dimension": "need",
    "area": "area",
    "ethnicity": "ethnicity",
    "age": "age",
}
PLACES = ("nong-thon", "thanh-thi")
LISTED_PLACES = ("dac-biet-kho-khan", "kho-khan", "ra-khoi-danh-sach")


@dataclass(frozen=True)
class Option:
    """One answer; ``value`` stands in the address, behind the name of its question."""

    value: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class Question:
    """One question; ``none`` is the answer that none of the options fits."""

    id: str
    space: str
    name: str
    title: str
    hint: str
    none: str
    several: bool
    options: tuple[Option, ...]

    @property
    def values(self) -> frozenset[str]:
        """What can be answered."""
        return frozenset(option.value for option in self.options)


def questions(policies: Iterable[Policy], content: Content) -> tuple[Question, ...]:
    """Return the questions in their order; one that no rule needs is left out."""
    conditions = [
        condition
        for policy in policies
        for way in policy.eligibility
        for condition in way.conditions
    ]
    needed = {
        (SPACES.get(condition.about, ""), value)
        for condition in conditions
        for value in condition.any_of
    }
    found = [
        _audiences("dien-ho", _HOUSEHOLD, content, needed),
        _needs(content),
        _audiences("nguoi-nha", _PEOPLE, content, needed),
        _ages(conditions),
        _areas("noi-o", PLACES, _PLACE, needed),
        _areas("dia-ban", LISTED_PLACES, _LISTED, needed),
        _ethnicities(needed),
    ]
    return tuple(question for question in found if question.options)


Wording = tuple[str, str, str, str]  # name, title, hint, the answer that none fits

_HOUSEHOLD = (
    "Diện hộ",
    "Gia đình mình thuộc diện nào?",
    "Xem trên giấy của UBND cấp xã. Không có giấy thì chọn “Không rõ”.",
    "Không thuộc các diện trên",
)
_PEOPLE = (
    "Trong nhà",
    "Trong nhà có ai thuộc các nhóm này?",
    "Chọn mọi dòng đúng. Cả việc chung, như tổ nhóm, hợp tác xã.",
    "Không có ai",
)
_PLACE = (
    "Nơi ở",
    "Nhà mình ở nông thôn hay thành thị?",
    "Theo cách xếp của Nhà nước. Không rõ thì hỏi trưởng thôn sau.",
    "",
)
_LISTED = (
    "Thôn, xã",
    "Thôn, xã mình có trong danh sách khó khăn không?",
    "Theo danh sách đang dùng. Trưởng thôn và UBND cấp xã biết rõ.",
    "Không có tên trong các danh sách này",
)


def _audiences(
    id: str, wording: Wording, content: Content, needed: set[tuple[str, str]]
) -> Question:
    name, title, hint, none = wording
    options = tuple(
        Option(audience.id, audience.title, _first_sentence(audience.text or ""))
        for audience in content.audiences.values()
        if audience.question == id and ("audience", audience.id) in needed
    )
    return Question(id, "audience", name, title, hint, none, id == "nguoi-nha", options)


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".")


def _needs(content: Content) -> Question:
    options = tuple(
        Option(topic.id, topic.title, topic.need) for topic in content.topics.values() if topic.need
    )
    title, hint = "Gia đình mình đang cần gì?", "Chọn một hay nhiều việc."
    none = "Không cần việc nào ở trên"
    return Question("viec-can", "need", "Việc cần", title, hint, none, True, options)


def _areas(
    id: str, values: tuple[str, ...], wording: Wording, needed: set[tuple[str, str]]
) -> Question:
    name, title, hint, none = wording
    options = tuple(Option(value, words.AREAS[value]) for value in values)
    is_needed = any(("area", value) in needed for value in values)
    return Question(id, "area", name, title, hint, none, False, options if is_needed else ())


def _ethnicities(needed: set[tuple[str, str]]) -> Question:
    options = tuple(
        Option(value, title)
        for value, title in words.ETHNICITIES.items()
        if ("ethnicity", value) in needed
    )
    title = "Người trong nhà thuộc dân tộc nào?"
    hint = (
        "Hỏi vì có chính sách xét điều này. Bỏ qua cũng được. Đường dẫn gửi đi không kèm câu này."
    )
    return Question("dan-toc", "ethnicity", "Dân tộc", title, hint, "", True, options)


def bands(conditions: Iterable[Condition]) -> Iterator[tuple[int, int | None]]:
    """Yield spans of ages such that every rule takes or leaves each of them whole."""
    cuts = {0}
    for condition in conditions:
        if condition.about == "age":
            cuts |= {condition.at_least or 0}
            cuts |= {condition.at_most + 1} if condition.at_most is not None else set()
    starts = sorted(cuts)
    if len(starts) > 1:
        for start, following in zip(starts, [*starts[1:], None], strict=True):
            yield start, following - 1 if following else None


def _ages(conditions: Iterable[Condition]) -> Question:
    options = tuple(Option(band_value(*band), _band_title(*band)) for band in bands(conditions))
    title = "Trong nhà có người ở những tuổi nào?"
    hint = "Chọn mọi dòng đúng. Tính tuổi tròn, theo giấy khai sinh hoặc căn cước."
    return Question("tuoi", "age", "Tuổi", title, hint, "", True, options)


def band_value(start: int, end: int | None) -> str:
    """Return a span of ages as addresses hold it: "70-74", "tu-75"."""
    return f"tu-{start}" if end is None else f"{start}-{end}"


def _band_title(start: int, end: int | None) -> str:
    if end is None:
        return f"Từ {start} tuổi trở lên"
    if not start:
        return f"Dưới {end + 1} tuổi"
    return f"{start} tuổi" if start == end else f"Từ {start} đến {end} tuổi"
