"""The rooms as a picture: a row for each floor, whoever stands lower may ask everybody above."""

from html import escape

from loa.guide.house import FLOORS, Room

WIDTH, EDGE, GAP = 1200, 24, 12
_ROOM, _FLOOR = 62, 84
_LETTER = 6.4  # the width of a letter of the small text, on average


def picture() -> str:
    """Return the picture as SVG; text stays text, so that it can be searched and read aloud."""
    height = EDGE * 2 + _FLOOR * len(FLOORS)
    rooms = "".join(_floor(floor, EDGE + _FLOOR * number) for number, floor in enumerate(FLOORS))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="sans-serif" font-size="12">\n'
        "<title>The rooms of hooks/loa: each asks only rooms above its own floor</title>\n"
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n{rooms}</svg>\n'
    )


def _floor(floor: tuple[Room, ...], top: int) -> str:
    width = (WIDTH - 2 * EDGE - GAP * (len(floor) - 1)) / len(floor)
    return "".join(
        _room(room, EDGE + (width + GAP) * place, top, width) for place, room in enumerate(floor)
    )


def _room(room: Room, left: float, top: int, width: float) -> str:
    lines = _lines(room.holds, int((width - 20) / _LETTER))
    words = "".join(
        f'<text x="{left + 10:g}" y="{top + 34 + 13 * number}">{escape(line)}</text>\n'
        for number, line in enumerate(lines)
    )
    return (
        f'<rect x="{left:g}" y="{top}" width="{width:g}" height="{_ROOM}" rx="4" '
        'fill="#f4efe6" stroke="#8a3219"/>\n'
        f'<text x="{left + 10:g}" y="{top + 18}" font-weight="bold" font-size="14">'
        f"{escape(room.name)}</text>\n{words}"
    )


def _lines(text: str, most: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > most and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
