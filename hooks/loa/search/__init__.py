"""The site's own search, made for how people here type: the index is built, browsers ask it.

The engine in ``browser/`` reads what is written here and ranks; it is published as one script.
"""

from collections.abc import Iterator

from loa.search.index import index_scripts
from loa.search.one_file import one_file_page
from loa.showing import Showing

FOLDER = "assets/search"
ONE_FILE = "tim-kiem-mot-tep.html"


def index_files(showing: Showing) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every file of the index; the carried edition has it in one file too."""
    scripts = list(index_scripts(showing))
    for name, script in scripts:
        yield f"{FOLDER}/{name}.js", script
    if not showing.edition.directory_urls:
        yield ONE_FILE, one_file_page(showing, [script for _, script in scripts])
