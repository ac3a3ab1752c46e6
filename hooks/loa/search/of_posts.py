"""Posts as search sees them: what they say, the facts beside it, and how much they count."""

import datetime as dt
from collections.abc import Iterator

from loa.ask import facts, paths
from loa.ask.facts import DrawBlock, fact_text
from loa.ask.headlines import headline_facts
from loa.ask.policy_status import policy_states, policy_status
from loa.ask.showing import Showing
from loa.model.policies import Policy
from loa.model.posts import News, PolicyPost, Post, Story
from loa.search.document import KINDS, Document
from loa.search.texts import Section, sections
from loa.text.vietnamese import capitalise

_IN_FORCE = {"ok": "co", "ending": "co", "ask": "hoi", "coming": "chua", "ended": "het"}


def of_post(post: Post, showing: Showing, draw: DrawBlock) -> Document:
    """Return a post as a document; ``draw`` gives the blocks of its policy."""
    content = showing.content
    policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
    body = facts.expand(post.body, content, policy, draw)
    villages = [content.villages[id] for id in post.villages]
    topics = [content.topics[id].title for id in post.topics]
    audiences = [content.audiences[id].title for id in post.audiences]
    aliases = [alias for village in villages for alias in (village.full_name, *village.aliases)]
    marks = [KINDS[post.SECTION], *topics, *audiences, *aliases, post.id]
    in_force = _IN_FORCE[policy_status(policy, content, showing.today).level] if policy else ""
    return Document(
        url=showing.edition.url(paths.post(post)),
        title=post.title,
        summary=post.summary,
        kind=post.SECTION,
        sections=(*sections(f"{_facts(policy, showing)}{body}"), *_own_sections(post, showing)),
        lead=_lead(policy, showing),
        marks=". ".join(marks),
        date=post.date,
        topics=post.topics,
        audiences=post.audiences,
        villages=post.villages,
        village_text=", ".join(capitalise(village.full_name) for village in villages),
        states=tuple(_states(post, policy, showing)),
        in_force=in_force,
        sample=post.sample,
        prior=_prior(post, in_force, showing.today),
        order=(post.topics[0], post.SECTION),
    )


def _facts(policy: Policy | None, showing: Showing) -> str:
    """Return the numbers that stand above the text of a policy."""
    if policy is None:
        return ""
    shown = headline_facts(policy, showing)
    return "".join(f"{fact.label}: {fact_text(fact)}.\n\n" for fact in shown)


def _lead(policy: Policy | None, showing: Showing) -> str:
    shown = headline_facts(policy, showing) if policy else []
    return f"{shown[0].label}: {fact_text(shown[0])}" if shown else ""


def _own_sections(post: Post, showing: Showing) -> Iterator[Section]:
    """Yield the parts of a story and its translations, with the anchors of the template."""
    if isinstance(post, Story):
        home = post.household
        if home and home.changes:
            lines = [f"{row.label}: {row.before}; {row.after}." for row in home.changes]
            yield Section("Trước và sau", "truoc-va-sau", "\n".join(lines))
        policies, helpers = showing.content.policies, showing.content.organisations
        helped = [policies[id].title for id in post.supports]
        helped += [helpers[id].name for id in post.helped_by]
        if helped:
            yield Section("Ai đã giúp", "ai-da-giup", "", aside=".\n".join(helped))
        if home:
            about = [home.name or "", *home.livelihoods]
            yield Section("Về gia đình", "", ", ".join(filter(None, about)))
    if post.translations:
        for found in (post.translations.jra, post.translations.bdq):
            if found:
                yield Section(found.title, "", found.summary or "")


def _states(post: Post, policy: Policy | None, showing: Showing) -> Iterator[tuple[str, str]]:
    """Yield what a result says of how the post stands, each with its last day: sites grow old."""
    if post.has_expired(showing.today):
        yield "", "Đã hết hạn"
    elif policy:
        for state in policy_states(policy, showing.content, showing.today):
            yield state.until.isoformat() if state.until else "", state.badge()["text"]
    else:
        if post.expires_on:
            yield post.expires_on.isoformat(), ""
        yield "", "Đã hết hạn" if post.expires_on else ""


def _prior(post: Post, in_force: str, today: dt.date) -> float:
    """Return how much a page counts before anybody has asked anything."""
    if post.has_expired(today) or in_force == "het":
        return 0.72
    if in_force == "chua":
        return 0.86
    if in_force == "hoi":
        return 0.97
    if isinstance(post, News):
        # News of this week stand a little above those of last year.
        months = max(0, (today - post.last_change).days) / 30
        return 0.8 + 0.2 / (1 + months / 6)
    return 1.0 if isinstance(post, PolicyPost) else 0.96
