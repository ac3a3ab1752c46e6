"""Signs that nobody says aloud, before a text is read: emoji, bullets, boxes, stars, arrows."""

import re
import unicodedata

from loa.text.letters.emoji import without_emoji
from loa.text.letters.paper import ONWARD

# What reading tells itself (°) or what stands for words.
_SAID = {
    "°": "°", "№": "số ", "≠": " khác ", "√": " ", "♀": "nữ", "♂": "nam", "↔": ", ", "⇄": ", ",
    "⇔": ", ", "⟷": ", ", "™": "", "®": "", "©": "",
    **dict.fromkeys(ONWARD, "→"),
}  # fmt: skip
_OTHER = re.compile("[^\x00-\x7f\u00a1-\u02ff\u1e00-\u1eff\u2010-\u2027\u20a0-\u20bf]|[®©]")
_SILENT = ("So", "Sk", "Co", "Cn", "Cf", "Cc", "Me")


def for_voice(text: str) -> str:
    """Return ``text`` without signs that are only drawn; arrows are one sign, a pause."""
    return text if text.isascii() else _OTHER.sub(_voiced, without_emoji(text))


def _voiced(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _SAID:
        return _SAID[sign]
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return ""
    is_arrow = "\u2190" <= sign <= "\u21ff"
    return " " if kind in _SILENT or is_arrow else sign
