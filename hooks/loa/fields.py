"""The kinds of field a record may declare, and how each one reads a value from YAML.

A declaration is all there is to a field: the reader, the JSON Schema, the new-post template and
the writers' guide are made from it. A field kind reads a :class:`~loa.yaml_text.Node` and either
returns the value or rejects it with a sentence that says what to write instead.
"""

import dataclasses
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Protocol

from loa.problems import Problem
from loa.vietnamese import normalise
from loa.yaml_text import Mapped, Node, Scalar, Sequenced

Json = dict[str, Any]


class Rejected(Exception):
    """A value is not what its field declares; the text is the advice, in Vietnamese."""


class Kind(Protocol):
    """One kind of field."""

    def read(self, node: Node, key: str, reader: "Reader") -> Any:
        """Return the value; raise Rejected, or tell ``reader`` about several mistakes."""

    def schema(self) -> Json:
        """Return the JSON Schema (draft 2020-12) of the same rule."""

    def describe(self) -> str:
        """Say in Vietnamese what may be written here."""


@dataclass(frozen=True)
class Declaration:
    """What a field is called and what belongs in it, for people."""

    kind: Kind
    label: str
    help: str
    example: str
    required: bool


def declare(
    kind: Kind, label: str, help: str = "", *, example: str = "", required: bool = False
) -> Any:
    """Declare a field of a record dataclass.

    An optional field starts as ``None``, or empty where the kind holds several values.
    """
    declaration = Declaration(kind, label, help, example, required)
    empty: Any = () if isinstance(kind, Many) else False if isinstance(kind, Flag) else None
    if required:
        return dataclasses.field(metadata={"declaration": declaration})
    return dataclasses.field(default=empty, metadata={"declaration": declaration})


@cache
def declarations(record: type) -> Mapping[str, Declaration]:
    """Return the declared fields of a record by key, in the order they are written."""
    return {
        field.name: field.metadata["declaration"]
        for field in dataclasses.fields(record)
        if "declaration" in field.metadata
    }


# --- one value -------------------------------------------------------------------------------


def _text(node: Node, advice: str) -> str:
    if not isinstance(node, Scalar):
        raise Rejected(advice)
    return normalise(node.text).strip()


@dataclass(frozen=True)
class Text:
    """Words: one line, or more where ``lines`` is set."""

    minimum: int = 1
    maximum: int | None = None
    pattern: str = ""
    pattern_says: str = ""
    lines: bool = False

    def read(self, node: Node, key: str, reader: "Reader") -> str:
        """Return the text, normalised; reject wrong lengths, line breaks and patterns."""
        value = _text(node, "phải là chữ, không phải danh sách hay mục con")
        if not self.lines:
            value = " ".join(value.split())
        if len(value) < self.minimum:
            raise Rejected(
                "đang để trống"
                if not value
                else f"cần ít nhất {self.minimum} ký tự, hiện có {len(value)}"
            )
        if self.maximum is not None and len(value) > self.maximum:
            raise Rejected(f"dài {len(value)} ký tự, tối đa {self.maximum}; hãy rút gọn")
        if self.pattern and not re.fullmatch(self.pattern, value):
            raise Rejected(f"«{value}» chưa đúng: {self.pattern_says}")
        return value

    def schema(self) -> Json:
        """Return a string schema with the same bounds."""
        schema: Json = {"type": "string", "minLength": self.minimum}
        if self.maximum is not None:
            schema["maxLength"] = self.maximum
        if self.pattern:
            schema["pattern"] = f"^(?:{self.pattern})$"
        return schema

    def describe(self) -> str:
        """Say the bounds."""
        if self.pattern_says:
            return self.pattern_says
        if self.maximum and self.minimum > 1:
            return f"chữ, {self.minimum} đến {self.maximum} ký tự"
        return f"chữ, tối đa {self.maximum} ký tự" if self.maximum else "chữ"


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True)
class Name(Text):
    """The short name of a record: what other files call it."""

    pattern: str = SLUG
    pattern_says: str = "chữ thường không dấu, số và gạch nối, ví dụ vay-von"


@dataclass(frozen=True)
class Ref(Text):
    """The name of a record in another list, such as ``topics``."""

    to: str = ""

    def describe(self) -> str:
        """Say which list is meant."""
        return f"mã có trong data/{self.to}.yml"


@dataclass(frozen=True)
class Url(Text):
    """A web address."""

    pattern: str = r"https?://[^\s<>\"']+"
    pattern_says: str = "địa chỉ web, bắt đầu bằng https://"


@dataclass(frozen=True)
class FilePath(Text):
    """A file beside the post, such as ``anh/vuon-ca-phe.jpg``."""

    # A leading slash, a drive letter or ".." would leave the content folders.
    pattern: str = r"(?![A-Za-z]:)(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\\\x00-\x1f]+"
    pattern_says: str = "đường dẫn tới tệp nằm cạnh bài, ví dụ anh/vuon-ca-phe.jpg"


@dataclass(frozen=True)
class Whole:
    """A whole number; ``150.000`` and ``150000`` are the same."""

    minimum: int = 0
    maximum: int | None = None

    def read(self, node: Node, key: str, reader: "Reader") -> int:
        """Return the number; reject anything else and numbers out of bounds."""
        value = _text(node, f"phải là {self.describe()}")
        if not re.fullmatch(r"-?(\d+|\d{1,3}(\.\d{3})+)", value, re.ASCII) or len(value) > 20:
            raise Rejected(f"«{value}» phải là {self.describe()}")
        number = int(value.replace(".", ""))
        if number < self.minimum or (self.maximum is not None and number > self.maximum):
            raise Rejected(f"«{value}» phải là {self.describe()}")
        return number

    def schema(self) -> Json:
        """Return an integer schema; grouped digits are text in YAML."""
        number: Json = {"type": "integer", "minimum": self.minimum}
        if self.maximum is not None:
            number["maximum"] = self.maximum
        return {"anyOf": [number, {"type": "string", "pattern": r"^\d+$|^\d{1,3}(\.\d{3})+$"}]}

    def describe(self) -> str:
        """Say the bounds."""
        if self.maximum is not None:
            return f"số nguyên từ {self.minimum} đến {self.maximum}"
        return f"số nguyên từ {self.minimum} trở lên"


@dataclass(frozen=True)
class Number:
    """A number with decimals, kept exactly as written: ``6,24`` and ``6.24`` are the same."""

    def read(self, node: Node, key: str, reader: "Reader") -> Decimal:
        """Return the number as Decimal, never through a float."""
        value = _text(node, f"phải là {self.describe()}")
        if not re.fullmatch(r"\d{1,12}([.,]\d{1,6})?", value, re.ASCII):
            raise Rejected(f"«{value}» phải là {self.describe()}")
        return Decimal(value.replace(",", "."))

    def schema(self) -> Json:
        """Return a number schema; a decimal comma is text in YAML."""
        text = {"type": "string", "pattern": r"^\d{1,12}([.,]\d{1,6})?$"}
        return {"anyOf": [{"type": "number", "minimum": 0}, text]}

    def describe(self) -> str:
        """Say what a number looks like."""
        return "số, ví dụ 6,24"


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    def read(self, node: Node, key: str, reader: "Reader") -> bool:
        """Return True or False."""
        value = _text(node, "phải là true (có) hoặc false (không)").lower()
        if value not in ("true", "false"):
            raise Rejected(f"«{value}» phải là true (có) hoặc false (không)")
        return value == "true"

    def schema(self) -> Json:
        """Return a boolean schema."""
        return {"type": "boolean"}

    def describe(self) -> str:
        """Say the two words."""
        return "true (có) hoặc false (không)"


_ISO_DAY = r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
_LOCAL_DAY = r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"


@dataclass(frozen=True)
class Day:
    """A date, written the Vietnamese way or as ISO 8601."""

    def read(self, node: Node, key: str, reader: "Reader") -> date:
        """Return the date; reject days that no calendar has, such as 31/02."""
        value = _text(node, f"phải là {self.describe()}")
        found = re.fullmatch(_ISO_DAY, value, re.ASCII) or re.fullmatch(_LOCAL_DAY, value, re.ASCII)
        if not found:
            raise Rejected(f"«{value}» phải là {self.describe()}")
        try:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            raise Rejected(f"không có ngày «{value}» trong lịch; hãy xem lại") from None

    def schema(self) -> Json:
        """Return a string schema; whether the day exists is beyond a pattern."""
        return {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})$"}

    def describe(self) -> str:
        """Say both ways of writing."""
        return "ngày dạng 17/10/2024 hoặc 2024-10-17"


@dataclass(frozen=True)
class Choice:
    """One word of a list; ``options`` maps the word to its Vietnamese label."""

    options: Mapping[str, str]

    def __hash__(self) -> int:
        return hash(tuple(self.options))

    def read(self, node: Node, key: str, reader: "Reader") -> str:
        """Return the word; suggest the nearest one for a slip of the keyboard."""
        value = _text(node, f"hãy chọn một trong: {', '.join(self.options)}")
        if value in self.options:
            return value
        raise Rejected(f"«{value}» không có trong danh sách; {nearest(value, self.options)}")

    def schema(self) -> Json:
        """Return an enumeration; the labels stand in the description."""
        return {"type": "string", "enum": list(self.options)}

    def describe(self) -> str:
        """List the words with their labels."""
        return "; ".join(f"{word} ({label})" for word, label in self.options.items())


def nearest(value: str, allowed: Iterable[str]) -> str:
    """Advise the nearest allowed word, or list them all when nothing is near."""
    words = list(allowed)
    if near := difflib.get_close_matches(value, words, n=1, cutoff=0.6):
        return f"có phải ý bạn là «{near[0]}»?"
    if len(words) > 12:
        return "hãy xem danh sách mã trong tệp dữ liệu"
    return f"hãy chọn: {', '.join(words)}"


# --- several values ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Many:
    """A list of values of one kind."""

    of: Kind
    minimum: int = 0

    def read(self, node: Node, key: str, reader: "Reader") -> tuple[Any, ...]:
        """Return the values that could be read; report each one that could not."""
        if not isinstance(node, Sequenced):
            raise Rejected("phải là danh sách, ví dụ [muc-1, muc-2] hoặc mỗi dòng một gạch đầu dòng")
        if len(node.items) < self.minimum:
            raise Rejected(f"cần ít nhất {self.minimum} mục")
        values = []
        for position, item in enumerate(node.items):
            place = f"{key}.{position}"
            reader.lines[place] = item.line
            try:
                values.append(self.of.read(item, place, reader))
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


@dataclass(frozen=True)
class Part:
    """A record inside a record, such as ``image``."""

    record: type

    def read(self, node: Node, key: str, reader: "Reader") -> Any:
        """Return the record, or None with its mistakes reported."""
        if not isinstance(node, Mapped):
            keys = ", ".join(declarations(self.record))
            raise Rejected(f"phải gồm các mục con: {keys}")
        return reader.record(self.record, node, f"{key}.")

    def schema(self) -> Json:
        """Return the schema of the record."""
        return record_schema(self.record)

    def describe(self) -> str:
        """List the keys inside."""
        return "gồm các mục con: " + ", ".join(declarations(self.record))


# --- records -----------------------------------------------------------------------------------


class Reader:
    """Reads records of one file; remembers every mistake and the line of every key."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def record(self, record: type, node: Mapped, prefix: str = "", **given: Any) -> Any:
        """Return ``record`` filled from ``node``, or None when something required is wrong.

        Args:
            record: a dataclass whose fields were made by :func:`declare`.
            node: the YAML mapping.
            prefix: what stands before its keys in messages, such as ``image.``.
            given: values of fields that are not declared (path, body).
        """
        known = declarations(record)
        values: dict[str, Any] = dict(given)
        bad = False
        for key, entry in node.entries.items():
            self.lines[prefix + key] = entry.line
            if key not in known:
                self.reject(key, entry.line, f"không có mục này; {nearest(key, known)}")
            elif _is_blank(entry.value):
                if known[key].required:
                    bad = True
                    self.reject(prefix + key, entry.line, f"đang để trống; cần {_wanted(known[key])}")
            else:
                try:
                    values[key] = known[key].kind.read(entry.value, prefix + key, self)
                except Rejected as rejected:
                    bad = bad or known[key].required
                    self.reject(prefix + key, entry.line, str(rejected))
        for key, declaration in known.items():
            if declaration.required and key not in node.entries:
                bad = True
                self.reject(prefix + key, node.line, f"còn thiếu; cần {_wanted(declaration)}")
        return None if bad else record(**values)

    def reject(self, key: str, line: int, advice: str) -> None:
        """Remember that ``key`` at ``line`` is wrong."""
        name = re.sub(r"\.(\d+)", lambda found: f" (mục {int(found[1]) + 1})", key)
        self.problems.append(Problem(self.path, line, f"«{name}»: {advice}"))


def _wanted(declaration: Declaration) -> str:
    example = f", ví dụ: {declaration.example}" if declaration.example else ""
    return f"{declaration.label.lower()} ({declaration.kind.describe()}{example})"


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in ("", "~", "null")


def record_schema(record: type) -> Json:
    """Return the JSON Schema of a record: keys with Vietnamese titles and descriptions."""
    properties: Json = {}
    for key, declaration in declarations(record).items():
        schema = declaration.kind.schema()
        if not declaration.required:
            schema = {"anyOf": [schema, {"type": "null"}]}
        properties[key] = {
            "title": declaration.label,
            "description": _description(declaration),
            **schema,
        }
    required = [key for key, found in declarations(record).items() if found.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _description(declaration: Declaration) -> str:
    return ". ".join(part for part in (declaration.help, declaration.kind.describe()) if part)


def walk(record: type, prefix: str = "") -> Iterator[tuple[str, Declaration]]:
    """Yield every declared key of a record with its declaration, parts after their parent."""
    for key, declaration in declarations(record).items():
        yield prefix + key, declaration
        kind = declaration.kind.of if isinstance(declaration.kind, Many) else declaration.kind
        if isinstance(kind, Part):
            yield from walk(kind.record, f"{prefix}{key}.")
