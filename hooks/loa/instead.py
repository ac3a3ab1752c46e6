"""What stands where a file could not be made: the last good one, or one that says so."""

import json
from datetime import date
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape

from loa.ask import paths, views
from loa.ask.showing import Showing
from loa.drawn.picture_files import BLANK
from loa.pages.unavailable import MENDING, mending_page
from loa.styles.theme_assets import THEME

_SAYS = "Tệp này đang được sửa. Bà con quay lại sau."
_HTML = (
    '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    f'<meta name="robots" content="noindex"><title>{MENDING}</title></head>'
    f'<body class="kind-mending"><h1>{MENDING}</h1><p>Bà con quay lại sau.</p></body></html>\n'
).encode()
_MARK = b"kind-mending"  # of pages that stand in; the templates write it too
_PICTURES = (".gif", ".jpg", ".jpeg", ".png", ".webp")
_TEXTS = {
    ".csv": f"\ufeff{_SAYS}\r\n",
    ".txt": f"\ufeff{_SAYS}\r\n",
    ".json": json.dumps({"error": _SAYS}, ensure_ascii=False) + "\n",
    ".js": f"/* {_SAYS} */\n",
    ".ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Loa//VI\r\nEND:VCALENDAR\r\n",
}
# How a message calls a file, by the beginning or the ending of its path.
_CALLED = (
    ("anh/bia/", "hình vẽ đầu bài"),
    ("anh/the/", "ảnh chia sẻ"),
    ("assets/search/", "phần tìm kiếm"),
    ("assets/", "tệp giao diện"),
    ("tai-ve/", "tệp tải về"),
    ("phieu/", "phiếu hỏi"),
    (".md", "trang"),
    (".html", "trang"),
    (".xml", "nguồn tin"),
    ("feed.json", "nguồn tin"),
    (".ics", "tệp lịch"),
    (".csv", "bảng số liệu"),
    (".json", "dữ liệu mở"),
    *((ending, "ảnh") for ending in (*_PICTURES, ".svg")),
)


def called(path: str) -> str:
    """Return what an officer calls a file of the site, with its address."""
    kinds = (name for part, name in _CALLED if path.startswith(part) or path.endswith(part))
    address = path.removesuffix(".md").removesuffix("index")
    return f"{next(kinds, 'tệp')} «/{address}»"


def stand_in(path: str, showing: Showing) -> bytes | None:
    """Return what stands at a path until it can be made again; None where nothing is better.

    A page of the site comes as Markdown, to be laid out like all others.
    """
    ending = PurePosixPath(path).suffix
    if ending == ".md":
        return mending_page(showing).encode()
    if ending == ".html":
        return _HTML
    if ending == ".xml":
        return _feed(showing).encode()
    if ending == ".svg":
        return (THEME / "assets/bia/404.svg").read_bytes()
    if ending in _PICTURES:
        return BLANK
    return _TEXTS[ending].encode() if ending in _TEXTS else None


def plain_page() -> bytes:
    """Return a page for the time when the templates themselves fail."""
    return _HTML


def _feed(showing: Showing) -> str:
    name, link = showing.content.township.site_name, showing.edition.site_url
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(name)}</title><link>{escape(link)}</link>"
        f"<description>{_SAYS}</description></channel></rss>\n"
    )


def last_good(site: Path, path: str, showing: Showing) -> bytes | None:
    """Return the file of the site before, if it says what the content says now.

    It may name anybody, so no file of the content may be newer than that site, and every post must
    stand today as it stood on the day of that site, which its open data tell.

    Args:
        site: the folder of the site before.
        path: where the file stands in it.
        showing: what is shown today.
    """
    try:
        data, made = (site / path).read_bytes(), site.stat().st_mtime
        told = json.loads((site / paths.data("bai")).read_bytes())
        day = date.fromisoformat(told["updated"])
        if _is_stand_in(data) or _changed(showing.content.root) > made:
            return None
    except (OSError, ValueError, KeyError):
        return None
    return data if _all_stand_as_on(day, showing) else None


def _is_stand_in(data: bytes) -> bool:
    told = {text.encode() for text in _TEXTS.values()}
    return _MARK in data or _SAYS.encode() in data or data == BLANK or data in told


def _changed(root: Path) -> float:
    """Return when anything in the content last changed, a name that is gone too."""
    folders = (root / "stories", root / "docs", root / "data")
    found = (one.stat() for folder in folders for one in (folder, *folder.rglob("*")))
    return max(max(at.st_mtime, at.st_ctime) for at in found)


def _all_stand_as_on(day: date, showing: Showing) -> bool:
    content = showing.content
    return all(
        views.standing(post, content, day) is showing.standing(post) for post in content.posts
    )
