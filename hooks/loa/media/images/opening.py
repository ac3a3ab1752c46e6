"""Opens whatever people bring as a picture, or says in Vietnamese why not and what to do."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib import import_module
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

from loa.media.images.bare import END_OF_JPEG, Bare, bare
from loa.media.images.kinds import HEAD, named
from loa.media.images.orientation import LYING, UPRIGHT, orientation

try:
    from PIL import Image, ImageChops, ImageCms, UnidentifiedImageError, features
except ImportError:  # pragma: no cover  Windows may refuse compiled modules
    _loaded = False
else:
    _loaded = True

MOST_PIXELS = 60_000_000  # a 12-megapixel phone photo five times over; more is a bomb
LEAST_SIDE = 16  # pixels; less is a tracking dot or a bullet, not a picture
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_LOOKED_AT = (240, 240)  # a picture decoded so small is decoded as wholly as a large one
# Where the end is lost, what could not be decoded may be this part of a picture: a corner.
_LOST = 1 / 500

TOO_LARGE = (
    "ảnh quá lớn (hơn 60 triệu điểm ảnh); hãy mở bằng Paint, chọn Resize cho nhỏ lại rồi lưu"
)
BROKEN = "không đọc được ảnh: tệp hỏng hoặc chép dở; hãy chép lại từ máy chụp"
EMPTY = "không đọc được ảnh: tệp trống; hãy chép lại ảnh"
MOVING = "ảnh động không đăng được; hãy dùng ảnh thường"
HEIC = (
    "ảnh HEIC của iPhone, máy này chưa đọc được; hãy gửi ảnh qua Zalo rồi tải về, hoặc trên "
    "iPhone vào Cài đặt, Camera, Định dạng, chọn Tương thích nhất rồi chụp lại"
)
_TINY = "ảnh chỉ {} × {} điểm ảnh; hãy tìm ảnh gốc, rộng từ 480 điểm ảnh trở lên"

# What the library raises for files that break their rules, after years of strange files; whatever
# it is, the officer gets a sentence.
_DAMAGED = (
    *(OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError),
    *(AttributeError, RuntimeError, struct.error, zlib.error, MemoryError),
)
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
    """Say why an existing file cannot be published, or None; the build opens it the same way."""
    if not can_publish_pictures():
        return None
    found = file.stat()
    return _refusal(file, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4096)  # two rules ask, and a preview asks again at every saved letter
def _refusal(file: Path, size: int, changed: int) -> str | None:
    try:
        upright(file, _LOOKED_AT)
    except PictureRefused as refused:
        return str(refused)
    return None


def size(file: Path) -> tuple[int, int] | None:
    """Return width and height as stored, or None where the file is no picture."""
    if not can_publish_pictures():
        return None
    found = file.stat()
    return _size(file, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4096)
def _size(file: Path, size: int, changed: int) -> tuple[int, int] | None:
    try:
        with _opened(file) as (picture, _):
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
        with _silent(), _opened(file) as (opened, found):
            turned = orientation(_exif(opened, found))
            if turned in LYING:
                box = box[1], box[0]
            # A scaled decode: a phone photo is four times larger than we publish.
            enough = min(1, box[0] / opened.width, box[1] / opened.height)
            wanted = ceil(opened.width * enough), ceil(opened.height * enough)
            opened.draft("RGB", wanted)
            if found.without_end and _lost_part(opened, found) > _LOST:
                raise PictureRefused(BROKEN)
            picture: Image.Image = _plain_mode(opened)
            # Everything else is done to the small picture.
            picture.thumbnail(box, Image.Resampling.BICUBIC)
            picture = _flat(_in_srgb(_turned(picture, turned)))
    except Image.DecompressionBombError as error:  # an inner picture, met while decoding
        raise PictureRefused(TOO_LARGE) from error
    except _DAMAGED as error:
        raise PictureRefused(BROKEN) from error
    return picture


def _turned(picture: Any, orientation: int) -> Any:
    """Return a picture as it was seen; the numbers are those of EXIF."""
    if orientation == UPRIGHT:
        return picture
    ways = Image.Transpose
    return picture.transpose(
        {
            2: ways.FLIP_LEFT_RIGHT,
            3: ways.ROTATE_180,
            4: ways.FLIP_TOP_BOTTOM,
            5: ways.TRANSPOSE,
            6: ways.ROTATE_270,
            7: ways.TRANSVERSE,
            8: ways.ROTATE_90,
        }[orientation]
    )


def _exif(opened: Any, found: Bare) -> bytes:
    """Return the notes of a photo; those of WebP and HEIC are cut out by the library."""
    notes = found.exif or opened.info.get("exif") or b""
    return notes if isinstance(notes, bytes) else b""


def _lost_part(opened: Any, found: Bare) -> float:
    """Return how much of a JPEG without an end is not there, of 1.

    The decoder fills up what is missing, and says nothing of it: it takes whatever stands behind.
    Where something else stands there, what is missing looks otherwise, and only that.
    """
    cut = found.data.removesuffix(END_OF_JPEG)
    with Image.open(BytesIO(cut + b"\x55\x2a" * 4096 + END_OF_JPEG), formats=("JPEG",)) as other:
        other.draft("RGB", opened.size)
        both = ImageChops.difference(opened.convert("RGB"), other.convert("RGB")).convert("L")
    return 1 - both.histogram()[0] / (both.width * both.height)


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
def _silent() -> Iterator[None]:
    """Keep to ourselves what the library murmurs, in English, of files that break their rules."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _opened(file: Path) -> Iterator[tuple[Any, Bare]]:
    """Open a picture without its notes and judge its head; pixels are not decoded yet."""
    found = Bare(b"")
    try:
        found = bare(file.read_bytes())
        with _silent():
            picture = Image.open(BytesIO(found.data), formats=_formats(found.data))
    except Image.DecompressionBombError as error:
        raise PictureRefused(TOO_LARGE) from error
    except (UnidentifiedImageError, *_DAMAGED) as error:
        raise PictureRefused(_why_unreadable(found.data)) from error
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise PictureRefused(TOO_LARGE)
        if min(picture.size) < LEAST_SIDE:
            raise PictureRefused(_TINY.format(*picture.size))
        # A HEIC with a second picture inside is a phone's photo with its depth map.
        if picture.format != "HEIF" and getattr(picture, "is_animated", False):
            raise PictureRefused(MOVING)
        yield picture, found


def _formats(data: bytes) -> tuple[str, ...]:
    if _is_heic(data) and can_read_heic():
        return (*FORMATS, "HEIF")
    return (*FORMATS, "AVIF") if data[4:12] == b"ftypavif" and features.check("avif") else FORMATS


def _why_unreadable(data: bytes) -> str:
    if _is_heic(data):
        return BROKEN if can_read_heic() else HEIC
    return named(data[:HEAD]) or (BROKEN if data.strip() else EMPTY)


def _is_heic(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS
