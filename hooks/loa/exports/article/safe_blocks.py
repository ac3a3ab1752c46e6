"""Every construct that Markdown can hold, as one of the few blocks that every channel takes.

Notes become quotations with a bold first line, folded parts a heading and their text, footnotes a
list at the end, terms bold paragraphs, films and recordings a line with their address.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from loa.exports.article import (
    Block,
    Heading,
    Item,
    Line,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Run,
    inlines,
)
from loa.exports.article.tables import table
from loa.rendered.html_tree import Element, Node, without_pictures

_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_PARTS = frozenset(
    [
        "p",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "table",
        "details",
        "div",
        "figure",
        "pre",
        "hr",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "main",
        "nav",
        "address",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "img",
        "picture",
        "iframe",
        "audio",
        "video",
        "fieldset",
        "form",
        "center",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "li",
        "dd",
        "dt",
        "figcaption",
        "summary",
        "legend",
    ]
)
_PLAYED = {"iframe": "Xem tại", "audio": "Nghe tại", "video": "Xem tại"}


@dataclass(frozen=True)
class Placing:
    """What only the post knows: where links lead, which picture a file is."""

    resolve: Callable[[str], str]
    picture: Callable[[str, str, str], Picture | None]  # src, alt, caption

    def line(self, nodes: Iterable[Node]) -> Line:
        """Return nodes as one line of text."""
        return inlines.line(nodes, self.resolve)


def blocks(root: Element, placing: Placing) -> tuple[Block, ...]:
    """Return everything under an element as blocks; text between blocks is a paragraph."""
    return tuple(_blocks(root.children, placing))


def _blocks(nodes: Iterable[Node], placing: Placing) -> Iterator[Block]:
    loose: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and _is_part(node):
            yield from _paragraph(loose, placing)
            loose = []
            yield from _part(node, placing)
        else:
            loose.append(node)
    yield from _paragraph(loose, placing)


def _is_part(node: Element) -> bool:
    """Say whether an element stands on lines of its own, by itself or by what is in it."""
    return node.tag in _PARTS or any(inner.tag in _PARTS for inner in node.everything())


def _paragraph(nodes: Iterable[Node], placing: Placing) -> Iterator[Paragraph]:
    if line := placing.line(nodes):
        yield Paragraph(line)


def _part(node: Element, placing: Placing) -> Iterator[Block]:
    classes = node.classes
    if "hidden" in node.attributes:
        return  # holds on other days
    if node.tag in _HEADINGS:
        yield from _heading(node, placing)
    elif node.tag in ("ul", "ol"):
        yield from _listing(node, placing)
    elif node.tag == "dl":
        yield from _terms(node, placing)
    elif node.tag == "blockquote" or "admonition" in classes:
        yield from _quote(node, placing)
    elif node.tag == "details":
        yield from _folded(node, placing)
    elif node.tag == "table":
        yield from table(node, placing.line, lambda nodes: _blocks(nodes, placing))
        yield from _pictures(node, placing)
    elif node.tag == "pre":
        runs = [Run(node.text().strip("\n"))]
        yield from (Paragraph((run,)) for run in runs if run.text)
    elif node.tag == "img":
        yield from _picture(node, "", placing)
    elif node.tag == "figure":
        yield from _figure(node, placing)
    elif node.tag in _PLAYED:
        yield from _played(node, placing)
    elif "tabbed-set" in classes:
        yield from _tabs(node, placing)
    elif "footnote" in classes:
        yield Heading(3, (Run("Chú thích"),))
        yield from _blocks(node.children, placing)
    elif node.tag in inlines.STYLED:
        yield from _blocks([_styled(child, node) for child in node.children], placing)
        yield from _led_on(node, placing)
    else:
        yield from _blocks(node.children, placing)


def _styled(node: Node, style: Element) -> Node:
    """Move a style or a link that was put around whole blocks to the words in them."""
    if isinstance(node, Element) and _is_part(node):
        children = [_styled(child, style) for child in node.children]
        return Element(node.tag, node.attributes, children)
    return Element(style.tag, style.attributes, [node])


def _led_on(node: Element, placing: Placing) -> Iterator[Block]:
    """Yield where a link leads whose only content is pictures."""
    if node.tag == "a" and not node.text().strip():
        address = placing.resolve(node.attributes.get("href", ""))
        if address:
            yield Paragraph((Run("Xem tại: "), Run(address, href=address)))


def _heading(node: Element, placing: Placing) -> Iterator[Block]:
    if line := placing.line(without_pictures(node.children)):
        yield Heading(_HEADINGS[node.tag], line)
    yield from _pictures(node, placing)


def _listing(node: Element, placing: Placing) -> Iterator[Block]:
    items = [_item(child.children, placing) for child in node.elements() if child.tag == "li"]
    items = [item for item in items if item.line or item.blocks]
    if items:
        start = node.attributes.get("start", "1")
        yield Listing(tuple(items), node.tag == "ol", int(start) if start.isdecimal() else 1)


def _item(nodes: list[Node], placing: Placing) -> Item:
    """Return an item; its first paragraph is its line: loose and tight lists read the same."""
    inner = list(_blocks(nodes, placing))
    if inner and isinstance(inner[0], Paragraph):
        return Item(inner[0].line, tuple(inner[1:]))
    return Item((), tuple(inner))


def _terms(node: Element, placing: Placing) -> Iterator[Block]:
    for child in node.elements():
        if child.tag == "dt":
            yield from _bold(placing.line(child.children))
        else:
            yield from _blocks(child.children, placing)


def _quote(node: Element, placing: Placing) -> Iterator[Block]:
    inner: list[Block] = []
    for child in node.children:
        if isinstance(child, Element) and "admonition-title" in child.classes:
            inner += _bold(placing.line(child.children))
        else:
            inner += _blocks([child], placing)
    if inner:
        yield Quote(tuple(inner))


def _folded(node: Element, placing: Placing) -> Iterator[Block]:
    for child in node.elements():
        if child.tag == "summary" and (line := placing.line(without_pictures(child.children))):
            yield Heading(3, line)
    rest = [
        child
        for child in node.children
        if not (isinstance(child, Element) and child.tag == "summary")
    ]
    yield from _blocks(rest, placing)


def _tabs(node: Element, placing: Placing) -> Iterator[Block]:
    """Yield each tab as a heading and its text: nobody can press tabs on paper."""
    labels = [inner for inner in node.everything() if inner.tag == "label"]
    panels = [inner for inner in node.everything() if "tabbed-block" in inner.classes]
    for label, panel in zip(labels, panels, strict=False):
        if line := placing.line(label.children):
            yield Heading(3, line)
        yield from _blocks(panel.children, placing)


def _bold(line: Line) -> list[Paragraph]:
    return [Paragraph(tuple(replace(run, strong=True) for run in line))] if line else []


def _pictures(node: Element, placing: Placing) -> Iterator[Block]:
    for inner in node.everything():
        if inner.tag == "img":
            yield from _picture(inner, "", placing)


def _picture(node: Element, caption: str, placing: Placing) -> Iterator[Block]:
    source, alt = node.attributes.get("src", ""), node.attributes.get("alt", "").strip()
    found = placing.picture(source, alt, caption or node.attributes.get("title", ""))
    if found is not None:
        yield found
        return
    href = placing.resolve(source) if source.startswith(("http://", "https://")) else ""
    if alt:
        yield Paragraph((Run(f"(Ảnh: {alt})", href=href),))
    if caption:
        yield Paragraph((Run(caption, emphasis=True),))


def _figure(node: Element, placing: Placing) -> Iterator[Block]:
    captions = [inner for inner in node.everything() if inner.tag == "figcaption"]
    pictures = [inner for inner in node.everything() if inner.tag == "img"]
    line = tuple(
        run for caption in captions for run in placing.line(without_pictures(caption.children))
    )
    said = "".join(run.text for run in line)
    if len(pictures) == 1 and not any(run.href for run in line):
        yield from _picture(pictures[0], said, placing)
        rest = [child for child in node.elements() if child.tag not in ("figcaption", "img")]
        yield from _blocks(without_pictures(rest), placing)
        return
    yield from _blocks([child for child in node.children if child not in captions], placing)
    yield from _paragraph(
        [word for caption in captions for word in without_pictures(caption.children)], placing
    )


def _played(node: Element, placing: Placing) -> Iterator[Block]:
    sources = [node.attributes.get("src", "")]
    sources += [inner.attributes.get("src", "") for inner in node.elements()]
    address = next((found for source in sources if (found := placing.resolve(source))), "")
    words = node.attributes.get("title") or node.text().strip()
    if address:
        label = f"{words}: " if words else f"{_PLAYED[node.tag]}: "
        yield Paragraph((Run(label), Run(address, href=address)))
    elif words:
        yield Paragraph((Run(words),))
