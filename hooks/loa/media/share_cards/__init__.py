"""The picture that goes with a shared link, 1200 x 630: what it is about, from whom, at a glance.

Left the words on the section's colour, right the post's photo or its drawn cover, teeth of the
woven edge between them. Everything is a multiple of one cell, so that no cell is cut.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from loa.disk.cache import Cache
from loa.media.covers import mark_grid, scene
from loa.media.covers.palette import PALETTES
from loa.media.images import can_publish_pictures, light_jpeg
from loa.media.share_cards.canvas import Canvas, length
from loa.media.share_cards.lines import set_title

if can_publish_pictures():
    from PIL import Image, ImageOps
    from PIL import __version__ as _library
else:  # pragma: no cover
    _library = ""

KIND = "the"  # of entries in the cache
WIDTH, HEIGHT = 1200, 630
CELL = 15  # 80 x 42 of them: the smallest picture of a subject that fills its side in whole cells
SPLIT = 750  # words left, picture right
TOOTH = 5  # a third of a cell: the steps of the woven edge
EDGE = 64  # nothing important is nearer to the rim: some programs cut it
TITLE_BOX = (SPLIT - EDGE - 44, 264)
TITLE_SIZES = (76, 68, 60, 56, 52, 48, 44, 40, 36, 32, 28)
CAPTION = 20  # what the words over the sunflower line take from the title's box
LINE = 1.22  # two marks on one capital need room
MOST_BYTES = 60 * 1024  # of a card with a photo
WHITE, SUN, PALE_SUN, INK = "#ffffff", "#f6b81a", "#ffdf8c", "#201812"
_VERSION = "2"  # raise it when the drawing changes


@dataclass(frozen=True)
class Card:
    """What stands on a card.

    ``title`` has no-break spaces where words stay together. ``line`` is shown in sunflower, with
    ``caption`` over it where a number alone would say too little. ``photo`` is a file that may be
    shown.
    """

    section: str
    site: str
    unit: str
    label: str
    title: str
    line: str
    subject: str | None
    seed: str
    caption: str = ""
    photo: Path | None = None

    @property
    def ending(self) -> str:
        """The ending of the file."""
        return ".jpg" if self.photo else ".png"


def drawn(card: Card, name: str, cache: Cache) -> Path:
    """Return the file of a card; from the cache when nothing on it has changed.

    Args:
        card: what stands on it.
        name: whose card it is; older cards of the same name are forgotten by ``keep``.
        cache: where it is kept.
    """
    file = f"the{card.ending}"
    entry = _entry(card, name)
    folder = cache.entry(KIND, entry, lambda place: _write(place / file, draw(card)))
    return folder / file


def _entry(card: Card, name: str) -> str:
    known = json.dumps([_VERSION, _library, asdict(card)], ensure_ascii=False, default=_content)
    return f"{name}-{sha256(known.encode()).hexdigest()[:32]}"


def keep(cache: Cache, names: Collection[str], shown: Callable[[], Mapping[str, Card]]) -> None:
    """Remove cards that nobody may see any more, and older ones of the same name.

    Args:
        cache: where they are kept.
        names: whose cards may stay.
        shown: gives the cards of today by name; asked only where there are too many.
    """
    cache.keep(KIND, lambda entry: entry.rpartition("-")[0] in names)
    place = cache.folder / KIND
    found = [entry.name.rpartition("-")[0] for entry in place.iterdir()] if place.is_dir() else []
    if len(found) > len(set(found)):
        today = {name: _entry(card, name) for name, card in shown().items()}
        cache.keep(KIND, lambda entry: today.get(entry.rpartition("-")[0], entry) == entry)


def draw(card: Card) -> bytes:
    """Return a card as PNG, or as JPEG where a photo is on it."""
    colour = PALETTES[card.section].ground
    canvas = Canvas(WIDTH, HEIGHT, colour)
    _head(canvas, card)
    _title(canvas, card)
    if card.line:
        _line(canvas, card)
    if card.photo is None:
        grid = scene(card.section, card.subject, card.seed, (WIDTH - SPLIT) // CELL, HEIGHT // CELL)
        canvas.cells(grid, CELL, (SPLIT, 0))
        _teeth(canvas, colour)
        return canvas.png()
    _teeth(canvas, colour, beyond=WHITE)
    return _with_photo(canvas, card.photo)


def _head(canvas: Canvas, card: Card) -> None:
    top = 54
    canvas.fill((EDGE, top, EDGE + 72, top + 72), WHITE)
    canvas.cells(mark_grid(), 4, (EDGE + 4, top + 4))
    room = TITLE_BOX[0] - 92
    canvas.text((EDGE + 92, top + 30), card.site, _fitting(card.site, 28, room), WHITE)
    size = _fitting(card.unit, 24, room, bold=False)
    canvas.text((EDGE + 92, top + 64), card.unit, size, WHITE, bold=False)
    canvas.text((EDGE, 188), card.label, 28, PALE_SUN)


def _title(canvas: Canvas, card: Card) -> None:
    width, height = TITLE_BOX
    box = width, height - (CAPTION if card.caption else 0)
    size, lines = set_title(card.title, TITLE_SIZES, LINE, box, _measure)
    base = 214 + round(size * 1.05)
    for number, line in enumerate(lines):
        canvas.text((EDGE, base + round(number * size * LINE)), line, size, WHITE)


def _line(canvas: Canvas, card: Card) -> None:
    room, top = TITLE_BOX[0] - 36, HEIGHT - 56 - 60
    size = _fitting(card.line, 30, room)
    canvas.fill((EDGE, top, EDGE + round(length(card.line, size)) + 36, top + 60), SUN)
    canvas.text((EDGE + 18, top + 30 + round(0.36 * size)), card.line, size, INK)
    if card.caption:
        size = _fitting(card.caption, 24, TITLE_BOX[0], bold=False)
        canvas.text((EDGE, top - 14), card.caption, size, WHITE, bold=False)


def _teeth(canvas: Canvas, colour: str, beyond: str = "") -> None:
    """Let the words' side reach into the picture in steps, one tooth every three cells."""
    if beyond:
        canvas.fill((SPLIT, 0, WIDTH, HEIGHT), beyond)
    for step in range(HEIGHT // TOOTH):
        reach = 4 - abs(step % 9 - 4)
        top = step * TOOTH
        canvas.fill((SPLIT, top, SPLIT + reach * TOOTH, top + TOOTH), colour)


def _with_photo(canvas: Canvas, photo: Path) -> bytes:
    card = canvas.picture()
    side = (WIDTH - SPLIT, HEIGHT)
    # What the teeth left white is where the photo shows.
    free = card.crop((SPLIT, 0, WIDTH, HEIGHT)).convert("L").point([0] * 255 + [255])
    with Image.open(photo) as opened:
        shown = ImageOps.fit(opened.convert("RGB"), side, centering=(0.5, 0.4))
    card.paste(shown, (SPLIT, 0), free)
    return light_jpeg(card, MOST_BYTES)


def _measure(size: int) -> "partial[float]":
    return partial(length, size=size)


def _fitting(words: str, size: int, room: int, *, bold: bool = True) -> int:
    """Return the size, made smaller until the words fit."""
    while size > 16 and length(words, size, bold) > room:
        size -= 1
    return size


def _content(photo: Path) -> str:
    return sha256(photo.read_bytes()).hexdigest()


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)
