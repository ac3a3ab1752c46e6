"""A post as every other channel takes it: titles, paragraphs, lists, tables and pictures.

Markdown can hold much more than the town page, Word or a loudspeaker can take. What they can't
take has become something they can before it stands here, and no word of it is lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style; ``"\\n"`` in ``text`` is a line break.

    ``href`` is an absolute address (http, https, mailto, tel), empty where there is no link.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


Line: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading inside the article; ``level`` is 2 or 3, the title of the article being 1."""

    level: int
    line: Line


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    line: Line


@dataclass(frozen=True)
class Item:
    """An item of a list: its own line, then what is indented under it."""

    line: Line
    blocks: "tuple[Block, ...]" = ()


@dataclass(frozen=True)
class Listing:
    """A list; ``ordered`` ones count from ``start``."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Quote:
    """Something set apart: a quotation, a note, a warning (its title is a bold first line)."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Table:
    """A table: the line of column titles (empty where there is none), then the rows of cells."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture by its number in the article, from 1; its file is in ``Article.pictures``."""

    number: int
    alt: str
    caption: str = ""  # with who took it; empty where nothing stands under the picture


Block: TypeAlias = Heading | Paragraph | Listing | Quote | Table | Picture


@dataclass(frozen=True)
class Article:
    """What goes out of one post: all text is NFC, every link absolute, pictures numbered.

    The main picture is number 1 and stands before the text; only warnings come before it. Photos
    that the body doesn't show stand at the end of ``blocks``.
    """

    title: str
    summary: str
    blocks: tuple[Block, ...]
    pictures: "tuple[tuple[Picture, str], ...]" = ()  # with the file as the post names it
    closing: tuple[Paragraph, ...] = ()  # source, author and unit, the address of the original
    url: str = ""  # absolute address of the post, empty while the site has none


def plain(line: Line) -> str:
    """Return a line without its styles."""
    return "".join(run.text for run in line)


def lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Yield every line of text in the order it is read; of a picture, its caption."""
    for block in blocks:
        match block:
            case Heading(line=line) | Paragraph(line=line):
                yield line
            case Listing(items=items):
                for item in items:
                    yield item.line
                    yield from lines(item.blocks)
            case Quote(blocks=inner):
                yield from lines(inner)
            case Table(head=head, rows=rows):
                yield from head
                yield from (cell for row in rows for cell in row)
            case Picture(caption=caption) if caption:
                yield (Run(caption),)
