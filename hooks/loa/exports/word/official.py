"""A post as Word papers: for approval, on the page of Decree 30/2020/NĐ-CP, and for the press."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from loa.ask.showing import Showing
from loa.exports.article import Article
from loa.exports.word import body, paper
from loa.exports.word.paper import About, can_write_word
from loa.exports.word.styles import HEAD_COLUMNS, OFFICIAL, TEXT_WIDTH
from loa.model.places import PENDING, Signer, Unit
from loa.model.posts import Post
from loa.text.vietnamese import day_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

__all__ = ["approval_docx", "can_write_word", "press_docx", "signature"]

_DOTS = "……"
_KEEP = "\u00a0"  # words that belong together stand on one line
_COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".replace(" ", _KEEP)
_MOTTO = "Độc lập - Tự do - Hạnh phúc".replace(" ", _KEEP)
_CHOICES = ("Đồng ý", "Sửa lại", "Không đăng")
_OPINION_LINES = 3


def approval_docx(
    post: Post, article: Article, pictures: Mapping[int, bytes], showing: Showing
) -> bytes:
    """Return the paper on which an article is laid before whoever approves it.

    Number and date stay empty for the officer. ``pictures`` are JPEG files by number.
    """
    unit = showing.content.township.active
    document = paper.blank(OFFICIAL, _about(post, article, "Bản trình duyệt"))
    paper.number_pages(document)
    _head(document, unit)
    _say(document, "Tên loại", "BẢN TRÌNH DUYỆT")
    _say(document, "Title", article.title)
    _say(document, "Gạch dưới trích yếu", "")
    as_of = f"Nội dung cập nhật đến ngày {day_text(post.last_change)}"
    _say(document, "Thông tin bài", f"Mã bài: {post.id}. {as_of}.")
    _article(document, article, pictures)
    _say(document, "Sau bảng", "")
    _opinion(document)
    _signatures(document, _signer(unit, showing.today), showing.today)
    return paper.packed(document)


def press_docx(
    post: Post, article: Article, pictures: Mapping[int, bytes], showing: Showing
) -> bytes:
    """Return the article as newspapers take it: no letterhead, and whom to call about it."""
    unit = showing.content.township.active
    document = paper.blank(OFFICIAL, _about(post, article, "Bài gửi báo chí"))
    paper.number_pages(document)
    _say(document, "Title", article.title)
    _article(document, article, pictures)
    phone = unit.contacts.phone if unit.contacts else None
    if phone:
        _say(document, "Cuối bài", f"Điện thoại: {phone} ({unit.committee}).")
    _say(document, "Cuối bài", f"Mã bài: {post.id}. Cập nhật ngày {day_text(post.last_change)}.")
    if article.pictures:
        _say(document, "heading 2", "Ảnh gửi kèm")
        for picture, _ in article.pictures:
            said = picture.caption or picture.alt
            _say(document, "Cuối bài", f"Ảnh {picture.number:02d}: {said}")
    return paper.packed(document)


def _about(post: Post, article: Article, subject: str) -> About:
    say = body.writable
    return About(say(article.title), say(post.author), post.last_change, post.id, subject)


def _say(place: "Document | _Cell", style: str, text: str) -> None:
    body.add_paragraph(place, style, body.writable(text))


def _article(document: "Document", article: Article, pictures: Mapping[int, bytes]) -> None:
    _say(document, "Sapô", article.summary)
    body.write(document, article.blocks, pictures)
    for paragraph in article.closing:
        body.write_line(body.add_paragraph(document, "Cuối bài"), paragraph.line)


def _head(document: "Document", unit: Unit) -> None:
    """Write who issues the paper and the country's name with its motto, side by side."""
    table = body.new_table(document, "Hai cột", 2, list(HEAD_COLUMNS))
    (issuer, country), (number, day) = (row.cells for row in table.rows)
    _fill(
        issuer,
        ("Cơ quan ban hành", "ỦY BAN NHÂN DÂN"),
        ("Cơ quan ban hành", unit.full_name.upper()),
        ("Gạch dưới cơ quan", ""),
    )
    _fill(country, ("Quốc hiệu", _COUNTRY), ("Tiêu ngữ", _MOTTO), ("Gạch dưới tiêu ngữ", ""))
    _fill(number, ("Số ký hiệu", f"Số:{_KEEP}"))
    body.field(number.paragraphs[0], "Số và ký hiệu", 1, f"{_DOTS}/{_DOTS}")
    _fill(day, ("Địa danh và ngày", f"{unit.name}, "))
    blank = f"ngày {_DOTS} tháng {_DOTS} năm {_DOTS}{_DOTS}".replace(" ", _KEEP)
    body.field(day.paragraphs[0], "Ngày tháng năm", 2, blank)


def _fill(cell: "_Cell", *said: tuple[str, str]) -> None:
    """Write into an empty cell, which already has its first paragraph."""
    for style, text in said:
        _say(cell, style, text)
    cell._tc.remove(cell.paragraphs[0]._p)


def _opinion(document: "Document") -> None:
    """Write the box in which the approver ticks and says what to change."""
    table = body.new_table(document, "Khung duyệt", 1, [TEXT_WIDTH])
    lines = ["Ý kiến:\t", *["\t"] * (_OPINION_LINES - 1)]
    _fill(
        table.cell(0, 0),
        ("Tên khung duyệt", "Ý KIẾN CỦA NGƯỜI DUYỆT"),
        ("Ô đánh dấu", "".join(f"\t☐ {choice}" for choice in _CHOICES)),
        *(("Dòng ý kiến", line) for line in lines),
    )
    _say(document, "Sau khung duyệt", "")


def _signatures(document: "Document", signer: Signer | None, today: date) -> None:
    table = body.new_table(document, "Hai cột", 1, [TEXT_WIDTH / 2] * 2)
    writer, approver = table.rows[0].cells
    _fill(
        writer,
        ("Chức vụ ký", "NGƯỜI TRÌNH"),
        ("Cách ký", "(Ký, ghi rõ họ tên)"),
        ("Họ tên ký", ""),
    )
    titles, name = signature(signer, today)
    _fill(
        approver,
        *(("Chức vụ ký", title) for title in titles),
        ("Cách ký", "(Ký, ghi rõ họ tên)"),
        ("Họ tên ký", name),
    )


def _signer(unit: Unit, today: date) -> Signer | None:
    """Return who signs for a unit today, as far as its data says."""
    for signer in unit.signers:
        began = signer.since is None or signer.since <= today
        if began and (signer.until is None or today <= signer.until):
            return signer
    return None


def signature(signer: Signer | None, today: date) -> tuple[tuple[str, ...], str]:
    """Return the lines over a signature, as Decree 30 has them, and the name under it.

    The name is left to the pen unless the data says since when the person holds the office: on
    paper, a name of somebody who left is worse than none.
    """
    if signer is None or signer.title == PENDING:
        return ("NGƯỜI DUYỆT",), ""
    title = signer.title.upper()
    body = (signer.on_behalf or "").upper()
    titles: tuple[str, ...]
    match signer.form:
        case "KT.":
            first = f"KT. {title.removeprefix('PHÓ ')}"
            titles = (f"TM. {body}", first, title) if body else (first, title)
        case None:
            titles = (title,)
        case form:
            titles = (f"{form} {body}".strip(), title)
    known = signer.since is not None and signer.since <= today
    return titles, signer.name if known else ""
