"""The reviewed list of words for the same thing, as far as the site has anything to find."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from loa.model.searching import Synonym
from loa.search.postings import Postings
from loa.search.words import fold, words


def with_synonyms(index: Postings, synonyms: Iterable[Synonym]) -> Postings:
    """Return the index with the listed phrases in it, on no page: slips in them are seen."""
    for synonym in synonyms:
        for phrase in synonym.words:
            said = words(phrase)
            for key in (*said, *map(" ".join, pairwise(said))):
                index.setdefault(key, [])
    return index


def synonym_lines(synonyms: Iterable[Synonym], index: Postings) -> Iterator[tuple[str, str]]:
    """Yield (key, line) of each phrase that stands for others, kept beside its first word.

    A line is "=phrase=other=other"; phrases the site does not hold are left out.
    """
    for synonym in synonyms:
        phrases = [words(phrase) for phrase in synonym.words]
        for typed in phrases[:1] if synonym.one_way else phrases:
            others = [other for other in phrases if other != typed and _stands(other, index)]
            if others:
                said = "=".join(" ".join(phrase) for phrase in (typed, *others))
                yield fold(typed[0]), f"={said}"


def _stands(phrase: list[str], index: Postings) -> bool:
    """Say whether a phrase may stand somewhere: all its neighbours do."""
    if len(phrase) == 1:
        return bool(index[phrase[0]])
    return all(index[" ".join(pair)] for pair in pairwise(phrase))
