"""Answers that many files share: worked out once in a build, compared from build to build.

A file that asks a question notes the question and not what the answer was made from. When
something changes, the question is asked again; only where its answer differs are files made anew.
"""

import pickle
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from loa.model.content import Content
from loa.model.records import Record
from loa.plan.digest import digest
from loa.plan.trace import Trace, note, tracing, unnoted

P = ParamSpec("P")
T = TypeVar("T")

BEGINNING = "?"  # of every question's name
_PART = "\x1e"


class Shelf(Protocol):
    """Bytes by name, for as long as nobody throws them away."""

    def get(self, name: str) -> bytes | None:
        """Return what was put under a name."""

    def put(self, name: str, content: bytes) -> None:
        """Keep bytes under a name, instead of what was there."""

    def drop(self, name: str) -> None:
        """Forget a name, also one that nobody knows."""


class MemoryShelf(dict[str, bytes]):
    """A shelf for one build."""

    def put(self, name: str, content: bytes) -> None:
        """Keep bytes under a name."""
        self[name] = content

    def drop(self, name: str) -> None:
        """Forget a name."""
        self.pop(name, None)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and what it was made from."""

    value: Any
    trace: Trace
    recalled: bool = False  # from an earlier build, which also has the trace

    @property
    def mark(self) -> bytes:
        """The mark of the answer; equal answers have equal marks."""
        return digest(self.value)


@dataclass
class Answers:
    """The answers of one build; ``kept`` gives those of an earlier one that still hold."""

    given: MutableMapping[str, Answer] = field(default_factory=dict)
    kept: Callable[[str], bytes | None] = lambda name: None
    shelf: Shelf = field(default_factory=MemoryShelf)  # for what is brought up to date by itself
    made: dict[str, object] = field(default_factory=dict)  # of this build alone


class Asker(Protocol):
    """Who is asked: the town on one day in one edition."""

    @property
    def content(self) -> Content: ...
    @property
    def answers(self) -> Answers: ...


A = TypeVar("A", bound=Asker)
_QUESTIONS: dict[str, Callable[..., Any]] = {}
_KEPT: set[str] = set()
_MISSING = object()


def question(function: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """Make a question of a function of the town and of plain keys: text, numbers, records."""
    return _asked(function, keep=False)


def kept_question(function: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """The same for an answer that is slow to work out and can be pickled: it is kept on disk."""
    return _asked(function, keep=True)


def _asked(
    function: Callable[Concatenate[A, P], T], *, keep: bool
) -> Callable[Concatenate[A, P], T]:
    own = f"{function.__module__.removeprefix('loa.')}.{function.__qualname__}"
    _QUESTIONS[own] = function
    if keep:
        _KEPT.add(own)

    @wraps(function)
    def ask(asker: A, *keys: P.args, **none: P.kwargs) -> T:
        name = _name(own, keys)
        answer = asker.answers.given.get(name)
        if answer is None:
            answer = _kept(asker, name) if keep else None
        if answer is None:
            with tracing() as trace:
                answer = Answer(function(asker, *keys, **none), trace)
            asker.answers.given[name] = answer
        note(name)
        return answer.value  # type: ignore[no-any-return]

    return ask  # type: ignore[return-value]  # wraps() tells mypy more than it can compare


def _kept(asker: Asker, name: str) -> Answer | None:
    data = asker.answers.kept(name)
    if data is None:
        return None
    answer = Answer(pickle.loads(data), Trace(), recalled=True)
    asker.answers.given[name] = answer
    return answer


def ask_again(asker: Asker, name: str) -> Answer:
    """Work out the answer to a question that an earlier build has asked, by its name.

    Raises:
        LookupError: what it is about is there no more.
    """
    known = asker.answers.given.get(name)
    if known is not None and not known.recalled:
        return known
    own, *keys = name.removeprefix(BEGINNING).split(_PART)
    with tracing() as trace:
        with unnoted():
            parts = [_key(asker, key) for key in keys]
        answer = Answer(_QUESTIONS[own](asker, *parts), trace)
    asker.answers.given[name] = answer
    return answer


def function_of(name: str) -> str:
    """Return which question it is, whatever it is about."""
    return name.removeprefix(BEGINNING).partition(_PART)[0]


def is_kept(name: str) -> bool:
    """Say whether the answer to a question is kept on disk."""
    return function_of(name) in _KEPT


def _name(own: str, keys: tuple[Any, ...]) -> str:
    return BEGINNING + _PART.join((own, *map(_said, keys)))


def _said(key: Any) -> str:
    if isinstance(key, str):
        return f"s{key}"
    if isinstance(key, Record):
        plain = f"{key.path} {getattr(key, 'id', '')}"
        return f"r{key.__dict__.get('_noted_as', plain)}"
    if isinstance(key, int):
        return f"i{key}"
    raise TypeError(
        f"a question is asked about text, numbers and records, not {type(key).__name__}"
    )


def _key(asker: Asker, said: str) -> Any:
    kind, text = said[0], said[1:]
    if kind == "s":
        return text
    if kind == "i":
        return int(text)
    name, _, id = text.partition(":")
    records = getattr(asker.content, name)
    return records.of(id) if hasattr(records, "of") else records[id]
