"""Everything about one topic, audience or village, and the ways to them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from loa import structured
from loa.ask import paths, views
from loa.ask.showing import Showing
from loa.model.posts import Post
from loa.pages.cards import card
from loa.pages.facets import AUDIENCES, TOPICS, VILLAGES, Facet
from loa.pages.front_matter import SECTIONS, Meta, breadcrumbs, page
from loa.plan.question import question

SHOWN = 6  # of each section; the rest is one link away


@dataclass(frozen=True)
class Grouping:
    """One way of grouping, in words."""

    facet: Facet
    title: str
    intro: str
    everything: str


GROUPINGS = {
    TOPICS.kind: Grouping(
        TOPICS, "Chủ đề", "Chọn việc đang cần để xem mọi bài về việc ấy.", "Mọi bài về"
    ),
    AUDIENCES.kind: Grouping(
        AUDIENCES,
        "Dành cho ai",
        "Chọn gia đình mình thuộc diện nào để xem bài nên đọc.",
        "Mọi bài dành cho",
    ),
    VILLAGES.kind: Grouping(
        VILLAGES, "Thôn, làng, tổ dân phố", "Chuyện và tin của từng nơi.", "Mọi bài về"
    ),
}


@dataclass(frozen=True)
class Member:
    """One topic, audience or village with a page of its own."""

    id: str
    title: str
    text: str
    icon: str
    count: int  # of its posts


def group_pages(showing: Showing) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of every group's page, and of the index of each grouping."""
    for kind in GROUPINGS:
        for member in members(showing, kind):
            yield paths.group(kind, member.id), partial(_member_page, kind, member.id, showing)
        yield paths.group(kind), partial(_index_page, kind, showing)


@question
def _by_group(showing: Showing, kind: str) -> Mapping[str, Sequence[Post]]:
    return views.group_by(showing.current, GROUPINGS[kind].facet.of)


@question
def _posts_of(showing: Showing, kind: str, id: str) -> Sequence[Post]:
    return _by_group(showing, kind).get(id, [])


@question
def members(showing: Showing, kind: str) -> Sequence[Member]:
    """Return every group that has a page, in the order of the data."""
    content, facet = showing.content, GROUPINGS[kind].facet
    known = {"chu-de": content.topics, "doi-tuong": content.audiences, "thon": content.villages}
    found, members = _by_group(showing, kind), []
    for id, name in facet.names(content).items():
        # A village keeps its page before its first post; an empty topic would be a dead end.
        if id in found or facet is VILLAGES:
            record = known[facet.kind][id]
            text, icon = getattr(record, "text", ""), getattr(record, "icon", "")
            members.append(Member(id, name, text or "", icon, len(found.get(id, []))))
    return members


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
    posts = _posts_of(showing, kind, member.id)
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
