"""Lists: the posts of a section, whole and narrowed, and everything by topic."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from urllib.parse import quote

from loa import structured
from loa.ask import paths, views
from loa.ask.facets import AUDIENCES, TOPICS, Choice, choices, chosen_posts, counted, marks
from loa.ask.groups import GROUPINGS, members
from loa.ask.meta import Meta
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.model.posts import Post
from loa.pages.cards import card
from loa.pages.filters import filter_groups
from loa.pages.finder import finder_invitation
from loa.pages.front_matter import breadcrumbs, page, section_meta
from loa.pages.pagination import Numbered, pagination
from loa.pages.residents_asked import asked
from loa.plan.question import question
from loa.text.vietnamese import sort_key

PAGE_SIZE = 12
TRIES = 3
OF_A_TOPIC = 20  # policies on the page of them all; the others are one link away

_INTROS = {
    "chinh-sach": "Ai được, được bao nhiêu, làm thế nào, đến đâu.",
    "guong-dien-hinh": "Bà con tự vươn lên: làm gì, ai giúp, mất bao lâu.",
    "tin-tuc": "Việc đang làm ở địa phương về giảm nghèo.",
    "hoi-dap": "Điều bà con hay hỏi, trả lời ngắn gọn.",
}

Text = tuple[str, Callable[[], str]]  # the path of a page, and what makes its Markdown


def section_pages(section: str, showing: Showing) -> Iterator[Text]:
    """Yield the pages of one section's list, then those of every filter that finds something."""
    if section == "chinh-sach":
        yield paths.section(section), partial(_policy_list, showing)
    else:
        for number in range(1, _pages(counted(showing, section)) + 1):
            yield paths.section(section, number), partial(_whole_list, section, number, showing)
    for choice in choices(showing, section):
        for number in range(1, _pages(choice.count) + 1):
            path = paths.filtered(section, choice.kind, choice.id, number)
            yield path, partial(_narrowed, section, choice.kind, choice.id, number, showing)


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE_SIZE))


def _whole_meta(section: str, showing: Showing) -> Meta:
    title = SECTIONS[section]["title"]
    return _section_meta(section, showing, None) | {
        "title": title,
        "description": _INTROS[section],
        "intro": _INTROS[section],
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
    }


def _policy_list(showing: Showing) -> str:
    # On one page: people look for theirs in the whole, and the page search finds it.
    section = "chinh-sach"
    posts = showing.listed(section)
    own = {
        "groups": list(_policies_by_topic(posts, showing)),
        "finder": finder_invitation(showing),
    }
    return page({**_list_meta(_whole_meta(section, showing), len(posts), showing), **own})


def _whole_list(section: str, number: int, showing: Showing) -> str:
    meta = _whole_meta(section, showing)
    if section == "hoi-dap" and number == 1:
        meta["asked"] = asked(showing)
    posts = _posts_of_page(showing, section, "", "", number)
    numbered = partial(paths.section, section)
    return _numbered_page(meta, posts, counted(showing, section), number, numbered, showing)


@question
def _posts_of_page(
    showing: Showing, section: str, kind: str, id: str, number: int
) -> Sequence[Post]:
    listed = chosen_posts(showing, section, kind, id) if kind else showing.listed(section)
    return listed[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


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
        _way(known["title"], paths.section(id), counted(showing, id), showing)
        for id, known in SECTIONS.items()
    ]
    yield {"title": "Loại bài", "icon": "file-document-outline", "cards": sections}
    for kind, grouping in GROUPINGS.items():
        yield {
            "title": grouping.title,
            "icon": icons.get(kind, "map-marker-outline"),
            "url": showing.edition.url(paths.group(kind)),
            "cards": [
                _way(one.title, paths.group(kind, one.id), one.count, showing)
                for one in members(showing, kind)
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


def _section_meta(section: str, showing: Showing, chosen: Choice | None) -> Meta:
    url = showing.edition.url(paths.section(section))
    count = counted(showing, section)
    return {
        "section": section_meta(section, showing.edition),
        "layout": "rows" if section in ("chinh-sach", "hoi-dap") else "covers",
        "filters": filter_groups(section, showing, chosen),
        "all": {"title": "Tất cả", "url": url, "count": count, "current": chosen is None},
        "chips": [{"title": chosen.name, "remove_url": url}] if chosen else [],
    }


def _narrowed(section: str, kind: str, id: str, number: int, showing: Showing) -> str:
    """Return a section's posts under one filter; search engines are sent to the whole list."""
    (choice,) = (one for one in choices(showing, section) if (one.kind, one.id) == (kind, id))
    known = SECTIONS[section]["title"]
    title = f"{known}: {choice.name}"
    meta = _section_meta(section, showing, choice) | {
        "title": title,
        "heading": showing.together(title),
        "description": f"{known} trên trang này, chọn riêng: {choice.name}.",
        "noindex": True,
        "breadcrumbs": breadcrumbs(
            showing.edition, (known, paths.section(section)), (choice.name, "")
        ),
    }
    posts = _posts_of_page(showing, section, kind, id, number)
    numbered = partial(paths.filtered, section, kind, id)
    return _numbered_page(meta, posts, choice.count, number, numbered, showing)


def _numbered_page(
    meta: Meta,
    posts: Sequence[Post],
    count: int,
    number: int,
    numbered: Numbered,
    showing: Showing,
) -> str:
    own, last = _list_meta(meta, count, showing), _pages(count)
    if number > 1:
        own["title"] = f"{meta['title']} (trang {number})"
        own["heading"] = showing.together(own["title"])
    own["whole"] = last == 1
    own["cards"] = [_marked_card(post, showing) for post in posts]
    own["pagination"] = pagination(number, last, numbered, showing)
    return page(own)


def _list_meta(meta: Meta, count: int, showing: Showing) -> Meta:
    home = showing.edition.url(paths.HOME)
    empty = {"text": "Chưa có bài nào ở đây.", "url": home, "link_title": "Về trang chủ"}
    return {
        **meta,
        "template": "list.html",
        "kind": "list",
        "structured_data": structured.page_data(showing, meta["breadcrumbs"]),
        "count": count,
        "whole": True,
        "empty": None if count else empty,
    }
