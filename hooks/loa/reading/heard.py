"""Whether every number of a text is heard when it is read aloud."""

import re
from collections.abc import Iterator, Mapping

from loa.reading import numbers
from loa.reading.text import read_aloud

_NUMBER = re.compile(r"\d+(?:[.,/:-]?\d+)*")
_SENTENCE = re.compile(r"(?:[^.!?…\n]|[.!?…](?!\s))+[.!?…]*")
# A count, an amount, a share, a day, standing by itself.
_USUAL = re.compile(
    r"(?<![^\s(“])(?:\d{1,3}(?:\.\d{3})+|\d{1,9}|\d{1,3}(?:\.\d{3})*,\d+|\d{1,2}/\d{1,2}/\d{4})"
    r"%?(?=[\s.;)”]|,\s|$)"
)
# +84 is said "không".
_PHONE = re.compile(r"\(?\+84\)?(?:[ .\u00a0-]?\d){8,11}")
_DIGIT = re.compile(r"\d")
_PIECE = re.compile(r"\d+")
_WORD = re.compile(r"\w+")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the sentences between two places that hold an unusual number, with their places.

    Usual ones, which the cases of the tests hold, are passed over: reading takes time.
    """
    if not _DIGIT.search(text, start, end):
        return
    for found in _SENTENCE.finditer(text, start, end):
        said = found[0]
        if _DIGIT.search(said) and _DIGIT.search(_USUAL.sub("", _PHONE.sub("", said))):
            yield found.start(), said


def unheard(text: str, readings: Mapping[str, str]) -> list[str]:
    """Return the numbers of a text that no listener hears, as they are written.

    Args:
        text: plain text of one paragraph.
        readings: written → spoken, as in ``data/speech.yml``.
    """
    written = _NUMBER.findall(_PHONE.sub(" ", text))
    if not written:
        return []
    said = f" {' '.join(_WORD.findall(read_aloud(text, readings).text.lower()))} "
    return [number for number in dict.fromkeys(written) if not _is_heard(number, said, readings)]


def _is_heard(number: str, said: str, readings: Mapping[str, str]) -> bool:
    if f" {number} " in said:
        return False  # digits are no words
    if any(_in(told, said) for told in _whole(number, readings)):
        return True
    return all(any(_in(told, said) for told in _ways(piece)) for piece in _PIECE.findall(number))


def _whole(number: str, readings: Mapping[str, str]) -> Iterator[str]:
    yield read_aloud(number, readings).text.lower()
    yield numbers.one_by_one(number)
    digits = re.sub(r"\D", "", number)
    yield numbers.counted(digits)


def _ways(digits: str) -> Iterator[str]:
    """Yield the ways in which a number is said: counted, in order, digit by digit, in pairs."""
    yield numbers.counted(digits)
    yield numbers.one_by_one(digits)
    yield numbers.ordinal(digits)
    yield numbers.fourth(digits)
    bare = digits.lstrip("0")
    if bare:
        yield numbers.counted(bare)


def _in(told: str, said: str) -> bool:
    words = " ".join(_WORD.findall(told))
    return bool(words) and f" {words} " in said
