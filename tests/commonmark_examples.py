"""The examples of the CommonMark specification that people's habits touch, and their HTML compared.

``tests/commonmark/examples.json`` is data of the specification, see the README beside it. A newer
one is taken from its ``spec.txt`` with

    python tests/commonmark_examples.py spec.txt
"""

import json
import re
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

FILE = Path(__file__).parent / "commonmark" / "examples.json"
SECTIONS = ("List items", "Lists", "Emphasis and strong emphasis", "Links")
_PIECES = re.compile(
    r"^`{32} example\n(?P<markdown>.*?)^\.\n(?P<html>.*?)^`{32}$|^#{1,6} +(?P<section>[^\n]*)$",
    re.MULTILINE | re.DOTALL,
)
_BLOCKS = frozenset(
    {"blockquote", "hr", "li", "ol", "p", "pre", "ul", *(f"h{n}" for n in range(1, 7))}
)
_VOID = frozenset({"br", "hr", "img", "input"})
_KEPT = frozenset({"alt", "href", "src", "start", "title"})


@dataclass(frozen=True)
class Example:
    """One example: its number in the specification, Markdown and HTML."""

    number: int
    section: str
    markdown: str
    html: str


def examples() -> list[Example]:
    """Return the examples that are kept."""
    return [Example(**one) for one in json.loads(FILE.read_text(encoding="utf-8"))]


class _Plain(HTMLParser):
    """Writes HTML so that what a reader sees alike is alike.

    Left out: classes and ids, paragraphs (only that a new line begins), the box around code, how
    an address is escaped.
    """

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []
        self._is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("div", "span"):
            return
        if tag == "pre":
            self._is_code = True
        if tag == "p":
            self.written.append("\n")
            return
        kept = "".join(
            f' {name}="{unquote(value or "")}"' for name, value in sorted(attrs) if name in _KEPT
        )
        line = "\n" if tag in _BLOCKS else ""
        self.written.append(f"{line}<{tag}{kept}>{line}")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("div", "span") or tag in _VOID:
            return
        if tag == "pre":
            self._is_code = False
        line = "\n" if tag in _BLOCKS else ""
        self.written.append(line if tag == "p" else f"{line}</{tag}>{line}")

    def handle_data(self, data: str) -> None:
        self.written.append(data if self._is_code else re.sub(r"\s+", " ", data))


def plain(html: str) -> str:
    """Return HTML without what makes no difference to a reader."""
    parser = _Plain()
    parser.feed(html)
    parser.close()
    lines = (line.strip() for line in "".join(parser.written).split("\n"))
    return "\n".join(line for line in lines if line)


def taken_from(specification: str) -> list[dict[str, str | int]]:
    """Return the examples of the sections that are kept."""
    found: list[dict[str, str | int]] = []
    section, number = "", 0
    for piece in _PIECES.finditer(specification):
        if piece["section"] is not None:
            section = piece["section"].strip()
            continue
        number += 1
        if section in SECTIONS:
            markdown, html = (piece[name].replace("→", "\t") for name in ("markdown", "html"))
            found.append({"number": number, "section": section, "markdown": markdown, "html": html})
    return found


if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    written = json.dumps(taken_from(text), ensure_ascii=False, indent=1)
    FILE.write_text(written + "\n", encoding="utf-8", newline="\n")
