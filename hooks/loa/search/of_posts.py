"""Posts as search sees them: what they say, the facts beside it, and how much they count."""

import datetime as dt
from collections.abc import Iterator

from loa import facts, paths
from loa.facts import DrawBlock, fact_text
from loa.images import can_publish_pictures
from loa.markup import published_body
from loa.model.policies import Policy
from loa.model.posts import News, PolicyPost, Post, Story
from loa.pages.cards import headline_facts
from loa.pages.policy_status import policy_status
from loa.search.document import KINDS, Document
from loa.search.texts import Section, sections
from loa.showing import Showing
from loa.vietnamese import capitalise


def of_post(post: Post, showing: Showing, draw: DrawBlock) -> Document:
    """Return a post as a document; ``draw`` gives the blocks of its policy."""
    content = showing.content
    policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
    body = published_body(facts.expand(post.body, content, policy, draw), can_publish_pictures())
    villages = [content.villages[id] for id in post.villages]
    topics = [content.topics[id].title for id in post.topics]
    audiences = [content.audiences[id].title for id in post.audiences]
    aliases = [alias for village in villages for alias in (village.full_name, *village.aliases)]
    marks = [KINDS[post.SECTION], *topics, *audiences, *aliases, post.id]
    level = policy_status(policy, content, showing.today) if policy else None
    in_force = {"ended": "het", "coming": "chua"}.get(level.level, "co") if level else ""
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
        status=_status(post, level.badge()["text"] if level else "", showing.today),
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


def _status(post: Post, of_policy: str, today: dt.date) -> str:
    return "Đã hết hạn" if post.has_expired(today) else of_policy


def _prior(post: Post, in_force: str, today: dt.date) -> float:
    """Return how much a page counts before anybody has asked anything."""
    if post.has_expired(today) or in_force == "het":
        return 0.72
    if in_force == "chua":
        return 0.86
    if isinstance(post, News):
        # News of this week stand a little above those of last year.
        months = max(0, (today - post.last_change).days) / 30
        return 0.8 + 0.2 / (1 + months / 6)
    return 1.0 if isinstance(post, PolicyPost) else 0.96
