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
HASH = 4  # letters of a content hash
HALF = 44  # a letter of the second half says that another follows


@dataclass(frozen=True)
class Script:
    """One file of the index: the browser knows it by ``name``, which changes with its text."""

    name: str
    text: str

    @property
    def hash(self) -> str:
        """The end of the name."""
        return self.name[-HASH:]


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


def script(name: str, value: Any, *, hashed: bool = True) -> Script:
    """Return a value as a script that hands it to the engine."""
    # "<" would end a script element in the edition that carries the index inside its page.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    if hashed:
        digest = hashlib.sha256(text.encode()).digest()
        name = f"{name}-{base64.b32encode(digest).decode().lower()[:HASH]}"
    return Script(name, f'loaSearch.add("{name}",{text})\n')


@dataclass(frozen=True)
class Family:
    """A sorted run of shards: where each begins, and the hash in its name."""

    starts: str
    hashes: str
    scripts: tuple[Script, ...]

    def listing(self) -> list[str]:
        """Return what the engine needs to find a key."""
        return [self.starts, self.hashes]


def family(letter: str, lines: Iterable[tuple[str, str]], size: int) -> Family:
    """Pack sorted (key, line) into shards of about ``size`` characters each.

    Lines of one key stay together.
    """
    starts: list[str] = []
    scripts: list[Script] = []
    for first, before, text in _packs(lines, size):
        starts.append(_separator(before, first))
        scripts.append(script(f"{letter}{len(scripts)}", text))
    hashes = "".join(made.hash for made in scripts)
    return Family("~".join(starts), hashes, tuple(scripts))


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
