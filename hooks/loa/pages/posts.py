"""The page of one post."""

from loa import structured
from loa.ask import facts, paths, views
from loa.ask.brought import linked_files
from loa.ask.extras import NOTHING, Extras
from loa.ask.headlines import dated_amounts
from loa.ask.meta import Meta
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.ask.sources import sources_meta
from loa.drawn import blocks
from loa.drawn.town_cards import card_meta
from loa.model import words
from loa.model.policies import Policy
from loa.model.posts import PolicyPost, Post, Question, Story
from loa.model.records import Source
from loa.pages.attachments import attachments
from loa.pages.cards import card, topic_tags
from loa.pages.downloads import leaflet_box
from loa.pages.feedback import feedback
from loa.pages.front_matter import breadcrumbs, page, section_meta
from loa.pages.listening import listening
from loa.pages.pictures import cover, picture
from loa.pages.post_notices import post_notices
from loa.pages.story_parts import story_parts
from loa.text.markup import placed_meta
from loa.text.unbroken import headings_together, numbers_together
from loa.text.vietnamese import capitalise, day_text

SYLLABLES_A_MINUTE = 200


def post_page(post: Post, showing: Showing, extras: Extras = NOTHING) -> str:
    """Return the Markdown page of a post that is shown; ``extras`` is what else it leads to."""
    content, edition = showing.content, showing.edition
    policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
    draw = blocks.drawer(content, showing.today)
    body = facts.expand(post.body, content, policy, draw)
    meta: Meta = {
        "title": post.title,
        "heading": showing.together(post.title),
        "template": "post.html",
        "kind": _KINDS[post.SECTION],
        "description": post.summary,
        "summary": numbers_together(post.summary),
        "section": section_meta(post.SECTION, edition),
        "breadcrumbs": breadcrumbs(
            edition, (SECTIONS[post.SECTION]["title"], paths.section(post.SECTION))
        ),
        "noindex": post.sample or showing.is_unfinished(post),
        "date": post.date.isoformat(),
        "updated": post.last_change.isoformat(),
        "tags": topic_tags(post, showing),
        "audience_tags": _audience_tags(post, showing),
        "byline": _byline(post, body, showing),
        "notices": post_notices(post, policy, showing),
        "cover": cover(post, showing),
        "photos": [picture(post, image, showing) for image in showing.photos(post)],
        "sources": _sources(post, policy),
        "share_card": card_meta(post, showing),
        "code": post.id,
        "body_pictures": placed_meta(showing.gallery.placed(post, paths.post(post))),
        "body_files": linked_files(showing, post),
        "attachments": attachments(post, showing),
        "actions": True,
        "disclaimer": isinstance(post, PolicyPost | Question),
        "draft": _ribbon(post, showing),
    }
    newer, older = showing.neighbours(post)
    meta["next"] = _link(newer, showing)
    meta["previous"] = _link(older, showing)
    meta |= _own_parts(post, policy, showing)
    meta |= listening(post, showing)
    meta["leaflet"] = leaflet_box(post, extras)
    meta["office"] = extras.office(post)
    meta["feedback"] = feedback(post, showing)
    meta["structured_data"] = structured.post_data(post, policy, showing, meta["breadcrumbs"])
    return page(meta, headings_together(body, content.speech.compounds))


def draft_page(post: Post, showing: Showing) -> str:
    """Return the page of a draft that cannot be laid out yet: its text and what to mend."""
    meta: Meta = {
        "title": post.title,
        "template": "post.html",
        "kind": _KINDS[post.SECTION],
        "description": post.summary,
        "summary": post.summary,
        "section": section_meta(post.SECTION, showing.edition),
        "breadcrumbs": breadcrumbs(
            showing.edition, (SECTIONS[post.SECTION]["title"], paths.section(post.SECTION))
        ),
        "noindex": True,
        "body_pictures": placed_meta(dict.fromkeys(post.body_pictures)),
        "draft": _ribbon(post, showing),
    }
    return page(meta, post.body)


_KINDS = {
    "guong-dien-hinh": "story",
    "chinh-sach": "policy",
    "tin-tuc": "news",
    "hoi-dap": "question",
}


def _own_parts(post: Post, policy: Policy | None, showing: Showing) -> Meta:
    if isinstance(post, Story):
        return story_parts(post, showing)
    if policy is not None:
        stories = views.about_policy(showing.lasting, policy.id)
        return {
            "amounts": dated_amounts(policy, showing),
            "related_stories": [card(story, showing) for story in stories],
            "related": [card(other, showing) for other in showing.related(post)],
        }
    meta: Meta = {"related": [card(other, showing) for other in showing.related(post)]}
    if isinstance(post, Question):
        meta["question"] = {
            "asked_text": day_text(post.asked_on) if post.asked_on else "",
            "answered_by": post.answered_by or "",
            "answered_text": day_text(post.answered_on) if post.answered_on else "",
            "compiled": post.is_compiled,
        }
    return meta


def _audience_tags(post: Post, showing: Showing) -> list[Meta]:
    audiences = (showing.content.audiences[id] for id in post.audiences)
    return [
        {
            "title": audience.title,
            "url": showing.edition.url(paths.group("doi-tuong", audience.id)),
        }
        for audience in audiences
    ]


def _byline(post: Post, body: str, showing: Showing) -> Meta:
    villages = (showing.content.villages[id] for id in post.villages)
    return {
        "date": post.date.isoformat(),
        "date_text": day_text(post.date),
        "updated_text": day_text(post.updated_on) if post.updated_on else "",
        "author": post.author,
        "reading_minutes": max(1, round(len(body.split()) / SYLLABLES_A_MINUTE)),
        "villages": [
            {
                "title": capitalise(village.full_name),
                "url": showing.edition.url(paths.group("thon", village.id)),
            }
            for village in villages
        ],
    }


def _sources(post: Post, policy: Policy | None) -> list[Meta]:
    sources: list[Source] = [post.source] if post.source else []
    if policy is not None:
        sources += policy.sources
    return sources_meta(sources)


def _ribbon(post: Post, showing: Showing) -> Meta | None:
    if not showing.is_unfinished(post):
        return None
    return {"label": _ribbon_label(post, showing), "problems": showing.problems_of(post)}


def _ribbon_label(post: Post, showing: Showing) -> str:
    if post.status != "published":
        return f"{capitalise(words.STATUSES[post.status])}, chưa đăng"
    if not post.is_due(showing.today):
        return f"Hẹn đăng ngày {day_text(post.publish_on or post.date)}"
    return "Đã sửa sau khi duyệt, cần duyệt lại"


def _link(post: Post | None, showing: Showing) -> Meta | None:
    if post is None:
        return None
    return {"title": post.title, "url": showing.edition.url(paths.post(post))}
