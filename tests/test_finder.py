"""What the finder concludes: a yes only from what is sure, a no only from what was answered."""

from datetime import date
from typing import Any

import pytest

from console import ROOT
from loa.finder.compiled import compiled
from loa.finder.judge import ASK, NO, YES, judged
from loa.finder.questions import bands
from loa.load import load_content
from loa.model.policies import Condition
from town import TODAY, Town

POOR = {"about": "household", "any_of": ["ho-ngheo"], "text": "Là hộ nghèo"}
NEAR = {"about": "household", "any_of": ["ho-can-ngheo"], "text": "Là hộ cận nghèo"}
OLD = {"about": "age", "at_least": 75, "text": "Từ đủ 75 tuổi"}
REMOTE = {"about": "area", "any_of": ["dac-biet-kho-khan"], "text": "Ở nơi đặc biệt khó khăn"}
NATIVE = {"about": "ethnicity", "any_of": ["dtts"], "text": "Là người dân tộc thiểu số"}
ONLY_PEOPLE = {"about": "purpose", "text": "Làm ăn có hiệu quả"}


@pytest.fixture
def asked(town: Town) -> Town:
    """A town whose finder asks for the status of a household."""
    town.entry("audiences", "ho-ngheo", question="dien-ho")
    town.entry("audiences", "ho-can-ngheo", question="dien-ho")
    town.policy(validity_confirmed=True, valid_from="2020-01-01")
    return town


def _group(town: Town, *ways: list[dict[str, Any]], today: date = TODAY, **answers: str) -> Any:
    """Group of the town's only benefit; ``dien_ho="ho-ngheo"`` answers a question."""
    rules = [{"who": "Hộ", "conditions": list(way)} for way in ways]
    town.policy(eligibility=rules)
    given = {key.replace("_", "-"): frozenset(said.split()) for key, said in answers.items()}
    verdicts = judged(compiled(town.content()), given, today)
    return verdicts[0].group if verdicts else None


@pytest.mark.parametrize(
    ("way", "answers", "group"),
    [
        ([POOR], {"dien_ho": "ho-ngheo"}, YES),
        ([POOR], {"dien_ho": ""}, NO),
        ([POOR], {}, ASK),
        ([POOR, OLD], {"dien_ho": "ho-ngheo", "tuoi": "tu-75"}, YES),
        ([POOR, OLD], {"dien_ho": "ho-ngheo", "tuoi": "0-74"}, NO),
        ([POOR, OLD], {"dien_ho": "ho-ngheo"}, ASK),
        ([POOR, OLD], {"dien_ho": "", "tuoi": "tu-75"}, NO),
        ([POOR, ONLY_PEOPLE], {"dien_ho": "ho-ngheo"}, ASK),
        ([POOR, ONLY_PEOPLE], {"dien_ho": ""}, NO),
        ([REMOTE], {}, ASK),
        ([REMOTE], {"dia_ban": "dac-biet-kho-khan"}, YES),
        ([REMOTE], {"dia_ban": ""}, NO),
        ([NATIVE, REMOTE], {"dan_toc": "dtts"}, ASK),
        ([NATIVE, REMOTE], {"dan_toc": "kinh"}, NO),
    ],
)
def test_all_conditions_of_a_way_count(
    asked: Town, way: list[dict[str, Any]], answers: dict[str, str], group: int
) -> None:
    """A household is never told yes while anything is open, nor no where something could help."""
    assert _group(asked, way, **answers) == group


def test_one_way_is_enough(asked: Town) -> None:
    """Whoever qualifies by the second way is not sent home because of the first."""
    assert _group(asked, [POOR], [NEAR], dien_ho="ho-can-ngheo") == YES
    assert _group(asked, [POOR], [OLD], dien_ho="") == ASK
    assert _group(asked, [POOR], [NEAR], dien_ho="") == NO


@pytest.mark.parametrize("sure", ["trung-binh", "thap"])
def test_an_unsure_rule_never_says_yes(asked: Town, sure: str) -> None:
    """What only one newspaper wrote sends a household to ask, not to queue for money."""
    assert _group(asked, [POOR | {"confidence": sure}], dien_ho="ho-ngheo") == ASK
    asked.policy(confidence=sure)
    assert _group(asked, [POOR], dien_ho="ho-ngheo") == ASK
    assert _group(asked, [POOR | {"confidence": "cao"}], dien_ho="ho-ngheo") == YES


def test_a_doubtful_rule_never_says_no(asked: Town) -> None:
    """A household is not turned away by a rule that nobody is sure of."""
    assert _group(asked, [POOR | {"confidence": "thap"}], dien_ho="") == ASK
    assert _group(asked, [POOR | {"confidence": "trung-binh"}], dien_ho="") == NO


def test_part_of_a_condition_is_not_the_whole(asked: Town) -> None:
    """A child at school is not yet one at a boarding school."""
    assert _group(asked, [POOR | {"partial": True}], dien_ho="ho-ngheo") == ASK
    assert _group(asked, [POOR | {"partial": True}], dien_ho="") == NO


def test_a_benefit_that_may_be_over_never_says_yes(asked: Town) -> None:
    """A household is told to ask where no source says that the benefit still applies."""
    asked.policy(validity_confirmed=False)

    assert _group(asked, [POOR], dien_ho="ho-ngheo") == ASK


def test_what_cannot_be_asked_rules_nobody_out(asked: Town) -> None:
    """A place that the finder does not ask for may be the household's own."""
    either = REMOTE | {"any_of": ["dac-biet-kho-khan", "khu-vuc-iii"]}

    assert _group(asked, [either], dia_ban="kho-khan") == ASK
    assert _group(asked, [either], dia_ban="dac-biet-kho-khan") == YES


@pytest.mark.parametrize(
    ("changes", "day", "listed"),
    [
        ({"valid_to": "2026-12-31"}, date(2026, 12, 31), True),
        ({"valid_to": "2026-12-31"}, date(2027, 1, 1), False),
        ({"valid_from": "2027-01-01"}, date(2026, 12, 31), False),
        ({"valid_from": "2027-01-01"}, date(2027, 1, 1), True),
    ],
)
def test_only_what_is_in_force_is_named(
    asked: Town, changes: dict[str, str], day: date, listed: bool
) -> None:
    """Nobody sets out for a benefit that ended, or that has not begun."""
    asked.policy(**changes)
    found = _group(asked, [POOR], today=day, dien_ho="ho-ngheo")

    assert (found is not None) is listed


def test_a_benefit_ends_with_the_last_document_under_it(asked: Town) -> None:
    """A benefit whose decree was repealed disappears without anybody editing it."""
    asked.entry("legal_documents", "07/2021/NĐ-CP", effective_to="2026-12-31")

    assert _group(asked, [POOR], today=date(2026, 12, 31), dien_ho="ho-ngheo") == YES
    assert _group(asked, [POOR], today=date(2027, 1, 1), dien_ho="ho-ngheo") is None


def test_ages_are_asked_in_the_spans_that_rules_need() -> None:
    """Whatever age a new rule names, the question follows, and no span lies across a limit."""
    made = [
        Condition(about="age", at_least=70, at_most=74, text=""),
        Condition(about="age", at_least=75, text=""),
        Condition(about="income", at_most=1_500_000, text=""),
    ]

    assert list(bands(made)) == [(0, 69), (70, 74), (75, None)]
    assert list(bands(made[2:])) == []


def test_nobody_is_asked_what_no_rule_needs(asked: Town) -> None:
    """Nobody is asked for ethnicity, age or place out of curiosity."""
    _group(asked, [POOR])

    assert [question.id for question in compiled(asked.content()).questions] == ["dien-ho"]


def test_shipped_rules_say_yes_only_where_sources_are_sure() -> None:
    """No household of Đak Đoa is promised what one secondary source says."""
    content = load_content(ROOT).content
    assert content is not None
    rules = compiled(content)
    everything = {question.id: question.values for question in rules.questions}
    said = [verdict for verdict in judged(rules, everything, TODAY) if verdict.group == YES]

    assert len(said) > 3
    for verdict in said:
        policy = content.policies[verdict.id]
        way = policy.eligibility[verdict.way]
        sure = {condition.confidence or policy.confidence for condition in way.conditions}
        assert sure == {"cao"}, verdict.id
        assert policy.validity_confirmed
        assert not any(condition.partial for condition in way.conditions)
        assert all(condition.any_of or condition.at_least for condition in way.conditions)
