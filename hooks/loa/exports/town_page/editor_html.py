"""The text of a post as the town page's editor takes it: plain HTML that every editor keeps.

Tried in CKEditor 4 and 5, TinyMCE 6 and 8 and Quill 2; whatever one of them drops is not used.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from itertools import groupby

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
    Run,
    Table,
)
from loa.text.vietnamese import normalise

_SCHEMES = ("https://", "http://", "mailto:", "tel:")


def marker(number: int) -> str:
    """Return the line that stands where a picture goes."""
    return f"[CHÈN ẢNH {number:02d} TẠI ĐÂY]"


def body_html(article: Article) -> str:
    """Return text and closing lines of an article, without its title and summary."""
    return "\n".join(map(_block, (*article.blocks, *article.closing)))


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, line=line):
            return f"<h{level}>{_line(line)}</h{level}>"
        case Paragraph(line=line):
            return f"<p>{_line(line)}</p>"
        case Listing():
            return _listing(block)
        case Quote(blocks=inner):
            return f"<blockquote>{_together(inner)}</blockquote>"
        case Table(head=head, rows=rows):
            body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
            # Quill drops a cell of titles with all its words; a bold one it keeps.
            titles = f"<tr>{_cells(map(_bold, head))}</tr>" if head else ""
            return f"<table>{titles}{body}</table>"
        case Picture(number=number, caption=caption):
            words = f"\n<p><em>{_words(caption)}</em></p>" if caption else ""
            return f"<p>{marker(number)}</p>{words}"


def _together(inner: Iterable[Block]) -> str:
    return "".join(map(_block, inner))


def _listing(block: Listing) -> str:
    if _counts_on(block):
        # An editor counts from 1 again, so that the number becomes a word of the text.
        return "".join(
            _together((Paragraph((Run(f"{number}. "), *item.line)), *item.blocks))
            for number, item in enumerate(block.items, block.start)
        )
    tag = "ol" if block.ordered else "ul"
    return f"<{tag}>{''.join(map(_item, block.items))}</{tag}>"


def _counts_on(block: Block) -> bool:
    return isinstance(block, Listing) and block.ordered and block.start != 1


def _item(item: Item) -> str:
    line = _line(item.line)
    # A line that paragraphs follow is one itself, else editors glue the two.
    only_lists = all(isinstance(one, Listing) and not _counts_on(one) for one in item.blocks)
    if line and not only_lists:
        line = f"<p>{line}</p>"
    return f"<li>{line}{_together(item.blocks)}</li>"


def _cells(cells: Iterable[Line]) -> str:
    return "".join(f"<td>{_line(cell)}</td>" for cell in cells)


def _bold(line: Line) -> Line:
    return tuple(replace(run, strong=True) for run in line)


def _line(line: Line) -> str:
    """Return a line with its styles; runs of one link, or of one style, share one element."""

    def link(run: Run) -> str:
        return run.href if run.href.lower().startswith(_SCHEMES) else ""

    return _grouped(line, link, lambda address, runs: _linked(address, _styled(runs)))


def _linked(address: str, words: str) -> str:
    return f'<a href="{escape(normalise(address))}">{words}</a>' if address else words


def _styled(line: Line) -> str:
    def emphasised(runs: Line) -> str:
        return _grouped(
            runs, lambda run: "em" * run.emphasis, lambda tag, some: _in(tag, _all(some))
        )

    return _grouped(
        line, lambda run: "strong" * run.strong, lambda tag, some: _in(tag, emphasised(some))
    )


def _grouped(line: Line, key: Callable[[Run], str], made: Callable[[str, Line], str]) -> str:
    return "".join(made(same, tuple(runs)) for same, runs in groupby(line, key))


def _in(tag: str, words: str) -> str:
    return f"<{tag}>{words}</{tag}>" if tag else words


def _all(line: Line) -> str:
    return "".join(_words(run.text) for run in line)


def _words(text: str) -> str:
    return escape(normalise(text)).replace("\n", "<br>")
