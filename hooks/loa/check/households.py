"""Poverty is nobody's label: no lists of poor households, no telling counts, no names."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from loa.check.names import PERSON, name_in_slug, name_words
from loa.check.prose import Prose, body, main_prose, notes, owners, plain_words
from loa.check.values import problem
from loa.model.content import Content
from loa.model.posts import Post, Story
from loa.problems import Problem
from loa.rendered.seen import Seen, Stretch
from loa.text.vietnamese import slug

ROWS_OF_A_LIST = 3

_END = Stretch(0, 0, "")
_POVERTY = re.compile(r"hộ nghèo|cận nghèo|danh sách", re.IGNORECASE)


def no_lists_of_poor_households(content: Content, today: date) -> Iterator[Problem]:
    """No list or table names poor households."""
    for owner in owners(content):
        if isinstance(owner, Post) and owner.sample:
            continue
        text = body(owner, content)
        if text.seen is None or not _POVERTY.search(text.text):
            continue
        for place, heading, rows in _lists(text.seen):
            if len(rows) < ROWS_OF_A_LIST:
                continue
            named = [row for row in rows if PERSON.search(row)]
            if len(named) >= ROWS_OF_A_LIST and _POVERTY.search("\n".join((heading, *rows))):
                message = (
                    f"danh sách này nêu tên {len(named)} người cùng chữ về hộ nghèo; trang không "
                    "đăng danh sách hộ nghèo, hãy bỏ tên hoặc bỏ cả danh sách"
                )
                yield text.problem(place, message)


def _lists(seen: Seen) -> Iterator[tuple[int, str, list[str]]]:
    """Yield (place, words above, rows) of each list or table, and of lines that look like one."""
    above = ""
    rows: dict[int, str] = {}  # by the number of the item
    place = group = 0
    for part in (*seen.stretches, _END):
        if rows and part.group != group:
            yield place, above, [*rows.values()]
            above, rows = rows[max(rows)], {}
        said = seen.text[part.start : part.end]
        if part.group:
            place = place if rows else part.start
            group = part.group
            rows[part.row] = f"{rows.get(part.row, '')} {said}"
            continue
        if len(part.breaks) >= ROWS_OF_A_LIST:
            ends = (*part.breaks[1:], part.end)
            lines = [seen.text[start:end] for start, end in zip(part.breaks, ends, strict=True)]
            yield part.start, f"{above} {seen.text[part.start : part.breaks[0]]}", lines
        above = said


# "năm" is left out: it also means "year".
_NUMBER_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_HARDSHIP = (
    r"nghèo|cận nghèo|khuyết tật|tâm thần|nghiện|mù chữ|thất nghiệp|bỏ học|suy dinh dưỡng|mồ côi"
    r"|dân tộc|jrai|bahnar"
)
# Begins with a blank, which is found several times faster than the number before it.
_COUNTED = re.compile(
    r" (?:(?:hộ|gia đình)(?P<poor> (?:dân tộc thiểu số )?(?:nghèo|cận nghèo|mới thoát nghèo))?"
    rf"|(?:người|nhân khẩu|em|cháu|trẻ em|trẻ|học sinh)(?P<hard> (?:{_HARDSHIP})))(?!\w)"
)
_LAST_WORD = re.compile(r"(?:^|[\s(“\"«])(\w+)$")
# Before a number: a rule ("ít nhất 5 hộ"), or a count of what is left ("chỉ còn một hộ").
_RULE = re.compile(
    r"(?:ít nhất|tối thiểu|tối đa|nhiều nhất|không quá|không dưới|mỗi|mỗi nhóm|từ|đến|trên|dưới"
    r"|hơn|đủ|quá|chẳng hạn|ví dụ|thứ|số|năm|mục|nhóm|tổ|trước) *(?:có|gồm)? *$"
)
_LEFT = re.compile(r"(?<!\w)(?:còn|chỉ còn|chỉ có) *$")


def small_counts_stay_unsaid(content: Content, today: date) -> Iterator[Problem]:
    """A count of people or households too small to hide them is never published."""
    fewest = content.township.min_cell
    for owner in owners(content):
        if isinstance(owner, Post) and owner.sample:
            continue
        for prose in chain(main_prose(owner), notes(owner)):
            for place, count, said in _counts(prose):
                if 0 < count < fewest:
                    message = (
                        f"«{said}»: con số dưới {fewest} dễ đoán ra là ai; "
                        "hãy nói chung («một số hộ») hoặc bỏ con số"
                    )
                    yield prose.problem(place, message)


def _counts(prose: Prose) -> Iterator[tuple[int, int, str]]:
    """Yield (place, count, words) of each count of households or of people in hardship."""
    text = plain_words(prose.text).lower()
    for found in _COUNTED.finditer(text):
        number = _LAST_WORD.search(text, max(0, found.start() - 12), found.start())
        if number is None:
            continue
        before = text[max(0, number.start(1) - 40) : number.start(1)]
        if number[1].isdecimal():
            count = 0 if _RULE.search(before) else int(number[1])
        elif _LEFT.search(before) or ((found["poor"] or found["hard"]) and number[1] != "một"):
            # Words also tell a tale ("hai hộ cùng góp vốn"): they count only where they say so.
            count = 0 if _RULE.search(before) else _NUMBER_WORDS.get(number[1], 0)
        else:
            continue
        yield number.start(1), count, number[1] + found[0]


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
