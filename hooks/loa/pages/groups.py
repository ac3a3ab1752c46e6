"""Everything about one topic, audience or village, and the ways to them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from loa import structured
from loa.ask import paths, views
from loa.ask.groups import GROUPINGS, Grouping, Member, members, posts_of
from loa.ask.meta import Meta
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.model.posts import Post
from loa.pages.cards import card
from loa.pages.front_matter import breadcrumbs, page

SHOWN = 6  # of each section; the rest is one link away


def group_pages(showing: Showing) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of every group's page, and of the index of each grouping."""
    for kind in GROUPINGS:
        for member in members(showing, kind):
            yield paths.group(kind, member.id), partial(_member_page, kind, member.id, showing)
        yield paths.group(kind), partial(_index_page, kind, showing)


def _index_page(kind: str, showing: Showing) -> str:
    return page(_index_meta(GROUPINGS[kind], members(showing, kind), showing))


def _member_page(kind: str, id: str, showing: Showing) -> str:
    (member,) = (one for one in members(showing, kind) if one.id == id)
    return page(_member_meta(GROUPINGS[kind], member, showing))


def _index_meta(grouping: Grouping, members: Sequence[Member], showing: Showing) -> Meta:
    kind = grouping.facet.kind
    return {
        "title": grouping.title,
        "template": "topics.html",
        "kind": "topics",
        "description": f"{grouping.title}. {grouping.intro}",
        "intro": grouping.intro,
        "breadcrumbs": breadcrumbs(showing.edition, (grouping.title, "")),
        "needs": [
            {
                "title": showing.together(member.title),
                "icon": member.icon,
                "text": member.text,
                "count": member.count,
                "url": showing.edition.url(paths.group(kind, member.id)),
            }
            for member in members
        ],
    }


def _member_meta(grouping: Grouping, member: Member, showing: Showing) -> Meta:
    kind, edition = grouping.facet.kind, showing.edition
    posts = posts_of(showing, kind, member.id)
    sections = views.group_by(posts, lambda post: [post.SECTION])
    empty = {
        "text": f"{_none_of(grouping)} {member.title}.",
        "url": edition.url(paths.section("guong-dien-hinh")),
        "link_title": "Xem tất cả gương điển hình",
    }
    trail = breadcrumbs(edition, (grouping.title, paths.group(kind)), (member.title, ""))
    return {
        "title": member.title,
        "heading": showing.together(member.title),
        "structured_data": structured.page_data(showing, trail),
        "template": "list.html",
        "kind": "list",
        "description": f"{grouping.everything} {member.title}. {member.text}".strip(),
        "intro": member.text,
        "layout": "groups",
        "breadcrumbs": trail,
        "groups": [
            _section(section, sections[section], kind, member.id, showing)
            for section in SECTIONS
            if section in sections
        ],
        "empty": None if member.count else empty,
    }


def _none_of(grouping: Grouping) -> str:
    return grouping.everything.replace("Mọi bài", "Chưa có bài nào")


def _section(section: str, posts: Sequence[Post], kind: str, id: str, showing: Showing) -> Meta:
    known = SECTIONS[section]
    group: Meta = {
        "title": known["title"],
        "icon": known["icon"],
        "colour": known["colour"],
        "layout": "covers" if section == "guong-dien-hinh" else "rows",
        "cards": [card(post, showing) for post in posts[:SHOWN]],
    }
    if len(posts) > SHOWN:
        url = showing.edition.url(paths.filtered(section, kind, id))
        group["more"] = {"title": f"Xem tất cả {len(posts)} bài", "url": url}
    return group
