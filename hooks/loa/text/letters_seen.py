"""Letters as a reader's eye joins them, whatever they are made of.

``０９１２``, ``0̲9̲1̲2̲``, ``𝟬𝟵𝟭𝟮`` and ``09\\u200b12`` are one number to a person; rules that look for
numbers and words have to read what a person reads.
"""

import re
import unicodedata

# Soft hyphens, zero-width letters and marks of direction: nobody sees them.
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
                     "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]")  # fmt: skip
# Lines under, over and through a digit, and the box of a keycap.
_ON_DIGITS = re.compile(r"(?<=\d)[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
# A raised number is one of its own: of "0912345678¹" the last digit is a note.
_RAISED = re.compile("(?<=\\d)(?=[\u00b2\u00b3\u00b9\u2070-\u209c])")
_OTHER_DIGITS = re.compile(r"(?![0-9])\d|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")


def as_seen(text: str) -> str:
    """Return text in its plainest letters, with what nobody sees taken out; lines stay."""
    if text.isascii():
        return text
    text = _RAISED.sub(" ", _UNSEEN.sub("", text))
    text = _OTHER_DIGITS.sub(_digits, text)
    return _ON_DIGITS.sub("", unicodedata.normalize("NFKC", text))


def without_unseen(text: str) -> str:
    """Return text without letters that nobody sees; all others stay as they are."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def _digits(found: re.Match[str]) -> str:
    value = unicodedata.numeric(found[0], None)
    return found[0] if value is None else str(int(value))
