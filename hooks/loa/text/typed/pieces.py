"""What the words of a paragraph are made of while they are mended."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum


class Breaks:
    """Where the lines of a text end, so that the line of a place is found at once."""

    def __init__(self, text: str) -> None:
        """Look for the line breaks."""
        self._places = [found.start() for found in re.finditer("\n", text)]

    def line(self, place: int) -> int:
        """Return the line, counted from 0, that a place is in."""
        return bisect_left(self._places, place)


class Sort(Enum):
    """What a piece is: words, code that stays, a sign that may mean something."""

    WORDS = "words"
    CODE = "code"
    ADDRESS = "address"
    RUN = "run"
    OPEN = "open"
    CLOSE = "close"
    TICKS = "ticks"
    ANGLE = "angle"


@dataclass
class Piece:
    """A stretch of a text, where it was typed, and what goes out for it."""

    sort: Sort
    place: int
    typed: str
    written: str

    @property
    def end(self) -> int:
        """Return the place behind the piece."""
        return self.place + len(self.typed)
