"""Links and anchors are found where Python-Markdown, which makes the pages, finds them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from loa.check.markdown import anchors, links
from loa.check.prose import plain_words, without_code
from loa.text.vietnamese import toc_slug

HEADINGS = (
    "## Ai được vay?",
    "## Ai được vay?",
    "### Hỏi: *có* phải `trả` lãi không?",
    "## [Vay vốn](vay-von.md) và bò",
    "## Giấy tờ {#giay}",
    "## Giấy tờ {: #giay-to .to }",
    "## Đến đâu? ##",
    "#Không có dấu cách",
    "Mở đầu\n======",
    "Một mục\n---",
    "## ???",
    "## A & B <em>c</em>",
    "Chữ {: #doan }",
    "Đoạn này\n{: #doan-nay }",
    "Chữ **đậm**{: #dam } và [nối](x.md){#noi}",
    "```\n## trong mã\n```",
    "Đoạn văn có # và ## ở giữa.",
    "> ## Trong lời trích",
    "- một\n- hai",
    "|a|b|\n|-|-|\n|c|d|",
)


def real_anchors(body: str) -> set[str]:
    """The ids that a reader's browser will know."""
    toc = {"toc": {"slugify": toc_slug}}
    extensions = ["attr_list", "tables", "fenced_code", "toc"]
    page = Markdown(extensions=extensions, extension_configs=toc).convert(body)
    return set(re.findall(r'id="([^"]+)"', page))


@settings(deadline=None)  # a busy machine is no mistake
@given(st.lists(st.sampled_from(HEADINGS), max_size=8))
def test_anchors_are_those_of_the_page(parts: list[str]) -> None:
    """A link to a heading is right in the check exactly when it is right on the page."""
    body = "\n\n".join(parts)

    # Headings inside a quotation are real but nobody links there; not knowing them is safe.
    quoted = {toc_slug("Trong lời trích")}
    told = {re.sub(r"_\d+$", "", anchor) for anchor in anchors(body, lambda title: title)}
    real = {re.sub(r"_\d+$", "", anchor) for anchor in real_anchors(body)}
    assert told - quoted == real - quoted


@pytest.mark.parametrize("count", [2, 3])
def test_repeated_headings_are_numbered(count: int) -> None:
    """The second "Ai được vay?" has its own address, as on the page."""
    body = "## Ai được vay?\n\n" * count

    assert anchors(body, lambda title: title) == real_anchors(body)


@settings(deadline=None)  # a busy machine is no mistake
@given(st.text(alphabet="[]()!<>`\n *_#{}ab\"'~-", max_size=60))
def test_any_text_is_looked_through(body: str) -> None:
    """Whatever is typed or pasted, the check answers and every place stays where it was."""
    found = links(body)

    assert all(0 <= link.place < len(body) for link in found)
    assert len(plain_words(body)) == len(without_code(body)) == len(body)
    assert plain_words(body).count("\n") == body.count("\n")
    anchors(body, lambda title: title)


@pytest.mark.parametrize("pasted", ["[" * 20_000, "![" * 10_000, "<" * 20_000, "`" * 20_000])
def test_a_wall_of_brackets_takes_no_time(pasted: str) -> None:
    """One broken paste does not make an officer wait."""
    assert links(pasted) == ()
