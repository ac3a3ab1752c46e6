"""Search in one file: for phones that open copied files one at a time and find no neighbours."""

import base64
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from loa.ask.showing import Showing
from loa.styles.theme_assets import published_assets
from loa.text.vietnamese import day_text

_STYLES = ("tokens", "loa", "search")
_SCRIPTS = ("search", "search-box", "search-file")
_FONTS = Path(__file__).parents[2] / "theme" / "assets" / "fonts"
_PAGE = Path(__file__).parent.parent / "assets" / "search-one-file.html"


def one_file_page(showing: Showing, index: Iterable[str]) -> str:
    """Return a page that holds the index, the texts and the engine, and asks for nothing else."""
    assets = dict(published_assets())
    township = showing.content.township
    engine, *interface = (assets[f"assets/js/{name}.js"] for name in _SCRIPTS)
    parts = {
        "site": escape(township.site_name),
        "unit": escape(township.active.committee),
        "day": day_text(showing.today),
        "styles": _with_fonts("".join(assets[f"assets/css/{name}.css"] for name in _STYLES)),
        "scripts": ";\n".join((engine, *index, *interface)),
    }
    page = _PAGE.read_text("utf-8")
    for name, text in parts.items():
        page = page.replace(f"%{name}%", text)
    return page


def _with_fonts(styles: str) -> str:
    """Return the styles with the fonts in them, since the page stands alone."""

    def inside(found: re.Match[str]) -> str:
        font = base64.b64encode((_FONTS / found[1]).read_bytes()).decode()
        return f"url(data:font/woff2;base64,{font})"

    return re.sub(r"""url\(["']?\.\./fonts/([\w.-]+)["']?\)""", inside, styles)
