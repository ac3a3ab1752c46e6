"""What is made of a post besides its page: files to take along, the officer's bar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from loa.ask.meta import Meta
from loa.model.posts import Post


@dataclass(frozen=True)
class Download:
    """A file to take along; ``old`` is the day of one that could not be made anew."""

    path: str
    title: str
    size: int
    old: date | None = None


def _nothing(post: Post) -> Sequence[Download]:
    return ()


def _offers_nothing(post: Post) -> bool:
    return False


def _no_bar(post: Post) -> Meta | None:
    return None


@dataclass(frozen=True)
class Extras:
    """Of each post: what residents take along, whether there is any, what the officer's bar says.

    ``offers`` is answered without making anything.
    """

    downloads: Callable[[Post], Sequence[Download]] = _nothing
    offers: Callable[[Post], bool] = _offers_nothing
    office: Callable[[Post], Meta | None] = _no_bar


NOTHING = Extras()
