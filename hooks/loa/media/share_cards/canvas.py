"""A picture of few colours: whole cells, and letters whose soft edges are a ramp of sixteen."""

from functools import lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

from loa.media.covers import Grid
from loa.media.images import can_publish_pictures

if can_publish_pictures():
    from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
STEPS = 16  # from the ground to the letter
# Of the marks that stand over a letter, text in NFC keeps only this one: ô̆, ơ̆ in Jrai and Bahnar.
BREVE = "\u0306"

Box = tuple[int, int, int, int]


@lru_cache(maxsize=64)
def font(size: int, bold: bool = True) -> "ImageFont.FreeTypeFont":
    """Return the site's typeface.

    The simple layout is the same on every machine; the other one needs a library that some lack.
    """
    file = FONTS / f"BeVietnamPro-{'Bold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


def length(words: str, size: int, bold: bool = True) -> float:
    """Return the width of a line in pixels; a breve above a letter takes no room."""
    return font(size, bold).getlength(words.replace(BREVE, ""))


class Canvas:
    """Numbers of colours, painted like a picture; the colours come at the end."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        """Cover everything with one colour."""
        self._colours: list[tuple[int, int, int]] = []
        self._image = Image.new("L", (width, height), self._number(_rgb(ground)))

    def fill(self, box: Box, colour: str) -> None:
        """Paint a rectangle: left, top, right, bottom."""
        self._image.paste(self._number(_rgb(colour)), box)

    def cells(self, grid: Grid, cell: int, place: tuple[int, int]) -> None:
        """Paint a picture of cells, each ``cell`` pixels wide; unpainted cells stay clear."""
        for y, row in enumerate(grid.rows()):
            left, top = place[0], place[1] + y * cell
            for colour, alike in groupby(row):
                right = left + cell * sum(1 for _ in alike)
                if colour:
                    self.fill((left, top, right, top + cell), colour)
                left = right

    def text(
        self, place: tuple[int, int], words: str, size: int, colour: str, *, bold: bool = True
    ) -> None:
        """Write one line; ``place`` is where its baseline begins."""
        left, base = place
        mask = _letters(words, size, bold)
        corner = (left, base - round(1.4 * size))
        ground = self._colours[self._pixel(left, base)]
        ramp = [self._number(_between(ground, _rgb(colour), step)) for step in range(STEPS)]
        numbers = mask.point([ramp[value * (STEPS - 1) // 255] for value in range(256)])
        self._image.paste(numbers, corner, mask.point([0] * 17 + [255] * 239))

    def png(self) -> bytes:
        """Return the picture with a palette."""
        picture = self._image.copy()
        picture.putpalette([value for colour in self._colours for value in colour])
        data = BytesIO()
        picture.save(data, "PNG", compress_level=6)
        return data.getvalue()

    def picture(self) -> "Image.Image":
        """Return the picture in full colour, for a photo to be laid into it."""
        picture = self._image.copy()
        picture.putpalette([value for colour in self._colours for value in colour])
        return picture.convert("RGB")

    def _pixel(self, x: int, y: int) -> int:
        found = self._image.getpixel((x, y))
        assert isinstance(found, int)
        return found

    def _number(self, colour: tuple[int, int, int]) -> int:
        if colour not in self._colours:
            self._colours.append(colour)
        return self._colours.index(colour)


def _letters(words: str, size: int, bold: bool) -> "Image.Image":
    """Return one line in white on black, its baseline at 1.4 times its size."""
    plain, base = words.replace(BREVE, ""), round(1.4 * size)
    mask = Image.new("L", (round(length(words, size, bold)) + size, 2 * size))
    draw = ImageDraw.Draw(mask)
    draw.text((0, base), plain, fill=255, font=font(size, bold), anchor="ls")
    # The simple layout knows nothing of marks over letters: each is put over the middle of its own.
    breve, marks = _ink("˘", size, bold), 0
    for place, letter in enumerate(words):
        if letter == BREVE:
            own = place - marks - 1
            under = _ink(plain[own : own + 1], size, bold)
            middle = length(plain[:own], size, bold) + (under[0] + under[2]) / 2
            x, y = middle - (breve[0] + breve[2]) / 2, base + under[1] - breve[3] - size // 16
            draw.text((round(x), round(y)), "˘", fill=255, font=font(size, bold), anchor="ls")
            marks += 1
    return mask


@lru_cache(maxsize=64)
def _ink(letter: str, size: int, bold: bool) -> Box:
    """Return what a letter covers, counted from its place on the baseline."""
    mask = Image.new("L", (2 * size, 2 * size))
    place = size // 2, round(1.4 * size)
    ImageDraw.Draw(mask).text(place, letter, fill=255, font=font(size, bold), anchor="ls")
    left, top, right, bottom = mask.getbbox() or (*place, *place)
    return left - place[0], top - place[1], right - place[0], bottom - place[1]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _between(
    ground: tuple[int, int, int], ink: tuple[int, int, int], step: int
) -> tuple[int, int, int]:
    red, green, blue = (
        low + (high - low) * step // (STEPS - 1) for low, high in zip(ground, ink, strict=True)
    )
    return red, green, blue
