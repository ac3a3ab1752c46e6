"""Which names of files every disk holds: USB sticks and phone cards (FAT32), Windows, old Androids.

The rules are Windows' own (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), which
FAT32 shares. Where they are broken, copying stops in the middle or a file is lost without a word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST_NAME = 255  # of one part, counted as UTF-16, as FAT32 stores it
# Windows stops at 260, and the copy lies on a drive, perhaps in a folder or two.
LONGEST_PATH = 240

_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE
)


def why_unfit(path: str) -> str | None:
    """Say in Vietnamese why some disk can't hold a file at ``path`` (with slashes), else None."""
    for part in path.split("/"):
        if not part or part in (".", ".."):
            return "đường dẫn có phần trống"
        if found := _FORBIDDEN.search(part):
            letter = found[0] if found[0].isprintable() else "ẩn"
            return f"tên không được có ký tự {letter}"
        if part[-1] in ". " or part[0] == " ":
            return (
                "tên không được bắt đầu bằng dấu cách, không được kết thúc bằng dấu chấm, dấu cách"
            )
        if _RESERVED.fullmatch(part):
            return f"«{part.partition('.')[0]}» là tên Windows giữ riêng"
        if _length(part) > LONGEST_NAME:
            return f"tên dài {_length(part)} chữ, ổ USB chỉ nhận đến {LONGEST_NAME}"
    if _length(path) > LONGEST_PATH:
        return f"đường dẫn dài {_length(path)} chữ, nhiều máy chỉ mở được đến {LONGEST_PATH}"
    return None


def taken_for_one(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, the one before it) where a disk takes two paths for the same.

    FAT32 and Windows know no difference between A and a; a Mac none between ways to store a mark.
    """
    first: dict[str, str] = {}
    for path in paths:
        known = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if known != path:
            yield path, known


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
