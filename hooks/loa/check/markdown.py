"""Links, pictures and anchors of a Markdown body, found the way Python-Markdown finds them."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from loa.check.prose import without_code
from loa.text.vietnamese import toc_slug


@dataclass(frozen=True)
class Link:
    """A link or picture: where in the text it stands, where it leads, and its words."""

    place: int
    address: str
    words: str
    is_picture: bool = False


_LABEL = r"(?:[^\[\]\n]|\n(?!\s*\n)|\[[^\[\]\n]{0,300}\]){0,500}"
_INLINE = re.compile(
    rf"(?P<picture>!?)\[(?P<label>{_LABEL})\]"
    r"\([ \t]*(?P<address><[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)(?:\s[^()\n]*)?\)"
)
_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)(?P<label>[^\]\n]+)\]:[ \t]*<?(?P<address>[^\s>]+)", re.M)
_AUTOLINK = re.compile(r"<(?P<address>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]+)>")
_ATTRIBUTE = re.compile(r"<[^<>]*?\s(?:href|src)\s*=\s*[\"']?(?P<address>[^\"'\s>]+)", re.I)


@lru_cache(maxsize=4096)  # several rules look at the same bodies
def links(text: str) -> tuple[Link, ...]:
    """Return every link and picture of a body, in its order."""
    text = without_code(text)
    found = list(_inline(text, 0))
    for pattern in (_REFERENCE, _AUTOLINK, _ATTRIBUTE):
        if pattern is _REFERENCE or "<" in text:
            found += [
                Link(match.start("address"), _clean(match["address"]), "")
                for match in pattern.finditer(text)
            ]
    return tuple(sorted(found, key=lambda link: link.place))


def _inline(text: str, offset: int) -> Iterator[Link]:
    if "](" not in text:
        return
    for match in _INLINE.finditer(text):
        place = offset + match.start()
        yield Link(place, _clean(match["address"]), match["label"].strip(), bool(match["picture"]))
        # A picture may be what one clicks on: [![alt](picture)](address).
        yield from _inline(match["label"], offset + match.start("label"))


def _clean(address: str) -> str:
    return html.unescape(address.strip("<>"))


_ATX = re.compile(r"^(?P<marks>#{1,6})(?P<title>[^\n]*?)#*[ \t]*$", re.M)
_SETEXT = re.compile(r"(?:^|\n\n)(?P<title>[^\s#>|-][^\n]*)\n(?:=+|-+)[ \t]*$", re.M)
# As in Python-Markdown's attr_list: {#id}, {: #id .class }.
_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*(?P<inside>[^}\n ][^}\n]*)[ ]*\}[ ]*$")
_EXPLICIT = re.compile(r"#(?P<id>[^\s.}#]+)")
_HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\sid\s*=\s*[\"']?(?P<id>[^\"'\s>]+)")
# Alone on its line, or right behind an inline element.
_ELEMENT_ID = re.compile(
    r"(?:^[ ]*|(?<=[\])*_`]))\{:?[ ]*(?:[^}\n]*\s)?#(?P<id>[^\s.}#]+)[^}\n]*\}", re.M
)
_TO_TEXT = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|</?[a-zA-Z][^<>]*>|&#?\w+;")


def anchors(text: str, expand: Callable[[str], str]) -> set[str]:
    """Return the anchors of a body.

    Args:
        text: the body.
        expand: turns inserts of a heading into words.
    """
    plain = without_code(text)
    # Code inside a heading is part of its anchor; a heading inside code is none.
    titles = [text[start:end].strip() for start, end in _headings(plain)]
    own_ids = [_own_id(title) for title in titles]
    used = {match["id"] for pattern in (_HTML_ID, _ELEMENT_ID) for match in pattern.finditer(plain)}
    used |= {id for id in own_ids if id}
    for title, own_id in zip(titles, own_ids, strict=True):
        if not own_id:
            words = _TO_TEXT.sub(lambda match: match[1] or "", expand(title))
            used.add(_unused(toc_slug(words), used))
    return used


def _headings(text: str) -> list[tuple[int, int]]:
    found = [match.span("title") for match in _ATX.finditer(text)]
    return sorted(found + [match.span("title") for match in _SETEXT.finditer(text)])


def _own_id(title: str) -> str | None:
    attributes = _ATTRIBUTES.search(title)
    found = _EXPLICIT.search(attributes["inside"]) if attributes else None
    return found["id"] if found else None


def _unused(slug: str, used: set[str]) -> str:
    """Number a repeated anchor as Python-Markdown's toc extension does: a, a_1, a_2."""
    if slug not in used:
        return slug
    number = 1
    while f"{slug}_{number}" in used:
        number += 1
    return f"{slug}_{number}"
