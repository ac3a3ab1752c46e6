"""The files of a site, each made apart: where one fails, something else stands in its place."""

from collections.abc import Callable, Mapping
from pathlib import Path

from loa.apart import KEPT, STANDS_IN, WITHOUT, NearlyNothingMade, failed
from loa.ask.showing import Showing
from loa.instead import called, last_good, plain_page, stand_in
from loa.plan.store import Store
from loa.problems import ContentError
from loa.recipes import PAGE_ENDS

# Begin the names under which a build remembers a file, the Markdown of a page, its line in the map.
OUT, TEXT, MAP = "out:", "text:", "map "


class MadeApart:
    """The files of one build."""

    def __init__(
        self,
        showing: Showing,
        folder: Path,
        lay_out: Callable[[str, str, str], bytes],
        source_of: Callable[[str], str],
    ) -> None:
        """Nothing has failed yet.

        Args:
            showing: what the site shows.
            folder: of the site before.
            lay_out: makes a page of its path, its Markdown and its source.
            source_of: tells which file an officer edits to change the file of a path.
        """
        self._source_of = source_of
        self._showing, self._folder, self._lay_out = showing, folder, lay_out
        self._failed: list[tuple[str, str]] = []
        self._without: list[str] = []

    def made(
        self, targets: Mapping[str, str], make: Callable[[str, str], bytes | None]
    ) -> dict[str, bytes]:
        """Return what was made anew by its place in the site; something else for what failed.

        Args:
            targets: the path of each file by its place in the site.
            make: gives a file, or None where the one of the site before still holds.

        Raises:
            ContentError: ``make`` found a mistake of a writer.
        """
        found = {}
        for target, path in targets.items():
            try:
                content = make(target, path)
            except ContentError:
                raise
            except Exception as error:
                content = self._instead_of(target, path, error)
            if content is not None:
                found[target] = content
        return found

    def _instead_of(self, target: str, path: str, error: Exception) -> bytes | None:
        """Return the last good file, or one that stands in; None where there is none."""
        self._failed.append((target, path))
        content = last_good(self._folder, target, self._showing)
        outcome = KEPT if content is not None else STANDS_IN
        content = self._stand_in(path) if content is None else content
        if content is None:
            self._without.append(target)
            outcome = WITHOUT
        failed(self._source_of(path) or target, called(path), error, outcome)
        return content

    def _stand_in(self, path: str) -> bytes | None:
        content = stand_in(path, self._showing)
        if not path.endswith(PAGE_ENDS) or content is None:
            return content
        try:
            return self._lay_out(path, content.decode(), "")
        except Exception:  # the templates themselves fail
            return plain_page()

    def finish(self, targets: dict[str, str], store: Store) -> None:
        """Let the next build make again what failed, and leave out what is not there.

        Raises:
            NearlyNothingMade: more than half of the pages failed; the site before is better.
        """
        pages = sum(path.endswith(PAGE_ENDS) for path in targets.values())
        broken = sum(path.endswith(PAGE_ENDS) for _, path in self._failed)
        if 2 * broken > pages:
            raise NearlyNothingMade(f"{broken} trong {pages} trang không làm được")
        for target, path in self._failed:
            store.forget(OUT + target)
            store.forget(TEXT + path)
            store.keep(MAP + path, b"null")
        for target in self._without:
            del targets[target]
