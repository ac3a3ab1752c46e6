"""Running text: where one Enter parts paragraphs, what an indent means, what is no block."""

import re
from itertools import pairwise

from loa.text.typed.lines import BLANKS, Line, margin_off, width
from loa.text.typed.telling import Telling

_END = re.compile(r"[.!?…][\"”»')\]*_]*$")
_QUOTES = "\"“«'‘(*_["
_NUMBERED = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?|[IVXL]{1,5}\.|\(\d{1,2}\)|\([a-zđ]\)"
    r"|(?:Điều|Khoản|Mục|Bước|Chương|Phần) (?:\d{1,3}|[IVXL]{1,5})[.:])[ \t]+\S"
)
# What the converter would take for the beginning of a block.
_ITEM = re.compile(r"( {0,3}\d+)(\.[ \t]|\.$)|( {0,3})([-*+])([ \t]|$)")
_UNDERLINE = re.compile(r"[ \t]*(?P<mark>[-=])(?P=mark)*[ \t]*$")
_BLOCK = re.compile(r"( {0,3})([>#])")
# A first-line indent of official papers; fewer blanks mean nothing.
INDENT = 4
# A whole sentence has so many words.
WORDS = 3
# So many words are no line of a poem, even without a full stop.
LONG = 10


def ends_sentence(text: str) -> bool:
    """Say whether a line ends where a sentence does."""
    text = text.rstrip(BLANKS)
    return bool(_END.search(text, max(0, len(text) - 12)))


def begins_capital(text: str) -> bool:
    """Say whether a line begins as a sentence does."""
    bare = margin_off(text)[:12].lstrip(_QUOTES)
    return bool(bare) and (bare[0].isupper() or bare[0].istitle())


def parted(lines: list[Line], telling: Telling, may_part: bool) -> list[list[Line]]:
    """Return the paragraphs that were typed with one Enter between them, indents taken off."""
    parts: list[list[Line]] = [[lines[0]]]
    for above, below in pairwise(lines):
        if may_part and _parts(above.text, below.text, len(parts[-1]) == 1):
            parts.append([])
        parts[-1].append(below)
    return [_at_margin(part, telling) for part in parts]


def _parts(above: str, below: str, is_first: bool) -> bool:
    if above.endswith(("  ", "\\")):  # a break was typed
        return False
    if _NUMBERED.match(margin_off(below)):
        return (
            ends_sentence(above)
            or above.rstrip().endswith((":", ";"))
            or bool(_NUMBERED.match(margin_off(above)))
        )
    if not (ends_sentence(above) and begins_capital(below)):
        return False
    if width(below) >= INDENT:
        return True
    whole = is_first and begins_capital(above) and len(above.split()) >= WORDS
    return whole and (
        (ends_sentence(below) and len(below.split()) >= WORDS) or len(below.split()) >= LONG
    )


def _at_margin(part: list[Line], telling: Telling) -> list[Line]:
    first = part[0]
    stands = width(first.text)
    if stands >= INDENT or (first.text and first.text[0] in BLANKS[2:]):
        if stands >= INDENT:
            telling.tell("indent", first.source)
        return [first.with_text(margin_off(first.text)), *part[1:]]
    return part


def guarded(text: str, is_first: bool, in_list: bool) -> str:
    """Return a line of a paragraph so that the converter takes it for nothing else."""
    if (is_first or in_list) and (found := _ITEM.match(text)):
        if found[1] is not None:
            return f"{found[1]}\\{text[found.end(1) :]}"
        return f"{found[3]}\\{text[found.end(3) :]}"
    if not is_first and (found := _UNDERLINE.match(text)):
        sign = "\\-" if found["mark"] == "-" else "&#61;"
        return f"{text[: found.start('mark')]}{sign}{text[found.end('mark') :]}"
    if found := _BLOCK.match(text):
        if found[2] == "#" and found[1]:
            return text
        return f"{found[1]}\\{text[found.end(1) :]}"
    return text
