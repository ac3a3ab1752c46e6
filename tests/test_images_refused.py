"""Files that are no picture, or one that must not go out: a sentence each, and the way to mend."""

import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from loa.disk.cache import Cache
from loa.media.images import PictureRefused, opening, publish, refusal, same_kind

BROKEN = "không đọc được ảnh: tệp hỏng hoặc chép dở; hãy chép lại từ máy chụp"
EMPTY = "không đọc được ảnh: tệp trống; hãy chép lại ảnh"
TOO_LARGE = (
    "ảnh quá lớn (hơn 60 triệu điểm ảnh); hãy mở bằng Paint, chọn Resize cho nhỏ lại rồi lưu"
)
MOVING = "ảnh động không đăng được; hãy dùng ảnh thường"
ORIGINAL = "hãy mở ảnh gốc rồi lưu lại thành JPEG"
TINY = "ảnh chỉ 1 × 1 điểm ảnh; hãy tìm ảnh gốc, rộng từ 480 điểm ảnh trở lên"


def is_a(kind: str, advice: str = ORIGINAL) -> str:
    """What is said of a file of another kind."""
    return f"đây là {kind}, không phải ảnh JPEG, PNG hay WebP; {advice}"


def two_halves(width: int = 80, height: int = 40) -> Image.Image:
    """A picture that is black on the left and white on the right."""
    picture = Image.new("RGB", (width, height))
    picture.paste("white", (width // 2, 0, width, height))
    return picture


def chunk(name: bytes, data: bytes) -> bytes:
    """One part of a PNG file."""
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check


def huge_png(side: int) -> bytes:
    """A PNG of a few bytes that says it has ``side`` times ``side`` pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def jpeg(*, shortened_to: float = 1) -> bytes:
    """A JPEG as it arrives when copying stopped halfway; it has a whole thumbnail inside."""
    data, thumbnail = BytesIO(), BytesIO()
    two_halves(20, 20).save(thumbnail, "JPEG")
    noise = Image.effect_noise((400, 300), 90).convert("RGB")
    noise.save(data, "JPEG", quality=90, comment=thumbnail.getvalue())
    return data.getvalue()[: int(len(data.getvalue()) * shortened_to)]


def moving(form: str) -> bytes:
    """An animation of two pictures."""
    data = BytesIO()
    frames = [two_halves(), two_halves().rotate(180)]
    frames[0].save(data, form, save_all=True, append_images=frames[1:])
    return data.getvalue()


def dot() -> bytes:
    """A picture of one pixel."""
    data = BytesIO()
    Image.new("RGB", (1, 1)).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (jpeg(shortened_to=0.5), BROKEN),
        (jpeg(shortened_to=0.98), BROKEN),
        (jpeg(shortened_to=0.01), BROKEN),
        (b"", EMPTY),
        ("Không phải ảnh.".encode(), is_a("tệp chữ")),
        (
            b"%PDF-1.7 ...",
            is_a("tệp PDF", "hãy chụp lại hoặc xuất trang ấy thành ảnh JPEG"),
        ),
        (b"PK\x03\x04 word/document.xml", is_a("tệp Word, Excel hoặc tệp nén")),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
            is_a("hình vẽ SVG", "trong bài hãy dùng ảnh JPEG hoặc PNG"),
        ),
        (b"\xff\xd8\xff\xe0" + b"x" * 100, BROKEN),
        (moving("GIF"), MOVING),
        (moving("PNG"), MOVING),
        (moving("WEBP"), MOVING),
        (huge_png(8_000), TOO_LARGE),
        (huge_png(10_000), TOO_LARGE),
        (huge_png(100_000), TOO_LARGE),
        (huge_png(1_000), BROKEN),
        (dot(), TINY),
    ],
    ids=[
        *("half", "cut-short", "only-the-head", "empty", "text", "pdf", "word", "svg"),
        *("jpeg-in-name", "gif", "moving-png", "moving-webp", "large", "larger", "bomb"),
        *("png-without-pixels", "dot"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    """A broken or booby-trapped file is told in a sentence; it neither crashes nor goes out."""
    file = tmp_path / "a.jpg"
    file.write_bytes(data)

    for make in (lambda: publish(file, Cache.of(tmp_path)), lambda: same_kind(file)):
        with pytest.raises(PictureRefused) as refused:
            make()
        assert str(refused.value) == message
    assert refusal(file) == message  # what checks say, the build says
    assert list((tmp_path / ".cache/anh").iterdir()) == []


def test_an_iphone_photo_is_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where HEIC cannot be read, the officer learns how to get the same photo as a JPEG."""
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    opening.can_read_heic.cache_clear()
    file = tmp_path / "IMG_0001.jpg"
    file.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100))
    message = refusal(file)
    opening.can_read_heic.cache_clear()

    assert message is not None
    assert message.startswith("ảnh HEIC của iPhone, máy này chưa đọc được; hãy gửi ảnh qua Zalo")
    assert "Tương thích nhất" in message
