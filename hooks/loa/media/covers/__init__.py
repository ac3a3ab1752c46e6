"""Drawn covers for pages without a photo, the woven hills of the home page, and the mark.

Everything is made of square cells, the way a weaver counts threads, and grows from a seed.
"""

from loa.media.covers.grid import Grid
from loa.media.covers.ornaments import hills_band, mark, mark_grid
from loa.media.covers.scene import scene
from loa.media.covers.subjects import SUBJECTS

__all__ = ["SUBJECTS", "Grid", "cover", "hills_band", "mark", "mark_grid", "scene"]


def cover(section: str, subject: str | None, seed: str, *, cell: int = 5) -> str:
    """Return the cover of a page as an SVG of 320 x 180; without a subject it shows pines.

    Raises:
        ValueError: The section or the subject is unknown, or the cell size does not fit.
    """
    if cell < 1 or 320 % cell or 180 % cell:
        raise ValueError(f"320 x 180 cannot be filled with whole cells of {cell}")
    grid = scene(section, subject, seed, 320 // cell, 180 // cell)
    paths = "".join(f'<path fill="{colour}" d="{path}"/>' for colour, path in grid.paths(cell))
    # "slice": a square thumbnail shows the middle of the picture instead of bars.
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"'
        ' preserveAspectRatio="xMidYMid slice" shape-rendering="crispEdges"'
        f' aria-hidden="true">{paths}</svg>'
    )
