"""The words and numbers that somebody typed into a Markdown text, with their lines.

Only to be counted against what goes out: nothing typed may vanish. What is an address, the name of
a class or a comment is no word for readers and is left out; where it is unclear, it is a word.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from loa.text.letters_seen import as_seen
from loa.text.vietnamese import fold

_TAGS = (
    "a abbr address article aside audio b base bdi blockquote body br button caption center "
    "cite code col colgroup dd del details dfn div dl dt em embed fieldset figcaption figure "
    "font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label "
    "legend li link main mark meta nav object ol option p param path picture pre q rect s samp "
    "script section select small source span strike strong style sub summary sup svg table "
    "tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
)
_NO_WORDS = tuple(
    re.compile(pattern, re.MULTILINE | re.IGNORECASE)
    for pattern in (
        r"<(script|style)\b(?s:.*?)(?:</\1>|\Z)",
        r"\{\{[^{}\n]*\}\}",
        r"^[ \t>]*(?:```+|~~~+).*$",
        r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+",
        r"^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]*[\w -]*",
        r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)",
        r"(?<=\])[ \t]{1,2}\([^()\s]*[/:][^()\s]*\)",  # a blank before an address
        r"(?<=\])\[[^\[\]\n]*\]",
        r"\[\^[^\[\]\n]+\]:?",
        r"<[a-z][a-z0-9+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>",
        rf"</?(?:{'|'.join(_TAGS.split())}|[a-z]\w*:\w+)(?=[\s/>])[^<>]*>",
        r"https?://[^\s<>)]+",
        r"\{(?::|[ \t]*[#.])[^{}\n]*\}|\{[^{}=\n]*=[^{}\n]*\}",
    )
)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_INSIDE = re.compile(r"(?<=\w)[*_`~]+(?=\w)")


@lru_cache(maxsize=4)  # numbers and words are counted one after the other
def typed_text(markdown: str) -> str:
    """Return the words of a text as typed, in their lines; what is for the program is blanked.

    Notes to oneself stay: whoever compares knows them from the mending.
    """
    for pattern in _NO_WORDS:
        markdown = pattern.sub(_blank, markdown)
    return as_seen(html.unescape(markdown))


def _blank(found: re.Match[str]) -> str:
    return " " + "\n" * found[0].count("\n")


@lru_cache(maxsize=4)
def all_there(typed: str, shown: str) -> bool:
    """Say whether every word and number of a text stands in another as often, mark for mark."""
    return not any(
        Counter(kind.findall(typed)) - Counter(kind.findall(shown)) for kind in (_NUMBER, _WORD)
    )


def numbers_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield each number with its line, from 0."""
    return _found(_NUMBER, text)


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield each word of two letters and more, without its marks, with its line, from 0."""
    return ((line, plain(word)) for line, word in _found(_WORD, text))


def joined(text: str) -> str:
    """Return text without the signs for bold and the like inside of words."""
    return _INSIDE.sub("", text)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n")):
        for found in pattern.finditer(line):
            yield number, found[0]


def plain(word: str) -> str:
    """Return letters without case and marks, as words are compared."""
    return fold(word).replace("ð", "d")
