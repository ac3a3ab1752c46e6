"""Files that were meant to be read and are not, for their names: told with the name to give them.

Notepad hides that it saved "bai.md.txt"; other programs write .markdown or .yaml; Linux takes .MD
for another ending, Windows does not. All of them are told alike on every PC.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from loa.disk.copies import copied
from loa.problems import Level, Problem

MARKDOWN = ".md"
_MEANT_MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mkd|mkdn|mdx)(?:\.txt)?", re.I)
_MEANT_DATA = re.compile(r"\.ya?ml(?:\.txt)?", re.I)
_MEANT_TABLE = re.compile(r"\.[ct]sv(?:\.txt)?", re.I)
_SHOW_ENDINGS = "trong Windows bật «File name extensions» mới thấy hết đuôi tệp"


def texts(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder and below, as every PC sees them; no second copies."""
    found = sorted(path for path in folder.rglob("*.md") if is_content(path, folder))
    return [path for path in found if _original(path, found) is None]


def is_content(path: Path, folder: Path) -> bool:
    """Say whether a Markdown file is written by people: no note of a program or of a Mac."""
    parts = path.relative_to(folder).parts
    return path.suffix == MARKDOWN and not any(is_hidden(part) for part in parts)


def is_hidden(name: str) -> bool:
    """Say whether a name is one that programs give to what they keep for themselves."""
    return name.startswith((".", "~$", ".~", "__MACOSX", "$RECYCLE", "@eaDir"))


def told(root: Path, data: Collection[str]) -> Iterator[Problem]:
    """Yield a reminder for each file under stories/, docs/ and data/ that another name would save.

    Args:
        root: the project's folder.
        data: the names, without an ending, that files of ``data/`` may have.
    """
    for top in ("stories", "docs"):
        yield from _told_copies(root, sorted((root / top).rglob("*.md")), root / top)
        yield from _told_endings(root, root / top, _MEANT_MARKDOWN, MARKDOWN)
    for path in sorted((root / "data").glob("*")):
        yield from _told_data(root, path, data)
    tables = root / "data" / "indicators"
    yield from _told_copies(root, sorted(tables.glob("*.csv")), tables)
    yield from _told_endings(root, tables, _MEANT_TABLE, ".csv")


def original_of(path: Path) -> str | None:
    """Return the file beside a file that it is a second copy of, by its name; None for others."""
    beside = [other for other in path.parent.glob(f"*{path.suffix}") if other.is_file()]
    return _original(path, beside)


def _original(path: Path, files: list[Path]) -> str | None:
    beside = [other.stem for other in files if other.parent == path.parent]
    found = copied(path.stem, beside)
    return f"{found}{path.suffix}" if found is not None else None


def _told_copies(root: Path, files: list[Path], folder: Path) -> Iterator[Problem]:
    for path in files:
        if any(is_hidden(part) for part in path.relative_to(folder).parts):
            continue
        if (original := _original(path, files)) is not None:
            message = (
                f"bản sao của «{original}», không đọc và không đăng; chỗ nào mới thì chép sang "
                f"«{original}», rồi xóa tệp này"
            )
            yield Problem(path.relative_to(root).as_posix(), 1, message, Level.REMINDER)


def _told_endings(
    root: Path, folder: Path, meant: re.Pattern[str], ending: str
) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        stem = _stem(path.name, meant, ending)
        if stem and path.is_file() and not any(is_hidden(part) for part in parts):
            yield _renamed(root, path, f"{stem}{ending}", Level.REMINDER)


def _told_data(root: Path, path: Path, known: Collection[str]) -> Iterator[Problem]:
    """Tell a file of data that is not read; an error where it is the only one of its name."""
    stem = _stem(path.name, _MEANT_DATA, ".yml")
    if not path.is_file() or is_hidden(path.name):
        return
    if stem:
        right = f"{stem.lower() if stem.lower() in known else stem}.yml"
        is_missed = right.removesuffix(".yml") in known and not (path.parent / right).exists()
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


def _renamed(root: Path, path: Path, right: str, level: Level) -> Problem:
    hidden = f" ({_SHOW_ENDINGS})" if path.suffix.lower() == ".txt" else ""
    if (path.parent / right).exists() and path.name.lower() != right.lower():
        message = f"tệp này không được đọc, vì đã có «{right}»; hãy xóa hoặc chuyển đi"
    else:
        message = f"tệp này không được đọc vì đuôi tệp; hãy đổi tên thành «{right}»{hidden}"
    return Problem(path.relative_to(root).as_posix(), 1, message, level)
