"""The drawn covers: light, repeatable, made of whole cells, and never of anything else."""

import gzip
import re
import subprocess
import sys
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from each import each
from loa.media import covers
from loa.media.covers.palette import PALETTES
from loa.media.covers.subjects import DRAWINGS

SVG = "{http://www.w3.org/2000/svg}"
SECTIONS = tuple(PALETTES)
EVERY_SUBJECT = (None, *covers.SUBJECTS)
SEEDS = tuple(f"bai-viet-{number}" for number in range(30))
GROUND_ROWS = 7


def path_data(svg: str) -> list[str]:
    return [path.attrib["d"] for path in ElementTree.fromstring(svg).iter(f"{SVG}path")]


def test_every_build_draws_the_same():
    """A rebuild on another day and machine changes no picture that readers know."""
    code = "from loa.media import covers; print(covers.cover('tin-tuc', 'cow', 'bo-giong'))"
    prints = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(prints) == 1


def test_pages_differ():
    """A reader tells the pages of a list apart by their pictures."""
    pictures = {covers.cover("guong-dien-hinh", "cow", seed) for seed in SEEDS}

    assert len(pictures) == len(SEEDS)


def test_sections_and_subjects_differ():
    """A reader sees from the picture alone which section and topic a page belongs to."""
    pictures = {
        covers.cover(section, subject, "mot-bai")
        for section in SECTIONS
        for subject in EVERY_SUBJECT
    }

    assert len(pictures) == len(SECTIONS) * len(EVERY_SUBJECT)


@pytest.mark.parametrize("section", SECTIONS)
def test_covers_are_light_and_made_of_whole_cells(section):
    """A phone on a weak signal gets a crisp picture for about one kilobyte."""

    def judge(named):
        svg = covers.cover(section, *named)
        data = path_data(svg)

        assert len(svg.encode()) <= 4300
        assert len(gzip.compress(svg.encode())) <= 1100
        assert data
        assert all(re.fullmatch(r"(M\d+ \d+([hv]-?\d+)+z)+", path) for path in data)
        assert all(int(number) % 5 == 0 for path in data for number in re.findall(r"\d+", path))

    # The shapes are the same in every section: one is looked at longer than the others.
    seeds = SEEDS if section == SECTIONS[0] else SEEDS[:6]
    each({f"{name} {seed}": (name, seed) for name in EVERY_SUBJECT for seed in seeds}, judge)


def test_covers_are_silent_decoration():
    """A person using a screen reader is not stopped by an ornament."""
    root = ElementTree.fromstring(covers.cover("hoi-dap", None, "cau-hoi"))

    assert root.attrib["aria-hidden"] == "true"
    assert root.attrib["viewBox"] == "0 0 320 180"
    assert root.attrib["shape-rendering"] == "crispEdges"


def test_outlines_paint_what_the_grid_shows():
    """The picture on a page and the one on its share card are the same, cell by cell."""

    def judge(subject):
        grid = covers.scene("chinh-sach", subject, "vay-von")
        painted = [[""] * grid.width for _ in range(grid.height)]
        for colour, path in grid.paths(1):
            for x, y in filled(path, grid.width, grid.height):
                painted[y][x] = colour

        assert painted == grid.rows()
        assert all(all(row) for row in painted)

    each({str(subject): subject for subject in EVERY_SUBJECT}, judge)


def filled(path: str, width: int, height: int) -> set[tuple[int, int]]:
    """Return the cells inside a path, by counting the vertical strokes to their left."""
    turns = [[0] * (width + 1) for _ in range(height)]
    for loop in path.split("z")[:-1]:
        start, strokes = re.fullmatch(r"M(\d+ \d+)(.*)", loop).groups()
        corners = [tuple(map(int, start.split()))]
        for letter, length in re.findall(r"([hv])(-?\d+)", strokes):
            x, y = corners[-1]
            corners.append((x + int(length), y) if letter == "h" else (x, y + int(length)))
        for (x, y), (next_x, next_y) in pairwise([*corners, corners[0]]):
            assert x == next_x or y == next_y
            for row in range(min(y, next_y), max(y, next_y)):
                turns[row][x] += 1 if next_y > y else -1
    return {(x, y) for y in range(height) for x in range(width) if sum(turns[y][: x + 1])}


def test_the_silhouette_stands_on_one_tone():
    """A person with weak eyes makes out the subject, because nothing crosses behind it."""

    def judge(named):
        subject, seed = named
        drawing = DRAWINGS[subject]
        grid = covers.scene("guong-dien-hinh", subject, seed)
        left = (grid.width - drawing.across(grid.width)) // 2
        top = grid.height - GROUND_ROWS - drawing.height
        shape = {(left + x, top + y) for x, y, _ in drawing.cells(grid.width)}
        around = {(x + i, y + j) for x, y in shape for i in (-1, 0, 1) for j in (-1, 0, 1)} - shape
        rows = grid.rows()
        tones = {
            rows[y][x] for x, y in around if 0 <= x < grid.width and y < grid.height - GROUND_ROWS
        }

        assert tones == {PALETTES["guong-dien-hinh"].near}

    before_hills = [name for name in DRAWINGS if not DRAWINGS[name].before_sky]
    each({f"{name} {seed}": (name, seed) for name in before_hills for seed in SEEDS}, judge)


def test_the_sun_is_whole():
    """The sun shines on every cover: no hill, pine or subject stands before it."""
    whole = 41  # cells of a stepped diamond with radius 4
    for subject in EVERY_SUBJECT:
        for seed in SEEDS[:10]:
            rows = covers.scene("tin-tuc", subject, seed).rows()
            suns = sum(row.count(PALETTES["tin-tuc"].sun) for row in rows[4:13])

            assert suns >= whole, (subject, seed)


def test_drawings_are_whole_and_fit():
    """Whoever adds a drawing learns at once that a row is too long or the picture too tall."""
    for name, drawing in DRAWINGS.items():
        assert {len(row) for row in drawing.rows} == {len(drawing.rows[0])}, name
        assert len(drawing.rows[0]) <= 28, name
        assert drawing.before_sky or drawing.height <= 14, name
        assert set("".join(drawing.rows)) <= set(".fngspcwibrh"), name


def test_unknown_names_are_refused():
    """A typo in a page's topic stops the build instead of drawing something else."""
    with pytest.raises(ValueError, match="unknown section 'tin'"):
        covers.cover("tin", "cow", "a")
    with pytest.raises(ValueError, match="unknown subject 'buffalo'"):
        covers.cover("tin-tuc", "buffalo", "a")


@pytest.mark.parametrize("cell", [-5, 0, 3, 8, 20])
def test_cells_that_do_not_fit_are_refused(cell):
    """A picture never ends in half a cell."""
    with pytest.raises(ValueError, match="cells"):
        covers.cover("tin-tuc", None, "a", cell=cell)


def test_share_cards_get_the_whole_subject():
    """A link sent to a neighbour shows the same subject as the page, in a narrow picture."""

    def judge(subject):
        grid = covers.scene("chinh-sach", subject, "vay-von", 29, 40)
        rows = grid.rows()

        assert (len(rows), {len(row) for row in rows}) == (40, {29})
        if subject:
            drawing = DRAWINGS[subject]
            left = (29 - drawing.across(29)) // 2
            assert left >= 0
            assert left + drawing.across(29) <= 29

    each({str(subject): subject for subject in EVERY_SUBJECT}, judge)


def test_the_hills_of_the_home_page_are_light():
    """The home page opens fast: its hills weigh little more than a kilobyte."""
    svg = covers.hills_band()

    assert len(svg.encode()) <= 1600
    assert len(path_data(svg)) == 3
    assert svg == covers.hills_band()


def test_the_mark_is_sharp_as_a_browser_icon():
    """A reader finds the site's tab: the mark is 16 x 16 cells, one for each dot of the icon."""
    svg = covers.mark()
    grid = covers.mark_grid()

    assert (grid.width, grid.height) == (16, 16)
    assert ElementTree.fromstring(svg).attrib["viewBox"] == "0 0 48 48"
    assert all(int(n) % 3 == 0 for path in path_data(svg) for n in re.findall(r"\d+", path))
    assert "#8a3219" in svg
