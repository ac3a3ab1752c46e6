"""How wide the columns of a table are on paper: by what stands in them, the text's whole width."""

from loa.exports.article import Line, Table, plain
from loa.exports.word.styles import TEXT_WIDTH

_LETTER = 2.5  # millimetres that a letter of 13 points takes
_EDGES = 4.5
_LONGEST_WORD = 16  # letters; what is longer is broken
_ENOUGH = 60  # letters; longer texts get no more width, they get more lines


def grid(table: Table) -> list[tuple[Line, ...]]:
    """Return the rows of a table, its head the first one, all of one length."""
    rows = [*([table.head] if table.head else []), *table.rows] or [()]
    columns = max(map(len, rows))
    return [(*row, *((),) * (columns - len(row))) for row in rows]


def widths(rows: list[tuple[Line, ...]]) -> list[float]:
    """Return the width of each column in millimetres: room for its words, then for its length."""
    columns = [[plain(cell) for cell in column] for column in zip(*rows, strict=True)]
    needed = [
        _EDGES + _LETTER * min(max(map(len, " ".join(column).split()), default=1), _LONGEST_WORD)
        for column in columns
    ]
    spare = TEXT_WIDTH - sum(needed)
    if spare <= 0:
        return [width * TEXT_WIDTH / sum(needed) for width in needed]
    wishes = [min(max(map(len, column)), _ENOUGH) + 1 for column in columns]
    return [width + spare * wish / sum(wishes) for width, wish in zip(needed, wishes, strict=True)]
