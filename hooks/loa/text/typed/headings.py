"""Lines with ``#`` in front or ``---`` below: a heading, a hashtag, a rule, or just text."""

import re

from loa.text.typed.lines import BLANKS, Line, margin_off, width
from loa.text.typed.paragraphs import ends_sentence
from loa.text.typed.telling import Telling

_ATX = re.compile(rf"(?P<marks>#{{1,6}})(?:(?P<gap>[{BLANKS}]+)(?P<words>.*)|)$")
_GLUED = re.compile(r"(?P<marks>#{1,6})(?P<words>[^\W\d_].*)$")
_UNDERLINE = re.compile(r" {0,3}(?P<mark>=|-)(?P=mark)*[ \t]*$")
# A heading that was meant has no more letters.
LONGEST = 90
SHORTEST_RULE = 3


def heading(line: Line, telling: Telling, is_alone: bool) -> Line | None:
    """Return the heading that a line is, as it goes out; None for text.

    Args:
        line: any line of text.
        telling: collects what the writer should see.
        is_alone: whether no text stands right above it.
    """
    bare = margin_off(line.text)
    if not bare.startswith("#") or width(line.text) >= len("    "):
        return None
    if found := _ATX.match(bare):
        words = (found["words"] or "").strip(BLANKS)
        if not words.strip("# "):
            return line.with_text(bare) if len(words) == 0 else None
        return _written(line, found["marks"], words, found["gap"], telling)
    if is_alone and (found := _GLUED.match(bare)) and _is_meant(found["marks"], found["words"]):
        now = f"{'#' * max(2, len(found['marks']))} {found['words'].strip(BLANKS)}"
        telling.tell("glued heading", line.source, now)
        return line.with_text(now)
    return None


def _written(line: Line, marks: str, words: str, gap: str | None, telling: Telling) -> Line:
    if len(marks) == 1:
        now = f"## {words}"
        telling.tell("first heading", line.source, now)
        return line.with_text(now)
    if line.text.startswith("#") and gap and not gap.strip(" \t"):
        return line
    return line.with_text(f"{marks} {words}")


def _is_meant(marks: str, words: str) -> bool:
    """Say whether «#Điều kiện vay» is a heading; «#chungtay #dakdoa» are words for Facebook."""
    if "#" in words.rstrip("# ") or len(words) > LONGEST or ends_sentence(words):
        return False
    return len(marks) > 1 or (words[0].isupper() and " " in words.strip())


def underline(text: str) -> str | None:
    """Return ``=`` or ``-`` for a line that would make a heading of the text above it."""
    found = _UNDERLINE.match(text)
    return found["mark"] if found else None


def underlined(
    words: list[Line], below: Line, telling: Telling, in_list: bool
) -> list[Line] | None:
    """Return a paragraph with a line of dashes right under it; None where the line is just text.

    Args:
        words: the paragraph.
        below: the line under it.
        telling: collects what the writer should see.
        in_list: whether it is in a list, where the converter knows no such headings.
    """
    mark = below.text.strip()
    if len(mark) < SHORTEST_RULE:
        return None
    last = words[-1].text.strip(BLANKS)
    if len(words) == 1 and len(last) <= LONGEST and last[-1] not in ".!?…:;,":
        now = f"## {last}"
        telling.tell("underlined heading", words[0].source, now)
        if mark[0] == "-" and not in_list:
            return [words[0].with_text(margin_off(words[0].text)), below]
        return [words[0].with_text(now)]
    telling.tell("rule under text", below.source)
    rule = below.with_text(below.text.replace("=", "-"))
    return [*words, Line("", below.source), rule]
