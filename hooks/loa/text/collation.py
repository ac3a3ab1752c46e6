"""The order of names for people: the Vietnamese alphabet with the letters of Jrai and Bahnar in it.

A Ă Â B Ƀ C Č D Đ E Ĕ Ê G H I Ĭ … O Ŏ Ô Ơ … U Ŭ Ư: letters first, tones only between equals (ngang
huyền hỏi ngã sắc nặng), then capitals. Numbers stand by their value: "Tổ 2" before "Tổ 10".
"""

import re
import unicodedata

# What makes another letter of a letter, in the order in which they follow the plain one.
_SHAPES = {"\u0306": 1, "\u030c": 1, "\u0302": 2, "\u031b": 4}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_BARRED = {"đ": "d\u0335", "ƀ": "b\u0335"}
_BARRED_SHAPE = 1
_PARTED = re.compile(r"[^\w\u0300-\u036f'’]+|_+")
_NUMBER = re.compile(r"\d+")
_LONGEST_NUMBER = 12


def sort_key(text: str) -> tuple[str, str, str]:
    """Return a key that sorts names as a list of people or places is read."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    for letter, apart in _BARRED.items():
        lowered = lowered.replace(letter, apart)
    apart = unicodedata.normalize("NFD", _PARTED.sub(" ", lowered).strip())
    apart = _NUMBER.sub(lambda found: found[0].zfill(_LONGEST_NUMBER), apart)
    letters: list[str] = []
    shapes: list[int] = []
    tones: list[str] = []
    for sign in apart:
        if sign == "\u0335":
            shapes[-1:] = [_BARRED_SHAPE]
        elif sign == "\u0303" and letters and letters[-1] == "n":
            shapes[-1] += 1  # ñ is a letter of Jrai, no n with a tone
        elif sign in _SHAPES and shapes:
            shapes[-1] += _SHAPES[sign]
        elif sign in _TONES and tones:
            tones[-1] = str(_TONES[sign])
        elif not unicodedata.combining(sign) and sign not in "'’":
            letters.append(sign)
            shapes.append(0)
            tones.append("0")
    first = "".join(f"{letter}{shape}" for letter, shape in zip(letters, shapes, strict=True))
    return first, "".join(tones), text.swapcase()
