"""The last good files of formats that are public: they go out again where none can be made.

A PC that refuses the typesetter does not take leaflets off the site. Each file is overwritten when
a new one is made, so that nothing stands here that was not published.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loa import clock
from loa.disk.atomic import write_whole
from loa.disk.cache import Cache
from loa.exports.article.fingerprints import content_mark
from loa.exports.kit.formats import FORMATS, File, Format, Subject
from loa.model.posts import Post

KIND = "tai-ve"  # of entries in the cache
_MARK = ".noi-dung"  # beside the files: of which content they were made


@dataclass(frozen=True)
class Lasting:
    """The files of one format of one post; ``old`` is the day of files of an earlier build."""

    files: tuple[File, ...]
    old: date | None = None


def lasting(format: Format, subject: Subject, cache: Cache) -> Lasting | None:
    """Return the files of a format; where it can't be made here, the last ones, or None.

    Args:
        format: one of ``FORMATS`` that is public.
        subject: the post.
        cache: where the last ones are kept.

    Raises:
        ContentError: a text does not fit its sheet.
    """
    folder = cache.folder / KIND / entry_name(subject.post, format)
    if format.can():
        files = tuple(format.make(subject))
        for name, data in files:
            _keep(folder / name, data)
        _keep(folder / _MARK, _mark(subject))
        return Lasting(files)
    earlier = _earlier(folder)
    if not earlier:
        return None
    day = max(map(clock.changed_on, earlier))
    return Lasting(tuple((file.name, file.read_bytes()) for file in earlier), day)


def last_of_same_content(format: Format, subject: Subject, cache: Cache) -> Lasting | None:
    """Return the last files of a format, if a reader would find in them what the post says now."""
    folder = cache.folder / KIND / entry_name(subject.post, format)
    try:
        if (folder / _MARK).read_bytes() != _mark(subject):
            return None
        files = tuple((file.name, file.read_bytes()) for file in _earlier(folder))
    except OSError:
        return None
    return Lasting(files) if files else None


def _earlier(folder: Path) -> list[Path]:
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [file for file in found if not file.name.startswith(".")]


def _mark(subject: Subject) -> bytes:
    return content_mark(subject.article, {}).encode()


def entry_name(post: Post, format: Format) -> str:
    """Return the name of the folder in which the last files of a format are kept."""
    return f"{post.id}.{FORMATS.index(format)}"


def forget(living: Iterable[Post], cache: Cache) -> None:
    """Keep nothing of posts that are published no more, nor of channels that were taken back."""
    kept = {entry_name(post, format) for post in living for format in formats_for(post)}
    cache.keep(KIND, kept.__contains__)


def formats_for(post: Post) -> Sequence[Format]:
    """Return the formats of a post that residents may take along."""
    return [format for format in FORMATS if format.is_public_for(post)]


def _keep(file: Path, data: bytes) -> None:
    try:
        if file.is_file() and file.read_bytes() == data:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, data)
    except OSError:
        return  # a disk that takes nothing: this build has them all the same
