"""What a list of results can be narrowed by; only the results page loads it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from loa.model.content import Content
from loa.search.document import IN_FORCE, KINDS
from loa.search.shards import HALF, LETTERS, number
from loa.text.vietnamese import capitalise

Facets = dict[str, list[list[Any]]]
Titles = Mapping[str, Mapping[str, str]]
Values = Mapping[str, Sequence[str]]  # of one document, by facet

YEAR = "year"  # the only facet whose values are those that documents have


def titles(content: Content) -> Titles:
    """Return, for each facet, the titles of its values in the order in which they are shown."""
    return {
        "kind": KINDS,
        "topic": {id: found.title for id, found in content.topics.items()},
        "audience": {id: found.title for id, found in content.audiences.items()},
        "village": {id: capitalise(found.full_name) for id, found in content.villages.items()},
        YEAR: {},
        "force": IN_FORCE,
    }


def facets(documents: Sequence[Values], titles: Titles) -> Facets:
    """Return, for each facet, its values as [id, title, documents], as they are shown."""
    members: dict[tuple[str, str], list[int]] = {}
    for n, values in enumerate(documents):
        for facet, ids in values.items():
            for id in dict.fromkeys(ids):
                members.setdefault((facet, id), []).append(n)
    return _shown(members, titles)


def patched(known: Facets, number: int, old: Values, new: Values, titles: Titles) -> Facets:
    """Return the facets after one document has got other values."""
    members = {
        (facet, id): list(_read(letters))
        for facet, rows in known.items()
        for id, _, letters in rows
    }
    for facet, ids in old.items():
        for id in ids:
            if number in members.get((facet, id), ()):
                members[facet, id].remove(number)
    for facet, ids in new.items():
        for id in ids:
            members[facet, id] = sorted({*members.get((facet, id), ()), number})
    return _shown(members, titles)


def _shown(members: Mapping[tuple[str, str], list[int]], titles: Titles) -> Facets:
    years = sorted((id for (facet, id), found in members.items() if facet == YEAR and found))
    return {
        facet: [
            [id, title, _numbers(members.get((facet, id), ()))]
            for id, title in (
                names.items() if facet != YEAR else ((year, year) for year in reversed(years))
            )
        ]
        for facet, names in titles.items()
    }


def _numbers(found: Iterable[int]) -> str:
    """Return document numbers as distances."""
    letters, before = "", -1
    for document in found:
        letters += number(document - before - 1)
        before = document
    return letters


def _read(letters: str) -> Iterable[int]:
    """Yield document numbers from their distances."""
    value, scale, document = 0, 1, -1
    for digit in map(LETTERS.index, letters):
        if digit >= HALF:
            value += (digit - HALF) * scale
            scale *= HALF
        else:
            document += 1 + value + digit * scale
            yield document
            value, scale = 0, 1
