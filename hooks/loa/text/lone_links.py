"""A Python-Markdown extension: a link that stands alone in its line is as big as a fingertip.

Links inside a sentence are exempt from the size of targets (WCAG 2.2, 2.5.8); whoever lists links
below each other gives a thumb several small ones close together. Style sheets cannot see whether a
link has words beside it, so it is marked here.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

MARK = "lone"
_BLOCKS = ("p", "li", "dd", "td")


class _MarkLoneLinks(Treeprocessor):
    def run(self, root: Element) -> None:
        for block in root.iter():
            if block.tag in _BLOCKS and (link := _only_link(block)) is not None:
                link.set("class", f"{link.get('class', '')} {MARK}".strip())


def _only_link(block: Element) -> Element | None:
    """Return the link that is all a block says, if there is one."""
    if len(block) != 1 or (block.text or "").strip():
        return None
    (only,) = block
    if (only.tail or "").strip(" \n.,;:"):
        return None
    return only if only.tag == "a" else _only_link(only) if only.tag in ("strong", "em") else None


class LoneLinks(Extension):
    """Marks every link that fills its paragraph, list item or cell."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after links are made and attributes are set."""
        md.treeprocessors.register(_MarkLoneLinks(md), "loa-lone-links", 5)


def makeExtension(**settings: Any) -> LoneLinks:
    """What Python-Markdown looks for when a configuration names this module."""
    return LoneLinks(**settings)
