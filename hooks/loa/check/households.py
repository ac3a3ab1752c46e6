"""Poverty is nobody's label: no lists of poor households, no telling counts, no names."""

import re
from collections.abc import Iterator
from datetime import date

from loa.check.names import PERSON, name_in_slug, name_words
from loa.check.prose import Prose, body, main_prose, owners, plain_words
from loa.check.values import problem
from loa.model.content import Content
from loa.model.posts import Post, Story
from loa.problems import Problem
from loa.vietnamese import slug

ROWS_OF_A_LIST = 3

_LIST_ROW = re.compile(r"^ {0,8}(?:[-*+]|\d+[.)]|\|)[ \t]*\S")
_POVERTY = re.compile(r"hộ nghèo|cận nghèo|danh sách", re.IGNORECASE)


def no_lists_of_poor_households(content: Content, today: date) -> Iterator[Problem]:
    """No list or table names poor households."""
    for owner in owners(content):
        if (isinstance(owner, Post) and owner.sample) or not _POVERTY.search(owner.body):
            continue
        text = body(owner)
        for place, heading, rows in _lists(text):
            named = [row for row in rows if PERSON.search(row)]
            if len(named) >= ROWS_OF_A_LIST and _POVERTY.search("\n".join((heading, *rows))):
                message = (
                    f"danh sách này nêu tên {len(named)} người cùng chữ về hộ nghèo; trang không "
                    "đăng danh sách hộ nghèo, hãy bỏ tên hoặc bỏ cả danh sách"
                )
                yield text.problem(place, message)


def _lists(text: Prose) -> Iterator[tuple[int, str, list[str]]]:
    """Yield (place, line above, rows) of each list or table."""
    rows: list[str] = []
    place, above, start = 0, "", 0
    for line in [*plain_words(text.text).split("\n"), "."]:
        if _LIST_ROW.match(line):
            start = start if rows else place
            rows.append(line)
        elif line.strip() and line.startswith((" ", "\t")) and rows:
            rows[-1] += line  # goes on with the same item
        elif line.strip():
            if rows:
                yield start, above, rows
            above, rows = line, []
        place += len(line) + 1


# "năm" is left out: it also means "year", and "một" is mostly an article.
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_SEVERAL = "|".join(word for word in _WORDS if word != "một")
_HOUSEHOLD = r"(?:hộ|gia đình)"
_POOR = r"(?:dân tộc thiểu số )?(?:nghèo|cận nghèo|mới thoát nghèo|tái nghèo)"
_HARDSHIP = (
    r"nghèo|cận nghèo|khuyết tật|tâm thần|nghiện|mù chữ|thất nghiệp|bỏ học|suy dinh dưỡng|mồ côi"
    r"|dân tộc|Jrai|Bahnar"
)
_PEOPLE = rf"(?:người|nhân khẩu|em|cháu|trẻ em|trẻ|học sinh) (?:{_HARDSHIP})"
_FEW = re.compile(
    # Digits count wherever they stand; words, which also tell a tale, only where they count.
    rf"(?<![\w.,/–-])(?:(?P<digits>\d{{1,3}}) (?:{_HOUSEHOLD}|{_PEOPLE})"
    rf"|(?P<several>{_SEVERAL}) (?:{_HOUSEHOLD} {_POOR}|{_PEOPLE})"
    rf"|(?:còn|chỉ còn|chỉ có) (?P<left>một|{_SEVERAL}) {_HOUSEHOLD})(?!\w)",
    re.IGNORECASE,
)
# What stands before a number that is a rule ("ít nhất 5 hộ") and not a count of this town.
_RULE = re.compile(
    r"(?:ít nhất|tối thiểu|tối đa|nhiều nhất|không quá|không dưới|mỗi|mỗi nhóm|từ|đến|trên|dưới"
    r"|hơn|đủ|quá|chẳng hạn|ví dụ|thứ|số|năm|mục|nhóm|tổ|trước) *(?:có|gồm)? *$",
    re.IGNORECASE,
)


def small_counts_stay_unsaid(content: Content, today: date) -> Iterator[Problem]:
    """A count of people or households too small to hide them is never published."""
    fewest = content.township.min_cell
    for owner in owners(content):
        if isinstance(owner, Post) and owner.sample:
            continue
        for prose in main_prose(owner):
            text = plain_words(prose.text).replace("\u00a0", " ")
            for found in _FEW.finditer(text):
                said = (found["digits"] or found["several"] or found["left"]).lower()
                count = _WORDS.get(said) or int(said)
                if 0 < count < fewest and not _RULE.search(text[: found.start()]):
                    message = (
                        f"«{found[0]}»: con số dưới {fewest} dễ đoán ra là ai; "
                        "hãy nói chung («một số hộ») hoặc bỏ con số"
                    )
                    yield prose.problem(found.start(), message)


def story_addresses_hold_no_name(content: Content, today: date) -> Iterator[Problem]:
    """The file name of a story, which becomes its address, names nobody."""
    for story in content.of_kind(Story):
        if story.sample:
            continue
        found = name_in_slug(story.slug) or _own_name(story)
        if found:
            message = (
                f"tên tệp có «{found}», là tên người; địa chỉ bài không mang tên riêng, hãy đặt "
                "theo cách làm ăn, nơi, năm, ví dụ ca-phe-xen-tieu-2026.md"
            )
            yield problem(story, "", message, line=1)


def _own_name(story: Story) -> str | None:
    household = story.household
    if household is None or not household.name:
        return None
    # "anh Tiêu" may grow tiêu: what the post openly says of itself gives nobody away.
    open_words = {*slug(" ".join((*household.livelihoods, *story.villages))).split("-")}
    parts = {*story.slug.split("-")} - open_words
    return next((word for word in name_words(household.name) if word in parts), None)
