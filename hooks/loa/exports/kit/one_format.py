"""One format of one post: its files made anew, or the last ones where they cannot be made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loa import clock
from loa.apart import KEPT, WITHOUT, failed
from loa.ask.showing import Showing
from loa.exports.article.maker import article_of
from loa.exports.article.photos import photos
from loa.exports.kit import public_files
from loa.exports.kit.formats import Format, Subject
from loa.exports.kit.post_folder import Kept
from loa.model.posts import Post
from loa.problems import ContentError, Problem


@dataclass(frozen=True)
class Files:
    """The files of a format, None for one that stays as it is, and what there is to tell.

    ``sound`` is False where something went wrong: the next run has to try again.
    """

    files: Mapping[str, bytes | None]
    problems: tuple[Problem, ...] = ()
    sound: bool = True


def subject_of(post: Post, showing: Showing) -> Subject:
    """Return a post with everything its files are made from."""
    article = article_of(post, showing)
    return Subject(post, article, photos(post, showing), showing)


def made(format: Format, post: Post, showing: Showing, before: Kept, mark: str) -> Files:
    """Return the files of a format, made here or for the site.

    Args:
        format: one that can be made on this machine.
        post: the post.
        showing: what is published today.
        before: what an earlier run left in the post's folder; it stays where this one fails, if
            the post still says the same.
        mark: of what the post says now.
    """
    if format.is_public_for(post):
        files = dict(public_files.files_of(showing, post, format))
        if public_files.has_failed(showing, post, format):
            return Files(files or _still_good(format, before, mark), sound=False)
        told = tuple(public_files.problems_of(showing, post, format))
        return Files(files, told, sound=not told)
    try:
        return Files(dict(format.make(subject_of(post, showing))))
    except ContentError as too_long:
        return Files({}, tuple(too_long.problems), sound=False)
    except Exception as error:
        kept = _still_good(format, before, mark)
        failed(post.path, format.title, error, KEPT if kept else WITHOUT)
        return Files(kept, sound=False)


def _still_good(format: Format, before: Kept, mark: str) -> dict[str, bytes | None]:
    names = before.made_in(format.title)
    same = mark and before.content_mark == mark and before.holds(names)
    return dict.fromkeys(names) if same else {}


def without(format: Format, post: Post, before: Kept) -> Files:
    """Return the files that an earlier run made in a format which can't be made here."""
    days = [clock.changed_on(file) for _, file in _last(format, before)]
    problem = format.missing(post, min(days, default=None))
    return Files({name: file.read_bytes() for name, file in _last(format, before)}, (problem,))


def _last(format: Format, before: Kept) -> Iterator[tuple[str, Path]]:
    for name in before.made_in(format.title):
        if (before.folder / name).is_file():
            yield name, before.folder / name
