"""Stars and underscores: which of them are emphasis, by the rules of CommonMark, and which stay.

Two things differ from CommonMark: a star between digits is never emphasis (``2*3*4 m``), nor are
single stars that both stand inside words (``a*b*c``).
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from loa.text.typed.pieces import Piece, Sort
from loa.text.typed.telling import Teller

_SPACE = re.compile(r"\s")


@dataclass(eq=False)
class _Run:
    """A run of one sign: how many are left to pair, and on which side words stand."""

    piece: Piece
    sign: str
    left: int
    opens: bool
    closes: bool
    is_inside: bool  # of a word
    is_barred: bool  # from being emphasis

    @property
    def length(self) -> int:
        return len(self.piece.typed)


def literal_runs(pieces: list[Piece], teller: Teller, line: Callable[[int], int]) -> None:
    """Put a backslash before the stars that are no emphasis but would become it."""
    runs = [_run(pieces, number) for number, piece in enumerate(pieces) if piece.sort is Sort.RUN]
    if not runs:
        return
    if any(run.is_inside and run.sign == "*" and run.length == 1 for run in runs):
        _bar_inside_words(runs)
    for run in runs:
        if run.is_barred:
            run.opens = run.closes = False
            run.piece.written = "".join(f"\\{sign}" for sign in run.piece.typed)
    _pair(runs)
    single = [run for run in runs if run.sign == "*" and run.length == run.left == 1]
    stray = [run for run in single if run.opens or run.closes]
    if len(stray) > 1:  # the converter pairs more than CommonMark does
        for run in stray:
            run.piece.written = "\\*"
    for run in runs:
        if run.left > 1 and run.left == run.length and run.opens:
            teller.tell("open bold", line(run.piece.place), run.piece.typed)


def _run(pieces: list[Piece], number: int) -> _Run:
    piece = pieces[number]
    before = pieces[number - 1].typed[-1] if number else " "
    after = pieces[number + 1].typed[0] if number + 1 < len(pieces) else " "
    sign = piece.typed[0]
    spaced_before, spaced_after = bool(_SPACE.match(before)), bool(_SPACE.match(after))
    point_before, point_after = _is_point(before), _is_point(after)
    left = not spaced_after and (not point_after or spaced_before or point_before)
    right = not spaced_before and (not point_before or spaced_after or point_after)
    opens, closes = left, right
    if sign == "_":
        opens = left and (not right or point_before)
        closes = right and (not left or point_after)
    if len(piece.typed) > 1 and sign == "*" and point_before and not spaced_before:
        closes = True  # **Hồ sơ:**Đơn
    inside = before.isalnum() and after.isalnum()
    product = inside and len(piece.typed) == 1 and (before.isdigit() or after.isdigit())
    return _Run(piece, sign, len(piece.typed), opens, closes, inside, product and sign == "*")


def _is_point(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _bar_inside_words(runs: list[_Run]) -> None:
    """Bar single stars inside words of which the next one is inside a word too."""
    single = [
        run for run in runs if run.sign == "*" and run.length == 1 and (run.opens or run.closes)
    ]
    for above, below in pairwise(single):
        if above.is_inside and below.is_inside:
            above.is_barred = below.is_barred = True


def _pair(runs: list[_Run]) -> None:
    """Pair runs as CommonMark does; each closing run looks only at openers that may fit."""
    openers: list[_Run] = []
    floor: dict[tuple[str, int, bool], int] = {}
    for run in runs:
        key = (run.sign, run.length % 3, run.opens)
        while run.closes and run.left:
            lowest = floor.get(key, 0)
            place = len(openers) - 1
            while place >= lowest and not _fits(openers[place], run):
                place -= 1
            if place < lowest:
                floor[key] = len(openers)
                break
            used = 2 if openers[place].left > 1 and run.left > 1 else 1
            del openers[place + 1 :]
            for side in (openers[place], run):
                side.left -= used
            if not openers[place].left:
                openers.pop()
            floor = {name: min(low, len(openers)) for name, low in floor.items()}
        if run.opens and run.left:
            openers.append(run)


def _fits(opener: _Run, closer: _Run) -> bool:
    if opener.sign != closer.sign:
        return False
    if not (opener.closes or closer.opens):
        return True
    total = opener.length + closer.length
    return total % 3 != 0 or (opener.length % 3 == 0 and closer.length % 3 == 0)
