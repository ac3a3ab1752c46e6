"""What stands at the front of a list item: ``-``, ``•``, ``1)``, and all that Word puts there."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from loa.text.typed.lines import BLANKS, RULE, Line, margin_off, width


class Kind(Enum):
    """What a list counts with."""

    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"


@dataclass(frozen=True)
class Marker:
    """The front of an item.

    Attributes:
        kind: what its list counts with.
        sign: the bullet, or the sign behind a number, as typed.
        number: the number, or that of the letter.
        written: the marker as the converter reads it, blanks behind it included.
        rest: the words of the item.
        indent: how far in the item stands.
        is_sure: whether it is one even without another beside it.
        is_glued: whether no blank was typed behind it.
    """

    kind: Kind
    sign: str
    number: int
    written: str
    rest: str
    indent: int
    is_sure: bool = True
    is_glued: bool = False


_BLANK = f"[{BLANKS}]"
_PLAIN = re.compile(r"(?P<sign>[-*+])(?:(?P<gap>[ \t]+)(?P<rest>.*)|)$")
_BULLETS = "–—‒―‐‑•‣⁃∙●○◦▪▫■□◆◇❖➢➤►▶★☆·⦁⁌◘➔➜"
_ODD = re.compile(rf"(?P<sign>[-*+{_BULLETS}\ue000-\uf8ff]){_BLANK}*(?P<rest>.*)$")
# Word's symbols as letters of another alphabet: o for ○, § for ▪, ü for ✓, Ø for ➢, v for ❖.
_LETTERS = re.compile(rf"(?P<sign>[o§üØvq¨])(?P<gap>{_BLANK}+)(?P<rest>\S.*)$")
_NUMBER = re.compile(
    rf"(?P<number>\d{{1,9}})(?P<sign>[.)/–-])(?:(?P<gap>{_BLANK}+)(?P<rest>.*)|(?P<glued>[^\W\d_].*)|)$"
)
_LETTER = re.compile(rf"(?P<letter>[a-zđ])(?P<sign>[.)])(?P<gap>{_BLANK}+)(?P<rest>\S.*)$")
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_DASHES = "-–—‒―‐‑"
# A number with so many digits is a year or a code.
MOST_DIGITS = 3


def marker(text: str) -> Marker | None:
    """Return what may be the front of an item; whether it is one, its neighbours say."""
    bare = margin_off(text)
    if not bare or (bare[0] in "-*" and RULE.match(bare)):
        return None
    first, indent = bare[0], width(text)
    if first in "-*+" and (found := _PLAIN.match(bare)):
        gap, rest = found["gap"] or "", found["rest"] or ""
        return Marker(Kind.BULLET, first, 0, first + (gap or " "), rest, indent)
    if first.isdigit():
        return _numbered(bare, indent)
    if first in "-*+" or first in _BULLETS or "\ue000" <= first <= "\uf8ff":
        return _bullet(bare, indent)
    if len(bare) > 1 and (bare[1] in ".)") and (found := _LETTER.match(bare)):
        number = _ALPHABET.find(found["letter"]) + 1
        written = f"- {found['letter']}{found['sign']} "
        return Marker(Kind.LETTER, found["sign"], number, written, found["rest"], indent, False)
    if found := _LETTERS.match(bare):
        sure = found["gap"] != " "
        return Marker(Kind.BULLET, first, 0, "- ", found["rest"], indent, sure)
    return _symbol(bare, indent)


def _bullet(bare: str, indent: int) -> Marker | None:
    found = _ODD.match(bare)
    if not found or not found["rest"]:
        return None
    sign, rest = found["sign"], found["rest"]
    glued = len(bare) - len(rest) == 1
    if sign in "-*+" or sign in _DASHES:
        if glued and not (rest[0].isalpha() or rest[0] in "“\"«(['" or _is_count(rest)):
            return None
        # «-oOo-», «*nghiêng*», «--» are no items.
        if glued and (rest.rstrip()[-1] in "-–—" or (sign == "*" and "*" in rest)):
            return None
        sure = not glued and sign != "*"
        return Marker(Kind.BULLET, sign, 0, f"{_drawn(sign)} ", rest, indent, sure, glued)
    return Marker(Kind.BULLET, sign, 0, "- ", rest, indent, True, glued)


def _is_count(rest: str) -> bool:
    """Say whether «-01 đơn», «-02 ảnh» is meant, and no number below zero."""
    return bool(re.match(r"0\d [^\W\d]", rest))


def _drawn(sign: str) -> str:
    return sign if sign in "-*+" else "-"


def _numbered(bare: str, indent: int) -> Marker | None:
    found = _NUMBER.match(bare)
    if not found or not found["number"].isascii():
        return None
    gap, glued = found["gap"], found["glued"]
    if found["sign"] == "/" and not gap:
        return None
    if found["sign"] in _DASHES and (found["rest"] or "")[:1].isdigit():
        return None  # «17- 18 tháng 10» are days
    blanks = gap if gap and not gap.strip(" ") else " "
    return Marker(
        Kind.NUMBER,
        found["sign"],
        int(found["number"]),
        f"{found['number']}.{blanks}",
        glued or found["rest"] or "",
        indent,
        is_sure=not glued and found["sign"] in ".)" and len(found["number"]) <= MOST_DIGITS,
        is_glued=bool(glued),
    )


def _symbol(bare: str, indent: int) -> Marker | None:
    """Return the marker of a line that begins with a tick or an emoji; the sign stays in it."""
    if bare[0].isascii() or unicodedata.category(bare[0]) not in ("So", "Sm"):
        return None
    rest = bare[1:].lstrip("\ufe0f\u20e3")
    if not rest.strip(BLANKS):
        return None
    return Marker(Kind.BULLET, bare[0], 0, "- ", bare, indent, False)


def is_item(
    found: Marker,
    lines: list[Line],
    place: int,
    above: Marker | None,
    last_number: int = 0,
    is_start: bool = False,
) -> bool:
    """Say whether a marker begins an item, by what stands beside it.

    Args:
        found: the marker at ``place``.
        lines: of the container.
        place: where it stands.
        above: the marker of the item above, inside a list.
        last_number: of the list before, which may go on here.
        is_start: whether no text stands right above.
    """
    if above is not None:
        return _follows(found, above)
    if found.kind is Kind.BULLET and found.is_sure:
        return True
    following = _next(lines, place, found)
    if found.kind is Kind.BULLET:
        if found.is_glued and following is None and found.sign != "*":
            return is_start or lines[place - 1].text.rstrip().endswith(":")
        if found.is_glued and found.sign != "*":
            return following is not None and following.kind is Kind.BULLET
        return (
            following is not None
            and following.sign == found.sign
            and (found.sign != "*" or following.is_glued)
        )
    if found.kind is Kind.LETTER:
        return following is not None and _follows(following, found)
    if following is not None and following.number == found.number + 1:
        return following.sign == found.sign and len(str(found.number)) <= MOST_DIGITS
    if not found.is_sure:
        return False
    return found.number in (0, 1, last_number + 1) or _has_inner(lines, place, found)


def _has_inner(lines: list[Line], place: int, found: Marker) -> bool:
    """Say whether a list stands right below and further in."""
    if place + 1 >= len(lines) or width(lines[place + 1].text) < found.indent + 2:
        return False
    below = marker(lines[place + 1].text)
    return below is not None and below.is_sure and below.kind is Kind.BULLET


def _follows(found: Marker, above: Marker) -> bool:
    if found.kind is not above.kind:
        return found.kind is Kind.BULLET and found.is_sure
    if found.kind is Kind.BULLET:
        return found.is_sure or found.sign == above.sign or (found.is_glued and found.sign != "*")
    if found.kind is Kind.NUMBER:
        return found.is_sure or found.number == above.number + 1
    return found.number in (above.number + 1, above.number + 2) and found.sign == above.sign


# How far down the next item of a list is looked for.
FAR = 40


def _next(lines: list[Line], place: int, like: Marker) -> Marker | None:
    """Return the next marker of the same kind; bullets only right below."""
    for line in lines[place + 1 : place + 1 + FAR]:
        if line.is_blank:
            continue
        found = marker(line.text)
        if found and found.kind is like.kind and width(line.text) <= like.indent + 1:
            return found
        if like.kind is Kind.BULLET:
            return None
    return None
