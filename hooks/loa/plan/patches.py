"""A few new files for a folder: written beside it, then moved in, and nothing is lost half way.

What is to be done is written down before anything is touched. Whoever is stopped while files are
moved leaves this list, and the next run finishes it. Every file is whole at every moment; pages
come after what they load, and what nobody needs any more goes last.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

_LIST = "danh-sach.json"


def put(folder: Path, beside: Path, made: Mapping[str, bytes], gone: Collection[str]) -> None:
    """Put files into a folder and take others out.

    Args:
        folder: where they belong.
        beside: a folder of our own on the same disk, emptied first and taken away at the end.
        made: content by path.
        gone: paths of files that are wanted no more.

    Raises:
        OSError: a file could not be written or moved; ``finish`` tries again.
    """
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    order = sorted(made, key=lambda path: (path.endswith(".html"), path))
    for number, path in enumerate(order):
        (beside / str(number)).write_bytes(made[path])
    draft = beside / f"{_LIST}.moi"
    draft.write_text(json.dumps({"put": order, "gone": sorted(gone)}), encoding="utf-8")
    draft.rename(beside / _LIST)
    finish(folder, beside)


def finish(folder: Path, beside: Path) -> None:
    """Do what a list says that an earlier run has left; without one, nothing was touched yet."""
    try:
        told = json.loads((beside / _LIST).read_text(encoding="utf-8"))
    except OSError:
        return
    for number, path in enumerate(told["put"]):
        source = beside / str(number)
        if source.exists():  # otherwise it was moved before
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
    for path in told["gone"]:
        (folder / path).unlink(missing_ok=True)
    _take_empty_folders(folder, told["gone"])
    shutil.rmtree(beside, ignore_errors=True)


def _take_empty_folders(folder: Path, gone: Iterable[str]) -> None:
    for path in gone:
        for parent in (folder / path).parents:
            if parent == folder:
                break
            try:
                os.rmdir(parent)  # noqa: PTH106
            except OSError:  # something else is in it, or it is gone already
                break
