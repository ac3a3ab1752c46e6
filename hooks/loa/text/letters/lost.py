"""Text that lost its code: which one it was, and how a line should read.

A line is judged by its words: those that are Vietnamese only after the change against those that
are Vietnamese as they stand. So neither Jrai, Bahnar, English nor a name with an accent is taken
for damage.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from loa.text.letters import encodings
from loa.text.letters.syllables import is_marked_syllable, is_syllable


@dataclass(frozen=True)
class Code:
    """A way in which text is lost: its name, how it is undone, what the writer can do."""

    name: str
    undone: Callable[[str], str]
    advice: str


_UNIKEY = "hãy dán lại sau khi chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6)"
TCVN3 = Code(
    "chữ của phông .VnTime (mã TCVN3)", encodings.from_tcvn3, f"{_UNIKEY}, nguồn TCVN3 (ABC)"
)
VNI = Code("chữ của phông VNI", encodings.from_vni, f"{_UNIKEY}, nguồn VNI Windows")
_AGAIN = "hãy chép lại từ bản gốc, hoặc sửa theo câu trên rồi lưu tệp bằng mã UTF-8"
MISREAD = tuple(
    Code("chữ UTF-8 bị đọc nhầm bảng mã", partial(encodings.from_misread, code=code), _AGAIN)
    for code in encodings.MISREAD_AS
)
# The first two of the three bytes of a letter; the third was lost on the way.
_TORN = re.compile("á[º»](?![\u0080-\u00bf])")
_TORN_ADVICE = "chỗ «…» đã mất một chữ, nên hãy chép lại từ bản gốc"
_TWICE = Code(
    "chữ UTF-8 bị đọc nhầm bảng mã hai lần",
    lambda text: encodings.from_misread(encodings.from_misread(text, "cp1252"), "cp1252"),
    _AGAIN,
)

_WORD = re.compile(r"[^\s.,;:!?()\[\]{}\"“”‘’|/\\*_~`<>=+-]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+")
# Signs of the West that TCVN3 and VNI make letters of, and nobody writes inside a word.
_ODD = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾×÷"
_LATIN = re.compile("[A-Za-z]")
_HIGH = re.compile("[\u0080-\u00ff]")


def lost_code(line: str) -> tuple[Code, str] | None:
    """Return the code in which a line was lost and how it should read; None for a sound one."""
    if line.isascii():
        return None
    return _misread(_without_addresses(line)) or lost_font(line)


def lost_font(line: str) -> tuple[Code, str] | None:
    """Return the font in whose code a line was written, and how it should read."""
    if not _HIGH.search(line):
        return None
    line = _composed(_without_addresses(line))
    strange, kept = _strange_words(line)
    judged = (
        [(_weight(line, strange, kept, code), code) for code in (TCVN3, VNI)] if strange else []
    )
    weight, code = max(judged, key=lambda one: one[0], default=(0, TCVN3))
    return (code, _in_capitals(line, code)) if weight > 0 else None


def _without_addresses(line: str) -> str:
    has_one = "@" in line or "/" in line or "www." in line
    return _ADDRESS.sub(" ", line) if has_one else line


def _composed(line: str) -> str:
    return line if unicodedata.is_normalized("NFC", line) else unicodedata.normalize("NFC", line)


def _strange_words(line: str) -> tuple[list[str], int]:
    """Return the words that are no Vietnamese as they stand, and how many words surely are.

    "hé" is a word as it stands, and "hộ" in TCVN3: it speaks for neither.
    """
    strange, kept = [], 0
    for word in _WORD.findall(line):
        is_strange = _is_strange(word)
        if is_strange:
            strange.append(word)
        elif is_strange is not None:
            kept += 1
    return strange, kept


@lru_cache(maxsize=16384)  # the words of a language are few
def _is_strange(word: str) -> bool | None:
    """Say whether a word is no Vietnamese as it stands; None for one that speaks for nothing."""
    if word.isascii() or not _LATIN.search(word):
        return None
    if max(word) > "\u00ff":
        return False
    return True if not is_marked_syllable(word) else None


def _weight(line: str, strange: list[str], kept: int, code: Code) -> int:
    """Return by how many words a line speaks for a code; 0 where it does not."""
    gained = strong = 0
    for word in strange:
        undone = code.undone(word)
        if undone != word and is_marked_syllable(undone):
            gained += 1
            strong += _is_strong(word, code)
    if gained <= 2 * kept or (not strong and (kept or gained < 2)):
        return 0
    return gained if gained > 1 or len(_WORD.findall(line)) < 5 else 0


def _is_strong(word: str, code: Code) -> bool:
    """Say whether a word can hardly be anything else."""
    if code is TCVN3:
        inside = word[:-1] if word.endswith("»") else word
        return bool(re.search(f"[A-Za-z][{_ODD}]|[{_ODD}][a-z]|[a-z][À-ÖØ-Þ]", inside))
    return bool(re.search("[aAeEoOuUyYôÔöÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]", word))


def _in_capitals(line: str, code: Code) -> str:
    """Return the line as it should read; a capital font keeps its small codes for capitals."""

    def word(found: re.Match[str]) -> str:
        own = [letter for letter in found[0] if letter.isascii() and letter.isalpha()]
        undone = code.undone(found[0])
        return undone.upper() if len(own) > 1 and all(map(str.isupper, own)) else undone

    return _WORD.sub(word, line).strip()


def _misread(line: str) -> tuple[Code, str] | None:
    if not encodings.misread_shapes(line):
        return None
    before = _marked(line)
    best: tuple[int, Code, str] | None = None
    for code in (*MISREAD, _TWICE):
        undone = _composed(code.undone(line))
        if undone == line or "\ufffd" in undone or not _reads_better(line, undone):
            continue
        gained = _marked(undone) - before
        if best is None or gained > best[0]:
            best = gained, code, undone.strip()
    if best is None:
        return None
    _, code, reads = best
    if _TORN.search(reads):
        return replace(code, advice=_TORN_ADVICE), _TORN.sub("…", reads)
    return code, reads


def _marked(line: str) -> int:
    return sum(map(is_marked_syllable, _WORD.findall(line)))


def _reads_better(line: str, undone: str) -> bool:
    """Say whether a line became Vietnamese by the change, or lost signs that belong nowhere."""
    gained = _marked(undone) - _marked(line)
    shorter = len(line) - len(undone)
    signs = sum(undone.count(sign) for sign in "–—“”‘’…•") - sum(
        line.count(sign) for sign in "–—…•"
    )
    return (gained > 0 and shorter >= gained) or (gained >= 0 and signs > 0 and "â€" in line)


_QUERY = re.compile(r"(?<![^\s\"'<>])[^\s\"'<>?]*\?\w+=\S*|\]\([^()\s]*\)|`[^`]*`")
_HOLED = re.compile(
    r"(?:(?<![\w?])[^\W\d_]+|(?<![^\s\"“«]))\?+[^\W\d_][^\W\d_?]*(?:\?+[^\W\d_]+)*(?![^\W\d_])|(?<![^\W\d_])[^\W\d_]+\?(?=\s+[a-zà-ỹđ])"
)


def letters_lost_to_marks(line: str) -> bool:
    """Say whether letters became question marks: "ti?n h? tr?" for "tiền hỗ trợ"."""
    if "?" not in line:
        return False
    line = _QUERY.sub(" ", _ADDRESS.sub(" ", line))
    return sum(_holes(found[0]) for found in _HOLED.finditer(line)) > 1


def _holes(word: str) -> int:
    """Return how much a word with a question mark looks torn: 2 for "ti?n", 0 for "sao?vì"."""
    parts = [part for part in word.split("?") if part]
    if len(parts) > 1 and parts[1][0].isupper() and not word.isupper():
        return 0  # "gì?Bà con": a blank is missing, no letter
    if word.startswith("?"):
        return 1 + (word.count("?") > 1)
    return 0 if all(map(is_syllable, parts)) else 2
