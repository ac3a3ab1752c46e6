"""What the site's own style sheet and scripts hold, so that a browser never keeps an old one."""

from functools import cache
from hashlib import sha256
from pathlib import Path

_ASSETS = Path(__file__).parent.parent / "theme" / "assets"


@cache
def assets_version() -> str:
    """Return eight letters that change whenever a style sheet or script does."""
    files = sorted([*_ASSETS.glob("css/*.css"), *_ASSETS.glob("js/*.js")])
    content = b"".join(file.read_bytes().replace(b"\r\n", b"\n") for file in files)
    return sha256(content).hexdigest()[:8]
