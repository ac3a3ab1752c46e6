"""A picture in whole cells: layers of coloured cells, and the outline of each as a path."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

Cell = tuple[int, int]  # column, row


@dataclass
class Grid:
    """A picture ``width`` cells wide and ``height`` cells high, painted back to front."""

    width: int
    height: int
    layers: list[tuple[str, frozenset[Cell]]] = field(default_factory=list)

    def paint(self, colour: str, cells: Iterable[Cell]) -> None:
        """Paint the cells in one colour over what is there; cells outside are dropped."""
        inside = frozenset(cells)
        if not inside <= _every_cell(self.width, self.height):
            inside &= _every_cell(self.width, self.height)
        if self.layers and self.layers[-1][0] == colour:
            self.layers[-1] = colour, self.layers[-1][1] | inside
        elif inside:
            self.layers.append((colour, inside))

    def rows(self) -> list[list[str]]:
        """Return the colour that is seen in each cell, row by row; unpainted cells are ""."""
        seen = [[""] * self.width for _ in range(self.height)]
        for colour, cells in self.layers:
            for x, y in cells:
                seen[y][x] = colour
        return seen

    def paths(self, cell: int) -> Iterator[tuple[str, str]]:
        """Yield the colour and the SVG path data of each layer, cells ``cell`` units wide."""
        for colour, cells in self.layers:
            yield colour, outline(cells, cell)


@lru_cache(maxsize=8)
def _every_cell(width: int, height: int) -> frozenset[Cell]:
    return frozenset((x, y) for y in range(height) for x in range(width))


# Sky, ground and subject are the same on cover after cover; hills and pines are not.
@lru_cache(maxsize=128)
def outline(cells: frozenset[Cell], cell: int) -> str:
    """Return path data (M, h, v, z only) around the cells; holes run the other way round."""
    ahead = _edges(cells)
    path = []
    # The topmost, then leftmost corner of a loop is always one where it starts to the right.
    for start in sorted(ahead, key=lambda corner: (corner[1], corner[0])):
        while start in ahead:
            path.append(f"M{start[0] * cell} {start[1] * cell}")
            path.append(_strokes(_loop(ahead, start), cell))
    return "".join(path)


def _edges(cells: frozenset[Cell]) -> dict[Cell, list[Cell]]:
    """Map each corner to the corners one cell side ahead, with the cells on the right hand."""
    ahead: defaultdict[Cell, list[Cell]] = defaultdict(list)
    # One bit a cell, row after row with a free column between: a side is open where the cell
    # beyond it is not painted, and a shift asks that of all cells at once.
    columns, rows = zip(*cells, strict=True)
    row, one = max(columns) + 2, ord("1")
    bits = bytearray(b"0" * (row * (max(rows) + 1)))
    for x, y in cells:
        bits[~(y * row + x)] = one
    painted = int(bits, 2)
    for x, y in _cells(painted & ~(painted << row), row):
        ahead[x, y].append((x + 1, y))
    for x, y in _cells(painted & ~(painted >> 1), row):
        ahead[x + 1, y].append((x + 1, y + 1))
    for x, y in _cells(painted & ~(painted >> row), row):
        ahead[x + 1, y + 1].append((x, y + 1))
    for x, y in _cells(painted & ~(painted << 1), row):
        ahead[x, y + 1].append((x, y))
    for corners in ahead.values():
        corners.sort()  # where two cells touch at a corner only, always turn the same way
    return ahead


def _cells(bits: int, row: int) -> Iterator[Cell]:
    """Yield the cells whose bits are set."""
    text = f"{bits:b}"[::-1]
    place = text.find("1")
    while place >= 0:
        yield place % row, place // row
        place = text.find("1", place + 1)


def _loop(ahead: dict[Cell, list[Cell]], start: Cell) -> list[Cell]:
    """Walk along the edges until ``start`` comes back, using them up."""
    corners = [start]
    while corners[-1] != start or len(corners) == 1:
        here = corners[-1]
        corners.append(ahead[here].pop())
        if not ahead[here]:
            del ahead[here]
    return corners


def _strokes(corners: list[Cell], cell: int) -> str:
    """Write a closed walk as h and v strokes; the last one is left to z."""
    strokes: list[tuple[str, int]] = []
    for (x, y), (next_x, next_y) in pairwise(corners):
        letter, length = ("h", next_x - x) if next_y == y else ("v", next_y - y)
        if strokes and strokes[-1][0] == letter:
            length += strokes.pop()[1]
        strokes.append((letter, length))
    return "".join(f"{letter}{length * cell}" for letter, length in strokes[:-1]) + "z"
