"""Leaflets, posters and scripts that everybody may take along: ``/tai-ve/`` of the site.

They are kept from build to build; where the typesetter can't be loaded, the last ones go out again
with their day.
"""

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from loa.ask import paths
from loa.ask.extras import Download
from loa.ask.showing import Showing
from loa.disk.cache import Cache
from loa.exports.article.fingerprints import work_mark
from loa.exports.article.maker import article_of
from loa.exports.kit.formats import FORMATS, Format, Subject
from loa.exports.kit.slow_formats import KIND, Lasting, lasting
from loa.problems import ContentError, Level, Problem

MOST_AT_ONCE = 4


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
    subjects = [Subject(post, article_of(post, showing), {}, showing) for post in showing.published]
    # The typesetter lets other threads run while it works.
    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as pool:
        results = list(pool.map(partial(_made, cache), subjects))
    for subject, (made, told) in zip(subjects, results, strict=True):
        problems += told
        offered: list[Download] = []
        for format, one in made:
            used.add(one.folder.name)
            for file in one.files:
                path = paths.download(subject.post, file.name)
                files.append((path, file, subject.post.path))
                offered.append(Download(path, format.title, file.stat().st_size, one.old))
        downloads[subject.post.path] = tuple(offered)
    if not any(problem.level is Level.ERROR for problem in problems):
        cache.keep(KIND, used.__contains__)
    return Public(tuple(files), downloads, tuple(problems))


def _made(cache: Cache, subject: Subject) -> tuple[list[tuple[Format, Lasting]], list[Problem]]:
    """Return what could be made of a post, and what to tell of the rest."""
    post = subject.post
    mark = work_mark(subject.article, {}, post, subject.showing)
    found: list[tuple[Format, Lasting]] = []
    problems: list[Problem] = []
    for format in FORMATS:
        if not format.is_public_for(post):
            continue
        try:
            made = lasting(format, subject, mark, cache)
        except ContentError as too_long:
            problems += too_long.problems
            continue
        if made is None or made.old is not None:
            problems.append(format.missing(post, made.old if made is not None else None))
        if made is not None:
            found.append((format, made))
    return found, problems
