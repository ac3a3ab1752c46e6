"""Reads one YAML mapping into a record; remembers every mistake and the line of every key."""

import re
from typing import Any

from loa.fields.declare import Declaration, declarations
from loa.fields.kinds import Rejected, Text, quoted
from loa.fields.unknown import advice_for
from loa.problems import Level, Problem
from loa.text.yaml_slips import in_quotes
from loa.text.yaml_text import Mapped, Node, Scalar


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
                advice = advice_for(key, entry.value, known)
                self.reject(key[:60], entry.line, f"không có mục này; {advice}")
            elif _is_blank(entry.value):
                bad = bad or known[key].required
                if lost := _lost(entry.value, key, known[key]):
                    self.reject(prefix + key, entry.line, lost)
                elif known[key].required:
                    self.reject(
                        prefix + key, entry.line, f"đang để trống; cần {_wanted(known[key])}"
                    )
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

    def remind(self, key: str, line: int, advice: str) -> None:
        """Remember something that a person should look at, though it can be read."""
        self._remember(key, line, advice, Level.REMINDER)

    def reject(self, key: str, line: int, advice: str) -> None:
        """Remember that ``key`` at ``line`` is wrong."""
        self._remember(key, line, advice, Level.ERROR)

    def _remember(self, key: str, line: int, advice: str, level: Level) -> None:
        name = re.sub(r"\.(\d+)", lambda found: f" (mục {int(found[1]) + 1})", key)
        self.problems.append(Problem(self.path, line, f"«{name}»: {advice}", level))


def _wanted(declaration: Declaration) -> str:
    example = f", ví dụ: {declaration.example}" if declaration.example else ""
    return f"{declaration.label.lower()} ({declaration.kind.describe()}{example})"


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in ("", "~", "null")


def _lost(node: Node, key: str, declaration: Declaration) -> str:
    """Return the advice where a whole sentence was taken for a remark: ``title: #1 …``."""
    cut = node.cut if isinstance(node, Scalar) else ""
    if type(declaration.kind) is not Text or not cut[1:].strip() or cut[1].isspace():
        return ""
    return f"phần sau dấu «#» bị bỏ: {quoted(cut)}; hãy đặt cả câu trong dấu nháy: {key}: " + (
        in_quotes(cut)
    )
