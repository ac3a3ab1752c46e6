"""The site's own style sheets and scripts, as they are published.

They are made smaller by tdewolff-minify; where Windows refuses to load it, comments and indentation
go all the same.
"""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from loa import styles

try:
    import minify  # type: ignore[import-untyped]  # it says nothing of its types
except ImportError:  # pragma: no cover
    minify = None

_LOA = Path(__file__).parent.parent
THEME = _LOA.parent / "theme"
# Scripts made of several files, one job each; they share one scope, and each asks those before it.
_BUNDLES = {
    "assets/js/search.js": [
        _LOA / "search" / "browser" / f"{name}.js"
        for name in ("words", "pieces", "slips", "meaning", "synonyms", "ranking", "answers")
    ]
}
_TYPES = {".css": "text/css", ".js": "application/javascript"}
# Comments on lines of their own, and indentation: people pay for every kilobyte of them.
_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n|^[ \t]+", re.MULTILINE | re.DOTALL)


@cache
def assets_version() -> str:
    """Return eight letters that change whenever a style sheet or script does."""
    return sha256("".join(text for _, text in published_assets()).encode()).hexdigest()[:8]


def published_assets() -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every style sheet and script of the public pages."""
    for path in asset_paths():
        yield path, published_asset(path)


def asset_paths() -> list[str]:
    """Return the path of every style sheet and script of the public pages."""
    assets = THEME / "assets"
    files = sorted([*assets.glob("css/*.css"), *assets.glob("js/*.js")])
    return [*(file.relative_to(THEME).as_posix() for file in files), *_BUNDLES]


@cache
def published_asset(path: str) -> str:
    """Return one of them as it is published."""
    return _smaller(_asset(path), _TYPES[Path(path).suffix])


def _asset(path: str) -> str:
    if files := _BUNDLES.get(path):
        parts = "\n".join(file.read_text("utf-8") for file in files)
        return f'(function () {{\n"use strict";\n{parts}}})();\n'
    text = (THEME / path).read_text("utf-8")
    return styles.published(text) if path.endswith(".css") else text


def _smaller(text: str, kind: str) -> str:
    if minify is None:
        return _COMMENT.sub("", text)
    return f"{minify.string(kind, text)}\n"
