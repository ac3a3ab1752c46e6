"""Fenced code: where it begins and ends. Nothing in it is ever touched."""

import re
from bisect import bisect_right
from typing import NamedTuple

from loa.text.typed.lines import Line, moved_left, width

_OPENING = re.compile(r"(?P<marks>`{3,}|~{3,})(?P<info>[^\n]*)$")
# What the site's converter takes behind the marks; other words there would be lost.
_INFO = re.compile(r"[ \t]*(?:\{[^{}]*\}|[\w#.+-]*(?:[ \t]+[\w-]+=(?:\"[^\"]*\"|\S+))*)[ \t]*$")


MOST_APART = 3


class Fence(NamedTuple):
    """The marks that open a block of code and what stands behind them."""

    marks: str
    info: str

    @property
    def is_plain(self) -> bool:
        """Say whether the converter understands what stands behind the marks."""
        return bool(_INFO.match(self.info))


def opening(text: str) -> Fence | None:
    """Return the fence that a line opens."""
    text = text.lstrip(" \t")
    if not text.startswith(("```", "~~~")):
        return None
    found = _OPENING.match(text)
    if not found or (found["marks"][0] == "`" and "`" in found["info"]):
        return None
    return Fence(found["marks"], found["info"])


class Fences:
    """Where the fences of some lines end, found without looking at a line twice."""

    def __init__(self, lines: list[Line], quoted: bool = False) -> None:
        """Look for lines of marks only; ``quoted`` says that ``>`` may stand before them."""
        front = "> \t" if quoted else " \t"
        self._lines = lines
        self._closing: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
        # Who is not closed here is not closed further down either.
        self._lost: dict[str, int] = {}
        for place, line in enumerate(lines):
            marks = line.text.strip(front)
            if marks[:3] in ("```", "~~~") and not marks.strip(marks[0]):
                self._closing[marks[0]].append((place, len(marks)))

    def end(self, start: int, fence: Fence) -> int | None:
        """Return the line that closes the fence opened at ``start``; None when none does."""
        mark, length = fence.marks[0], len(fence.marks)
        if length >= self._lost.get(mark, length + 1):
            return None
        closing = self._closing[mark]
        for number in range(bisect_right(closing, (start, 1 << 30)), len(closing)):
            if closing[number][1] >= length and self._is_beside(start, closing[number][0]):
                return closing[number][0]
        self._lost[mark] = length
        return None

    def _is_beside(self, start: int, last: int) -> bool:
        """Say whether marks stand no further in than those above: code may hold marks too."""
        return width(self._lines[last].text) <= width(self._lines[start].text) + MOST_APART


def written(code: list[Line], fence: Fence) -> list[Line]:
    """Return fenced code with its two fences as the converter knows them."""
    first, last = code[0], code[-1]
    front = first.text[: len(first.text) - len(first.text.lstrip(" \t"))]
    front = front if len(front) <= MOST_APART and "\t" not in front else ""
    if not fence.is_plain or not first.text.startswith(front + fence.marks):
        first = first.with_text(front + fence.marks + (fence.info if fence.is_plain else ""))
    if last.text.rstrip() != front + fence.marks:
        last = last.with_text(front + fence.marks)
    inner, moved = code[1:-1], width(code[0].text) - len(front)
    if moved:
        inner = [line.with_text(moved_left(line.text, moved)[0]) for line in inner]
    return [first, *inner, last]
