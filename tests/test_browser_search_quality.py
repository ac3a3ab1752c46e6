"""How well the search answers the judged queries, and what it costs; the floor below the figures.

``python scripts/evaluate_search.py`` prints them all, beside other engines.
"""

import sys
from collections.abc import Iterable, Sequence

import pytest
from playwright.sync_api import Browser

from console import ROOT
from search.benchmark import SIZES, measure
from search.corpus import sized_town
from search.engines import ENGINES
from search.evaluate import Answer, Answers, evaluate, table
from search.judgements import FRESH, FRESH_FILE, HALVES, read_queries
from search.metrics import Score, mean
from search.variants import NAMES

QUERIES = [*read_queries(), *read_queries(FRESH_FILE)]
OTHERS = [name for name in ENGINES if name != "ours"]


def average(answers: Iterable[Answer], *parts: str, variant: str = "") -> Score:
    """The mean over some parts of the queries, typed in one way or in all."""
    return mean(
        one.score for one in answers if one.query.half in parts and variant in ("", one.variant)
    )


@pytest.fixture(scope="module")
def answers(browser: Browser) -> Sequence[Answer]:
    """What the site's own search finds for every query, in every way of typing it."""
    return evaluate(["ours"], ROOT, QUERIES, browser)["ours"]


@pytest.mark.browser
def test_residents_find_what_they_need(answers: Sequence[Answer]) -> None:
    """The right pages stand on top, with and without marks."""
    assert average(answers, *HALVES).ndcg >= 0.93
    assert average(answers, *HALVES, variant="nodia").ndcg >= 0.92
    assert average(answers, *HALVES).success >= 0.99


@pytest.mark.browser
@pytest.mark.parametrize("part", [*HALVES, FRESH])
def test_no_part_of_the_queries_falls_behind(answers: Sequence[Answer], part: str) -> None:
    """What was never used for tuning is answered too, and so is what a stranger asked."""
    ndcg, success = (0.82, 0.95) if part == FRESH else (0.925, 0.98)

    assert average(answers, part).ndcg >= ndcg
    assert average(answers, part).success >= success


@pytest.mark.browser
@pytest.mark.parametrize("variant", NAMES)
def test_every_way_of_typing_counts(answers: Sequence[Answer], variant: str) -> None:
    """Nobody is answered worse for a keyboard, a slip or an unfinished word."""
    assert average(answers, *HALVES, variant=variant).ndcg >= 0.9


# --- beside the others, and large ----------------------------------------------------------------


@pytest.fixture(scope="module")
def everybody(answers: Sequence[Answer], browser: Browser) -> Answers:
    """The same from the other engines."""
    return {"ours": answers, **evaluate(OTHERS, ROOT, QUERIES, browser)}


@pytest.mark.proof
def test_no_other_engine_is_better(everybody: Answers, capsys: pytest.CaptureFixture[str]) -> None:
    """Our own engine earns its place: at least equal for every way of typing; a table shows it."""
    with capsys.disabled():
        sys.stdout.write(f"\n{table(everybody, lambda answer: answer.variant, NAMES)}\n")
    for variant in NAMES:
        ours, *others = (
            average(given, *HALVES, variant=variant).ndcg for given in everybody.values()
        )
        assert ours >= max(others), variant
    fresh = {name: average(given, FRESH).ndcg for name, given in everybody.items()}
    assert fresh.pop("ours") >= max(fresh.values())


# Kilobytes, compressed, that the first answer may cost, with the engine's script.
FIRST_ANSWER = {100: 20, 1_000: 45, 10_000: 90}


@pytest.mark.proof
@pytest.mark.parametrize("posts", SIZES["ours"])
def test_a_first_answer_stays_small(
    posts: int, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    """A resident pays as little in a busy town as the budget says; times are shown, not judged."""
    with sized_town(posts) as town:
        cost = measure(ENGINES["ours"], town, browser)
    with capsys.disabled():
        sys.stdout.write(f"\n{cost.told(ENGINES['ours'].LABEL, posts)}\n")

    assert cost.usual_sent <= FIRST_ANSWER[posts] * 1000
