"""Fields that hold several values: lists, and records inside records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from loa.fields.declare import Declaration, declarations, record_schema
from loa.fields.kinds import Json, Kind, Rejected
from loa.text.yaml_slips import glued
from loa.text.yaml_text import Mapped, Node, Scalar, Sequenced

if TYPE_CHECKING:
    from loa.fields.reader import Reader


@dataclass(frozen=True)
class Many:
    """A list of values of one kind."""

    EMPTY: ClassVar[Any] = ()

    of: Kind
    minimum: int = 0

    def read(self, node: Node, key: str, reader: "Reader") -> tuple[Any, ...]:
        """Return the values that could be read; report each one that could not."""
        if not isinstance(node, Sequenced):
            advice = "phải là danh sách, ví dụ [muc-1, muc-2] hoặc mỗi dòng một gạch đầu dòng"
            raise Rejected(f"{advice}{_as_list(node, key)}")
        if len(node.items) < self.minimum:
            raise Rejected(f"cần ít nhất {self.minimum} mục")
        values = []
        for position, item in enumerate(node.items):
            place = f"{key}.{position}"
            reader.lines[place] = item.line
            try:
                value = self.of.read(item, place, reader)
                values += [] if value is None else [value]
            except Rejected as rejected:
                reader.reject(place, item.line, str(rejected))
        return tuple(values)

    def schema(self) -> Json:
        """Return an array schema."""
        schema: Json = {"type": "array", "items": self.of.schema()}
        if self.minimum:
            schema["minItems"] = self.minimum
        return schema

    def describe(self) -> str:
        """Say that it is a list, and of what."""
        return f"danh sách; mỗi mục: {self.of.describe()}"


_CODES = re.compile(r"[\w-]{1,60}(?:[ ]*[,;][ ]*[\w-]{1,60}){0,9}")


def _as_list(node: Node, key: str) -> str:
    """Return the list that a line of codes stands for: "vay-von, nha-o"."""
    if not isinstance(node, Scalar) or not _CODES.fullmatch(node.text):
        return ""
    items = ", ".join(re.findall(r"[\w-]+", node.text))
    return f"; hãy viết {key.rpartition('.')[2]}: [{items}]"


@dataclass(frozen=True)
class Part:
    """A record inside a record, such as ``image``."""

    EMPTY: ClassVar[Any] = None

    record: type

    def read(self, node: Node, key: str, reader: "Reader") -> Any:
        """Return the record, or None with its mistakes reported."""
        if not isinstance(node, Mapped):
            if isinstance(node, Scalar) and (advice := glued(node.text)):
                raise Rejected(advice)
            keys = ", ".join(declarations(self.record))
            example = (
                f"; ví dụ, ở dòng sau: «  {_first(self.record)}: {node.text[:60]}»"
                if (isinstance(node, Scalar) and "\n" not in node.text)
                else ""
            )
            raise Rejected(f"phải gồm các mục con: {keys}{example}")
        return reader.record(self.record, node, f"{key}.")

    def schema(self) -> Json:
        """Return the schema of the record."""
        return record_schema(self.record)

    def describe(self) -> str:
        """List the keys inside."""
        return "gồm các mục con: " + ", ".join(declarations(self.record))


def _first(record: type) -> str:
    return next(iter(declarations(record)))


def walk(record: type, prefix: str = "") -> Iterator[tuple[str, Declaration]]:
    """Yield every declared key of a record with its declaration, parts after their parent."""
    for key, declaration in declarations(record).items():
        yield prefix + key, declaration
        kind = declaration.kind.of if isinstance(declaration.kind, Many) else declaration.kind
        if isinstance(kind, Part):
            yield from walk(kind.record, f"{prefix}{key}.")
