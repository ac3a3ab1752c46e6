"""The folder of a site: what changed is put in, or a whole new one takes its place.

Where much changed, a new folder is put together beside the old one and swapped whole; unchanged
files are hard links (copies where the disk has none), so that nothing is written twice. Where
little changed, ``patches`` puts in just that.
"""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from pathlib import Path

from loa.plan import patches
from loa.plan.digest import digest_of_bytes

_FEW = 8  # where one file in so many changed, or more, the folder is put together anew


def signatures(folder: Path) -> dict[str, str]:
    """Return what stands in a folder: each file's path with size, times and number."""
    found: dict[str, str] = {}
    for path, entry in _entries(folder):
        found[path] = _said(entry.stat(follow_symlinks=False))
    return found


def _said(at: os.stat_result) -> str:
    return f"{at.st_size} {at.st_mtime_ns} {at.st_ctime_ns} {at.st_ino}"


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
    """Finish what a build was stopped in: a swap between its two renames, a patch half way."""
    before = _before(site)
    if before.is_dir() and not site.exists():
        before.rename(site)
    patches.finish(site, _beside(site))


def _before(site: Path) -> Path:
    return site.with_name(f"{site.name}.moi-before")


def _beside(site: Path) -> Path:
    return site.with_name(f"{site.name}.moi")


def bring_up(
    site: Path, targets: Collection[str], made: Mapping[str, bytes], standing: Mapping[str, str]
) -> dict[str, str]:
    """Bring a site up to date; return the signatures of all its files.

    Args:
        site: its folder.
        targets: the paths of all its files; what is not in ``made`` stays as it is.
        made: what was made anew.
        standing: the signatures of what stands there now.
    """
    gone = standing.keys() - targets
    if not _patched(site, made, gone, len(standing)):
        _put_together(site, targets, made)
        return signatures(site)
    now = {path: standing[path] for path in targets if path not in made}
    now.update((path, _said(os.stat(f"{site}/{path}"))) for path in made)  # noqa: PTH116
    return now


def _patched(site: Path, made: Mapping[str, bytes], gone: Collection[str], standing: int) -> bool:
    if (len(made) + len(gone)) * _FEW > standing:
        return False
    try:
        patches.put(site, _beside(site), made, gone)
    except OSError:  # a folder stands where a file belongs, for one
        return False
    return True


def _put_together(site: Path, targets: Iterable[str], made: Mapping[str, bytes]) -> None:
    building = Building(site, _beside(site))
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
