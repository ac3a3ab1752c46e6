"""HTML as a tree of elements and strings, whatever a writer has pasted into it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
# Nobody reads what stands in these.
SILENT = frozenset({"script", "style", "template", "noscript", "svg", "math", "object", "head"})
# A second one of a kind ends the first, as browsers do it.
_ENDED_BY = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
}
_HOLDERS = frozenset({"ul", "ol", "dl", "table"})
_OPENS_A_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)


@dataclass
class Element:
    """One element; text among its children stands as plain strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node]" = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The classes it wears."""
        return frozenset(self.attributes.get("class", "").split())

    def elements(self) -> "Iterator[Element]":
        """Yield the elements right under it."""
        return (child for child in self.children if isinstance(child, Element))

    def everything(self) -> "Iterator[Element]":
        """Yield every element in it, in the order of the text."""
        for child in self.elements():
            yield child
            yield from child.everything()

    def text(self) -> str:
        """Return all text in it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


Node: TypeAlias = Element | str


def parse(html: str) -> Element:
    """Return the tree of a piece of HTML under one nameless root; it never fails."""
    # One that is never closed would swallow the rest of the post.
    closed = {tag for tag in SILENT if html.lower().count(f"</{tag}") >= _opened(tag, html)}
    builder = _Builder(frozenset(closed))
    builder.feed(html)
    builder.close()
    return builder.root


def _opened(tag: str, html: str) -> int:
    return len(re.findall(rf"(?i)<{tag}(?=[\s>])[^>]*(?<!/)>", html))


def without_pictures(nodes: Iterable[Node]) -> list[Node]:
    """Return nodes without any picture in them: what stands on one line of text."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            kept.append(node)
        elif node.tag not in ("img", "picture"):
            kept.append(Element(node.tag, node.attributes, without_pictures(node.children)))
    return kept


class _Builder(HTMLParser):
    def __init__(self, silent: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._kinds = silent
        self.root = Element("")
        self._open = [self.root]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._kinds:
            self._silent += 1
        if self._silent:
            return
        self._end_what_this_ends(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._kinds:
            return
        self.handle_starttag(tag, attrs)
        if tag not in VOID and not self._silent:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._kinds:
            self._silent = max(0, self._silent - 1)
            return
        if self._silent:
            return
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._open[-1].children.append(data)

    def _end_what_this_ends(self, tag: str) -> None:
        if tag in _OPENS_A_BLOCK and self._open[-1].tag == "p":
            self._open.pop()
        ended = _ENDED_BY.get(tag, ())
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag in _HOLDERS:
                return
            if self._open[place].tag in ended:
                del self._open[place:]
                return
