"""Where a built index waits for its next edit; whoever keeps it on disk offers these three verbs.

Whatever a shelf gives back is checked before it is used: an entry that is missing, damaged or of
another build is made anew.
"""

from loa.plan.question import MemoryShelf, Shelf
from loa.search.evidence import Evidence, text_name, unpacked
from loa.search.shards import digest

__all__ = ["MemoryShelf", "Shelf"]


class DamagedError(Exception):
    """An entry is not what the rest of the shelf was made with."""


def put_sealed(shelf: Shelf, name: str, content: bytes) -> None:
    """Keep bytes with what tells whether they came back whole."""
    shelf.put(name, digest(content).encode() + b"\n" + content)


def get_sealed(shelf: Shelf, name: str) -> bytes | None:
    """Return bytes that came back whole."""
    seal, _, content = (shelf.get(name) or b"").partition(b"\n")
    return content if seal == digest(content).encode() else None


def get_known(shelf: Shelf, name: str, known: str) -> bytes:
    """Return the bytes that have this digest.

    Raises:
        DamagedError: the shelf holds others, or none.
    """
    content = shelf.get(name)
    if content is None or digest(content) != known:
        raise DamagedError(name)
    return content


def put_evidence(shelf: Shelf, url: str, version: str, evidence: Evidence) -> None:
    """Keep what a document says."""
    put_sealed(shelf, evidence_name(url), b"%b\n%b" % (version.encode(), evidence.packed()))


def get_evidence(shelf: Shelf, url: str, version: str) -> Evidence | None:
    """Return what this version of a document says, where that is kept."""
    content = get_sealed(shelf, evidence_name(url)) or b""
    kept, _, packed = content.partition(b"\n")
    return unpacked(packed) if packed and kept == version.encode() else None


def evidence_name(url: str) -> str:
    """Return the name under which a document's evidence is kept."""
    return f"evidence/{text_name(url)}"
