"""The whole index as script files, which a browser loads piece by piece."""

from collections.abc import Iterator, Sequence
from math import isqrt
from typing import Any

from loa.search.documents import KINDS, Document, documents
from loa.search.facets import facets
from loa.search.postings import Postings, postings
from loa.search.shards import LETTERS, Script, encoded, family, number, script
from loa.search.synonyms import synonym_lines, with_synonyms
from loa.search.words import fold
from loa.showing import Showing
from loa.vietnamese import day_text

# More documents than this for one key, and the weaker ones are left out.
CHAMPIONS = 1000
# Words that a mistyped one may have been meant to be: the usual ones of a large site.
VOCABULARY = 8000

Lines = list[tuple[str, str]]


def index_scripts(showing: Showing) -> Iterator[Script]:
    """Yield every script of the index, the manifest last."""
    found = documents(showing)
    index = with_synonyms(postings(found), showing.content.synonyms)
    words, pairs = _lines(index, len(found))
    said = synonym_lines(showing.content.synonyms, index)
    # As many letters in a shard as there are shards: a first answer needs some, and a list of all.
    size = isqrt(sum(len(line) for _, line in (*words, *pairs)))
    families = {
        "u": family("u", sorted([*words, *said]), size),
        "p": family("p", pairs, size),
        "v": family("v", _vocabulary(index), size),
    }
    texts = [script(f"t{number}", _texts(one)) for number, one in enumerate(found)]
    per_file = max(1, round((len(found) / 600) ** 0.5))
    titles = _titles(found, texts, per_file)
    narrowing = script("f", facets(found, showing.content))
    for made in families.values():
        yield from made.scripts
    yield from texts
    yield from titles
    yield narrowing
    manifest = {
        "count": len(found),
        "kinds": list(KINDS.items()),
        "priors": "".join(map(_prior, found)),
        "topics": _topics(found, list(showing.content.topics)),
        "families": {letter: made.listing() for letter, made in families.items()},
        "titles": [per_file, "".join(made.hash for made in titles)],
        "facets": narrowing.name,
    }
    yield script("index", manifest, hashed=False)


def _lines(index: Postings, count: int) -> tuple[Lines, Lines]:
    """Return the sorted lines of words and of pairs."""
    words: Lines = []
    pairs: Lines = []
    for form, packed in index.items():
        first, _, second = form.partition(" ")
        key = f"{fold(first)} {fold(second)}" if second else fold(first)
        (pairs if second else words).append((key, _line(form, packed, count)))
    return sorted(words), sorted(pairs)


def _line(form: str, packed: list[int], count: int) -> str:
    # The section of a word that stands on every other page tells nobody anything.
    sections = len(packed) <= max(40, count // 8)
    line = f"{form}{'|' if sections else '^'}{encoded(packed[:CHAMPIONS], count, sections)}"
    return f"{line}|{number(len(packed))}" if len(packed) > CHAMPIONS else line


def _texts(document: Document) -> list[Any]:
    """Return what snippets are cut from: summary, main number, then each section's title, text."""
    return [
        document.summary,
        document.lead,
        *([section.title, section.text] for section in document.sections),
    ]


def _titles(found: Sequence[Document], texts: Sequence[Script], per_file: int) -> list[Script]:
    kinds = list(KINDS)
    rows = [
        [
            document.url,
            document.title,
            kinds.index(document.kind),
            day_text(document.date) if document.date else "",
            document.village_text,
            document.status,
            text.hash,
            {number: one.anchor for number, one in enumerate(document.sections) if one.anchor},
        ]
        for document, text in zip(found, texts, strict=True)
    ]
    starts = range(0, len(rows), per_file)
    return [script(f"m{n}", rows[start : start + per_file]) for n, start in enumerate(starts)]


def _prior(document: Document) -> str:
    """Return one letter: how much the page counts; samples from the second half."""
    return LETTERS[round(document.prior * 40) + (44 if document.sample else 0)]


def _topics(found: Sequence[Document], topics: list[str]) -> str:
    """Return one letter for each page: its first topic."""
    return "".join(
        LETTERS[topics.index(document.topics[0]) + 1 if document.topics else 0]
        for document in found
    )


def _vocabulary(index: Postings) -> Lines:
    """Return the words a mistyped one may have been meant to be, each with its frequency."""
    counts: dict[str, int] = {}
    for form, packed in index.items():
        if form.isalpha() and len(form) > 1:
            key = fold(form)
            counts[key] = counts.get(key, 1) + len(packed)
    usual = sorted(counts, key=lambda key: (-counts[key], key))[:VOCABULARY]
    return [
        (key, f"{key}|{LETTERS[min(43, counts[key].bit_length() * 3)]}") for key in sorted(usual)
    ]
