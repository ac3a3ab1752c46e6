"""The judged queries: sound, about pages that exist, and fairly split into two halves."""

import unicodedata
from collections import Counter
from datetime import date

import pytest

from browser_sites import TODAY
from console import ROOT
from each import each
from loa.ask.paths import Edition
from loa.load import load_content
from loa.outputs import build_site
from search.judgements import FRESH, FRESH_FILE, HALVES, Query, half_of, read_queries
from search.metrics import page_of, score

QUERIES = read_queries()
FRESH_QUERIES = read_queries(FRESH_FILE)


@pytest.fixture(scope="module")
def pages() -> set[str]:
    """The address of every page of the shipped site."""
    edition = Edition()
    outputs = build_site(ROOT, date.fromisoformat(TODAY), edition).outputs
    return {edition.url(output.path) for output in outputs if output.path.endswith(".md")}


@pytest.fixture(scope="module")
def samples() -> set[str]:
    """The addresses of the invented examples."""
    content = load_content(ROOT).content
    assert content is not None
    return {f"{post.SECTION}/{post.slug}/" for post in content.posts if post.sample}


def test_there_are_enough_queries_of_every_kind() -> None:
    """A measure over a handful of queries would say nothing."""
    kinds = Counter(query.kind for query in QUERIES)

    assert len(QUERIES) >= 100
    assert min(kinds.values()) >= 10
    assert len({query.id for query in QUERIES}) == len({query.text for query in QUERIES})
    assert len({query.id for query in QUERIES}) == len(QUERIES)


def test_neither_half_is_chosen() -> None:
    """The id settles the half, and each kind of query is split evenly."""
    for query in QUERIES:
        assert query.half == half_of(query.id), f"{query.id}: half phải là {half_of(query.id)}"
    for kind in {query.kind for query in QUERIES}:
        sizes = [sum(q.kind == kind and q.half == half for q in QUERIES) for half in HALVES]
        assert abs(sizes[0] - sizes[1]) <= max(2, sum(sizes) // 5), kind


def test_fresh_queries_stay_apart() -> None:
    """What was written without knowing the engine is not mixed with what it was tuned on."""
    known = {query.id for query in QUERIES} | {query.text for query in QUERIES}

    assert len(FRESH_QUERIES) >= 40
    assert {query.half for query in FRESH_QUERIES} == {FRESH}
    assert not known & {name for query in FRESH_QUERIES for name in (query.id, query.text)}


def test_every_query_is_judged_soundly(pages: set[str], samples: set[str]) -> None:
    """Every page that a judgement names can be found, and an invented example is no answer."""

    def judge(query: Query) -> None:
        assert query.text == unicodedata.normalize("NFC", query.text).strip()
        assert query.relevant
        assert set(query.relevant) - pages == set()
        assert set(query.relevant.values()) <= {1, 2}
        assert all(query.relevant[page] == 1 for page in samples & set(query.relevant))

    each({query.id: query for query in (*QUERIES, *FRESH_QUERIES)}, judge)


# --- the measures --------------------------------------------------------------------------------

GRADES = {"a/": 2, "b/": 1, "chu-de/c/": 1}


def test_the_best_ranking_scores_one() -> None:
    """Answers first, helpful pages next; a page that only lists others need not be there."""
    assert score(["a/", "b/"], GRADES) == (1, 1, 1)
    assert score(["a/#ai-duoc", "b/index.html", "chu-de/c/"], GRADES) == (1, 1, 1)


def test_invented_examples_need_not_be_found() -> None:
    """They stand behind everything real; where they are all there is, they are the answer."""
    grades = {"a/": 2, "b/": 1}

    assert score(["a/"], grades, samples={"b/"}).ndcg == 1
    assert score(["a/", "b/"], grades, samples={"b/"}).ndcg == 1
    assert score(["x/"], {"b/": 1}, samples={"b/"}).ndcg == 0
    assert score(["b/"], {"b/": 1}, samples={"b/"}).ndcg == 1


def test_a_page_found_twice_counts_once() -> None:
    """Three sections of one page do not make three answers."""
    once, twice = score(["a/", "b/"], GRADES), score(["a/#x", "a/#y", "b/"], GRADES)

    assert twice.ndcg < once.ndcg
    assert twice.mrr == 1


def test_late_and_missing_answers_cost() -> None:
    """Only an answer of the best grade is a success, and only among the first five."""
    late = score(["b/", "x/", "y/", "z/", "w/", "a/"], GRADES)

    assert late.mrr == pytest.approx(1 / 6)
    assert late.success == 0 < late.ndcg < 0.5
    assert score([], GRADES) == (0, 0, 0)


@pytest.mark.parametrize(
    "address", ["/lich/", "./lich/", "lich/#x", "lich/?q=a#x", "lich.html", "../lich/index.html"]
)
def test_addresses_of_one_page_are_the_same(address: str) -> None:
    """Engines name a page in their own ways."""
    assert page_of(address) == "lich/"
