"""Rules in the plain form that both evaluators judge by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loa.finder.questions import SPACES, Question, questions
from loa.model.content import Content
from loa.model.policies import Condition, Policy

SURENESS = {"thap": 0, "trung-binh": 1, "cao": 2}


@dataclass(frozen=True)
class Test:
    """One condition: met by any of ``answers``, each a question and a value.

    ``complete`` says that they are all there is: where it is false, no answer rules a household
    out, because something that the finder cannot ask may meet the condition as well.
    """

    answers: tuple[tuple[str, str], ...]
    complete: bool
    sure: int


@dataclass(frozen=True)
class Benefit:
    """One benefit: the ways to it, and the days on which it is in force."""

    id: str
    topics: tuple[str, ...]
    since: date | None
    until: date | None
    confirmed: bool
    ways: tuple[tuple[Test, ...], ...]

    def is_in_force(self, today: date) -> bool:
        """Say whether it can be asked for on ``today``."""
        began = self.since is None or self.since <= today
        return began and (self.until is None or today <= self.until)


@dataclass(frozen=True)
class Rules:
    """Everything the finder asks, and every benefit it may name."""

    questions: tuple[Question, ...]
    benefits: tuple[Benefit, ...]


def compiled(content: Content) -> Rules:
    """Return the rules of all benefits, on whatever day."""
    policies = [policy for policy in content.policies.values() if policy.kind == "benefit"]
    asked = questions(policies, content)
    places = {
        (question.space, option.value): (question.id, option.value)
        for question in asked
        for option in question.options
    }
    return Rules(asked, tuple(_benefit(policy, content, places) for policy in policies))


Places = Mapping[tuple[str, str], tuple[str, str]]


def _benefit(policy: Policy, content: Content, places: Places) -> Benefit:
    return Benefit(
        id=policy.id,
        topics=tuple(filter(None, (policy.topic, policy.dimension))),
        since=policy.valid_from,
        until=_last_day(policy, content),
        confirmed=policy.validity_confirmed,
        ways=tuple(
            tuple(_test(condition, policy, places) for condition in way.conditions)
            for way in policy.eligibility
        ),
    )


def _last_day(policy: Policy, content: Content) -> date | None:
    """A benefit ends with its own last day, or with the last of the documents it rests on."""
    ends = [content.legal_documents[id].effective_to for id in policy.legal_basis]
    known = [end for end in ends if end]
    documents = max(known) if known and len(known) == len(ends) else None
    return min((day for day in (policy.valid_to, documents) if day), default=None)


def _test(condition: Condition, policy: Policy, places: Places) -> Test:
    sure = SURENESS[condition.confidence or policy.confidence]
    if condition.partial:
        sure = min(sure, SURENESS["trung-binh"])
    if condition.about == "age":
        spans = _ages(condition, places)
        return Test(spans, bool(spans), sure)
    space = SPACES.get(condition.about, "")
    found = [places.get((space, value)) for value in condition.any_of]
    return Test(tuple(filter(None, found)), bool(found) and all(found), sure)


def _ages(condition: Condition, places: Places) -> tuple[tuple[str, str], ...]:
    """Return the spans of ages that lie within the bounds; they never lie across one."""
    if condition.at_least is None and condition.at_most is None:
        return ()
    spans = [value for space, value in places if space == "age"]
    least, most = condition.at_least or 0, condition.at_most
    return tuple(("tuoi", value) for value in spans if _lies_within(value, least, most))


def _lies_within(value: str, least: int, most: int | None) -> bool:
    first, _, last = value.partition("-")
    if first == "tu":
        return most is None and int(last) >= least
    return int(first) >= least and (most is None or int(last) <= most)
