"""All problems of a repository, as a person or a program reads them."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from loa.check import check
from loa.load import load_content
from loa.model.content import Content
from loa.problems import Level, Problem


def read_checked(
    root: Path, today: date, *, release: bool = False
) -> tuple[Content | None, list[Problem]]:
    """Read and check the repository at ``root``.

    Returns:
        The content (None when its data is unsound) and every problem once, sorted.
    """
    loaded = load_content(root)
    problems = set(loaded.problems)
    if loaded.content is not None:
        problems |= set(check(loaded.content, today, release=release))
    return loaded.content, sorted(problems)


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
