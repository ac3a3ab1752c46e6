"""The folder of one post in the kit: written file by file, so that a second run finds it done.

The manifest is written last: a run that was stopped is taken up again by the next one.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loa.disk.atomic import write_whole

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Kept:
    """What a folder of the kit holds, as its manifest tells it."""

    folder: Path
    work_mark: str = ""
    content_mark: str = ""
    files: Mapping[str, str] = field(default_factory=dict)  # name → sha256
    formats: Mapping[str, str] = field(default_factory=dict)  # name → title of its format

    @property
    def is_whole(self) -> bool:
        """Say whether every file is there as it was made."""
        return bool(self.work_mark) and all(
            _digest_of(self.folder / name) == digest for name, digest in self.files.items()
        )

    def made_in(self, title: str) -> list[str]:
        """Return the names of the files that were made in one format."""
        return [name for name in self.files if self.formats.get(name) == title]


def kept(folder: Path) -> Kept:
    """Return what stands in a folder; nothing where its manifest can't be read."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {one["name"]: one["sha256"] for one in told["files"]}
        formats = dict(told["formats"])
        return Kept(folder, told["work_mark"], told["content_mark"], files, formats)
    except (OSError, ValueError, KeyError, TypeError):
        return Kept(folder)


def write(folder: Path, files: Mapping[str, bytes], manifest: Mapping[str, Any]) -> list[str]:
    """Write files and manifest, take away what an earlier run made and this one does not.

    Returns the names of those that another program holds open; what the officer has put there
    stays.
    """
    before = kept(folder)
    if not (folder / MANIFEST).is_file():
        # Known as a folder of the kit from its first file on, should this run be stopped.
        written(folder / MANIFEST, json.dumps({"id": manifest.get("id")}).encode())
    held = [name for name, data in files.items() if not written(folder / name, data)]
    for name in set(before.files) - set(files):
        held += [] if removed(folder / name) else [name]
    listed = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    if not held:
        text = json.dumps({**manifest, "files": listed}, ensure_ascii=False, indent=2)
        written(folder / MANIFEST, f"{text}\n".encode())
    return held


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
