"""Sources, as the line of sources names them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from loa.ask.meta import Meta
from loa.model.records import Source


def sources_meta(sources: Iterable[Source]) -> list[Meta]:
    """Return sources for the sources line; where there is no name, the host's is shown."""
    return [
        {"name": source.name or urlsplit(source.url or "").hostname, "url": source.url or ""}
        for source in sources
        if source.name or source.url
    ]
