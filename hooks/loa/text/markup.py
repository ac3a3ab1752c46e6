"""Pictures as a text names them and as its page shows them."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

# Standing pages may bring drawings along; those go out as they are.
DRAWINGS = (".svg", ".gif")
# An address with a scheme or a leading slash is not a file beside the post.
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]")


@dataclass(frozen=True)
class Placed:
    """A picture as a text shows it: the address of its JPEG, and the sizes of its WebP files."""

    src: str
    sizes: tuple[tuple[int, int], ...]


def picture_file(address: str) -> str:
    """Return the file that the address of a picture names; empty where it lies elsewhere."""
    address = html.unescape(address).strip()
    return "" if _ELSEWHERE.match(address) else unquote(address.partition("?")[0])


def placed_meta(pictures: Mapping[str, Placed | None]) -> dict[str, Any]:
    """Return what the front matter of a page tells of the pictures in its text."""
    return {
        file: {"src": placed.src, "sizes": [list(size) for size in placed.sizes]}
        if placed
        else False
        for file, placed in pictures.items()
    }


def placed_of(meta: Mapping[str, Any]) -> dict[str, Placed | None]:
    """Return pictures as the front matter of a page tells them."""
    return {
        file: Placed(told["src"], tuple((width, height) for width, height in told["sizes"]))
        if told
        else None
        for file, told in meta.items()
    }
