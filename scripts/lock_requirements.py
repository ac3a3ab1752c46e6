"""Writes the two locks from pyproject.toml: `make lock`; add --upgrade for newer releases."""

import shutil
import subprocess
import sys

from console import ROOT, SetupError, guarded
from environment import SITE_LOCK, TEST_LOCK

COMPILE = (
    *("pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--custom-compile-command", "make lock"),
)
LOCKS = {
    SITE_LOCK: ("--extra", "build"),
    # The tests must see the very versions that the site is built with.
    TEST_LOCK: ("--extra", "build", "--extra", "dev", "--constraint", SITE_LOCK),
}


def main() -> int:
    """Compile both locks, the site's first because the other one follows it."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError("Cần chương trình uv để khoá phiên bản: python -m pip install uv")
    for lock, options in LOCKS.items():
        subprocess.run([uv, *COMPILE, *options, *sys.argv[1:], "-o", lock], cwd=ROOT, check=True)
        # An address in a lock would tie everyone to the network of whoever made it.
        if "://" in (ROOT / lock).read_text(encoding="utf-8"):
            raise SetupError(f"{lock} có ghi địa chỉ tải về; hãy bỏ tuỳ chọn gây ra rồi chạy lại.")
        print(f"Đã ghi {lock}")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
