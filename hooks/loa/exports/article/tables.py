"""A table as rows of plain lines: no cell spans another, no list stands in a cell.

A cell that reaches over several rows says its words in each of them, so that every row can be read
alone and every amount stays under its own title.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from loa.exports.article import Block, Heading, Line, Listing, Paragraph, Quote, Run, Table, inlines
from loa.rendered.html_tree import Element, Node, without_pictures

WIDEST_SPAN = 50
TALLEST_SPAN = 500

ToLine = Callable[[Iterable[Node]], Line]
ToBlocks = Callable[[Iterable[Node]], Iterator[Block]]


def table(node: Element, to_line: ToLine, to_blocks: ToBlocks) -> Iterator[Block]:
    """Yield the caption of a table as a bold paragraph, then the table."""
    head: tuple[Line, ...] = ()
    rows: list[tuple[Line, ...]] = []
    reaching: dict[int, tuple[Line, int]] = {}  # column → what reaches down, over how many rows
    for row in _own_parts(node):
        if row.tag == "caption" and (line := to_line(without_pictures(row.children))):
            yield Paragraph(_strong(line))
        if row.tag != "tr" or "hidden" in row.attributes:
            continue
        cells = [cell for cell in row.elements() if cell.tag in ("td", "th")]
        titles = len(cells) > 1 and all(cell.tag == "th" for cell in cells)
        found = _row(cells, titles, reaching, to_blocks)
        if titles and not head and not rows:
            head = found
        elif found:
            rows.append(found)
    if any(line for row in (head, *rows) for line in row):
        width = max(len(row) for row in (head, *rows))
        padded = tuple(row + ((),) * (width - len(row)) for row in rows)
        yield Table(head + ((),) * (width - len(head)) if head else (), padded)


def _own_parts(node: Element) -> Iterator[Element]:
    """Yield everything in a table but what belongs to another table in one of its cells."""
    for child in node.elements():
        yield child
        if child.tag not in ("td", "th"):
            yield from _own_parts(child)


def _row(
    cells: list[Element], titles: bool, reaching: dict[int, tuple[Line, int]], to_blocks: ToBlocks
) -> tuple[Line, ...]:
    """Return the lines of a row; ``reaching`` tells what comes down from the rows above."""
    found: list[Line] = []

    def come_down() -> None:
        while len(found) in reaching:
            line, rows = reaching.pop(len(found))
            below[len(found)] = (line, rows - 1)
            found.append(line)

    below: dict[int, tuple[Line, int]] = {}
    for cell in cells:
        come_down()
        rows = _span(cell, "rowspan", TALLEST_SPAN)
        for line in _cell(cell, titles, to_blocks):
            below[len(found)] = (line, rows - 1)
            found.append(line)
    come_down()
    reaching |= below
    for column in [column for column, (_, rows) in reaching.items() if rows < 1]:
        del reaching[column]
    return tuple(found)


def _span(cell: Element, name: str, most: int) -> int:
    said = cell.attributes.get(name, "1")
    return max(1, min(int(said), most)) if said.isdecimal() and len(said) < 6 else 1


def _cell(cell: Element, title: bool, to_blocks: ToBlocks) -> Iterator[Line]:
    """Yield the line of a cell, then nothing for each further column it spans."""
    runs: list[Run] = []
    for line in _lines(to_blocks(without_pictures(cell.children))):
        runs += [Run("\n")] if runs else []
        runs += line
    whole = inlines.tidy(runs)
    # The row of titles is known as such; a title in front of a row is bold.
    yield _strong(whole) if cell.tag == "th" and not title else whole
    yield from ((),) * (_span(cell, "colspan", WIDEST_SPAN) - 1)


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Heading(line=line) | Paragraph(line=line):
                yield line
            case Listing(items=items, ordered=ordered, start=start):
                for number, item in enumerate(items, start):
                    yield (Run(f"{number}. " if ordered else "- "), *item.line)
                    yield from _lines(item.blocks)
            case Quote(blocks=inner):
                yield from _lines(inner)
            case Table(head=head, rows=rows):
                yield from (line for row in (head, *rows) for line in row if line)


def _strong(line: Line) -> Line:
    return tuple(replace(run, strong=True) for run in line)
