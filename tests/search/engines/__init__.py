"""Search engines side by side: each lays its site out in a folder and answers through one page.

A page of an engine defines ``findPages(query)``, which promises the addresses of at most ten
pages, best first.
"""

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from search.documents import Document
from search.engines import material, minisearch, ours, pagefind


class Engine(Protocol):
    """What each module of this package is."""

    LABEL: str
    PAGE: str  # what to open, relative to the engine's site
    READY: str  # JavaScript run there once; defines findPages where the page does not

    def lay_out(self, town: Path, documents: Sequence[Document], site: Path) -> None:
        """Write the engine's site of the repository ``town`` into the empty folder ``site``."""


ENGINES: MappingProxyType[str, Engine] = MappingProxyType(
    {"ours": ours, "minisearch": minisearch, "pagefind": pagefind, "material": material}
)
