"""A SQLite file with a seal: one with a single byte that nobody wrote is not trusted."""

import hashlib
import sqlite3
from pathlib import Path


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


def seal_of(path: Path) -> bytes:
    """Return the mark of the whole file: a disk that fails changes a byte without a word."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest().encode()


def seal_kept(path: Path) -> bytes:
    """Return the mark that a database had when it was closed; nothing where none is known."""
    try:
        return seal_file(path).read_bytes()
    except OSError:
        return b""


def remove(path: Path) -> None:
    """Take a database away, with all that belongs to it."""
    for one in (path, path.with_name(f"{path.name}-journal"), seal_file(path)):
        one.unlink(missing_ok=True)
