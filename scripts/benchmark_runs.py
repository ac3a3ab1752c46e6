"""One measured build: what it cost by the kernel's account, what it wrote, what it published."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import benchmark_stopwatch
from benchmark_peers import Generator
from console import SetupError, variables

# The day that invented posts are dated by: the same town every day.
TODAY = "2026-11-24"


@dataclass(frozen=True)
class Cost:
    """What one build cost, the whole tree of its processes; ``peak`` is the largest of them."""

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True)
class Published:
    """One published file: what tells that it was written again, and what that it differs."""

    place: tuple[int, int, int]
    digest: bytes

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.place[2]


Snapshot = Mapping[str, Published]


def run(generator: Generator) -> Cost:
    """Build once, with as little beside it as can be.

    Raises:
        SetupError: the build failed; the end of what it said is in the text.
    """
    result = generator.folder.with_name(f"{generator.folder.name}-cost.json")
    said = generator.folder.with_name(f"{generator.folder.name}-said.txt")
    arguments: list[str] = []
    for command in generator.commands:
        arguments += [benchmark_stopwatch.NEXT] if arguments else []
        arguments += [str(part) for part in command]
    stopwatch = (sys.executable, "-I", "-S", benchmark_stopwatch.__file__, str(result))
    with said.open("wb") as log:
        subprocess.run(
            [*stopwatch, *arguments],
            cwd=generator.folder,
            env=variables() | {"LOA_TODAY": TODAY},
            stdout=log,
            stderr=subprocess.STDOUT,
            check=True,
        )
    cost = json.loads(result.read_text(encoding="utf-8"))
    if cost["code"] != 0:
        told = said.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise SetupError(f"«{generator.label}» không dựng được:\n{told}")
    return Cost(cost["wall"], cost["cpu"], cost["peak"])


def look(generator: Generator, before: Snapshot) -> Snapshot:
    """Return what a generator has published; files that nobody touched are not read again."""
    found = {}
    for output in generator.outputs:
        for path in sorted((generator.folder / output).rglob("*")):
            if path.is_file():
                name = path.relative_to(generator.folder).as_posix()
                found[name] = _published(path, before.get(name))
    return found


def written(before: Snapshot, now: Snapshot) -> list[str]:
    """Return the files that a build wrote, be it with the same bytes."""
    return [name for name, file in now.items() if name not in before or before[name] != file]


def different(before: Snapshot, now: Snapshot) -> list[str]:
    """Return the files that a host must be given again: new ones, and those with other bytes."""
    return [
        name
        for name, file in now.items()
        if name not in before or before[name].digest != file.digest
    ]


def holds(generator: Generator, names: list[str], words: str) -> bool:
    """Say whether one of these files has the words of an edit."""
    wanted = words.encode()
    return any(wanted in (generator.folder / name).read_bytes() for name in names)


def _published(path: Path, before: Published | None) -> Published:
    stat = path.stat()
    place = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    if before is not None and before.place == place:
        return before
    return Published(place, blake2b(path.read_bytes(), digest_size=16).digest())
