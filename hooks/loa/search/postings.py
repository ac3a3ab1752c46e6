"""Which page says which word how strongly: the numbers behind every ranking.

A key is a word or two neighbours, "vay" or "vay vốn". Neighbours make phrases, document numbers
and unfinished last words cheap, and no positions need to be kept.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from loa.search.document import Document
from loa.search.words import sentences

# How much one occurrence counts, by where it stands.
TITLE, HEADING, SUMMARY, MARKS, BODY, ASIDE = 5.5, 4.0, 1.1, 0.4, 1.0, 0.4
# BM25: how soon repetition stops to matter, and how much a long page is held back.
SATURATION, LENGTH, USUAL_LENGTH = 1.2, 0.46, 411

LEVELS = 22  # impacts are kept as one of so many steps, each 14 % above the one below
SECTIONS = 16  # a result leads to one of the first fifteen headings, or to the top

_STEP = math.log(1.14)
# Where a key stands best: a title needs no section, a heading names one.
_IN_TITLE, _IN_HEADING, _IN_SUMMARY = 3000, 100, 60

Postings = dict[str, list[int]]


def postings(documents: list[Document]) -> Postings:
    """Return, for every key, its documents as sortable numbers, the strongest first.

    A number holds how weak the page is for the key, which page it is, and its best section.
    """
    found: Postings = {}
    for number, document in enumerate(documents):
        weights, places, length = _evidence(document)
        usual = SATURATION * (1 - LENGTH + LENGTH * length / USUAL_LENGTH)
        # Most words of a page weigh the same: one or two occurrences in its text.
        firsts = {
            weight: (_weakness(weight, usual) * len(documents) + number) * SECTIONS
            for weight in set(weights.values())
        }
        for key, weight in weights.items():
            packed = firsts[weight] + SECTIONS - 1 - places[key] % SECTIONS
            if key in found:
                found[key].append(packed)
            else:
                found[key] = [packed]
    for packed_list in found.values():
        packed_list.sort()
    return found


def _weakness(weight: float, usual: float) -> int:
    """Return how many steps an impact lies below the strongest; the browser knows the steps."""
    return min(LEVELS - 1, round(-math.log(weight / (weight + usual)) / _STEP))


def _evidence(document: Document) -> tuple[dict[str, float], dict[str, int], int]:
    """Return the weight of every key, where it stands best, and how long the page is."""
    weights: dict[str, float] = {}
    places: dict[str, int] = {}
    length = 0
    for section, weight, strength, text in _fields(document):
        counts, words = _counts(sentences(text))
        length += words if weight <= BODY else 0
        corner = SECTIONS - 1 - section
        for key, count in counts.items():
            place = (strength + count) * SECTIONS + corner
            if key in weights:
                weights[key] += weight * count
                if place > places[key]:
                    places[key] = place
            else:
                weights[key] = weight * count
                places[key] = place
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


def _counts(found: Iterable[list[str]]) -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    length = 0
    for words in found:
        length += len(words)
        counts.update(words)
        counts.update(map(" ".join, pairwise(words)))
    return counts, length
