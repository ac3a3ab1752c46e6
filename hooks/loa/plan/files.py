"""Files as they are read: each look leaves a note, and the next build asks whether it still holds.

A note names a file by where it belongs: ``file:anh/x.jpg`` under the project, ``theme:post.html``
among the templates. Whether the content changed is decided by its mark; size and times only spare
the reading.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loa.plan.digest import digest, digest_of_bytes
from loa.plan.store import Store
from loa.plan.trace import note

FILE, TREE, THEME = "file:", "tree:", "theme:"
_GONE = ""


def signature(path: Path) -> str:
    """Return what changes when a file is written, without reading it; empty where none stands."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return _GONE
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def mark(path: Path) -> bytes:
    """Return the mark of a file's content; of a missing one too."""
    try:
        return digest_of_bytes(path.read_bytes())
    except (OSError, ValueError):
        return b""


def note_file(root: Path, path: Path) -> None:
    """Note that a file of the project was looked for, whether it is there or not."""
    try:
        note(FILE + path.relative_to(root).as_posix())
    except ValueError:
        note(FILE + path.as_posix())


def note_tree(folder: str) -> None:
    """Note that all names in a folder of the project, and below it, were gone through."""
    note(TREE + folder)


@dataclass(frozen=True)
class Places:
    """Where the names of notes lead."""

    root: Path
    theme: Path

    def path(self, name: str) -> Path | None:
        """Return the file that a note names; None where it names no file."""
        if name.startswith(FILE):
            return self.root / name.removeprefix(FILE)
        if name.startswith(THEME):
            return self.theme / name.removeprefix(THEME)
        return None

    def seen(self, name: str) -> tuple[str, bytes]:
        """Return signature and mark of what a note names."""
        if name.startswith(TREE):
            folder = self.root / name.removeprefix(TREE)
            names = sorted(
                path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
            )
            return "", digest(names)
        path = self.path(name)
        assert path is not None
        before = signature(path)
        return before, mark(path)


def changed_files(store: Store, places: Places, young: int) -> Iterator[str]:
    """Yield the names of files whose content is another than when it was read.

    Args:
        store: remembers what was read.
        places: where files stand.
        young: files written at this moment or later (nanoseconds) are read again next time: a disk
            may give two writings one time.
    """
    renewed = []
    for name, (kept, known) in store.files().items():
        path = places.path(name)
        now = signature(path) if path is not None else ""
        if now == kept and path is not None and kept:
            continue
        if now == kept == _GONE and path is not None:
            continue
        found, content = places.seen(name)
        if content != known:
            yield name
        renewed.append((name, trusted(found, young), content))
    store.put_files(renewed)


def remember_files(store: Store, places: Places, names: Iterable[str], young: int) -> None:
    """Remember files that were read for the first time."""
    known: Mapping[str, object] = store.files()
    fresh = [name for name in names if is_file_note(name) and name not in known]
    store.put_files(
        (name, trusted(one, young), content)
        for name in fresh
        for one, content in [places.seen(name)]
    )


def is_file_note(name: str) -> bool:
    """Say whether a note names files."""
    return name.startswith((FILE, TREE, THEME))


def trusted(found: str, young: int) -> str:
    """Return a signature that may spare the next reading; a young file has none."""
    if found and int(found.split(" ")[1]) >= young:
        return "young"
    return found


def moment(folder: Path) -> int:
    """Return what the disk calls now, in nanoseconds."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"moment-{os.getpid()}"
    try:
        file.write_bytes(b"")
        return file.stat().st_mtime_ns
    finally:
        file.unlink(missing_ok=True)
