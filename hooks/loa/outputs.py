"""The whole site made at once: content, today's date and an edition in; every file out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from loa.apart import STANDS_IN, WITHOUT, Failure, collecting, failed
from loa.ask import paths
from loa.ask.brought import forget_unbrought
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.disk.cache import Cache
from loa.drawn import charts, ics, picture_files
from loa.drawn.town_cards import forget_cards
from loa.exports.kit import public_files, slow_formats
from loa.instead import called, stand_in
from loa.pages.site import site_settings
from loa.plan.files import note_tree
from loa.problems import ContentError, Level, Problem
from loa.recipes import Made, Recipe, recipes
from loa.report import read_checked


@dataclass(frozen=True)
class Output:
    """One file of the site; ``path`` is where it would stand under ``docs/``."""

    path: str
    content: Made
    source: str = ""

    def bytes(self) -> bytes:
        """Return what the file holds."""
        return bytes_of(self.content)


@dataclass(frozen=True)
class Site:
    """Everything a generator needs: files, the settings of every page, what to remind of."""

    outputs: tuple[Output, ...]
    settings: dict[str, Any]
    reminders: tuple[Problem, ...]
    failures: tuple[Failure, ...] = ()  # what could not be made; everything else is


def bytes_of(made: Made) -> bytes:
    """Return what a file holds."""
    if isinstance(made, Path):
        return made.read_bytes()
    return made.encode() if isinstance(made, str) else made


def build_site(root: Path, today: date, edition: Edition) -> Site:
    """Read, check and make the site of the repository at ``root``.

    Raises:
        ContentError: something must be mended first; it holds every mistake at once.
    """
    edition = replace(edition, site_url=paths.own_address(edition.site_url))
    content, problems = read_checked(root, today)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if content is None or errors:
        raise ContentError(errors)
    showing = Showing(content, today, edition, tuple(problems))
    failures: list[Failure] = []
    with collecting(failures):
        return replace(_made_at_once(showing, root), failures=tuple(failures))


def _made_at_once(showing: Showing, root: Path) -> Site:
    planned = tuple(recipes(showing))
    told = found_while_making(showing)
    if errors := [problem for problem in (*told, *clashes(planned, root)) if is_error(problem)]:
        raise ContentError(errors)
    outputs = tuple(made for one in planned if (made := _output(one, showing)))
    forget_unused(showing)
    said = (*showing.problems, *told)
    reminders = [problem for problem in said if problem.level is Level.REMINDER]
    settings = {**site_settings(showing), "today": showing.today.isoformat()}
    return Site(outputs, settings, tuple(reminders))


def _output(recipe: Recipe, showing: Showing) -> Output | None:
    """Return a file, or what stands in where it cannot be made; None where nothing does."""
    try:
        return Output(recipe.path, recipe.make(), recipe.source)
    except ContentError:
        raise
    except Exception as error:
        content = stand_in(recipe.path, showing)
        outcome = WITHOUT if content is None else STANDS_IN
        failed(recipe.source or recipe.path, called(recipe.path), error, outcome)
        return None if content is None else Output(recipe.path, content, recipe.source)


def is_error(problem: Problem) -> bool:
    """Say whether a problem stops a public build."""
    return problem.level is Level.ERROR


def found_while_making(showing: Showing) -> list[Problem]:
    """Return what only making pictures and sheets could find out, and which library is missing."""
    sheets = (one for post in showing.published for one in public_files.problems(post, showing))
    return [*picture_files.told(showing), *sheets, *_libraries_missing()]


def forget_unused(showing: Showing) -> None:
    """Take out of the cache what belongs to a post that may not be shown any more."""
    picture_files.forget_withdrawn(showing)
    forget_unbrought(showing)
    forget_cards(showing)
    slow_formats.forget(showing.published, Cache.of(showing.content.root))


def clashes(planned: Iterable[Recipe], root: Path) -> Iterator[Problem]:
    """Yield a problem for each file that would take the place of another, made or written."""
    seen: set[str] = set()
    note_tree("docs")
    written = {file.relative_to(root).as_posix() for file in (root / "docs").rglob("*")}
    for recipe in planned:
        own = f"docs/{recipe.path}"
        if recipe.path in seen or (recipe.source != own and own in written):
            yield Problem(own, 1, "Trùng đường dẫn với trang do Loa dựng; hãy đổi tên tệp")
        seen.add(recipe.path)


def _libraries_missing() -> Iterator[Problem]:
    """Tell what the site goes without where a library cannot be loaded."""
    if not ics.can_write():
        message = "máy này không nạp được thư viện lịch (icalendar); trang tạm không có tệp lịch"
        yield Problem("data/events.yml", 1, message, Level.REMINDER)
    if not charts.can_draw():
        message = "máy này không nạp được thư viện biểu đồ (pygal); trang số liệu chỉ có bảng"
        yield Problem("data/indicators.yml", 1, message, Level.REMINDER)
