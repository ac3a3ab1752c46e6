"""Pictures as they may be published: upright, no larger than needed, nothing hidden inside."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

try:
    from PIL import Image, ImageOps, UnidentifiedImageError
except ImportError:  # pragma: no cover  Windows may refuse compiled modules
    _loaded = False
else:
    _loaded = True

LONGEST_SIDE = 1200  # pixels
QUALITY = 80
MOST_PIXELS = 60_000_000  # a 12-megapixel phone photo five times over; more is a bomb
FORMATS = ("JPEG", "PNG", "WEBP")

_TOO_LARGE = "ảnh quá lớn; hãy thu nhỏ trước khi đăng"
_BROKEN = "không đọc được ảnh: tệp hỏng, chép dở hoặc không phải ảnh JPEG, PNG, WebP"
_MOVING = "ảnh động không đăng được; hãy dùng ảnh thường"


class PictureRefused(Exception):
    """A picture cannot be published; the text says why, in Vietnamese."""


def can_publish_pictures() -> bool:
    """Say whether the picture library could be loaded; without it drawn covers stand in."""
    return _loaded


def refusal(file: Path) -> str | None:
    """Say quickly why a picture cannot be published, or None.

    A JPEG is decoded at an eighth of its size, which finds a copy that stopped halfway.

    Args:
        file: an existing file.
    """
    if not can_publish_pictures():
        return None
    try:
        with _opened(file) as picture:
            picture.draft("L", (picture.width // 8 or 1, picture.height // 8 or 1))
            picture.load()
    except PictureRefused as refused:
        return str(refused)
    except (OSError, SyntaxError, ValueError):
        return _BROKEN
    return None


def published_jpeg(file: Path) -> bytes:
    """Return the picture as a JPEG without EXIF, GPS or thumbnail, turned upright.

    Raises:
        PictureRefused: the file is not a picture that can be read.
    """
    try:
        with _opened(file) as opened:
            # A scaled decode: a phone photo is four times larger than we publish.
            opened.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            # A new image carries over no metadata, whatever the format hid.
            plain = Image.new("RGB", picture.size, "white")
            layer = picture.convert("RGBA")
            plain.paste(layer, mask=layer)
    except (OSError, SyntaxError, ValueError) as error:
        raise PictureRefused(_BROKEN) from error
    data = BytesIO()
    plain.save(data, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return data.getvalue()


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    """Open a picture and judge its head; pixels are not decoded yet."""
    try:
        with warnings.catch_warnings():
            # Pillow only warns of a picture twice its limit; to us it is as unwelcome.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(_TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PictureRefused(_BROKEN) from error
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise PictureRefused(_TOO_LARGE)
        # A JPEG with a second picture inside is a phone's photo with its depth map.
        if picture.format not in ("JPEG", "MPO") and getattr(picture, "is_animated", False):
            raise PictureRefused(_MOVING)
        yield picture
