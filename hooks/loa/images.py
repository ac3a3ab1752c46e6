"""Pictures as they may be published: upright, no larger than needed, nothing hidden inside."""

from io import BytesIO
from pathlib import Path

try:
    from PIL import Image, ImageOps, UnidentifiedImageError
except ImportError:  # pragma: no cover  Windows may refuse compiled modules
    Image = None  # type: ignore[assignment]

LONGEST_SIDE = 1200  # pixels
QUALITY = 80
MOST_PIXELS = 60_000_000  # a 12-megapixel phone photo five times over; more is a bomb


class PictureRefused(Exception):
    """A picture cannot be published; the text says why, in Vietnamese."""


def can_publish_pictures() -> bool:
    """Say whether the picture library could be loaded."""
    return Image is not None


def published_jpeg(file: Path) -> bytes:
    """Return the picture as a JPEG without EXIF, GPS or thumbnail, turned upright.

    Raises:
        PictureRefused: the file is not a picture that can be read.
    """
    try:
        with Image.open(file) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PictureRefused("ảnh quá lớn; hãy thu nhỏ trước khi đăng")
            opened.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            # A new image carries over no metadata, whatever the format hid.
            plain = Image.new("RGB", picture.size, "white")
            layer = picture.convert("RGBA")
            plain.paste(layer, mask=layer)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PictureRefused("không đọc được ảnh; tệp hỏng hoặc không phải ảnh") from error
    except Image.DecompressionBombError as error:
        raise PictureRefused("ảnh quá lớn; hãy thu nhỏ trước khi đăng") from error
    data = BytesIO()
    plain.save(data, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return data.getvalue()
