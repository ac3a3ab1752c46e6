"""MiniSearch as a good developer would set it up here: fields with and without marks."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from npm_tools import FOLDER
from search.documents import Document

LABEL = "MiniSearch"
PAGE = "minisearch.html"
READY = ""
_PAGE = Path(__file__).parents[1] / "pages" / PAGE
_SCRIPT = FOLDER / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"


def lay_out(town: Path, documents: Sequence[Document], site: Path) -> None:
    """Write the page, the engine and the texts; the browser makes the index."""
    shutil.copy2(_PAGE, site / PAGE)
    shutil.copy2(_SCRIPT, site / "minisearch.js")
    texts = [
        {"id": one.url, "title": one.title, "summary": one.summary, "body": one.text}
        for one in documents
    ]
    (site / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
