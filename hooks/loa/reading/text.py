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
    known = {_plain_signs(written): spoken for written, spoken in readings.items()}
    reader = Reader(known)
    said = "".join(_pieces(_plain_signs(normalise(text)).replace(_EDGE, " "), reader))
    return Spoken(_tidy(said), tuple(reader.unsure))


@lru_cache(maxsize=8)
def _shapes(written: tuple[str, ...]) -> re.Pattern[str]:
    return shapes(written)


def _plain_signs(text: str) -> str:
    """Return text whose digits are all 0 to 9: "m²" is "m2", "½" is "1/2"."""
    if text.isascii():
        return text
    return "".join(_plain_sign(sign) for sign in text)


def _plain_sign(sign: str) -> str:
    if sign.isascii() or sign.isalpha():
        return sign if sign.isascii() or not sign.isnumeric() else _numeric(sign)
    if sign in "\u00a0\u202f\u2009\u2007":
        return "\u00a0"
    return _numeric(sign) if sign.isnumeric() else sign


def _numeric(sign: str) -> str:
    if sign.isdigit():
        return str(unicodedata.digit(sign))
    plain = unicodedata.normalize("NFKC", sign).replace("\u2044", "/")
    return f" {plain}" if "/" in plain else plain


def _pieces(text: str, reader: Reader) -> Iterator[str]:
    end = 0
    for found in _shapes(tuple(reader.readings)).finditer(text):
        yield text[end : found.start()]
        yield _piece(found, text, reader)
        end = found.end()
    yield text[end:]


def _piece(found: re.Match[str], text: str, reader: Reader) -> str:
    shape = next(name for name in TELLERS if found[name] is not None)
    before, after = text[: found.start()][-160:], text[found.end() :]
    said = TELLERS[shape](reader, found[0], before, after[:80])
    if said is None or shape in _SIGNS:
        return found[0] if said is None else said
    return f"{_EDGE}{_as_sentence(said, before, after)}{_EDGE}"


_SENTENCE_BEGINS = re.compile(r"[.!?…]\s+[\s“\"«(*_]*(?:[-–]\s)?$")
_LINE_BEGINS = re.compile(r"(?:^|\n)[\s“\"«(*_]*(?:[-–]\s)?$")


def _as_sentence(said: str, before: str, after: str) -> str:
    """Return words with a capital where they begin a sentence; a mere phrase gets none."""
    begins = _SENTENCE_BEGINS.search(before)
    if not begins and _LINE_BEGINS.search(before):
        begins = re.match(r"[^\n]*[.!?…][\s”\"»)]*(?:\n|$)", after)
    return capitalise(said) if begins else said


def _tidy(text: str) -> str:
    """Return text with one space between words and one sign at each pause."""
    text = re.sub(f"{_EDGE}(?=[^\\W_])|(?<=[^\\W_]){_EDGE}", " ", text).replace(_EDGE, "")
    return "\n".join(map(_tidy_line, text.split("\n")))


def _tidy_line(line: str) -> str:
    line = " ".join(line.split())
    line = re.sub(r"\s+([,.;:!?…])", r"\1", line)
    line = re.sub(r",(?:\s*,)+", ",", line)
    line = re.sub(r",\s*([.;:!?…])", r"\1", line)
    line = re.sub(r"([.;:!?])\s*,", r"\1", line)
    return re.sub(r"^[,;:]\s*", "", line).strip().removesuffix(",")
