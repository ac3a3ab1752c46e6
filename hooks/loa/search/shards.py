"""How the index is written: small numbers as letters, values as scripts, versions of pieces.

A line is ``form|postings``, or ``form^postings`` for a word so common that sections are left out;
``|n`` at its end says that n documents have the word, more than the line holds. Lines are joined
by ``~`` and sorted by their folded form. Postings are runs of equal impact, the strongest first:
level and length of the run, then each document as a distance with its section.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from typing import Any

# Printable, and neither quote, backslash, "<" nor one of the separators "~", "|", "^".
LETTERS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\<~|^')
HALF = 44  # a letter of the second half says that another follows

LEVELS = 22  # impacts are kept as one of so many steps, each 14 % above the one below
SECTIONS = 16  # a result leads to one of the first fifteen headings, or to the top
# A posting is one number: how weak the page is for the key, which page it is, its best section.
DOCUMENT, WEAKNESS = 4, 24  # the bits at which they begin

VERSION = 4  # letters
GROUP = 16  # pieces that share a version


def number(value: int) -> str:
    """Return a number as one letter or more, the small ones short."""
    letters = ""
    while value >= HALF:
        value, digit = divmod(value, HALF)
        letters += LETTERS[HALF + digit]
    return letters + LETTERS[value]


class _Numbers(dict[int, str]):
    """Numbers that were written before: an index has a million of them, and few that differ."""

    def __missing__(self, value: int) -> str:
        known = self[value] = number(value)
        return known


_numbers = _Numbers()


def encoded(packed: Sequence[int], with_sections: bool) -> str:
    """Return sorted postings as text."""
    if len(packed) == 1:
        level, value = divmod(packed[0], 1 << WEAKNESS)
        return _numbers[level] + _numbers[value if with_sections else value >> DOCUMENT]
    letters: list[str] = []
    run: list[str] = []
    least = 0 if with_sections else DOCUMENT
    low = (1 << DOCUMENT - least) - 1  # what is left of the section
    level, following, end = -1, 0, 0
    for posting in packed:
        value = posting >> least
        if value >= end:
            if run:
                letters.append(number(level + LEVELS * (len(run) - 1)))
                letters += run
                run = []
            level = posting >> WEAKNESS
            following = level << WEAKNESS - least
            end = following + (1 << WEAKNESS - least)
        run.append(_numbers[value - following])
        following = (value | low) + 1
    if run:
        letters.append(number(level + LEVELS * (len(run) - 1)))
        letters += run
    return "".join(letters)


def as_json(value: Any) -> str:
    """Return a value as it stands in a script."""
    # "<" would end a script element in the edition that carries the index inside its page.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def script(name: str, text: str, epoch: str = "") -> str:
    """Return the script that hands a value to the engine, and says to whose numbers it belongs."""
    said = f',"{epoch}"' if epoch else ""
    return f'loaSearch.add("{name}",{text}{said});\n'


def digest(*texts: str | bytes) -> str:
    """Return a short name of what these texts say."""
    found = hashlib.blake2b(digest_size=10)
    for text in texts:
        found.update(text.encode() if isinstance(text, str) else text)
        found.update(b"\0")
    return base64.b32encode(found.digest()).decode().lower()


def versions(digests: Sequence[str]) -> str:
    """Return what pieces are asked for with, some letters for each group of pieces.

    One version for all would make every phone load everything anew after each comma; one for each
    piece would be most of what a first answer has to load.
    """
    groups = (digests[start : start + GROUP] for start in range(0, len(digests), GROUP))
    return "".join(digest(*group)[:VERSION] for group in groups)
