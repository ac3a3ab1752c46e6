"""A Markdown body as search reads it: plain sections, with the anchors the site gives them."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loa.text.vietnamese import toc_slug

# Stands before a part that is only there for reference, such as the titles of legal documents.
ASIDE = "\x02"


@dataclass(frozen=True)
class Section:
    """A stretch of text a result can lead to; the first of a document has no heading."""

    title: str
    anchor: str
    text: str
    aside: str = ""


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*")
_OWN_ID = re.compile(r"\s*\{:?\s*#([\w-]+)[^}]*\}\s*$")
_ATTRIBUTES = re.compile(r"\{:?\s*[#.][^{}\n]*\}")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_LINK = re.compile(r"!?\[([^\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])")
_BLOCK_END = re.compile(r"</(?:li|p|tr|ul|ol|table|summary|details|blockquote|div)>|<br\s*/?>")
_CELL_END = re.compile(r"</t[dh]>(?!</tr>)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|`+")
_LINE_MARK = re.compile(
    r"^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d+[.)][ \t]+|:[ \t]+)?", re.MULTILINE
)
_ADMONITION = re.compile(
    r'^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w -]*(?:"([^"]*)")?[ \t]*$', re.MULTILINE
)
_RULE = re.compile(r"^[ \t|:=*-]+$", re.MULTILINE)
_SPACES = re.compile(r"[ \t\u00a0]+")
_BLANK = re.compile(r"\s*\n\s*")


def sections(body: str) -> list[Section]:
    """Return the sections of a body: what stands before any heading, then each h2 and h3."""
    found: list[Section] = []
    title, anchor, lines = "", "", list[str]()
    for level, said, rest in _headings(body):
        if level:
            found.append(_section(title, anchor, lines))
            title, anchor, lines = said, rest, []
        else:
            lines.append(said)
    found.append(_section(title, anchor, lines))
    return found


def plain(markdown: str) -> str:
    """Return Markdown, with HTML in it, as plain lines."""
    text = _ADMONITION.sub(r"\1", markdown)
    if "<" in text:
        text = _CELL_END.sub(", ", _BLOCK_END.sub("\n", text))
        text = _TAG.sub("", text)
    text = _RULE.sub("", _ATTRIBUTES.sub("", _LINK.sub(r"\1", text)))
    text = _EMPHASIS.sub("", _LINE_MARK.sub("", text))
    if "|" in text:
        text = re.sub(r"[ \t]*\|[ \t]*", " ", text)
    return _BLANK.sub("\n", _SPACES.sub(" ", html.unescape(text))).strip()


def _headings(body: str) -> Iterator[tuple[int, str, str]]:
    """Yield (level, title, anchor) of h2 and h3, and (0, line, "") of every other line."""
    used: set[str] = set()
    fence = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line) if "``" in line or "~~" in line else None
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            continue
        heading = _HEADING.fullmatch(line) if line.startswith("#") and not fence else None
        if heading is None:
            yield 0, line, ""
            continue
        level, said = len(heading[1]), heading[2]
        own = _OWN_ID.search(said)
        title = plain(said[: own.start()] if own else said)
        anchor = own[1] if own else _unused(toc_slug(title), used)
        used.add(anchor)
        if level in (2, 3):
            yield level, title, anchor
        else:
            yield 0, title, ""


def _unused(anchor: str, used: Iterable[str]) -> str:
    """Return an anchor nobody has, numbered the way Python-Markdown numbers them."""
    numbered = re.fullmatch(r"(.*)_([0-9]+)", anchor)
    stem, number = (numbered[1], int(numbered[2])) if numbered else (anchor, 0)
    while anchor in used:
        number += 1
        anchor = f"{stem}_{number}"
    return anchor


def _section(title: str, anchor: str, lines: list[str]) -> Section:
    text, _, aside = "\n".join(lines).partition(ASIDE)
    return Section(title, anchor, plain(text), plain(aside) if aside else "")
