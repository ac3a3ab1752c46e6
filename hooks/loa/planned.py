"""Which files the site has: as in the build before, as long as nothing that decides it changed."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from loa.ask.showing import Showing
from loa.check.alone import Reachable
from loa.outputs import clashes, found_while_making
from loa.plan.digest import digest
from loa.plan.store import Store
from loa.plan.trace import tracing
from loa.plan.works import Works
from loa.problems import Problem
from loa.recipes import FILE_GROUPS, PAGE_GROUPS, Group, Recipe, recipes

PLAN = "plan:"  # begins the names of what is remembered
GROUPS = (*PAGE_GROUPS, *FILE_GROUPS)
Places = Mapping[str, int]  # which group a file belongs to, by its path
T = TypeVar("T")


class Planned:
    """The files of one build; ``store`` and ``works`` know those of the build before."""

    def __init__(self, showing: Showing, store: Store, works: Works) -> None:
        """Plan nothing yet; each part is planned when it is asked for."""
        self._showing, self._store, self._works = showing, store, works
        self._groups: dict[int, Mapping[str, Recipe]] = {}
        self.is_new = False  # whether anything had to be planned again

    @cached_property
    def pages(self) -> Places:
        """Every page and feed: all that somebody may link to."""
        return self._part("pages", lambda: dict(self._places(PAGE_GROUPS)))

    @cached_property
    def paths(self) -> Places:
        """Every file of the site."""
        return {**self.pages, **self._part("files", lambda: dict(self._places(FILE_GROUPS)))}

    @cached_property
    def reachable(self) -> Reachable:
        """Where links may lead; anywhere while the data names what it does not have."""
        try:
            return Reachable(frozenset(self.pages))
        except LookupError:
            return Reachable(frozenset(), unknown=True)  # the rule about references tells what

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What only planning finds out: pictures that can't be shown, two files in one place."""
        return self._part("problems", self._problems)

    def recipe(self, path: str) -> Recipe:
        """Return how a file is made."""
        group = self.paths[path]
        if group not in self._groups:
            found = GROUPS[group](self._showing)
            self._groups[group] = {recipe.path: recipe for recipe in found}
        return self._groups[group][path]

    def _places(self, groups: Iterable[Group]) -> Iterator[tuple[str, int]]:
        for group in groups:
            number = GROUPS.index(group)
            for recipe in group(self._showing):
                yield recipe.path, number

    def _problems(self) -> tuple[Problem, ...]:
        # Planned once more: what was planned before was read in another trace.
        showing = self._showing
        return (
            *found_while_making(showing),
            *clashes(recipes(showing), showing.content.root),
        )

    def _part(self, part: str, plan: Callable[[], T]) -> T:
        name = PLAN + part
        # What a preview shows of the kit is looked up in the kit's folder, without a note.
        kept = None if self._showing.edition.drafts else self._store.kept(name)
        if kept is not None and self._store.node(name) is not None:
            known: T = pickle.loads(kept)
            return known
        self.is_new = True
        with tracing() as trace:
            value = plan()
        self._works.remember(name, digest(value), trace)
        self._store.keep(name, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        return value
