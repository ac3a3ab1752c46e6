"""Lists as typed become lists as the converter reads them: what is inside an item by four blanks.

An item reaches as far as lines stand in by two blanks or more; how far exactly is the writer's
own matter.
"""

from collections.abc import Callable
from typing import NamedTuple

from loa.text.typed import fences
from loa.text.typed.lines import Line, margin_off, moved_left, width
from loa.text.typed.markers import Kind, Marker, is_item, marker
from loa.text.typed.paragraphs import begins_capital, ends_sentence
from loa.text.typed.telling import Telling

Mend = Callable[[list[Line]], list[Line]]

# Which bullet is typed under which without standing further in: papers here have «-», then «+»,
# Word has «•», then «o», then «▪».
DEEPER = {
    "-": "+",
    "–": "+",
    "•": "o+",
    "·": "o+",
    "●": "o+",
    "\uf0b7": "o+",
    "+": "",
    "o": "▪§\uf0a7",
}
INNER = 2
# A list item so short was not broken by the width of a screen.
SHORT = 60


class Taken(NamedTuple):
    """A list as it goes out, the line after it, and the last number in it."""

    lines: list[Line]
    after: int
    number: int


def take(
    lines: list[Line],
    start: int,
    first: Marker,
    mend: Mend,
    interrupts: Callable[[int], bool],
    closings: fences.Fences,
    telling: Telling,
) -> Taken:
    """Return the list that begins at a line.

    Args:
        lines: of the container.
        start: where the list begins.
        first: the marker there.
        mend: mends the lines of an item.
        interrupts: says whether a line begins something that ends a paragraph.
        closings: where the fences of the container end.
        telling: collects what the writer should see.
    """
    out: list[Line] = []
    place, above = start, first
    current: Marker | None = first
    while current is not None:
        above = current
        inner, place, current = _item(lines, place, above, interrupts, closings)
        blanks: list[Line] = []
        while len(inner) > 1 and inner[-1].is_blank:
            blanks.append(inner.pop())
        written = _written(above, inner, mend)
        out += written
        if current is not None:
            if not blanks and _is_parted(written):
                out.append(Line("", written[-1].source))
            out += [line.with_text("") for line in reversed(blanks)]
        else:
            place -= len(blanks)
    if place < len(lines) and not lines[place - 1].is_blank and _is_sentence(lines, place):
        telling.tell("sentence under a list", lines[place].source)
    return Taken(out, place, above.number if above.kind is Kind.NUMBER else 0)


def _item(
    lines: list[Line],
    start: int,
    own: Marker,
    interrupts: Callable[[int], bool],
    closings: fences.Fences,
) -> tuple[list[Line], int, Marker | None]:
    """Return the lines of an item, the line after them, and the marker of the next item there."""
    inner = [Line(own.rest, lines[start].source)]
    margin: int | None = None
    place = start + 1
    is_code = False
    while place < len(lines):
        line = lines[place]
        if line.is_blank:
            inner.append(line.with_text(""))
            place += 1
            continue
        stands = width(line.text)
        found = marker(line.text)
        if stands >= own.indent + INNER and not _is_next_step(found, own):
            margin = stands if margin is None else margin
            fence = fences.opening(line.text)
            last = closings.end(place, fence) if fence else None
            is_code = last is not None
            for taken in lines[place : (place if last is None else last) + 1]:
                text, cut = moved_left(taken.text, margin)
                inner.append(Line(text, taken.source, cut))
            place = (place if last is None else last) + 1
            continue
        if found and found.sign in DEEPER.get(own.sign, ""):
            inner.append(line.with_text(margin_off(line.text)))
            margin = 0 if margin is None else margin
            place += 1
            continue
        if found and is_item(found, lines, place, own) and _is_same(found, own):
            return inner, place, found
        if inner[-1].is_blank or is_code or interrupts(place) or _is_sentence(lines, place):
            break
        inner.append(line)
        place += 1
    return inner, place, None


def _is_parted(written: list[Line]) -> bool:
    """Say whether the converter needs a blank line to see where such an item ends."""
    return any(not line.text for line in written) or any(
        fences.opening(line.text) for line in written
    )


def _is_same(found: Marker, own: Marker) -> bool:
    if found.kind is not own.kind:
        return False
    if not found.rest or not own.rest:
        return True
    signs = {found.sign, own.sign}
    # «-», «*» and «+» are different lists; the odd bullets of one list may be mixed.
    return len(signs) == 1 or not signs <= {"-", "*", "+"} or found.kind is not Kind.BULLET


def _is_next_step(found: Marker | None, own: Marker) -> bool:
    """Say whether a number goes on with those above it, although it stands further in."""
    return (
        found is not None
        and found.kind is own.kind is Kind.NUMBER
        and found.number == own.number + 1
        and found.indent < own.indent + 4
    )


def _is_sentence(lines: list[Line], place: int) -> bool:
    """Say whether a line right under an item is a sentence of its own, and not its second line."""
    if place == 0:
        return False
    above, below = lines[place - 1].text.rstrip(), lines[place].text
    if width(below) or not begins_capital(below):
        return False
    return (
        ends_sentence(above)
        or above.endswith((";", ":"))
        or (len(above) < SHORT and ends_sentence(below.rstrip()) and not above.endswith(","))
    )


def _written(own: Marker, inner: list[Line], mend: Mend) -> list[Line]:
    """Return an item with its marker; lines that only go on with its first words stay as typed."""
    while len(inner) > 1 and not inner[0].text:
        if inner[1].is_blank or marker(inner[1].text):
            break
        inner = [inner[1]._replace(cut=""), *inner[2:]]
    mended = mend(inner)
    first = mended[0].text if mended else ""
    if not first or fences.opening(first):
        # Code needs lines of its own; and «-» alone would underline the item above.
        front = "* " if own.sign == "-" else own.written
        out = [Line(front, inner[0].source)]
        mended = mended if first else mended[1:]
    else:
        out = [mended[0]._replace(text=own.written + first, cut="", goes_on=False)]
        mended = mended[1:]
    quoted = first.startswith(">")
    for line in mended:
        quoted = quoted and line.text.startswith(">")
        if not line.text.strip():
            out.append(line._replace(text="", goes_on=False))
        elif quoted:  # the converter leaves the lines of the first block where they stand
            out.append(line._replace(text="  " + line.text, goes_on=False))
        elif line.goes_on:
            out.append(line._replace(text=line.cut + line.text, cut="", goes_on=False))
        else:
            out.append(line._replace(text="    " + line.text, goes_on=False))
    return out
