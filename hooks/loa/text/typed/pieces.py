"""What the words of a paragraph are made of while they are mended."""

from dataclasses import dataclass
from enum import Enum


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
