"""Files that posts and pages bring along: pictures, recordings, films, forms to print."""

import os
import stat
import unicodedata
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from loa.disk.developers import is_for_developers
from loa.plan.files import note_file, note_tree


def places(root: Path, owner: str, file: str) -> tuple[Path, ...]:
    """Return where ``file`` may stand: beside ``owner``, then at the top of its content folder.

    Args:
        root: the project's root.
        owner: the post or page that names the file, relative to ``root``.
        file: the name as written.
    """
    beside, top = owner.rpartition("/")[0], owner.partition("/")[0]
    return tuple(root.joinpath(folder, file) for folder in dict.fromkeys((beside, top)))


def attached(root: Path, owner: str, file: str) -> Path | None:
    """Return the file, or None when it is missing or leads out of the content folder.

    It is found as Windows and a Mac would find it, on every PC: whatever capitals it is written
    with, in either way of storing Vietnamese marks, with a blank or with %20.
    """
    top = root / owner.partition("/")[0]
    for place in places(root, owner, file):
        note_file(root, place)
        found = place if is_file(place) else _spelled_otherwise(root, place, file)
        if found and _is_inside(top, found) and not is_for_developers(root, found):
            return found
    return None


def _spelled_otherwise(root: Path, place: Path, file: str) -> Path | None:
    """Return the file that a person would take for the one at ``place``."""
    pure = PurePosixPath(unquote(file) if "%" in file else file)
    if pure.is_absolute() or not pure.parts:
        return None
    found = place.parents[len(PurePosixPath(file).parts) - 1]
    for part in pure.parts:
        exact = found / part
        if part == ".." or _exists(exact):
            found = exact
            continue
        near = _listed(root, found).get(_as_seen(part))
        if near is None:
            return None
        found = found / near
    note_file(root, found)
    return found if is_file(found) else None


def _listed(root: Path, folder: Path) -> dict[str, str]:
    """Return the names in a folder by how they look."""
    inside = os.path.normpath(os.path.relpath(folder, root))
    if inside.startswith(".."):
        return {}
    note_tree(Path(inside).as_posix())
    try:
        names = sorted((entry.name for entry in folder.iterdir()), reverse=True)
    except (OSError, ValueError):
        return {}
    return {_as_seen(name): name for name in names}


def _as_seen(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _exists(path: Path) -> bool:
    """Say whether anything stands there; a name that no disk can hold is nothing."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def is_file(path: Path) -> bool:
    """Say whether a file stands there; a name that no disk can hold is no file."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _is_inside(folder: Path, path: Path) -> bool:
    """Say whether ``path`` stays in ``folder`` once every symbolic link is followed."""
    # os.path.realpath costs a third of Path.resolve, and hundreds of pictures are looked at.
    return os.path.realpath(path).startswith(_real(folder) + os.sep)


@lru_cache(maxsize=16)
def _real(folder: Path) -> str:
    return os.path.realpath(folder)
