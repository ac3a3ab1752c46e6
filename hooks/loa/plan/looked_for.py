"""Notes of what is looked for in the site itself: a page that a link leads to, a piece of an index.

What such a note says is known only when the site is planned; it is compared then with what it said
in the build before.
"""

from collections.abc import Callable, Mapping

from loa.plan.store import Store
from loa.plan.trace import Trace

Look = Callable[[], Mapping[str, bytes]]


class LookedFor:
    """Kinds of notes by how they begin, each with what all notes of its kind say now."""

    def __init__(self, store: Store) -> None:
        """Know nothing yet; ``store`` remembers the build before."""
        self._store = store
        self._looks: dict[str, Look] = {}
        self._otherwise: set[str] = set()

    def tell(self, beginning: str, look: Look) -> None:
        """Tell what notes of one kind say now, by what follows their beginning."""
        self._looks[beginning] = look

    def differences(self, beginning: str) -> set[str]:
        """Return the notes of one kind that say something else than in the build before.

        Only what somebody has noted is remembered: a site has thousands of paths, and links lead
        to few of them.
        """
        now, before = self._looks[beginning](), self._store.marks(beginning)
        otherwise = {
            name
            for name, mark in before.items()
            if now.get(name.removeprefix(beginning), b"") != mark
        }
        self._otherwise |= otherwise
        return otherwise

    def remember(self) -> None:
        """Remember what has changed, and what was noted for the first time."""
        for beginning, look in self._looks.items():
            names = [
                name
                for name in (*self._otherwise, *self._store.new_names)
                if name.startswith(beginning)
            ]
            now = look() if names else {}
            for name in names:
                self._store.put(name, now.get(name.removeprefix(beginning), b""), Trace())
