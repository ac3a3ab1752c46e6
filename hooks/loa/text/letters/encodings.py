"""Codes of Vietnamese before Unicode, and what a text becomes that was read in the wrong one.

The tables are those of TCVN 5712:1993 (.VnTime and its family) and of VNI Windows, as letters of
Windows-1252 show them; a Word importer may use them as well.
"""

import re
import unicodedata
from collections.abc import Mapping

_TCVN3 = (
    ("àảãáạ", "µ¶·¸¹"), ("ăằẳẵắặ", "¨»¼½¾Æ"), ("âầẩẫấậ", "©ÇÈÉÊË"), ("èẻẽéẹ", "ÌÎÏÐÑ"),
    ("êềểễếệ", "ªÒÓÔÕÖ"), ("ìỉĩíị", "×ØÜÝÞ"), ("òỏõóọ", "ßáâãä"), ("ôồổỗốộ", "«åæçèé"),
    ("ơờởỡớợ", "¬êëìíî"), ("ùủũúụ", "ïñòóô"), ("ưừửữứự", "\u00adõö÷øù"), ("ỳỷỹýỵ", "úûüýþ"),
    ("đĐĂÂÊÔƠƯ", "®§¡¢£¤¥¦"),
)  # fmt: skip
TCVN3: Mapping[str, str] = {
    shown: meant for letters, signs in _TCVN3 for meant, shown in zip(letters, signs, strict=True)
}

_VNI_MARKS = {
    "aeouy": "ùøûõï",
    "ôö": "ùøûõï",
}
_VNI_OF_MARKS = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_CIRCUMFLEX = dict(zip("âáàåãä", ["", *"\u0301\u0300\u0309\u0303\u0323"], strict=True))
_VNI_BREVE = dict(zip("êéèúüë", ["", *"\u0301\u0300\u0309\u0303\u0323"], strict=True))
_VNI_ALONE = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = dict(_VNI_ALONE)
    for letters, marks in _VNI_MARKS.items():
        for letter in letters:
            for mark in marks:
                base = _VNI_ALONE.get(letter, letter)
                table[letter + mark] = base + _VNI_OF_MARKS[mark]
    for letter in "aeo":
        for mark, tone in _VNI_CIRCUMFLEX.items():
            table[letter + mark] = letter + "\u0302" + tone
    for mark, tone in _VNI_BREVE.items():
        table["a" + mark] = "a\u0306" + tone
    table = {shown: unicodedata.normalize("NFC", meant) for shown, meant in table.items()}
    capitals = {shown.upper(): meant.upper() for shown, meant in table.items()}
    mixed = {
        shown[0].upper() + shown[1]: meant.upper() for shown, meant in table.items() if shown[1:]
    }
    return {**mixed, **capitals, **table}


VNI: Mapping[str, str] = _vni_table()
_VNI_PARTS = re.compile("|".join(map(re.escape, sorted(VNI, key=len, reverse=True))))
# The codes in which a program may have read what was UTF-8: of Western and of Vietnamese Windows,
# of the Mac, of DOS.
MISREAD_AS = ("cp1252", "cp1258", "mac_roman", "cp437", "cp850")


def from_tcvn3(text: str) -> str:
    """Return a text of a .Vn font in Unicode; a word of a capital font (.VnTimeH) in capitals."""
    return "".join(TCVN3.get(letter, letter) for letter in text)


def from_vni(text: str) -> str:
    """Return a text of a VNI font in Unicode."""
    return _VNI_PARTS.sub(lambda found: VNI[found[0]], text)


def from_misread(text: str, code: str) -> str:
    """Return a text whose UTF-8 was read as ``code``; what was not misread stays as it is."""
    return MISREAD[code].sub(lambda found: _as_utf_8(found[0], code), text)


def _as_utf_8(letters: str, code: str) -> str:
    try:
        return bytes(_BYTES[code][letter] for letter in letters).decode()
    except UnicodeDecodeError:
        return letters


def _bytes_of(code: str) -> dict[str, int]:
    """Return the byte of each letter; those that a code does not know are read as Latin-1."""
    known = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(code, "ignore")
        if letter:
            known[letter] = byte
    return known


def _letters(code: str, first: int, last: int) -> frozenset[str]:
    return frozenset(one for one, byte in _BYTES[code].items() if first <= byte <= last)


def _misread_in(code: str) -> re.Pattern[str]:
    """Return the shape of one letter of UTF-8 in Vietnamese text, as ``code`` shows its bytes."""

    def any_of(first: int, last: int) -> str:
        return f"[{''.join(map(re.escape, sorted(_letters(code, first, last))))}]"

    tail = any_of(0x80, 0xBF)
    wide = any_of(0xE1, 0xE2)
    return re.compile(
        f"{any_of(0xC2, 0xC6)}{tail}|{wide}{tail}{tail}|{any_of(0xF0, 0xF0)}{tail}{{3}}"
    )


def misread_shapes(text: str) -> bool:
    """Say whether a text holds a letter of UTF-8 as another code shows it."""
    letters = set(text)
    return any(
        not (leads.isdisjoint(letters) or tails.isdisjoint(letters)) and MISREAD[code].search(text)
        for code, (leads, tails) in _ENDS.items()
    )


_BYTES = {code: _bytes_of(code) for code in MISREAD_AS}
MISREAD: Mapping[str, re.Pattern[str]] = {code: _misread_in(code) for code in MISREAD_AS}
# Most codes are ruled out by the letters of a text, whatever their order.
_ENDS = {
    code: (
        _letters(code, 0xC2, 0xC6) | _letters(code, 0xE1, 0xE2) | _letters(code, 0xF0, 0xF0),
        _letters(code, 0x80, 0xBF),
    )
    for code in MISREAD_AS
}
