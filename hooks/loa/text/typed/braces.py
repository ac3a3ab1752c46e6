"""Curly brackets: an attribute list such as ``{: .note }``, or words that were put in them."""

import re

_ATTRIBUTE = r"(?:[#.][^\s{}#.=\"']+|[\w:-]+=(?:\"[^\"\n{}]*\"|'[^'\n{}]*'|[^\s{}\"']+))"
_ATTRIBUTES = re.compile(rf"\{{:?[ ]*(?:{_ATTRIBUTE}[ ]*){{1,20}}\}}")


def attributes(text: str, place: int) -> int | None:
    """Return the place behind the attribute list that stands there."""
    found = _ATTRIBUTES.match(text, place, min(len(text), place + 1000))
    return found.end() if found else None


def is_eaten(text: str, place: int) -> bool:
    """Say whether the converter would take words in curly brackets for attributes."""
    before = text[place - 1 : place]
    if place and before not in ")]*_`>\n ":
        return False
    line_end = text.find("\n", place)
    line_end = len(text) if line_end < 0 else line_end
    closing = text.find("}", place, min(line_end, place + 1000))
    if closing < 0:
        return False
    # Behind blanks only at the end of the line: of a heading, or of the last line of a paragraph.
    return before not in ("", " ", "\n") or not text[closing + 1 : line_end].strip()
