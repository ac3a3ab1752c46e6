"""What stands at the address of a post that cannot be read now; it names nobody."""

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.paths import Edition
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.ask.views import Standing
from loa.pages.front_matter import breadcrumbs, page

_TEXTS = {
    Standing.WITHDRAWN: (
        "Bài này không còn trên trang",
        "Bài đã được gỡ xuống. Bà con có thể tìm bài khác cùng chủ đề.",
    ),
    Standing.HELD: (
        "Bài đang được cập nhật",
        "Cán bộ đang đọc lại bài này. Bà con quay lại sau, hoặc hỏi UBND.",
    ),
}

MENDING = "Trang này đang được sửa"


def ways_on(edition: Edition) -> list[Meta]:
    """Return where to go on from a page that is not there."""
    if finder := getattr(paths, "FINDER", ""):
        first = ("Gia đình mình được hưởng gì?", finder)
    else:
        first = (SECTIONS["chinh-sach"]["title"], paths.POLICY_LIST)
    ways = (
        (*first, "hand-coin-outline"),
        (
            SECTIONS["guong-dien-hinh"]["title"],
            paths.section("guong-dien-hinh"),
            SECTIONS["guong-dien-hinh"]["icon"],
        ),
        ("Trang chủ", paths.HOME, "home-outline"),
    )
    return [{"title": title, "url": edition.url(path), "icon": icon} for title, path, icon in ways]


def notice_page(standing: Standing, section: str, showing: Showing) -> str:
    """Return the neutral notice for a withdrawn or held-back post."""
    title, text = _TEXTS[standing]
    links: list[Meta] = [
        {
            "title": f"Bài khác trong mục {SECTIONS[section]['title']}",
            "url": showing.edition.url(paths.section(section)),
            "icon": SECTIONS[section]["icon"],
        },
        *ways_on(showing.edition)[-1:],
    ]
    meta = {
        "title": title,
        "template": "notice.html",
        "kind": "notice",
        "description": title,
        "text": text,
        "links": links,
        "noindex": True,
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
    }
    return page(meta)


def mending_page(showing: Showing) -> str:
    """Return what stands where a page could not be made; nothing of its content is in it."""
    meta = {
        "title": MENDING,
        "template": "notice.html",
        "kind": "mending",
        "description": MENDING,
        "text": "Máy chưa dựng được trang này. Bà con quay lại sau, hoặc hỏi UBND.",
        "links": ways_on(showing.edition),
        "noindex": True,
        "breadcrumbs": breadcrumbs(showing.edition, (MENDING, "")),
    }
    return page(meta)
