"""The pictures of a kit: numbered as the article counts them, ready for the box of a web site."""

from collections.abc import Mapping

from loa.ask.showing import Showing
from loa.disk.cache import Cache
from loa.exports.article import Article
from loa.media import images
from loa.media.attachments import attached
from loa.model.posts import Post

FOLDER = "anh"


def photos(article: Article, post: Post, showing: Showing) -> Mapping[int, bytes]:
    """Return each picture by its number: JPEG, at most 300 kB and 1,200 px, nothing hidden in it.

    A picture that cannot be shown is not in the article either.
    """
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
