"""What one document says to the index: its words with their weights, what a result shows of it.

Evidence depends on its document alone, so it can be kept for as long as the document is the same.
A key is a word or two neighbours, "vay" or "vay vốn". Neighbours make phrases, document numbers
and unfinished last words cheap, and no positions need to be kept.
"""

import json
import math
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from loa.search.document import KINDS, Document
from loa.search.shards import LETTERS, LEVELS, SECTIONS, WEAKNESS, as_json, digest
from loa.search.words import sentences
from loa.text.vietnamese import day_text

# How much one occurrence counts, by where it stands.
TITLE, HEADING, SUMMARY, MARKS, BODY, ASIDE = 5.5, 4.0, 1.1, 0.4, 1.0, 0.4
# BM25: how soon repetition stops to matter, and how much a long page is held back.
SATURATION, LENGTH, USUAL_LENGTH = 1.2, 0.46, 411

_STEP = math.log(1.14)
# Where a key stands best: a title needs no section, a heading names one.
_IN_TITLE, _IN_HEADING, _IN_SUMMARY = 3000, 100, 60
_KINDS = list(KINDS)


@dataclass(frozen=True)
class Face:
    """What is shown of a document, and by what it is chosen."""

    row: list[Any]  # address, title, kind, day, village, states, anchors
    prior: str  # one letter: how much the page counts; samples from the second half
    topic: str  # the first one
    values: dict[str, list[str]]  # by facet


@dataclass(frozen=True)
class Evidence:
    """Everything the index has of a document; ``codes`` are postings without its number."""

    face: Face
    text: str  # what snippets are cut from, as JSON
    keys: list[str]
    codes: "array[int]"

    def packed(self) -> bytes:
        """Return the evidence as bytes, the same on every machine."""
        face = self.face
        head = as_json([face.row, face.prior, face.topic, face.values])
        lines = "\n".join((head, self.text, "~".join(self.keys))).encode()
        return b"%d\n%b%b" % (len(lines), lines, numbers_out(self.codes))


def unpacked(packed: bytes) -> Evidence:
    """Return evidence from its bytes."""
    length, _, rest = packed.partition(b"\n")
    head, text, keys = rest[: int(length)].decode().split("\n")
    codes = numbers_in(rest[int(length) :])
    return Evidence(Face(*json.loads(head)), text, keys.split("~") if keys else [], codes)


def numbers_out(numbers: "array[int]") -> bytes:
    """Return numbers as bytes, the low ones first."""
    if sys.byteorder == "big":  # pragma: no cover
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def numbers_in(packed: bytes) -> "array[int]":
    """Return numbers from their bytes."""
    numbers = array("I", packed)
    if sys.byteorder == "big":  # pragma: no cover
        numbers.byteswap()
    return numbers


def evidence_of(document: Document) -> Evidence:
    """Return what a document says to the index."""
    weights, places, length = _weighed(document)
    usual = SATURATION * (1 - LENGTH + LENGTH * length / USUAL_LENGTH)
    # Most words of a page weigh the same: one or two occurrences in its text.
    strengths = {weight: _weakness(weight, usual) << WEAKNESS for weight in set(weights.values())}
    last = SECTIONS - 1
    codes = array(
        "I", [strengths[weights[key]] | last - (place & last) for key, place in places.items()]
    )
    return Evidence(_face(document), _text(document), list(places), codes)


def _weakness(weight: float, usual: float) -> int:
    """Return how many steps an impact lies below the strongest; the browser knows the steps."""
    return min(LEVELS - 1, round(-math.log(weight / (weight + usual)) / _STEP))


def _weighed(document: Document) -> tuple[dict[str, float], dict[str, int], int]:
    """Return the weight of every key, where it stands best, and how long the page is."""
    weights: dict[str, float] = {}
    places: dict[str, int] = {}
    length = 0
    for section, weight, strength, text in _fields(document):
        counts, words = _counts(sentences(text))
        length += words if weight <= BODY else 0
        corner = strength * SECTIONS + SECTIONS - 1 - section
        # Few keys of a field were met before; the others need no look at each of them.
        both = [
            (key, weights[key] + weight * counts[key], max(places[key], found))
            for key in weights.keys() & counts.keys()
            for found in (counts[key] * SECTIONS + corner,)
        ]
        weights.update(zip(counts, [weight * count for count in counts.values()], strict=True))
        found_at = [count * SECTIONS + corner for count in counts.values()]
        places.update(zip(counts, found_at, strict=True))
        for key, whole, place in both:
            weights[key], places[key] = whole, place
    return weights, places, length


def _fields(document: Document) -> Iterator[tuple[int, float, int, str]]:
    """Yield (section, weight of one occurrence, how well it names the section, text)."""
    yield 0, TITLE, _IN_TITLE, document.title
    yield 0, SUMMARY, _IN_SUMMARY, document.summary
    yield 0, MARKS, 1, document.marks
    for number, section in enumerate(document.sections):
        number = number if number < SECTIONS and section.anchor else 0
        if section.title:
            yield number, HEADING, _IN_HEADING, section.title
        if section.text:
            yield number, BODY, 0, section.text
        if section.aside:
            yield number, ASIDE, 0, section.aside


def _counts(found: list[list[str]]) -> tuple[Counter[str], int]:
    neighbours = (map(" ".join, pairwise(words)) for words in found)
    counts = Counter(chain(chain.from_iterable(found), chain.from_iterable(neighbours)))
    return counts, sum(map(len, found))


def _text(document: Document) -> str:
    """Return what snippets are cut from: summary, main number, then each section's title, text."""
    parts = ([section.title, section.text] for section in document.sections)
    return as_json([document.summary, document.lead, *parts])


def _face(document: Document) -> Face:
    row = [
        document.url,
        document.title,
        _KINDS.index(document.kind),
        day_text(document.date) if document.date else "",
        document.village_text,
        document.states,
        {str(place): one.anchor for place, one in enumerate(document.sections) if one.anchor},
    ]
    values = {
        "kind": [document.kind],
        "topic": list(document.topics),
        "audience": list(document.audiences),
        "village": list(document.villages),
        "year": [str(document.date.year)] if document.date else [],
        "force": [document.in_force] if document.in_force else [],
    }
    prior = LETTERS[round(document.prior * 40) + (44 if document.sample else 0)]
    topic = document.topics[0] if document.topics else ""
    return Face(row, prior, topic, values)


def text_name(url: str) -> str:
    """Return the name of the piece with a document's text: another page moves no text."""
    return f"t-{digest(url)[:10]}"
