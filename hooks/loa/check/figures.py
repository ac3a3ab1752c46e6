"""Figures come from data, so that one change of rate changes every page."""

import re
from collections.abc import Iterator
from datetime import date

from loa.ask.bodies import policy_of
from loa.ask.facts import unresolved
from loa.check.prose import Prose, main_prose, owners, plain_words
from loa.model.content import Content
from loa.model.posts import Page, PolicyPost, Question
from loa.problems import Level, Problem

# Begins with a digit, which is found several times faster than what may stand before it.
_BY_HAND = re.compile(
    r"\d(?<![\w.,/]\d)(?:"
    r"(?P<day>\d?/\d{1,2}/\d{4}(?![\w/]))"
    r"|(?P<document>\d{0,4}(?:/\d{4})?/[A-ZĐ]{2}[A-ZĐ0-9]*(?:-[A-ZĐƯ]+)*(?![\w/]))"
    r"|[\d.,]*[ \u00a0]*(?:(?P<rate>%|phần trăm)"
    r"|(?P<money>(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: đồng)?|đồng|đ|₫|VNĐ|VND)(?!\w))))"
)
# What was found, and how it is written instead.
_KINDS = {
    "day": ("ngày", "{{ muc-vay tu }}, {{ vb 07/2021/NĐ-CP ngay }}"),
    "document": ("số văn bản", "{{ vb 07/2021/NĐ-CP }}"),
    "rate": ("tỷ lệ", "{{ lai-suat }}"),
    "money": ("số tiền", "{{ muc-vay }}"),
}


def figures_come_from_data(content: Content, today: date) -> Iterator[Problem]:
    """Explainers, answers and standing pages take amounts, rates, days and numbers from data."""
    for owner in owners(content):
        if isinstance(owner, PolicyPost | Question | Page):
            for prose in main_prose(owner):
                yield from _by_hand(prose)


def _by_hand(prose: Prose) -> Iterator[Problem]:
    text = plain_words(prose.text)
    for found in _BY_HAND.finditer(text):
        what, example = _KINDS[found.lastgroup or ""]
        if prose.key:
            advice = "tiêu đề và tóm tắt nên nói bằng lời, không có số"
        else:
            advice = f"hãy lấy từ dữ liệu, ví dụ {example}, để đổi một chỗ là đổi mọi nơi"
        message = f"{what} «{found[0]}» gõ tay; {advice}"
        yield prose.problem(found.start(), message, Level.REMINDER)


def inserts_name_facts(content: Content, today: date) -> Iterator[Problem]:
    """Every ``{{ … }}`` in a body names something that the data holds."""
    for owner in owners(content):
        if "{{" in owner.body:
            for line, message in unresolved(owner.body, content, policy_of(owner, content)):
                yield Problem(owner.path, owner.body_place(line), message)


def titles_hold_no_inserts(content: Content, today: date) -> Iterator[Problem]:
    """Titles and summaries are plain words: feeds and lists show them as they are."""
    for owner in owners(content):
        for prose in main_prose(owner):
            if prose.key and "{{" in prose.text:
                message = "không dùng {{ … }} ở đây; hãy viết bằng lời và để con số trong bài"
                yield prose.problem(0, message)
