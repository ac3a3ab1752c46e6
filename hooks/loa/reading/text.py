"""Any text → the same text as it is to be spoken, and what a person should look at first."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from loa.reading.doubts import Reader, Unsure
from loa.reading.patterns import shapes
from loa.reading.tellers import TELLERS
from loa.text.vietnamese import capitalise, normalise

_EDGE = "\x01"  # where words meet text, until it is known whether a space belongs there
_SIGNS = ("sign", "slash", "dash", "silent", "tie", "times_sign")


@dataclass(frozen=True)
class Spoken:
    """A text in spoken words; ``unsure`` is for the officer and is never read out."""

    text: str
    unsure: tuple[Unsure, ...] = ()


def read_aloud(text: str, readings: Mapping[str, str]) -> Spoken:
    """Return ``text`` in spoken words.

    Args:
        text: plain text, line by line; Markdown and HTML are not known here.
        readings: written → spoken, as in ``data/speech.yml``; capitals matter.
    """
    return _spoken(text, tuple(readings.items()))


@lru_cache(maxsize=2048)  # titles, summaries, key facts, greetings come again in every format
def _spoken(text: str, readings: tuple[tuple[str, str], ...]) -> Spoken:
    known, pattern = _known(readings)
    reader = Reader(known)
    said = "".join(_pieces(_plain_signs(normalise(text)).replace(_EDGE, " "), pattern, reader))
    return Spoken(_tidy(said), tuple(reader.unsure))


@lru_cache(maxsize=8)
def _known(readings: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the town's own readings with plain signs, and the shapes that they add to."""
    known = {_plain_signs(written): spoken for written, spoken in readings}
    return known, shapes(known)


# Neither ASCII nor a letter of the Latin blocks, none of which is a number or a space.
_OTHER_SIGN = re.compile("[^\x00-\x7f\u00c0-\u024f\u1e00-\u1eff]")


def _plain_signs(text: str) -> str:
    """Return text whose digits are all 0 to 9: "m²" is "m2", "½" is "1/2"."""
    return text if text.isascii() else _OTHER_SIGN.sub(_plain_sign, text)


def _plain_sign(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in "\u00a0\u202f\u2009\u2007":
        return "\u00a0"
    return _numeric(sign) if sign.isnumeric() else sign


def _numeric(sign: str) -> str:
    if sign.isdigit():
        return str(unicodedata.digit(sign))
    plain = unicodedata.normalize("NFKC", sign).replace("\u2044", "/")
    return f" {plain}" if "/" in plain else plain


def _pieces(text: str, pattern: re.Pattern[str], reader: Reader) -> Iterator[str]:
    end = 0
    for found in pattern.finditer(text):
        yield text[end : found.start()]
        yield _piece(found, text, reader)
        end = found.end()
    yield text[end:]


def _piece(found: re.Match[str], text: str, reader: Reader) -> str:
    shape = next(name for name in TELLERS if found[name] is not None)
    start, end = found.span()
    before, after = text[max(0, start - 160) : start], text[end : end + 80]
    said = TELLERS[shape](reader, found[0], before, after)
    if said is None or shape in _SIGNS:
        return found[0] if said is None else said
    return f"{_EDGE}{_as_sentence(said, before, text, end)}{_EDGE}"


_SENTENCE_BEGINS = re.compile(r"[.!?…]\s+[\s“\"«(*_]*(?:[-–]\s)?$")
_SENTENCE_ENDS = re.compile(r"[^\n]*[.!?…][\s”\"»)]*(?:\n|$)")
_LINE_BEGINS = re.compile(r"(?:^|\n)[\s“\"«(*_]*(?:[-–]\s)?$")


def _as_sentence(said: str, before: str, text: str, end: int) -> str:
    """Return words with a capital where they begin a sentence; a mere phrase gets none."""
    begins = _SENTENCE_BEGINS.search(before)
    if not begins and _LINE_BEGINS.search(before):
        begins = _SENTENCE_ENDS.match(text, end)
    return capitalise(said) if begins else said


_WORD_EDGE = re.compile(f"{_EDGE}(?=[^\\W_])|(?<=[^\\W_]){_EDGE}")
_TIDIED = tuple(
    (re.compile(mistake), right)
    for mistake, right in (
        (r"\s+([,.;:!?…])", r"\1"),
        (r",(?:\s*,)+", ","),
        (r",\s*([.;:!?…])", r"\1"),
        (r"([.;:!?])\s*,", r"\1"),
        (r"^[,;:]\s*", ""),
    )
)


def _tidy(text: str) -> str:
    """Return text with one space between words and one sign at each pause."""
    text = _WORD_EDGE.sub(" ", text).replace(_EDGE, "")
    return "\n".join(map(_tidy_line, text.split("\n")))


def _tidy_line(line: str) -> str:
    line = " ".join(line.split())
    for mistake, right in _TIDIED:
        line = mistake.sub(right, line)
    return line.strip().removesuffix(",")
