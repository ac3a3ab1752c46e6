"""Which line of a Markdown text the words came from that a reader sees.

A conversion forgets its lines; they are found again by the words: both texts are gone through side
by side. Exact to the line where the words stand in the text as they are read, to the paragraph
where something else stands there.
"""

import html
import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from loa.rendered.seen import Link, Seen
from loa.text.letters_seen import as_seen

_WORD = re.compile(r"\w+")
# What joins the pieces of a word in Markdown and is not seen.
_MARKUP = re.compile(r"<[^<>\n]*>|[*_`~\\]+")
_NEAR = 40  # words that a page may leave out in one place


def line_at(seen: Seen, place: int) -> int:
    """Return the line of the source, from 0, from which the words at a place came."""
    places, ends, lines = _aligned(seen.source, seen.text)
    if not places:
        return _first_line(seen.source)
    word = max(0, bisect_right(places, place) - 1)
    if ends[word] <= place and word + 1 < len(places):
        word += 1  # a sign belongs to what comes after it
    return lines[word]


def line_of_link(seen: Seen, link: Link) -> int:
    """Return the line of the source, from 0, that holds a link."""
    near = line_at(seen, link.place)
    source = seen.source.split("\n")
    for form in (link.address, html.escape(link.address)):
        holding = [number for number, line in enumerate(source) if form and form in line]
        if holding:
            return min(holding, key=lambda number: (abs(number - near), number))
    return near


def lines_holding(source: str, pattern: re.Pattern[str]) -> list[int]:
    """Return the line, from 0, of each match, in order."""
    found, line, place = [], 0, 0
    for match in pattern.finditer(source):
        line += source.count("\n", place, match.start())
        place = match.start()
        found.append(line)
    return found


def _first_line(source: str) -> int:
    lines = source.split("\n")
    return next((number for number, line in enumerate(lines) if line.strip()), 0)


@lru_cache(maxsize=64)
def _aligned(source: str, text: str) -> tuple[list[int], list[int], list[int]]:
    """Return where each word of the text begins and ends, and its line of the source."""
    typed: list[int] = []  # the line of each word of the source
    known: dict[str, list[int]] = {}
    for number, line in enumerate(source.split("\n")):
        for word in _WORD.findall(as_seen(html.unescape(_MARKUP.sub("", line)))):
            known.setdefault(word, []).append(len(typed))
            typed.append(number)
    places, ends, lines = [], [], []
    at = 0
    for found in _WORD.finditer(text):
        standing = known.get(found[0], ())
        next_one = bisect_left(standing, at)
        if next_one < len(standing) and standing[next_one] - at < _NEAR:
            at = standing[next_one] + 1
        elif len(standing) == 1 and len(found[0]) > 2:
            at = standing[0] + 1  # only here: notes, for one, stand elsewhere than they are read
        places.append(found.start())
        ends.append(found.end())
        lines.append(typed[min(max(at - 1, 0), len(typed) - 1)] if typed else 0)
    return places, ends, lines
