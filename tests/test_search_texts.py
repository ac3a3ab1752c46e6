"""A post as search reads it: plain words in sections, under the anchors of the site."""

import re
from datetime import date

import pytest
from markdown import Markdown

from browser_sites import TODAY
from console import ROOT
from loa.ask import facts
from loa.drawn import blocks
from loa.load import load_content
from loa.model.posts import PolicyPost
from loa.search.texts import Section, plain, sections
from loa.text.vietnamese import toc_slug


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Hộ nghèo** được *vay* `100` triệu", "Hộ nghèo được vay 100 triệu"),
        ("- một\n- hai\n\n1. ba", "một\nhai\nba"),
        ("[Xem thêm](../a.md#b) và ![Đàn bò](bo.jpg)", "Xem thêm và Đàn bò"),
        ("| Nơi | Mức |\n| --- | --- |\n| Xã | 6,24% |", "Nơi Mức\nXã 6,24%"),
        ('!!! note "Nhớ mang giấy"\n    Bản chính.', "Nhớ mang giấy\nBản chính."),
        ("<p>Một<br>hai &amp; ba</p>", "Một\nhai & ba"),
        ("> lời kể", "lời kể"),
        ("2 < 3 và 5 > 4", "2 < 3 và 5 > 4"),
    ],
)
def test_markdown_becomes_plain_lines(markdown: str, text: str) -> None:
    """A snippet shows what a reader reads, without signs."""
    assert plain(markdown) == text


def test_a_body_is_cut_at_its_headings() -> None:
    """A result can lead to the very part that answers."""
    body = "Mở đầu.\n\n## Ai được vay?\n\nHộ nghèo.\n\n### Cần giấy gì { #giay }\n\nĐơn.\n"

    assert sections(body) == [
        Section("", "", "Mở đầu."),
        Section("Ai được vay?", "ai-duoc-vay", "Hộ nghèo."),
        Section("Cần giấy gì", "giay", "Đơn."),
    ]


def test_headings_inside_code_are_none() -> None:
    """A writer shows how to write a heading without making one."""
    assert [one.title for one in sections("```\n## Không phải\n```\n\n## Phải\n")] == ["", "Phải"]


def test_two_headings_of_one_name_have_two_anchors() -> None:
    """A result leads to the second "Ví dụ", not to the first."""
    found = sections("## Ví dụ\n\nMột.\n\n## Ví dụ\n\nHai.\n")

    assert [one.anchor for one in found] == ["", "vi-du", "vi-du_1"]


def test_anchors_are_those_of_the_site() -> None:
    """No result of the shipped site leads to a place that its page does not have."""
    content = load_content(ROOT).content
    assert content is not None
    draw = blocks.drawer(content, date.fromisoformat(TODAY))
    settings = {"toc": {"slugify": toc_slug}}
    for post in (*content.posts, *content.pages):
        policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
        body = facts.expand(post.body, content, policy, draw)
        reader = Markdown(extensions=["attr_list", "tables", "toc"], extension_configs=settings)
        made = set(re.findall(r'<h[23] id="([^"]+)"', reader.convert(body)))

        assert {one.anchor for one in sections(body) if one.anchor} == made, post.path
