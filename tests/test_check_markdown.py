"""Words, links and places are those of the page: all of them come from its conversion."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from each import each
from loa.check.prose import plain_words
from loa.rendered.seen import seen
from loa.rendered.where import line_at, line_of_link
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


def by_name(*cases: str) -> dict[str, str]:
    """Cases that are their own names."""
    return {case: case for case in cases}


def one_of(words: str, text: str) -> None:
    """Fail with the text where the words are not in it."""
    assert words in text


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

    assert seen(body).anchors == real_anchors(body)


@settings(deadline=None)  # a busy machine is no mistake
@given(st.text(alphabet="[]()!<>`\n *_#{}ab\"'~-&;:.|", max_size=60))
def test_any_text_is_looked_through(body: str) -> None:
    """Whatever is typed or pasted, the check answers, and names a line that is there."""
    found = seen(body)
    lines = body.count("\n") + 1

    assert not found.failed
    assert all(0 <= line_of_link(found, link) < lines for link in found.links)
    assert all(0 <= line_at(found, place) < lines for place in range(len(found.text) + 1))
    assert len(plain_words(found.text)) == len(found.text)


def test_words_are_joined_as_an_eye_joins_them() -> None:
    """However a number is broken up in its file, a rule reads the number."""
    each(
        by_name(
            "gọi 0912**345**678",
            "gọi 09*12345*678",
            "gọi ０９１２３４５６７８",
            "gọi 0912&#51;45678",
            "gọi 0912&shy;345&#8203;678",
            "gọi 0912<b>345</b>678",
            "gọi `0912345678`",
            "gọi [0912](https://bao.vn)345678",
            "gọi 𝟬𝟵𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴",
            "gọi 0̲9̲1̲2̲3̲4̲5̲6̲7̲8̲",
            "gọi 0\ufe0f\u20e39\ufe0f\u20e312345678",
            "gọi ٠٩١٢٣٤٥٦٧٨",
            "gọi ⓪⑨①②③④⑤⑥⑦⑧",
            "```\ngọi 0912345678\n```",
            "- gọi\u2009 0912345678",
            "![gọi 0912345678](a.jpg)",
            '[x](a.md "gọi 0912345678")',
        ),
        lambda body: one_of("gọi 0912345678", seen(body).text),
    )


def test_lines_are_found_again() -> None:
    """A writer is led to the line, also where the page tells things in another order."""
    body = (
        "Mở đầu của bài.\n\n- một **con** bò\n- hai `con` dê\n\n"
        "| Nơi | Mức |\n| --- | --- |\n| Xã | 6,24% |\n\n"
        "Theo luật[^1] mới.\n\n[^1]: Luật số mười.\n\nCuối 09**12** bài.\n"
    )
    found = seen(body)
    words = {"bò": 2, "dê": 3, "Mức": 5, "6,24": 7, "mới": 9, "mười": 11, "0912": 13, "bài.": 0}

    def judge(word: str) -> None:
        assert line_at(found, found.text.index(word)) == words[word]

    each(by_name(*words), judge)
