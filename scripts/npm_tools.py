"""Checkers from npm (accessibility, HTML), exactly as tests/package-lock.json has them."""

import hashlib
import shutil

from console import ROOT, SetupError, ask

FOLDER = ROOT / "tests"
LOCK = FOLDER / "package-lock.json"
STAMP = FOLDER / "node_modules" / "loa-installed.txt"


def prepare() -> None:
    """Install the locked checkers; takes no time when they are there already."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    npm = shutil.which("npm")  # the full path, because it is npm.cmd on Windows
    if npm is None:
        raise SetupError("Chưa có npm trên máy; hãy cài Node.js rồi chạy lại.")
    print("Đang cài công cụ kiểm tra từ npm…")
    # Nothing that is installed may run code of its own, and a report of ours asks nobody outside.
    code, said = ask(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=FOLDER)
    if code != 0:
        raise SetupError(f"Chưa cài được công cụ từ npm; hãy kiểm tra mạng.\n\n{said[-2000:]}")
    STAMP.write_text(wanted, encoding="utf-8")
