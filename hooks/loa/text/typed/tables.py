"""Tables: those with a line under their head, those without, and columns parted by Tab."""

import re
from collections import Counter
from itertools import takewhile

from loa.text.typed.lines import BLANKS, Line
from loa.text.typed.telling import Telling

_DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?[-–—]+:?[ \t]*(?:\|[ \t]*:?[-–—]+:?[ \t]*)*\|?[ \t]*$")
_PIECES = re.compile(r"`+|\\.|\|", re.DOTALL)


def is_table(lines: list[Line], place: int) -> bool:
    """Say whether a table with a line under its head begins there."""
    if place + 1 >= len(lines) or "|" not in lines[place].text:
        return False
    below = lines[place + 1].text
    return "|" in below and bool(_DIVIDER.match(below)) and not _DIVIDER.match(lines[place].text)


def is_bare(lines: list[Line], place: int) -> bool:
    """Say whether rows between bars begin there, without a line under the first."""
    rows = [_row(line.text) for line in lines[place : place + 2]]
    return len(rows) == 2 and rows[0] > 1 and rows[0] == rows[1]


def _row(text: str) -> int:
    bare = text.strip(BLANKS)
    if len(bare) < 3 or bare[0] != "|" or bare[-1] != "|" or _DIVIDER.match(bare):
        return 0
    return len(cells(bare))


def is_tabbed(lines: list[Line], place: int) -> bool:
    """Say whether lines with as many tabs between words begin there: copied out of Excel."""
    two = [line.text for line in lines[place : place + 2]]
    if len(two) < 2 or any("|" in text or text[:1] in ("\t", "#", ">") for text in two):
        return False
    counts = {_tabs(text) for text in two}
    return len(counts) == 1 and counts != {0} and all(two[0].strip(BLANKS).split("\t"))


def _tabs(text: str) -> int:
    return text.strip(BLANKS).count("\t")


def with_bars(text: str) -> list[str]:
    """Return what stands between the bars of a row; a bar in code or behind a backslash is none."""
    found, start, code = [], 0, ""
    pieces = list(_PIECES.finditer(text))
    ticks = Counter(piece[0] for piece in pieces if piece[0][0] == "`")
    for piece in pieces:
        sign = piece[0]
        if sign[0] == "`":
            ticks[sign] -= 1
            code = "" if sign == code else code or (sign if ticks[sign] else "")
        elif sign == "|" and not code:
            found.append(text[start : piece.start()])
            start = piece.end()
    return [*found, text[start:]]


def cells(text: str) -> list[str]:
    """Return the cells of a row; bars at its ends are its frame."""
    found = with_bars(text)
    if not found[0].strip(BLANKS):
        found.pop(0)
    if found and not found[-1].strip(BLANKS):
        found.pop()
    return found


def rows_below(lines: list[Line], place: int) -> int:
    """Return the line after the rows that begin there."""
    return place + len(list(takewhile(lambda line: "|" in line.text, lines[place:])))


def table(rows: list[Line], telling: Telling) -> list[Line]:
    """Return a table as the converter takes it whole: every row has a head above each cell."""
    head, divider = rows[0], rows[1]
    if "–" in divider.text or "—" in divider.text:
        divider = divider.with_text(re.sub("[–—]+", "---", divider.text))
    wide = len(cells(head.text))
    widest = max(len(cells(row.text)) for row in (head, *rows[2:]))
    marks = cells(divider.text)
    if widest > wide:
        telling.tell("wider row", head.source)
    if widest > wide or len(marks) != widest:
        head = head.with_text(_joined(cells(head.text), widest, ""))
        divider = divider.with_text(_joined(marks[:widest], widest, "---"))
    return [_at_margin(row) for row in (head, divider, *rows[2:])]


def _joined(words: list[str], count: int, filled: str) -> str:
    padded = [word.strip(BLANKS) for word in words] + [filled] * (count - len(words))
    return f"| {' | '.join(padded)} |"


def _at_margin(row: Line) -> Line:
    bare = row.text.lstrip(BLANKS)
    return (
        row if len(row.text) - len(bare) < 4 and row.text[:1] != "\u00a0" else row.with_text(bare)
    )


def completed(rows: list[Line], telling: Telling) -> list[Line]:
    """Return rows between bars with the line under the first that makes them a table."""
    telling.tell("table without a line", rows[0].source)
    divider = Line(_joined([], len(cells(rows[0].text)), "---"), rows[0].source)
    return table([rows[0], divider, *rows[1:]], telling)


def tabbed_rows(lines: list[Line], place: int) -> int:
    """Return the line after the rows parted by Tab that begin there."""
    return place + len(
        list(takewhile(lambda line: _tabs(line.text) > 0 and "|" not in line.text, lines[place:]))
    )


def drawn(rows: list[Line], telling: Telling) -> list[Line]:
    """Return columns parted by Tab as a table."""
    telling.tell("tabbed table", rows[0].source)
    parts = [row.text.strip(BLANKS).split("\t") for row in rows]
    wide = max(map(len, parts))
    written = [
        row.with_text(_joined(part, wide, "")) for row, part in zip(rows, parts, strict=True)
    ]
    return [written[0], Line(_joined([], wide, "---"), rows[0].source), *written[1:]]
