"""Lines that begin with ``>``: a quotation, or «more than»."""

import re
from collections.abc import Callable

from loa.text.typed.lines import BLANKS, Line

_MARK = re.compile(r" {0,3}>[ ]?")
_MORE_THAN = re.compile(rf" {{0,3}}>=?[{BLANKS}]*\d(?!\d{{0,8}}[.)][{BLANKS}])")


def begins(lines: list[Line], place: int) -> bool:
    """Say whether a line is quoted; «>60 tuổi» alone is a number to be compared with."""
    text = lines[place].text
    if not _MARK.match(text):
        return False
    if not _MORE_THAN.match(text):
        return True
    beside = lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
    return any(_MARK.match(line.text) and not _MORE_THAN.match(line.text) for line in beside)


def end(lines: list[Line], start: int, interrupts: Callable[[int], bool]) -> int:
    """Return the line after a quotation; lines of its last paragraph need no mark."""
    place = start
    while place < len(lines):
        text = lines[place].text
        if not _MARK.match(text):
            above = lines[place - 1].text
            if not text.strip() or not _MARK.sub("", above, count=1).strip() or interrupts(place):
                break
        place += 1
    return place


def inside(line: Line) -> Line:
    """Return what is quoted in a line; the mark is kept as it was typed."""
    found = _MARK.match(line.text)
    if not found:
        return Line(line.text, line.source, "", True)
    rest = line.text[found.end() :]
    if found[0].endswith(">") and rest.startswith("\t"):
        rest = "   " + rest[1:]
    return Line(rest, line.source, found[0])


def written(lines: list[Line]) -> list[Line]:
    """Return mended lines with their marks."""
    out = []
    for line in lines:
        cut = line.cut if line.cut.lstrip(" ").startswith(">") else "> "
        front = cut if line.text.strip() or line.cut else ">"
        out.append(line._replace(text=front + line.text, cut="", goes_on=False))
    return out
