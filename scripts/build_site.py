"""Builds site/ and kit/ from nothing but Python: `make site`, or `python scripts/build_site.py`."""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import environment
from console import ROOT, guarded, run, variables

SITE = ROOT / "site"
NEW_SITE = ROOT / "build" / "site"


def build(site: Path, program: str = "mkdocs", config: str = "mkdocs.yml") -> int:
    """Build strictly into a folder and show only what needs attention.

    Not with --quiet: it drops the warnings before --strict can count them.
    """
    process = subprocess.Popen(
        [environment.PYTHON, "-m", program, "build", "-f", config, "--strict", "-d", site],
        cwd=ROOT,
        env=variables(),
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


def put_in_place(new: Path, site: Path = SITE) -> None:
    """Let the finished site take the place of the one before; until now that one stayed whole."""
    before = new.with_name(f"{site.name}-before")
    shutil.rmtree(before, ignore_errors=True)
    if site.exists():
        site.rename(before)
    new.rename(site)
    shutil.rmtree(before, ignore_errors=True)


def main() -> int:
    """Prepare, build, and say what was built."""
    environment.prepare()
    print("Đang dựng trang…")
    if build(NEW_SITE) != 0:
        print("\nChưa dựng được trang: hãy sửa những chỗ ghi ở trên rồi chạy lại.", file=sys.stderr)
        return 1
    put_in_place(NEW_SITE)
    if (code := run(environment.PYTHON, "-m", "loa.desk.summary")) != 0:
        return code
    return run(environment.PYTHON, ROOT / "scripts" / "make_kit.py")


if __name__ == "__main__":
    sys.exit(guarded(main))
