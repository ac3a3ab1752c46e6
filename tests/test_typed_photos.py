"""Photos as phones, messengers and old PCs leave them: shown, or called by what they are."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from loa.ask.paths import Edition
from loa.disk.cache import Cache
from loa.media.images import opening, publish, refusal
from loa.outputs import build_site
from photos import phone_photo
from town import TODAY, Town

ALT = "Đàn bò bên chuồng mới"
LEFT, RIGHT = (200, 30, 30), (30, 30, 200)


def two_halves(mode: str = "RGB") -> Image.Image:
    """A picture that is red on the left and blue on the right."""
    picture = Image.new("RGB", (640, 480), LEFT)
    picture.paste(RIGHT, (320, 0, 640, 480))
    return picture.convert(mode)


def saved(form: str, picture: Image.Image | None = None, **options: object) -> bytes:
    """The file of a picture."""
    data = BytesIO()
    (picture or two_halves()).save(data, form, **options)
    return data.getvalue()


def noted(exif: bytes, photo: bytes = b"") -> bytes:
    """A JPEG with a block of notes right behind its beginning."""
    photo = photo or saved("JPEG")
    block = b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif
    return photo[:2] + block + photo[2:]


def text_for_a_number(orientation: int = 1) -> bytes:
    """Notes whose widths and times are words, as some phones write them."""
    entries = [
        (0x0100, 2, b"rong"),  # a width that is text
        (0x0112, 3, orientation.to_bytes(2, "little") + b"\0\0"),
        (0x011A, 7, b"\xff\xff\xff\xff"),  # a resolution far outside of the file
        (0x8825, 2, b"GPS\0"),  # a place of further notes that is text
    ]
    table = b"".join(
        tag.to_bytes(2, "little")
        + kind.to_bytes(2, "little")
        + (1 if kind == 3 else 4).to_bytes(4, "little")
        + value
        for tag, kind, value in entries
    )
    return b"Exif\0\0II*\0\x08\0\0\0" + len(entries).to_bytes(2, "little") + table + bytes(4)


def shown(town: Town, name: str = "x.jpg") -> dict[str, bytes]:
    """The published files of the one photo of the town's news; the checks say nothing of it."""
    town.post("news", slug="tin", image={"file": f"anh/{name}", "alt": ALT})
    assert town.problems() == []
    site = build_site(town.root, TODAY, Edition())
    made = {one.path: one.bytes() for one in site.outputs if one.path.startswith("tin-tuc/anh/")}
    assert made
    return made


def colours(data: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The colours at the left and at the right of a picture, to the nearest twenty."""
    picture = Image.open(BytesIO(data)).convert("RGB")
    places = ((5, picture.height // 2), (picture.width - 6, picture.height // 2))
    return tuple(  # type: ignore[return-value]
        tuple(round(value / 40) for value in picture.getpixel(place)) for place in places
    )


@pytest.mark.parametrize("orientation", [1, 6])
def test_notes_that_break_their_rules_harm_nobody(town: Town, orientation: int) -> None:
    """A photo of an old phone goes out, upright: of its notes nothing else is read or kept."""
    data = noted(text_for_a_number(orientation))
    town.file("stories/tin-tuc/anh/x.jpg", data)
    (largest,) = [data for path, data in shown(town).items() if path.endswith(".jpg")]

    width, height = Image.open(BytesIO(largest)).size
    assert (width > height) == (orientation == 1)
    assert b"Exif" not in largest


DAMAGED = {
    "no-notes": b"Exif\0\0",
    "no-order": b"Exif\0\0XX*\0\x08\0\0\0",
    "outside": b"Exif\0\0II*\0\xff\xff\xff\x7f",
    "too-many": b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\0\x03\0\0\0\x01\0\x09\0\0" * 4,
    "cut": text_for_a_number()[:30],
    "loop": b"Exif\0\0II*\0\x08\0\0\0\0\0\x08\0\0\0",
    "real-number": b"Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\x0c\0\1\0\0\0\1\0\0\0\0\0\0\0",
    "nine": text_for_a_number(9),
    "xmp": b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta tiff:Orientation='bay'",
    "two-in-one": b"MPF\0II*\0\x08\0\0\0\xff\xff",
}


@pytest.mark.parametrize("exif", DAMAGED.values(), ids=DAMAGED)
def test_whatever_the_notes_say_the_photo_is_shown(tmp_path: Path, exif: bytes) -> None:
    """Not one kind of damage behind a photo keeps it from the page."""
    file = tmp_path / "x.jpg"
    file.write_bytes(noted(exif))

    assert refusal(file) is None
    assert colours(publish(file, Cache.of(tmp_path)).largest.read_bytes()) == ((5, 1, 1), (1, 1, 5))


def photo(**options: object) -> bytes:
    """A photo with much in it: without its end, its last bytes would be missed."""
    return phone_photo(640, 480, **options)  # type: ignore[arg-type]


SHOWN_WHOLE = {
    "last-byte": photo()[:-1],
    "last-two": photo()[:-2],
    "half-a-mark": photo()[:-2] + b"\xff",
    "last-few": photo()[:-6],
    "stepwise-last-two": photo(progressive=True)[:-2],
    "line-end-behind": photo() + b"\r\n",
    "another-behind": photo() + photo(seed=2),
    "junk-behind": photo() + b"\0" * 5000 + b"PK\x03\x04",
    "junk-between": photo()[:2] + b"\0\0\0" + photo()[2:],
    "two-in-one": saved("MPO", save_all=True, append_images=[two_halves()]),
    "printing-colours": saved("JPEG", two_halves("CMYK")),
    "grey": saved("JPEG", two_halves("L")),
    "png-called-jpg": saved("PNG"),
    "png-behind": saved("PNG") + b"rac",
    "png-without-end": saved("PNG")[:-12],
    "png-half-end": saved("PNG")[:-3],
    "png-16-bit": saved("PNG", Image.new("I;16", (640, 480), 40_000)),
    "png-palette": saved("PNG", two_halves("P"), transparency=bytes([0, 255])),
    "png-one-bit": saved("PNG", two_halves("1")),
    "png-clear": saved("PNG", two_halves("RGBA")),
    "webp-called-jpg": saved("WEBP"),
    "still-gif": saved("GIF", two_halves("P")),
    "avif": saved("AVIF"),
}


@pytest.mark.parametrize("data", SHOWN_WHOLE.values(), ids=SHOWN_WHOLE)
def test_what_every_viewer_shows_whole_is_shown(tmp_path: Path, data: bytes) -> None:
    """Nobody is sent to take a photo again that looks whole on the PC and on the phone."""
    file = tmp_path / "x.jpg"
    file.write_bytes(data)

    assert refusal(file) is None
    assert publish(file, Cache.of(tmp_path)).sizes[-1] == (640, 480)


def test_a_photo_without_its_last_bytes_goes_out(town: Town) -> None:
    """What the checks accept, the build makes."""
    town.file("stories/tin-tuc/anh/x.jpg", photo()[:-2])

    assert any(path.endswith("-640.webp") for path in shown(town))


CALLED = {
    "tiff": (saved("TIFF"), "ảnh TIFF"),
    "jpeg-2000": (saved("JPEG2000"), "ảnh JPEG 2000"),
    "bmp": (saved("BMP"), "ảnh BMP"),
    "icon": (saved("ICO"), "biểu tượng (ICO)"),
    "photoshop": (b"8BPS\0\1" + bytes(40), "ảnh Photoshop (PSD)"),
    "raw-canon": (b"II*\0\x10\0\0\0CR\2\0" + bytes(40), "ảnh thô (RAW) của máy ảnh"),
    "raw-canon-3": (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "ảnh thô (RAW) của máy ảnh"),
    "raw-fuji": (b"FUJIFILMCCD-RAW 0201", "ảnh thô (RAW) của máy ảnh"),
    "film": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "phim"),
    "jpeg-xl": (b"\xff\x0a\xfa\x7f" + bytes(40), "ảnh JPEG XL"),
    "web-page": (b"\n<!DOCTYPE html><html><title>Zalo</title>", "trang web lưu dưới tên ảnh"),
    "text": ("Ảnh gửi sau nhé".encode(), "tệp chữ"),
    "git-lfs": (
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n",
        "tệp thay thế của Git LFS",
    ),
    "mac": (b"\0\5\x16\7\0\2\0\0Mac OS X" + bytes(16), "tệp phụ của máy Mac"),
    "word": (b"PK\x03\x04\x14\0\6\0", "tệp Word, Excel hoặc tệp nén"),
    "program": (b"MZ\x90\0\3", "chương trình của Windows"),
}


@pytest.mark.parametrize(("data", "name"), CALLED.values(), ids=CALLED)
def test_another_kind_of_file_is_called_by_its_name(town: Town, data: bytes, name: str) -> None:
    """Who copies a TIFF again and again learns that it has to be saved as a JPEG once."""
    town.file("stories/tin-tuc/anh/x.jpg", data)
    town.post("news", image={"file": "anh/x.jpg", "alt": ALT})
    (said,) = town.said()

    assert said.startswith(f"«anh/x.jpg»: đây là {name}")
    assert "không phải ảnh JPEG, PNG hay WebP; " in said
    assert "chép lại từ máy chụp" not in said


HALF = {
    "half": photo()[: len(photo()) // 2],
    "most": photo()[: int(len(photo()) * 0.9)],
    "stepwise-half": photo(progressive=True)[: len(photo(progressive=True)) // 4],
    "png-half": saved("PNG", Image.effect_noise((640, 480), 90))[:9000],
    "webp-half": saved("WEBP", Image.effect_noise((640, 480), 90).convert("RGB"))[:900],
    "zeros": bytes(4000),
}


@pytest.mark.parametrize("data", HALF.values(), ids=HALF)
def test_half_a_photo_is_told_before_the_build(town: Town, data: bytes) -> None:
    """Copying that was stopped is found by the checks, in the words of the build."""
    town.file("stories/tin-tuc/anh/x.jpg", data)
    town.post("news", image={"file": "anh/x.jpg", "alt": ALT})

    assert town.said() == [f"«anh/x.jpg»: {opening.BROKEN}"]
