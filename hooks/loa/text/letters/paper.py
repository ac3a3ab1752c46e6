"""Signs that the printing fonts lack, in signs that they have: for leaflets and share cards."""

import re
import unicodedata
from functools import cache, lru_cache

from loa.text.letters.coverage import drawable
from loa.text.letters.emoji import without_emoji

# What is pasted most, and the nearest sign that Be Vietnam Pro holds.
ONWARD = "→➔➙➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯➱⇒⇨⟶⟹⮕↦▶▷►▸▹"
_SIGNS = {
    ONWARD: "›", "←⇐⇦⟵⟸◀◁◄◂": "‹", "↔⇔⇄⇆⟷⟺↕": "–",
    "✓✔√🗸": "[x]", "☑☒🗹": "[x]", "✗✘❌✕✖╳": "×", "☐□◻▢❏❐❑❒⬜🗆": "[ ]",
    "■▪◾◼●⬛◆♦◈❖✦✧❥○◯◦⚫⚪◇◊∙‣⁃∎▫◽⭘": "•", "★☆✩✪✫✬✭✮✯✰⭐✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❉❊❋※⁎∗": "*",
    "′ʹ‵": "'", "″‶": '"', "‟": "“", "‛": "‘", "〝❝": "“", "〞❞": "”", "⟨〈❮": "‹", "⟩〉❯": "›",
    "【〔〖「『": "[", "】〕〗」』": "]", "、，": ",", "。": ".", "∼～〜": "~", "‖∥": "|", "∣": "|",
    "▬━─═╌┄": "–", "⁓": "~", "Ω": "ôm", "μ": "µ", "≦⩽": "≤", "≧⩾": "≥", "≃≅≒": "≈",
    "℗": "(P)", "℠": "(SM)", "⁄": "/", "♀": "nữ", "♂": "nam", "⌘": "", "¬": "-",
}  # fmt: skip
_LESS = {ord(sign): said for signs, said in _SIGNS.items() for sign in signs}
UNKNOWN = "?"


@lru_cache(maxsize=4096)
def for_paper(text: str) -> str:
    """Return ``text`` in letters that the printing fonts hold; emoji are left out.

    What no sign stands for becomes a question mark, so that nobody takes a word for whole; the
    check has told the writer (``missing_on_paper``).
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_drawn, without_emoji(unicodedata.normalize("NFC", text))))


def missing_on_paper(text: str) -> str:
    """Return each letter of ``text`` once that paper shows as a question mark.

    What is damaged or private is not named: it is told where the file is read.
    """
    if text.isascii() or set(text) <= _held():
        return ""
    letters = dict.fromkeys(without_emoji(text))
    return _DAMAGED.sub("", "".join(one for one in letters if _drawn(one) == UNKNOWN != one))


@cache
def _held() -> frozenset[str]:
    """The letters that paper shows as they are."""
    return frozenset(chr(code) for code in drawable() if code not in _LESS) | {"\n"}


@lru_cache(maxsize=4096)
def _drawn(letter: str) -> str:
    known = drawable()
    code = ord(letter)
    if code in known and code not in _LESS:
        return letter
    if code in _LESS:
        return _LESS[code]
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in ("Cc", "Cf"):
        return ""
    plain = unicodedata.normalize("NFKC", letter)
    if all(ord(part) in known for part in plain):
        return plain
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", letter))
    if bare and all(ord(part) in known for part in bare):
        return bare
    return "" if unicodedata.category(letter) in ("Mn", "Me") else UNKNOWN


_DAMAGED = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\ufffc-\uffff\ud800-\udfff\U000f0000-\U0010ffff]")
_MARKS = re.compile("[\u0300-\u036f]")
