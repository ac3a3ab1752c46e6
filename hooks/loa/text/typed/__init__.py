"""A body as people type it, mended into the Markdown that is published.

``mended`` is the only way from what was typed to what goes out: every page, format, index and rule
reads what it returns.
"""

from dataclasses import dataclass, replace

from loa.text.typed.blocks import mend
from loa.text.typed.lines import Line
from loa.text.typed.notes import without_notes
from loa.text.typed.telling import Telling


@dataclass(frozen=True)
class Told:
    """What the writer should look at: the line of the typed body, counted from 0, and why."""

    line: int
    message: str
    is_error: bool = False


@dataclass(frozen=True)
class Mended:
    """A body as it goes out.

    Attributes:
        text: Markdown for the converter.
        lines: for each line of ``text`` the line of the typed body it came from, counted from 0.
        told: what was mended in a way that the writer should see, or could not be mended.
        notes: what was typed for oneself (comments, ``[//]: #``) and goes nowhere, with its line.
    """

    text: str
    lines: tuple[int, ...]
    told: tuple[Told, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()


# What was mended may show what else was meant; after so many times nothing is left to find.
_TIMES = 4
# A body so long is looked at once.
_LONG = 100_000


def mended(typed: str) -> Mended:
    """Return a body as it goes out; never raises."""
    once = _once(typed)
    text, lines = once.text, once.lines
    for _ in range(_TIMES):
        if text.strip("\n") == typed.strip("\n") or len(text) > _LONG:
            break
        typed, again = text, _once(text)
        text, lines = again.text, tuple(lines[line] for line in again.lines)
    return replace(once, text=text, lines=lines)


def _once(typed: str) -> Mended:
    lines = [Line(text, number) for number, text in enumerate(typed.split("\n"))]
    known = Telling()
    kept, notes = without_notes(lines, known)
    known.look(kept)
    out = mend(kept, known) or [Line("", 0)]
    return Mended(
        "\n".join(line.text for line in out),
        tuple(line.source for line in out),
        tuple(Told(*told) for told in sorted(set(known.told))),
        tuple(notes),
    )
