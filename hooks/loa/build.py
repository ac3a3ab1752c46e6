"""One build: reads what changed, makes what no longer holds, and puts the new site in place.

Reading, checking, the site and the kit are one pass over one memory. Whatever the order of edits,
the result is that of a build from nothing.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType

from loa.apart import Failure, apart, collecting, write_log
from loa.ask import paths
from loa.ask.paths import Edition
from loa.ask.showing import TOLD, Showing
from loa.check.alone import PAGE, Judged
from loa.disk.cache import FOLDER
from loa.exports.kit.make import Made as KitMade
from loa.exports.kit.make import make_kit
from loa.instead import called, plain_page
from loa.kept_reading import KeptReading
from loa.layout import THERE, Layout
from loa.load import load_content
from loa.machines.sitemap import packed, sitemap
from loa.made_apart import MAP, OUT, TEXT, MadeApart
from loa.outputs import bytes_of, clashes, forget_unused, found_while_making, is_error
from loa.plan import tree
from loa.plan.day import Day
from loa.plan.digest import digest, digest_of_bytes
from loa.plan.files import Places, changed_files, moment, remember_files
from loa.plan.program import program_mark
from loa.plan.question import Answers
from loa.plan.records import noting
from loa.plan.store import Store
from loa.plan.trace import Trace, tracing
from loa.plan.works import Works
from loa.problems import ContentError, Level, Problem
from loa.recipes import Recipe, recipes
from loa.rendered.settings import read_settings
from loa.report import checked, reachable_from

LOST, SITEMAP = "404.html", "sitemap.xml"
THEME = Path(__file__).parent.parent / "theme"
_COARSE = 2_000_000_000  # nanoseconds: the clock of a USB stick's file system ticks so


@dataclass(frozen=True)
class Built:
    """What came of a build: what to remind of, how many files there are, how many were made."""

    reminders: tuple[Problem, ...]
    files: int
    made: int


class Build:
    """One pass over the content of a repository in one edition; use it in a ``with`` block."""

    def __init__(
        self, root: Path, today: date, edition: Edition, theme: Path, settings: Path | None = None
    ) -> None:
        """Read and check what changed since the build before.

        Args:
            root: the project's folder.
            today: the day of the build.
            edition: which site is made; its address may be the one it came with.
            theme: the folder of the templates.
            settings: the settings of MkDocs; ``mkdocs.yml`` where none are given.

        Raises:
            ContentError: something must be mended first; it holds every mistake at once.
        """
        self.root, self._today = root, today
        self._settings = replace(
            read_settings(settings or root / "mkdocs.yml"),
            directory_urls=edition.directory_urls,
            site_url=edition.site_url,
        )
        self._edition = replace(edition, site_url=paths.own_address(edition.site_url))
        self._places = Places(root, theme)
        self._young = moment(root / FOLDER) - _COARSE
        self._store = self._opened(theme)
        self._noted: dict[str, Mapping[str, bytes]] = {}
        self._lost: list[Problem] = []
        self._holding: Set[str] = frozenset()
        self.failures: list[Failure] = []
        self._collecting = collecting(self.failures)
        try:
            self._collecting.__enter__()
            self._begin()
        except BaseException:
            self._collecting.__exit__(None, None, None)
            self._store.close(save=False)
            raise

    def _opened(self, theme: Path) -> Store:
        edition = self._edition
        kind = "preview" if edition.drafts else "site" if edition.directory_urls else "stick"
        mark = program_mark(self.root, theme, repr((edition, self._settings.site_url)))
        return Store(self.root / FOLDER / f"{kind}.sqlite", mark)

    def _begin(self) -> None:
        reading = KeptReading(self._store, self._young)
        loaded = load_content(self.root, reading)
        reading.finish(loaded.content)
        if loaded.content is None:
            raise ContentError(one for one in loaded.problems if is_error(one))
        changed = reading.changed | set(changed_files(self._store, self._places, self._young))
        content = noting(loaded.content)
        answers = Answers(shelf=self._store.shelf("index "))
        showing = Showing(content, Day.of(self._today), self._edition, answers=answers)
        self._works = Works(self._store)
        if not self._edition.drafts:
            self._works.find_stale(showing, changed, self._today)
        # A preview shows otherwise what has mistakes: where links lead is asked of another.
        reachable = reachable_from(
            replace(showing, answers=Answers()) if self._edition.drafts else showing
        )
        paths = {path: b"1" for path in reachable.paths}
        paths["*"] = digest(sorted(reachable.paths))
        changed |= set(self._differences(PAGE, paths))
        judged = Judged(content, Day.of(self._today), reachable)
        self._works.find_stale_checks(judged.answers, changed, self._today)
        self.problems = checked(loaded, judged)
        self._works.remember_all(judged.answers)
        if errors := [problem for problem in self.problems if is_error(problem)]:
            raise ContentError(errors)
        said: dict[str, list[Problem]] = {}
        for problem in self.problems:
            said.setdefault(problem.path, []).append(problem)
        changed |= set(
            self._differences(TOLD, {path: digest(found) for path, found in said.items()})
        )
        self.showing = replace(showing, problems=tuple(self.problems))
        self._works.find_stale(self.showing, changed, self._today)

    def _differences(self, beginning: str, now: Mapping[str, bytes]) -> Iterator[str]:
        """Yield the notes that say something else than in the build before, and remember them.

        Only what somebody has noted is remembered: a site has thousands of paths, and links lead
        to few of them.
        """
        before = self._store.marks(beginning)
        self._noted[beginning] = now
        for name, mark in before.items():
            if now.get(name.removeprefix(beginning), b"") != mark:
                yield name

    def _remember_noted(self) -> None:
        for beginning, now in self._noted.items():
            before = self._store.marks(beginning)
            for name in self._store.names_from(beginning):
                mark = now.get(name.removeprefix(beginning), b"")
                if before.get(name) != mark:
                    self._store.put(name, mark, Trace())

    def __enter__(self) -> "Build":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._works.finish()
            self._remember_noted()
            remember_files(self._store, self._places, self._store.noted_files(), self._young)
        self._store.close(save=error is None)
        self._collecting.__exit__(None, None, None)
        write_log(self.root, self.failures)

    # --- what the kit asks -----------------------------------------------------------------------

    def holds(self, name: str) -> bool:
        """Say whether what was made under a name would come out the same today."""
        return self._store.node(name) is not None

    def remember(self, name: str, mark: bytes, trace: Trace) -> None:
        """Remember what was made, by the mark of its result and what it read."""
        self._works.remember(name, mark, trace)

    def kit(self, folder: Path, wanted: Sequence[str] = (), since: date | None = None) -> KitMade:
        """Bring the kit up to date."""
        return make_kit(self.showing, folder, wanted, since, self)

    # --- the site --------------------------------------------------------------------------------

    def site(self, folder: Path) -> Built:
        """Make what no longer holds, and let the new site take the place of the one before.

        Raises:
            ContentError: pictures or sheets cannot be made, or two files have one place; the site
                stays as it was.
            NearlyNothingMade: most pages failed; likewise.
        """
        planned = tuple(recipes(self.showing))
        told = found_while_making(self.showing)
        wrong = [problem for problem in (*told, *clashes(planned, self.root)) if is_error(problem)]
        if wrong:
            raise ContentError(wrong)
        there = {recipe.path: b"1" for recipe in planned}
        self._works.find_stale(self.showing, list(self._differences(THERE, there)), self._today)
        layout = Layout(self.showing, frozenset(there), self._settings, self._places.theme)
        targets = {self._target(recipe, layout): recipe for recipe in planned}
        tree.recover(folder)
        known, standing = self._store.outs(), tree.signatures(folder)
        good = tree.sound(folder, known, standing)
        self._holding = self._store.made((OUT, TEXT))
        files = MadeApart(self.showing, folder, lambda *page: layout.page(*page).html)
        made = files.made(targets, lambda at, one: self._made(at, one, layout, at in good))
        files.finish(targets, self._store)
        for target, content in self._extras(planned, layout, good):
            targets[target] = planned[0]
            if content is not None:
                made[target] = content
        if self._lost:
            raise ContentError(self._lost)
        # What came out as it was before stays the file that it was.
        marks = {path: digest_of_bytes(data) for path, data in made.items()}
        same = {path for path in made if path in good and known[path][1] == marks[path]}
        if made.keys() - same or standing.keys() != targets.keys():
            tree.put_together(folder, targets, {path: made[path] for path in made.keys() - same})
            self._write_down(folder, known, targets, marks)
        forget_unused(self.showing)
        said = (*self.problems, *told)
        reminders = tuple(problem for problem in said if problem.level is Level.REMINDER)
        return Built(reminders, len(targets), len(made))

    def _target(self, recipe: Recipe, layout: Layout) -> str:
        return layout.target(recipe.path) if recipe.is_page else recipe.path

    def _made(self, target: str, recipe: Recipe, layout: Layout, is_good: bool) -> bytes | None:
        """Return a file made anew, or None where the one of the site before still holds."""
        name, text_name = OUT + target, TEXT + recipe.path
        holds = is_good and name in self._holding
        if not recipe.is_page:
            if holds:
                return None
            with tracing() as trace:
                data = bytes_of(recipe.make())
            self.remember(name, digest_of_bytes(data), trace)
            return data
        if holds and text_name in self._holding:
            return None
        mark_before = self._works.mark_before(text_name)
        with tracing() as trace:
            text = str(recipe.make())
        mark = digest(text)
        self.remember(text_name, mark, trace)
        if holds and mark_before == mark:
            return None
        with tracing() as trace:
            page = layout.page(recipe.path, text, recipe.source)
        self._lost += page.lost
        self.remember(name, digest_of_bytes(page.html), trace)
        self._store.keep(MAP + recipe.path, json.dumps(page.listed).encode())
        return page.html

    def _extras(
        self, planned: Iterable[Recipe], layout: Layout, good: Set[str]
    ) -> Iterator[tuple[str, bytes | None]]:
        """Yield the page for lost addresses and the map of the site, for a host on the web."""
        if not self._edition.directory_urls:
            return
        if LOST in good and OUT + LOST in self._holding:
            yield LOST, None
        else:
            with tracing() as trace:
                page = apart(LOST, called(LOST), lambda: layout.static(LOST), plain_page())
            self.remember(OUT + LOST, digest_of_bytes(page), trace)
            yield LOST, page
        listed = self._store.kept_from(MAP)
        paths_now = [recipe.path for recipe in planned if recipe.is_page]
        for gone in listed.keys() - {MAP + path for path in paths_now}:
            self._store.drop(gone)
        text = sitemap((json.loads(listed[MAP + path]) for path in paths_now), self._edition)
        if not self._edition.site_url:
            return  # a map is of whole addresses
        yield SITEMAP, text.encode()
        yield f"{SITEMAP}.gz", packed(text, self._today)

    def _write_down(
        self,
        folder: Path,
        known: Mapping[str, tuple[str, bytes]],
        targets: Collection[str],
        made: Mapping[str, bytes],
    ) -> None:
        marks = {**{path: mark for path, (_, mark) in known.items()}, **made}
        found = tree.signatures(folder)
        gone = known.keys() - targets
        self._store.forget_outs(gone)
        for path in gone:
            self._store.forget(OUT + path)
        self._store.put_outs((path, found[path], marks[path]) for path in targets)
