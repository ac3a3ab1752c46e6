"""Leaflets, posters and scripts that everybody may take along: ``/tai-ve/`` of the site."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from loa.apart import KEPT, WITHOUT, failed
from loa.ask import paths
from loa.ask.extras import Download
from loa.ask.showing import Showing
from loa.disk.cache import Cache
from loa.exports.article.maker import article_of
from loa.exports.kit.formats import FORMATS, File, Format, Subject
from loa.exports.kit.slow_formats import Lasting, formats_for, last_of_same_content, lasting
from loa.model.posts import Post
from loa.plan.question import kept_question, question
from loa.problems import ContentError, Problem


@dataclass(frozen=True)
class Offered:
    """What one format offers of a post, and what there is to tell of it.

    One that ``failed`` in a way nobody foresaw offers the last good files of the same content.
    """

    files: tuple[Download, ...]
    problems: tuple[Problem, ...]
    failed: bool = False


@question
def _made(showing: Showing, post: Post, place: int) -> tuple[tuple[File, ...], Offered]:
    """Make the files of the format at ``place`` in ``FORMATS``."""
    format, cache = FORMATS[place], Cache.of(showing.content.root)
    subject = None
    try:
        subject = Subject(post, article_of(post, showing), {}, showing)
        made = lasting(format, subject, cache)
    except ContentError as too_long:
        return (), Offered((), tuple(too_long.problems))
    except Exception as error:
        last = last_of_same_content(format, subject, cache) if subject else None
        failed(post.path, format.title, error, KEPT if last else WITHOUT)
        files = last.files if last else ()
        return files, Offered(_offered(post, format, Lasting(files)), (), failed=True)
    if made is None:
        return (), Offered((), (format.missing(post, None),))
    told = (format.missing(post, made.old),) if made.old else ()
    return made.files, Offered(_offered(post, format, made), told)


def _offered(post: Post, format: Format, made: Lasting) -> tuple[Download, ...]:
    return tuple(
        Download(paths.download(post, name), format.title, len(data), made.old)
        for name, data in made.files
    )


@kept_question
def offered(showing: Showing, post: Post, place: int) -> Offered:
    """Return what the format at ``place`` in ``FORMATS`` offers of a post."""
    return _made(showing, post, place)[1]


@kept_question
def _paths(showing: Showing, post: Post, place: int) -> tuple[str, ...]:
    """The paths of what a format offers: these stay when a text changes, its size does not."""
    return tuple(file.path for file in offered(showing, post, place).files)


@kept_question
def _told(showing: Showing, post: Post, place: int) -> tuple[Problem, ...]:
    return offered(showing, post, place).problems


def files_of(showing: Showing, post: Post, format: Format) -> tuple[File, ...]:
    """Return the files of a public format of a post, made once for the site and the kit."""
    return _made(showing, post, FORMATS.index(format))[0]


def has_failed(showing: Showing, post: Post, format: Format) -> bool:
    """Say whether a public format of a post could not be made, which is told already."""
    return offered(showing, post, FORMATS.index(format)).failed


def offers(post: Post, showing: Showing) -> bool:
    """Say whether a post offers anything to take along."""
    return showing.is_published(post) and bool(formats_for(post))


def downloads(post: Post, showing: Showing) -> tuple[Download, ...]:
    """Return everything that a post offers to take along."""
    if not showing.is_published(post):
        return ()
    found = (offered(showing, post, FORMATS.index(format)) for format in formats_for(post))
    return tuple(file for one in found for file in one.files)


def problems(post: Post, showing: Showing) -> Iterator[Problem]:
    """Yield what there is to tell of a post's files; a sheet that overflows is an error."""
    for format in formats_for(post):
        yield from problems_of(showing, post, format)


def problems_of(showing: Showing, post: Post, format: Format) -> list[Problem]:
    """Return what there is to tell of one format of a post."""
    return list(_told(showing, post, FORMATS.index(format)))


def public_files(showing: Showing) -> Iterator[tuple[str, Callable[[], bytes], str]]:
    """Yield path, maker and source of every file that residents may take along."""
    for post in showing.published:
        for format in formats_for(post):
            place = FORMATS.index(format)
            for path in _paths(showing, post, place):
                yield path, partial(_file, path, post, place, showing), post.path


def _file(path: str, post: Post, place: int, showing: Showing) -> bytes:
    files = _made(showing, post, place)[0]
    return next(data for name, data in files if paths.download(post, name) == path)
