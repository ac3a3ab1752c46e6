"""Articles for the tests of the kit, and a reader that counts what stands in a piece of HTML."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from loa.exports.article import (
    Article,
    Heading,
    Item,
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
from loa.rendered.body import html_of
from loa.rendered.html_tree import parse

TORTURE = (Path(__file__).parent / "torture.md").read_text(encoding="utf-8")


def paragraph(words: str) -> Paragraph:
    """Plain words."""
    return Paragraph((Run(words),))


HERD = Picture(1, "Đàn bò của anh Siu Ví Dụ ăn cỏ", "Đàn bò sau hai năm. Ảnh: Xã Đak Thử.")
BARN = Picture(2, "Chuồng bò lợp tôn bên vườn")
NESTED = (
    HERD,
    Heading(2, (Run("Vay vốn "), Run("nuôi bò", strong=True))),
    Paragraph(
        (
            Run("Mức vay "),
            Run("nhiều nhất ", strong=True),
            Run("100 triệu", strong=True, emphasis=True),
            Run(" đồng, xem "),
            Run("trang ", href="https://vi-du.test/a?b=1&c=2"),
            Run("của xã", strong=True, href="https://vi-du.test/a?b=1&c=2"),
            Run("\nhoặc gọi "),
            Run("0269 3 831 111", href="tel:02693831111"),
            Run("."),
        )
    ),
    Listing(
        (
            Item((Run("Giấy tờ"),), (Listing((Item((Run("căn cước"),)), Item((Run("đơn"),)))),)),
            Item((Run("Chuồng trại"),), (paragraph("Cao ráo, thoát nước."), BARN)),
            Item((), (Table((), (((Run("ô trong mục"),), (Run("ô kế"),)),)),)),
        )
    ),
    Heading(3, (Run("Các bước"),)),
    Listing(
        (
            Item((Run("Nộp đơn"),), (Quote((paragraph("Nộp trước ngày 20."),)),)),
            Item((Run("Chờ xét"),), (Listing((Item((Run("một tuần"),)),), True),)),
        ),
        True,
    ),
    Listing((Item((Run("bước bốn"),)), Item((Run("bước năm"),))), True, 4),
    Quote(
        (
            Paragraph((Run("Nhớ", strong=True),)),
            Listing((Item((Run("giữ biên lai"),)), Item((Run("trả đúng hạn"),)))),
            Heading(3, (Run("Hỏi ai"),)),
            paragraph("Hỏi <tổ trưởng> & cán bộ xã."),
        )
    ),
    Table(
        ((Run("Khoản"),), (Run("Mức"),)),
        (
            ((Run("Vay "), Run("mới", strong=True)), (Run("100 triệu\n36 tháng"),)),
            ((Run("Lãi"),), ()),
        ),
    ),
    Picture(3, "Phiên chợ bò", "Phiên chợ tháng 11."),
)
CLOSING = (
    paragraph("Công chức văn hóa xã. UBND xã Đak Thử."),
    Paragraph(
        (
            Run("Bài gốc: "),
            Run("https://dak-thu.test/tin-tuc/bai/", href="https://dak-thu.test/tin-tuc/bai/"),
        )
    ),
)
FULLEST = Article(
    title="Nuôi bò thoát nghèo ở Đak Thử",
    summary="Anh Siu Ví Dụ vay vốn nuôi bò, hai năm sau thì thoát nghèo.",
    blocks=NESTED,
    pictures=((HERD, "anh/a.jpg"), (BARN, "anh/b.jpg"), (Picture(3, "Phiên chợ bò"), "anh/c.jpg")),
    closing=CLOSING,
)
PLAINEST = Article(
    title="Lịch họp thôn",
    summary="Thôn họp tối thứ Bảy.",
    blocks=tuple(paragraph(f"Đoạn {number} nói việc thứ {number}.") for number in range(1, 6)),
    closing=(paragraph("UBND xã Đak Thử."),),
)


def torture() -> Article:
    """The post that holds everything Markdown can hold."""
    numbered: list[Picture] = []

    def placed(source: str, alt: str, caption: str) -> Picture:
        numbered.append(Picture(len(numbered) + 1, alt, caption))
        return numbered[-1]

    placing = safe_blocks.Placing(
        lambda to: (
            to
            if re.match("https?:|tel:|mailto:", to)
            else f"https://dak-thu.test/{to}"
            if not to.startswith("javascript:")
            else ""
        ),
        placed,
    )
    found = safe_blocks.blocks(parse(html_of(TORTURE)), placing)
    return Article("Bài đủ mọi thứ", "Tóm tắt.", found, closing=CLOSING)


def article_words(article: Article) -> list[str]:
    """Every word of the text, in order."""
    said = (plain(line) for line in lines((*article.blocks, *article.closing)))
    return re.findall(r"\w+", " ".join(said))


STYLES = ("a", "strong", "em")
SAME = {"i": "em", "b": "strong"}


@dataclass
class Counted(HTMLParser):
    """What a piece of HTML holds: how many of each tag, its words, everything else in it."""

    tags: Counter[str] = field(default_factory=Counter)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    text: str = ""
    _inside: Counter[str] = field(default_factory=Counter)
    _before: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = SAME.get(tag, tag)
        self._inside[tag] += 1
        if tag not in STYLES:
            self.tags[tag] += 1
            self._before = frozenset()
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.text += "" if tag in (*STYLES, "span") else " "

    def handle_endtag(self, tag: str) -> None:
        tag = SAME.get(tag, tag)
        self._inside[tag] -= 1
        if tag not in STYLES:
            self._before = frozenset()

    def handle_data(self, data: str) -> None:
        if data.strip():
            # Editors cut a bold stretch with a slanted word in it in two: it is still one.
            now = frozenset(tag for tag in STYLES if self._inside[tag] > 0)
            self.tags.update(now - self._before)
            self._before = now
        self.text += data

    @property
    def words(self) -> list[str]:
        """Every word, in order."""
        return re.findall(r"\w+", self.text)

    @property
    def markers(self) -> int:
        """How many places for pictures there are."""
        return len(re.findall(r"\[CHÈN ẢNH \d\d TẠI ĐÂY\]", re.sub(r"\s+", " ", self.text)))


def counted(html: str) -> Counted:
    """Read a piece of HTML."""
    found = Counted()
    found.feed(html)
    found.close()
    return found
