"""One picture → the few small files that residents load, each no heavier than it may be."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from loa.disk.cache import Cache
from loa.media.images.opening import can_publish_pictures, upright

if can_publish_pictures():
    from PIL import Image
    from PIL import __version__ as _library
else:  # pragma: no cover
    _library = ""

KIND = "anh"  # of entries in the cache
WIDTHS = (240, 480, 800, 1200)  # thumbnails of lists, then phones to wide screens
FALLBACK = 800  # one JPEG for browsers that read no WebP
TALL = 4 / 3  # nothing is published taller than a photo held upright
# A phone of 360 px takes the file 480 wide, and prepaid data pays for it.
PHONE_WIDTH, PHONE_BYTES = 565, 30 * 1024
QUALITIES = (78, 70, 62, 54, 46, 38, 30, 22, 14)
TONES = 4  # coloured cells along the longer side of the placeholder
UPLOAD_BYTES = 300_000  # what the boxes of other web sites take without grumbling
_VERSION = "1"  # raise it when any of the above changes


@dataclass(frozen=True)
class Picture:
    """What was made of one picture; ``folder`` holds the files named below.

    ``sizes`` are the widths and heights of the WebP files, smallest first; ``fallback`` is the
    size of the JPEG. ``tones`` are the colours of the placeholder, row by row.
    """

    folder: Path
    sizes: tuple[tuple[int, int], ...]
    fallback: tuple[int, int]
    columns: int
    tones: tuple[str, ...]

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield the ending that a published name gets, such as "-480.webp", and the file."""
        for width, _ in self.sizes:
            yield f"-{width}.webp", self.folder / f"{width}.webp"
        width = self.fallback[0]
        yield f"-{width}.jpg", self.folder / f"{width}.jpg"

    @property
    def largest(self) -> Path:
        """The largest file."""
        return self.folder / f"{self.sizes[-1][0]}.webp"


def publish(file: Path, cache: Cache) -> Picture:
    """Return what residents load instead of a picture; from the cache when its bytes are known.

    Raises:
        PictureRefused: the file is not a picture that can be read.
    """
    name = f"{digest(file)}-{_settings()}"
    folder = cache.entry(KIND, name, lambda place: _make(file, place))
    known = json.loads((folder / "anh.json").read_text(encoding="utf-8"))
    return Picture(
        folder,
        tuple((width, height) for width, height in known["sizes"]),
        (known["fallback"][0], known["fallback"][1]),
        known["columns"],
        tuple(known["tones"]),
    )


def for_upload(file: Path, cache: Cache) -> bytes:
    """Return a picture as one JPEG for another web site's box: what it takes, nothing hidden.

    Raises:
        PictureRefused: the file is not a picture that can be read.
    """

    def make(place: Path) -> None:
        picture = upright(file, _box(WIDTHS[-1]))
        picture.thumbnail((WIDTHS[-1], WIDTHS[-1]), Image.Resampling.LANCZOS)
        (place / "anh.jpg").write_bytes(_packed(picture, "JPEG", UPLOAD_BYTES))

    name = f"{digest(file)}-{_settings()}-{UPLOAD_BYTES}"
    return (cache.entry(KIND, name, make) / "anh.jpg").read_bytes()


def keep(cache: Cache, files: list[Path]) -> None:
    """Remove from the cache all that was not made from one of these files as they are now."""
    digests = {digest(file) for file in files}
    settings = _settings()
    # Without the library the settings are unknown: what another run made stays good.
    cache.keep(
        KIND,
        lambda name: (
            name.partition("-")[0] in digests
            and (not can_publish_pictures() or name.split("-")[1:2] == [settings])
        ),
    )


def same_kind(file: Path) -> bytes:
    """Return a picture as one file of the kind it is, small, upright and with nothing hidden.

    Raises:
        PictureRefused: the file is not a picture that can be read.
    """
    picture = upright(file, _box(WIDTHS[-1]))
    form = {".png": "PNG", ".webp": "WEBP"}.get(file.suffix.lower(), "JPEG")
    return _packed(picture, form, _most_bytes(picture.width))


def digest(file: Path) -> str:
    """Return a name for the bytes of a file."""
    found = file.stat()
    return _digest(file, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4096)  # `mkdocs serve` asks again at every saved letter
def _digest(file: Path, size: int, changed: int) -> str:
    with file.open("rb") as opened:
        found = sha256()
        while block := opened.read(1 << 20):
            found.update(block)
    return found.hexdigest()[:32]


def _settings() -> str:
    return sha256(f"{_VERSION} {_library}".encode()).hexdigest()[:8]


def _make(file: Path, place: Path) -> None:
    picture = upright(file, _box(WIDTHS[-1]))
    sizes = []
    for width in _widths(picture):
        small = _fitted(picture, width)
        data = _packed(small, "WEBP", _most_bytes(small.width))
        (place / f"{small.width}.webp").write_bytes(data)
        sizes.append(small.size)
    plain = _fitted(picture, FALLBACK)
    data = _packed(plain, "JPEG", 2 * _most_bytes(plain.width))
    (place / f"{plain.width}.jpg").write_bytes(data)
    columns, tones = _tones(picture)
    known = {"sizes": sizes, "fallback": plain.size, "columns": columns, "tones": tones}
    (place / "anh.json").write_text(json.dumps(known), encoding="utf-8")


def _box(width: int) -> tuple[int, int]:
    return width, round(width * TALL)


def _widths(picture: "Image.Image") -> list[int]:
    """Return the widths to make: a step must be worth its file."""
    whole = max(picture.width, picture.height / TALL)
    return [*(width for width in WIDTHS if width < 0.85 * whole), round(whole)]


def _fitted(picture: "Image.Image", width: int) -> "Image.Image":
    small = picture.copy()
    small.thumbnail(_box(width), Image.Resampling.LANCZOS)
    return small


def _most_bytes(width: int) -> int:
    """Return what a file of this width may weigh; what a phone takes is counted hardest."""
    if width <= PHONE_WIDTH:
        return PHONE_BYTES
    return int(PHONE_BYTES * (width / PHONE_WIDTH) ** 1.7)


def _packed(picture: "Image.Image", form: str, most: int) -> bytes:
    """Return a picture in the best quality that is light enough, or in the lightest."""
    best = _PACK[form](picture, QUALITIES[0])
    if len(best) <= most or form == "PNG":
        return best
    # Halving the choice finds the best in three or four tries instead of nine.
    good, low, high = b"", 1, len(QUALITIES)
    while low < high:
        middle = (low + high) // 2
        data = _PACK[form](picture, QUALITIES[middle])
        if len(data) <= most:
            good, high = data, middle
        else:
            low = middle + 1
    return good or _PACK[form](picture, QUALITIES[-1])


def _saved(picture: "Image.Image", form: str, **options: Any) -> bytes:
    data = BytesIO()
    picture.save(data, form, **options)
    return data.getvalue()


_PACK: dict[str, Callable[["Image.Image", int], bytes]] = {
    "JPEG": lambda picture, quality: _saved(
        picture, "JPEG", quality=quality, optimize=True, progressive=True
    ),
    "WEBP": lambda picture, quality: _saved(picture, "WEBP", quality=quality, method=4),
    "PNG": lambda picture, quality: _saved(picture, "PNG", optimize=True),
}


def _tones(picture: "Image.Image") -> tuple[int, list[str]]:
    """Return a few cells of colour to stand in while the picture loads: columns and colours."""
    wide = picture.width >= picture.height
    columns, rows = (TONES, TONES - 1) if wide else (TONES - 1, TONES)
    cells = picture.resize((columns, rows), Image.Resampling.BOX).tobytes()
    steps = [round(value / 17) for value in cells]  # one hexadecimal digit is enough
    return columns, [
        "#" + "".join(f"{step:x}" for step in steps[place : place + 3])
        for place in range(0, len(steps), 3)
    ]
