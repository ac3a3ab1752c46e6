"""What every script needs before it can do anything: a fit Python, plain words, other programs.

Only the standard library is used here: this is the first code that runs on a new machine.
"""

import io
import os
import subprocess
import sys
import traceback
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


LOG = ".cache/loi.txt"
FAULT = 70  # exit code: a fault of the program, not of the content
_ABOUT = "Tệp: "  # begins the note that names what was being read, as in loa.problems


class SetupError(Exception):
    """Something that the person at the keyboard can put right; the text says how."""


def guarded(main: Callable[[], int]) -> int:
    """Run a script's main; what a person can fix is told plainly, a bug too, with its log."""
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
    except Exception as error:  # whoever writes posts can do nothing with a traceback
        print(f"\n{_fault(error)}", file=sys.stderr)
        return FAULT


def _fault(error: Exception) -> str:
    """Return what an officer is told of a bug; its traceback goes to a file that this names."""
    about = [
        note.removeprefix(_ABOUT)
        for note in getattr(error, "__notes__", ())
        if note.startswith(_ABOUT)
    ]
    where = f" khi đọc tệp «{about[0]}»; hãy xem lại chỗ vừa sửa trong tệp ấy" if about else ""
    log = ROOT / LOG
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(
            "".join(traceback.format_exception(error)), encoding="utf-8", errors="replace"
        )
    except OSError:
        return f"Chương trình gặp lỗi{where}, và không ghi được tệp {LOG} ({type(error).__name__})."
    return f"Chương trình gặp lỗi{where}. Nếu vẫn thế, hãy gửi tệp {LOG} cho người lập trình."


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
