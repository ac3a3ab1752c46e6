"""A post becomes the article of every channel: nothing that a channel can't take, no word lost."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console import ROOT
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.exports.article import (
    Article,
    Block,
    Heading,
    Item,
    Line,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    lines,
    plain,
    safe_blocks,
)
from loa.exports.article.maker import article_of
from loa.rendered import body as converter
from loa.rendered.body import html_of
from loa.rendered.html_tree import parse
from town import TODAY, Town

TORTURE = (Path(__file__).parent / "torture.md").read_text(encoding="utf-8")
EDITION = Edition(site_url="https://dak-thu.test/")


def article(town: Town, edition: Edition = EDITION) -> Article:
    """The article of the town's first post."""
    showing = Showing(town.content(), TODAY, edition)
    return article_of(showing.content.posts[0], showing)


def text(blocks: tuple[Block, ...]) -> list[str]:
    """What stands in blocks, line by line."""
    return [plain(line) for line in lines(blocks)]


def converted(markdown: str) -> tuple[Block, ...]:
    """Markdown as blocks, links as they are."""
    placing = safe_blocks.Placing(lambda address: address, lambda *said: None)
    return safe_blocks.blocks(parse(html_of(markdown)), placing)


def bold(words: str) -> Line:
    """One bold stretch."""
    return (Run(words, strong=True),)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Một", Heading(2, (Run("Một"),))),
        ("## Hai", Heading(2, (Run("Hai"),))),
        ("#### Bốn", Heading(3, (Run("Bốn"),))),
        ("a **b** c", Paragraph((Run("a "), Run("b", strong=True), Run(" c")))),
        ("a  \nb", Paragraph((Run("a\nb"),))),
        (
            "<ol start='3'><li>ba<li>bốn</ol>",
            Listing((Item((Run("ba"),)), Item((Run("bốn"),))), True, 3),
        ),
        (
            "- [ ] chưa\n- [x] rồi",
            Listing((Item((Run("☐ chưa"),)), Item((Run("☑ rồi"),)))),
        ),
        (
            '!!! note "Nhớ"\n    Việc.',
            Quote((Paragraph(bold("Nhớ")), Paragraph((Run("Việc."),)))),
        ),
        ("|a|b|\n|-|-|\n|c|d|", Table(((Run("a"),), (Run("b"),)), (((Run("c"),), (Run("d"),)),))),
        ("12 m<sup>2</sup>, H<sub>2</sub>O", Paragraph((Run("12 m², H₂O"),))),
        ("<del>90.000</del> 100.000", Paragraph((Run("[đã bỏ: 90.000] 100.000"),))),
    ],
)
def test_each_construct_has_one_safe_form(markdown: str, expected: Block) -> None:
    """Whatever the officer writes arrives on the town page in a form its editor keeps."""
    assert converted(markdown) == (expected,)


def test_folded_parts_terms_footnotes_and_films_stand_open() -> None:
    """On paper and over the air nobody can press anything, so everything is there to read."""
    found = converted(
        '??? tip "Gập"\n    Trong.\n\nTừ\n:   Nghĩa.\n\nCó[^1].\n\n[^1]: Lời.\n\n'
        '<iframe src="https://vi-du.test/phim"></iframe>'
    )

    assert found == (
        Heading(3, (Run("Gập"),)),
        Paragraph((Run("Trong."),)),
        Paragraph(bold("Từ")),
        Paragraph((Run("Nghĩa."),)),
        Paragraph((Run("Có [1]."),)),
        Paragraph(
            (Run("Xem tại: "), Run("https://vi-du.test/phim", href="https://vi-du.test/phim"))
        ),
        Heading(3, (Run("Chú thích"),)),
        Listing((Item((Run("Lời."),)),), True),
    )


def test_no_word_of_the_fullest_post_is_lost() -> None:
    """A post that holds everything Markdown can hold keeps every word, in order."""
    html = html_of(TORTURE)
    apart = re.sub(
        r"(?=</?(?:sup id|p|li|t[dh]|d[td]|label|summary|figcaption|caption)\b)", " ", html
    )
    apart = apart.replace("<sup>2</sup>", "²").replace("<sub>2</sub>", "₂")  # letters now
    words = re.findall(r"\w+", parse(apart).text())
    kept = re.findall(r"\w+", " ".join(text(converted(TORTURE))))

    assert list((Counter(words) - Counter(kept)).elements()) == []


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="ab<>/\"'&;=!-# *[]()\n\tpliudth|:`~", max_size=80))
def test_no_text_breaks_the_conversion(markdown: str) -> None:
    """However torn a pasted text is, the kit is made."""
    for line in lines(converted(markdown)):
        assert not any(run.text == "" for run in line)


def test_constructs_are_those_of_the_pages() -> None:
    """What a page of the site can show, every other channel can take."""
    pages = re.findall(
        r"(?m)^  - ([a-z][\w.]+)",
        (ROOT / "mkdocs.yml").read_text("utf-8").partition("extensions:")[2],
    )

    assert set(pages) - set(converter.ONLY_FOR_PAGES) == set(converter.EXTENSIONS)
    assert set(converter.ONLY_FOR_PAGES) <= set(pages)


def test_links_are_whole_addresses(town: Town) -> None:
    """A link of a copied post leads to this site, not into the town page's own folders."""
    town.post("news", slug="bai", body="[a](../hoi-dap/b.md#muc) [c](#cuoi) [d](tel:111)")

    assert [run.href for line in lines(article(town).blocks) for run in line if run.href] == [
        "https://dak-thu.test/hoi-dap/b/#muc",
        "https://dak-thu.test/tin-tuc/bai/#cuoi",
        "tel:111",
    ]


def test_links_that_run_something_are_words_only(town: Town) -> None:
    """Nothing that a stranger slipped into a text runs on the town page."""
    town.post("news", body="[bấm](javascript:alert(1)) <a href='data:text/html,x'>vào</a>")

    assert [run.href for line in lines(article(town).blocks) for run in line] == [""]


def test_without_an_address_links_stay_words(town: Town) -> None:
    """Before the site has its address, a copied post points nowhere wrong."""
    town.post("news", body="Xem [bài](khac.md) và [báo](https://bao.test/).")
    found = article(town, Edition())

    assert [(run.text, run.href) for run in next(lines(found.blocks))] == [
        ("Xem bài và ", ""),
        ("báo", "https://bao.test/"),
        (".", ""),
    ]
    assert found.url == ""


def test_facts_stand_in_the_text(town: Town) -> None:
    """A rate that changes in the data changes on every channel."""
    town.post("policy", body="Vay nhiều nhất {{ muc-vay }}.\n\n{{ muc-huong }}")

    assert "Vay nhiều nhất 100\u00a0triệu đồng mỗi hộ." in text(article(town).blocks)


def test_a_policy_that_ended_says_so_first(town: Town) -> None:
    """No channel passes on a policy of last year as if it still held."""
    town.policy(valid_to="2026-06-30")
    town.post("policy")

    assert text(article(town).blocks)[0] == (
        "Chính sách giai đoạn trước. Đã hết hiệu lực từ 01/7/2026. Chỉ để tra cứu."
    )


def test_pictures_are_numbered_as_they_are_read(town: Town) -> None:
    """Marker 2 in the text is picture 2 of the folder."""
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        town.file(f"stories/tin-tuc/anh/{name}")
    image = {"file": "anh/a.jpg", "alt": "Ảnh thứ nhất", "caption": "Lời một", "credit": "Ảnh: Xã"}
    photo = {"file": "anh/c.jpg", "alt": "Ảnh thứ ba đây"}
    town.post("news", body="Một.\n\n![Ảnh thứ hai](anh/b.jpg)", image=image, photos=[photo])
    found = article(town)

    assert [block for block in found.blocks if isinstance(block, Picture)] == [
        Picture(1, "Ảnh thứ nhất", "Lời một. Ảnh: Xã."),
        Picture(2, "Ảnh thứ hai"),
        Picture(3, "Ảnh thứ ba đây"),
    ]
    assert [file for _, file in found.pictures] == ["anh/a.jpg", "anh/b.jpg", "anh/c.jpg"]


def test_the_end_says_who_wrote_it_and_where_it_is(town: Town) -> None:
    """Whoever reads a copy finds the unit, the source and the newest text."""
    town.post("news", slug="bai", source={"name": "Báo Ví Dụ", "url": "https://bao.test/1"})

    assert [plain(part.line) for part in article(town).closing] == [
        "Công chức văn hóa xã. UBND xã Đak Thử.",
        "Nguồn: Báo Ví Dụ.",
        "Bài gốc: https://dak-thu.test/tin-tuc/bai/",
    ]


def test_what_the_page_shows_beside_a_story_comes_along(town: Town) -> None:
    """Before and after, who helped, and the Jrai summary are part of the story everywhere."""
    household = {
        "name": "tổ Ví Dụ",
        "before_year": 2020,
        "after_year": 2026,
        "changes": [{"label": "Thu nhập", "before": "1 triệu", "after": "2 triệu"}],
    }
    jra = {"title": "Jrai title", "summary": "Jrai summary", "translator": "Người Ví Dụ"}
    town.post(
        "story",
        sample=True,
        household=household,
        supports=["vay-von-ho-ngheo"],
        helped_by=["nhcsxh"],
        translations={"jra": jra},
    )
    said = text(article(town).blocks)

    assert "Trước (2020)" in said
    assert "Chính sách đã giúp: Cho vay hộ nghèo." in said
    assert "Cùng giúp: Ngân hàng Chính sách xã hội." in said
    assert said[-4:] == ["Tiếng Jrai", "Jrai title", "Jrai summary", "Người dịch: Người Ví Dụ."]


def cells(*rows: str) -> tuple[tuple[Line, ...], ...]:
    """Rows of plain cells, written with a bar between them."""
    return tuple(tuple((Run(cell),) if cell else () for cell in row.split("|")) for row in rows)


def test_an_amount_stays_under_its_title() -> None:
    """A cell over two rows doesn't push the next amount into a column where it is wrong."""
    (found,) = converted(
        "<table><tr><th>Ai<th>Gì<th>Mức<tr><td rowspan=2>Hộ nghèo<td>Vay<td>1<tr><td>Cho<td>2"
        "<tr><td>Hộ khác<td rowspan=9>Vay<td>3</table>"
    )

    assert isinstance(found, Table)
    assert found.rows == cells("Hộ nghèo|Vay|1", "Hộ nghèo|Cho|2", "Hộ khác|Vay|3")


def test_a_table_in_a_cell_is_told_once() -> None:
    """What a writer pasted out of another program is not said twice."""
    (found,) = converted(
        "<table><tr><td>a<table><tr><td>b<td>c</table></td><td>d</td></tr></table>"
    )

    assert found == Table((), cells("a\nb\nc|d"))


def test_what_is_never_closed_swallows_nothing() -> None:
    """One torn tag of a drawing doesn't cost the rest of the post."""
    assert text(converted("Đầu <svg> giữa.\n\nCuối.")) == ["Đầu giữa.", "Cuối."]
    assert text(converted("Đầu <svg><path/>x</svg> giữa.")) == ["Đầu giữa."]


def test_a_style_around_whole_parts_reaches_their_words() -> None:
    """A link around a heading stays a link; what was struck out is not said as if it held."""
    assert converted('<a href="https://bao.test/"><h2>Tựa</h2></a>') == (
        Heading(2, (Run("Tựa", href="https://bao.test/"),)),
    )
    assert text(converted("<del><p>90.000</p></del>")) == ["[đã bỏ: 90.000]"]
    assert text(converted("[![Cờ](https://x.test/a.jpg)](https://bao.test/)")) == [
        "(Ảnh: Cờ)",
        "Xem tại: https://bao.test/",
    ]


def test_a_torn_address_is_words_only(town: Town) -> None:
    """An address with a slip in it stops no kit, and one of a folder keeps its last stroke."""
    town.post("news", slug="bai", body="[a](http://[x) [b](/lien-he/) [c](../hoi-dap/#x)")

    assert [run.href for line in lines(article(town).blocks) for run in line if run.href] == [
        "https://dak-thu.test/lien-he/",
        "https://dak-thu.test/hoi-dap/#x",
    ]
