"""Steps of Python-Markdown that need to know the page: its links, its anchors, its heading."""

from collections.abc import Mapping
from copy import deepcopy
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from loa.rendered.addresses import AnchorLink, LostLink, followed
from loa.text.markup import DRAWINGS, Placed, picture_file
from loa.text.picture_markup import WIDTHS

_ADDRESSES = {"a": "href", "img": "src"}


class RawAnchors(Preprocessor):
    """Finds the anchors of HTML that a writer typed, before it is put aside."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: set[str] = set()

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown; the text stays as it is."""
        text = "\n".join(lines)
        if "<" in text:
            parser = _Anchors(self.found)
            parser.feed(text)
            parser.close()
        return lines


class _Anchors(HTMLParser):
    def __init__(self, found: set[str]) -> None:
        super().__init__()
        self._found = found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name == "id" or (name == "name" and tag == "a")):
                self._found.add(value)


class Anchors(Treeprocessor):
    """Finds the anchors of a converted text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: set[str] = set()

    def run(self, root: Element) -> None:
        """Called by Python-Markdown."""
        for element in root.iter():
            if anchor := element.get("id"):
                self.found.add(anchor)
            if element.tag == "a" and (anchor := element.get("name")):
                self.found.add(anchor)


class Links(Treeprocessor):
    """Turns links to files of ``docs/`` into addresses."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.page, self.page_url = "", ""
        self.urls: Mapping[str, str] = {}
        self.lost: list[LostLink] = []
        self.anchors: list[AnchorLink] = []

    def run(self, root: Element) -> None:
        """Called by Python-Markdown."""
        for element in root.iter():
            key = _ADDRESSES.get(str(element.tag))
            link = element.get(key) if key else None
            # A mail address is written in letters of its own until the very end.
            if key and link is not None and AMP_SUBSTITUTE not in link:
                element.set(key, self._followed(link))

    def _followed(self, link: str) -> str:
        url, said = followed(link, self.page, self.page_url, self.urls)
        if isinstance(said, LostLink):
            self.lost.append(said)
        elif said is not None:
            self.anchors.append(said)
        return url


class Pictures(Treeprocessor):
    """Shows pictures as they are published; where that can't be, says what they show.

    What ``loa.text.picture_markup`` needs to offer lighter files goes along as an attribute.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.placed: Mapping[str, Placed | None] = {}

    def run(self, root: Element) -> None:
        """Called by Python-Markdown."""
        if not self.placed:
            return
        for parent in list(root.iter()):
            for image in list(parent):
                file = picture_file(image.get("src", "")) if image.tag == "img" else ""
                if file in self.placed:
                    self._show(parent, image, self.placed[file], file)

    def _show(self, parent: Element, image: Element, placed: Placed | None, file: str) -> None:
        if placed is not None:
            width, height = placed.sizes[-1]
            image.set("src", placed.src)
            image.set("width", image.get("width", str(width)))
            image.set("height", image.get("height", str(height)))
            image.set(WIDTHS, " ".join(str(width) for width, _ in placed.sizes))
        elif not file.lower().endswith(DRAWINGS):
            _say_instead(parent, image, f"(Ảnh: {image.get('alt', '')})")


class LinkedFiles(Treeprocessor):
    """Leads links to files where these stand; says behind their words what kind, how heavy."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.known: Mapping[str, Mapping[str, str]] = {}

    def run(self, root: Element) -> None:
        """Called by Python-Markdown."""
        if not self.known:
            return
        for element in root.iter("a"):
            address, mark, place = element.get("href", "").partition("#")
            if known := self.known.get(picture_file(address)):
                element.set("href", known["to"] + mark + place)
                _append(element, f" ({known['note']})")


def _append(element: Element, words: str) -> None:
    """Put words at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _say_instead(parent: Element, image: Element, words: str) -> None:
    """Put words where an element stood."""
    place = list(parent).index(image)
    words += image.tail or ""
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
    parent.remove(image)


class Heading(Treeprocessor):
    """Keeps the heading a text begins with: the title of a page that has no other."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.text = ""

    def run(self, root: Element) -> None:
        """Called by Python-Markdown."""
        first = next(iter(root), None)
        if first is not None and first.tag == "h1":
            self.text = _plain(first, self.md)


def _plain(heading: Element, md: Markdown) -> str:
    copy = remove_fnrefs(deepcopy(heading))
    for image in copy.iter("img"):
        # A picture is read as its description.
        image.tag, image.text = "span", image.get("alt", "")
        image.attrib.clear()
    return strip_tags(render_inner_html(copy, md))
