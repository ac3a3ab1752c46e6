"""The judged queries of ``queries.yml``: what residents ask, and the pages that answer it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from search.variants import make_variants

FILE = Path(__file__).parent / "queries.yml"
HALVES = ("tune", "held")
# Written and judged by somebody who had seen neither the engine nor its synonyms.
FRESH_FILE = Path(__file__).parent / "fresh.yml"
FRESH = "fresh"
# Of all the numbers tried, the first one that splits every kind of query evenly.
SEED = 1322342


@dataclass(frozen=True)
class Query:
    """One need, in the words of a resident; ``relevant`` grades pages 2 (answers) or 1 (helps)."""

    id: str
    kind: str
    half: str
    text: str
    relevant: Mapping[str, int]

    @cached_property
    def variants(self) -> Mapping[str, str]:
        """Every way of typing it, by the name of the variant."""
        # A single syllable such as "bò" is told from "bố" by its marks alone.
        return make_variants(self.text, self.id, bare_is_clear=self.kind != "homograph")


def read_queries(file: Path = FILE) -> list[Query]:
    """Return all judged queries of a file, in its order."""
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [Query(**entry) for entry in entries]


def half_of(id: str) -> str:
    """Say which half a query belongs to, by its id alone: only ``tune`` is looked at closely."""
    digest = hashlib.sha256(f"{SEED}:{id}".encode()).digest()
    return HALVES[digest[0] % 2]
