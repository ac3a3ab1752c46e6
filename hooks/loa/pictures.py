"""Every picture file of a site, and what there is to say about pictures that cannot be shown."""

from collections.abc import Iterator
from pathlib import Path

from loa import covers, images, paths
from loa.attachments import is_for_developers
from loa.gallery import forget
from loa.images import PictureRefused, can_publish_pictures
from loa.pages.share_cards import card_files
from loa.problems import Level, Problem
from loa.showing import Showing
from loa.views import Standing

File = tuple[str, str | bytes | Path] | tuple[str, str | bytes | Path, str]

NO_LIBRARY = "máy này không nạp được thư viện ảnh (Pillow); trang tạm dùng hình vẽ thay ảnh"
# Pictures of standing pages lie under docs/, which a generator copies as it is.
_COPIED = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp")
# One white dot: a page without the library must not give out the original.
_BLANK = bytes.fromhex(
    "47494638396101000100800100ffffff00000021f90401000001002c00000000010001000002024401003b"
)


def files(showing: Showing) -> Iterator[File]:
    """Yield covers, photos, share cards, pictures of standing pages: path, content, source."""
    for post in showing.shown:
        if showing.picture(post) is None:
            subject = post.cover or showing.content.topics[post.topics[0]].cover
            path = paths.cover(post.SECTION, post.slug)
            yield path, covers.cover(post.SECTION, subject, post.slug)
    yield from showing.gallery.files().items()
    yield from card_files(showing)
    for file in sorted((showing.content.root / "docs").rglob("*")):
        is_ours = not is_for_developers(showing.content.root, file)
        if is_ours and file.suffix.lower() in _COPIED and file.is_file():
            source = file.relative_to(showing.content.root).as_posix()
            yield source.removeprefix("docs/"), _instead_of(file), source


def _instead_of(file: Path) -> bytes:
    """Return what is published under the name of a page's picture."""
    if not can_publish_pictures():
        return _BLANK
    try:
        return images.same_kind(file)
    except PictureRefused:
        return _BLANK  # the page that shows it is told; a file that no page shows harms nobody


def told(showing: Showing) -> list[Problem]:
    """Return what is wrong with pictures that only making them could find out."""
    unfinished = {post.path for post in showing.shown if showing.is_unfinished(post)}
    problems = [
        problem.of_unfinished_post() if problem.path in unfinished else problem
        for problem in showing.gallery.problems
    ]
    if not can_publish_pictures():
        for post in showing.shown:
            if post.pictures:
                problems.append(Problem(post.path, post.line("image"), NO_LIBRARY, Level.REMINDER))
    return problems


def forget_withdrawn(showing: Showing) -> None:
    """Take out of the cache what belongs to a post whose consent ended, or to no post."""
    standings = showing.standings
    living = [
        post for post in showing.content.posts if standings[post.path] is not Standing.WITHDRAWN
    ]
    forget((*living, *showing.content.pages), showing.content.root)
