"""A SQLite file with a seal: one with a single byte that nobody wrote is not trusted."""

import mmap
import sqlite3
import zlib
from pathlib import Path

from loa.disk.atomic import write_whole


def connect(path: Path | None) -> sqlite3.Connection:
    """Open a database, in memory where no file is named, and begin to write.

    Raises:
        sqlite3.Error: the file is no database, or cannot be written.
    """
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    # A second build of the same edition waits for the first one.
    database = sqlite3.connect(path or ":memory:", timeout=600, isolation_level=None)
    # What a power cut loses is made again; a program that is killed loses nothing.
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN IMMEDIATE")
    return database


def seal_file(path: Path) -> Path:
    """Return the file beside a database that tells how it was left."""
    return path.with_suffix(".seal")


def is_sealed(path: Path, young: int) -> bool:
    """Say whether a database is as it was left; one that nobody has touched is not read for it.

    Args:
        path: the database.
        young: one written at this moment or later (nanoseconds) is read: a disk may give two
            writings one time.
    """
    try:
        mark, _, seen = seal_file(path).read_text(encoding="ascii").partition(" ")
        now = _seen(path)
        return (now == seen and path.stat().st_mtime_ns < young) or mark == _mark(path)
    except (OSError, ValueError):
        return False


def seal(path: Path) -> None:
    """Write down how a database is left: a mark of all its bytes, its size, times and number."""
    write_whole(seal_file(path), f"{_mark(path)} {_seen(path)}".encode("ascii"))


def _mark(path: Path) -> str:
    # Against disks that fail, not against people: one other byte is another sum.
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return f"{zlib.crc32(data):08x}"


def _seen(path: Path) -> str:
    at = path.stat()
    return f"{at.st_size} {at.st_mtime_ns} {at.st_ctime_ns} {at.st_ino}"


def remove(path: Path) -> None:
    """Take a database away, with all that belongs to it."""
    for one in (path, path.with_name(f"{path.name}-journal"), seal_file(path)):
        one.unlink(missing_ok=True)
