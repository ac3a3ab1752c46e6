"""The house: who may ask whom, where MkDocs and the clock are let in, and how much fits a room."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import ROOT
from loa.guide.house import FLOORS, room_of
from loa.guide.house_picture import picture

HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "loa"
DOOR = HOOKS / "mkdocs_events.py"

PLACE = {room.name: number for number, floor in enumerate(FLOORS) for room in floor}
LONGEST_MODULE, LONGEST_DOOR = 300, 75
CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "time", "time_ns", "fromtimestamp"}
HOLDERS = {"datetime", "date", "time", "dt", "_time"}


def modules() -> list[Path]:
    """Every Python file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room in which a module stands."""
    return room_of(".".join(path.relative_to(PACKAGE).with_suffix("").parts))


def shown(path: Path) -> str:
    """A file as sentences name it."""
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, full name) of everything that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{shown(path)}:{node.lineno} imports by dots; write the name"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def asked(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, room) of each other room of the package that a file asks."""
    for line, name in imports(path):
        first, _, rest = name.partition(".")
        if first == "loa" and (other := room_of(rest)) != room(path):
            yield line, other


def test_every_module_has_its_place() -> None:
    """A newcomer finds each module in one list, in the order in which to read them."""
    found = [path for path in modules() if path.stem != "__init__"]
    homeless = sorted({room(path) for path in found} - set(PLACE))
    gone = sorted(set(PLACE) - {room(path) for path in modules()})

    assert not homeless, f"Give {', '.join(homeless)} a floor in guide/house.py."
    assert not gone, f"guide/house.py names {', '.join(gone)}, which the package no longer has."


def test_the_picture_shows_every_room() -> None:
    """Who reads no code sees in one picture what the program consists of."""
    drawn = picture()

    assert [name for name in PLACE if f">{name}</text>" not in drawn] == []


@pytest.mark.parametrize("path", modules(), ids=shown)
def test_arrows_point_left(path: Path) -> None:
    """A change in one room reaches only the floors below it."""
    wrong = [
        f"{shown(path)}:{line} asks {other}, which is not on a floor above {room(path)}; "
        "move what both need up."
        for line, other in asked(path)
        if PLACE.get(other, 99) >= PLACE.get(room(path), 99)
    ]

    assert not wrong, "\n".join(wrong)


def test_mkdocs_is_known_at_the_door_only() -> None:
    """The day MkDocs goes, one file is rewritten."""
    others = [
        f"{shown(path)}:{line} imports {name}"
        for path in [*modules(), *sorted((ROOT / "scripts").glob("*.py"))]
        for line, name in imports(path)
        if name.split(".")[0] in ("mkdocs", "properdocs", "material")
    ]

    assert others == [], "Only hooks/mkdocs_events.py may import the generator."
    assert any(name.startswith("mkdocs.") for _, name in imports(DOOR))


def test_nobody_asks_the_door_or_the_scripts() -> None:
    """The package works in a test or another program without either."""
    scripts = {path.stem for path in (ROOT / "scripts").glob("*.py")} | {"mkdocs_events"}
    found = [
        f"{shown(path)}:{line} imports {name}"
        for path in modules()
        for line, name in imports(path)
        if name.split(".")[0] in scripts
    ]

    assert found == [], "hooks/loa must not import scripts/ or the door."


def test_one_clock_hangs_in_the_house() -> None:
    """Builds can be repeated: the day is asked in clock.py and handed on."""
    looks = [
        f"{shown(path)}:{node.lineno} calls {ast.unparse(node)}"
        for path in [*modules(), DOOR]
        if path != PACKAGE / "clock.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
        if isinstance(node.value, ast.Name | ast.Attribute)
        if ast.unparse(node.value).split(".")[-1] in HOLDERS
    ]

    assert looks == [], "Only hooks/loa/clock.py looks at a clock; pass `today` instead."


# Rooms that are meant to look at a disk; the other modules, each with what notes its look.
DISK_ROOMS = {"disk", "media", "plan", "guide", "styles", "rendered", "desk", "load", "text"}
DISK_ROOMS |= {"kept_reading", "outputs", "machines"}
DISK_LOOKS = {
    "ask/approval.py": "a file that attached() has noted",
    "check/brought.py": "note_tree",
    "check/pictures.py": "a folder of names for advice, after attached() has noted the file",
    "check/site.py": "note_file",
    "drawn/picture_files.py": "planned in every build; its maker notes the file",
    "exports/kit/": "the kit's own folder, which its manifest tells",
    "exports/town_page/copy_page.py": "the program's own files",
    "instead.py": "the site before and the program's own files, when something has failed",
    "fields/several.py": "no disk: it walks values",
    "layout.py": "the marks of templates, which pages note",
    "pages/slips.py": "the program's own files",
    "recipes.py": "planned in every build; its makers note the files",
    "search/one_file.py": "the program's own files",
}
LOOKS = {"read_text", "read_bytes", "rglob", "glob", "iterdir", "open", "scandir", "walk"}


def test_the_disk_is_read_where_a_note_is_left() -> None:
    """What a file is made from can't change unnoticed: other rooms are handed what was read."""
    looks = [
        f"{shown(path)}:{node.lineno} calls {ast.unparse(node.func)}"
        for path in modules()
        if path.relative_to(PACKAGE).with_suffix("").parts[0] not in DISK_ROOMS
        if not path.relative_to(PACKAGE).as_posix().startswith(tuple(DISK_LOOKS))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called(node) in LOOKS
    ]

    assert looks == [], "Ask attached(), or note_file() first and say so in DISK_LOOKS."


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


@pytest.mark.parametrize("source", ["datetime.now()", "dt.date.today()", "time.time()"])
def test_a_hidden_clock_would_be_heard(source: str) -> None:
    """The search for clocks knows the ways in which one is read."""
    (call,) = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]

    assert isinstance(call.func, ast.Attribute)
    assert call.func.attr in CLOCKS
    assert ast.unparse(call.func.value).split(".")[-1] in HOLDERS


@pytest.mark.parametrize("path", [*modules(), DOOR], ids=shown)
def test_a_room_is_no_hall(path: Path) -> None:
    """A module can be read in one sitting, the door at one glance."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    most = LONGEST_DOOR if path == DOOR else LONGEST_MODULE

    assert lines <= most, f"{shown(path)} has {lines} lines; split it before it passes {most}."


def test_only_events_are_called_events() -> None:
    """MkDocs takes every name that begins with "on_" for an event and stops at an unknown one."""
    names = {
        node.name
        for node in ast.walk(ast.parse(DOOR.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("on_")
    }
    imported = {name.split(".")[-1] for _, name in imports(DOOR)}

    known = ("startup", "config", "pre_build", "files", "post_build", "serve", "shutdown")
    assert names <= {f"on_{name}" for name in known}
    assert not {name for name in imported if name.startswith("on_")}
