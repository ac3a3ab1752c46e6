"""What a post's Markdown holds, found without converting it."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

# ![alt](file "title"): an address with a scheme or a leading slash is not a file beside the post.
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\(\s*(?:<(?P<odd>(?![A-Za-z][A-Za-z0-9+.-]*:|/)[^>\n]+)>"
    r"|(?P<file>(?![A-Za-z][A-Za-z0-9+.-]*:|/)[^\s<>)]+))[^)]*\)"
    r"(?:\{:?(?P<own>[^}\n]*)\})?"
)
# Standing pages may bring drawings along; those go out as they are.
DRAWINGS = (".svg", ".gif")


@dataclass(frozen=True)
class Placed:
    """A picture as a text shows it: the address of its JPEG, and the sizes of its WebP files."""

    src: str
    sizes: tuple[tuple[int, int], ...]


def picture_files(body: str) -> Iterator[str]:
    """Yield the files of the pictures in ``body``."""
    return (_file(found) for found in _PICTURE.finditer(body))


def published_body(body: str, pictures: Mapping[str, Placed]) -> str:
    """Return ``body`` with its pictures as they are published; for others, their descriptions.

    What ``loa.text.picture_markup`` needs to offer lighter files goes along as an attribute list.
    """

    def published(found: re.Match[str]) -> str:
        placed = pictures.get(_file(found))
        if placed is None:
            is_drawing = _file(found).lower().endswith(DRAWINGS)
            return found[0] if is_drawing else f"(Ảnh: {found['alt']})"
        width, height = placed.sizes[-1]
        widths = " ".join(str(width) for width, _ in placed.sizes)
        own = f" {found['own'].strip()}" if found["own"] else ""
        return (
            f"![{found['alt']}]({placed.src})"
            f'{{: width="{width}" height="{height}" data-widths="{widths}"{own} }}'
        )

    return _PICTURE.sub(published, body)


def _file(found: re.Match[str]) -> str:
    return unquote(html.unescape(found["odd"] or found["file"]))
