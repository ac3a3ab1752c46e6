"""Writes the locks from pyproject.toml: `make lock`; add --upgrade for newer releases."""

import shutil
import subprocess
import sys

from benchmark_tools import LOCK as PEERS_LOCK
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
    # Peers with the site's own Material: a difference is then the generator's.
    PEERS_LOCK.name: ("--extra", "benchmark", "--constraint", SITE_LOCK),
}


def main() -> int:
    """Compile every lock, the site's first because the others follow it."""
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
