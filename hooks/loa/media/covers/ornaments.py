"""The two fixed drawings of the site: the hills behind the home page's question, and the mark."""

from loa.media.covers.grid import Grid, outline
from loa.media.covers.scene import PINES, below, dice, plant, ridge

BAND = (128, 18)  # columns, rows, drawn with cells of 10
BAND_SEED = "loa"
MARK = (
    "................",
    ".......hh...w...",
    "......hhh....w..",
    "....hhhhh....w..",
    "..hhhhhhh.w...w.",
    "hhhhhhhhh..w..w.",
    "hhhhhhhhh..w..w.",
    "hhhhhhhhh..w..w.",
    "hhhhhhhhh..w..w.",
    "..hhhhhhh.w...w.",
    "....hhhhh....w..",
    "..hhh.hhh....w..",
    "..hhh..hh...w...",
    "...h............",
    "................",
    "................",
)
# The mark follows the page's colours; alone, as the browser's icon, it keeps these.
MARK_COLOURS = {"h": ("--c-earth", "#8a3219"), "w": ("--c-sun", "#f6b81a")}


def hills_band() -> str:
    """Return woven hills in thin black and white, to lie on any dark band, 1280 x 180."""
    columns, rows = BAND
    roll = dice(BAND_SEED)
    far = ridge(roll, [(2, 9)] * columns, (3, 8))
    near = ridge(roll, [(11, 14)] * columns, (6, 12))
    pines = plant(roll, 8, list(range(3, columns - 3)), near, PINES)
    layers = (
        ("#fff", ".04", set(below(far, rows))),
        ("#000", ".13", set(below(near, rows))),
        ("#000", ".16", set(pines)),
    )
    paths = "".join(
        f'<path fill="{colour}" fill-opacity="{opacity}" d="{outline(frozenset(cells), 10)}"/>'
        for colour, opacity, cells in layers
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 180"'
        ' preserveAspectRatio="xMidYMax slice" shape-rendering="crispEdges"'
        f' aria-hidden="true">{paths}</svg>'
    )


def mark() -> str:
    """Return the site's mark, a horn with waves, as an SVG of 48 x 48."""
    variables = {colour: name for name, colour in MARK_COLOURS.values()}
    paths = "".join(
        f'<path fill="var({variables[colour]},{colour})" d="{path}"/>'
        for colour, path in mark_grid().paths(3)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"'
        f' shape-rendering="crispEdges" aria-hidden="true">{paths}</svg>'
    )


def mark_grid() -> Grid:
    """Return the mark as 16 x 16 cells, for pictures that are not SVG."""
    grid = Grid(len(MARK[0]), len(MARK))
    for letter, (_, colour) in MARK_COLOURS.items():
        grid.paint(
            colour,
            ((x, y) for y, row in enumerate(MARK) for x, ink in enumerate(row) if ink == letter),
        )
    return grid
