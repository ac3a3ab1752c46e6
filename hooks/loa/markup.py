"""What a post's Markdown holds, found without converting it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

# ![alt](file "title"): an address with a scheme or a leading slash is not a file beside the post.
_PICTURE = re.compile(r"(!\[[^\]]*\]\(\s*<?)((?![A-Za-z][A-Za-z0-9+.-]*:|/)[^\s>)]+)")


def picture_files(body: str) -> Iterator[str]:
    """Yield the files of the pictures in ``body``, as written there."""
    return (found[2] for found in _PICTURE.finditer(body))


def with_published_pictures(body: str) -> str:
    """Return ``body`` with each picture's name as it is published: always a JPEG."""
    return _PICTURE.sub(
        lambda found: found[1] + str(PurePosixPath(found[2]).with_suffix(".jpg")), body
    )
