"""Opens whatever people bring as a picture, or says in Vietnamese why not and what to do."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

try:
    from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
except ImportError:  # pragma: no cover  Windows may refuse compiled modules
    _loaded = False
else:
    _loaded = True

MOST_PIXELS = 60_000_000  # a 12-megapixel phone photo five times over; more is a bomb
LEAST_SIDE = 16  # pixels; less is a tracking dot or a bullet, not a picture
FORMATS = ("JPEG", "PNG", "WEBP")
ORIENTATION, LYING = 0x0112, (5, 6, 7, 8)  # what EXIF calls a photo whose width is its height

TOO_LARGE = (
    "ảnh quá lớn (hơn 60 triệu điểm ảnh); hãy mở bằng Paint, chọn Resize cho nhỏ lại rồi lưu"
)
BROKEN = "không đọc được ảnh: tệp hỏng hoặc chép dở; hãy chép lại từ máy chụp"
NOT_A_PICTURE = "tệp không phải ảnh JPEG, PNG hay WebP; hãy mở ảnh gốc rồi lưu lại thành JPEG"
MOVING = "ảnh động không đăng được; hãy dùng ảnh thường"
HEIC = (
    "ảnh HEIC của iPhone, máy này chưa đọc được; hãy gửi ảnh qua Zalo rồi tải về, hoặc trên "
    "iPhone vào Cài đặt, Camera, Định dạng, chọn Tương thích nhất rồi chụp lại"
)
_TINY = "ảnh chỉ {} × {} điểm ảnh; hãy tìm ảnh gốc, rộng từ 480 điểm ảnh trở lên"

_DAMAGED = (OSError, SyntaxError, ValueError)
_OTHER_FILES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<", b"GIF8", b"BM")
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


class PictureRefused(Exception):
    """A picture cannot be published; the text says why, in Vietnamese."""


def can_publish_pictures() -> bool:
    """Say whether the picture library could be loaded; without it drawn covers stand in."""
    return _loaded


@cache
def can_read_heic() -> bool:
    """Say whether photos as iPhones store them can be read: an optional library does it."""
    try:
        pillow_heif = import_module("pillow_heif")
    except ImportError:
        return False
    pillow_heif.register_heif_opener(thumbnails=False)
    return True


def refusal(file: Path) -> str | None:
    """Say, from the head of an existing file alone, why it cannot be published, or None."""
    if not can_publish_pictures():
        return None
    try:
        with _opened(file):
            return None
    except PictureRefused as refused:
        return str(refused)


def size(file: Path) -> tuple[int, int] | None:
    """Return width and height as stored, or None where the file is no picture."""
    if not can_publish_pictures():
        return None
    try:
        with _opened(file) as picture:
            return picture.width, picture.height
    except PictureRefused:
        return None


def upright(file: Path, box: tuple[int, int]) -> "Image.Image":
    """Return a picture as the eye should see it: upright, sRGB, white where it was clear.

    Args:
        file: an existing file.
        box: the width and height into which it is made to fit; it is never enlarged.

    Raises:
        PictureRefused: the file is not a picture that can be read.
    """
    try:
        with _opened(file) as opened:
            if opened.getexif().get(ORIENTATION) in LYING:
                box = box[1], box[0]
            # A scaled decode: a phone photo is four times larger than we publish.
            enough = min(1, box[0] / opened.width, box[1] / opened.height)
            opened.draft("RGB", (ceil(opened.width * enough), ceil(opened.height * enough)))
            picture: Image.Image = _plain_mode(opened)
            # Everything else is done to the small picture.
            picture.thumbnail(box, Image.Resampling.BICUBIC)
            picture = _flat(_in_srgb(ImageOps.exif_transpose(picture)))
    except _DAMAGED as error:
        raise PictureRefused(BROKEN) from error
    except Image.DecompressionBombError as error:  # an inner picture, met while decoding
        raise PictureRefused(TOO_LARGE) from error
    return picture


def _plain_mode(picture: Any) -> Any:
    """Return a picture whose numbers can be averaged: no palettes, no 16-bit greys."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point([value // 256 for value in range(65536)], "L")
    if picture.mode in ("P", "PA", "LA", "RGBa", "La") or "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert("L") if picture.mode == "1" else picture


def _in_srgb(picture: Any) -> Any:
    """Return the colours that every screen knows; printing houses and new phones store others."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    clear = picture.getchannel("A") if picture.mode == "RGBA" else None
    colours: Any = picture.convert("RGB") if clear is not None else picture
    try:
        found = ImageCms.ImageCmsProfile(BytesIO(profile))
        colours = ImageCms.profileToProfile(colours, found, _srgb(), outputMode="RGB")
    except (ImageCms.PyCMSError, *_DAMAGED):
        return picture  # a profile that is damaged or of another kind of picture says nothing
    if clear is not None:
        colours.putalpha(clear)
    return colours


@cache
def _srgb() -> Any:
    return ImageCms.createProfile("sRGB")


def _flat(picture: Any) -> Any:
    """Return a new image, which carries over no metadata, whatever the format hid."""
    plain = Image.new("RGB", picture.size, "white")
    if picture.mode == "RGBA":
        plain.paste(picture, mask=picture)
    else:
        plain.paste(picture.convert("RGB"))
    return plain


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    """Open a picture and judge its head; pixels are not decoded yet."""
    try:
        with warnings.catch_warnings():
            # Pillow only warns of a picture twice its limit; our own limit is lower.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=_formats(file))
    except Image.DecompressionBombError as error:
        raise PictureRefused(TOO_LARGE) from error
    except (UnidentifiedImageError, *_DAMAGED) as error:
        raise PictureRefused(_why_unreadable(file)) from error
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise PictureRefused(TOO_LARGE)
        if min(picture.size) < LEAST_SIDE:
            raise PictureRefused(_TINY.format(*picture.size))
        # A JPEG or HEIC with a second picture inside is a phone's photo with its depth map.
        if picture.format in ("PNG", "WEBP") and getattr(picture, "is_animated", False):
            raise PictureRefused(MOVING)
        yield picture


def _formats(file: Path) -> tuple[str, ...]:
    return (*FORMATS, "HEIF") if _is_heic(_head(file)) and can_read_heic() else FORMATS


def _why_unreadable(file: Path) -> str:
    head = _head(file)
    if _is_heic(head):
        return BROKEN if can_read_heic() else HEIC
    if head.startswith(b"GIF8"):
        return MOVING
    # A text, a Word file or a web page that was given the name of a picture.
    is_other = head.lstrip().startswith(_OTHER_FILES) or (head and head.isascii())
    return NOT_A_PICTURE if is_other else BROKEN


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(32)
    except OSError:
        return b""


def _is_heic(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS
