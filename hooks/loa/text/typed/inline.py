"""The words of a paragraph, heading or cell: read once from left to right, mended where need be.

Code, inserts, tags and addresses are taken whole; brackets are paired like in CommonMark, and so
are stars and underscores (``loa.text.typed.emphasis``).
"""

import re
from collections import Counter
from dataclasses import dataclass
from html import escape

from loa.text.typed import braces, links, tags
from loa.text.typed.addresses import addresses, link, trimmed
from loa.text.typed.emphasis import literal_runs
from loa.text.typed.pieces import Breaks, Piece, Sort
from loa.text.typed.telling import Teller

_SPECIAL = re.compile(r"[\\`*_\[\]<{]|!(?=\[)")
_TICKS = re.compile(r"`+")
_INSERT = re.compile(r"\{\{[^{}\n]*+\}\}")
_AUTOLINK = re.compile(
    r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:(?://)?[^\s<>]*+|[^\s<>@!]{1,64}@[\w.-]{1,255})>"
)
_RUN = re.compile(r"\*+|_+")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
# More of one sign in one paragraph cannot be meant, and the converter takes long over them.
MOST = {"[": 200, "`": 100, "<": 200, "*": 1000, "_": 1000, "\\": 500, "{": 200, "&": 500}
_LONG_RUN = 40


def mended_words(text: str, teller: Teller) -> str:
    """Return words as the converter reads them, as many lines as before."""
    if not _SPECIAL.search(text) and not addresses(text):
        return text
    return _Reading(text, teller).mended()


@dataclass
class _Ticks:
    """Where runs of so many backticks stand, the next one last."""

    places: dict[int, list[int]]

    @classmethod
    def of(cls, text: str) -> "_Ticks":
        places: dict[int, list[int]] = {}
        for run in reversed(list(_TICKS.finditer(text))):
            places.setdefault(len(run[0]), []).append(run.start())
        return cls(places)

    def after(self, place: int, length: int) -> int | None:
        """Return where the next run of a length stands behind a place."""
        places = self.places.get(length, [])
        while places and places[-1] <= place:
            places.pop()
        return places[-1] if places else None


class _Reading:
    def __init__(self, text: str, teller: Teller) -> None:
        self._text, self._teller = text, teller
        self._pieces: list[Piece] = []
        self._place = 0
        self._breaks = Breaks(text)
        self._ticks = _Ticks.of(text)
        self._addresses = addresses(text)
        self._starts = sorted(self._addresses, reverse=True)
        self._anchors = 0

    def mended(self) -> str:
        self._read()
        links.pair(self._text, self._pieces, self._teller)
        literal_runs(self._pieces, self._teller, self._line)
        if self._has_too_many():
            return f"<p>{escape(self._text, quote=False)}</p>"
        return "".join(piece.written for piece in self._pieces)

    def _line(self, place: int) -> int:
        return self._breaks.line(place)

    def _add(self, sort: Sort, end: int, written: str | None = None) -> None:
        typed = self._text[self._place : end]
        self._pieces.append(Piece(sort, self._place, typed, typed if written is None else written))
        self._place = end

    def _read(self) -> None:
        text = self._text
        special = -1
        while self._place < len(text):
            if special < self._place:
                found = _SPECIAL.search(text, self._place)
                special = found.start() if found else len(text)
            while self._starts and self._starts[-1] < self._place:
                self._starts.pop()  # in code, in a tag
            place = min(special, self._starts[-1]) if self._starts else special
            if place > self._place:
                self._add(Sort.WORDS, place)
            if place < len(text):
                self._special(text[place])

    def _special(self, sign: str) -> None:
        text, place = self._text, self._place
        if sign == "\\":
            self._backslash()
        elif sign == "`":
            self._code()
        elif sign in "*_":
            run = _RUN.match(text, place)
            assert run is not None
            self._add(Sort.RUN, run.end())
        elif sign == "[" or text.startswith("![", place):
            self._add(Sort.OPEN, place + (1 if sign == "[" else 2))
        elif sign == "]":
            self._add(Sort.CLOSE, place + 1)
        elif sign == "<":
            self._angle()
        elif sign == "{":
            self._brace()
        else:
            found = self._addresses[place]
            address = trimmed(found[0])
            written = link(found, address) if address and not self._anchors else address
            self._add(Sort.ADDRESS, place + max(1, len(address)), written or text[place])

    def _backslash(self) -> None:
        text, place = self._text, self._place
        if _ESCAPED.match(text, place):
            written = None if text[place + 1] in "\\`*_{}[]()>#+-.!|" else _bare(text[place + 1])
            self._add(Sort.CODE, place + 2, written)
        elif text[place + 1 : place + 2] == "\n":
            self._add(Sort.WORDS, place + 1, "  ")
        else:
            self._add(Sort.WORDS, place + 1)

    def _code(self) -> None:
        run = _TICKS.match(self._text, self._place)
        assert run is not None
        closing = self._ticks.after(self._place, len(run[0]))
        if closing is None:
            self._add(Sort.TICKS, run.end())
        else:
            self._add(Sort.CODE, closing + len(run[0]))

    def _angle(self) -> None:
        text, place = self._text, self._place
        if found := _AUTOLINK.match(text, place, min(len(text), place + tags.LONGEST)):
            self._add(Sort.CODE, found.end(), links.autolink(found[0]))
        elif tag := tags.shown(text, place, self._line(place), self._teller.tell):
            if tag[0][1:3].lower() in ("a ", "/a"):
                self._anchors += -1 if tag[0][1] == "/" else 1
            self._add(Sort.CODE, tag[1], tag[0])
        elif tags.is_eaten(text, place):
            self._add(Sort.ANGLE, place + 1, "&lt;")
        else:
            self._add(Sort.ANGLE, place + 1)

    def _brace(self) -> None:
        text, place = self._text, self._place
        if insert := _INSERT.match(text, place):
            self._add(Sort.CODE, insert.end())
        elif found := braces.attributes(text, place):
            self._add(Sort.CODE, found)
        else:
            self._add(Sort.WORDS, place + 1, "\\{" if braces.is_eaten(text, place) else None)

    def _has_too_many(self) -> bool:
        """Say whether all is better shown as typed; within a list, escape what is too much."""
        counts: Counter[str] = Counter()
        for piece in self._pieces:
            if piece.sort in _COUNTED:
                counts[piece.typed[-1]] += len(piece.typed)
        many = {sign for sign, count in counts.items() if count > MOST.get(sign, MOST["*"])}
        if not many:
            return False
        self._teller.tell("too many signs", 0, min(many))
        if self._teller.is_block:
            return True
        for piece in self._pieces:
            if piece.sort in _COUNTED and piece.written == piece.typed and piece.typed[-1] in many:
                piece.written = _shown(piece.typed)
        return False


_COUNTED = (Sort.OPEN, Sort.CLOSE, Sort.RUN, Sort.TICKS, Sort.ANGLE)


def _shown(signs: str) -> str:
    return "".join(
        "&lt;" if sign == "<" else sign if sign == "!" else f"\\{sign}" for sign in signs
    )


def _bare(sign: str) -> str:
    return {"<": "&lt;", "&": "&amp;", '"': '"'}.get(sign, sign)
