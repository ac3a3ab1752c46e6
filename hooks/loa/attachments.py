"""Files that posts and pages bring along: pictures, recordings, films, forms to print."""

import os
import stat
from pathlib import Path, PurePosixPath


def places(root: Path, owner: str, file: str) -> tuple[Path, ...]:
    """Return where ``file`` may stand: beside ``owner``, then at the top of its content folder.

    Args:
        root: the project's root.
        owner: the post or page that names the file, relative to ``root``.
        file: the name as written.
    """
    beside = PurePosixPath(owner).parent / file
    top = PurePosixPath(owner).parts[0]
    return tuple(dict.fromkeys((root / beside, root / top / file)))


def attached(root: Path, owner: str, file: str) -> Path | None:
    """Return the file, or None when it is missing or leads out of the content folder."""
    folder = root / PurePosixPath(owner).parts[0]
    for place in places(root, owner, file):
        if is_file(place) and _is_inside(folder, place):
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
    inner, outer = os.path.realpath(path), os.path.realpath(folder)
    return inner.startswith(outer + os.sep)
