"""What is copied to the town page: the safe set of HTML, complete plain text, a page, a guide."""

import json
import re
import unicodedata
from collections import Counter
from dataclasses import replace

import pytest

from loa.exports.article import Article, Heading, Item, Listing, Paragraph, Picture, Run, Table
from loa.exports.town_page.copy_page import copy_page
from loa.exports.town_page.editor_html import body_html
from loa.exports.town_page.plain_text import plain_text, whole_text, windows_bytes
from loa.exports.town_page.posting_guide import guide_text
from town_articles import FULLEST, PLAINEST, article_words, counted, paragraph, torture

SAFE = {"p", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "table", "tr", "th"}
SAFE |= {"td", "a", "br"}
ARTICLES = {"fullest": FULLEST, "plainest": PLAINEST, "torture": torture()}
EVERY = pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
ADDRESSES = {1: "anh/01-bai.jpg", 2: "anh/02-bai.jpg"}


def only(*blocks: object) -> Article:
    """An article of a few blocks."""
    return replace(PLAINEST, blocks=blocks, closing=())  # type: ignore[arg-type]  # as given


@EVERY
def test_html_is_what_every_editor_keeps(article: Article) -> None:
    """The town page shows what the officer saw: nothing for its editor to drop."""
    found = counted(body_html(article))

    assert set(found.tags) <= SAFE
    assert {(tag, name) for tag, name, _ in found.attributes} <= {("a", "href")}
    for _, _, address in found.attributes:
        assert re.match(r"(https?://|mailto:|tel:)", address)


@EVERY
def test_no_word_is_lost_on_the_way(article: Article) -> None:
    """Every word that was written arrives, as rich text and as plain text."""
    wanted = Counter(article_words(article))

    assert wanted - Counter(counted(body_html(article)).words) == Counter()
    assert wanted - Counter(re.findall(r"\w+", plain_text(article))) == Counter()


@EVERY
def test_text_is_in_one_spelling(article: Article) -> None:
    """Letters look right in every font, and the town page's search finds them."""
    apart = replace(article, title=unicodedata.normalize("NFD", article.title))

    for made in (body_html(apart), whole_text(apart), copy_page(apart, {}), guide_text(apart)):
        assert unicodedata.is_normalized("NFC", made)


def test_pictures_have_their_place_and_caption() -> None:
    """The officer sees where each picture goes and what stands under it."""
    html = body_html(FULLEST)

    assert counted(html).markers == 3
    assert (
        "<p>[CHÈN ẢNH 01 TẠI ĐÂY]</p>\n<p><em>Đàn bò sau hai năm. Ảnh: Xã Đak Thử.</em></p>" in html
    )
    assert "<p>[CHÈN ẢNH 02 TẠI ĐÂY]</p></li>" in html  # no caption, no empty line
    assert "\n\n[CHÈN ẢNH 01 TẠI ĐÂY]\n\nĐàn bò" in f"\n\n{plain_text(FULLEST)}"


def test_the_closing_lines_come_along() -> None:
    """Whoever reads the town page finds the unit and the original."""
    address = "https://dak-thu.test/tin-tuc/bai/"

    assert body_html(FULLEST).endswith(
        "<p>Công chức văn hóa xã. UBND xã Đak Thử.</p>\n"
        f'<p>Bài gốc: <a href="{address}">{address}</a></p>'
    )
    assert plain_text(FULLEST).endswith(f"UBND xã Đak Thử.\n\nBài gốc: {address}\n")


def test_one_link_stays_one_link() -> None:
    """A link with a bold word in it is still one to press."""
    assert (
        '<a href="https://vi-du.test/a?b=1&amp;c=2">trang <strong>của xã</strong></a><br>hoặc'
        in body_html(FULLEST)
    )
    assert "trang của xã (https://vi-du.test/a?b=1&c=2)\nhoặc gọi 0269 3 831 111." in plain_text(
        FULLEST
    )


def test_a_list_that_counts_on_keeps_its_numbers() -> None:
    """Step four is still step four, though editors begin each list with one."""
    assert "<p>4. bước bốn</p><p>5. bước năm</p>" in body_html(FULLEST)
    assert "\n\n4. bước bốn\n5. bước năm\n\n" in plain_text(FULLEST)


def test_hostile_text_stays_text() -> None:
    """Whatever a stranger wrote runs neither on the officer's PC nor on the town page."""
    bad = "</script><script>alert(1)</script><img src=x onerror=alert(1)> %%script%% \u2028"
    link = Paragraph((Run("bấm", href="javascript:alert(1)"), Run('"', href='https://a.test/"><b')))
    article = replace(
        FULLEST,
        title=bad,
        summary=bad,
        blocks=(link, paragraph(bad), Heading(2, (Run(bad),)), Picture(1, bad, bad)),
        pictures=((Picture(1, bad, bad), "a.jpg"),),
    )
    html, page = body_html(article), copy_page(article, {1: 'anh/"><b.jpg'}, [(bad, "a.txt")])

    assert set(counted(html).tags) <= SAFE
    assert next(value for *_, value in counted(html).attributes) == 'https://a.test/"><b'
    assert "javascript:" not in html
    assert counted(page).tags["script"] == 2
    assert counted(page).tags["b"] == 0
    assert not [name for _, name, _ in counted(page).attributes if name.startswith("on")]


def test_plain_text_reads_by_itself() -> None:
    """A box that knows no styles still gets a text to read: parts apart, tables row by row."""
    article = only(
        paragraph("Đoạn."),
        Listing((Item((Run("một"),), (Listing((Item((Run("con"),)),), True),)),)),
        Table(((Run("Khoản"),), (Run("Mức"),)), (((Run("Vay"),), (Run("100"),)), ((), ()))),
        Table((), (((Run("a"),), (Run("b"),)),)),
    )

    assert plain_text(article) == (
        "Đoạn.\n\n- một\n    1. con\n\nKhoản: Vay; Mức: 100\nKhoản: –; Mức: –\n\na; b\n"
    )


@EVERY
def test_one_blank_line_between_parts(article: Article) -> None:
    """The text looks the same in every box: never two empty lines, never none."""
    assert "\n\n\n" not in whole_text(article)
    assert whole_text(article).startswith(f"{article.title}\n\n{article.summary}\n\n")


def test_the_text_file_opens_in_every_windows_program() -> None:
    """Notepad on an old PC shows the letters and the lines right."""
    data = windows_bytes("Đak Thử\nhai\n")

    assert data == b"\xef\xbb\xbf" + "Đak Thử\r\nhai\r\n".encode()


def test_the_page_asks_nobody() -> None:
    """The page works on a PC without a network; it fetches nothing but its own pictures."""
    page = copy_page(FULLEST, ADDRESSES, [("Bản Word", "bai.docx")])
    found = counted(page)
    sources = [value for _, name, value in found.attributes if name in ("src", "srcset")]

    assert sources == list(ADDRESSES.values())
    assert found.tags["link"] == 0
    assert "url(" not in page.partition("</style>")[0].replace("url(data:", "")
    assert ("a", "href", "bai.docx") in found.attributes
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page


def test_the_page_holds_what_it_copies() -> None:
    """What the buttons copy is exactly the kit's HTML and text."""
    page = copy_page(FULLEST, ADDRESSES)
    found = re.search(r'<script type="application/json" id="content">(.*?)</script>', page)

    assert found is not None
    assert json.loads(found[1]) == {"html": body_html(FULLEST), "text": plain_text(FULLEST)}


def test_a_missing_picture_is_said() -> None:
    """Where a PC cannot make the pictures, the officer knows which one is wanting."""
    assert copy_page(FULLEST, ADDRESSES).count("Chưa làm được tệp ảnh này") == 1
    assert "Bài này không có ảnh." in copy_page(PLAINEST, {})


@pytest.mark.parametrize("article", [FULLEST, PLAINEST], ids=["pictures", "none"])
def test_the_guide_has_ten_lines(article: Article) -> None:
    """The officer reads the whole way at one glance."""
    title, blank, *lines = guide_text(article).rstrip("\n").split("\n")

    assert article.title in title
    assert blank == ""
    assert [line.partition(". ")[0] for line in lines] == [str(n) for n in range(1, 11)]
    assert ("xóa dòng đó" in "".join(lines)) == bool(article.pictures)


def test_the_same_post_makes_the_same_files() -> None:
    """A kit that was not changed is the same, byte for byte."""
    assert copy_page(torture(), ADDRESSES) == copy_page(torture(), ADDRESSES)
