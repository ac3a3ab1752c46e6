"""YAML as text with line numbers: every value stays what the writer typed.

Deciding here that ``no`` is false, ``007`` is 7 or ``2024-02-31`` is a broken date would lose
what was written; the fields decide that. Anchors, aliases and tags, which a writer never needs
and an attacker does, are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from loa.text.vietnamese import normalise

# libyaml is eight times faster; it is absent where Windows refuses compiled modules.
_Parser: Any = getattr(yaml, "CLoader", yaml.Loader)

MAX_DEPTH = 12
MAX_CHARACTERS = 2_000_000


@dataclass(frozen=True)
class Scalar:
    """One value as typed; ``plain`` when it stood without quotes."""

    text: str
    line: int
    plain: bool


@dataclass(frozen=True)
class Sequenced:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True)
class Entry:
    """One key of a mapping and the line it stands on."""

    value: "Node"
    line: int


@dataclass(frozen=True)
class Mapped:
    """Keys with their values, in the order they were written."""

    entries: dict[str, Entry]
    line: int


Node = Scalar | Sequenced | Mapped


class YamlProblem(Exception):
    """The text is not YAML that we read; ``line`` counts from one, the message is Vietnamese."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_yaml(text: str, first_line: int = 1) -> Node | None:
    """Return the tree of one YAML document, or None when it is empty.

    Args:
        text: the YAML, without front matter fences.
        first_line: the line of the file on which ``text`` begins.

    Raises:
        YamlProblem: the text cannot be read; says where and how to mend it.
    """
    _refuse_unreadable(text, first_line)
    text = text.translate(_BLANKS)
    try:
        return _Composer(text, first_line).document()
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text, first_line) from None
    except (yaml.YAMLError, RecursionError):
        raise YamlProblem(first_line, "không đọc được phần này; hãy xem lại các dòng") from None


# A tab between words, and line marks that editors do not count as lines.
_BLANKS = dict.fromkeys(map(ord, "\t\u0085\u2028\u2029"), " ")
_HIDDEN = re.compile("[^\t\n\u0085 -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HIDDEN_FOUND = "có ký tự lạ không hiện trên màn hình; hãy xóa và gõ lại dòng này"


def _refuse_unreadable(text: str, first_line: int) -> None:
    if len(text) > MAX_CHARACTERS:
        raise YamlProblem(first_line, "tệp quá dài để là thông tin bài viết")
    for number, line in enumerate(text.split("\n"), first_line):
        if _HIDDEN.search(line):
            raise YamlProblem(number, _HIDDEN_FOUND)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            raise YamlProblem(
                number, "đầu dòng có phím Tab; hãy thay bằng dấu cách (mỗi bậc hai dấu cách)"
            )


class _Composer:
    """Builds the tree from parser events; the event stream is already free of surprises."""

    def __init__(self, text: str, first_line: int) -> None:
        self._first_line = first_line
        self._events = _events(text)

    def document(self) -> Node | None:
        root = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise YamlProblem(
                        self._line(event), "có dòng «---» thừa ở giữa; hãy xóa dòng ấy"
                    )
                root = self._node(next(self._events), 0)
        is_nothing = isinstance(root, Scalar) and root.plain and not root.text
        return None if is_nothing else root

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self._first_line

    def _node(self, event: Any, depth: int) -> Node:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent):
            raise YamlProblem(line, _NO_ALIASES)
        if event.anchor is not None:
            raise YamlProblem(line, _NO_ALIASES)
        if event.tag is not None:
            raise YamlProblem(
                line, "không dùng dấu «!» ở đầu giá trị; hãy đặt cả câu trong dấu nháy"
            )
        if depth > MAX_DEPTH:
            raise YamlProblem(line, "các mục lồng nhau quá nhiều bậc")
        if isinstance(event, yaml.ScalarEvent):
            if _HIDDEN.search(event.value):  # written as an escape, such as "\\a"
                raise YamlProblem(line, _HIDDEN_FOUND)
            return Scalar(event.value, line, plain=event.implicit[0])
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequenced(tuple(self._items(depth)), line)
        return Mapped(self._entries(depth), line)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, line = self._node(event, depth + 1), self._line(event)
            if not isinstance(key, Scalar):
                raise YamlProblem(line, "tên mục phải là một từ, ví dụ «title:»")
            name = normalise(key.text)
            if name in entries:
                raise YamlProblem(
                    line, f"«{name}» đã có ở dòng {entries[name].line}; chỉ giữ lại một"
                )
            entries[name] = Entry(self._node(next(self._events), depth + 1), line)
        return entries


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


_NO_ALIASES = "không dùng dấu «&» hay «*» ở đầu giá trị; hãy đặt cả câu trong dấu nháy"

_NO_COLON = "dòng này thiếu dấu hai chấm sau tên mục, ví dụ «title: …»"
_NESTED_QUOTES = (
    "trong câu đã có dấu nháy thì bọc cả câu bằng dấu nháy kia, ví dụ title: 'Anh nói \"được\"'"
)

# What the parser says (libyaml and PyYAML word it differently) and what it means to a writer.
_MEANINGS = (
    (r"Unicode", _HIDDEN_FOUND),
    (r"escape", "dấu «\\» trong nháy kép có nghĩa riêng; hãy dùng dấu nháy đơn"),
    (
        r"mapping values are not allowed",
        'giá trị có dấu hai chấm «: »; hãy đặt cả câu trong dấu nháy kép, ví dụ title: "A: B"',
    ),
    (r"could not find expected ':'", _NO_COLON),
    (
        r"quoted scalar|unexpected end of stream|document separator",
        "mở dấu nháy mà chưa đóng; hãy thêm dấu nháy ở cuối câu",
    ),
    (
        r"character that cannot start|cannot start any token",
        "giá trị mở đầu bằng một dấu đặc biệt; hãy đặt cả câu trong dấu nháy",
    ),
    (
        r"expected ',' or|flow (sequence|mapping)|flow node",
        "danh sách trong ngoặc chưa đóng hoặc thiếu dấu phẩy, ví dụ [muc-1, muc-2]",
    ),
    (r"block scalar", "dấu «|» hay «>» chỉ đứng cuối dòng; hãy đặt cả câu trong dấu nháy"),
    (r"alias|anchor", _NO_ALIASES),
    (r"tag", "không dùng dấu «!» ở đầu giá trị; hãy đặt cả câu trong dấu nháy"),
    (
        r"block (mapping|sequence|collection|end)|indentation|not allowed|document start",
        "dòng này thụt vào không thẳng với các dòng cùng bậc; hãy dùng cùng số dấu cách",
    ),
)


def _explained(error: yaml.MarkedYAMLError, text: str, first_line: int) -> YamlProblem:
    said = f"{error.context or ''} {error.problem or ''}"
    # Where a quote or a list was opened helps more than where the text ran out.
    opened = re.search("quot|flow|simple key", said) and "escape" not in said
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    lines = text.rstrip().split("\n")
    place = min(mark.line, len(lines) - 1) if mark else 0
    if "mapping values" in said and place and _lacks_colon(lines[place - 1]):
        return YamlProblem(place - 1 + first_line, _NO_COLON)
    if _QUOTES_INSIDE.search(lines[place]):
        return YamlProblem(place + first_line, _NESTED_QUOTES)
    meaning = next(
        (advice for pattern, advice in _MEANINGS if re.search(pattern, said)),
        "không đọc được dòng này; hãy xem lại dấu hai chấm, dấu nháy và khoảng thụt",
    )
    return YamlProblem(place + first_line, meaning)


def _lacks_colon(line: str) -> bool:
    return bool(line.strip()) and not re.search(r"^\s*(- |#)|:(\s|$)", line)


# A value that opens with a quote and goes on after the same quote comes again.
_QUOTES_INSIDE = re.compile(r""":[ ]+(["'])[^"']*\1[ ]*[^\s#,\]}]""")
