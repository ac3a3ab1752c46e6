"""An empty Word document with our page and styles, and how it becomes bytes that never differ."""

import datetime as dt
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from loa.exports.word.styles import NAMESPACE, Look, numbering_xml, styles_xml, twips

try:
    import docx
    from docx.oxml.parser import parse_xml
    from docx.shared import Twips
except ImportError:  # pragma: no cover  Windows may refuse compiled modules
    _loaded = False
else:
    _loaded = True

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import Relationships
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Footer, _Header

# Millimetres, as NĐ 30 allows: top and bottom 20 to 25, left 30 to 35, right 15 to 20.
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
_A4 = (210, 297)
_TO_HEADER = 10

_KEPT = ("styles", "numbering", "settings", "officeDocument", "core-properties")
_SETTINGS = (
    f"<w:settings {NAMESPACE}>"
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat><w:doNotExpandShiftReturn/>"
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)


@dataclass(frozen=True)
class About:
    """What a document says of itself; its days are the content's, not the day it was made."""

    title: str
    author: str
    day: dt.date
    identifier: str = ""
    subject: str = ""


def can_write_word() -> bool:
    """Say whether Word files can be written here; all else works without."""
    return _loaded


def blank(looks: Sequence[Look], about: About) -> "Document":
    """Return a document of one empty A4 page that holds only our own styles."""
    document = docx.Document(BytesIO(_blank(tuple(looks))))
    _introduce(document, about)
    return document


@lru_cache(maxsize=4)
def _blank(looks: tuple[Look, ...]) -> bytes:
    document = docx.Document()
    part = document.part
    for rels in (part.rels, part.package.rels):
        _forget_the_rest(rels)  # the library's template brings a picture, a theme, English styles
    _replace(document.styles.element, styles_xml(looks))
    _replace(part.numbering_part.element, numbering_xml())
    _replace(document.settings.element, _SETTINGS)
    section = document.sections[0]
    section.page_width, section.page_height = (Twips(twips(side)) for side in _A4)
    section.top_margin, section.bottom_margin = Twips(twips(TOP)), Twips(twips(BOTTOM))
    section.left_margin, section.right_margin = Twips(twips(LEFT)), Twips(twips(RIGHT))
    section.header_distance = section.footer_distance = Twips(twips(_TO_HEADER))
    for grid in section._sectPr.xpath("w:docGrid"):
        section._sectPr.remove(grid)  # a grid for Chinese characters pulls our lines apart
    empty = BytesIO()
    document.save(empty)
    return empty.getvalue()


def number_pages(document: "Document") -> None:
    """Put the page number at the top, in the middle, from the second page on."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    _line_of_fields(section.first_page_header, "header", "")
    _line_of_fields(section.header, "header", "{PAGE}")


def count_pages(document: "Document") -> None:
    """Put "Trang 1/3" at the bottom of every page, so that a lost sheet is missed."""
    _line_of_fields(document.sections[0].footer, "footer", "Trang {PAGE}/{NUMPAGES}")


def packed(document: "Document") -> bytes:
    """Return the file; the same document gives the same bytes on every day."""
    loose, tight = BytesIO(), BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(tight, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return tight.getvalue()


def _forget_the_rest(rels: "Relationships") -> None:
    for id in [id for id, rel in rels.items() if rel.reltype.rpartition("/")[2] not in _KEPT]:
        del rels[id]


def _replace(element: "BaseOxmlElement", xml: str) -> None:
    element.clear()
    for child in list(parse_xml(xml)):
        element.append(child)


def _introduce(document: "Document", about: About) -> None:
    midnight = dt.datetime(about.day.year, about.day.month, about.day.day, tzinfo=dt.UTC)
    core = document.core_properties
    core.title, core.author, core.last_modified_by = about.title, about.author, about.author
    core.subject, core.identifier, core.comments = about.subject, about.identifier, ""
    core.language, core.created, core.modified = "vi-VN", midnight, midnight


def _line_of_fields(place: "_Header | _Footer", style: str, text: str) -> None:
    """Write the only line of a header or footer; ``{PAGE}`` and the like are Word's fields."""
    paragraph = place.paragraphs[0]
    paragraph.style = style
    for part in text.replace("}", "{").split("{"):
        if part.isupper():
            paragraph._p.append(
                parse_xml(
                    f'<w:fldSimple {NAMESPACE} w:instr=" {part} "><w:r><w:t>2</w:t></w:r>'
                    "</w:fldSimple>"
                )
            )
        elif part:
            paragraph.add_run(part)
