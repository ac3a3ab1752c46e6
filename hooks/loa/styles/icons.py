"""The icons the site can draw; ``scripts/make_icons.py`` puts them into a template."""

import re
from functools import cache
from pathlib import Path

DRAWINGS = "loa/drawings.html"
_FILE = Path(__file__).parent.parent.parent / "theme" / DRAWINGS
_NAME = re.compile(r"^  '([a-z0-9-]+)': ", re.MULTILINE)


@cache
def icon_names() -> frozenset[str]:
    """Return the name of every icon there is a drawing of."""
    return frozenset(_NAME.findall(_FILE.read_text(encoding="utf-8")))
