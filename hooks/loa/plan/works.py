"""What has to be made anew: from what has changed, through the questions, to the files."""

import pickle
from collections.abc import Iterable
from datetime import date

from loa.plan.question import BEGINNING, Asker, ask_again, is_kept
from loa.plan.store import Store
from loa.plan.trace import Trace


class Works:
    """Compares a build with the memory of the one before; made once for each build."""

    def __init__(self, store: Store, asker: Asker) -> None:
        self._store, self._asker = store, asker
        self._asked_again: set[str] = set()
        self.stale: set[str] = set()  # names of what no longer holds and was not made yet
        self._settled: set[str] = set()

    def find_stale(self, changed: Iterable[str], today: date) -> None:
        """Find out what no longer holds; may be told more of what changed, before it is asked for.

        Args:
            changed: the keys of which content or disk now say something else.
            today: the day of this build.
        """
        store = self._store
        found = self.stale
        self._asker.answers.kept = lambda name: None
        pending = store.readers(list(changed)) | store.not_of_day(today.toordinal())
        while pending:
            answers = {name for name in pending if name.startswith(BEGINNING)}
            found |= pending - answers
            differ = [name for name in sorted(answers - self._asked_again) if self._differs(name)]
            self._asked_again |= answers
            pending = store.readers(differ) - self._asked_again - found
        # From here on, an answer that was not asked again is as good as in the build before.
        self._asker.answers.kept = self._kept
        for name in found:
            # Should this run end before it is made, the next one has to.
            store.forget(name)

    def _differs(self, name: str) -> bool:
        before = self._store.node(name)
        try:
            mark = ask_again(self._asker, name).mark
        except LookupError:
            self._store.forget(name)
            return True
        return before is None or before.mark != mark

    def _kept(self, name: str) -> bytes | None:
        return None if name in self._asked_again else self._store.kept(name)

    def remember(self, name: str, mark: bytes, trace: Trace) -> None:
        """Remember something made, with the mark of its result and what it read."""
        self._store.put(name, mark, trace)
        self.stale.discard(name)
        self._remember_answers(trace.notes)

    def finish(self) -> None:
        """Remember the questions that were asked again."""
        self._remember_answers(self._asked_again)

    def _remember_answers(self, names: Iterable[str]) -> None:
        """Remember answers that somebody has noted, and those that they rest on."""
        pending = [name for name in names if name.startswith(BEGINNING)]
        while pending:
            name = pending.pop()
            if name in self._settled:
                continue
            self._settled.add(name)
            answer = self._asker.answers.given.get(name)
            if answer is None:
                continue  # it could be asked no more
            if name not in self._asked_again and self._store.node(name) is not None:
                continue  # nothing that it rests on has changed
            self._store.put(name, answer.mark, answer.trace)
            if is_kept(name):
                self._store.keep(name, pickle.dumps(answer.value))
            pending += [noted for noted in answer.trace.notes if noted.startswith(BEGINNING)]
