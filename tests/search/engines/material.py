"""The search that comes with Material for MkDocs, over the same pages, with its Vietnamese set."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from search.documents import Document

LABEL = "Material"
PAGE = "material.html"
READY = ""
_PAGE = Path(__file__).parents[1] / "pages" / PAGE
_SETTINGS = """\
site_name: Material
site_url: http://127.0.0.1/
theme: {name: material, language: vi, font: false}
plugins: [{search: {lang: vi}}]
markdown_extensions: [admonition, attr_list, def_list, footnotes, tables]
nav: [index.md]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, anchors: ignore}}
"""


def lay_out(town: Path, documents: Sequence[Document], site: Path) -> None:
    """Build a plain Material site and put beside it a page that drives its worker."""
    project = site / "project"
    (project / "docs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (project / "docs" / "index.md").write_text("---\nsearch: {exclude: true}\n---\n")
    for one in documents:
        source = project / "docs" / one.url / "index.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"# {one.title}\n\n{one.summary}\n\n{one.markdown}\n", encoding="utf-8")
    _build(project, site / "material")
    shutil.rmtree(project)
    shutil.copy2(_PAGE, site / PAGE)
    workers = (site / "material" / "assets" / "javascripts" / "workers").glob("search.*.js")
    shutil.copy2(next(workers), site / "material" / "assets" / "javascripts" / "workers" / "w.js")


def _build(project: Path, site: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
