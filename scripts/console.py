"""What every script needs before it can do anything: a fit Python, plain words, other programs.

Only the standard library is used here: this is the first code that runs on a new machine.
"""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

OLDEST_PYTHON = (3, 11)
# Stands before everything that an old Python cannot run, so that it can still say this.
if sys.version_info[:2] < OLDEST_PYTHON:
    sys.exit(
        "Máy đang dùng Python {}.{}; Loa cần Python 3.11 trở lên.\n"
        "Hãy cài bản mới (Windows: winget install Python.Python.3.13; "
        "Debian, Ubuntu: sudo apt install python3 python3-venv) rồi chạy lại.".format(
            *sys.version_info[:2]
        )
    )

ROOT = Path(__file__).resolve().parent.parent


class SetupError(Exception):
    """Something that the person at the keyboard can put right; the text says how."""


def guarded(main: Callable[[], int]) -> int:
    """Run a script's main; what a person can fix is told plainly, a bug keeps its traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Windows console that is piped to a file would refuse Vietnamese letters. Line by
            # line, because programs that we start write to the same place.
            stream.reconfigure(encoding="utf-8", line_buffering=True)
    try:
        return main()
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def variables(**more: str) -> dict[str, str]:
    """Environment of every program we start: UTF-8 on Windows too, no banner from the theme."""
    return os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"} | more


def run(*command: str | Path, folder: Path = ROOT) -> int:
    """Run a program, let it talk to the person, and give back its exit code."""
    return subprocess.run(command, cwd=folder, env=variables()).returncode


def ask(*command: str | Path, folder: Path = ROOT) -> tuple[int, str]:
    """Run a program quietly: its exit code and all that it said."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=variables(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode, done.stdout
