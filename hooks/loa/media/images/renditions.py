"""One picture → the few small files that residents load, each no heavier than it may be."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
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
# How heavy a file of each quality is beside one of the best, measured on photos of people,
# streets and leaves; WebP and JPEG are alike in this.
QUALITIES = {78: 1, 70: 0.85, 62: 0.77, 54: 0.7, 46: 0.64, 38: 0.56, 30: 0.48, 22: 0.4, 14: 0.32}
BEST, LIGHTEST = max(QUALITIES), min(QUALITIES)
# Of WebP's ways to search, 4 needs twice the time of 2 and saves an eighth of the bytes: worth it
# for what phones take. 6 takes twice as long again and saves nothing; AVIF saves as much as 4 did
# for ten times its time.
PHONE_METHOD, WIDE_METHOD = 4, 2
TONES = 4  # coloured cells along the longer side of the placeholder
UPLOAD = "gui.jpg"  # what other web sites get
UPLOAD_BYTES = 300_000  # what the boxes of other web sites take without grumbling
_VERSION = "2"  # raise it when any of the above changes


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

    @property
    def upload(self) -> Path:
        """What other web sites get, and what share cards are made with: one JPEG."""
        return self.folder / UPLOAD


def publish(file: Path, cache: Cache) -> Picture:
    """Return what residents load instead of a picture; from the cache when its bytes are known.

    Raises:
        PictureRefused: the file is not a picture that can be read.
    """
    name = f"{digest(file)}-{_settings()}"
    folder = cache.entry(KIND, name, partial(make, file))
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

    return publish(file, cache).upload.read_bytes()


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
    if form == "PNG":  # it has no quality to choose
        return _saved(picture, "PNG", optimize=True)
    return _packed(picture, form, _most_bytes(picture.width))[0]


def light_jpeg(picture: "Image.Image", most: int) -> bytes:
    """Return a picture as a JPEG of at most so many bytes, if it can be had at all."""
    return _packed(picture, "JPEG", most)[0]


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


def make(file: Path, place: Path) -> None:
    """Fill an empty folder with all that is made of one picture, which is decoded once.

    Raises:
        PictureRefused: the file is not a picture that can be read.
    """
    whole = upright(file, _box(WIDTHS[-1]))
    sizes = [_size(whole, width) for width in _widths(whole)]
    plain, upload = _size(whole, FALLBACK), _size(whole, WIDTHS[-1], WIDTHS[-1])
    small = _smaller(whole, {*sizes, plain, upload})
    quality = BEST
    for size in sizes:
        # What is too full of leaves at one width is so at the next: begin where that one ended.
        data, quality = _packed(small[size], "WEBP", _most_bytes(size[0]), quality)
        (place / f"{size[0]}.webp").write_bytes(data)
    data = light_jpeg(small[plain], 2 * _most_bytes(plain[0]))
    (place / f"{plain[0]}.jpg").write_bytes(data)
    (place / UPLOAD).write_bytes(light_jpeg(small[upload], UPLOAD_BYTES))
    columns, tones = _tones(small[sizes[0]])
    known = {"sizes": sizes, "fallback": plain, "columns": columns, "tones": tones}
    (place / "anh.json").write_text(json.dumps(known), encoding="utf-8")


def _box(width: int) -> tuple[int, int]:
    return width, round(width * TALL)


def _widths(picture: "Image.Image") -> list[int]:
    """Return the widths to make: a step must be worth its file."""
    whole = max(picture.width, picture.height / TALL)
    return [*(width for width in WIDTHS if width < 0.85 * whole), round(whole)]


def _size(picture: "Image.Image", width: int, height: float | None = None) -> tuple[int, int]:
    """Return the size of a picture made to fit a width, and a height if it is no usual one."""
    most = height or width * TALL
    scale = min(1, width / picture.width, most / picture.height)
    return max(1, round(picture.width * scale)), max(1, round(picture.height * scale))


def _smaller(
    whole: "Image.Image", sizes: set[tuple[int, int]]
) -> Mapping[tuple[int, int], "Image.Image"]:
    """Return a picture in these sizes, each made from the next larger one."""
    made, last = {}, whole
    for size in sorted(sizes, reverse=True):
        if size != last.size:
            last = last.resize(size, Image.Resampling.BICUBIC)
        made[size] = last
    return made


def _most_bytes(width: int) -> int:
    """Return what a file of this width may weigh; what a phone takes is counted hardest."""
    if width <= PHONE_WIDTH:
        return PHONE_BYTES
    return int(PHONE_BYTES * (width / PHONE_WIDTH) ** 1.7)


def _packed(picture: "Image.Image", form: str, most: int, quality: int = BEST) -> tuple[bytes, int]:
    """Return a picture light enough, or as light as can be, and the quality that took."""
    data = _PACK[form](picture, quality)
    while len(data) > most and quality > LIGHTEST:
        # The next guess nearly always fits: the weights are those of the most stubborn photos.
        room = QUALITIES[quality] * most / len(data)
        quality = next((step for step, weight in QUALITIES.items() if weight <= room), LIGHTEST)
        data = _PACK[form](picture, quality)
    return data, quality


def _saved(picture: "Image.Image", form: str, **options: Any) -> bytes:
    data = BytesIO()
    picture.save(data, form, **options)
    return data.getvalue()


_PACK: dict[str, Callable[["Image.Image", int], bytes]] = {
    "JPEG": lambda picture, quality: _saved(
        picture, "JPEG", quality=quality, optimize=True, progressive=True
    ),
    "WEBP": lambda picture, quality: _saved(
        picture, "WEBP", quality=quality, method=_method(picture.width)
    ),
}


def _method(width: int) -> int:
    return PHONE_METHOD if width <= FALLBACK else WIDE_METHOD


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
