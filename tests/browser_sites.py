"""Builds the site as a person would, whole, for the tests that look at what residents get."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from console import ROOT

TODAY = "2026-11-24"
# What a build reads.
SOURCES = ("docs", "stories", "data", "hooks", "mkdocs.yml")


def build(site: Path, project: Path = ROOT, settings: str = "mkdocs.yml") -> Path:
    """Build a project strictly, as of a fixed day; a build that fails fails the test."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", settings, "--site-dir", site],
        cwd=project,
        env=os.environ | {"LOA_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if built.returncode != 0:
        pytest.fail(f"mkdocs build --strict:\n{built.stdout}{built.stderr}", pytrace=False)
    return site


def copy_project(project: Path) -> Path:
    """Copy what a build reads, so that a test may add to it."""
    for name in SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, project / name)
    return project


def build_changed(site: Path, project: Path, **changes: str) -> Path:
    """Build a copy of the project with some lines of its settings changed."""
    if not (project / "mkdocs.yml").exists():
        copy_project(project)
    lines = ("INHERIT: mkdocs.yml", *(f"{key}: {value}" for key, value in changes.items()))
    # Beside the first one, because MkDocs looks for everything from where the settings are.
    (project / "changed.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return build(site, project, "changed.yml")
