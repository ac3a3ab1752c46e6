"""What a post's Markdown holds, found without converting it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

# ![alt](file "title"): an address with a scheme or a leading slash is not a file beside the post.
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\(\s*<?(?P<file>(?![A-Za-z][A-Za-z0-9+.-]*:|/)[^\s>)]+)>?[^)]*\)"
)


def picture_files(body: str) -> Iterator[str]:
    """Yield the files of the pictures in ``body``, as written there."""
    return (found["file"] for found in _PICTURE.finditer(body))


def published_body(body: str, with_pictures: bool) -> str:
    """Return ``body`` with its pictures under their published names: always a JPEG.

    Without pictures, their descriptions stand in.
    """

    def published(found: re.Match[str]) -> str:
        if not with_pictures:
            return f"(Ảnh: {found['alt']})"
        file = PurePosixPath(found["file"]).with_suffix(".jpg")
        return f"![{found['alt']}]({file})"

    return _PICTURE.sub(published, body)
