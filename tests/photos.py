"""Photos for tests, made of numbers: as large and as full of detail as a phone's, of nothing."""

from io import BytesIO
from random import Random
from typing import Any

from PIL import Image, ImageChops

SECRET = "Siu Bí Mật"


def scenery(width: int, height: int, seed: int = 1) -> Image.Image:
    """A picture as rich as leaves in the sun: coarse and fine shapes over each other."""
    chance = Random(seed)
    picture = Image.new("RGB", (width, height), (110, 125, 90))
    for cells, weight in ((4, 0.6), (12, 0.45), (40, 0.3), (160, 0.2), (600, 0.12)):
        size = (cells, max(1, cells * height // width))
        grain = Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
        grain = grain.resize((width, height), Image.Resampling.BICUBIC)
        picture = ImageChops.blend(picture, grain, weight)
    return picture


def phone_exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes into a photo: where, when, whose, and which side is up."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x010E] = orientation, SECRET, SECRET
    exif.get_ifd(0x8825).update({1: "N", 2: (13.0, 59.0, 1.5), 3: "E", 4: (108.0, 8.0, 2.5)})
    return exif


def phone_photo(
    width: int = 4000, height: int = 3000, *, seed: int = 1, orientation: int = 1, **options: Any
) -> bytes:
    """The file of a photo as it comes from a phone."""
    data = BytesIO()
    exif = phone_exif(orientation)
    scenery(width, height, seed).save(data, "JPEG", quality=88, exif=exif, **options)
    return data.getvalue()
