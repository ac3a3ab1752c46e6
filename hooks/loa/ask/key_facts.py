"""The few sentences nobody may miss: how much, where to go, until when."""

from collections.abc import Iterator

from loa.ask.facts import fact_text
from loa.ask.policy_status import policy_status
from loa.ask.showing import Showing
from loa.exports.article.surroundings import event_line
from loa.model.policies import Fact, Policy
from loa.model.posts import News, PolicyPost, Post
from loa.pages.cards import headline_facts
from loa.text.vietnamese import capitalise, day_text

# A policy that has ended tells no amounts: somebody might count on them.
_TELLS_AMOUNTS = ("ok", "ending", "ask", "coming")


def key_facts(post: Post, showing: Showing) -> tuple[str, ...]:
    """Return the key facts of a post as whole sentences; none where it has no facts of its own."""
    if isinstance(post, PolicyPost):
        return tuple(_policy(showing.content.policies[post.policy], showing))
    if isinstance(post, News) and (said := event_line(post, showing)):
        return (f"Thời gian: {said}",)
    return ()


def _policy(policy: Policy, showing: Showing) -> Iterator[str]:
    status = policy_status(policy, showing.content, showing.today)
    if status.level not in _TELLS_AMOUNTS:
        yield f"{status.strong} {status.text}".strip()
        return
    for fact in headline_facts(policy, showing):
        yield _amount(fact)
    if policy.where:
        yield f"Nơi hỏi, nộp giấy tờ: {_sentence('; '.join(policy.where))}"
    if policy.deadline:
        yield f"Hạn: {_sentence(policy.deadline)}"


def _amount(fact: Fact) -> str:
    since = f", áp dụng từ {day_text(fact.applies_from)}" if fact.applies_from else ""
    return f"{capitalise(fact.label)}: {fact_text(fact)}{since}."


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
