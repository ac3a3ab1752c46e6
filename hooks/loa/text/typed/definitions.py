"""Lines that define what a label of the text stands for: ``[a]: address``, ``[^1]: words``."""

import re

from loa.text.typed.destinations import is_picture
from loa.text.typed.lines import Line
from loa.text.typed.telling import Telling, label

_FOOTNOTE = re.compile(r" {0,3}\[\^(?P<name>[^\[\]\n]{1,100})\]:[ \t]*(?P<rest>.*)$")
_REFERENCE = re.compile(
    r" {0,3}\[(?P<name>[^\[\]\n]{1,300})\]:[ \t]*(?P<address><[^<>\n]*>|[^\s<]\S*)?(?P<title>.*)$"
)
_TITLE = re.compile(r"[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^()]*\))?[ \t]*$")
# What the converter would take for a definition, with all its words.
_LOOKS_LIKE_ONE = re.compile(r"^( {0,3})(\[[^\[\]]{0,500}\]:)", re.MULTILINE)


def may_be(text: str) -> bool:
    """Say whether a line is worth a second look."""
    return text.lstrip(" ").startswith("[") and "]:" in text


def footnote(line: Line, telling: Telling) -> re.Match[str] | None:
    """Return the footnote that a line gives the words of: its ``name`` and the ``rest``.

    Where two lines give the words of one, the second is text: the converter would drop the first.
    """
    found = _FOOTNOTE.match(line.text) if may_be(line.text) else None
    if found and telling.first_lines.get(label(f"^{found['name']}"), line.source) == line.source:
        return found
    return None


def reference(lines: list[Line], place: int, telling: Telling) -> tuple[str, int] | None:
    """Return the label that a line gives an address to, and the line after.

    Only labels that the text uses count: ``[Lưu ý]: gọi trước`` is text.
    """
    found = _REFERENCE.match(lines[place].text) if may_be(lines[place].text) else None
    name = label(found["name"]) if found else ""
    if not found or name not in telling.used | telling.shown:
        return None
    if name in telling.shown and is_picture(telling.pictures.get(name, "")):
        return name, place + 1
    if found["address"]:
        return (name, place + 1) if _TITLE.match(found["title"]) else None
    below = lines[place + 1].text.split() if place + 1 < len(lines) else []
    return (name, place + 2) if len(below) == 1 else None


def as_text(text: str) -> str:
    """Return words so that the converter takes none of their lines for a definition."""
    return _LOOKS_LIKE_ONE.sub(r"\1\\\2", text) if "]:" in text else text
