"""Files that were read before are not read again: what each holds is kept, by its content.

Beside the content comes the list of what now says something else: the keys that traces note.
"""

import pickle
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from loa.load import Found
from loa.model.content import Content
from loa.model.records import Record
from loa.plan.digest import digest
from loa.plan.files import mark, signature, trusted
from loa.plan.records import ALL, mapping_keys, record_keys
from loa.plan.store import Store

# Lists of data that nobody looks things up in: read as a whole.
GONE_THROUGH = ("wordings", "synonyms")
_READ = "read "  # begins the names under which the store keeps them
_SAID = "said "


class KeptReading:
    """Reads what has changed since the build before; give it to ``load_content``."""

    def __init__(self, store: Store, young: int) -> None:
        """Know what the store holds; files written at ``young`` or later are not trusted yet."""
        self._store, self._young = store, young
        self._before = store.kept_from(_READ)
        self._seen: set[str] = set()
        self.changed: set[str] = set()

    def __call__(self, name: str, path: Path, read: Callable[[], Found]) -> Found:
        """Return what a file holds and what is wrong with it."""
        key = _READ + name
        self._seen.add(key)
        now, known = signature(path), self._before.get(key)
        entry = pickle.loads(known) if known is not None else None
        if entry is not None and now and entry[0] == now:
            return entry[2], entry[3]
        content = mark(path)
        if entry is not None and entry[1] == content:
            value, problems = entry[2], entry[3]
        else:
            value, problems = read()
            self.changed |= set(_differences(name, entry[2] if entry else None, value))
        kept = (trusted(now, self._young), content, value, problems)
        self._store.keep(key, pickle.dumps(kept, pickle.HIGHEST_PROTOCOL))
        return value, problems

    def finish(self, content: Content | None) -> None:
        """Notice what is gone, and collections that have other members or another order."""
        for key in set(self._before) - self._seen:
            name = key.removeprefix(_READ)
            self.changed |= set(_differences(name, pickle.loads(self._before[key])[2], None))
            self._store.drop(key)
        if content is not None:
            self.changed |= set(self._collections(content))

    def _collections(self, content: Content) -> Iterator[str]:
        members = {
            "posts": [post.path for post in content.posts],
            "pages": [page.path for page in content.pages],
            "figures": list(content.figures),
        }
        for name, found in members.items():
            listed = "\n".join(found).encode()
            if self._store.kept(_SAID + name) != listed:
                self._store.keep(_SAID + name, listed)
                yield f"{name}:{ALL}"


def _differences(name: str, before: Any, now: Any) -> Iterator[str]:
    """Yield the keys of what one file says otherwise than before."""
    old, new = dict(_keys(name, before)), dict(_keys(name, now))
    for key in {*old, *new}:
        if key not in old or key not in new or old[key]() != new[key]():
            yield key


def _keys(name: str, value: Any) -> Iterator[tuple[str, Callable[[], bytes]]]:
    top, _, rest = name.partition("/")
    if value is None:
        return
    if top != "data":
        yield from record_keys({"stories": "posts", "docs": "pages"}[top], name, value)
        return
    folder, _, stem = rest.removesuffix(".yml").removesuffix(".csv").rpartition("/")
    if folder:  # one table of figures, by the name of its file
        yield from record_keys("figures", stem, value)
    elif isinstance(value, Record):
        yield from record_keys(stem, "", value)
    elif stem in GONE_THROUGH:
        yield f"{stem}:{ALL}", partial(digest, tuple(value.values()))
    elif isinstance(value, Mapping):
        yield from mapping_keys(stem, value)
