"""What a list of results can be narrowed by; only the results page loads it."""

from collections.abc import Callable, Iterable
from typing import Any

from loa.model.content import Content
from loa.search.document import IN_FORCE, KINDS, Document
from loa.search.shards import number
from loa.text.vietnamese import capitalise

Values = Callable[[Document], Iterable[str]]


def facets(documents: list[Document], content: Content) -> dict[str, list[list[Any]]]:
    """Return, for each facet, its values as [id, title, documents], as they are shown."""
    villages = {id: capitalise(found.full_name) for id, found in content.villages.items()}
    years = sorted({_year(document) for document in documents if document.date}, reverse=True)
    titles: dict[str, tuple[dict[str, str], Values]] = {
        "kind": (KINDS, lambda document: [document.kind]),
        "topic": (
            {id: found.title for id, found in content.topics.items()},
            lambda document: document.topics,
        ),
        "audience": (
            {id: found.title for id, found in content.audiences.items()},
            lambda document: document.audiences,
        ),
        "village": (villages, lambda document: document.villages),
        "year": ({year: year for year in years}, lambda document: [_year(document)]),
        "force": (IN_FORCE, lambda document: [document.in_force]),
    }
    return {
        facet: [
            [id, title, _numbers(n for n, one in enumerate(documents) if id in values(one))]
            for id, title in names.items()
        ]
        for facet, (names, values) in titles.items()
    }


def _year(document: Document) -> str:
    return str(document.date.year) if document.date else ""


def _numbers(found: Iterable[int]) -> str:
    """Return document numbers as distances."""
    letters, before = "", -1
    for document in found:
        letters += number(document - before - 1)
        before = document
    return letters
