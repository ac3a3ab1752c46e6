"""The finder in the browser and the one in the build say the same of every household."""

from collections import Counter
from random import Random

import pytest
from playwright.sync_api import Page

from console import ROOT
from finder_cases import (
    ASK_ALL,
    SOURCE,
    Household,
    for_browser,
    households,
    random_rules,
    said_by_python,
)
from loa.finder.compiled import Rules, compiled
from loa.load import load_content

pytestmark = pytest.mark.browser

Case = tuple[Rules, list[Household]]


@pytest.fixture(scope="module")
def shipped() -> Case:
    """The rules that residents get, and ten thousand households."""
    content = load_content(ROOT).content
    assert content is not None
    rules = compiled(content)
    return rules, list(households(rules, 10_000, Random(84)))


@pytest.fixture(scope="module")
def invented() -> list[Case]:
    """Rules of every shape, with some households each."""
    random = Random(2022)
    cases = []
    for _ in range(150):
        rules = random_rules(random)
        cases.append((rules, list(households(rules, 30, random))))
    return cases


def test_both_agree_on_ten_thousand_households(page: Page, shipped: Case) -> None:
    """What a resident is told on a phone is what an officer's tests were run against."""
    said = said_by_python(*shipped)
    page.goto("chinh-sach/tim/")
    rules = page.evaluate("window.loaRules")

    deciding = {name: rules[name] for name in ("questions", "benefits")}
    assert deciding == for_browser(*shipped)["rules"]
    assert page.evaluate(ASK_ALL, [for_browser(*shipped)]) == [said]
    groups = Counter(verdict[1] for verdicts in said for verdict in verdicts)
    assert min(groups.values()) > 1000
    assert set(groups) == {0, 1, 2}


def test_both_agree_on_rules_that_may_be_written_one_day(page: Page, invented: list[Case]) -> None:
    """An officer who adds a rule of a new shape need not wonder whether phones understand it."""
    assert _disagreements(page, SOURCE.read_text("utf-8"), invented) == 0


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("met === YES && test.sure < 2", "met === YES && test.sure < 1"),
        ("met === NO && test.sure === 0", "met === NO && test.sure === 1"),
        ("benefit.confirmed ? ranks", "true ? ranks"),
        ("today <= benefit.until", "today < benefit.until"),
        ("benefit.from <= today", "benefit.from < today"),
        ("test.any.every(", "test.any.some("),
        ("test.complete && asked", "asked"),
        ("Math.min(...values", "Math.max(...values"),
        ("-count(values, NO)", "0"),
        ("needs.includes(topic)", "false"),
        ("[YES, ASK, NO].flatMap", "[YES, NO, ASK].flatMap"),
    ],
)
def test_a_slip_in_either_would_be_noticed(
    page: Page, invented: list[Case], right: str, wrong: str
) -> None:
    """The comparison is sharp: one wrong sign in the script, and households differ."""
    source = SOURCE.read_text("utf-8")
    assert source.count(right) == 1

    assert _disagreements(page, source.replace(right, wrong), invented[:40]) > 0


def _disagreements(page: Page, source: str, cases: list[Case]) -> int:
    """How many households are told something else by the script than by the build."""
    page.evaluate(source)  # on an empty page, where it only offers its evaluator
    answered = page.evaluate(ASK_ALL, [for_browser(*case) for case in cases])
    expected = [said_by_python(*case) for case in cases]
    return sum(
        ours != theirs
        for own, other in zip(expected, answered, strict=True)
        for ours, theirs in zip(own, other, strict=True)
    )
