"""A Python-Markdown extension: a picture in a text becomes a choice of lighter files.

``published_body`` hands the widths over as an attribute, and MkDocs turns the address into one
that is right for the page; from both, this writes the ``<picture>`` that browsers choose from.
"""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

WIDTHS = "data-widths"
# How wide a picture stands in a text: the column on wide screens, the screen without its margins.
COLUMN = "(min-width: 46em) 688px, calc(100vw - 32px)"


def candidates(src: str, widths: list[str]) -> str:
    """Return the ``srcset`` beside a JPEG called ``name-800.jpg``."""
    stem = src.rpartition("-")[0]
    return ", ".join(f"{stem}-{width}.webp {width}w" for width in widths)


class _OfferLighterFiles(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, image in enumerate(list(parent)):
                widths = image.attrib.pop(WIDTHS, "").split() if image.tag == "img" else []
                if widths and all(width.isdecimal() for width in widths):
                    parent[place] = _choice(image, widths)


def _choice(image: Element, widths: list[str]) -> Element:
    choice = Element("picture")
    choice.tail, image.tail = image.tail, None
    SubElement(
        choice,
        "source",
        type="image/webp",
        srcset=candidates(image.get("src", ""), widths),
        sizes=COLUMN,
    )
    image.set("loading", "lazy")
    image.set("decoding", "async")
    choice.append(image)
    return choice


class PictureExtension(Extension):
    """Registers the step after MkDocs has set the addresses right, which it does at 0."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Attach to ``md``; called by Python-Markdown."""
        md.treeprocessors.register(_OfferLighterFiles(md), "loa_pictures", -10)


def makeExtension(**settings: Any) -> PictureExtension:
    """Return the extension; the name is Python-Markdown's."""
    return PictureExtension(**settings)
