"""Python-Markdown in time: brackets that are never closed cost one look, not one each.

Its own steps go through the rest of a paragraph for every opening bracket, and through the rest of
the text for every "<". A paste of ten thousand of them would keep an officer waiting for minutes.
What comes out is the same, but for texts that hold hundreds of broken tags.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from markdown import Markdown
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.preprocessors import Preprocessor

_LONGEST_ADDRESS = 1000  # with brackets or quotation marks in it; others may be of any length
_BROKEN_TAGS = 100
_SIMPLE = re.compile(r"\([^()'\"<]*\)")
_UNCLOSED = re.compile(r"<(?=[^<>]*(?:<|\Z))(?!!--)")


def in_time(md: Markdown) -> Markdown:
    """Return a converter whose time grows with the length of a text, and no faster."""
    for processor in md.inlinePatterns:
        if isinstance(processor, LinkInlineProcessor):
            _bound(processor)
    md.preprocessors.register(_BrokenTags(md), "loa_broken_tags", 29)  # before HTML is looked for
    return md


def _bound(processor: LinkInlineProcessor) -> None:
    whole_link = processor.getLink

    def text(data: str, index: int) -> tuple[str, int, bool]:
        """Return what stands in the brackets that open before ``index``, and where they end."""
        end = _closing(data).get(index - 1)
        return ("", len(data), False) if end is None else (data[index:end], end + 1, True)

    def link(data: str, index: int) -> tuple[str, str | None, int, bool]:
        """Return address, title and end of a link whose address begins at ``index``."""
        simple = _SIMPLE.match(data, index)
        end = simple.end() if simple else index + _LONGEST_ADDRESS
        return whole_link(data[:end], index)

    processor.getText = text  # type: ignore[method-assign]  # no other way in
    processor.getLink = link  # type: ignore[method-assign]


@lru_cache(maxsize=4)  # one paragraph is asked about again and again
def _closing(data: str) -> Mapping[int, int]:
    """Return where each square bracket is closed, by where it opens."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for bracket in re.finditer(r"[\[\]]", data):
        if bracket[0] == "[":
            waiting.append(bracket.start())
        elif waiting:
            found[waiting.pop()] = bracket.start()
    return found


class _BrokenTags(Preprocessor):
    """Says "<" for tags that end nowhere, where there are hundreds of them."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if text.count("<") - text.count(">") < _BROKEN_TAGS:
            return lines
        return _UNCLOSED.sub("&lt;", text).split("\n")
