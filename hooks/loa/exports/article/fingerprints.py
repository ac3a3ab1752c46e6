"""The mark of a post on its way out: it changes when a reader would see a change."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

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
    Table,
)


def content_mark(article: Article, photos: Mapping[int, bytes]) -> str:
    """Return sixteen hexadecimal digits that change when a reader would see a change."""
    parts = [article.title, article.summary, *_said(article.blocks), *_said(article.closing)]
    parts += [hashlib.sha256(photos[number]).hexdigest() for number in sorted(photos)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(level=level, line=line):
                yield f"{level} {_marked(line)}"
            case Paragraph(line=line):
                yield f"p {_marked(line)}"
            case Listing(items=items, ordered=ordered, start=start):
                yield f"list {start if ordered else '-'}"
                yield from (part for item in items for part in _item(item))
            case Quote(blocks=inner):
                yield from (f"> {part}" for part in _said(inner))
            case Table(head=head, rows=rows):
                yield from (" | ".join(map(_marked, row)) for row in (head, *rows))
            case Picture(number=number, alt=alt, caption=caption):
                yield f"{number}: {alt} / {caption}"


def _item(item: Item) -> Iterator[str]:
    yield f"- {_marked(item.line)}"
    yield from (f"  {part}" for part in _said(item.blocks))


def _marked(line: Line) -> str:
    return "".join(f"{run.text}<{run.href}>" if run.href else run.text for run in line)
