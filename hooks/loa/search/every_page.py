"""What can be found: every page a visitor sees."""

from loa.ask.facts import DrawBlock
from loa.ask.showing import Showing
from loa.drawn import blocks
from loa.model.policies import Policy
from loa.search.document import Document
from loa.search.of_boards import other_documents
from loa.search.of_pages import calendar, finder, lists, of_page
from loa.search.of_posts import of_post
from loa.search.texts import ASIDE


def documents(showing: Showing) -> list[Document]:
    """Return everything that can be found; neighbours in meaning stand side by side."""
    draw = _drawer(showing)
    found = [of_post(post, showing, draw) for post in showing.shown]
    found += [of_page(page, showing, draw) for page in showing.content.pages]
    found += [finder(showing), calendar(showing), *lists(showing), *other_documents(showing)]
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
