"""Judges a household in three values: met, not met, and not known, which is never a yes.

``hooks/theme/assets/js/finder.js`` does the same in the browser, line for line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loa.finder.compiled import Benefit, Rules, Test

# "And" takes the smallest, "or" the largest.
NO, ASK, YES = 0, 1, 2

Answers = Mapping[str, frozenset[str]]  # by question; one that is missing was skipped


@dataclass(frozen=True)
class Verdict:
    """What the answers say of one benefit: its group, the way shown, and that way's conditions."""

    id: str
    group: int
    way: int
    truths: tuple[int, ...]


def judged(rules: Rules, answers: Answers, today: date) -> list[Verdict]:
    """Return the benefits in force, the likeliest first; what is needed goes before the rest."""
    needs = answers.get("viec-can", frozenset())
    benefits = [benefit for benefit in rules.benefits if benefit.is_in_force(today)]
    benefits.sort(key=lambda benefit: not needs.intersection(benefit.topics))
    verdicts = [_verdict(benefit, answers) for benefit in benefits]
    return sorted(verdicts, key=lambda verdict: -verdict.group)


def _verdict(benefit: Benefit, answers: Answers) -> Verdict:
    if not benefit.ways:
        return Verdict(benefit.id, ASK, -1, ())
    judged_ways = [tuple(truth(test, answers) for test in way) for way in benefit.ways]
    ranks = [_rank(way, truths) for way, truths in zip(benefit.ways, judged_ways, strict=True)]
    best = max(range(len(ranks)), key=lambda place: ranks[place])
    group = ranks[best][0] if benefit.confirmed else min(ranks[best][0], ASK)
    return Verdict(benefit.id, group, best, judged_ways[best])


def truth(test: Test, answers: Answers) -> int:
    """Return whether a condition is met, as far as the answers tell."""
    if any(value in answers.get(question, ()) for question, value in test.answers):
        return YES
    asked = all(question in answers for question, _ in test.answers)
    return NO if test.complete and asked else ASK


def settled(test: Test, met: int) -> int:
    """Return what may be concluded: an unsure rule never says yes, a doubtful one never says no."""
    if met == YES and test.sure < 2:
        return ASK
    return ASK if met == NO and test.sure == 0 else met


def _rank(way: tuple[Test, ...], truths: tuple[int, ...]) -> tuple[int, int, int]:
    """Return how near a way is: what it comes to, few conditions failed, many met."""
    values = [settled(test, met) for test, met in zip(way, truths, strict=True)]
    return min(values, default=ASK), -values.count(NO), truths.count(YES)
