"""The kinds of value a field may hold: each reads, describes itself and has a JSON Schema.

A kind reads a :class:`~loa.text.yaml_text.Node` and either returns the value or rejects it with a
sentence that says what to write instead.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from loa.text.vietnamese import normalise
from loa.text.yaml_text import Node, Scalar

if TYPE_CHECKING:
    from loa.fields.reader import Reader

Json = dict[str, Any]


class Rejected(Exception):
    """A value is not what its field declares; the text is the advice, in Vietnamese."""


class Kind(Protocol):
    """One kind of field; ``EMPTY`` is what an optional field of the kind starts as."""

    EMPTY: ClassVar[Any]

    def read(self, node: Node, key: str, reader: "Reader") -> Any:
        """Return the value; raise Rejected, or tell ``reader`` about several mistakes."""

    def schema(self) -> Json:
        """Return the JSON Schema (draft 2020-12) of the same rule."""

    def describe(self) -> str:
        """Say in Vietnamese what may be written here."""


def _text(node: Node, advice: str) -> str:
    if not isinstance(node, Scalar):
        raise Rejected(advice)
    return normalise(node.text).strip()


def quoted(value: str) -> str:
    """Return a value as messages show it: in its quotes, and never longer than a line."""
    value = " ".join(value.splitlines())
    return f"«{value}»" if len(value) <= 60 else f"«{value[:57]}…»"


@dataclass(frozen=True)
class Text:
    """Words: one line, or more where ``lines`` is set."""

    EMPTY: ClassVar[Any] = None

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
            raise Rejected(f"{quoted(value)} chưa đúng: {self.pattern_says}")
        return value

    def schema(self) -> Json:
        """Return a string schema with the same bounds."""
        schema: Json = {"type": "string", "minLength": self.minimum}
        if self.maximum is not None:
            schema["maxLength"] = self.maximum
        if self.pattern:
            schema["pattern"] = f"^(?:{self.pattern})$"
        elif self.minimum <= 1:
            # Words may look like a number to YAML: "award: 2026".
            schema["type"] = ["string", "number", "boolean"]
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

    pattern: str = "https?://[^\\s<>\"']+"
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

    EMPTY: ClassVar[Any] = None

    minimum: int = 0
    maximum: int | None = None

    def read(self, node: Node, key: str, reader: "Reader") -> int:
        """Return the number; reject anything else and numbers out of bounds."""
        value = _text(node, f"phải là {self.describe()}")
        if not re.fullmatch(r"-?(\d+|\d{1,3}(\.\d{3})+)", value, re.ASCII) or len(value) > 20:
            raise Rejected(f"{quoted(value)} phải là {self.describe()}")
        number = int(value.replace(".", ""))
        if number < self.minimum or (self.maximum is not None and number > self.maximum):
            raise Rejected(f"{quoted(value)} phải là {self.describe()}")
        return number

    def schema(self) -> Json:
        """Return an integer schema; grouped digits are text in YAML."""
        number: Json = {"type": "integer", "minimum": self.minimum}
        if self.maximum is not None:
            number["maximum"] = self.maximum
        else:
            number["type"] = "number"  # other readers take "1.500" for one and a half
        return {"anyOf": [number, {"type": "string", "pattern": r"^\d+$|^\d{1,3}(\.\d{3})+$"}]}

    def describe(self) -> str:
        """Say the bounds."""
        if self.maximum is not None:
            return f"số nguyên từ {self.minimum} đến {self.maximum}"
        return f"số nguyên từ {self.minimum} trở lên"


@dataclass(frozen=True)
class Number:
    """A number with decimals, kept exactly as written: ``6,24`` and ``6.24`` are the same."""

    EMPTY: ClassVar[Any] = None

    def read(self, node: Node, key: str, reader: "Reader") -> Decimal:
        """Return the number as Decimal, never through a float."""
        value = _text(node, f"phải là {self.describe()}")
        if not re.fullmatch(r"\d{1,12}([.,]\d{1,6})?", value, re.ASCII):
            raise Rejected(f"{quoted(value)} phải là {self.describe()}")
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

    EMPTY: ClassVar[Any] = False

    def read(self, node: Node, key: str, reader: "Reader") -> bool:
        """Return True or False."""
        value = _text(node, "phải là true (có) hoặc false (không)").lower()
        if value not in ("true", "false"):
            raise Rejected(f"{quoted(value)} phải là true (có) hoặc false (không)")
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

    EMPTY: ClassVar[Any] = None

    def read(self, node: Node, key: str, reader: "Reader") -> date:
        """Return the date; reject days that no calendar has, such as 31/02."""
        value = _text(node, f"phải là {self.describe()}")
        found = re.fullmatch(_ISO_DAY, value, re.ASCII) or re.fullmatch(_LOCAL_DAY, value, re.ASCII)
        if not found:
            raise Rejected(f"{quoted(value)} phải là {self.describe()}")
        try:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            raise Rejected(f"không có ngày {quoted(value)} trong lịch; hãy xem lại") from None

    def schema(self) -> Json:
        """Return a string schema; whether the day exists is beyond a pattern."""
        return {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})$"}

    def describe(self) -> str:
        """Say both ways of writing."""
        return "ngày dạng 17/10/2024 hoặc 2024-10-17"


@dataclass(frozen=True)
class Choice:
    """One word of a list; ``options`` maps the word to its Vietnamese label."""

    EMPTY: ClassVar[Any] = None

    options: Mapping[str, str]

    def __hash__(self) -> int:
        return hash(tuple(self.options))

    def read(self, node: Node, key: str, reader: "Reader") -> str:
        """Return the word; suggest the nearest one for a slip of the keyboard."""
        value = _text(node, f"hãy chọn một trong: {', '.join(self.options)}")
        if value in self.options:
            return value
        raise Rejected(f"{quoted(value)} không có trong danh sách; {nearest(value, self.options)}")

    def schema(self) -> Json:
        """Return an enumeration; the labels stand in the description."""
        return {"type": "string", "enum": list(self.options)}

    def describe(self) -> str:
        """List the words with their labels."""
        return "; ".join(f"{word} ({label})" for word, label in self.options.items())


def nearest(
    value: str, allowed: Iterable[str], elsewhere: str = "hãy xem danh sách mã trong tệp dữ liệu"
) -> str:
    """Advise the nearest allowed word, or list them all, or say where a long list stands."""
    words = list(allowed)
    if near := difflib.get_close_matches(value[:60], words, n=1, cutoff=0.6):
        return f"có phải ý bạn là «{near[0]}»?"
    return elsewhere if len(words) > 12 else f"hãy chọn: {', '.join(words)}"
