"""Words as search sees them: one spelling, and a folded form for people who type without accents.

``browser/words.js`` holds the same rules; ``tests/search/words.json`` holds both to
the same examples. Change all three together.
"""

import re
import unicodedata

# The mark between K and Dang in K'Dang, as phones and typewriters make it.
_APOSTROPHES = "'’ʼ‘`´"
_LETTER = r"[\w\u0300-\u036f]"
_TOKEN = re.compile(
    # 1.500.000 is one number, and so is 6,24: people type both with and without the marks.
    r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+,\d+|\d+\.\d{1,2}(?![\d.])"
    rf"|{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*"
)
# Words of two sentences are no neighbours.
_SENTENCE_END = re.compile(r"(?<=[.!?…:;])\s+|\n+")
_DROPPED = str.maketrans("", "", _APOSTROPHES)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# hoà, thuỷ and hòa, thủy are one word each; the u of quà belongs to its q.
_OPEN_PAIR = re.compile(rf"(?<!q)([ou])([aeiy])([{_TONES}])$")
_AFTER_QU = re.compile(rf"^qu([{_TONES}])([aeiy])$")
# Kỹ and kĩ, tỷ and tỉ, quý and quí: the same word in both spellings.
_LONG_I = re.compile(rf"^([hklmst])y(?=[{_TONES}]?$)")
_QUI = re.compile(rf"^qui(?=[{_TONES}]?$)")


def sentences(text: str) -> list[list[str]]:
    """Return the words of each sentence, in the one spelling the index keeps."""
    # "_" is no letter of ours, and one class of letters is read twice as fast as two.
    text = unicodedata.normalize("NFC", text).lower().replace("_", "\0")
    parts = _SENTENCE_END.split(text)
    spelling = _forms.__getitem__
    return [words for part in parts if (words := list(map(spelling, _TOKEN.findall(part))))]


def words(text: str) -> list[str]:
    """Return the words of a text in order."""
    return [word for sentence in sentences(text) for word in sentence]


def fold(form: str) -> str:
    """Return a word without any mark, the way people type on phones."""
    return form.translate(_bare)


class _Bare(dict[int, str]):
    """Letters without their marks, as far as they were met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code)).replace("đ", "d").replace("ƀ", "b")
        known = "".join(letter for letter in letters if not unicodedata.combining(letter))
        self[code] = known
        return known


class _Forms(dict[str, str]):
    """The one spelling of each word, as far as it was met."""

    def __missing__(self, found: str) -> str:
        known = self[found] = _spelling(found)
        return known


_bare, _forms = _Bare(), _Forms()


def _spelling(found: str) -> str:
    if found[0].isdigit():
        return _number(found)
    word = unicodedata.normalize("NFD", found.translate(_DROPPED))
    word = _QUI.sub("quy", _AFTER_QU.sub(r"qu\2\1", word))
    word = _OPEN_PAIR.sub(r"\1\3\2", _LONG_I.sub(r"\1i", word))
    return unicodedata.normalize("NFC", word)


def _number(found: str) -> str:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", found):
        found = found.replace(".", "")
    # 07/2021 and 7/2021 are the same decree.
    return found.replace(".", ",").lstrip("0") or "0"
