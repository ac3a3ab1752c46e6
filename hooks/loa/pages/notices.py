"""What stands at the address of a post that cannot be read now; it names nobody."""

from loa.pages.front import Meta, breadcrumbs, page
from loa.showing import Showing
from loa.views import Standing

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


def notice_page(standing: Standing, section: str, showing: Showing) -> str:
    """Return the neutral notice for a withdrawn or held-back post."""
    title, text = _TEXTS[standing]
    links: list[Meta] = [
        {"title": "Về trang chủ", "url": showing.edition.url("index.md")},
        {"title": "Xem mục này", "url": showing.edition.url(f"{section}/index.md")},
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
