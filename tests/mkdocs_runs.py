"""Real MkDocs over the tiny town: the settings, theme and door of the repository."""

import os
import re
import subprocess
import sys
from pathlib import Path

from console import ROOT
from loa.ask.approval import content_hash
from loa.load import load_content
from town import Town

ENVIRONMENT = {"LOA_TODAY": "2026-11-24", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
MKDOCS = (sys.executable, "-m", "mkdocs")


def project(root: Path, **settings: str) -> Town:
    """A tiny town that MkDocs can build; ``settings`` change lines of mkdocs.yml."""
    town = Town(root)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for key, value in {"site_url": "https://dakthu.gialai.gov.vn/", **settings}.items():
        text = re.sub(rf"(?m)^{key}:.*", f"{key}: {value}", text)
    town.file("mkdocs.yml", text)
    (root / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)
    for page in ("gioi-thieu/index.md", "lien-he.md", "en/index.md"):
        town.page(page, "Một trang.", title=f"Trang {page}")
    return town


def build(town: Town, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``mkdocs build --strict``; everything it says stands in ``stdout``."""
    return subprocess.run(
        [*MKDOCS, "build", "--strict", *options],
        cwd=town.root,
        env=os.environ | ENVIRONMENT | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def built(town: Town, *options: str, **environment: str) -> Path:
    """Build a town that has no mistakes and return its site."""
    run = build(town, *options, **environment)
    assert run.returncode == 0, run.stdout
    return town.root / "site"


def approve(town: Town, *paths: str) -> None:
    """Write into posts that they were approved as they stand now."""
    content = load_content(town.root).content
    assert content is not None
    for post in content.posts:
        if post.path in paths:
            mark = content_hash(post, town.root)
            text = (town.root / post.path).read_text(encoding="utf-8")
            approved = f'approved: {{"by": "Chủ tịch", "on": "2026-11-01", "hash": "{mark}"}}\n'
            town.file(post.path, text.replace("status:", f"{approved}status:", 1))


def texts(site: Path) -> dict[str, str]:
    """Every file of a site as text, pictures and fonts left out."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*"))
        if path.suffix in (".html", ".xml", ".json", ".js", ".css", ".svg", ".txt")
    }
