"""How good a ranking is: nDCG@5, MRR and success@5 of the pages it names, best first."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log2
from statistics import fmean
from typing import NamedTuple

CUT = 5
DEPTH = 10
# Pages that only list others. A query may grade them, and they count where they are found, but no
# engine is asked to find them: the pages they list are the answer.
LISTS = ("chu-de/", "doi-tuong/")


class Score(NamedTuple):
    """How one engine did, on one query or on average over many."""

    ndcg: float
    mrr: float
    success: float


LABELS = (f"nDCG@{CUT}", "MRR", f"success@{CUT}")


def score(found: Sequence[str], grades: Mapping[str, int], samples: Collection[str] = ()) -> Score:
    """Score the addresses that an engine gave for a query.

    Invented examples count where they are found, like lists, but nobody is asked to find them:
    they stand behind everything real. Where they are all there is, they are the answer.

    An answer is a page of the query's best grade. MRR is one by the place of the first answer
    among ten; success@5 says whether an answer is among five. A page that comes again, with
    another anchor, takes a place and brings nothing.
    """
    gained = [grades.get(page, 0) for page in _once(map(page_of, found[:DEPTH]))]
    best = max(grades.values())
    first = gained.index(best) + 1 if best in gained else 0
    pages = [page for page in grades if not page.startswith(LISTS)]
    wanted = [grades[page] for page in pages if page not in samples] or [grades[p] for p in pages]
    return Score(
        ndcg=min(1.0, _dcg(gained) / _dcg(sorted(wanted, reverse=True))),
        mrr=1 / first if first else 0.0,
        success=float(0 < first <= CUT),
    )


def mean(scores: Iterable[Score]) -> Score:
    """Return the average of at least one score."""
    return Score(*map(fmean, zip(*scores, strict=True)))


def page_of(address: str) -> str:
    """Return a result's page: no anchor, relative to the site, in the shape of directory URLs."""
    page = address.partition("#")[0].partition("?")[0].lstrip("./")
    if page.endswith("index.html"):
        return page.removesuffix("index.html")
    return page.removesuffix(".html") + "/" if page.endswith(".html") else page


def _once(pages: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for page in pages:
        yield "" if page in seen else page
        seen.add(page)


def _dcg(grades: Sequence[int]) -> float:
    return sum(((1 << grade) - 1) / log2(place + 1) for place, grade in enumerate(grades[:CUT], 1))
