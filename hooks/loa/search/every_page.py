"""What can be found: every page a visitor sees."""

from collections.abc import Iterator

from loa.ask.facts import DrawBlock
from loa.ask.showing import Showing
from loa.drawn import blocks
from loa.model.policies import Policy
from loa.model.posts import Page, Post
from loa.search.document import Document
from loa.search.of_boards import other_documents
from loa.search.of_pages import calendar, finder, lists, of_page
from loa.search.of_posts import of_post
from loa.search.texts import ASIDE


def document_of(owner: Post | Page, showing: Showing) -> Document:
    """Return a post or a standing page as search sees it."""
    draw = _drawer(showing)
    if isinstance(owner, Post):
        return of_post(owner, showing, draw)
    return of_page(owner, showing, draw)


def other_pages(showing: Showing) -> Iterator[Document]:
    """Yield what is made from data and lists."""
    yield finder(showing)
    yield calendar(showing)
    yield from lists(showing)
    yield from other_documents(showing)


def documents(showing: Showing) -> list[Document]:
    """Return everything that can be found; neighbours in meaning stand side by side."""
    found = [*(document_of(owner, showing) for owner in showing.owners), *other_pages(showing)]
    return sorted(found, key=lambda document: (document.order, document.url))


def _drawer(showing: Showing) -> DrawBlock:
    drawn = blocks.drawer(showing.content, showing.today)

    def draw(name: str, policy: Policy) -> str:
        text = drawn(name, policy)
        if name == "cac-buoc":
            return text.replace("</strong> ", ".</strong> ")
        # Every page repeats the long titles of the same decrees: they must not outweigh its text.
        return (ASIDE if name == "can-cu" else "") + text

    return draw
