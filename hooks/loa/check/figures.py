"""Figures come from data, so that one change of rate changes every page."""

import re
from collections.abc import Iterator
from datetime import date

from loa.check.prose import Prose, main_prose, owners, plain_words, without_inserts
from loa.facts import unresolved
from loa.model.content import Content
from loa.model.policies import Policy
from loa.model.posts import Page, PolicyPost, Post, Question
from loa.problems import Level, Problem

_BY_HAND = (
    (
        re.compile(
            r"(?<![\w.,])\d[\d.,]*[ \u00a0]*"
            r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: đồng)?|đồng|đ|₫|VNĐ|VND)(?!\w)"
        ),
        "số tiền",
        "{{ muc-vay }}",
    ),
    (re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?[ \u00a0]?(?:%|phần trăm)"), "tỷ lệ", "{{ lai-suat }}"),
    (
        re.compile(r"(?<![\w/])\d{1,2}/\d{1,2}/\d{4}(?![\w/])"),
        "ngày",
        "{{ muc-vay tu }}, {{ vb 07/2021/NĐ-CP ngay }}",
    ),
    (
        re.compile(r"(?<![\w/])\d{1,5}(?:/\d{4})?/[A-ZĐ]{2}[A-ZĐ0-9]*(?:-[A-ZĐƯ]+)*(?![\w/])"),
        "số văn bản",
        "{{ vb 07/2021/NĐ-CP }}",
    ),
)


def figures_come_from_data(content: Content, today: date) -> Iterator[Problem]:
    """Explainers, answers and standing pages take amounts, rates, days and numbers from data."""
    for owner in owners(content):
        if isinstance(owner, PolicyPost | Question | Page):
            for prose in main_prose(owner):
                if any(map(str.isdecimal, prose.text)):
                    yield from _by_hand(prose)


def _by_hand(prose: Prose) -> Iterator[Problem]:
    text = without_inserts(plain_words(prose.text))
    for pattern, what, example in _BY_HAND:
        for found in pattern.finditer(text):
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
            policy = _policy(content, owner)
            for line, message in unresolved(owner.body, content, policy):
                yield Problem(owner.path, owner.body_line + line, message)


def titles_hold_no_inserts(content: Content, today: date) -> Iterator[Problem]:
    """Titles and summaries are plain words: feeds and lists show them as they are."""
    for owner in owners(content):
        for prose in main_prose(owner):
            if prose.key and "{{" in prose.text:
                message = "không dùng {{ … }} ở đây; hãy viết bằng lời và để con số trong bài"
                yield prose.problem(0, message)


def _policy(content: Content, owner: Post | Page) -> Policy | None:
    return content.policies.get(owner.policy) if isinstance(owner, PolicyPost) else None
