"""The site's own search, made for how people here type: the index is built, browsers ask it.

The engine in ``browser/`` reads what is written here and ranks; it is published as one script.
"""

from collections.abc import Callable, Iterator
from functools import partial

from loa.apart import apart
from loa.ask.showing import Showing
from loa.search.index import index_scripts, piece_names, piece_script
from loa.search.one_file import one_file_page

FOLDER = "assets/search"
ONE_FILE = "tim-kiem-mot-tep.html"


def index_files(showing: Showing) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of every file; the carried edition has the index in one file too."""
    none: tuple[str, ...] = ()
    for name in apart(FOLDER, "phần tìm kiếm", partial(piece_names, showing), none):
        yield f"{FOLDER}/{name}.js", partial(piece_script, name, showing)
    if not showing.edition.directory_urls:
        yield ONE_FILE, partial(_one_file, showing)


def _one_file(showing: Showing) -> str:
    return one_file_page(showing, [script for _, script in index_scripts(showing)])
