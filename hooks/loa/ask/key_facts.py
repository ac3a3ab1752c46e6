"""The few sentences nobody may miss: how much, where to go, until when."""

from collections.abc import Iterator
from datetime import time

from loa.ask.facts import fact_text
from loa.ask.headlines import headline_facts
from loa.ask.policy_status import policy_status
from loa.ask.showing import Showing
from loa.model.policies import Fact, Policy
from loa.model.posts import News, PolicyPost, Post
from loa.text.vietnamese import capitalise, day_text, time_text

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


def event_line(post: News, showing: Showing) -> str:
    """Return when and where the event of a news item takes place; empty where it has none."""
    event = showing.content.events.get(post.event or "")
    if event is None or event.on is None:
        return ""
    days = day_text(event.on)
    if event.until and event.until != event.on:
        days = f"{days} đến {day_text(event.until)}"
    hours = f", lúc {_clock(event.starts_at)}" if event.starts_at else ""
    place = f"; nơi: {event.place}" if event.place else ""
    return f"{days}{hours}{place}."


def _clock(said: str) -> str:
    return time_text(time.fromisoformat(said))
