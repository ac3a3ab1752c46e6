"""Every picture file of a site, and what there is to say about pictures that cannot be shown."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from loa.ask import paths
from loa.ask.showing import Showing
from loa.ask.views import Standing
from loa.disk.developers import is_for_developers
from loa.drawn.town_cards import card_files
from loa.media import covers, images
from loa.media.gallery import forget, picture_names, published
from loa.media.images import Picture, PictureRefused, can_publish_pictures
from loa.model.posts import Page, Post
from loa.plan.files import note_file
from loa.problems import Level, Problem

File = tuple[str, Callable[[], str | bytes | Path], str]  # path, what makes it, its source

NO_LIBRARY = "máy này không nạp được thư viện ảnh (Pillow); trang tạm dùng hình vẽ thay ảnh"
# Pictures of standing pages lie under docs/, which a generator copies as it is.
_COPIED = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp")
# One white dot: a page without the library must not give out the original.
BLANK = bytes.fromhex(
    "47494638396101000100800100ffffff00000021f90401000001002c00000000010001000002024401003b"
)


def is_made_anew(file: Path) -> bool:
    """Say whether a file under ``docs/`` goes out as a picture made from it, never as it is."""
    return file.suffix.lower() in _COPIED


def files(showing: Showing) -> Iterator[File]:
    """Yield covers, photos, share cards, pictures of standing pages: path, maker, source."""
    for post in showing.shown:
        if showing.picture(post) is None:
            yield paths.cover(post.SECTION, post.slug), partial(_cover, post, showing), ""
    yield from _photos(showing)
    yield from card_files(showing)
    root = showing.content.root
    for file in sorted((root / "docs").rglob("*")):
        if is_made_anew(file) and file.is_file() and not is_for_developers(root, file):
            source = file.relative_to(root).as_posix()
            yield source.removeprefix("docs/"), partial(_instead_of, file, root), source


def _cover(post: Post, showing: Showing) -> str:
    subject = post.cover or showing.content.topics[post.topics[0]].cover
    return covers.cover(post.SECTION, subject, post.slug)


def _photos(showing: Showing) -> Iterator[File]:
    """Yield the files of every photo once, whoever shows it."""
    seen: set[str] = set()
    for owner in showing.owners:
        for file in picture_names(owner):
            shown = showing.gallery.of(owner, file)
            if shown is None or shown.stem in seen:
                continue
            seen.add(shown.stem)
            for path, place in shown.files():
                yield path, partial(_photo, owner, file, place.name, showing), ""


def _photo(owner: Post | Page, file: str, name: str, showing: Showing) -> Path:
    """Return one file of a photo, made again where the cache has lost it."""
    found = published(owner, file, showing.content.root)
    assert isinstance(found, Picture)  # it was one when the site was planned
    return found.folder / name


def _instead_of(file: Path, root: Path) -> bytes:
    """Return what is published under the name of a page's picture."""
    note_file(root, file)
    if not can_publish_pictures():
        return BLANK
    try:
        return images.same_kind(file)
    except PictureRefused:
        return BLANK  # the page that shows it is told; a file that no page shows harms nobody


def told(showing: Showing) -> list[Problem]:
    """Return what is wrong with pictures that only making them could find out."""
    unfinished = {post.path for post in showing.shown if showing.is_unfinished(post)}
    problems = [
        problem.of_unfinished_post() if problem.path in unfinished else problem
        for problem in showing.picture_problems()
    ]
    if not can_publish_pictures():
        for post in showing.shown:
            if post.pictures:
                problems.append(Problem(post.path, post.line("image"), NO_LIBRARY, Level.REMINDER))
    return problems


def forget_withdrawn(showing: Showing) -> None:
    """Take out of the cache what belongs to a post whose consent ended, or to no post."""
    living = [
        post for post in showing.content.posts if showing.standing(post) is not Standing.WITHDRAWN
    ]
    forget((*living, *showing.content.pages), showing.content.root)
