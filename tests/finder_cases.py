"""Random rules and households, and both evaluators asked about the same ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from console import ROOT
from loa.finder.compiled import Benefit, Rules, Test
from loa.finder.judge import Answers, judged
from loa.finder.questions import Option, Question
from loa.finder.script import judging

SOURCE = ROOT / "hooks" / "theme" / "assets" / "js" / "finder.js"
DAY = date(2026, 11, 24)

# Judges many households at once: one trip to the browser instead of thousands.
ASK_ALL = """sets => sets.map(({ rules, households }) => households.map(({ answers, today }) =>
  window.loaFinder.judged(rules, answers, today).map(({ id, group, way, truths }) =>
    [id, group, way, truths])))"""


@dataclass(frozen=True)
class Household:
    """Answers, and the day on which they are judged."""

    answers: Answers
    today: date


def households(rules: Rules, count: int, random: Random) -> Iterator[Household]:
    """Yield households that answer some questions, in every way in which they can be answered."""
    for _ in range(count):
        answers = {}
        for question in rules.questions:
            if random.random() < 0.75:
                values = sorted(question.values)
                most = len(values) if question.several else 1
                answers[question.id] = frozenset(random.sample(values, random.randint(0, most)))
        yield Household(answers, DAY + timedelta(random.randint(-3, 3)))


def random_rules(random: Random) -> Rules:
    """Return rules that nobody would write, but that the data allows."""
    questions = tuple(
        Question(id, "", id, id, "", "", random.random() < 0.5, tuple(map(_option, range(3))))
        for id in ("dien-ho", "viec-can", "tuoi")
    )
    return Rules(questions, tuple(_benefit(number, questions, random) for number in range(6)))


def _option(number: int) -> Option:
    return Option(f"gia-tri-{number}", "")


def _benefit(number: int, questions: tuple[Question, ...], random: Random) -> Benefit:
    return Benefit(
        id=f"chinh-sach-{number}",
        topics=tuple(random.sample(["gia-tri-0", "gia-tri-1", "khac"], random.randint(0, 2))),
        since=random.choice([None, DAY + timedelta(random.randint(-2, 2))]),
        until=random.choice([None, DAY + timedelta(random.randint(-2, 2))]),
        confirmed=random.random() < 0.7,
        ways=tuple(_way(questions, random) for _ in range(random.randint(0, 3))),
    )


def _way(questions: tuple[Question, ...], random: Random) -> tuple[Test, ...]:
    return tuple(_test(questions, random) for _ in range(random.randint(1, 3)))


def _test(questions: tuple[Question, ...], random: Random) -> Test:
    places = [(question.id, value) for question in questions for value in sorted(question.values)]
    answers = tuple(random.sample(places, random.randint(0, 3)))
    return Test(answers, bool(answers) and random.random() < 0.8, random.choice([0, 1, 2, 2, 2]))


def said_by_python(rules: Rules, asked: list[Household]) -> list[Any]:
    """Return what the builder's evaluator says of each household."""
    return [
        [
            [verdict.id, verdict.group, verdict.way, list(verdict.truths)]
            for verdict in judged(rules, household.answers, household.today)
        ]
        for household in asked
    ]


def for_browser(rules: Rules, asked: list[Household]) -> dict[str, Any]:
    """Return the same question as the browser's evaluator takes it."""
    return {
        "rules": judging(rules),
        "households": [
            {
                "answers": {key: sorted(chosen) for key, chosen in household.answers.items()},
                "today": household.today.isoformat(),
            }
            for household in asked
        ],
    }
