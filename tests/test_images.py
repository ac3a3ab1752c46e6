"""Pictures as they leave the house: upright, small, and nothing in them that the eye can't see."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from loa import images
from loa.images import PictureRefused, published_jpeg, refusal

BROKEN = "không đọc được ảnh: tệp hỏng, chép dở hoặc không phải ảnh JPEG, PNG, WebP"
TOO_LARGE = "ảnh quá lớn; hãy thu nhỏ trước khi đăng"
MOVING = "ảnh động không đăng được; hãy dùng ảnh thường"
RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)
SECRET = "Siu Bí Mật"


def two_halves(width: int = 80, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture that is red on the left and blue on the right."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture.convert(mode)


def saved(folder: Path, picture: Image.Image, name: str = "a.jpg", **options: Any) -> Path:
    """Write a picture where a test can publish it."""
    picture.save(folder / name, quality=95, **options)
    return folder / name


def published(file: Path) -> Image.Image:
    """The picture as residents get it."""
    assert refusal(file) is None
    return Image.open(BytesIO(published_jpeg(file)))


def looks(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place, counted from 0 to 1 across and down, forgiving what JPEG blurs."""
    found = picture.getpixel((int(x * (picture.width - 1)), int(y * (picture.height - 1))))
    assert isinstance(found, tuple)
    near = [c for c in (RED, BLUE, WHITE) if max(map(abs, map(int.__sub__, c, found))) < 30]
    return near[0] if near else found


def phone_exif(orientation: int) -> Image.Exif:
    """What a phone writes into a photo: where, when, whose, and which side is up."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x010E] = orientation, SECRET, SECRET
    exif.get_ifd(0x8825).update({1: "N", 2: (13.0, 59.0, 1.5), 3: "E", 4: (108.0, 8.0, 2.5)})
    return exif


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, (0.1, 0.5)), (3, (0.9, 0.5)), (6, (0.5, 0.1)), (8, (0.5, 0.9))],
)
def test_a_phone_photo_is_upright_and_tells_nothing(
    tmp_path: Path, orientation: int, red_at: tuple[float, float]
) -> None:
    """Where a family lives is not in its picture, and the picture does not lie on its side."""
    exif = phone_exif(orientation)
    file = saved(tmp_path, two_halves(), exif=exif, comment=SECRET.encode(), xmp=SECRET.encode())
    assert SECRET.encode() in file.read_bytes()
    picture = published(file)

    assert dict(picture.getexif()) == {}
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"} | {
        *("progressive", "progression")
    }
    for hidden in (SECRET.encode(), b"Exif", b"http://ns.adobe", b"Photoshop"):
        assert hidden not in published_jpeg(file)
    assert looks(picture, *red_at) == RED
    assert (picture.width > picture.height) == (orientation in (1, 3))


def test_a_large_photo_becomes_small(tmp_path: Path) -> None:
    """Whoever pays for each megabyte gets no more pixels than a page shows, and none made up."""
    assert published(saved(tmp_path, two_halves())).size == (80, 40)
    picture = published(saved(tmp_path, two_halves(4000, 3000)))

    assert picture.size == (1200, 900)
    assert (looks(picture, 0.1, 0.5), looks(picture, 0.9, 0.5)) == (RED, BLUE)


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_every_kind_of_jpeg_can_be_shown(tmp_path: Path, mode: str) -> None:
    """A picture from a printing house or a scanner shows its colours in every browser."""
    picture = published(saved(tmp_path, two_halves(mode=mode)))

    assert picture.mode == "RGB"
    if mode != "L":
        assert (looks(picture, 0.1, 0.5), looks(picture, 0.9, 0.5)) == (RED, BLUE)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    """A logo with a clear background does not turn black."""
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": clear.getpixel((0, 0))} if mode == "P" else {}

    assert looks(published(saved(tmp_path, clear, "a.png", **options)), 0.5, 0.5) == WHITE


def test_a_webp_is_welcome(tmp_path: Path) -> None:
    """A picture saved from Zalo or a browser can be used."""
    assert looks(published(saved(tmp_path, two_halves(), "a.webp")), 0.1, 0.5) == RED


def test_a_photo_with_a_second_picture_inside_is_a_photo(tmp_path: Path) -> None:
    """Phones store a depth map or a brighter copy behind the picture; that is no film."""
    file = tmp_path / "a.jpg"
    two_halves().save(file, "MPO", save_all=True, append_images=[two_halves(20, 10)])

    assert looks(published(file), 0.1, 0.5) == RED


def test_a_photo_with_a_film_behind_it_is_a_photo(tmp_path: Path) -> None:
    """A "motion photo" carries its film after the picture; the picture is whole."""
    file = saved(tmp_path, two_halves())
    file.write_bytes(file.read_bytes() + b"\x00\x00\x00\x18ftypmp42" + bytes(20_000))

    assert looks(published(file), 0.1, 0.5) == RED


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
    two_halves(20, 10).save(thumbnail, "JPEG")
    noise = Image.effect_noise((400, 300), 90).convert("RGB")
    noise.save(data, "JPEG", quality=90, comment=thumbnail.getvalue())
    return data.getvalue()[: int(len(data.getvalue()) * shortened_to)]


def moving(form: str) -> bytes:
    """An animation of two pictures."""
    data = BytesIO()
    frames = [two_halves(), two_halves().rotate(180)]
    frames[0].save(data, form, save_all=True, append_images=frames[1:])
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (jpeg(shortened_to=0.5), BROKEN),
        (jpeg(shortened_to=0.98), BROKEN),
        (jpeg(shortened_to=0.01), BROKEN),
        (b"", BROKEN),
        ("Không phải ảnh.".encode(), BROKEN),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', BROKEN),
        (b"\xff\xd8\xff\xe0" + b"x" * 100, BROKEN),
        (moving("GIF"), BROKEN),
        (moving("PNG"), MOVING),
        (moving("WEBP"), MOVING),
        (huge_png(8_000), TOO_LARGE),
        (huge_png(10_000), TOO_LARGE),
        (huge_png(100_000), TOO_LARGE),
        (huge_png(1_000), BROKEN),
    ],
    ids=[
        *("half", "cut-short", "only-the-head", "empty", "text", "svg", "jpeg-in-name"),
        *("gif", "moving-png", "moving-webp", "large", "larger", "bomb", "png-without-pixels"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    """A broken or booby-trapped file is told in a sentence; it neither crashes nor goes out."""
    file = tmp_path / "a.jpg"
    file.write_bytes(data)

    with pytest.raises(PictureRefused) as refused:
        published_jpeg(file)
    assert str(refused.value) == message
    assert refusal(file) in (message, None)


def test_without_the_picture_library_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Windows refuses to load Pillow, checking goes on and drawn covers stand in."""
    monkeypatch.setattr(images, "_loaded", False)

    assert not images.can_publish_pictures()
    assert refusal(saved(tmp_path, two_halves())) is None
