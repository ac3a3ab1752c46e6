"""Files that were meant to be read and are not, for their names: told with the name to give them.

Notepad hides that it saved "bai.md.txt"; other programs write .markdown or .yaml; Linux takes .MD
for another ending, Windows does not. All of them are told alike on every PC.
"""

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from loa.disk.copies import copied
from loa.problems import Level, Problem

MARKDOWN, TABLE = ".md", ".csv"
_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # as posts are named
MEANT_MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mkd|mkdn|mdx)(?:\.txt)?$", re.I)
_MEANT_DATA = re.compile(r"\.ya?ml(?:\.txt)?", re.I)
_MEANT_TABLE = re.compile(r"\.[ct]sv(?:\.txt)?", re.I)
_SHOW_ENDINGS = "trong Windows bật «File name extensions» mới thấy hết đuôi tệp"


def texts(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder and below, as every PC sees them; no second copies."""
    found = _below(folder, MARKDOWN)
    copies = _copies(found)
    return [path for path in found if path not in copies]


def tables(folder: Path) -> list[Path]:
    """Return the tables in a folder, in the same way."""
    found = [path for path in _below(folder, TABLE) if path.parent == folder]
    copies = _copies(found)
    return [path for path in found if path not in copies]


def _below(folder: Path, ending: str = "") -> list[Path]:
    """Return files and what else has the ending, in order; nothing that programs keep."""
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not is_hidden(name)]
        named = [*files, *folders] if ending else files
        found += [
            Path(place, name)
            for name in named
            if not is_hidden(name) and (not ending or name.endswith(ending))
        ]
    return sorted(found)


def is_hidden(name: str) -> bool:
    """Say whether a name is one that programs give to what they keep for themselves."""
    return name.startswith((".", "~$", ".~", "__MACOSX", "$RECYCLE", "@eaDir"))


def told(root: Path, data: Collection[str]) -> Iterator[Problem]:
    """Yield a reminder for each file under stories/, docs/ and data/ that another name would save.

    Args:
        root: the project's folder.
        data: the names, without an ending, that files of ``data/`` may have.
    """
    for top, meant, ending in (
        *(("stories", MEANT_MARKDOWN, MARKDOWN), ("docs", MEANT_MARKDOWN, MARKDOWN)),
        ("data/indicators", _MEANT_TABLE, TABLE),
    ):
        files = _below(root / top)
        for path, original in _copies([one for one in files if one.suffix == ending]).items():
            yield _copy(root, path, original)
        for path in files:
            stem = _stem(path.name, meant, ending)
            if not stem and ending == MARKDOWN and _is_text_of_a_post(path):
                stem = path.stem
            if stem:
                yield _renamed(root, path, f"{stem}{ending}", Level.REMINDER)
    for path in sorted((root / "data").glob("*")):
        yield from _told_data(root, path, data)


def _is_text_of_a_post(path: Path) -> bool:
    """Say whether Notepad saved a post as a plain text: it begins as every post does."""
    if path.suffix.lower() != ".txt":
        return False
    try:
        with path.open("rb") as opened:
            return opened.read(6).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False


def _copies(files: list[Path]) -> dict[Path, str]:
    """Return which of these files is a second copy, and the name of the one beside it."""
    found = {}
    for path in files:
        if not _PLAIN.fullmatch(path.stem):  # hardly any: who copies a file does not name it
            beside = [other.stem for other in files if other.parent == path.parent]
            if (original := copied(path.stem, beside)) is not None:
                found[path] = f"{original}{path.suffix}"
    return found


def _copy(root: Path, path: Path, original: str) -> Problem:
    message = (
        f"bản sao của «{original}», không đọc và không đăng; chỗ nào mới thì chép sang "
        f"«{original}», rồi xóa tệp này"
    )
    return Problem(path.relative_to(root).as_posix(), 1, message, Level.REMINDER)


def _told_data(root: Path, path: Path, known: Collection[str]) -> Iterator[Problem]:
    """Tell a file of data that is not read; an error where it is the only one of its name."""
    stem = _stem(path.name, _MEANT_DATA, ".yml")
    if path.suffix == ".yml" and path.stem not in known and path.stem.lower() in known:
        stem = path.stem
    if not path.is_file() or is_hidden(path.name):
        return
    if stem:
        right = f"{stem.lower() if stem.lower() in known else stem}.yml"
        is_missed = right.removesuffix(".yml") in known and not _stands_beside(path, right)
        yield _renamed(root, path, right, Level.ERROR if is_missed else Level.REMINDER)
    elif path.suffix == ".yml" and path.stem not in known:
        original = copied(path.stem, known)
        advice = f"bản sao của «{original}.yml»" if original else "không phải tệp dữ liệu của trang"
        message = f"{advice}, không đọc; hãy xóa hoặc chuyển tệp này đi"
        yield Problem(path.relative_to(root).as_posix(), 1, message, Level.REMINDER)


def _stem(name: str, meant: re.Pattern[str], ending: str) -> str:
    """Return a name without an ending that is nearly right; empty where it is right or another."""
    for place in range(1, len(name)):
        if name[place] == "." and meant.fullmatch(name, place):
            return "" if name[place:] == ending else name[:place]
    return ""


def _stands_beside(path: Path, name: str) -> bool:
    """Say whether a file of exactly this name stands there: Windows would take another for it."""
    return any(other.name == name for other in path.parent.iterdir())


def _renamed(root: Path, path: Path, right: str, level: Level) -> Problem:
    hidden = f" ({_SHOW_ENDINGS})" if path.suffix.lower() == ".txt" else ""
    if _stands_beside(path, right):
        message = f"tệp này không được đọc, vì đã có «{right}»; hãy xóa hoặc chuyển đi"
    else:
        message = f"tệp này không được đọc vì đuôi tệp; hãy đổi tên thành «{right}»{hidden}"
    return Problem(path.relative_to(root).as_posix(), 1, message, level)
