"""Letters that nobody meant to type, mended where a file is read: one spelling inside.

An eth for Đ, full-width and mathematical letters, ligatures, Word's own hyphens, blanks and
bullets, marks that no screen shows. Whatever a phone draws as it was meant stays as it is: m²,
arrows, ticks, emoji. No line is added or lost, so that messages name the right one.
"""

import re
import unicodedata
from collections.abc import Iterable

from loa.text.letters.emoji import EMOJI_BASE

# What Word, Zalo, web pages and phones leave between letters without showing it: soft hyphen,
# zero-width blanks, joiners, marks of direction, fillers, the mark of byte order.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb"
)
_HARD_BLANKS = "\u2007\u2009\u202f"  # they hold a number together: "100 000"
_BLANKS = "\u1680\u2000-\u2006\u2008\u200a\u205f\u3000\u2800"
_LINE_MARKS = "\x0b\x0c\x85\u2028\u2029"  # no editor counts them as lines
# Each is a letter or sign in another dress, and NFKC (Unicode Standard Annex 15) undresses it.
_DRESSED = (
    "\u2102\u2103\u2107\u2109-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2134"
    "\u2145-\u2149\u2160-\u217f\u2474-\u249b\u249c-\u24b5\u24b6-\u24e9\u3371-\u33df"
    "\ufb00-\ufb06\uff01-\uff5e\uffe0-\uffe3\uffe5\U0001d400-\U0001d7ff\U0001f100-\U0001f10a"
    "\U0001f110-\U0001f129\U0001f130-\U0001f149"
)

# Letters of old keyboards and of "nice fonts" on phones that no standard undresses.
_BY_HAND = {
    "ÐƉ": "Đ", "ðɖ": "đ", "ʼ": "’", "‐‑": "-", "‒": "–", "―": "—", "˗": "-", "\u2215": "/",
    # Windows-1252 read as Latin-1
    "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "\x95": "•", "\x96": "–", "\x97": "—",
    # The private letters of Word's Symbol and Wingdings, as its lists use them
    "\uf0b7\uf06c\uf09f": "•", "\uf0a7\uf06e": "▪", "\uf0d8\uf076\uf0d6": "➢",
    "\uf0fc": "✓", "\uf0fe": "☑", "\uf0a8\uf071\uf072\uf06f": "☐", "\uf0fb": "✗", "\uf0fd": "☒",
    "\uf0e0\uf0ae\uf0e8\uf0f0": "→", "\uf0df\uf0ac": "←", "\uf0de": "⇒", "\uf02d": "-",
    "\uf0b0": "°", "\uf0b3": "≥", "\uf0a3": "≤", "\uf0b1": "±", "\uf0b4": "×", "\uf0ab": "★",
    "\uf028": "☎", "\uf029": "✆", "\uf02a": "✉", "\uf04a": "☺", "\uf020": " ",
}  # fmt: skip
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPQRSTUVWYZ", strict=True))
# Letters in dark circles and squares; A, B, O and P of the squares are emoji and read as well.
_DARK = {
    chr(first + place): chr(ord("A") + place) for first in (0x1F150, 0x1F170) for place in range(26)
}


def _members(ranges: str) -> Iterable[str]:
    for found in re.finditer("(.)-(.)|(.)", ranges, re.DOTALL):
        if found[3]:
            yield found[3]
        else:
            yield from map(chr, range(ord(found[1]), ord(found[2]) + 1))


def _undressed(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter)
    # A square metre stays one: "㎡" is "m²", never "m2".
    return re.sub("(?<=m)[23]$", lambda found: "²³"[found[0] == "3"], plain)


def _table() -> dict[int, str]:
    table = {letter: _undressed(letter) for letter in _members(_DRESSED)}
    table |= _SMALL_CAPITALS | _DARK
    table |= {letter: said for letters, said in _BY_HAND.items() for letter in letters}
    table |= dict.fromkeys(_members(_INVISIBLE), "")
    table |= dict.fromkeys(_HARD_BLANKS, "\u00a0")
    table |= dict.fromkeys((*_members(_BLANKS), *_members(_LINE_MARKS)), " ")
    return {ord(letter): said for letter, said in table.items() if said != letter}


_MENDED = _table()


# A mark that PDF copying tore from its letter: "bô ̣" is "bộ".
_DETACHED_MARK = re.compile(r"(?<=[\w\u0300-\u0323])[ \u00a0](?=[\u0300-\u0309\u031b\u0323])")
_SUSPECT = frozenset(map(chr, _MENDED)) | {
    "\u200d", *map(chr, range(0x0300, 0x030A)), "\u031b", "\u0323",
}  # fmt: skip
# A joiner holds emoji together ("👩‍🌾"); anywhere else it is in the way.
_LOOSE_JOINER = re.compile(f"(?<![{EMOJI_BASE}\ufe0f])\u200d|\u200d(?![{EMOJI_BASE}])")


def mended(text: str) -> str:
    """Return ``text`` in Unicode NFC, every letter the plain one, nothing invisible in it."""
    if text.isascii() and "\x0b" not in text and "\x0c" not in text:
        return text
    # Nearly every text is in order; looking costs a tenth of putting it in order.
    if unicodedata.is_normalized("NFC", text) and _SUSPECT.isdisjoint(set(text)):
        return text
    text = _DETACHED_MARK.sub("", _LOOSE_JOINER.sub("", text.translate(_MENDED)))
    return unicodedata.normalize("NFC", text)
