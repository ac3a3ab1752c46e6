"""Files that posts and pages bring along: pictures, recordings, films, forms to print."""

import os
import stat
from functools import lru_cache
from pathlib import Path

from loa.disk.developers import is_for_developers
from loa.plan.files import note_file


def places(root: Path, owner: str, file: str) -> tuple[Path, ...]:
    """Return where ``file`` may stand: beside ``owner``, then at the top of its content folder.

    Args:
        root: the project's root.
        owner: the post or page that names the file, relative to ``root``.
        file: the name as written.
    """
    beside, top = owner.rpartition("/")[0], owner.partition("/")[0]
    return tuple(root / folder / file for folder in dict.fromkeys((beside, top)))


def attached(root: Path, owner: str, file: str) -> Path | None:
    """Return the file, or None when it is missing or leads out of the content folder."""
    for place in places(root, owner, file):
        note_file(root, place)
        is_inside = is_file(place) and _is_inside(root / owner.partition("/")[0], place)
        if is_inside and not is_for_developers(root, place):
            return place
    return None


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
