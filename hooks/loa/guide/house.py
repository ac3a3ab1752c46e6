"""The rooms of the package, each with what it holds; a room asks only those on floors above it.

``tests/test_house.py`` holds every import against this list. CONTRIBUTING's arrows, the package's
docstring and the picture under ``docs/dev/`` are made from it by ``make refresh``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# A floor per paragraph, in the order in which to read them. Rooms of one floor do not know each
# other. "ask.paths" is a part of a room on a floor of its own: what stands between may ask it.
_HOUSE = """
clock               what day it is in the town: the only place that looks at a clock
problems            what is wrong with the content, said to the person who wrote it

text                Vietnamese, Markdown, YAML and tables as text; nothing here knows the town
disk                the cache, files written whole, zips, names that every disk holds
styles              style sheets and scripts of the site, in words that old phones understand

rendered            one page from Markdown to HTML, without a generator around it
reading             any text as it is read aloud
fields              a field is declared once, for reader, schema, template and guide

model               what a post, a policy, a village is

plan                what a file rests on, noted by the reading of it; what still holds is kept
load                reads stories/, docs/ and data/; the only reader of those folders
ask.paths           the address of every page and file

kept_reading        unchanged files are not read again
apart               each file is made apart: one that fails costs only itself

media               pictures, recordings and files that posts bring along; drawn covers

ask                 everything one may ask of the town on a day

check               the rules, one function each
finder              which policies may fit a household
drawn               charts, codes, calendar files, blocks of a policy, every picture file
structured          what search engines are told

pages               front matter, the only contract with the templates

exports.article     a post as every other channel takes it
search              what can be found, and the index that browsers ask

exports.town_page   for the editor of the town's own page
exports.word        Word papers
exports.radio       the loudspeaker's scripts and programmes
exports.leaflet     leaflets and notices on paper
exports.social      Zalo and Facebook
machines            feeds, open data, the edition for a stick

exports.kit         which formats there are, the folder of each post, what is public of it

guide               what writers get from the declarations: guide, schemas, templates
desk.preview_bar    the officer's bar over each post in the preview

recipes             every file of the site, known before any is made

instead             what stands where a file could not be made
report              all problems of a town, as a person or a program reads them

layout              pages laid out by the templates, with a note of what they were laid out by
made_apart          where a file of the site fails, something else stands in its place
outputs             the whole site made at once, for tests and other generators

planned             which files the site has, as in the build before where nothing decides otherwise

build               one build: what changed is made anew, the new site is put in place

desk                what an officer does: approve, note a posting, begin a post, read what was built
"""


@dataclass(frozen=True)
class Room:
    """A module or package of ``hooks/loa``; ``name`` is what stands behind ``loa.``."""

    name: str
    holds: str


def _floors() -> tuple[tuple[Room, ...], ...]:
    return tuple(
        tuple(Room(*line.split(maxsplit=1)) for line in floor.splitlines())
        for floor in _HOUSE.strip().split("\n\n")
    )


FLOORS = _floors()


def room_of(module: str) -> str:
    """Return the room of a module, named without ``loa.``; where none fits, its first part."""
    parts = module.split(".")
    known = {room.name for floor in FLOORS for room in floor}
    names = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((name for name in names if name in known), parts[0])


def arrows() -> str:
    """Return the floors in one line, as CONTRIBUTING shows them."""
    return " │ ".join(" ".join(room.name for room in floor) for floor in FLOORS)


def package_docstring() -> str:
    """Return what ``hooks/loa/__init__.py`` says: the reading order, a floor a line."""
    floors = "\n".join(f"    {' '.join(room.name for room in floor)}" for floor in FLOORS)
    return (
        '"""Loa: one story, written once, goes out on every channel of the town.\n\n'
        "Reading order, from what asks nobody to what asks everybody:\n\n"
        f"{floors}\n\n"
        "What each holds is told in ``loa.guide.house``. MkDocs is known to one file only,\n"
        '``hooks/mkdocs_events.py``.\n"""\n'
    )


_BEGINS, _ENDS = "<!-- rooms: made by make refresh -->\n", "<!-- /rooms -->"


def contributing(text: str) -> str:
    """Return CONTRIBUTING.md with today's arrows and rooms between its two marks."""
    before, _, rest = text.partition(_BEGINS)
    _, mark, after = rest.partition(_ENDS)
    if not mark:
        return text
    rows = "".join(f"| `{room.name}` | {room.holds} |\n" for floor in FLOORS for room in floor)
    table = f"| Room | Holds |\n| --- | --- |\n{rows}"
    return f"{before}{_BEGINS}\n    {arrows()}\n\n{table}\n{_ENDS}{after}"


# Files that are written by hand except for the part that the list of rooms decides.
PARTS: Mapping[str, Callable[[str], str]] = {"CONTRIBUTING.md": contributing}
