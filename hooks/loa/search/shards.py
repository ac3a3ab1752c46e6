"""Cuts the index into small script files, so that an answer needs only a few of them.

A line is ``form|postings``, or ``form^postings`` for a word so common that sections are left out;
``|n`` at its end says that n documents have the word, more than the line holds. Lines are joined
by ``~`` and sorted by their folded form. Postings are runs of equal impact, the strongest first:
level and length of the run, then each document as a distance with its section.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from loa.search.postings import LEVELS, SECTIONS

# Printable, and neither quote, backslash, "<" nor one of the separators "~", "|", "^".
LETTERS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\<~|^')
HASH = 6  # letters that name a version of the index
HALF = 44  # a letter of the second half says that another follows


@dataclass(frozen=True)
class Piece:
    """One file of the index, as JSON, before the whole index has a version."""

    name: str
    json: str


def number(value: int) -> str:
    """Return a number as one letter or more, the small ones short."""
    letters = ""
    while value >= HALF:
        value, digit = divmod(value, HALF)
        letters += LETTERS[HALF + digit]
    return letters + LETTERS[value]


_SHORT = [number(value) for value in range(HALF * HALF)]


def encoded(packed: list[int], documents: int, with_sections: bool) -> str:
    """Return sorted postings as text."""
    if not packed:
        return ""
    letters: list[str] = []
    run: list[str] = []
    level, before = -1, -1
    for posting in packed:
        rest, section = divmod(posting, SECTIONS)
        weakness, document = divmod(rest, documents)
        if weakness != level:
            if run:
                letters.append(number(level + LEVELS * (len(run) - 1)))
                letters += run
            level, before, run = weakness, -1, []
        value = document - before - 1
        if with_sections:
            value = value * SECTIONS + section
        run.append(_SHORT[value] if value < len(_SHORT) else number(value))
        before = document
    letters.append(number(level + LEVELS * (len(run) - 1)))
    return "".join(letters + run)


def piece(name: str, value: Any) -> Piece:
    """Return a value as a piece of the index."""
    # "<" would end a script element in the edition that carries the index inside its page.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Piece(name, text)


def version_of(pieces: Iterable[Piece]) -> str:
    """Return the content hash that all pieces share in their names.

    One for all: a new post moves the numbers of the others, so nearly every piece changes with it,
    and a hash for each would be most of what a first answer has to load.
    """
    digest = hashlib.sha256("\n".join(one.json for one in pieces).encode()).digest()
    return base64.b32encode(digest).decode().lower()[:HASH]


@dataclass(frozen=True)
class Family:
    """A sorted run of pieces, and the keys at which they begin, joined by ``~``."""

    starts: str
    pieces: tuple[Piece, ...]


def family(letter: str, lines: Iterable[tuple[str, str]], size: int) -> Family:
    """Pack sorted (key, line) into pieces of about ``size`` characters each.

    Lines of one key stay together.
    """
    starts: list[str] = []
    pieces: list[Piece] = []
    for first, before, text in _packs(lines, size):
        starts.append(_separator(before, first))
        pieces.append(piece(f"{letter}{len(pieces)}", text))
    return Family("~".join(starts), tuple(pieces))


def _packs(lines: Iterable[tuple[str, str]], size: int) -> Iterator[tuple[str, str, str]]:
    """Yield (first key, last key of the pack before, text)."""
    pack: list[str] = []
    length, first, before, previous = 0, "", "", ""
    for key, line in lines:
        if pack and length + len(line) > size and key != previous:
            yield first, before, "~".join(pack)
            pack, length, before, first = [], 0, previous, key
        elif not pack:
            first = key
        pack.append(line)
        length += len(line) + 1
        previous = key
    if pack:
        yield first, before, "~".join(pack)


def _separator(before: str, first: str) -> str:
    """Return the shortest text that stands after ``before`` and not after ``first``."""
    for length in range(1, len(first)):
        if first[:length] > before:
            return first[:length]
    return first
