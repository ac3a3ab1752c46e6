"""What is made of a post besides its page, and where the page leads to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from loa.model.posts import Post
from loa.pages.front_matter import Meta
from loa.text.vietnamese import day_text, size_text


@dataclass(frozen=True)
class Download:
    """A file to take along; ``old`` is the day of one that could not be made anew."""

    path: str
    title: str
    size: int
    old: date | None = None


def _nothing(post: Post) -> Sequence[Download]:
    return ()


def _no_bar(post: Post) -> Meta | None:
    return None


@dataclass(frozen=True)
class Beside:
    """Of each post: what residents take along, what the officer's bar says."""

    downloads: Callable[[Post], Sequence[Download]] = _nothing
    office: Callable[[Post], Meta | None] = _no_bar


NOTHING = Beside()


def leaflet_box(post: Post, beside: Beside) -> Meta | None:
    """Return the box of a page that offers its leaflet and the rest to print or read aloud."""
    files = [_file(one) for one in beside.downloads(post)]
    return {"files": files} if files else None


def _file(download: Download) -> Meta:
    old = f", bản ngày {day_text(download.old)}" if download.old else ""
    kind = download.path.rpartition(".")[2].upper()
    note = f"{kind}, {size_text(download.size)}{old}"
    return {"title": download.title, "url": download.path, "note": note}
