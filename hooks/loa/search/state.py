"""What is known of a built index without opening any of its pieces."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from loa.search.document import KINDS
from loa.search.frame import FORMAT, Frame
from loa.search.shards import as_json, digest, script, versions
from loa.search.shelf import Shelf, get_sealed, put_sealed

_NAME = "state"
EPOCH = 6  # letters

Made = tuple[str, str]  # what a kept entry has as digest, and what its published text has


@dataclass(frozen=True)
class State:
    """Lists are in the order of the documents or of the pieces."""

    frame: str
    epoch: str
    urls: list[str]
    digests: list[str]
    texts: list[tuple[str, str]]  # name and digest of each document's text
    priors: str
    topics: str
    words: list[Made]
    vocabulary: list[Made]
    titles: list[str]
    facets: str
    standing: dict[str, int]  # keys of the synonyms: documents that say them
    uses: list[tuple[int, int]]  # how many words are used by how many documents

    def put(self, shelf: Shelf) -> None:
        """Keep the state; everything else is on the shelf before it."""
        put_sealed(shelf, _NAME, json.dumps(_fields(self)).encode())

    def manifest(self, frame: Frame) -> str:
        """Return what a browser loads first, as JSON."""
        count = len(self.urls)
        return as_json(
            {
                "epoch": self.epoch,
                "count": count,
                "kinds": list(KINDS.items()),
                "priors": self.priors,
                "topics": self.topics,
                "perFile": frame.per_file(count),
                "pieces": {"w": len(self.words), "v": len(self.vocabulary)},
                "w": versions([text for _, text in self.words]),
                "v": versions([text for _, text in self.vocabulary]),
                "m": versions(self.titles),
                "f": versions([self.facets]),
            }
        )

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of the document that each text belongs to, by the name of the text."""
        return {name: number for number, (name, _) in enumerate(self.texts)}

    def pieces(self, frame: Frame) -> Iterator[tuple[str, str]]:
        """Yield (name, digest) of every piece; the digest stands for the script, byte for byte."""
        for number, (_, text) in enumerate(self.words):
            yield f"w{number}", text + self.epoch
        for number, (_, text) in enumerate(self.vocabulary):
            yield f"v{number}", text
        yield from self.texts
        for number, text in enumerate(self.titles):
            yield f"m{number}", text + self.epoch
        yield "f", self.facets + self.epoch
        yield "index", digest(script("index", self.manifest(frame)))


def epoch_of(urls: Iterable[str], frame: Frame) -> str:
    """Return whose numbers pieces are written in.

    It is another one when pages come, go or change places, and every piece names its own: a phone
    never takes the pages of one list for those of another.
    """
    return digest(f"{FORMAT} {frame.carried}", "\n".join(urls))[:EPOCH]


def _fields(state: State) -> dict[str, Any]:
    return {known.name: getattr(state, known.name) for known in fields(state)}


def state_of(shelf: Shelf) -> State | None:
    """Return the state that a shelf holds, if it holds one that is whole."""
    content = get_sealed(shelf, _NAME)
    if content is None:
        return None
    try:
        found = json.loads(content)
        for name in ("texts", "words", "vocabulary", "uses"):
            found[name] = [tuple(pair) for pair in found[name]]
        return State(**found)
    except (KeyError, TypeError, ValueError):
        return None
