"""The landscape of a cover: sky, sun, two rows of hills, pines, a woven ground, a subject."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from typing import NamedTuple

from loa.media.covers.drawing import Drawing
from loa.media.covers.grid import Cell, Grid
from loa.media.covers.palette import PALETTES, inks
from loa.media.covers.subjects import DRAWINGS

SMALLEST = (28, 36)  # columns, rows: the widest subject and the highest hills still fit
GROUND = 7  # rows of the ground band
SUN_ROW, SUN_RADIUS = 8, 4
FAR_RUNS, NEAR_RUNS = (1, 4), (3, 7)  # columns before a ridge steps up or down
PINES = (  # half the width of each row, from the tip down to the trunk
    (0, 0, 1, 2, 1, 2, 0, 0, 0),
    (0, 0, 1, 2, 1, 2, 2, 3, 0, 0, 0),
    (0, 0, 1, 2, 1, 2, 1, 2, 3, 3, 0, 0, 0),
)

Roll = Callable[[int, int], int]
Limits = list[tuple[int, int]]  # the highest and the lowest row of a ridge, column by column


class Place(NamedTuple):
    """Where the subject stands: its first column, the column after its last, its top row."""

    left: int
    right: int
    top: int

    def distance(self, column: int) -> int:
        """Return how many columns lie between the subject and this one; 0 inside."""
        return max(self.left - column, column - self.right + 1, 0)


def scene(section: str, subject: str | None, seed: str, width: int = 64, height: int = 36) -> Grid:
    """Return the cover picture of a page; the same seed always gives the same picture.

    Raises:
        ValueError: The section or the subject is unknown, or the picture is too small.
    """
    if section not in PALETTES:
        raise ValueError(f"unknown section {section!r}; choose from {', '.join(PALETTES)}")
    if subject is not None and subject not in DRAWINGS:
        raise ValueError(f"unknown subject {subject!r}; choose from {', '.join(DRAWINGS)}")
    if width < SMALLEST[0] or height < SMALLEST[1]:
        raise ValueError(f"{width} x {height} cells are too few for a cover")

    palette, roll, horizon = PALETTES[section], dice(seed), height - GROUND
    drawing = DRAWINGS[subject] if subject else None
    place = _place(drawing, width, horizon)
    sun = _sun_column(roll, place, width)
    near_limits, far_limits = _limits(drawing, place, sun, width, horizon)
    far, near = ridge(roll, far_limits, FAR_RUNS), ridge(roll, near_limits, NEAR_RUNS)
    free = [x for x in range(4, width - 4) if _is_free(x, sun, place, near)]
    pines = roll(2, 4) if drawing else roll(4, 5)

    grid = Grid(width, height)
    grid.paint(palette.sky, _block(0, height, width))
    grid.paint(palette.sun, _diamond(sun))
    grid.paint(palette.far, below(far, horizon))
    grid.paint(palette.near, below(near, horizon))
    grid.paint(palette.pine, plant(roll, pines, free, near, PINES[:2] if drawing else PINES))
    grid.paint(palette.ground, _block(horizon, height, width))
    grid.paint(palette.thread, _lozenges(width, horizon))
    grid.paint(palette.sun, _stitches(width, horizon))
    if drawing:
        cells = _subject(drawing, width, place)
        for letter, colour in inks(palette).items():
            grid.paint(colour, cells.get(letter, ()))
    return grid


def dice(seed: str) -> Roll:
    """Return ``roll(low, high)``, whose throws depend on nothing but the seed."""
    throws = (
        byte for block in count() for byte in hashlib.sha256(f"{seed}/{block}".encode()).digest()
    )

    def roll(low: int, high: int) -> int:
        return low + next(throws) % (high - low + 1)

    return roll


def ridge(roll: Roll, limits: Limits, runs: tuple[int, int]) -> list[int]:
    """Walk at random from left to right, one cell up or down a step: the top row of a hill."""
    tops: list[int] = []
    level = roll(*limits[0])
    while len(tops) < len(limits):
        for high, low in limits[len(tops) : len(tops) + roll(*runs)]:
            level = min(max(level, high), low)
            tops.append(level)
        level += roll(0, 1) * 2 - 1
    return tops


def below(tops: Sequence[int], bottom: int) -> Iterator[Cell]:
    """Yield the cells of a hill with these top rows."""
    return ((x, y) for x, top in enumerate(tops) for y in range(top, bottom))


def plant(
    roll: Roll, number: int, free: list[int], tops: Sequence[int], sizes: Sequence[tuple[int, ...]]
) -> Iterator[Cell]:
    """Yield the cells of pines standing on a hill, in some of the free columns."""
    for _ in range(number):
        if not free:
            return
        column = free[roll(0, len(free) - 1)]
        free = [x for x in free if abs(x - column) > 4]
        pine = sizes[roll(0, len(sizes) - 1)]
        for y, half in enumerate(pine, tops[column] - len(pine)):
            yield from ((x, y) for x in range(column - half, column + half + 1))


def _place(drawing: Drawing | None, width: int, horizon: int) -> Place:
    """Stand the subject in the middle of the ground."""
    if not drawing:
        return Place(width // 2, width // 2, horizon)
    left = (width - drawing.across(width)) // 2
    return Place(left, left + drawing.across(width), horizon - drawing.height)


def _sun_column(roll: Roll, place: Place, width: int) -> int:
    """Choose the sun's column: towards a side if there is room, never behind the subject."""
    side = width // 4 if width >= 48 else width // 2
    tall = place.top <= SUN_ROW + SUN_RADIUS + 1
    margin = SUN_RADIUS + 4
    columns = [x for x in range(margin, width - margin) if x <= side or x >= width - 1 - side]
    clear = [x for x in columns if not tall or place.distance(x) > SUN_RADIUS + 2] or columns
    return clear[roll(0, len(clear) - 1)]


def _limits(
    drawing: Drawing | None, place: Place, sun: int, width: int, horizon: int
) -> tuple[Limits, Limits]:
    """Return the limits of the near and the far ridge.

    A light subject raises the near hills until it stands on one tone; they sink again on both
    sides. A dark one keeps both ridges low. No ridge hides the sun.
    """
    if drawing is None:
        return [(horizon - 8, horizon - 3)] * width, [(horizon - 14, horizon - 8)] * width
    if drawing.before_sky:
        return [(horizon - 5, horizon - 3)] * width, [(horizon - 8, horizon - 6)] * width
    near: Limits = []
    far: Limits = []
    for x in range(width):
        away = max(place.distance(x) - 2, 0)
        low = min(place.top - 2 + away // 4, horizon - 4)
        under_sun = SUN_ROW + SUN_RADIUS + 1 - max(abs(x - sun) - SUN_RADIUS, 0) // 2
        high = max(place.top - (5 if place.top > 16 else 3) + away // 7, under_sun)
        near.append((min(high, low), low))
        far.append((max(high - 4, under_sun), max(high - 2, under_sun)))
    return near, far


def _is_free(x: int, sun: int, place: Place, near: Sequence[int]) -> bool:
    """A pine stands neither under the sun nor behind the subject; well above it, it may."""
    behind = place.left < place.right and place.distance(x) < 5
    return abs(x - sun) > SUN_RADIUS + 4 and (not behind or 13 < near[x] < place.top)


# What follows is the same on cover after cover, and so is its outline.


@cache
def _subject(drawing: Drawing, width: int, place: Place) -> Mapping[str, frozenset[Cell]]:
    """Return the cells of a subject where it stands, by their letter."""
    cells: defaultdict[str, set[Cell]] = defaultdict(set)
    for x, y, letter in drawing.cells(width):
        cells[letter].add((x + place.left, y + place.top))
    return {letter: frozenset(found) for letter, found in cells.items()}


@cache
def _block(top: int, bottom: int, width: int) -> frozenset[Cell]:
    return frozenset((x, y) for y in range(top, bottom) for x in range(width))


@cache
def _diamond(column: int) -> frozenset[Cell]:
    """Return the sun."""
    reach = range(-SUN_RADIUS, SUN_RADIUS + 1)
    return frozenset(
        (column + x, SUN_ROW + y) for y in reach for x in reach if abs(x) + abs(y) <= SUN_RADIUS
    )


@cache
def _lozenges(width: int, horizon: int) -> frozenset[Cell]:
    """Return a row of stepped lozenges, six cells wide and linked, in the ground band."""
    return frozenset(
        (x, horizon + step)
        for step, half in enumerate((1, 2, 3, 2, 1), 1)
        for x in range(width)
        if abs(x % 6 - 2.5) < half
    )


@cache
def _stitches(width: int, horizon: int) -> frozenset[Cell]:
    """Return one short stitch in each lozenge."""
    return frozenset((x, horizon + 3) for x in range(width) if x % 6 in (2, 3))
