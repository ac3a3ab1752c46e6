"""The kinds of value a field may hold: each reads, describes itself and has a JSON Schema.

A kind reads a :class:`~loa.text.yaml_text.Node` and either returns the value or rejects it with a
sentence that says what to write instead.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from loa.text.vietnamese import normalise
from loa.text.yaml_slips import in_quotes
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


def text_of(node: Node, advice: str) -> str:
    """Return the text of a value; reject a list or a mapping with ``advice``."""
    if not isinstance(node, Scalar):
        raise Rejected(advice)
    return normalise(node.text).strip()


_CURLY = re.compile("[“”‘’«»](.*)[“”‘’«»]")


def bare_of(node: Node, advice: str) -> str:
    """Return the text of a value that is no sentence: quotes that Word put around it are gone."""
    value = text_of(node, advice)
    found = _CURLY.fullmatch(value)
    return found[1].strip() if found else value


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
        read = text_of if type(self) is Text and not self.pattern else bare_of
        value = read(node, "phải là chữ, không phải danh sách hay mục con")
        if isinstance(node, Scalar) and read is text_of:
            whole_or_told(node, value, key, reader)
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


def whole_or_told(node: Scalar, value: str, key: str, reader: "Reader") -> None:
    """Tell what of a sentence is lost behind a "#", and quotes that will be printed.

    Raises:
        Rejected: words were lost for certain: "#1", not "# a remark".
    """
    name = key.rpartition(".")[2]
    name = "-" if name.isdecimal() else f"{name}:"
    if node.cut:
        mended = f"hãy đặt cả câu trong dấu nháy: {name} {in_quotes(f'{value} {node.cut}'.strip())}"
        lost = f"phần sau dấu «#» bị bỏ: {quoted(node.cut)}"
        if not node.cut[1:2].isspace():
            raise Rejected(f"{lost}; {mended}")
        # "# Mô tả ảnh" is how our templates explain a line; "# 5" may be the fifth of something.
        if node.cut[1:].lstrip()[:1].isdecimal():
            reader.remind(key, node.line, f"{lost}; nếu không phải lời ghi chú thì {mended}")
    if node.plain and (found := _CURLY.fullmatch(value)) and not set("“”‘’«»") & set(found[1]):
        reader.remind(
            key,
            node.line,
            f"dấu nháy cong quanh cả câu sẽ hiện ra: {quoted(value)}; nếu chỉ để bọc câu thì hãy "
            f"viết: {name} {in_quotes(value)}",
        )


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


_FLAGS = {
    **dict.fromkeys(("yes", "y", "on", "1", "có", "x", "đúng", "rồi"), "true"),
    **dict.fromkeys(("no", "n", "off", "0", "không", "chưa", "sai"), "false"),
}


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    EMPTY: ClassVar[Any] = False

    def read(self, node: Node, key: str, reader: "Reader") -> bool:
        """Return True or False."""
        value = bare_of(node, "phải là true (có) hoặc false (không)").lower()
        if value not in ("true", "false"):
            meant = _FLAGS.get(value)
            advice = f"; hãy viết {meant}" if meant else ""
            raise Rejected(f"{quoted(value)} phải là true (có) hoặc false (không){advice}")
        return value == "true"

    def schema(self) -> Json:
        """Return a boolean schema."""
        return {"type": "boolean"}

    def describe(self) -> str:
        """Say the two words."""
        return "true (có) hoặc false (không)"


@dataclass(frozen=True)
class Choice:
    """One word of a list; ``options`` maps the word to its Vietnamese label."""

    EMPTY: ClassVar[Any] = None

    options: Mapping[str, str]

    def __hash__(self) -> int:
        return hash(tuple(self.options))

    def read(self, node: Node, key: str, reader: "Reader") -> str:
        """Return the word; suggest the nearest one for a slip of the keyboard."""
        value = bare_of(node, f"hãy chọn một trong: {', '.join(self.options)}")
        if value in self.options:
            return value
        if value.lower() in self.options:
            raise Rejected(f"{quoted(value)}: hãy viết chữ thường, {value.lower()}")
        for word, label in self.options.items():
            if value.casefold() == label.casefold():
                raise Rejected(f"{quoted(value)}: hãy viết mã của nó, {word}")
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
