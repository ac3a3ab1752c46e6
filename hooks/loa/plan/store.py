"""What is remembered from build to build: notes, marks and what was slow to make.

One SQLite file for each edition. It may be deleted at any time; one of another program, or with a
single byte that nobody wrote, is thrown away, and the next build makes everything anew. A build is
one transaction: one that is stopped half way leaves the memory of the one before.
"""

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loa.plan.sealed import connect, is_sealed, remove, seal
from loa.plan.trace import Trace

_SHAPE = "1"  # of the tables; raise it when they change
_TABLES = (
    "told (name TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID",
    "keys (id INTEGER PRIMARY KEY, name TEXT UNIQUE)",
    "nodes (id INTEGER PRIMARY KEY, mark BLOB, since INTEGER, until INTEGER, notes BLOB)",
    "edges (note INTEGER, node INTEGER, PRIMARY KEY (note, node)) WITHOUT ROWID",
    "files (name TEXT PRIMARY KEY, signature TEXT, mark BLOB) WITHOUT ROWID",
    "outs (name TEXT PRIMARY KEY, signature TEXT, mark BLOB) WITHOUT ROWID",
    "kept (name TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID",
)
_MANY = 400  # SQLite takes so many question marks in every version


@dataclass(frozen=True)
class Node:
    """What is known of something made: the mark of its result, and what it read."""

    mark: bytes
    since: int
    until: int
    notes: tuple[int, ...] = ()


class Store:
    """The memory of one edition; names are those of notes, questions and files."""

    def __init__(self, path: Path | None, program: str, young: int = 0) -> None:
        """Open or begin it.

        Args:
            path: its file; None keeps it in memory, for one build.
            program: the mark of the program; another program's memory is thrown away.
            young: a file written at this moment or later (nanoseconds) is read for its seal.
        """
        self._path = path
        self._ids: dict[str, int] = {}
        self.new_names: list[str] = []  # that nothing had read or made before this build
        self._database = self._opened(program, young)

    def _opened(self, program: str, young: int) -> sqlite3.Connection:
        told = f"{_SHAPE} {program}"
        if self._path is not None:
            try:
                database = connect(self._path)
                if is_sealed(self._path, young):
                    found = database.execute("SELECT text FROM told").fetchone()
                    if found == (told,):
                        return database
                database.close()
            except sqlite3.Error:
                pass
            remove(self._path)
        try:
            database = connect(self._path)
        except (sqlite3.Error, OSError):
            self._path = None  # a folder nobody can write to: for this build only
            database = connect(None)
        for table in _TABLES:
            database.execute(f"CREATE TABLE {table}")
        database.execute("INSERT INTO told VALUES ('program', ?)", (told,))
        return database

    def close(self, *, save: bool) -> None:
        """Remember what was put in, or leave everything as it was."""
        changed = self._database.total_changes > 0
        if save:
            self._database.commit()
        else:
            self._database.rollback()
        self._database.close()
        if save and changed and self._path is not None:
            seal(self._path)

    # --- names -----------------------------------------------------------------------------------

    def id(self, name: str) -> int:
        """Return the number of a name, giving it one."""
        known = self._ids.get(name)
        if known is None:
            run = self._database.execute
            found = run("SELECT id FROM keys WHERE name = ?", (name,)).fetchone()
            if found:
                known = int(found[0])
            else:
                known = run("INSERT INTO keys(name) VALUES (?)", (name,)).lastrowid
                assert known is not None
                self.new_names.append(name)
            self._ids[name] = known
        return known

    def known_ids(self, names: Iterable[str]) -> dict[int, str]:
        """Return the names that anything ever read or made, by their numbers."""
        found: dict[int, str] = {}
        for some in _by_many(list(names)):
            marks = ",".join("?" * len(some))
            rows = self._database.execute(
                f"SELECT id, name FROM keys WHERE name IN ({marks})", some
            )
            found.update(rows)
        return found

    # --- what was made ---------------------------------------------------------------------------

    def marks(self, beginning: str) -> dict[str, bytes]:
        """Return the mark of everything made whose name begins so."""
        rows = self._database.execute(
            "SELECT name, mark FROM keys JOIN nodes USING (id) WHERE name >= ? AND name < ?",
            (beginning, beginning + "\U0010ffff"),
        )
        return dict(rows)

    def made(self, beginnings: Iterable[str]) -> set[str]:
        """Return the names of everything made that begin in one of these ways."""
        found: set[str] = set()
        for beginning in beginnings:
            rows = self._database.execute(
                "SELECT name FROM keys JOIN nodes USING (id) WHERE name >= ? AND name < ?",
                (beginning, beginning + "\U0010ffff"),
            )
            found.update(name for (name,) in rows)
        return found

    def names_from(self, beginning: str) -> list[str]:
        """Return every name that begins so, noted or made."""
        rows = self._database.execute(
            "SELECT name FROM keys WHERE name >= ? AND name < ?",
            (beginning, beginning + "\U0010ffff"),
        )
        return [name for (name,) in rows]

    def node(self, name: str) -> Node | None:
        """Return what is known of something made."""
        row = self._database.execute(
            "SELECT mark, since, until FROM keys JOIN nodes USING (id) WHERE name = ?", (name,)
        ).fetchone()
        return Node(*row) if row else None

    def put(self, name: str, mark: bytes, trace: Trace) -> None:
        """Remember the mark of something made, and what it read."""
        id = self.id(name)
        notes = sorted(map(self.id, trace.notes))
        self._forget_edges(id)
        run = self._database
        run.execute(
            "INSERT OR REPLACE INTO nodes VALUES (?, ?, ?, ?, ?)",
            (id, mark, trace.since, trace.until, array("q", notes).tobytes()),
        )
        run.executemany("INSERT OR IGNORE INTO edges VALUES (?, ?)", ((note, id) for note in notes))

    def forget(self, name: str) -> None:
        """Forget something that is made no more."""
        id = self.id(name)
        self._forget_edges(id)
        self._database.execute("DELETE FROM nodes WHERE id = ?", (id,))

    def _forget_edges(self, id: int) -> None:
        run = self._database
        row = run.execute("SELECT notes FROM nodes WHERE id = ?", (id,)).fetchone()
        if row:
            edges = ((note, id) for note in array("q", row[0]))
            run.executemany("DELETE FROM edges WHERE note = ? AND node = ?", edges)

    def readers(self, names: Collection[str]) -> set[str]:
        """Return what has read any of these."""
        ids = list(self.known_ids(names))
        found: set[str] = set()
        for some in _by_many(ids):
            marks = ",".join("?" * len(some))
            rows = self._database.execute(
                f"SELECT DISTINCT name FROM edges JOIN keys ON id = node WHERE note IN ({marks})",
                some,
            )
            found.update(name for (name,) in rows)
        return found

    def not_of_day(self, day: int) -> set[str]:
        """Return what does not hold on a day (``date.toordinal``)."""
        rows = self._database.execute(
            "SELECT name FROM nodes JOIN keys USING (id) WHERE since > ? OR until < ?", (day, day)
        )
        return {name for (name,) in rows}

    # --- files that were read --------------------------------------------------------------------

    def files(self) -> dict[str, tuple[str, bytes]]:
        """Return signature and mark of every file that anything has read, by its name."""
        rows = self._database.execute("SELECT name, signature, mark FROM files")
        return {name: (signature, mark) for name, signature, mark in rows}

    def put_files(self, files: Iterable[tuple[str, str, bytes]]) -> None:
        """Remember (name, signature, mark) of files."""
        self._database.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", files)

    def noted_files(self) -> list[str]:
        """Return the names of all files that anything made has read."""
        rows = self._database.execute(
            "SELECT name FROM keys WHERE (name >= 'file:' AND name < 'file;')"
            " OR (name >= 'theme:' AND name < 'theme;') OR (name >= 'tree:' AND name < 'tree;')"
        )
        return [name for (name,) in rows]

    def forget_files(self, names: Iterable[str]) -> None:
        """Forget files that nothing reads any more."""
        self._database.executemany("DELETE FROM files WHERE name = ?", ((name,) for name in names))

    # --- files that were written -----------------------------------------------------------------

    def outs(self) -> dict[str, tuple[str, bytes]]:
        """Return signature and mark of every file that was written, by its path."""
        rows = self._database.execute("SELECT name, signature, mark FROM outs")
        return {name: (signature, mark) for name, signature, mark in rows}

    def put_outs(self, outs: Iterable[tuple[str, str, bytes]]) -> None:
        """Remember (path, signature, mark) of written files."""
        self._database.executemany("INSERT OR REPLACE INTO outs VALUES (?, ?, ?)", outs)

    def forget_outs(self, names: Iterable[str]) -> None:
        """Forget files that are written no more."""
        self._database.executemany("DELETE FROM outs WHERE name = ?", ((name,) for name in names))

    # --- what was slow to make -------------------------------------------------------------------

    def kept(self, name: str) -> bytes | None:
        """Return what was kept under a name."""
        row = self._database.execute("SELECT data FROM kept WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def kept_from(self, beginning: str) -> dict[str, bytes]:
        """Return everything that is kept under names that begin so."""
        rows = self._database.execute(
            "SELECT name, data FROM kept WHERE name >= ? AND name < ?",
            (beginning, beginning + "\U0010ffff"),
        )
        return dict(rows)

    def shelf(self, beginning: str) -> "StoreShelf":
        """Return a shelf of its own for whoever brings something up to date by itself."""
        return StoreShelf(self, beginning)

    def keep(self, name: str, data: bytes) -> None:
        """Keep something under a name."""
        self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, data))

    def drop(self, name: str) -> None:
        """Keep it no longer."""
        self._database.execute("DELETE FROM kept WHERE name = ?", (name,))


@dataclass(frozen=True)
class StoreShelf:
    """A part of a store, under names that begin alike."""

    store: Store
    beginning: str

    def get(self, name: str) -> bytes | None:
        """Return what was put under a name."""
        return self.store.kept(self.beginning + name)

    def put(self, name: str, content: bytes) -> None:
        """Keep bytes under a name, instead of what was there."""
        self.store.keep(self.beginning + name, content)

    def drop(self, name: str) -> None:
        """Forget a name, also one that nobody knows."""
        self.store.drop(self.beginning + name)


def _by_many(values: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(values), _MANY):
        yield values[start : start + _MANY]
