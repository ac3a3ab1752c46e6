"""The text of a post for boxes that know no styles: complete, with a blank line between parts."""

import re
from collections.abc import Iterable, Iterator

from loa.exports.article import (
    Article,
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
from loa.exports.town_page.editor_html import marker
from loa.text.vietnamese import normalise

_INDENT = "    "
_NOTHING = "–"


def plain_text(article: Article) -> str:
    """Return text and closing lines of an article, without its title and summary."""
    return _joined(_parts((*article.blocks, *article.closing)))


def whole_text(article: Article) -> str:
    """Return title, summary, text and closing lines: what stands in ``noi-dung.txt``."""
    return _joined((article.title, article.summary, plain_text(article)))


def windows_bytes(text: str) -> bytes:
    """Return a text file that every Windows program opens with its letters right."""
    return ("\ufeff" + text).replace("\n", "\r\n").encode()


def _joined(parts: Iterable[str]) -> str:
    return normalise("\n\n".join(part for part in parts if part.strip())).strip("\n") + "\n"


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what a blank line parts from the next."""
    for block in blocks:
        match block:
            case Heading(line=line) | Paragraph(line=line):
                yield _line(line)
            case Listing():
                yield "\n".join(_items(block))
            case Quote(blocks=inner):
                yield from _parts(inner)
            case Table():
                yield "\n".join(_rows(block))
            case Picture(number=number, caption=caption):
                yield marker(number)
                yield caption


def _items(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, listing.start):
        mark = f"{number}. " if listing.ordered else "- "
        first, *rest = _line(item.line).split("\n")
        yield f"{mark}{first}".rstrip()
        below = [line for part in _parts(item.blocks) for line in part.split("\n")]
        yield from (f"{_INDENT}{line}" for line in (*rest, *below) if line)


def _rows(table: Table) -> Iterator[str]:
    """Yield a line for each row, each cell after the title of its column."""
    titles = [_cell(cell) for cell in table.head]
    if not table.rows:
        yield "; ".join(filter(None, titles))
    for row in table.rows:
        cells = [_cell(cell) for cell in row]
        named = zip(titles + [""] * (len(cells) - len(titles)), cells, strict=False)
        said = (f"{title}: {cell or _NOTHING}" if title else cell for title, cell in named)
        yield "; ".join(filter(None, said))


def _cell(line: Line) -> str:
    return " ".join(_line(line).split("\n")).strip()


def _line(line: Line) -> str:
    """Return a line with the address of each link after its words."""
    found: list[str] = []
    for place, run in enumerate(line):
        found.append(run.text)
        goes_on = place + 1 < len(line) and line[place + 1].href == run.href
        if run.href and not goes_on:
            words = plain(tuple(_same_link(line, place)))
            found.append("" if _says(words, run.href) else f" ({run.href})")
    return "".join(found).strip()


def _same_link(line: Line, last: int) -> Iterator[Run]:
    first = last
    while first and line[first - 1].href == line[last].href:
        first -= 1
    yield from line[first : last + 1]


def _says(words: str, address: str) -> bool:
    """Say whether the words of a link are its address already: "0269 3 831 111"."""
    bare = re.sub(r"^(mailto|tel):", "", address)
    return re.sub(r"[\s.\u00a0]", "", words) in (address, re.sub(r"[\s.]", "", bare)) or (
        words.strip() == bare
    )
