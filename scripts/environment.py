"""The project's own .venv, so that nothing else on the machine decides how a build turns out.

`python scripts/environment.py ARGS…` runs the .venv's Python with ARGS; --dev adds the test tools.
"""

import hashlib
import importlib.util
import os
import shutil
import sys

from console import OLDEST_PYTHON, ROOT, SetupError, ask, guarded, run

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "loa-installed.txt"
SITE_LOCK = "requirements.txt"
TEST_LOCK = "requirements-dev.txt"

NO_VENV = (
    "Python trên máy chưa tạo được môi trường riêng (.venv).\n"
    "Debian, Ubuntu: chạy «sudo apt install python3-venv» rồi làm lại.\n"
    "Máy khác: cài lại Python từ bộ cài chính thức rồi làm lại."
)
VENV_IN_USE = (
    "Không xoá được thư mục .venv cũ: có cửa sổ đang dùng nó.\n"
    "Hãy đóng các cửa sổ đang chạy Loa rồi làm lại."
)
# What pip says → what it means; the first that fits is told, and pip's last words follow.
PIP_TROUBLES = (
    ("DO NOT MATCH THE HASHES", "Gói tải về không khớp mã kiểm tra đã khoá; đừng dùng gói đó."),
    ("No space left", "Ổ đĩa đã đầy; hãy dọn bớt rồi chạy lại."),
    ("Errno 13", "Không ghi được vào thư mục .venv; hãy kiểm tra quyền ghi."),
    ("WinError 5", "Không ghi được vào .venv; hãy đóng các cửa sổ đang chạy Loa rồi chạy lại."),
    ("(from versions: none)", "Không tải được thư viện; hãy kiểm tra mạng rồi chạy lại."),
    ("ConnectionError", "Không nối được mạng; hãy kiểm tra mạng rồi chạy lại."),
    ("Timeout", "Mạng chậm hoặc bị ngắt; hãy chạy lại khi mạng ổn hơn."),
    ("Could not find a version", "Chưa có bản thư viện dựng sẵn cho máy hoặc bản Python này."),
)


def prepare(lock: str = SITE_LOCK) -> None:
    """Make .venv hold what the lock says; takes no time when it already does."""
    if not _is_usable():
        _create()
    # The test lock holds everything of the site's lock, so it will do for the site.
    enough = {_stamp(TEST_LOCK), _stamp(lock)}
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") in enough:
        return
    print(f"Đang cài thư viện theo {lock} (lần đầu mất một vài phút)…")
    STAMP.unlink(missing_ok=True)
    # No source packages: they would need a compiler, and run build tools that no hash covers.
    _pip("install", "--require-hashes", "--only-binary=:all:", "-r", lock)
    _pip("install", "--no-deps", "--no-build-isolation", "-e", ".")
    STAMP.write_text(_stamp(lock), encoding="utf-8")


def _is_usable() -> bool:
    """An environment breaks when the Python it was made from is replaced or removed."""
    probe = f"import pip, sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    return PYTHON.is_file() and ask(PYTHON, "-c", probe)[0] == 0


def _create() -> None:
    print("Đang tạo môi trường riêng .venv…")
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise SetupError(f"{VENV_IN_USE}\n({error})") from error
    # Debian ships venv without the part that puts pip into it.
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(NO_VENV)
    code, said = ask(sys.executable, "-m", "venv", VENV)
    if code != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(f"{NO_VENV}\n\n{said}".rstrip())


def _stamp(lock: str) -> str:
    """Name of the lock, and all that an installation depends on: the locks, this folder's place."""
    digest = hashlib.sha256(str(ROOT).encode())
    for lock in (TEST_LOCK, SITE_LOCK):
        digest.update((ROOT / lock).read_bytes())
    return f"{lock} {digest.hexdigest()}\n"


def _pip(*arguments: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    code, said = ask(PYTHON, "-m", "pip", *quiet, *arguments)
    if code == 0:
        return
    known = [meaning for words, meaning in PIP_TROUBLES if words in said]
    meaning = known[0] if known else "Chưa cài được thư viện; pip báo như sau."
    # Before its first error pip only tells what else it tried.
    told = said[max(said.find("ERROR:"), 0) :]
    raise SetupError(f"{meaning}\n\n{told[:2000]}".rstrip())


def main() -> int:
    """Prepare the environment, then hand the rest of the command line to its Python."""
    arguments = sys.argv[1:]
    wants_tests = arguments[:1] == ["--dev"]
    prepare(TEST_LOCK if wants_tests else SITE_LOCK)
    command = arguments[wants_tests:]
    return run(PYTHON, *command) if command else 0


if __name__ == "__main__":
    sys.exit(guarded(main))
