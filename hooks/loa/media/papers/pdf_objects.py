"""The objects of a PDF, read from its bytes and written again (ISO 32000-1, chapter 7.3)."""

import re
from dataclasses import dataclass
from typing import Union

DEEPEST = 200
_BLANK = re.compile(rb"(?:[\0\t\n\f\r ]+|%[^\r\n]*)*")
_REGULAR = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
_NAME, _WORD = re.compile(rb"/" + _REGULAR + rb"*"), re.compile(_REGULAR + rb"+")
_REFERENCE = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]{1,9}(\d{1,5})[\0\t\n\f\r ]{1,9}R(?!\w)")
_HEX = re.compile(rb"<[0-9A-Fa-f\0\t\n\f\r ]*>")
_IN_TEXT = re.compile(rb"[\\()]")


class Damaged(ValueError):
    """Bytes that are no PDF."""


class Name(bytes):
    """A name with its slash, ``/Page``."""


class Plain(bytes):
    """A number, a text or a keyword as it is written."""


@dataclass(frozen=True)
class Reference:
    """Another object, by its number."""

    number: int


@dataclass
class Stream:
    """A dictionary with bytes."""

    entries: "Entries"
    data: bytes


Entries = dict[bytes, "Value"]
Value = Union[Name, Plain, Reference, Stream, Entries, "list[Value]"]


class Reader:
    """Reads one value after another."""

    def __init__(self, data: bytes, place: int = 0) -> None:
        """Begin at a place."""
        self.data, self.place = data, place

    def skip(self) -> None:
        """Pass over blanks and remarks."""
        found = _BLANK.match(self.data, self.place)
        self.place = found.end() if found else self.place

    def next_is(self, word: bytes) -> bool:
        """Say whether a word stands here, and pass over it."""
        self.skip()
        if self.data.startswith(word, self.place):
            self.place += len(word)
            return True
        return False

    def value(self, depth: int = 0) -> Value:
        """Return the value that stands here.

        Raises:
            Damaged: there is none, or it is nested without end.
        """
        if depth > DEEPEST:
            raise Damaged("nested too deep")
        if self.next_is(b"<<"):
            return self._entries(depth)
        if self.next_is(b"["):
            items: list[Value] = []
            while not self.next_is(b"]"):
                items.append(self.value(depth + 1))
            return items
        if self.data.startswith(b"(", self.place):
            return self._text()
        if found := _REFERENCE.match(self.data, self.place):
            self.place = found.end()
            return Reference(int(found[1]))
        for pattern, kind in ((_NAME, Name), (_HEX, Plain), (_WORD, Plain)):
            if found := pattern.match(self.data, self.place):
                self.place = found.end()
                return kind(found[0])
        raise Damaged("no value")

    def _entries(self, depth: int) -> Entries:
        entries: Entries = {}
        while not self.next_is(b">>"):
            key = _NAME.match(self.data, self.place)
            if key is None:
                raise Damaged("no key")
            self.place = key.end()
            entries[_plain(key[0])] = self.value(depth + 1)
        return entries

    def _text(self) -> Plain:
        start, open_ones = self.place, 0
        while found := _IN_TEXT.search(self.data, self.place):
            self.place = found.end() + (found[0] == b"\\")
            open_ones += (found[0] == b"(") - (found[0] == b")")
            if open_ones == 0 and found[0] == b")":
                return Plain(self.data[start : self.place])
        raise Damaged("a text without end")


def _plain(name: bytes) -> bytes:
    """Return a name as it is meant: ``/J#53`` is ``/JS``."""
    if b"#" not in name:
        return name
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), name)


def is_name(value: Value | None, *names: bytes) -> bool:
    """Say whether a value is one of these names, however it is written."""
    return isinstance(value, Name) and _plain(value) in names


def number(value: Value | None) -> int | None:
    """Return a whole number, or None."""
    return int(value) if isinstance(value, Plain) and value.isdigit() else None


def written(value: Value, numbers: dict[int, int]) -> bytes:
    """Return a value as bytes; ``numbers`` gives the new number of each object."""
    if isinstance(value, Reference):
        return b"%d 0 R" % numbers[value.number] if value.number in numbers else b"null"
    if isinstance(value, dict):
        inner = (_escaped(key) + b" " + written(one, numbers) for key, one in value.items())
        return b"<<" + b" ".join(inner) + b">>"
    if isinstance(value, list):
        return b"[" + b" ".join(written(one, numbers) for one in value) + b"]"
    if isinstance(value, Stream):
        head = {**value.entries, b"/Length": Plain(b"%d" % len(value.data))}
        return written(head, numbers) + b"\nstream\n" + value.data + b"\nendstream"
    return bytes(value)


def _escaped(name: bytes) -> bytes:
    return b"/" + re.sub(
        rb"[^!\"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]",
        lambda found: b"#%02X" % found[0][0],
        name[1:],
    )
