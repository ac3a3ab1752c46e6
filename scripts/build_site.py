"""Builds site/ and kit/ from nothing but Python: `make site`, or `python scripts/build_site.py`."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import environment
from console import ROOT, guarded, variables

SITE = ROOT / "site"
KIT = "kit"
FAILED = 3  # all is made and in place, but for the files that are named


def build(site: Path, program: str = "mkdocs", config: str = "mkdocs.yml", kit: str = "") -> int:
    """Build strictly into a folder, the kit too where one is named; show what needs attention.

    Not with --quiet: it drops the warnings before --strict can count them.
    """
    process = subprocess.Popen(
        [environment.PYTHON, "-m", program, "build", "-f", config, "--strict", "-d", site],
        cwd=ROOT,
        env=variables(LOA_KIT=kit),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    assert process.stdout is not None  # asked for with PIPE
    with process:
        for line in without_information(process.stdout):
            print(line, end="")
    return process.returncode


def without_information(lines: Iterable[str]) -> Iterator[str]:
    """Leave out INFO messages, with the indented lines that continue them."""
    hidden = False
    for line in lines:
        # That the build was given up is told by whoever asked for it, in Vietnamese.
        if line.startswith(("INFO", "Aborted with")):
            hidden = True
        elif not line.startswith(" "):
            hidden = False
        if not hidden:
            yield line


def main() -> int:
    """Prepare, build site and kit in one go, and say what was built."""
    environment.prepare()
    print("Đang dựng trang…", flush=True)
    code = build(SITE, kit=KIT)
    if code == FAILED:
        print("\nTrang đã dựng xong, chỉ thiếu những tệp ghi ở trên.", file=sys.stderr)
        return FAILED
    if code != 0:
        print("\nChưa dựng được trang: hãy sửa những chỗ ghi ở trên rồi chạy lại.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
