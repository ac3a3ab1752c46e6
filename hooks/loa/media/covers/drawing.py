"""A pixel drawing written as rows of letters, and how it stands in a landscape."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Drawing:
    """One subject of the covers; ``picture`` has a line of letters for each row of cells."""

    picture: str
    before_sky: bool = False  # a dark silhouette: the hills keep low
    sunk: int = 0  # rows that reach into the ground band
    every: int = 0  # repeated along the whole ground, one every so many columns

    @property
    def rows(self) -> list[str]:
        """The rows of letters, top to bottom."""
        return self.picture.split()

    @property
    def height(self) -> int:
        """The rows above the ground band."""
        return len(self.rows) - self.sunk

    def across(self, width: int) -> int:
        """Return how many columns the drawing takes in a picture of this width."""
        one = len(self.rows[0])
        return one + (width - one) // self.every * self.every if self.every else one

    def cells(self, width: int) -> Iterator[tuple[int, int, str]]:
        """Yield the column, row and letter of every cell, counted from the top left one."""
        step = self.every or self.across(width)
        for shift in range(0, self.across(width), step):
            for y, row in enumerate(self.rows):
                yield from ((x + shift, y, letter) for x, letter in enumerate(row) if letter != ".")
