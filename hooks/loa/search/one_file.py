"""Search in one file: for phones that open copied files one at a time and find no neighbours."""

from html import escape
from pathlib import Path

from loa.search.index import index_scripts
from loa.showing import Showing
from loa.theme_assets import published_assets
from loa.vietnamese import day_text

_STYLES = ("tokens", "loa", "search")
_SCRIPTS = ("search", "search-box", "search-file")
_PAGE = Path(__file__).parent.parent / "assets" / "search-one-file.html"


def one_file_page(showing: Showing) -> str:
    """Return a page that holds the index, the texts and the engine, and asks for nothing else."""
    assets = dict(published_assets())
    township = showing.content.township
    engine, *interface = (assets[f"assets/js/{name}.js"] for name in _SCRIPTS)
    index = (script for _, script in index_scripts(showing))
    parts = {
        "site": escape(township.site_name),
        "unit": escape(township.active.committee),
        "day": day_text(showing.today),
        "styles": "".join(assets[f"assets/css/{name}.css"] for name in _STYLES),
        "scripts": "".join((engine, *index, *interface)),
    }
    page = _PAGE.read_text("utf-8")
    for name, text in parts.items():
        page = page.replace(f"%{name}%", text)
    return page
