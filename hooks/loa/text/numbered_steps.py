"""A Python-Markdown extension: a numbered step keeps the number that was typed.

Python-Markdown counts every list from 1, and lists of bullets and of numbers that stand below each
other become one. Here a list begins at its first number, a number out of turn begins a list of its
own, and a list in which every step has the same number is counted on, as Markdown has it.
"""

import re
from typing import Any
from weakref import WeakKeyDictionary
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.extensions import Extension

_NUMBER = re.compile(r" {0,3}(\d+)\.(?: |$)")


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
        self._typed: WeakKeyDictionary[Element, list[int]] = WeakKeyDictionary()

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make a list of the block, up to where its numbers go on elsewhere."""
        block = blocks.pop(0)
        above = self.lastChild(parent)
        known = self._typed.get(above, []) if above is not None else []
        numbers: list[int] = []
        lines = block.split("\n")
        for place, line in enumerate(lines):
            found = _NUMBER.match(line)
            if not found:
                continue
            if numbers and not _goes_on(known + numbers, int(found[1])):
                blocks.insert(0, "\n".join(lines[place:]))
                lines = lines[:place]
                break
            if not numbers and known and not _goes_on(known, int(found[1])):
                known = []
            numbers.append(int(found[1]))
        setattr(self, "SIBLING_TAGS", ["ol"] if known else [])  # noqa: B010  # mypy: a class's own
        super().run(parent, ["\n".join(lines)])
        if (made := self.lastChild(parent)) is not None and made.tag == "ol":
            self._typed[made] = known + numbers


def _goes_on(typed: list[int], number: int) -> bool:
    """Say whether a number is the next of a list, or the same that every step of it has."""
    return number == typed[-1] + 1 or (number == typed[0] and len(set(typed)) == 1)


class NumberedSteps(Extension):
    """Takes the place of Python-Markdown's own lists."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Attach to ``md``; called by Python-Markdown."""
        md.parser.blockprocessors.register(_Steps(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_Bullets(md.parser), "ulist", 30)


def makeExtension(**settings: Any) -> NumberedSteps:
    """Return the extension; the name is Python-Markdown's."""
    return NumberedSteps(**settings)
