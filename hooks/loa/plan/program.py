"""The mark of the program: what it makes may differ after an update, so nothing older is kept."""

import sys
import sysconfig
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_SETTINGS = ("mkdocs.yml", "offline.yml")


def program_mark(root: Path, theme: Path, *more: str) -> str:
    """Return a mark of the package, the theme's assets, the libraries and the settings.

    Templates are not part of it: pages note which of them they were laid out by.

    Args:
        root: the project's folder, for its ``mkdocs.yml``.
        theme: the folder of the templates and their assets.
        more: what else one memory must not share with another, such as the site's address.
    """
    found = blake2b("\0".join((sys.version, *_libraries(), *more)).encode(), digest_size=16)
    for file in (*_files(_PACKAGE), *_files(theme / "assets")):
        found.update(file.name.encode() + file.read_bytes())
    for name in _SETTINGS:
        settings = root / name
        found.update(settings.read_bytes() if settings.is_file() else b"")
    return found.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return (
        file
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    )


def _libraries() -> Iterable[str]:
    """Return name and version of everything that is installed."""
    return sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
