"""Fenced code: where it begins and ends. Nothing in it is ever touched."""

import re
from bisect import bisect_right
from typing import NamedTuple

from loa.text.typed.lines import Line

_OPENING = re.compile(r"(?P<marks>`{3,}|~{3,})(?P<info>[^\n]*)$")
# What the site's converter takes behind the marks; other words there would be lost.
_INFO = re.compile(r"[ \t]*(?:\{[^{}]*\}|[\w#.+-]*(?:[ \t]+[\w-]+=(?:\"[^\"]*\"|\S+))*)[ \t]*$")


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

    def __init__(self, lines: list[Line]) -> None:
        """Look for lines that are nothing but marks."""
        self._lines = lines
        self._closing: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
        # Who is not closed here is not closed further down either.
        self._lost: dict[str, int] = {}
        for place, line in enumerate(lines):
            marks = line.text.strip("> \t")
            if marks[:3] in ("```", "~~~") and not marks.strip(marks[0]):
                self._closing[marks[0]].append((place, len(marks)))

    def end(self, start: int, fence: Fence) -> int | None:
        """Return the line that closes the fence opened at ``start``; None when none does."""
        mark, length = fence.marks[0], len(fence.marks)
        if length >= self._lost.get(mark, length + 1):
            return None
        closing = self._closing[mark]
        for number in range(bisect_right(closing, (start, 1 << 30)), len(closing)):
            if closing[number][1] >= length:
                return closing[number][0]
        self._lost[mark] = length
        return None
