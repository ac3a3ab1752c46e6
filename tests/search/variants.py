"""How residents type the same words: every variant of a query is made here, none by hand.

Each variant is a function of the query's text and its id; the id settles every choice, so that
the same query always gives the same variants. ``None`` means that the variant does not apply.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping

from loa.text.vietnamese import fold

Variant = Callable[[str, str], str | None]

_WORD = re.compile(r"[^\W\d_]+")
_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def make_variants(text: str, id: str, *, bare_is_clear: bool = True) -> dict[str, str]:
    """Return every variant of a query that differs from its exact text, by name.

    Args:
        text: the query with all its marks, in NFC.
        id: settles what is chosen by chance.
        bare_is_clear: whether the words still mean one thing without their marks; "bò" does not.
    """
    made = {"exact": text}
    for name, variant in VARIANTS.items():
        if not bare_is_clear and name in _BARE:
            continue
        typed = variant(text, id)
        if typed is not None and typed != text:
            made[name] = typed
    return made


def without_marks(text: str, id: str) -> str | None:
    """Type without any mark, as most people do on a phone: "thoat ngheo"."""
    typed = fold(text)
    return typed if typed != text.lower() else None


def plain_d(text: str, id: str) -> str | None:
    """Leave only the bar of đ out: "điện" becomes "diện"."""
    return text.replace("đ", "d").replace("Đ", "D")


def decomposed(text: str, id: str) -> str | None:
    """Send letters and marks apart, as some phones and PDF files do (NFD)."""
    return unicodedata.normalize("NFD", text)


# --- tone placement ------------------------------------------------------------------------------

# In an open syllable the tone of oa, oe, uy stands on the first letter or on the second.
_OPEN = re.compile(
    rf"(?<![qQ])([oOuU])([{''.join(_TONES)}]?)([aeyAEY])([{''.join(_TONES)}]?)(?!\w)"
)
_OPEN_PAIRS = ("oa", "oe", "uy")


def other_tone_place(text: str, id: str) -> str | None:
    """Put tones where the other school puts them: "hòa" and "hoà", "ủy ban" and "uỷ ban"."""

    def moved(found: re.Match[str]) -> str:
        first, before, second, after = found.groups()
        if (first + second).lower() not in _OPEN_PAIRS:
            return found[0]
        return first + after + second + before

    # Apart, a tone is a character of its own, which can be moved.
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _OPEN.sub(moved, apart))


# --- keys of an input method left in the text -----------------------------------------------------

_TELEX_TONES = dict(zip(_TONES, "fsxrj", strict=True))
_VNI_TONES = dict(zip(_TONES, "21435", strict=True))
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI_MARKS = {_CIRCUMFLEX: "6", _HORN: "7", _BREVE: "8"}


def telex_left_in(text: str, id: str) -> str | None:
    """Type Telex with the input method off: "thoats ngheof", "dduowcj"."""
    return _WORD.sub(lambda word: _keys(word[0], _telex_mark, "d", _TELEX_TONES), text)


def vni_left_in(text: str, id: str) -> str | None:
    """Type VNI with the input method off: "thoat1 ngheo2", "d9uo7c5"."""
    return _WORD.sub(lambda word: _keys(word[0], _vni_mark, "9", _VNI_TONES), text)


def _keys(word: str, mark: Callable[[str, str], str], bar: str, tones: Mapping[str, str]) -> str:
    """Return the keys of one syllable: marks after their letter, the tone at the end."""
    typed, tone = "", ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in tones:
            tone = tones[letter]
        elif letter in "đĐ":
            typed += ("d" if letter == "đ" else "D") + bar
        elif letter in _VNI_MARKS:
            typed += mark(letter, typed[-1])
        else:
            typed += letter
    # One key bends both letters of ươ.
    typed = re.sub(r"(?i)(u)[w7](o)([w7])", r"\1\2\3", typed)
    return typed + tone


def _telex_mark(mark: str, letter: str) -> str:
    return letter.lower() if mark == _CIRCUMFLEX else "w"


def _vni_mark(mark: str, letter: str) -> str:
    return _VNI_MARKS[mark]


# --- slips and unfinished words -------------------------------------------------------------------

LONG_ENOUGH = 5  # letters; one slip in a shorter word mostly makes another real word
_NEIGHBOURS = {
    "a": "qs", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "g": "fh", "h": "gj", "i": "uo",
    "k": "jl", "l": "ko", "m": "nk", "n": "bm", "o": "ip", "p": "ol", "q": "wa", "r": "et",
    "s": "ad", "t": "ry", "u": "yi", "v": "cb", "x": "zc", "y": "tu",
}  # fmt: skip


def one_slip(text: str, id: str) -> str | None:
    """Make one slip in a long enough word, typed without marks: "thoat nghoe"."""
    typed = fold(text)
    words = [
        word
        for word, written in zip(_WORD.finditer(typed), _WORD.finditer(text), strict=True)
        if len(word[0]) >= LONG_ENOUGH and not written[0].isupper()
    ]
    if not words:
        return None
    word = words[_chance(id, "word", len(words))]
    return typed[: word.start()] + _slipped(word[0], id) + typed[word.end() :]


def _slipped(word: str, id: str) -> str:
    # The first letter is seldom the wrong one.
    at = 1 + _chance(id, "place", len(word) - 2)
    kind = _chance(id, "slip", 4)
    if kind == 0 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    beside = _NEIGHBOURS.get(word[at], "x")
    return word[:at] + beside[_chance(id, "key", len(beside))] + word[at + 1 :]


def unfinished(text: str, id: str) -> str | None:
    """Stop one or two letters before the end, typed without marks: "thoat ngh"."""
    last = text.split()[-1]
    if not last.isalpha() or last.isupper() or len(last) < 3:
        return None
    left_out = min(1 + _chance(id, "left out", 2), len(last) - 2)
    return fold(text)[:-left_out]


# --- numbers --------------------------------------------------------------------------------------


def loose_numbers(text: str, id: str) -> str | None:
    """Type numbers with spaces for their signs: "84/KH-UBND" becomes "84 kh ubnd"."""
    words = [_loose(word) if re.search(r"\d", word) else word for word in text.split()]
    typed = " ".join(words)
    return typed if typed.lower() != text.lower() else None


def _loose(word: str) -> str:
    return " ".join(re.findall(r"\w+", fold(word)))


# --- all of them ----------------------------------------------------------------------------------

VARIANTS: Mapping[str, Variant] = {
    "nodia": without_marks,
    "dfold": plain_d,
    "nfd": decomposed,
    "tone": other_tone_place,
    "typo": one_slip,
    "telex": telex_left_in,
    "vni": vni_left_in,
    "partial": unfinished,
    "numloose": loose_numbers,
}
NAMES = ("exact", *VARIANTS)
# What takes marks away for good; where only the marks tell two words apart, nothing is left to ask.
_BARE = ("nodia", "dfold", "typo", "partial")


def _chance(id: str, what: str, sides: int) -> int:
    """Return a number below ``sides`` that follows from the id alone."""
    digest = hashlib.sha256(f"{id}/{what}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % sides
