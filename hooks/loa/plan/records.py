"""Content that takes notes: whoever reads a field, a collection or a missing key is remembered.

Keys of notes: ``posts:stories/tin-tuc/x.md`` says that a record was looked up and is there,
``posts:stories/tin-tuc/x.md#title`` that a field of it was read, ``posts:*`` that all of a
collection was gone through, in its order.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import Any, TypeVar, cast, overload

from loa.model.content import Content
from loa.model.records import Record
from loa.plan.digest import digest
from loa.plan.trace import note

R = TypeVar("R")
T = TypeVar("T")

ALL = "*"
_ALWAYS = frozenset({"path"})  # where a record stands is how it is called


def noting(content: Content) -> Content:
    """Return the same content, which takes notes."""
    values = {
        field.name: _noting(field.name, getattr(content, field.name))
        for field in dataclasses.fields(content)
    }
    made = object.__new__(NotingContent)
    made.__dict__.update(values)
    return made


def mapping_keys(
    name: str, records: Mapping[str, Any]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the keys of a collection: its members in their order, and all that each says."""
    yield f"{name}:{ALL}", partial(digest, list(records))
    for id, record in records.items():
        yield from record_keys(name, id, record)


def record_keys(name: str, id: str, record: Any) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the keys of one record: that it is there, and each of its fields."""
    key = f"{name}:{id}"
    if not isinstance(record, Record):
        yield key, partial(digest, record)
        return
    yield key, partial(digest, type(record).__name__)
    for field in dataclasses.fields(record):
        if field.name not in _ALWAYS:
            yield f"{key}#{field.name}", partial(_field_digest, record, field.name)


def _field_digest(record: Record, name: str) -> bytes:
    value = getattr(record, name)
    # Messages name lines, and a text may move without changing.
    return digest(dict(value) if name == "lines" else value)


class NotingContent(Content):
    """Content whose ``plan``, the only record that may be missing, is noted when asked for.

    ``whole``, ``reachable`` and ``with_data`` are for those who check it a part at a time.
    """

    whole: Content
    reachable: Any
    with_data = True

    @property
    def plan(self) -> Any:
        note("plan:")
        return self.__dict__["plan"]


def _noting(name: str, value: Any) -> Any:
    if name in ("posts", "pages"):
        return NotingRecords(name, [noting_record(name, record.path, record) for record in value])
    if isinstance(value, Mapping):
        records = {id: noting_record(name, id, record) for id, record in value.items()}
        return NotingMapping(name, records)
    if isinstance(value, tuple):
        return NotingRecords(name, value)
    return noting_record(name, "", value)


def noting_record(name: str, id: str, record: R) -> R:
    """Return a record whose fields note that they are read; anything else stays as it is."""
    if not isinstance(record, Record):
        return record
    made = object.__new__(_noting_kind(cast(Any, type(record))))
    made.__dict__["_noted_as"] = f"{name}:{id}"
    made.__dict__["_plain"] = record
    made.__dict__["path"] = record.path
    return cast(R, made)  # a subclass of its own kind


@cache
def _noting_kind(kind: Any) -> Any:
    fields = [field.name for field in dataclasses.fields(kind) if field.name not in _ALWAYS]
    members: dict[str, Any] = {name: property(_reader(name)) for name in fields}
    members["NOTED_AS"] = lambda self: self.__dict__["_noted_as"]
    members["__hash__"] = object.__hash__
    members["__eq__"] = object.__eq__
    return type(kind.__name__, (kind,), members)


def _reader(name: str) -> Callable[[Any], Any]:
    ending = f"#{name}"

    def read(self: Any) -> Any:
        own = self.__dict__
        note(own["_noted_as"] + ending)
        return own["_plain"].__dict__[name]

    return read


def find(records: Sequence[T], path: str) -> T | None:
    """Return the record of one file, or None; of records that take notes only this is noted."""
    if isinstance(records, NotingRecords):
        try:
            return cast(T, records.of(path))
        except LookupError:
            return None
    return next((one for one in records if getattr(one, "path", "") == path), None)


class NotingMapping(Mapping[str, T]):
    """A collection by id: looking one up notes that one, going through it notes them all."""

    def __init__(self, name: str, records: Mapping[str, T]) -> None:
        self._name, self._records = name, records

    def __getitem__(self, id: str) -> T:
        note(f"{self._name}:{id}")
        return self._records[id]

    def __contains__(self, id: object) -> bool:
        note(f"{self._name}:{id}")
        return id in self._records

    def __iter__(self) -> Iterator[str]:
        note(f"{self._name}:{ALL}")
        return iter(self._records)

    def __len__(self) -> int:
        note(f"{self._name}:{ALL}")
        return len(self._records)

    def values(self) -> Any:
        """Return all records, in the order of their file."""
        note(f"{self._name}:{ALL}")
        return self._records.values()

    def items(self) -> Any:
        """Return all records with their ids, in the order of their file."""
        note(f"{self._name}:{ALL}")
        return self._records.items()


class NotingRecords(Sequence[T]):
    """A collection that is only gone through: doing so notes all of it."""

    def __init__(self, name: str, records: Iterable[T]) -> None:
        self._name, self._records = name, tuple(records)

    def of(self, path: str) -> T:
        """Return the record of one file.

        Raises:
            LookupError: there is none.
        """
        note(f"{self._name}:{path}")
        return self._by_path[path]

    @cached_property
    def _by_path(self) -> Mapping[str, T]:
        return {getattr(record, "path", ""): record for record in self._records}

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: Any) -> Any:
        note(f"{self._name}:{ALL}")
        return self._records[place]

    def __iter__(self) -> Iterator[T]:
        note(f"{self._name}:{ALL}")
        return iter(self._records)

    def __len__(self) -> int:
        note(f"{self._name}:{ALL}")
        return len(self._records)
