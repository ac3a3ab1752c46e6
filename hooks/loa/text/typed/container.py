"""One container of a body while it is mended: its lines, and what may be asked of them."""

import re
from collections.abc import Callable

from loa.text.typed import definitions, fences, quotations, tables, tags
from loa.text.typed.inline import mended_words
from loa.text.typed.joining import Joined
from loa.text.typed.lines import RULE, Line, moved_left, width
from loa.text.typed.markers import is_item, marker
from loa.text.typed.telling import Teller, Telling

NOTE = re.compile(r" {0,3}(?:!!!|\?\?\?\+?|===[!+]{0,2})[ \t]+[\w\"“]")
_HEADING = re.compile(r"#{1,6}[ \t\u00a0]")

# Mends lines, given what collects, how deep they are, and whether they are a list item.
Mend = Callable[[list[Line], Telling, int, bool], list[Line]]


class Container:
    """The lines of a container, and how far they have been read."""

    def __init__(
        self, lines: list[Line], telling: Telling, mend: Mend, depth: int, in_list: bool
    ) -> None:
        """Begin with the first line."""
        self._lines, self._telling, self._mend = lines, telling, mend
        self._depth, self._in_list = depth, in_list
        self._closings = fences.Fences(lines)
        self._html = tags.ends([line.text for line in lines])
        self._out = Joined(in_list)
        self._place = 0
        self._was_moved = False
        self._defined: set[str] = set()

    def _add(self, kind: str, lines: list[Line], after: int) -> bool:
        self._out.add(kind, lines)
        self._place = after
        return True

    def _inner(self, lines: list[Line], in_list: bool = False) -> list[Line]:
        return self._mend(lines, self._telling, self._depth + 1, in_list)

    def _words(self, text: str, line: Line) -> str:
        return mended_words(text, self._teller([line]))

    def _teller(self, lines: list[Line]) -> Teller:
        return Teller(self._telling, [line.source for line in lines])

    def _indented(self, place: int) -> int:
        """Return the line after those that stand in by four, blank ones among them."""
        last = place
        while place < len(self._lines):
            if not self._lines[place].is_blank:
                if width(self._lines[place].text) < 4:
                    break
                last = place + 1
            place += 1
        return last

    def _is_definition(self, place: int) -> bool:
        line = self._lines[place]
        return bool(definitions.footnote(line, self._telling)) or (
            definitions.reference(self._lines, place, self._telling) is not None
        )

    def _is_text(self, place: int) -> bool:
        return not self._lines[place].is_blank and not self._interrupts(place)

    def _interrupts(self, place: int) -> bool:
        """Say whether a line ends the paragraph above it."""
        line = self._lines[place]
        text, bare = line.text, line.text.lstrip()
        first = bare[:1]
        if first in "`~" and (fence := fences.opening(text)):
            return self._closings.end(place, fence) is not None or not fence.info
        if first == "<" and tags.block_at(text):
            return True
        if first == "#" and text[:1] == "#" and _HEADING.match(text):
            return True
        if RULE.match(text) or quotations.begins(self._lines, place):
            return True
        if first in "!?=" and NOTE.match(text):
            return True
        if first == "[" and self._is_definition(place):
            return True
        if tables.is_table(self._lines, place) or tables.is_bare(self._lines, place):
            return True
        found = marker(text)
        return (
            found is not None
            and bool(found.rest)
            and is_item(
                found, self._lines, place, None, self._telling.last_number.get(self._depth, 0)
            )
        )


def moved(line: Line) -> Line:
    """Return a line without the four columns that its container stands in."""
    text, cut = moved_left(line.text, 4)
    return Line(text, line.source, cut)


def moved_right(line: Line) -> Line:
    """Return a line four columns further in."""
    return line.with_text(f"    {line.text}" if line.text.strip() else "")
