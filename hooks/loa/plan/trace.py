"""What a file was made from, written down by the reading itself.

While something is made, everything that it reads leaves a note: a field of a record, "all of" a
collection, a key that was missing, a file, an answer that others share. Comparing the day narrows
the days for which the result holds. There is no list by hand anywhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date

FIRST, LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(slots=True)
class Trace:
    """Notes of one making; ``since`` and ``until`` are day numbers (``date.toordinal``), both in.

    On every day between them the same content gives the same result.
    """

    notes: set[str] = field(default_factory=set)
    since: int = FIRST
    until: int = LAST

    def narrow(self, since: int, until: int) -> None:
        """Let the result hold for these days at most."""
        self.since = max(self.since, since)
        self.until = min(self.until, until)


_current: ContextVar[Trace | None] = ContextVar("trace", default=None)


@contextmanager
def tracing(trace: Trace | None = None) -> Iterator[Trace]:
    """Take notes until the end of the block, in a trace of its own."""
    trace = Trace() if trace is None else trace
    token = _current.set(trace)
    try:
        yield trace
    finally:
        _current.reset(token)


@contextmanager
def unnoted() -> Iterator[None]:
    """Read without a note: for what is looked at again in every build, such as the plan itself."""
    token = _current.set(None)
    try:
        yield
    finally:
        _current.reset(token)


def note(key: str) -> None:
    """Write down that ``key`` was read; where nothing is made, nobody listens."""
    trace = _current.get()
    if trace is not None:
        trace.notes.add(key)


def narrow(since: int, until: int) -> None:
    """Write down that what is made holds for these days only (day numbers, both in)."""
    trace = _current.get()
    if trace is not None:
        trace.narrow(since, until)
