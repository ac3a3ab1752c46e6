"""Leaflets, posters and scripts that everybody may take along: ``/tai-ve/`` of the site.

They are kept from build to build; where the typesetter can't be loaded, the last ones go out again
with their day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loa import clock, paths
from loa.cache import Cache
from loa.exports.article_maker import article_of
from loa.exports.formats import FORMATS, Format, Subject
from loa.exports.marks import work_mark
from loa.model.posts import Post
from loa.pages.beside import Download
from loa.problems import ContentError, Level, Problem
from loa.showing import Showing
from loa.vietnamese import day_text

KIND = "tai-ve"  # of entries in the cache


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
    formats = [format for format in FORMATS if format.public]
    for post in showing.published if formats else ():
        offered: list[Download] = []
        article = article_of(post, showing)
        subject = Subject(post, article, {}, showing)
        mark = work_mark(article, {}, post, showing)
        for number, format in enumerate(formats):
            if not format.is_for(post):
                continue
            name = f"{post.id}.{number}.{mark}"
            try:
                folder, old = _folder(name, format, subject, cache)
            except ContentError as too_long:
                problems += too_long.problems
                continue
            if folder is None or old is not None:
                problems.append(_missing(post, format, old))
            if folder is not None:
                used.add(folder.name)
                for file in sorted(folder.iterdir()):
                    path = paths.download(post, file.name)
                    files.append((path, file, post.path))
                    offered.append(Download(path, format.title, file.stat().st_size, old))
        downloads[post.path] = tuple(offered)
    if not any(problem.level is Level.ERROR for problem in problems):
        cache.keep(KIND, used.__contains__)
    return Public(tuple(files), downloads, tuple(problems))


def _folder(
    name: str, format: Format, subject: Subject, cache: Cache
) -> tuple[Path | None, date | None]:
    """Return the folder of a format's files, and its day where it is of an earlier build."""

    def make(place: Path) -> None:
        for file, data in format.make(subject):
            (place / file).write_bytes(data)

    if format.can():
        return cache.entry(KIND, name, make), None
    entries = list(_earlier(name, cache))
    if not entries:
        return None, None
    last = max(entries, key=clock.changed_on)
    return last, None if last.name == name else clock.changed_on(last)


def _earlier(name: str, cache: Cache) -> Iterator[Path]:
    place = cache.folder / KIND
    stem = name.rpartition(".")[0]
    return place.glob(f"{stem}.*") if place.is_dir() else iter(())


def _missing(post: Post, format: Format, old: date | None) -> Problem:
    kept = f"; dùng lại bản ngày {day_text(old)}" if old else ""
    message = f"máy này không nạp được {format.library}, chưa làm được: {format.title}{kept}"
    return Problem(post.path, 1, message, Level.REMINDER)
