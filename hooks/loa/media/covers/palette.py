"""The colours of the drawn covers: one palette per section, a few inks for the subjects."""

from typing import NamedTuple


class Palette(NamedTuple):
    """The seven colours of one section's landscape."""

    sky: str
    sun: str
    far: str
    near: str
    ground: str
    thread: str
    pine: str


PALETTES = {
    "guong-dien-hinh": Palette(
        "#f7e4d8", "#f2ab27", "#dfa588", "#b15a38", "#7a2b15", "#a6492c", "#0d4a3a"
    ),
    "chinh-sach": Palette(
        "#deeee6", "#f2bd45", "#9cc9b5", "#3c8a6f", "#0b4a39", "#23705a", "#08382b"
    ),
    "tin-tuc": Palette("#e4e9f6", "#f2bd45", "#aab8e0", "#5a6fae", "#2b3f78", "#4a60a0", "#14532f"),
    "hoi-dap": Palette("#f1e8e0", "#e9a93a", "#d0b7a4", "#94755f", "#5b4334", "#7d614f", "#0d4a3a"),
}


def inks(palette: Palette) -> dict[str, str]:
    """Return the colour behind each letter of the drawings in ``subjects.py``."""
    return {
        "f": palette.far,
        "n": palette.near,
        "g": palette.ground,
        "s": palette.sun,
        "p": palette.pine,
        "c": "#fff6eb",  # cream: most subjects
        "w": "#ffffff",  # paper
        "i": "#eff7fb",  # water
        "b": "#7fb6d6",  # light on water
        "r": "#ee2f22",  # ripe coffee cherries
        "h": "#12805c",  # health: green, because the red cross is a protected emblem
    }
