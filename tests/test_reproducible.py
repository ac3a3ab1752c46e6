"""The same content gives the same site, byte for byte, on every machine."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from console import ROOT, variables

SAMPLE = ROOT / "tests" / "sample"
SOURCES = (
    ROOT / "mkdocs.yml",
    ROOT / "hooks",
    SAMPLE / "docs",
    SAMPLE / "stories",
    SAMPLE / "data",
)
NOON = "1795496400"  # 24/11/2026 in Viet Nam


def build(folder: Path, **changed: str) -> dict[str, str]:
    """Build a copy of the sample town and return the digest of every file of its site."""
    folder.mkdir()
    for source in SOURCES:
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, folder / source.name)
    environment = {**variables(), "SOURCE_DATE_EPOCH": NOON, **changed}
    environment.pop("LOA_TODAY", None)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    files = sorted(path for path in (folder / "site").rglob("*") if path.is_file())
    return {
        path.relative_to(folder / "site").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    """Whoever checks or mirrors the site sees that nothing was slipped in."""
    here = build(tmp_path / "mot", LANG="C.UTF-8", TZ="UTC", PYTHONHASHSEED="1")
    there = build(
        tmp_path / "hai, nơi khác", LANG="vi_VN.UTF-8", TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="2"
    )

    assert len(here) > 200
    assert here == there
