"""Pictures as they may be published: upright, no larger than needed, nothing hidden inside."""

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
_JPEG_END = b"\xff\xd9"

_TOO_LARGE = "ảnh quá lớn; hãy thu nhỏ trước khi đăng"
_BROKEN = "không đọc được ảnh: tệp hỏng, chép dở hoặc không phải ảnh JPEG, PNG, WebP"
_MOVING = "ảnh động không đăng được; hãy dùng ảnh thường"


class PictureRefused(Exception):
    """A picture cannot be published; the text says why, in Vietnamese."""


def can_publish_pictures() -> bool:
    """Say whether the picture library could be loaded; without it drawn covers stand in."""
    return _loaded


def refusal(file: Path) -> str | None:
    """Say quickly why a picture cannot be published, or None; pixels are not decoded.

    Args:
        file: an existing file.
    """
    if not can_publish_pictures():
        return None
    try:
        with _opened(file) as picture:
            if picture.format == "JPEG" and _JPEG_END not in file.read_bytes()[-1024:]:
                return _BROKEN
            picture.verify()
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


def _opened(file: Path) -> Any:
    try:
        picture = Image.open(file, formats=FORMATS)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PictureRefused(_BROKEN) from error
    except Image.DecompressionBombError as error:
        raise PictureRefused(_TOO_LARGE) from error
    if picture.width * picture.height > MOST_PIXELS:
        raise PictureRefused(_TOO_LARGE)
    if getattr(picture, "n_frames", 1) > 1:
        raise PictureRefused(_MOVING)
    return picture
