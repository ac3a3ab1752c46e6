"""The folder of a site: put together anew from what still holds and what was made, swapped whole.

Unchanged files are hard links to those of the site before (copies where the disk has none), so
that nothing is written twice and a build that is stopped leaves the old site as it was.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from loa.plan.digest import digest_of_bytes


def signatures(folder: Path) -> dict[str, str]:
    """Return what stands in a folder: each file's path with size, times and number."""
    found: dict[str, str] = {}
    for path, entry in _entries(folder):
        at = entry.stat(follow_symlinks=False)
        found[path] = f"{at.st_size} {at.st_mtime_ns} {at.st_ctime_ns} {at.st_ino}"
    return found


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    pending = [(str(folder), "")]
    while pending:
        place, name = pending.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, f"{name}{entry.name}/"))
            else:
                yield name + entry.name, entry


class Building:
    """A site in the making, beside the one that it will replace."""

    def __init__(self, site: Path, place: Path) -> None:
        """Begin an empty one.

        Args:
            site: the folder of the site, which stays as it is until ``swap``.
            place: where to build, on the same disk.
        """
        self._site, self._place = site, place
        self._folders: set[str] = set()
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)

    def keep(self, path: str) -> None:
        """Take a file over from the site before."""
        source, target = f"{self._site}/{path}", self._target(path)
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)

    def write(self, path: str, content: bytes) -> None:
        """Put a new file in."""
        with open(self._target(path), "wb") as file:  # noqa: PTH123  thousands of files: a Path each costs
            file.write(content)

    def swap(self) -> None:
        """Let it take the place of the site before."""
        before = _before(self._site)
        shutil.rmtree(before, ignore_errors=True)
        if self._site.exists():
            self._site.rename(before)
        else:
            self._site.parent.mkdir(parents=True, exist_ok=True)
        self._place.rename(self._site)
        shutil.rmtree(before, ignore_errors=True)

    def give_up(self) -> None:
        """Leave the site before as it is."""
        shutil.rmtree(self._place, ignore_errors=True)

    def _target(self, path: str) -> str:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self._place}/{folder}", exist_ok=True)  # noqa: PTH103
            self._folders.add(folder)
        return f"{self._place}/{path}"


def recover(site: Path) -> None:
    """Put the site before back, where a build was stopped just between the two renames."""
    before = _before(site)
    if before.is_dir() and not site.exists():
        before.rename(site)


def _before(site: Path) -> Path:
    return site.with_name(f"{site.name}.moi-before")


def put_together(site: Path, targets: Iterable[str], made: Mapping[str, bytes]) -> None:
    """Let a new site take the place of the one before.

    Args:
        site: its folder.
        targets: the paths of all its files; what is not in ``made`` is taken over.
        made: what was made anew.
    """
    building = Building(site, site.with_name(f"{site.name}.moi"))
    try:
        for target in targets:
            if target in made:
                building.write(target, made[target])
            else:
                building.keep(target)
        building.swap()
    except BaseException:
        building.give_up()
        raise


def sound(site: Path, known: Mapping[str, tuple[str, bytes]], found: Mapping[str, str]) -> Set[str]:
    """Return the files of a site that still are what was written.

    Args:
        site: its folder.
        known: signature and mark of each file when it was written.
        found: the signatures of what stands there now.
    """
    good = set()
    for path, (signature, mark) in known.items():
        now = found.get(path)
        if now is None:
            continue
        if now == signature or _digest(site / path) == mark:
            good.add(path)
    return good


def _digest(path: Path) -> bytes:
    try:
        return digest_of_bytes(path.read_bytes())
    except OSError:
        return b""
