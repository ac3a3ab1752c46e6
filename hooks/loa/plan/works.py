"""What has to be made anew: from what has changed, through the questions, to the files."""

import pickle
from collections.abc import Collection, Iterable
from datetime import date

from loa.plan.question import BEGINNING, Answers, Asker, ask_again, function_of, is_kept
from loa.plan.store import Store
from loa.plan.trace import Trace


class Works:
    """Compares a build with the memory of the one before; made once for each build."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._before: dict[str, bytes] = {}  # marks of what no longer holds, and was forgotten
        self._kept: dict[str, dict[str, bytes]] = {}  # by the function of the question
        self._asked_again: set[str] = set()
        self._seen: set[str] = set()
        self._settled: set[str] = set()
        self._answers = Answers()

    def find_stale(self, asker: Asker, changed: Collection[str], today: date) -> None:
        """Find out what no longer holds; may be told more of what changed, before it is asked.

        Args:
            asker: answers the questions again.
            changed: the keys of which content or disk now say something else.
            today: the day of this build.
        """
        store = self._store
        self._answers = asker.answers
        seen = self._seen
        pending = store.readers(changed) | store.not_of_day(today.toordinal())
        pending -= seen
        touched = self._all_readers(pending)
        # What nothing that changed has ever reached is as good as in the build before.
        asker.answers.kept = lambda name: None if name in touched else self._kept_answer(name)
        while pending:
            seen |= pending
            answers = {name for name in pending if name.startswith(BEGINNING)}
            for name in pending - answers:
                self._forget(name)
            again = answers - self._asked_again - _checks(answers)
            differ = [name for name in sorted(again) if self._differs(asker, name)]
            self._asked_again |= again
            pending = store.readers(differ) - seen
        # From here on, an answer that was not asked again is as good as in the build before.
        asker.answers.kept = self._kept_answer

    def _all_readers(self, names: set[str]) -> set[str]:
        """Return these, whatever has read them, whatever has read that, and so on."""
        found: set[str] = set()
        while names:
            found |= names
            names = self._store.readers(names) - found
        return found

    def find_stale_checks(self, answers: Answers, changed: Collection[str], today: date) -> None:
        """Find out which rules have to look again; they rest on content and disk alone."""
        stale = self._store.readers(changed) | self._store.not_of_day(today.toordinal())
        self._asked_again |= _checks(stale)
        answers.kept = self._kept_answer

    def _differs(self, asker: Asker, name: str) -> bool:
        before = self._store.node(name)
        try:
            mark = ask_again(asker, name).mark
        except Exception:  # what it is about is there no more; else whoever asks will fail apart
            self._store.forget(name)
            return True
        return before is None or before.mark != mark

    def _forget(self, name: str) -> None:
        """Should this run end before it is made, the next one has to."""
        node = self._store.node(name)
        if node is not None:
            self._before[name] = node.mark
            self._store.forget(name)

    def mark_before(self, name: str) -> bytes | None:
        """Return the mark that something stale had in the build before."""
        return self._before.get(name)

    def _kept_answer(self, name: str) -> bytes | None:
        if name in self._asked_again:
            return None
        function = function_of(name)
        if function not in self._kept:
            self._kept[function] = self._store.kept_from(BEGINNING + function)
        return self._kept[function].get(name)

    def remember(self, name: str, mark: bytes, trace: Trace) -> None:
        """Remember something made, with the mark of its result and what it read."""
        self._store.put(name, mark, trace)
        self._remember(trace.notes, self._answers)

    def remember_all(self, answers: Answers) -> None:
        """Remember every answer that was given anew, whoever asks for it."""
        self._remember(
            [name for name, answer in answers.given.items() if not answer.recalled], answers
        )

    def finish(self) -> None:
        """Remember the questions that were asked again."""
        self._remember(self._asked_again, self._answers)

    def _remember(self, names: Iterable[str], answers: Answers) -> None:
        """Remember answers that somebody has noted, and those that they rest on."""
        pending = [name for name in names if name.startswith(BEGINNING)]
        while pending:
            name = pending.pop()
            if name in self._settled:
                continue
            answer = answers.given.get(name)
            if answer is None or answer.recalled:
                continue  # it could be asked no more, or is remembered
            self._settled.add(name)
            if name not in self._asked_again and self._store.node(name) is not None:
                continue  # nothing that it rests on has changed
            self._store.put(name, answer.mark, answer.trace)
            if is_kept(name):
                self._store.keep(name, pickle.dumps(answer.value, pickle.HIGHEST_PROTOCOL))
            pending += [noted for noted in answer.trace.notes if noted.startswith(BEGINNING)]


def _checks(names: Iterable[str]) -> set[str]:
    return {name for name in names if name.startswith(f"{BEGINNING}check.")}
