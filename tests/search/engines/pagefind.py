"""Pagefind as it comes, over one plain page for each document."""

import html
import shutil
from collections.abc import Sequence
from pathlib import Path

from console import SetupError, ask
from npm_tools import FOLDER
from search.documents import Document

LABEL = "Pagefind"
PAGE = "pagefind.html"
READY = ""
_PAGE = Path(__file__).parents[1] / "pages" / PAGE
_PROGRAM = FOLDER / "node_modules" / "pagefind" / "lib" / "runner" / "bin.cjs"


def lay_out(town: Path, documents: Sequence[Document], site: Path) -> None:
    """Write the pages and let Pagefind index them."""
    for one in documents:
        folder = site / one.url
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(_plain_page(one), encoding="utf-8")
    code, said = ask(shutil.which("node") or "node", _PROGRAM, "--site", site, "--quiet")
    if code != 0:
        raise SetupError(f"Pagefind chưa lập được chỉ mục:\n{said[-2000:]}")
    shutil.copy2(_PAGE, site / PAGE)


def _plain_page(one: Document) -> str:
    title, summary = html.escape(one.title), html.escape(one.summary)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><main data-pagefind-body><h1>{title}</h1><p>{summary}</p>{one.html}</main></body>"
        "</html>"
    )
