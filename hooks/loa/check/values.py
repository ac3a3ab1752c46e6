"""Every declared value of a record with its key, so that one rule can serve every kind."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from loa.fields import Kind, Many, Part, declarations
from loa.model.content import Content
from loa.model.records import Record
from loa.problems import Level, Problem

R = TypeVar("R")


def records(content: Content) -> Iterator[Record]:
    """Yield everything that was read from a file."""
    yield from content.posts
    yield from content.pages
    if not getattr(content, "with_data", True):
        return
    yield content.township
    for entries in (
        *(content.policies, content.legal_documents, content.topics, content.audiences),
        *(content.villages, content.organisations, content.campaigns, content.events),
        *(content.activities, content.jobs, content.goods, content.indicators, content.materials),
    ):
        yield from entries.values()
    for figures in content.figures.values():
        yield from figures
    if content.plan:
        yield content.plan
    yield content.speech
    yield from content.wordings


def values(record: object, wanted: type, prefix: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Yield (key, kind, value) of each value whose kind, or part, is ``wanted``; deep ones too."""
    record_type: type = type(record)
    for name, kind in _leading_to(record_type, wanted):
        yield from _inside(prefix + name, kind, getattr(record, name), wanted)


def parts(record: object, wanted: type[R]) -> Iterator[tuple[str, R]]:
    """Yield (key, part) of each part of a record that is a ``wanted``, such as an Image."""
    for key, _, value in values(record, wanted):
        yield key, value


def problem(
    record: Record, key: str, message: str, level: Level = Level.ERROR, *, line: int = 0
) -> Problem:
    """Return a problem that points at ``key`` of ``record``, or at a line further down in it."""
    return Problem(record.path, line or record.line(key), message, level)


def shown(key: str) -> str:
    """Return a key as people count: ``photos.0.alt`` is "photos (mục 1).alt"."""
    words = [f" (mục {int(word) + 1})" if word.isdigit() else f".{word}" for word in key.split(".")]
    return "".join(words).removeprefix(".")


def _inside(key: str, kind: Kind, value: Any, wanted: type) -> Iterator[tuple[str, Any, Any]]:
    if value is None:
        return
    if isinstance(kind, Many):
        for position, item in enumerate(value):
            yield from _inside(f"{key}.{position}", kind.of, item, wanted)
        return
    if _is(kind, wanted):
        yield key, kind, value
    if isinstance(kind, Part):
        yield from values(value, wanted, f"{key}.")


def _is(kind: Kind, wanted: type) -> bool:
    return isinstance(kind, wanted) or (isinstance(kind, Part) and kind.record is wanted)


def leads_to(record: type, wanted: type) -> bool:
    """Say whether a record is, or holds somewhere inside, what is wanted."""
    return bool(_leading_to(record, wanted)) or issubclass(record, wanted)


@cache
def _leading_to(record: type, wanted: type) -> tuple[tuple[str, Kind], ...]:
    """Return the fields that are, or hold somewhere inside, what is wanted."""
    leading = []
    for name, declaration in declarations(record).items():
        kind = declaration.kind.of if isinstance(declaration.kind, Many) else declaration.kind
        if _is(kind, wanted) or (isinstance(kind, Part) and _leading_to(kind.record, wanted)):
            leading.append((name, declaration.kind))
    return tuple(leading)
