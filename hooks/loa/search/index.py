"""The whole index as script files, which a browser loads piece by piece.

What each page says is kept from build to build, and so is the index: an edit of one page reads this
page anew and touches its own pieces.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from loa.apart import apart
from loa.ask.showing import Showing
from loa.model.posts import Page, Post
from loa.plan.digest import digest
from loa.plan.question import kept_question, question
from loa.plan.trace import note, unnoted
from loa.search.document import Document
from loa.search.every_page import document_of, other_pages
from loa.search.evidence import Evidence, evidence_of
from loa.search.frame import frame_of
from loa.search.upkeep import Pieces, bring_up

PIECE = "piece:"  # begins the note that a piece of the index was read
_INDEX = "index"
_Listed = tuple[Post | Page, tuple[str, ...], str, str]
Place = tuple[tuple[str, ...], str]  # where a page stands in the index: its order, its address


def index_scripts(showing: Showing) -> Iterator[tuple[str, str]]:
    """Yield (name, script) of every file of the index, the manifest last."""
    for name in piece_names(showing):
        yield name, piece_script(name, showing)


@kept_question
def piece_names(showing: Showing) -> tuple[str, ...]:
    """Return the name of every piece of the index, the manifest last."""
    return tuple(_digests(showing))


def piece_script(name: str, showing: Showing) -> str:
    """Return one piece of the index as a script."""
    note(f"{PIECE}{name}")  # which stands for all that the piece rests on
    with unnoted():
        return _pieces(showing).script(name)


def piece_marks(showing: Showing) -> Mapping[str, bytes]:
    """Return the mark of every piece by its name."""
    return {name: known.encode() for name, known in _digests(showing).items()}


@kept_question
def _digests(showing: Showing) -> Mapping[str, str]:
    showing.answers.made.pop(_INDEX, None)  # so that all it rests on is noted here
    return dict(_pieces(showing).digests)


def _pieces(showing: Showing) -> Pieces:
    """Return the index, brought up to date once in a build."""
    known = showing.answers.made.get(_INDEX)
    if isinstance(known, Pieces):
        return known
    asked = ((owner, _listed(showing, owner)) for owner in showing.owners)
    listed = [(owner, *found) for owner, found in asked if found is not None]
    documents, owners = _marks(showing, listed), {url: owner for owner, _, url, _ in listed}

    def evidence(url: str) -> Evidence:
        if url in owners:
            return evidence_of(_document(showing, owners[url]))
        return evidence_of(next(one for one in _others(showing) if one.url == url))

    frame = frame_of(showing.content, carried=not showing.edition.directory_urls)
    pieces = bring_up(showing.answers.shelf, documents, evidence, frame)
    showing.answers.made[_INDEX] = pieces
    return pieces


def _marks(showing: Showing, listed: Iterable[_Listed]) -> Mapping[str, str]:
    """Return a digest of every page by its address; neighbours in meaning stand side by side."""
    found: list[tuple[Place, str]] = [((order, url), mark) for _, order, url, mark in listed]
    found += [((one.order, one.url), digest(one).hex()) for one in _others(showing)]
    return {url: mark for (_, url), mark in sorted(found)}


@kept_question
def _listed(showing: Showing, owner: Post | Page) -> tuple[tuple[str, ...], str, str] | None:
    """Return where a page stands in the index, and a digest of all it says.

    None where it cannot be read: then this page alone is not found.
    """
    document = apart(owner.path, "phần tìm kiếm", partial(_document, showing, owner), None)
    if document is None:
        return None
    return document.order, document.url, digest((document, document.order)).hex()


@question
def _document(showing: Showing, owner: Post | Page) -> Document:
    return document_of(owner, showing)


@question
def _others(showing: Showing) -> tuple[Document, ...]:
    return tuple(other_pages(showing))
