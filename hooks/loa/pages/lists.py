"""Lists: the posts of a section, whole and narrowed, and everything by topic."""

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from loa import paths, structured, views
from loa.model.posts import Post
from loa.pages.asked import asked
from loa.pages.cards import card
from loa.pages.facets import AUDIENCES, TOPICS, Choice, choices, filter_groups, marks
from loa.pages.finder import finder_invitation
from loa.pages.front import SECTIONS, Meta, breadcrumbs, page, section_meta
from loa.pages.groups import GROUPINGS, members
from loa.pages.pagination import Numbered, cut, pagination
from loa.showing import Showing
from loa.vietnamese import sort_key

PAGE_SIZE = 12
TRIES = 3
OF_A_TOPIC = 20  # policies on the page of them all; the others are one link away

_INTROS = {
    "chinh-sach": "Ai được, được bao nhiêu, làm thế nào, đến đâu.",
    "guong-dien-hinh": "Bà con tự vươn lên: làm gì, ai giúp, mất bao lâu.",
    "tin-tuc": "Việc đang làm ở địa phương về giảm nghèo.",
    "hoi-dap": "Điều bà con hay hỏi, trả lời ngắn gọn.",
}

Page = tuple[str, str]  # path and Markdown


def section_pages(section: str, showing: Showing) -> Iterator[Page]:
    """Yield the pages of one section's list, then those of every filter that finds something."""
    posts = showing.listed[section]
    title = SECTIONS[section]["title"]
    meta = _section_meta(section, posts, showing, None) | {
        "title": title,
        "description": _INTROS[section],
        "intro": _INTROS[section],
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
    }
    if section == "hoi-dap":
        meta["asked"] = asked(showing)
    if section == "chinh-sach":
        # On one page: people look for theirs in the whole, and the page search finds it.
        own = {
            "groups": list(_policies_by_topic(posts, showing)),
            "finder": finder_invitation(showing),
        }
        yield paths.section(section), page({**_list_meta(meta, posts, showing), **own})
    else:
        yield from _paginated(meta, posts, partial(paths.section, section), showing)
    for choice in choices(posts, showing):
        yield from _narrowed(section, posts, choice, showing)


def search_page(showing: Showing) -> str:
    """Return the page of results; until somebody asks, it leads to every list of the site."""
    title = "Tìm kiếm"
    meta = {
        "title": title,
        "template": "search.html",
        "kind": "search",
        "description": "Tìm trên trang; gõ không dấu cũng được. Mọi bài theo loại, theo chủ đề.",
        "tries": tries(showing),
        "help": _other_ways(showing),
        "intro": "Hoặc chọn một mục để xem mọi bài.",
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
        "groups": [*_ways(showing), _standing_pages(showing)],
    }
    return page(meta)


def _ways(showing: Showing) -> Iterator[Meta]:
    """Yield the ways to all posts: without JavaScript, this is the search."""
    icons = {TOPICS.kind: "shape-outline", AUDIENCES.kind: "account-group"}
    sections = [
        _way(known["title"], paths.section(id), len(showing.listed[id]), showing)
        for id, known in SECTIONS.items()
    ]
    yield {"title": "Loại bài", "icon": "file-document-outline", "cards": sections}
    for kind, grouping in GROUPINGS.items():
        yield {
            "title": grouping.title,
            "icon": icons.get(kind, "map-marker-outline"),
            "url": showing.edition.url(paths.group(kind)),
            "cards": [
                _way(one.title, paths.group(kind, one.id), len(one.posts), showing)
                for one in members(grouping, showing)
            ],
        }


def _way(title: str, path: str, count: int, showing: Showing) -> Meta:
    told = f"{title} ({count} bài)" if count else title
    return {"title": told, "url": showing.edition.url(path)}


def tries(showing: Showing) -> list[Meta]:
    """Return searches to begin with: what people come for most."""
    base = showing.edition.url(paths.SEARCH)
    return [
        {"title": topic.title.lower(), "url": f"{base}?q={quote(topic.title.lower())}"}
        for topic in [topic for topic in showing.content.topics.values() if topic.need][:TRIES]
    ]


def _other_ways(showing: Showing) -> list[Meta]:
    """Return what to do when nothing is found."""
    url = showing.edition.url
    contacts = showing.content.township.active.contacts
    phone = contacts.phone if contacts else None
    call = f"Gọi {phone}, trong giờ làm việc." if phone else "Gặp trưởng thôn hoặc đến UBND."
    return [
        {"title": "Thử ít chữ hơn, hoặc viết không dấu.", "text": "Ví dụ: vay von, the bao hiem."},
        {"title": "Chọn việc đang cần", "url": url(paths.group("chu-de"))},
        {"title": "Xem mọi bài theo chủ đề", "url": url(paths.SEARCH)},
        {"title": "Hỏi cán bộ", "url": url("lien-he.md"), "text": call},
    ]


def _standing_pages(showing: Showing) -> Meta:
    pages = [found for found in showing.content.pages if found.path != "docs/index.md"]
    links = [
        {
            "title": found.title,
            "url": showing.edition.url(found.path.removeprefix("docs/")),
            "section_title": "Giới thiệu",
        }
        for found in sorted(pages, key=lambda found: sort_key(found.title))
    ]
    return {"title": "Về trang này", "icon": "information-outline", "cards": links}


def _policies_by_topic(posts: Sequence[Post], showing: Showing) -> Iterator[Meta]:
    """Yield policies under their first topic, and the way to those of it that are not here."""
    section = paths.POLICY_LIST.partition("/")[0]
    by_topic = views.group_by(posts, lambda post: post.topics[:1])
    for id, topic in showing.content.topics.items():
        if found := by_topic.get(id):
            url = showing.edition.url(paths.filtered(section, TOPICS.kind, id))
            group: Meta = {
                "title": showing.together(topic.title),
                "icon": topic.icon,
                "url": url,
                "cards": [_marked_card(post, showing) for post in found[:OF_A_TOPIC]],
            }
            if len(found) > OF_A_TOPIC:
                group["more"] = {"title": f"Xem tất cả {len(found)} bài", "url": url}
            yield group


def _marked_card(post: Post, showing: Showing) -> Meta:
    return {**card(post, showing), "marks": marks(post)}


def _section_meta(
    section: str, posts: Sequence[Post], showing: Showing, chosen: Choice | None
) -> Meta:
    url = showing.edition.url(paths.section(section))
    return {
        "section": section_meta(section, showing.edition),
        "layout": "rows" if section in ("chinh-sach", "hoi-dap") else "covers",
        "filters": filter_groups(section, posts, showing, chosen),
        "all": {"title": "Tất cả", "url": url, "count": len(posts), "current": chosen is None},
        "chips": [{"title": chosen.name, "remove_url": url}] if chosen else [],
    }


def _narrowed(
    section: str, posts: Sequence[Post], choice: Choice, showing: Showing
) -> Iterator[Page]:
    """Yield a section's posts under one filter; search engines are sent to the whole list."""
    known = SECTIONS[section]["title"]
    title = f"{known}: {choice.name}"
    meta = _section_meta(section, posts, showing, choice) | {
        "title": title,
        "heading": showing.together(title),
        "description": f"{known} trên trang này, chọn riêng: {choice.name}.",
        "noindex": True,
        "breadcrumbs": breadcrumbs(
            showing.edition, (known, paths.section(section)), (choice.name, "")
        ),
    }
    numbered = partial(paths.filtered, section, choice.facet.kind, choice.id)
    yield from _paginated(meta, choice.posts, numbered, showing)


def _paginated(
    meta: Meta, posts: Sequence[Post], numbered: Numbered, showing: Showing
) -> Iterator[Page]:
    pages = cut(posts, PAGE_SIZE)
    for number, shown in enumerate(pages, 1):
        own = _list_meta(meta, posts, showing)
        if number > 1:
            own["title"] = f"{meta['title']} (trang {number})"
            own["heading"] = showing.together(own["title"])
            own["asked"] = None
        own["whole"] = len(pages) == 1
        own["cards"] = [_marked_card(post, showing) for post in shown]
        own["pagination"] = pagination(number, len(pages), numbered, showing)
        yield numbered(number), page(own)


def _list_meta(meta: Meta, posts: Sequence[Post], showing: Showing) -> Meta:
    home = showing.edition.url(paths.HOME)
    empty = {"text": "Chưa có bài nào ở đây.", "url": home, "link_title": "Về trang chủ"}
    return {
        **meta,
        "template": "list.html",
        "kind": "list",
        "structured_data": structured.page_data(showing, meta["breadcrumbs"]),
        "count": len(posts),
        "whole": True,
        "empty": None if posts else empty,
    }
