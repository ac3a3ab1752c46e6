"""Lists: sections, topics, audiences, villages, and everything by topic."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from urllib.parse import quote

from loa import paths, views
from loa.model.posts import Post
from loa.pages.asked import asked
from loa.pages.cards import card
from loa.pages.front import SECTIONS, Meta, breadcrumbs, page, section_meta
from loa.showing import Showing
from loa.vietnamese import capitalise, sort_key

PAGE_SIZE = 12
TRIES = 3

_INTROS = {
    "chinh-sach": "Ai được, được bao nhiêu, làm thế nào, đến đâu.",
    "guong-dien-hinh": "Bà con tự vươn lên: làm gì, ai giúp, mất bao lâu.",
    "tin-tuc": "Việc đang làm ở địa phương về giảm nghèo.",
    "hoi-dap": "Điều bà con hay hỏi, trả lời ngắn gọn.",
}

Page = tuple[str, str]  # path and Markdown
Numbered = Callable[[int], str]  # the path of one page of a list


def section_pages(section: str, showing: Showing) -> Iterator[Page]:
    """Yield the pages of one section's list."""
    posts = showing.listed[section]
    meta = {
        "title": SECTIONS[section]["title"],
        "description": _INTROS[section],
        "intro": _INTROS[section],
        "section": section_meta(section, showing.edition),
        "layout": "rows" if section in ("chinh-sach", "hoi-dap") else "covers",
        "filters": _topic_links(posts, showing),
        "breadcrumbs": breadcrumbs(showing.edition, (SECTIONS[section]["title"], "")),
    }
    if section == "hoi-dap":
        meta["asked"] = asked(showing)
    if section == "chinh-sach":
        groups = _groups_by_topic(posts, showing)
        yield paths.section(section), page({**_list_meta(meta, posts, showing), "groups": groups})
        return
    yield from _paginated(meta, posts, partial(paths.section, section), showing)


def group_pages(kind: str, showing: Showing) -> Iterator[Page]:
    """Yield the index and the pages of one way of grouping: chu-de, doi-tuong or thon."""
    title, line = GROUPINGS[kind]
    groups = []
    for id, name, posts in group_members(kind, showing):
        meta = {
            "title": name,
            "description": f"{line} {name}.",
            "layout": "covers",
            "breadcrumbs": breadcrumbs(showing.edition, (title, paths.group(kind)), (name, "")),
        }
        yield from _paginated(meta, posts, partial(paths.group, kind, id), showing)
        url = showing.edition.url(paths.group(kind, id))
        groups.append({"title": name, "url": url, "count": len(posts)})
    meta = {
        "title": title,
        "template": "topics.html",
        "kind": "topics",
        "description": f"{title}: tất cả bài trên trang.",
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
        "groups": groups,
    }
    yield paths.group(kind), page(meta)


GROUPINGS = {
    "chu-de": ("Chủ đề", "Mọi bài về"),
    "doi-tuong": ("Ai nên đọc", "Mọi bài dành cho"),
    "thon": ("Thôn, làng, tổ dân phố", "Mọi bài về"),
}


def group_members(kind: str, showing: Showing) -> list[tuple[str, str, list[Post]]]:
    """Return (id, title, posts) of every group that has a page."""
    content = showing.content
    names = {
        "chu-de": {topic.id: topic.title for topic in content.topics.values()},
        "doi-tuong": {audience.id: audience.title for audience in content.audiences.values()},
        "thon": {
            village.id: capitalise(village.full_name) for village in content.villages.values()
        },
    }[kind]
    keys = {"chu-de": "topics", "doi-tuong": "audiences", "thon": "villages"}[kind]
    listed = views.current(showing.shown, showing.today)
    groups = views.group_by(listed, lambda post: getattr(post, keys))
    # A village keeps its page before its first post; an empty topic would be a dead end.
    wanted = [id for id in names if id in groups or kind == "thon"]
    return [(id, names[id], groups.get(id, [])) for id in wanted]


def search_page(showing: Showing) -> str:
    """Return the page of results; until somebody asks, it lists everything by topic."""
    title = "Tìm kiếm"
    meta = {
        "title": title,
        "template": "search.html",
        "kind": "search",
        "description": "Tìm trên trang; gõ không dấu cũng được. Mọi bài, xếp theo chủ đề.",
        "tries": tries(showing),
        "help": _other_ways(showing),
        "intro": "Mọi bài trên trang, xếp theo chủ đề. Bấm vào tên bài để đọc.",
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
        "groups": [
            *_groups_by_topic(views.current(showing.shown, showing.today), showing),
            _standing_pages(showing),
        ],
    }
    return page(meta)


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


def _groups_by_topic(posts: Sequence[Post], showing: Showing) -> list[Meta]:
    by_topic = views.group_by(posts, lambda post: post.topics[:1])
    return [
        {
            "title": topic.title,
            "icon": topic.icon,
            "url": showing.edition.url(paths.group("chu-de", topic.id)),
            "cards": [card(post, showing) for post in by_topic[topic.id]],
        }
        for topic in showing.content.topics.values()
        if topic.id in by_topic
    ]


def _topic_links(posts: Sequence[Post], showing: Showing) -> list[Meta]:
    by_topic = views.group_by(posts, lambda post: post.topics)
    items = [
        {
            "title": topic.title,
            "url": showing.edition.url(paths.group("chu-de", topic.id)),
            "count": len(by_topic[topic.id]),
        }
        for topic in showing.content.topics.values()
        if topic.id in by_topic
    ]
    return [{"title": "Chủ đề", "items": items}] if items else []


def _paginated(
    meta: Meta, posts: Sequence[Post], numbered: Numbered, showing: Showing
) -> Iterator[Page]:
    pages = [posts[start : start + PAGE_SIZE] for start in range(0, len(posts), PAGE_SIZE)] or [[]]
    for number, shown in enumerate(pages, 1):
        own = _list_meta(meta, posts, showing)
        if number > 1:
            own["title"] = f"{meta['title']} (trang {number})"
            own["asked"] = None
        own["cards"] = [card(post, showing) for post in shown]
        own["pagination"] = _pagination(number, len(pages), numbered, showing)
        yield numbered(number), page(own)


def _list_meta(meta: Meta, posts: Sequence[Post], showing: Showing) -> Meta:
    home = showing.edition.url(paths.HOME)
    empty = {"text": "Chưa có bài nào ở đây.", "url": home, "link_title": "Về trang chủ"}
    return {
        **meta,
        "template": "list.html",
        "kind": "list",
        "count": len(posts),
        "empty": None if posts else empty,
    }


def _pagination(current: int, last: int, numbered: Numbered, showing: Showing) -> Meta | None:
    if last == 1:
        return None

    def url(number: int) -> str:
        return showing.edition.url(numbered(number))

    return {
        "current": current,
        "pages": [
            {"number": number, "url": url(number), "current": number == current}
            for number in range(1, last + 1)
        ],
        "previous_url": url(current - 1) if current > 1 else None,
        "next_url": url(current + 1) if current < last else None,
    }
