"""A body as people type it, mended into the Markdown that is published.

``mended`` is the only way from what was typed to what goes out: every page, format, index and rule
reads what it returns.
"""

from dataclasses import dataclass


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


def mended(typed: str) -> Mended:
    """Return a body as it goes out; never raises."""
    return Mended(typed, tuple(range(typed.count("\n") + 1)))
