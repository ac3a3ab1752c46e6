"""The towns that searching is measured on: the repository itself, or one of any size."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console import ROOT
from generate_posts import write_town


@contextmanager
def sized_town(posts: int | None) -> Iterator[Path]:
    """Give a folder with a town of so many posts; without a number, the repository itself."""
    if posts is None:
        yield ROOT
        return
    with tempfile.TemporaryDirectory(prefix="loa-town-") as folder:
        write_town(Path(folder), posts)
        yield Path(folder)
