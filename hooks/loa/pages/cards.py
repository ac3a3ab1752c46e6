"""A post as a card or a row of a list."""

from loa import paths
from loa.facts import bare_text
from loa.model.policies import Fact, Policy
from loa.model.posts import PolicyPost, Post
from loa.pages.front import SECTIONS, Meta
from loa.pages.pictures import thumbnail
from loa.pages.policy_status import policy_status
from loa.showing import Showing
from loa.together import numbers_together
from loa.vietnamese import capitalise, day_text, money_parts


def card(post: Post, showing: Showing) -> Meta:
    """Return what templates show of a post in a list."""
    content, edition = showing.content, showing.edition
    meta: Meta = {
        "title": showing.together(post.title),
        "url": edition.url(paths.post(post)),
        "summary": numbers_together(post.summary),
        "date": post.date.isoformat(),
        "date_text": day_text(post.date),
        "kind": post.SECTION,
        "section_id": post.SECTION,
        "section_title": SECTIONS[post.SECTION]["title"],
        "cover": paths.cover(post.SECTION, post.slug),
        "photo": thumbnail(post, showing),
        "sample": post.sample,
        "tags": topic_tags(post, showing),
        "villages": [content.villages[id].full_name for id in post.villages],
    }
    if isinstance(post, PolicyPost):
        policy = content.policies[post.policy]
        meta["status"] = policy_status(policy, showing.content, showing.today).badge()
        headlines = headline_facts(policy, showing)
        meta["amount"] = amount(headlines[0]) if headlines else None
    return meta


def topic_tags(post: Post, showing: Showing) -> list[Meta]:
    """Return the topics of a post as links."""
    topics = (showing.content.topics[id] for id in post.topics)
    return [
        {
            "title": topic.title,
            "icon": topic.icon,
            "url": showing.edition.url(paths.group("chu-de", topic.id)),
        }
        for topic in topics
    ]


def headline_facts(policy: Policy, showing: Showing) -> list[Fact]:
    """Return the few facts at the top of a policy: as they apply today, or on its first day."""
    day = max(showing.today, policy.valid_from or showing.today)
    return [fact for fact in policy.facts if fact.headline and fact.is_current(day)]


def amount(fact: Fact) -> Meta:
    """Return a fact as a big number with its unit and its date."""
    number, unit = _number_and_unit(fact)
    since = f"từ {day_text(fact.applies_from)}" if fact.applies_from else ""
    spread = fact.unit if fact.amount is not None else ""
    note = ", ".join(part for part in (spread, since) if part)
    return {"label": fact.label, "number": number, "unit": unit, "note": note}


def explained_amount(fact: Fact) -> Meta:
    """Return the same with its remark, which stands below the numbers on the policy's own page."""
    remark = capitalise((fact.note or "").rstrip("."))
    return {**amount(fact), "remark": f"{remark}." if remark else ""}


def _number_and_unit(fact: Fact) -> tuple[str, str]:
    if fact.amount is not None:
        return money_parts(fact.amount)
    return bare_text(fact), fact.unit or ""
