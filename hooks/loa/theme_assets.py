"""The site's own style sheets and scripts, as they are published."""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

_THEME = Path(__file__).parent.parent / "theme"
# Comments on lines of their own, and indentation: people pay for every kilobyte of them.
_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n|^[ \t]+", re.MULTILINE | re.DOTALL)


@cache
def assets_version() -> str:
    """Return eight letters that change whenever a style sheet or script does."""
    return sha256("".join(text for _, text in published_assets()).encode()).hexdigest()[:8]


def published_assets() -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every style sheet and script of the public pages."""
    assets = _THEME / "assets"
    for file in sorted([*assets.glob("css/*.css"), *assets.glob("js/*.js")]):
        yield file.relative_to(_THEME).as_posix(), _COMMENT.sub("", file.read_text("utf-8"))
