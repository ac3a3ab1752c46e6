"""All problems of a repository, as a person or a program reads them."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from loa.ask.paths import Edition, own_address
from loa.ask.showing import Showing
from loa.check import check
from loa.check.alone import Judged, Reachable
from loa.check.site import site_url
from loa.load import Loaded, load_content
from loa.model.content import Content
from loa.plan.records import noting
from loa.problems import Level, Problem
from loa.recipes import pages


def read_checked(
    root: Path, today: date, *, release: bool = False
) -> tuple[Content | None, list[Problem]]:
    """Read and check the repository at ``root``.

    Returns:
        The content (None when its data is unsound) and every problem once, sorted.
    """
    loaded = load_content(root)
    if loaded.content is None:
        return None, sorted(set(loaded.problems))
    # Feeds are there only where the site's address is known, and then links may lead to them.
    edition = Edition(site_url=own_address(site_url(root)))
    reachable = reachable_from(Showing(loaded.content, today, edition))
    judged = Judged(noting(loaded.content), today, reachable)
    return loaded.content, checked(loaded, judged, release=release)


def reachable_from(showing: Showing) -> Reachable:
    """Return where links may lead; anywhere while the data names what it does not have."""
    try:
        return Reachable(frozenset(recipe.path for recipe in pages(showing)))
    except LookupError:
        return Reachable(frozenset(), unknown=True)  # the rule about references tells what


def checked(loaded: Loaded, judged: Judged, *, release: bool = False) -> list[Problem]:
    """Return every problem of what was read, once, sorted."""
    return sorted({*loaded.problems, *check(judged, release=release)})


def only_in(problems: Iterable[Problem], files: Iterable[Path], root: Path) -> list[Problem]:
    """Return the problems of the given files, and of what lies in the given folders."""
    wanted = {file.resolve() for file in files}

    def is_wanted(problem: Problem) -> bool:
        path = (root / problem.path).resolve()
        return not wanted.isdisjoint({path, *path.parents})

    return [problem for problem in problems if is_wanted(problem)]


def closing_line(problems: Iterable[Problem]) -> str:
    """Return how many errors and reminders there are, in one sentence."""
    levels = [problem.level for problem in problems]
    errors, reminders = levels.count(Level.ERROR), levels.count(Level.REMINDER)
    if errors:
        also = f", {reminders} lời nhắc" if reminders else ""
        return f"Có {errors} lỗi cần sửa{also}."
    if reminders:
        return f"Không có lỗi; có {reminders} lời nhắc nên xem."
    return "Không có lỗi, không có lời nhắc."


def as_json(problems: Iterable[Problem]) -> str:
    """Return the problems as a JSON list of objects."""
    objects = [
        {
            "path": problem.path,
            "line": problem.line,
            "level": "error" if problem.level is Level.ERROR else "reminder",
            "message": problem.message,
        }
        for problem in problems
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2)
