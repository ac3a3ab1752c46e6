"""The whole index as script files, which a browser loads piece by piece."""

from collections.abc import Iterator, Sequence
from math import isqrt
from typing import Any

from loa.ask.showing import Showing
from loa.search.document import KINDS, Document
from loa.search.every_page import documents
from loa.search.facets import facets
from loa.search.postings import Postings, postings
from loa.search.shards import LETTERS, Piece, encoded, family, number, piece, version_of
from loa.search.synonyms import synonym_lines, with_synonyms
from loa.search.words import fold
from loa.text.vietnamese import day_text

# More documents than this for one key, and the weaker ones are left out.
CHAMPIONS = 1000
# Words that a mistyped one may have been meant to be: the usual ones of a large site.
VOCABULARY = 8000

Lines = list[tuple[str, str]]


def index_scripts(showing: Showing) -> Iterator[tuple[str, str]]:
    """Yield (name, script) of every file of the index, the manifest last."""
    found = documents(showing)
    index = with_synonyms(postings(found), showing.content.synonyms)
    lines = _lines(index, len(found))
    size, per_file = _sizes(lines, len(found), showing)
    said = synonym_lines(showing.content.synonyms, index)
    words = family("w", sorted([*lines, *said]), size)
    vocabulary = family("v", _vocabulary(index), size)
    pieces = (
        *words.pieces,
        *vocabulary.pieces,
        *(piece(f"t{page}", _texts(one)) for page, one in enumerate(found)),
        *_titles(found, per_file),
        piece("f", facets(found, showing.content)),
    )
    version = version_of(pieces)
    for made in pieces:
        yield f"{made.name}-{version}", _handed(f"{made.name}-{version}", made.json)
    manifest = {
        "version": version,
        "count": len(found),
        "kinds": list(KINDS.items()),
        "priors": "".join(map(_prior, found)),
        "topics": _topics(found, list(showing.content.topics)),
        "w": words.starts,
        "v": vocabulary.starts,
        "perFile": per_file,
    }
    yield "index", _handed("index", piece("index", manifest).json)


def _sizes(lines: Lines, count: int, showing: Showing) -> tuple[int, int]:
    """Return how many letters go into a piece, and how many titles into a file."""
    if not showing.edition.directory_urls:
        # A stick costs nobody bytes, but copies a thousand small files slowly.
        return 60_000, 100
    # About as many letters in a piece as there are pieces: a first answer needs some pieces, and
    # the list of them all.
    size = isqrt(sum(len(line) for _, line in lines) // 2)
    return size, max(1, round((count / 600) ** 0.5))


def _handed(name: str, json: str) -> str:
    """Return a script that hands a value to the engine."""
    return f'loaSearch.add("{name}",{json});\n'


def _lines(index: Postings, count: int) -> Lines:
    """Return the lines of words and of neighbours, sorted: "vay" stands before "vay von"."""
    return sorted((_key(form), _line(form, packed, count)) for form, packed in index.items())


def _key(form: str) -> str:
    return " ".join(map(fold, form.split(" ")))


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


def _titles(found: Sequence[Document], per_file: int) -> Iterator[Piece]:
    """Yield what a result shows of each page, some pages a piece."""
    kinds = list(KINDS)
    rows = [
        [
            document.url,
            document.title,
            kinds.index(document.kind),
            day_text(document.date) if document.date else "",
            document.village_text,
            document.states,
            {place: one.anchor for place, one in enumerate(document.sections) if one.anchor},
        ]
        for document in found
    ]
    for file, start in enumerate(range(0, len(rows), per_file)):
        yield piece(f"m{file}", rows[start : start + per_file])


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
