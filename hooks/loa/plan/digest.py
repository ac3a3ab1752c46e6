"""A short mark of any value that pages and rules work with: equal values have equal marks."""

import dataclasses
from collections.abc import Iterator, Mapping, Set
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

SIZE = 16  # bytes


def digest(value: Any) -> bytes:
    """Return the mark of a value: text, numbers, days, records, and collections of them.

    A record that takes notes stands for itself: its fields are noted by whoever reads them.

    Raises:
        TypeError: it holds something that has no lasting identity, such as a function.
    """
    return blake2b(
        "\x1f".join(_said(value)).encode("utf-8", "surrogatepass"), digest_size=SIZE
    ).digest()


def digest_of_bytes(data: bytes) -> bytes:
    """Return the mark of the content of a file."""
    return blake2b(data, digest_size=SIZE).digest()


def _said(value: Any) -> Iterator[str]:
    match value:
        case str() if not isinstance(value, Enum):
            yield f"s{len(value)}:{value}"
        case None | bool() | int() | float() | Decimal() | date() | time() | timedelta():
            yield f"{type(value).__name__}:{value!r}"
        case Enum():
            yield f"{type(value).__name__}.{value.name}"
        case bytes():
            yield f"b{len(value)}:{digest_of_bytes(value).hex()}"
        case PurePath():
            yield f"p{value.as_posix()}"
        case Mapping():
            yield f"m{len(value)}"
            for key, item in value.items():
                yield from _said(key)
                yield from _said(item)
        case Set():
            yield f"set{len(value)}"
            for parts in sorted([*_said(item)] for item in value):
                yield from parts
        case tuple() | list():
            yield f"t{len(value)}"
            for item in value:
                yield from _said(item)
        case _ if (own := getattr(type(value), "NOTED_AS", None)) is not None:
            yield f"r{own(value)}"
        case _ if dataclasses.is_dataclass(value):
            yield f"d{type(value).__name__}"
            for field in dataclasses.fields(value):
                if field.compare:
                    yield from _said(getattr(value, field.name))
        case _:
            raise TypeError(f"{type(value).__name__} has no lasting identity")
