"""Which files are for developers and stay out of the site."""

import os
from functools import lru_cache
from pathlib import Path


def is_for_developers(root: Path, path: Path) -> bool:
    """Say whether a file stands under ``docs/dev/``, which is in no edition of the site."""
    return os.path.normpath(path).startswith(_place(root))


@lru_cache(maxsize=16)
def _place(root: Path) -> str:
    return f"{root / 'docs' / 'dev'}{os.sep}"
