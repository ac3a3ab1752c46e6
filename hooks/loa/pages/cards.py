"""A post as a card or a row of a list."""

from loa.ask import paths
from loa.ask.headlines import first_amount
from loa.ask.meta import Meta
from loa.ask.policy_status import policy_states
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.model.posts import PolicyPost, Post
from loa.pages.pictures import thumbnail
from loa.plan.question import question
from loa.text.unbroken import numbers_together
from loa.text.vietnamese import day_text


def card(post: Post, showing: Showing) -> Meta:
    """Return what templates show of a post in a list."""
    return {**_card(showing, post)}


@question
def _card(showing: Showing, post: Post) -> Meta:
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
        "until": post.expires_on.isoformat() if post.expires_on else "",
    }
    if isinstance(post, PolicyPost):
        policy = content.policies[post.policy]
        now, *later = policy_states(policy, content, showing.today)
        meta["status"] = {**now.badge(), "later": [state.badge() for state in later]}
        meta["amount"] = first_amount(policy, showing)
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
