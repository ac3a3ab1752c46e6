"""Reads one YAML mapping into a record; remembers every mistake and the line of every key."""

import re
from typing import Any

from loa.fields.declare import Declaration, declarations
from loa.fields.kinds import Rejected, nearest
from loa.problems import Problem
from loa.text.yaml_text import Mapped, Node, Scalar

_GUIDE = "các mục viết được có trong hướng dẫn, thư mục docs/huong-dan"


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
                self.reject(
                    key[:60], entry.line, f"không có mục này; {nearest(key, known, _GUIDE)}"
                )
            elif _is_blank(entry.value):
                if known[key].required:
                    bad = True
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

    def reject(self, key: str, line: int, advice: str) -> None:
        """Remember that ``key`` at ``line`` is wrong."""
        name = re.sub(r"\.(\d+)", lambda found: f" (mục {int(found[1]) + 1})", key)
        self.problems.append(Problem(self.path, line, f"«{name}»: {advice}"))


def _wanted(declaration: Declaration) -> str:
    example = f", ví dụ: {declaration.example}" if declaration.example else ""
    return f"{declaration.label.lower()} ({declaration.kind.describe()}{example})"


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in ("", "~", "null")
