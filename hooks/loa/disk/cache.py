"""What is slow to make and may be kept from one build to the next: ``.cache/``, never published.

An entry is a folder that is complete or not there: it is made beside its place and moved in at
once, so that a build that is stopped, or a second one at the same time, leaves nothing half done.
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".cache"
_UNFINISHED = "tmp-"  # no entry begins like this


@dataclass(frozen=True)
class Cache:
    """A folder of entries, by kind and name; names are letters and digits a disk allows."""

    folder: Path

    @classmethod
    def of(cls, root: Path) -> "Cache":
        """Return the cache of a project; where nothing can be written, one for this run only."""
        folder = root / FOLDER
        try:
            folder.mkdir(exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
        except OSError:
            folder = Path(tempfile.mkdtemp(prefix="loa-"))
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return cls(folder)

    def entry(self, kind: str, name: str, make: Callable[[Path], None]) -> Path:
        """Return the folder of an entry; ``make`` fills an empty one if it is not there yet.

        Whatever ``make`` raises leaves nothing behind.
        """
        place = self.folder / kind / name
        if place.is_dir():
            return place
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=place.parent))
        try:
            make(fresh)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        return _moved(fresh, place)

    def keep(self, kind: str, wanted: Callable[[str], bool]) -> None:
        """Remove every entry of a kind whose name is not wanted, and what was left unfinished."""
        folder = self.folder / kind
        for entry in folder.iterdir() if folder.is_dir() else ():
            if entry.name.startswith(_UNFINISHED) or not wanted(entry.name):
                # A file that Windows holds open goes with the next build.
                shutil.rmtree(entry, ignore_errors=True)


def _moved(fresh: Path, place: Path) -> Path:
    """Give a finished folder its name; if another build was quicker, its entry is as good."""
    try:
        fresh.rename(place)
    except OSError:
        if place.is_dir():
            shutil.rmtree(fresh, ignore_errors=True)
        else:
            return fresh  # a virus scanner holds it: good for this run, made again in the next
    return place
