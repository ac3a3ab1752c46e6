"""CHANGELOG.md as a text: what waits to be released, and how it becomes a version.

Sections are those of Keep a Changelog in Vietnamese; each entry has an English line for developers.
"""

import re
from collections.abc import Iterator
from datetime import date

FILE = "CHANGELOG.md"
WAITING = "## [Chưa phát hành]"
# Added, Changed, Deprecated, Removed, Fixed, Security: the order of Keep a Changelog.
KINDS = ("Thêm", "Đổi", "Sắp bỏ", "Bỏ", "Sửa", "An toàn")

_VERSION = re.compile(r"(?m)^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$")
_ENTRY = re.compile(r"(?ms)^- .*?(?=^- |^#|\Z)")


def released(text: str) -> list[str]:
    """Return the versions that have a section, the newest first."""
    return _VERSION.findall(text)


def waiting(text: str) -> str:
    """Return what stands under *Chưa phát hành*, or nothing where there is no such heading."""
    below = text.partition(f"{WAITING}\n")[2]
    return re.split(r"(?m)^## ", below, maxsplit=1)[0].strip()


def mistakes(text: str) -> Iterator[str]:
    """Yield what keeps the waiting section from going out, each as a Vietnamese sentence."""
    section = waiting(text)
    kinds = re.findall(r"(?m)^### (.+)$", section)
    entries = _ENTRY.findall(section)
    if not entries:
        yield f"{FILE}: dưới «{WAITING}» chưa có mục nào; hãy ghi bản này có gì mới."
    known = [kind for kind in KINDS if kind in kinds]
    if kinds != known:
        yield f"{FILE}: các phần phải là, theo thứ tự này: {', '.join(KINDS)}."
    for entry in entries:
        if not re.search(r"\n  \*[^*\n].*\*\s*\Z", entry):
            begin = entry.splitlines()[0][2:60]
            yield f"{FILE}: mục «{begin}…» thiếu dòng tiếng Anh in nghiêng ở cuối."


def with_release(text: str, version: str, on: date) -> str:
    """Return the text in which all that waited belongs to a version, and nothing waits."""
    return text.replace(WAITING, f"{WAITING}\n\n## [{version}] - {on.isoformat()}", 1)
