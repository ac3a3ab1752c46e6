"""The folder of one post in the kit: written file by file, so that a second run finds it done.

The manifest is written last: a run that was stopped is taken up again by the next one.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loa.disk.atomic import write_whole
from loa.plan.files import signature

MANIFEST = "manifest.json"
_SEEN = Path(".cache") / "kit"  # of no use to anybody but the next run on this machine


@dataclass(frozen=True)
class Kept:
    """What a folder of the kit holds, as its manifest tells it."""

    folder: Path
    content_mark: str = ""
    files: Mapping[str, str] = field(default_factory=dict)  # name → sha256
    formats: Mapping[str, str] = field(default_factory=dict)  # name → title of its format
    seen: Mapping[str, str] = field(default_factory=dict)  # name → size and times when written

    @property
    def mark(self) -> str:
        """A mark that changes when any file does; empty where nothing stands."""
        if not self.files:
            return ""
        listed = "\n".join(f"{name} {digest}" for name, digest in self.files.items())
        return hashlib.sha256(listed.encode()).hexdigest()[:32]

    def holds(self, names: Iterable[str]) -> bool:
        """Say whether these files are there as they were made."""
        return all(self._is_whole(name) for name in names)

    def _is_whole(self, name: str) -> bool:
        path = self.folder / name
        # Times spare the reading: a kit of a thousand posts weighs a gigabyte.
        return self.seen.get(name) == signature(path) or _digest_of(path) == self.files[name]

    def made_in(self, title: str) -> list[str]:
        """Return the names of the files that were made in one format."""
        return [name for name in self.files if self.formats.get(name) == title]


def kept(folder: Path) -> Kept:
    """Return what stands in a folder; nothing where its manifest can't be read."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {one["name"]: one["sha256"] for one in told["files"]}
        return Kept(folder, told["content_mark"], files, dict(told["formats"]), _seen(folder))
    except (OSError, ValueError, KeyError, TypeError):
        return Kept(folder)


def write(
    folder: Path, files: Mapping[str, bytes | None], manifest: Mapping[str, Any]
) -> list[str]:
    """Write files and manifest, take away what an earlier run made and this one does not.

    Args:
        folder: of one post.
        files: each name with what the file shall hold; None leaves it as it is.
        manifest: what it tells beside the files.

    Returns:
        The names of those that another program holds open; what the officer has put there stays.
    """
    before = kept(folder)
    if not (folder / MANIFEST).is_file():
        # Known as a folder of the kit from its first file on, should this run be stopped.
        written(folder / MANIFEST, json.dumps({"id": manifest.get("id")}).encode())
    held = [
        name
        for name, data in files.items()
        if data is not None and not written(folder / name, data)
    ]
    for name in set(before.files) - set(files):
        held += [] if removed(folder / name) else [name]
    if not held:
        listed = [_listed(name, data, folder, before) for name, data in files.items()]
        text = json.dumps({**manifest, "files": listed}, ensure_ascii=False, indent=2)
        written(folder / MANIFEST, f"{text}\n".encode())
        seen = {name: signature(folder / name) for name in files}
        written(_seen_file(folder), json.dumps(seen).encode())
    return held


def _listed(name: str, data: bytes | None, folder: Path, before: Kept) -> dict[str, Any]:
    if data is None:
        size = (folder / name).stat().st_size
        return {"name": name, "size": size, "sha256": before.files[name]}
    return {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def _seen(folder: Path) -> dict[str, str]:
    """Return size and times of the files as they were when this machine wrote them."""
    try:
        return dict(json.loads(_seen_file(folder).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _seen_file(folder: Path) -> Path:
    return folder.parent.parent / _SEEN / f"{folder.name}.json"


def remove_others(kit: Path, wanted: Mapping[str, str], zips: str) -> list[str]:
    """Take away the folders of posts that may not go out any more; whatever stands in them goes.

    ``wanted`` tells whose each folder is, by id: the name may have passed to another post.

    Returns the names of those that another program holds open.
    """
    held = []
    for folder in sorted(kit.iterdir()) if kit.is_dir() else ():
        known = (folder / MANIFEST).is_file() or (kit / zips / f"{folder.name}.zip").is_file()
        if not folder.is_dir() or not known or folder.name == zips:
            continue
        if folder.name in wanted and wanted[folder.name] != _owner(folder):
            shutil.rmtree(folder, ignore_errors=True)  # what is held there will be told later
        elif folder.name not in wanted:
            shutil.rmtree(folder, ignore_errors=True)
            held += [folder.name] if folder.exists() else []
    return held


def _owner(folder: Path) -> str:
    """Return the id of the post whose folder it is; nothing where it can't be read."""
    try:
        return str(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["id"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def written(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all; one that is as it should be is left alone."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return True
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError:
        return False
    return True


def removed(path: Path) -> bool:
    """Take a file away; say whether it is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
