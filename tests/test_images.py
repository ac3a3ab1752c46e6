"""Pictures as they leave the house: upright, small, and nothing in them that the eye can't see."""

from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms

from loa.disk.cache import Cache
from loa.media.images import (
    Picture,
    PictureRefused,
    for_upload,
    opening,
    publish,
    refusal,
    renditions,
    same_kind,
    size,
    upright,
)
from photos import SECRET, phone_exif, phone_photo, scenery

RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)
KB = 1024


def two_halves(width: int = 80, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture that is red on the left and blue on the right."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture.convert(mode)


def saved(folder: Path, picture: Image.Image, name: str = "a.jpg", **options: Any) -> Path:
    """Write a picture where a test can publish it."""
    picture.save(folder / name, quality=95, **options)
    return folder / name


def made(file: Path) -> Picture:
    """What is made of a picture."""
    assert refusal(file) is None
    return publish(file, Cache.of(file.parent))


def published(file: Path) -> Image.Image:
    """The largest picture that residents get."""
    with Image.open(made(file).largest) as picture:
        picture.load()
    return picture


def looks(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place, counted from 0 to 1 across and down, forgiving what packing blurs."""
    found = picture.getpixel((int(x * (picture.width - 1)), int(y * (picture.height - 1))))
    assert isinstance(found, tuple)
    near = [c for c in (RED, BLUE, WHITE) if max(map(abs, map(int.__sub__, c, found))) < 30]
    return near[0] if near else found


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

    for _, copy in made(file).files():
        with Image.open(copy) as picture:
            assert dict(picture.getexif()) == {}
            assert looks(picture.convert("RGB"), *red_at) == RED
            assert (picture.width > picture.height) == (orientation in (1, 3))
        for hidden in (SECRET.encode(), b"Exif", b"EXIF", b"XMP", b"http://ns.adobe", b"Photoshop"):
            assert hidden not in copy.read_bytes()


def test_every_screen_finds_its_size(tmp_path: Path) -> None:
    """Whoever pays for each megabyte gets no more pixels than the screen shows."""
    file = tmp_path / "a.jpg"
    file.write_bytes(phone_photo(2000, 1500))
    picture = made(file)

    assert picture.sizes == ((240, 180), (480, 360), (800, 600), (1200, 900))
    assert picture.fallback == (800, 600)
    assert sorted(ending for ending, _ in picture.files()) == [
        *("-1200.webp", "-240.webp", "-480.webp", "-800.jpg", "-800.webp")
    ]
    for ending, copy in picture.files():
        with Image.open(copy) as opened:
            assert ending == f"-{opened.width}.{'jpg' if opened.format == 'JPEG' else 'webp'}"


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        (80, 40, [(80, 40)]),
        (500, 400, [(240, 192), (500, 400)]),
        (700, 500, [(240, 171), (480, 343), (700, 500)]),
        (1500, 2000, [(240, 320), (480, 640), (800, 1067), (1200, 1600)]),
        (1000, 3000, [(107, 320), (213, 640), (355, 1067), (533, 1600)]),
    ],
    ids=["icon", "small", "middling", "upright", "screenshot"],
)
def test_no_pixel_is_made_up(
    tmp_path: Path, width: int, height: int, sizes: list[tuple[int, int]]
) -> None:
    """A small photo is not blown up, and a very tall one does not fill three screens."""
    assert list(made(saved(tmp_path, two_halves(width, height))).sizes) == sizes


@pytest.mark.parametrize("shape", [(1600, 1200), (1200, 1600), (800, 1700)])
@pytest.mark.parametrize("seed", [1, 2])
def test_what_a_phone_takes_is_light(tmp_path: Path, shape: tuple[int, int], seed: int) -> None:
    """The first photo of a page costs at most 30 KB of prepaid data, however many its leaves."""
    file = tmp_path / "a.jpg"
    file.write_bytes(phone_photo(*shape, seed=seed))
    picture = made(file)

    for (width, _), (_, copy) in zip(picture.sizes, picture.files(), strict=False):
        if width <= 565:
            assert copy.stat().st_size <= 30 * KB
        assert copy.stat().st_size <= 120 * KB


def test_a_photo_is_opened_once_for_all_that_is_made_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand photos are ready in minutes: the slow work on each is done once."""
    file, opened = tmp_path / "a.jpg", []
    file.write_bytes(phone_photo(1600, 1200))

    def watched(file: Path, box: tuple[int, int]) -> Image.Image:
        opened.append(file)
        return upright(file, box)

    monkeypatch.setattr(renditions, "upright", watched)
    for_upload(file, Cache.of(tmp_path))
    publish(file, Cache.of(tmp_path))

    assert opened == [file]


def test_a_heavy_photo_is_light_at_the_second_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaves in the sun cost the computer little more than a wall, and lose no more than needed."""
    grain = Image.frombytes("RGB", (1600, 1200), Random(1).randbytes(1600 * 1200 * 3))
    leaves = ImageChops.blend(scenery(1600, 1200), grain, 0.35)
    file, tried, pack = saved(tmp_path, leaves), [], renditions._saved

    def watched(picture: Image.Image, form: str, **options: Any) -> bytes:
        tried.append(form)
        return pack(picture, form, **options)

    monkeypatch.setattr(renditions, "_saved", watched)
    picture = made(file)

    assert tried.count("WEBP") <= len(picture.sizes) + 2
    assert tried.count("JPEG") == 2
    for (width, _), (_, copy) in zip(picture.sizes[1:], list(picture.files())[1:], strict=False):
        assert copy.stat().st_size > 0.5 * renditions._most_bytes(width)


def test_another_process_makes_the_same_files(tmp_path: Path) -> None:
    """Photos may be made beside the pages: the site is the same whoever made them."""
    files = tmp_path / "a.jpg", tmp_path / "b.jpg"
    files[0].write_bytes(phone_photo(640, 480))
    files[1].write_bytes(files[0].read_bytes()[:9000])
    away, here = Cache(tmp_path / "away"), Cache(tmp_path / "here")
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        there = pool.submit(publish, files[0], away).result()
        with pytest.raises(PictureRefused, match="chép dở"):
            pool.submit(publish, files[1], away).result()
    own = publish(files[0], here)

    assert there.sizes == own.sizes
    for name in ("gui.jpg", "anh.json", *(file.name for _, file in own.files())):
        assert (there.folder / name).read_bytes() == (own.folder / name).read_bytes()


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_every_kind_of_jpeg_can_be_shown(tmp_path: Path, mode: str) -> None:
    """A picture from a printing house or a scanner shows its colours in every browser."""
    picture = published(saved(tmp_path, two_halves(mode=mode)))

    assert picture.mode == "RGB"
    if mode != "L":
        assert (looks(picture, 0.1, 0.5), looks(picture, 0.9, 0.5)) == (RED, BLUE)


def test_colours_of_another_kind_of_screen_are_kept(tmp_path: Path) -> None:
    """A photo whose colours mean something else is turned into what every screen shows."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    plain = saved(tmp_path, two_halves(), "plain.jpg", icc_profile=srgb.tobytes())
    odd = saved(tmp_path, two_halves(), "odd.jpg", icc_profile=lab.tobytes())
    bad = saved(tmp_path, two_halves(), "bad.jpg", icc_profile=b"not a profile")

    assert b"icc" not in made(plain).largest.read_bytes().lower()
    for file in (plain, odd, bad):
        assert looks(published(file), 0.1, 0.5) == RED


def test_a_grey_scan_of_16_bits_keeps_its_greys(tmp_path: Path) -> None:
    """What an office scanner writes does not turn white."""
    scan = Image.new("I;16", (40, 40), 30_000)

    grey = looks(published(saved(tmp_path, scan, "a.png")), 0.5, 0.5)
    assert all(abs(value - 30_000 // 256) <= 3 for value in grey)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    """A logo with a clear background does not turn black."""
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": clear.getpixel((0, 0))} if mode == "P" else {}

    assert looks(published(saved(tmp_path, clear, "a.png", **options)), 0.5, 0.5) == WHITE


@pytest.mark.parametrize("form", ["WEBP", "PNG"])
def test_a_wrong_ending_harms_nothing(tmp_path: Path, form: str) -> None:
    """A picture saved from Zalo or a browser can be used, whatever it was called."""
    file = tmp_path / "a.jpg"
    two_halves().save(file, form)

    assert looks(published(file), 0.1, 0.5) == RED


def test_a_photo_with_a_second_picture_inside_is_a_photo(tmp_path: Path) -> None:
    """Phones store a depth map or a brighter copy behind the picture; that is no film."""
    file = tmp_path / "a.jpg"
    two_halves().save(file, "MPO", save_all=True, append_images=[two_halves(20, 20)])

    assert looks(published(file), 0.1, 0.5) == RED


def test_a_photo_with_a_film_behind_it_is_a_photo(tmp_path: Path) -> None:
    """A "motion photo" carries its film after the picture; the picture is whole."""
    file = saved(tmp_path, two_halves())
    file.write_bytes(file.read_bytes() + b"\x00\x00\x00\x18ftypmp42" + bytes(20_000))

    assert looks(published(file), 0.1, 0.5) == RED


def test_the_photos_own_colours_stand_in_while_it_loads(tmp_path: Path) -> None:
    """On a slow line the place of a photo is neither white nor empty."""
    wide, tall = (saved(tmp_path, two_halves(*s), f"{s[0]}.png") for s in ((80, 60), (60, 80)))

    assert made(wide).columns == 4
    assert made(wide).tones == ("#c22", "#c22", "#22c", "#22c") * 3
    assert (made(tall).columns, len(made(tall).tones)) == (3, 12)


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.jpg", "a.jpeg"])
def test_a_picture_of_a_page_keeps_its_name_and_kind(tmp_path: Path, name: str) -> None:
    """A standing page shows its picture under the name an officer gave it, and nothing inside."""
    file = saved(tmp_path, two_halves(2000, 1000), name, exif=phone_exif(3))
    with Image.open(file) as original, Image.open(BytesIO(same_kind(file))) as picture:
        assert (picture.format, picture.size) == (original.format, (1200, 600))
        assert looks(picture.convert("RGB"), 0.9, 0.5) == RED
        assert dict(picture.getexif()) == {}


@pytest.mark.parametrize("name", ["IMG_0001.HEIC", "IMG_0001.jpg"])
def test_an_iphone_photo_is_read_where_the_library_is(tmp_path: Path, name: str) -> None:
    """With the optional library a photo goes from an iPhone straight onto the page."""
    file = tmp_path / name
    assert opening.can_read_heic()
    two_halves(640, 480).save(file, "HEIF", quality=90, exif=phone_exif())
    with Image.open(file) as original:
        assert dict(original.getexif())
    picture = published(file)

    assert (looks(picture, 0.1, 0.5), looks(picture, 0.9, 0.5)) == (RED, BLUE)
    assert dict(picture.getexif()) == {}
    file.write_bytes(file.read_bytes()[:300])
    with pytest.raises(PictureRefused, match="chép dở"):
        same_kind(file)


def test_a_large_photo_is_decoded_small(tmp_path: Path) -> None:
    """Colours and shape survive the quick way through a large file."""
    picture = upright(saved(tmp_path, two_halves(4032, 3024)), (1200, 1600))

    assert picture.size == (1200, 900)
    assert (looks(picture, 0.1, 0.5), looks(picture, 0.9, 0.5)) == (RED, BLUE)


def test_without_the_picture_library_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Windows refuses to load Pillow, checking goes on and drawn covers stand in."""
    monkeypatch.setattr(opening, "_loaded", False)
    file = saved(tmp_path, scenery(60, 40))

    assert not opening.can_publish_pictures()
    assert (refusal(file), size(file)) == (None, None)
