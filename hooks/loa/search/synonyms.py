"""The reviewed list of words for the same thing, as far as the site has anything to find."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from loa.model.searching import Synonym
from loa.search.words import fold, words


def synonym_keys(synonyms: Iterable[Synonym]) -> frozenset[str]:
    """Return every key of the listed phrases: they are in the index, so slips in them are seen."""
    return frozenset(
        key
        for synonym in synonyms
        for phrase in synonym.words
        for said in (words(phrase),)
        for key in (*said, *map(" ".join, pairwise(said)))
    )


def synonym_lines(
    synonyms: Iterable[Synonym], standing: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield (key, line) of each phrase that stands for others, kept beside its first word.

    ``standing`` holds the keys that some page says. A line is "=phrase=other=other"; phrases the
    site does not hold are left out.
    """
    for synonym in synonyms:
        phrases = [words(phrase) for phrase in synonym.words]
        for typed in phrases[:1] if synonym.one_way else phrases:
            others = [other for other in phrases if other != typed and _stands(other, standing)]
            if others:
                said = "=".join(" ".join(phrase) for phrase in (typed, *others))
                yield fold(typed[0]), f"={said}"


def _stands(phrase: list[str], standing: Collection[str]) -> bool:
    """Say whether a phrase may stand somewhere: all its neighbours do."""
    keys = phrase if len(phrase) == 1 else map(" ".join, pairwise(phrase))
    return all(key in standing for key in keys)
