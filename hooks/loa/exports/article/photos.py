"""The pictures of a kit: numbered as the article counts them, ready for the box of a web site."""

from collections.abc import Mapping

from loa.ask.showing import Showing
from loa.disk.cache import Cache
from loa.exports.article.maker import article_of
from loa.media import images
from loa.media.attachments import attached
from loa.model.posts import Post
from loa.plan.question import question

FOLDER = "anh"


def photos(post: Post, showing: Showing) -> Mapping[int, bytes]:
    """Return each picture by its number: JPEG, at most 300 kB and 1,200 px, nothing hidden in it.

    A picture that cannot be shown is not in the article either.
    """
    return _photos(showing, post)


@question
def _photos(showing: Showing, post: Post) -> Mapping[int, bytes]:
    article = article_of(post, showing)
    cache = Cache.of(showing.content.root)
    found = {}
    for picture, file in article.pictures:
        source = attached(showing.content.root, post.path, file)
        assert source is not None  # the gallery has shown it
        found[picture.number] = images.for_upload(source, cache)
    return found


def photo_name(number: int, post: Post) -> str:
    """Return the name of a picture's file in the kit: "anh/01-nuoi-bo-2026.jpg"."""
    return f"{FOLDER}/{number:02d}-{post.slug}.jpg"
