"""Which letters the printing fonts hold, read from the fonts themselves.

The ``cmap`` table of OpenType in its format 4 is all that our fonts have (OpenType specification,
"cmap — Character to Glyph Index Mapping Table"); a test compares with fontTools.
"""

import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
FILES = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-Bold.ttf")
# They have no glyph and need none: line break, hard blank held by the layout, word joiner.
_WITHOUT_GLYPH = frozenset(map(ord, "\n\u00a0\u2060"))


@cache
def drawable() -> frozenset[int]:
    """Return the code points that leaflets and share cards can draw, in regular and in bold."""
    regular, bold = (covered((FONTS / name).read_bytes()) for name in FILES)
    return (regular & bold) | _WITHOUT_GLYPH


def covered(font: bytes) -> frozenset[int]:
    """Return the code points that a font maps to a glyph."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * place) for place in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    found: set[int] = set()
    for place in range(struct.unpack_from(">H", font, start + 2)[0]):
        offset = start + struct.unpack_from(">HHL", font, start + 4 + 8 * place)[2]
        if struct.unpack_from(">H", font, offset)[0] == 4:
            found |= _format_4(font, offset)
    return frozenset(found)


def _format_4(font: bytes, offset: int) -> set[int]:
    count = struct.unpack_from(">H", font, offset + 6)[0] // 2

    def column(number: int) -> tuple[int, ...]:
        skipped = 2 if number else 0  # a reserved word stands behind the ends
        place = offset + 14 + skipped + 2 * count * number
        return struct.unpack_from(f">{count}H", font, place)

    ends, starts, deltas, ranges = map(column, range(4))
    first = offset + 16 + 6 * count  # where the column of ranges begins
    found = set()
    for number in range(count):
        for code in range(starts[number], min(ends[number], 0xFFFE) + 1):
            glyph = code
            if ranges[number]:
                place = first + 2 * number + ranges[number] + 2 * (code - starts[number])
                glyph = struct.unpack_from(">H", font, place)[0]
                if not glyph:
                    continue
            if (glyph + deltas[number]) & 0xFFFF:
                found.add(code)
    return found
