"""Files are written whole or not at all: whoever stops in between finds what was there before."""

import shutil
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Let ``data`` take the place of a file, which keeps its permissions.

    Raises:
        OSError: it could not be written, for example because another program holds it open.
    """
    draft = path.with_name(f".{path.name}.moi")
    try:
        draft.write_bytes(data)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
