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

from loa.text import yaml_slips
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
    cut: str = ""  # what stood behind it on its line as a comment, with its "#"


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
    text = yaml_slips.soft_blanks(text.translate(_BLANKS))
    try:
        return _Composer(text, first_line).document()
    except yaml.MarkedYAMLError as error:
        place, message = yaml_slips.explained(error, text)
        raise YamlProblem(place + first_line, message) from None
    except (yaml.YAMLError, RecursionError):
        raise YamlProblem(first_line, "không đọc được phần này; hãy xem lại các dòng") from None


# A tab between words, and line marks that editors do not count as lines.
_BLANKS = dict.fromkeys(map(ord, "\t\u0085\u2028\u2029"), " ")
_HIDDEN = re.compile("[^\t\n\u0085 -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TAB, INDENT = "\t", "  "
_TAB = "đầu dòng có phím Tab; hãy thay bằng dấu cách (mỗi bậc hai dấu cách)"


def _refuse_unreadable(text: str, first_line: int) -> None:
    if len(text) > MAX_CHARACTERS:
        raise YamlProblem(first_line, "tệp quá dài để là thông tin bài viết")
    for number, line in enumerate(text.split("\n"), first_line):
        if _HIDDEN.search(line):
            raise YamlProblem(number, yaml_slips.HIDDEN)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            raise YamlProblem(number, f"{_TAB}: «{line.replace(TAB, INDENT)[:60]}»")


class _Composer:
    """Builds the tree from parser events; the event stream is already free of surprises."""

    def __init__(self, text: str, first_line: int) -> None:
        self._first_line = first_line
        self._lines = text.split("\n")
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
        if isinstance(root, Scalar) and root.plain:
            self._refuse_glued()
        is_nothing = isinstance(root, Scalar) and root.plain and not root.text
        return None if is_nothing else root

    def _refused(self, line: int, message: str) -> YamlProblem:
        return YamlProblem(
            line, yaml_slips.with_mended(message, self._lines[line - self._first_line])
        )

    def _refuse_glued(self) -> None:
        """Refuse a text of which every line lacks the blank behind its colon."""
        for number, line in enumerate(self._lines, self._first_line):
            if advice := yaml_slips.glued(line):
                raise YamlProblem(number, advice)

    def _cut(self, event: Any) -> str:
        """Return the comment behind a value: YAML drops it, the writer may have meant it."""
        mark = event.end_mark
        if mark.line >= len(self._lines):
            return ""
        before, _, rest = self._lines[mark.line][mark.column :].partition("#")
        is_behind = mark.line == event.start_mark.line or bool(event.value)
        return f"#{rest.rstrip()}" if rest and before.isspace() and is_behind else ""

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self._first_line

    def _node(self, event: Any, depth: int) -> Node:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(line, yaml_slips.NO_ALIASES)
        if event.anchor is not None:
            raise self._refused(line, yaml_slips.NO_ALIASES)
        if event.tag is not None:
            raise self._refused(line, yaml_slips.NO_TAGS)
        if depth > MAX_DEPTH:
            raise YamlProblem(line, "các mục lồng nhau quá nhiều bậc")
        if isinstance(event, yaml.ScalarEvent):
            if _HIDDEN.search(event.value):  # written as an escape, such as "\\a"
                raise YamlProblem(line, yaml_slips.HIDDEN)
            plain = bool(event.implicit[0])
            return Scalar(event.value, line, plain, self._cut(event) if plain else "")
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
                told = f"«{name}» đã có ở dòng {entries[name].line}; chỉ giữ lại một"
                raise YamlProblem(line, told)
            entries[name] = Entry(self._node(next(self._events), depth + 1), line)
        return entries


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()
