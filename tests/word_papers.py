"""An invented article with every kind of block, and the Word papers that tests make of it."""

from datetime import date

from loa.ask.paths import Edition
from loa.ask.showing import Showing
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
)
from loa.exports.word import official
from loa.exports.word.large_type import LargeLine, large_type_docx
from town import TODAY, Town, plain_photo

LINK = "https://dak-thu.test/vay?a=1&b=2"
HOSTILE = "<b>&amp; ]]> \x0b\x07 \ud800 😀 Đak Thử e\u0302\u0323 " + "dài" * 80


def text(words: str) -> tuple[Run, ...]:
    """A plain line."""
    return (Run(words),)


def every_block() -> Article:
    """Return an article that runs over several pages."""
    picture = Picture(1, "Vườn tiêu & cà phê", "Vườn ở làng Ví Dụ. Ảnh: Siu Ví Dụ.")
    nested = Listing((Item(text("con một")), Item(text("con hai"))), ordered=True)
    blocks = (
        picture,
        Heading(2, (Run("Một "), Run("đề mục", strong=True))),
        Paragraph((Run("Đậm", strong=True), Run(" nghiêng", emphasis=True), Run(" chung\nmới"))),
        Paragraph((Run("Xem "), Run("trang", href=LINK), Run(" vay", strong=True, href=LINK))),
        Paragraph((Run("Hỏng", href="javascript:alert(1)"), Run(" lạ", href="https://a b/ỏ"))),
        Listing((Item(text("ngoài"), (Paragraph(text("tiếp")), nested)), Item(text("sau")))),
        Listing((Item(text("bảy")), Item(text("tám"))), ordered=True, start=7),
        Listing((Item(text("một")),), ordered=True),
        Quote((Paragraph(text("Lời bà con.")),)),
        Heading(3, text("Bảng")),
        Table(
            (text("Việc"), text("Số hộ")), tuple((text(f"Việc {n}"), text("12")) for n in range(60))
        ),
        Table((), ((text("một ô"),), (text("a"), text("b")))),
        Paragraph(text(HOSTILE)),
        Picture(2, "Ảnh không có tệp"),
        *(Paragraph(text("Bà con làng Ví Dụ cùng trồng xen. " * 12)) for _ in range(8)),
    )
    closing = (Paragraph(text("Công chức văn hóa xã.")),)
    return Article("Cả tổ cùng trồng xen", "Một tổ ở làng Ví Dụ. " * 4, blocks,
                   ((picture, "vuon.jpg"),), closing, LINK)  # fmt: skip


def papers(town: Town) -> dict[str, bytes]:
    """Return the three papers by name."""
    town.post("news", title="Cả tổ cùng trồng xen")
    showing = Showing(town.content(), TODAY, Edition())
    given = (showing.content.posts[0], every_block(), {1: plain_photo()}, showing)
    spoken = [LargeLine("spoken", "Xin kính chào bà con: ẵ ặ ể ỗ ợ ữ ỵ Ằ Ỡ Đ ĕ ĭ ŏ ŭ. " * 8)] * 4
    script = [
        line
        for minutes in (1, 3, 5)
        for line in (
            LargeLine("heading", f"Bản {minutes} phút"),
            LargeLine("note", "Đọc chậm."),
            *spoken,
        )
    ]
    return {
        "duyet": official.approval_docx(*given),
        "bao": official.press_docx(*given),
        "loa": large_type_docx("Chuyên mục", script, author="Công chức", day=date(2026, 10, 17)),
    }
