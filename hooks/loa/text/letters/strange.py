"""What no reader can make sense of in a text: lost codes, lost letters, private and hidden ones."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from loa.text.letters.accidents import mended
from loa.text.letters.encodings import misread_shapes
from loa.text.letters.lost import (
    Code,
    letters_lost_to_marks,
    lost_code,
    lost_font,
)

HIDDEN = "có ký tự lạ không hiện trên màn hình; hãy xóa và gõ lại dòng này"
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_DAMAGE = re.compile(f"{_HIDDEN.pattern}|{_PRIVATE.pattern}|[\ufffc\ufffd]")
_TORN = "chữ có dấu đã mất thành dấu hỏi: «{}»; hãy chép lại từ bản gốc hoặc gõ lại dòng này"
_LONGEST = 90


@dataclass(frozen=True)
class Strange:
    """Something strange in a text: its line, counted from one, and what to do about it."""

    line: int
    message: str


def strange_letters(text: str) -> Iterator[Strange]:
    """Yield what is damaged in a text as it stands in its file, one thing for each line."""
    if text.isascii() and "?" not in text and text.replace("\n", "").isprintable():
        return
    # Nearly every text is sound but for what only a line can tell: asked of all of it at once.
    plain, letters = mended(text), "".join(set(text))
    is_doubtful = plain is not text or misread_shapes(text) or bool(_DAMAGE.search(letters))
    look = _damage if is_doubtful else _lost_words
    for number, line in enumerate(text.split("\n"), 1):
        if message := look(line):
            yield Strange(number, message)


def _lost_words(line: str) -> str:
    """Return what is wrong with the words of a line whose letters are sound."""
    if line.isascii() and "?" not in line:
        return ""
    if found := lost_font(line):
        return _said_of(*found)
    return _TORN.format(_short(line.strip())) if letters_lost_to_marks(line) else ""


def _said_of(code: Code, reads: str) -> str:
    return f"dòng này là {code.name}, phải đọc là «{_short(reads)}»; {code.advice}"


def _damage(line: str) -> str:
    if line.isascii() and "?" not in line and line.isprintable():
        return ""
    if "\ufffd" in line:
        return (
            f"chữ bị hỏng ở chỗ «{_around(line, line.index(chr(0xFFFD)))}» (dấu � là một chữ đã "
            "mất khi chép); hãy chép lại từ bản gốc hoặc gõ lại"
        )
    if "\ufffc" in line:
        return (
            f"chỗ «{_around(line, line.index(chr(0xFFFC)))}» có một hình đã mất khi dán (dấu "
            "\ufffc); hãy xóa dấu ấy, cần hình thì lưu thành tệp ảnh cạnh bài"
        )
    if found := lost_code(line):
        return _said_of(*found)
    if letters_lost_to_marks(line):
        return _TORN.format(_short(line.strip()))
    plain = mended(line)
    if found_private := _PRIVATE.search(plain):
        return (
            f"có ký hiệu riêng của Word, trình duyệt không vẽ được: {called(found_private[0])} ở "
            f"«{_around(plain, found_private.start())}»; hãy gõ lại bằng ký hiệu thường, ví dụ «-»"
        )
    return HIDDEN if _HIDDEN.search(plain) else ""


def called(letter: str) -> str:
    """Return a letter as messages name it: "«中» (chữ Hán, U+4E2D)"."""
    code = f"U+{ord(letter):04X}"
    if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zs"):
        return code
    shown = f"\u25cc{letter}" if unicodedata.combining(letter) else letter
    return f"«{shown}» ({_kind_of(letter)}, {code})"


# By a word of the Unicode name, then by the general category.
_BY_NAME = {
    "CJK": "chữ Hán", "KANGXI": "chữ Hán", "HIRAGANA": "chữ Nhật", "KATAKANA": "chữ Nhật",
    "HANGUL": "chữ Hàn", "THAI": "chữ Thái", "LAO": "chữ Lào", "KHMER": "chữ Khmer",
    "MYANMAR": "chữ Miến Điện", "CHAM": "chữ Chăm", "GREEK": "chữ Hy Lạp", "CYRILLIC": "chữ Nga",
    "ARABIC": "chữ Ả Rập", "HEBREW": "chữ Do Thái", "DEVANAGARI": "chữ Ấn Độ",
    "BRAILLE": "chữ nổi", "ARROW": "mũi tên", "ARROWS": "mũi tên", "BOX": "nét kẻ khung",
    "TRIANGLE": "hình tam giác", "SQUARE": "hình vuông", "CIRCLE": "hình tròn",
    "MUSICAL": "ký hiệu nhạc", "LATIN": "chữ La-tinh",
}  # fmt: skip
_BY_CATEGORY = {
    "Sm": "ký hiệu toán", "Sc": "ký hiệu tiền", "So": "ký hiệu", "Sk": "dấu rời", "Mn": "dấu rời",
    "Me": "dấu rời", "Mc": "dấu rời", "No": "số có kiểu riêng", "Nl": "số có kiểu riêng",
    "Po": "dấu câu", "Pd": "dấu gạch", "Ps": "dấu ngoặc", "Pe": "dấu ngoặc",
}  # fmt: skip


def _kind_of(letter: str) -> str:
    words = unicodedata.name(letter, "").replace("-", " ").split()
    known = next((_BY_NAME[word] for word in words if word in _BY_NAME), "")
    return known or _BY_CATEGORY.get(unicodedata.category(letter), "ký tự lạ")


def _around(line: str, place: int) -> str:
    """Return the words around a place, without what cannot be shown."""
    begins = max(0, place - 20)
    return _shown(line[begins : place + 20])


def _short(line: str) -> str:
    return _shown(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…")


def _shown(text: str) -> str:
    text = _PRIVATE.sub("□", _HIDDEN.sub("", text))
    return " ".join(text.split()).removeprefix("title: ").strip()
