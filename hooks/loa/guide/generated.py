"""Files that are committed but made from the declarations: schemas, templates, writers' guide."""

from pathlib import Path

from loa.guide import chapters, house, house_picture, schema, templates

_FOLDERS = (schema.FOLDER, templates.FOLDER, chapters.FOLDER)


def generated_files() -> dict[str, str]:
    """Return the text of every generated file by its path."""
    return {
        **schema.schema_files(),
        **templates.template_files(),
        **chapters.guide_files(),
        "docs/dev/rooms.svg": house_picture.picture(),
        "hooks/loa/__init__.py": house.package_docstring(),
    }


def stale_files(root: Path) -> list[str]:
    """Return the generated files that are missing or differ from what would be made now."""
    return [path for path, text in _made(root).items() if _committed(root / path) != text]


def surplus_files(root: Path) -> list[str]:
    """Return files in the generated folders that nothing makes any more."""
    made = generated_files()
    found = (file for folder in _FOLDERS for file in (root / folder).glob("*") if file.is_file())
    paths = (file.relative_to(root).as_posix() for file in found)
    return sorted(path for path in paths if path not in made)


def write_stale_files(root: Path) -> list[str]:
    """Write the files that are stale; return their paths."""
    made = _made(root)
    written = stale_files(root)
    for path in written:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made[path], encoding="utf-8", newline="\n")
    return written


def _made(root: Path) -> dict[str, str]:
    """Return every generated file, and those written by hand with their generated part anew."""
    texts = {path: _committed(root / path) for path in house.PARTS}
    return generated_files() | {
        path: house.PARTS[path](text) for path, text in texts.items() if text is not None
    }


def _committed(file: Path) -> str | None:
    # A checkout on Windows may carry CRLF; what is read here has LF either way.
    return file.read_text(encoding="utf-8") if file.is_file() else None
