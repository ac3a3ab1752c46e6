"""The loudspeaker's script on paper: large letters, wide lines, each version on its own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from loa.exports.word import paper
from loa.exports.word.body import add_paragraph, writable
from loa.exports.word.paper import About
from loa.exports.word.styles import SCRIPT

Kind = Literal["heading", "spoken", "note"]
_STYLES: dict[Kind, str] = {
    "heading": "heading 1",
    "spoken": "Lời đọc",
    "note": "Ghi chú cho người đọc",
}


@dataclass(frozen=True)
class LargeLine:
    """A line of a script: a heading begins a page, a note is for the reader's eyes only."""

    kind: Kind
    text: str


def large_type_docx(
    title: str, lines: Sequence[LargeLine], *, author: str, day: date, identifier: str = ""
) -> bytes:
    """Return a script to be read out at arm's length; ``day`` is the content's own."""
    about = About(writable(title), writable(author), day, identifier, "Bản đọc trên loa")
    document = paper.blank(SCRIPT, about)
    paper.count_pages(document)
    add_paragraph(document, "Title", writable(title))
    for number, line in enumerate(lines):
        style = _STYLES[line.kind]
        # The title has begun the first page already.
        is_first = number == 0 and line.kind == "heading"
        add_paragraph(document, "Phần đầu" if is_first else style, writable(line.text))
    return paper.packed(document)
