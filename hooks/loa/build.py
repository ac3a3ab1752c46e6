"""One build: reads what changed, makes what no longer holds, and puts the new site in place.

Reading, checking, the site and the kit are one pass over one memory. Whatever the order of edits,
the result is that of a build from nothing.
"""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
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
from loa.outputs import bytes_of, forget_unused, is_error
from loa.plan import tree
from loa.plan.day import Day
from loa.plan.digest import digest, digest_of_bytes
from loa.plan.files import Places, changed_files, moment, remember_files
from loa.plan.looked_for import LookedFor
from loa.plan.program import program_mark
from loa.plan.question import Answers
from loa.plan.records import noting
from loa.plan.store import Store
from loa.plan.trace import Trace, tracing
from loa.plan.works import Works
from loa.planned import Planned
from loa.problems import ContentError, Level, Problem
from loa.recipes import PAGE_ENDS
from loa.rendered.settings import read_settings
from loa.report import checked, reachable_from
from loa.search.index import PIECE, piece_marks

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
        self._looked_for = LookedFor(self._store)
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
        return Store(self.root / FOLDER / f"{kind}.sqlite", mark, self._young)

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
        self._planned = Planned(showing, self._store, self._works)
        if self._edition.drafts:
            # A preview shows otherwise what has mistakes: where links lead is asked of another.
            reachable = reachable_from(replace(showing, answers=Answers()))
        else:
            self._works.find_stale(showing, changed, self._today)
            reachable = self._planned.reachable
        self._looked_for.tell(PAGE, lambda: _pages(reachable.paths))
        if self._edition.drafts or self._planned.is_new:
            changed |= self._looked_for.differences(PAGE)
        judged = Judged(content, Day.of(self._today), reachable)
        self._works.find_stale_checks(judged.answers, changed, self._today)
        self.problems = checked(loaded, judged)
        self._works.remember_all(judged.answers)
        if errors := [problem for problem in self.problems if is_error(problem)]:
            raise ContentError(errors)
        said: dict[str, list[Problem]] = {}
        for problem in self.problems:
            said.setdefault(problem.path, []).append(problem)
        self._looked_for.tell(TOLD, lambda: {path: digest(found) for path, found in said.items()})
        self.showing = replace(showing, problems=tuple(self.problems))
        if self._edition.drafts:
            changed |= self._looked_for.differences(TOLD)
            self._works.find_stale(self.showing, changed, self._today)
            self._planned = Planned(self.showing, self._store, self._works)

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
            self._looked_for.remember()
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
        planned = self._planned
        if wrong := [problem for problem in planned.problems if is_error(problem)]:
            raise ContentError(wrong)
        paths_now = frozenset(planned.paths)
        self._looked_for.tell(THERE, lambda: dict.fromkeys(paths_now, b"1"))
        self._looked_for.tell(PIECE, lambda: piece_marks(self.showing))
        changed = self._looked_for.differences(PIECE)
        if planned.is_new:
            changed |= self._looked_for.differences(THERE)
        self._works.find_stale(self.showing, changed, self._today)
        layout = Layout(self.showing, paths_now, self._settings, self._places.theme)
        targets = {self._target(path, layout): path for path in planned.paths}
        tree.recover(folder)
        known, standing = self._store.outs(), tree.signatures(folder)
        good = tree.sound(folder, known, standing)
        self._holding = self._store.made((OUT, TEXT))
        files = MadeApart(
            self.showing,
            folder,
            lambda *page: layout.page(*page).html,
            lambda path: planned.recipe(path).source,
        )
        made = files.made(targets, lambda at, path: self._made(at, path, layout, at in good))
        files.finish(targets, self._store)
        for target, content in self._extras(layout, good):
            targets[target] = target
            if content is not None:
                made[target] = content
        if self._lost:
            raise ContentError(self._lost)
        # What came out as it was before stays the file that it was.
        marks = {path: digest_of_bytes(data) for path, data in made.items()}
        same = {path for path in made if path in good and known[path][1] == marks[path]}
        if made.keys() - same or standing.keys() != targets.keys():
            fresh = {path: made[path] for path in made.keys() - same}
            found = tree.bring_up(folder, targets, fresh, standing)
            self._write_down(known, found, marks)
        if planned.is_new:
            forget_unused(self.showing)
        said = (*self.problems, *planned.problems)
        reminders = tuple(problem for problem in said if problem.level is Level.REMINDER)
        return Built(reminders, len(targets), len(made))

    def _target(self, path: str, layout: Layout) -> str:
        return layout.target(path) if path.endswith(PAGE_ENDS) else path

    def _made(self, target: str, path: str, layout: Layout, is_good: bool) -> bytes | None:
        """Return a file made anew, or None where the one of the site before still holds."""
        name, text_name = OUT + target, TEXT + path
        holds = is_good and name in self._holding
        if holds and (text_name in self._holding or not path.endswith(PAGE_ENDS)):
            return None
        recipe = self._planned.recipe(path)
        if not recipe.is_page:
            with tracing() as trace:
                data = bytes_of(recipe.make())
            self.remember(name, digest_of_bytes(data), trace)
            return data
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

    def _extras(self, layout: Layout, good: Set[str]) -> Iterator[tuple[str, bytes | None]]:
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
        paths_now = [path for path in self._planned.paths if path.endswith(PAGE_ENDS)]
        for gone in listed.keys() - {MAP + path for path in paths_now}:
            self._store.drop(gone)
        text = sitemap((json.loads(listed[MAP + path]) for path in paths_now), self._edition)
        if not self._edition.site_url:
            return  # a map is of whole addresses
        yield SITEMAP, text.encode()
        yield f"{SITEMAP}.gz", packed(text, self._today)

    def _write_down(
        self,
        known: Mapping[str, tuple[str, bytes]],
        found: Mapping[str, str],
        made: Mapping[str, bytes],
    ) -> None:
        gone = known.keys() - found
        self._store.forget_outs(gone)
        for path in gone:
            self._store.forget(OUT + path)
        now = (
            (path, said, made[path] if path in made else known[path][1])
            for path, said in found.items()
        )
        self._store.put_outs(one for one in now if known.get(one[0]) != one[1:])


def _pages(paths: Set[str]) -> Mapping[str, bytes]:
    return {**dict.fromkeys(paths, b"1"), "*": digest(sorted(paths))}
