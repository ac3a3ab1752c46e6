"""Leaflets, posters and scripts that everybody may take along: ``/tai-ve/`` of the site.

They are kept from build to build; where the typesetter can't be loaded, the last ones go out again
with their day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loa import paths
from loa.cache import Cache
from loa.exports.article_maker import article_of
from loa.exports.formats import FORMATS, Format, Subject
from loa.exports.lasting import KIND, Lasting, lasting
from loa.exports.marks import work_mark
from loa.model.posts import Post
from loa.pages.beside import Download
from loa.problems import ContentError, Level, Problem
from loa.showing import Showing
from loa.vietnamese import day_text


@dataclass(frozen=True)
class Public:
    """Every file by its path, what each post offers by the post's file, what to tell."""

    files: tuple[tuple[str, Path, str], ...]
    downloads: Mapping[str, tuple[Download, ...]]
    problems: tuple[Problem, ...]


def public_files(showing: Showing) -> Public:
    """Make what published posts offer to take along; a sheet that overflows is a problem."""
    cache = Cache.of(showing.content.root)
    files: list[tuple[str, Path, str]] = []
    downloads: dict[str, tuple[Download, ...]] = {}
    problems: list[Problem] = []
    used: set[str] = set()
    for post in showing.published:
        offered: list[Download] = []
        for format, made in _made(post, showing, cache, problems):
            used.add(made.folder.name)
            for file in made.files:
                path = paths.download(post, file.name)
                files.append((path, file, post.path))
                offered.append(Download(path, format.title, file.stat().st_size, made.old))
        downloads[post.path] = tuple(offered)
    if not any(problem.level is Level.ERROR for problem in problems):
        cache.keep(KIND, used.__contains__)
    return Public(tuple(files), downloads, tuple(problems))


def _made(
    post: Post, showing: Showing, cache: Cache, problems: list[Problem]
) -> Iterator[tuple[Format, Lasting]]:
    """Yield what could be made of a post; what could not is added to ``problems``."""
    article = article_of(post, showing)
    mark = work_mark(article, {}, post, showing)
    for format in FORMATS:
        if not format.public or not format.is_for(post):
            continue
        try:
            made = lasting(format, Subject(post, article, {}, showing), mark, cache)
        except ContentError as too_long:
            problems += too_long.problems
            continue
        if made is None:
            problems.append(_missing(post, format, None))
            continue
        if made.old is not None:
            problems.append(_missing(post, format, made.old))
        yield format, made


def _missing(post: Post, format: Format, old: date | None) -> Problem:
    kept = f"; dùng lại bản ngày {day_text(old)}" if old else ""
    message = f"máy này không nạp được {format.library}, chưa làm được: {format.title}{kept}"
    return Problem(post.path, 1, message, Level.REMINDER)
