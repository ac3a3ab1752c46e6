"""The whole index as script files, which a browser loads piece by piece."""

from collections.abc import Iterator

from loa.search.documents import documents
from loa.search.evidence import evidence_of
from loa.search.frame import frame_of
from loa.search.shelf import MemoryShelf
from loa.search.upkeep import bring_up
from loa.showing import Showing


def index_scripts(showing: Showing) -> Iterator[tuple[str, str]]:
    """Yield (name, script) of every file of the index, the manifest last."""
    found = {document.url: document for document in documents(showing)}
    frame = frame_of(showing.content, carried=not showing.edition.directory_urls)
    pieces = bring_up(
        MemoryShelf(), dict.fromkeys(found, ""), lambda url: evidence_of(found[url]), frame
    )
    for name in pieces.digests:
        yield name, pieces.script(name)
