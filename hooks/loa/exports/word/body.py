"""The blocks of an article as Word's own: real lists, links, table heads, pictures with words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from loa.exports.article import (
    Block,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    plain,
)
from loa.exports.article.inlines import tidy
from loa.exports.word.columns import grid, widths
from loa.exports.word.styles import (
    LIST_DEPTHS,
    NAMESPACE,
    NUMBER_LIST,
    TEXT_WIDTH,
    character_style,
    style_id,
    twips,
)
from loa.text.letters import has_emoji, without_emoji
from loa.text.vietnamese import normalise

try:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement, parse_xml
    from docx.shared import Twips
except ImportError:  # pragma: no cover  Windows may refuse compiled modules
    pass

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

PICTURE_BOX = (TEXT_WIDTH, 105)  # millimetres; two pictures and their captions share a page
_DOTS_PER_MM = 96 / 25.4  # a small picture is not blown up
_BULLETS = 1
_LONGEST_ADDRESS = 2000  # Word gives up on a file with a longer one
_SCHEMES = ("http", "https", "mailto", "tel")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"[\d.,%–\-\s]*\d[\d.,%–\-\s]*")


@dataclass(frozen=True)
class Place:
    """Where blocks go: how deep in lists, and whether inside something set apart."""

    depth: int = 0
    quoted: bool = False

    @property
    def style(self) -> str:
        """The style of a paragraph."""
        if self.depth:
            return f"List Continue {min(self.depth, LIST_DEPTHS)}"
        return "Quote" if self.quoted else "Body Text"


def add_paragraph(place: "Document | _Cell", style: str, text: str = "") -> "WordParagraph":
    """Return a new paragraph in one of our styles.

    python-docx compares a style's name with all of them, which takes half the time of a paper.
    """
    paragraph: WordParagraph = place.add_paragraph(text)
    paragraph._p.style = style_id(style)
    return paragraph


def write(
    document: "Document",
    blocks: Iterable[Block],
    pictures: Mapping[int, bytes],
    place: Place = Place(),
) -> None:
    """Write blocks at the end of a document."""
    for block in blocks:
        match block:
            case Heading(level=level, line=line):
                write_line(add_paragraph(document, f"heading {level}"), line, bold=True)
            case Paragraph(line=line):
                write_line(add_paragraph(document, place.style), line)
            case Listing():
                _write_list(document, block, pictures, place)
            case Quote(blocks=inner):
                write(document, inner, pictures, replace(place, quoted=True))
            case Table():
                _write_table(document, block)
            case Picture():
                _write_picture(document, block, pictures)


def write_line(paragraph: "WordParagraph", line: Line, *, bold: bool = False) -> None:
    """Write a line into a paragraph; ``bold`` says that the paragraph's own style is bold.

    Bold letters in a bold style would be thin again: Word takes two of them for none.
    """
    for href, runs in groupby(_without_emoji(line), lambda run: address(run.href)):
        found = [_write_run(paragraph, run, linked=bool(href), bold=bold) for run in runs]
        if href:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, True))
            link.set(qn("w:history"), "1")
            paragraph._p.append(link)
            for run in found:
                link.append(run)


def _write_run(paragraph: "WordParagraph", run: Run, *, linked: bool, bold: bool) -> object:
    style = character_style(run.strong and not bold, run.emphasis, linked)
    made = paragraph.add_run(_NOT_XML.sub("", normalise(run.text)))._r
    if style:
        made.style = style_id(style)
    return made


def _without_emoji(line: Line) -> Line:
    """Return a line as Word prints it; what is left of a run keeps the blanks at its ends."""
    if not any(has_emoji(run.text) for run in line):
        return line
    return tidy(replace(run, text=without_emoji(f"a{run.text}a")[1:-1]) for run in line)


def writable(text: str) -> str:
    """Return a text without the characters that no XML file may hold."""
    return without_emoji(_NOT_XML.sub("", normalise(text)))


def address(href: str) -> str:
    """Return an address as Word accepts it, or nothing; one bad address spoils a whole file."""
    try:
        scheme = urlsplit(href).scheme
    except ValueError:
        return ""
    whole = re.sub("%(?![0-9A-Fa-f]{2})", "%25", _NOT_XML.sub("", href).strip())
    safe = quote(whole, safe="%/:?#[]@!$&'()*+,;=~")
    return safe if scheme in _SCHEMES and len(safe) <= _LONGEST_ADDRESS else ""


def new_table(document: "Document", style: str, rows: int, columns: list[float]) -> "WordTable":
    """Return an empty table with columns of so many millimetres, which no program widens."""
    table: WordTable = document.add_table(rows, len(columns), style)
    table.autofit = False
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Twips(twips(width))
        for cell in column.cells:
            cell.width = Twips(twips(width))
    return table


def _write_list(
    document: "Document", listing: Listing, pictures: Mapping[int, bytes], place: Place
) -> None:
    level = min(place.depth + (1 if place.quoted else 0), LIST_DEPTHS - 1)
    number = _numbering(document, level, listing.start) if listing.ordered else _BULLETS
    inside = Place(level + 1)
    for item in listing.items:
        paragraph = add_paragraph(document, "List Paragraph")
        kind = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        kind.get_or_add_ilvl().val = level
        kind.get_or_add_numId().val = number
        write_line(paragraph, item.line)
        write(document, item.blocks, pictures, inside)


def _numbering(document: "Document", level: int, start: int) -> int:
    """Return a new list that counts from ``start`` at ``level``, whatever counted before."""
    numbering = document.part.numbering_part.element
    number = len(numbering.xpath("w:num")) + 1
    numbering.append(
        parse_xml(
            f'<w:num {NAMESPACE} w:numId="{number}"><w:abstractNumId w:val="{NUMBER_LIST}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            "</w:num>"
        )
    )
    return number


def _write_table(document: "Document", source: Table) -> None:
    rows = grid(source)
    if not rows[0]:
        return
    table = new_table(document, "Table Grid", len(rows), widths(rows))
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        is_head = bool(source.head) and number == 0
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if is_head:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, line in zip(row.cells, cells, strict=True):
            is_number = _NUMBER.fullmatch(plain(line)) is not None
            style = "Tiêu đề cột" if is_head else "Ô số" if is_number else "Ô bảng"
            paragraph = cell.paragraphs[0]
            paragraph._p.style = style_id(style)
            write_line(paragraph, line, bold=is_head)
    # Two tables without a paragraph between them would become one.
    add_paragraph(document, "Sau bảng")


def _write_picture(document: "Document", picture: Picture, pictures: Mapping[int, bytes]) -> None:
    words = writable(picture.alt)
    if data := pictures.get(picture.number):
        paragraph = add_paragraph(document, "Ảnh")
        _, image = paragraph.part.get_or_add_image(BytesIO(data))
        wide, high = image.px_width, image.px_height
        scale = min(1 / _DOTS_PER_MM, PICTURE_BOX[0] / wide, PICTURE_BOX[1] / high)
        shape = paragraph.add_run().add_picture(
            BytesIO(data), Twips(twips(wide * scale)), Twips(twips(high * scale))
        )
        for named in shape._inline.xpath("wp:docPr | .//pic:cNvPr"):
            named.set("name", f"Ảnh {picture.number}")
            named.set("descr", words)
    else:
        add_paragraph(document, "Ảnh", f"[Ảnh {picture.number}: {words}]")
    if picture.caption:
        add_paragraph(document, "caption", writable(picture.caption))


def field(paragraph: "WordParagraph", label: str, number: int, shown: str) -> None:
    """Write a place that is filled in by a click in Word, or by pen on its dots."""
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {NAMESPACE}><w:sdtPr><w:alias w:val="{label}"/>'
            f'<w:tag w:val="{style_id(label)}"/><w:id w:val="{number}"/><w:showingPlcHdr/>'
            f"<w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )
