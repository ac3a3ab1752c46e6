"""The files that a post brings along, as its page and the page of materials offer them."""

from urllib.parse import quote

from loa.ask.brought import Bringing, note_of, of_owner
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model.posts import Post


def attachments(post: Post, showing: Showing) -> list[Meta]:
    """Return the files that a post names in its front matter; those of its text stand there."""
    found = (one for one in of_owner(showing, post) if one.link is None)
    return [_file(one, showing) for one in found]


def all_attachments(post: Post, showing: Showing) -> list[Meta]:
    """Return every file that a post brings along."""
    return [_file(one, showing) for one in of_owner(showing, post)]


def _file(one: Bringing, showing: Showing) -> Meta:
    return {
        "title": one.title or one.file.rpartition("/")[2],
        "url": quote(one.target),
        "note": note_of(showing, one.source),
    }
