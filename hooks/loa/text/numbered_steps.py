"""A Python-Markdown extension: a numbered step keeps the number that was typed.

Python-Markdown counts every list from 1, and lists of bullets and of numbers that stand below each
other become one. Here a list begins at its first number, a number out of turn begins a list of its
own, and a list in which every step has the same number is counted on, as Markdown has it. Items
that begin with letters keep them, for there is no list that counts a, b, c, d, đ.
"""

import re
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

LETTERED = "lettered"
_LETTERED = re.compile(r"\s*[a-zđ][.)]\s")
_NUMBER = re.compile(r" {0,3}(\d+)\.(?: |$)")


@dataclass(frozen=True)
class _Numbers:
    """What was typed before the steps of a list: first, last, and whether all were the same."""

    first: int
    last: int
    are_same: bool

    def go_on_with(self, number: int) -> bool:
        """Say whether a number is the next, or the same that every step has."""
        return number == self.last + 1 or (self.are_same and number == self.first)


class _Bullets(UListProcessor):
    """Bullets without the numbers below them."""

    SIBLING_TAGS = ["ul"]  # noqa: RUF012  # Python-Markdown's own name and kind

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.CHILD_RE = re.compile(r"^[ ]{0,3}(([*+-]))[ ]+(.*)")


class _Steps(OListProcessor):
    """Numbers as typed."""

    LAZY_OL = False

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.CHILD_RE = re.compile(r"^[ ]{0,3}((\d+\.))[ ]+(.*)")
        self._typed: WeakKeyDictionary[Element, _Numbers] = WeakKeyDictionary()

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make a list of the block, up to where its numbers go on elsewhere."""
        block = blocks.pop(0)
        above = self.lastChild(parent)
        known = self._typed.get(above) if above is not None else None
        lines = block.split("\n")
        numbers = known
        for place, line in enumerate(lines):
            found = _NUMBER.match(line)
            if not found:
                continue
            number = int(found[1])
            if numbers is not None and not numbers.go_on_with(number):
                if place:
                    blocks.insert(0, "\n".join(lines[place:]))
                    lines = lines[:place]
                    break
                known = numbers = None
            same = numbers is None or (numbers.are_same and number == numbers.first)
            numbers = _Numbers(numbers.first if numbers else number, number, same)
        setattr(self, "SIBLING_TAGS", ["ol"] if known else [])  # noqa: B010  # mypy: a class's own
        super().run(parent, ["\n".join(lines)])
        made = self.lastChild(parent)
        if made is not None and made.tag == "ol" and numbers is not None:
            self._typed[made] = numbers


class _MarkLettered(Treeprocessor):
    """Marks lists whose items begin with a), b), c): beside the letters, bullets are too much."""

    def run(self, root: Element) -> None:
        for listed in root.iter("ul"):
            if len(listed) and all(_LETTERED.match(_first_words(item)) for item in listed):
                listed.set("class", f"{listed.get('class', '')} {LETTERED}".strip())


def _first_words(item: Element) -> str:
    words = item.text or ""
    return (item[0].text or "") if not words.strip() and len(item) else words


class NumberedSteps(Extension):
    """Takes the place of Python-Markdown's own lists."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Attach to ``md``; called by Python-Markdown."""
        md.parser.blockprocessors.register(_Steps(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_Bullets(md.parser), "ulist", 30)
        md.treeprocessors.register(_MarkLettered(md), "loa-lettered", 6)


def makeExtension(**settings: Any) -> NumberedSteps:
    """Return the extension; the name is Python-Markdown's."""
    return NumberedSteps(**settings)
