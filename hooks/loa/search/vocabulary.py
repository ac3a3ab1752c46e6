"""The words that a mistyped or unfinished one may have been meant to be, with how usual they are.

A large site has more of them than a phone should load: only the usual ones are published. From how
often a word must be used follows from how many words are used how often, so one more use of a word
changes its own piece alone.
"""

from collections.abc import Mapping

from loa.search.shards import LETTERS, as_json

MOST = 8000
# The base of what "usual" means: a word of the synonyms that is on no page counts as one.
LISTED = 1

Uses = dict[str, int]  # folded word -> documents


def is_word(key: str) -> bool:
    """Say whether a key of the index is a word that somebody may mistype."""
    return len(key) > 1 and key.isalpha()


def least_uses(words: Mapping[int, int]) -> int:
    """Return from how many uses on a word is usual; ``words`` counts words by their uses."""
    room = MOST
    for uses in sorted(words, reverse=True):
        room -= words[uses]
        if room < 0:
            return uses + 1
    return 0


def written(uses: Uses, least: int) -> tuple[str, bytes]:
    """Return a piece as JSON, and as bytes to be kept, which hold the JSON and all uses."""
    text = as_json(
        "~".join(
            f"{key}|{LETTERS[min(43, (found + LISTED).bit_length() * 3)]}"
            for key, found in sorted(uses.items())
            if found >= least
        )
    )
    rows = "~".join(f"{key} {found}" for key, found in sorted(uses.items()))
    return text, f"{text}\n{rows}".encode()


def text_of(kept: bytes) -> str:
    """Return the JSON that a kept piece holds."""
    return kept.decode().partition("\n")[0]


def uses_of(kept: bytes) -> Uses:
    """Return how many documents use each word of a kept piece."""
    rows = kept.decode().partition("\n")[2]
    pairs = (row.split(" ") for row in rows.split("~")) if rows else ()
    return {key: int(found) for key, found in pairs}
