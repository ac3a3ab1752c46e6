"""Files packed as one zip that is the same, byte for byte, whenever its content is the same."""

import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

# Packed already; packing again takes time and saves nothing.
_PACKED = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".woff2", ".mp3", ".m4a", ".ogg", ".mp4")
_PACKED_PAPERS = (".docx", ".pdf", ".zip")

_FIRST_DAY, _LAST_DAY = date(1980, 1, 1), date(2107, 12, 31)  # a zip knows no others


def pack(target: Path, files: Iterable[tuple[str, Path]], day: date, mark: str = "") -> None:
    """Write files into a zip.

    Args:
        target: the zip; it is written whole or not at all.
        files: the name inside and the file, in the order in which they are to stand.
        day: the day that every entry bears.
        mark: what ``mark_of`` tells of the zip later, ASCII.
    """
    day = min(max(day, _FIRST_DAY), _LAST_DAY)
    stamp = (day.year, day.month, day.day, 0, 0, 0)
    draft = target.with_name(f"{target.name}.moi")
    with zipfile.ZipFile(draft, "w") as packed:
        packed.comment = mark.encode("ascii")
        for name, path in files:
            entry = zipfile.ZipInfo(name, stamp)
            entry.create_system = 3  # else Windows and Linux write different files
            entry.external_attr = 0o644 << 16
            stored = path.suffix.lower() in (*_PACKED, *_PACKED_PAPERS)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes(), compresslevel=9)
    draft.replace(target)


def mark_of(target: Path) -> str:
    """Return the mark of a zip; empty where there is no zip that can be read."""
    try:
        with zipfile.ZipFile(target) as packed:
            return packed.comment.decode("ascii", "replace")
    except (OSError, zipfile.BadZipFile):
        return ""
