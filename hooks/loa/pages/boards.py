"""The boards of work and goods: the list, each notice, and sheets to pin up in the village."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial

from loa.ask import paths
from loa.ask.boards import BOARDS, Board, notices
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model import words
from loa.model.boards import Notice
from loa.pages.board_notice import heading, notice_meta, office
from loa.pages.front_matter import breadcrumbs, page
from loa.text.vietnamese import capitalise, day_text

_DAY = timedelta(days=1)


def other_pages(showing: Showing) -> list[Meta]:
    """Return the links of the home page to what is made from data alone."""
    url = showing.edition.url
    return [
        *(
            {"title": one.title, "text": one.invitation, "url": url(paths.board(one.id))}
            for one in BOARDS
        ),
        {
            "title": "Số liệu",
            "text": "Bao nhiêu hộ nghèo, hộ cận nghèo; mỗi con số có nguồn.",
            "url": url(paths.FIGURES),
        },
        {
            "title": "Văn bản",
            "text": "Nghị định, quyết định mà chính sách dựa vào; văn bản nào còn hiệu lực.",
            "url": url(paths.documents()),
        },
    ]


def board_pages(showing: Showing) -> Iterator[tuple[str, Callable[[], str], str]]:
    """Yield path, maker and the file an officer edits of every page of both boards."""
    for found in BOARDS:
        hanging = notices(found, showing)
        yield paths.board(found.id), partial(_list_page, found, showing), ""
        for notice in hanging:
            make = partial(_notice_page, notice, found, showing)
            yield paths.notice(found.id, notice.id), make, notice.path
        if hanging:
            yield paths.notice_sheets(found.id), partial(_sheets_page, found, showing), ""


def _list_page(found: Board, showing: Showing) -> str:
    hanging = notices(found, showing)
    items = [notice_meta(notice, found.id, showing) for notice in hanging]
    url = showing.edition.url
    last = max((notice.expires_on for notice in hanging), default=None)
    topic = found.topic if found.topic in showing.content.topics else ""
    meta = {
        "title": found.title,
        "template": "board.html",
        "kind": "board",
        "section": {"id": found.id},
        "description": found.summary,
        "intro": found.summary,
        "breadcrumbs": breadcrumbs(showing.edition, (found.title, "")),
        "groups": _groups(hanging, items),
        "warning": found.warning if items else "",
        "sheets_url": url(paths.notice_sheets(found.id)) if items else "",
        "empty": {
            "text": found.empty,
            # The last notice may leave before the site is built again.
            "from": (last + _DAY).isoformat() if last else "",
            "url": url(paths.group("chu-de", topic)) if topic else "",
            "link_title": f"Xem bài về {showing.content.topics[topic].title.lower()}"
            if topic
            else "",
        },
        "post_here": f"Muốn đăng tin: gặp trưởng thôn hoặc đến {office(showing)}. Không mất tiền.",
    }
    return page(meta)


def _groups(hanging: Sequence[Notice], items: Sequence[Meta]) -> list[Meta]:
    """Return the notices under a heading each: what is sold, what is wanted; work has none."""
    pairs = list(zip(hanging, items, strict=True))
    groups = []
    for title in ["", *(capitalise(label) for label in words.TRADE_KINDS.values())]:
        members = [pair for pair in pairs if heading(pair[0]) == title]
        if members:
            last = max(notice.expires_on for notice, _ in members)
            shown = [item for _, item in members]
            groups.append({"title": title, "until": last.isoformat(), "notices": shown})
    return groups


def _notice_page(notice: Notice, found: Board, showing: Showing) -> str:
    item = notice_meta(notice, found.id, showing)
    facts = "; ".join(f"{row['label']}: {row['value']}" for row in item["facts"])
    meta = {
        "title": notice.title,
        "template": "board-notice.html",
        "kind": "board-notice",
        "section": {"id": found.id},
        "description": f"{notice.title}. {facts}"[:300],
        "noindex": notice.sample,
        "date": notice.posted_on.isoformat(),
        "breadcrumbs": breadcrumbs(
            showing.edition, (found.title, paths.board(found.id)), (notice.title, "")
        ),
        "notice": item,
        "warning": found.warning,
        "board": {"title": found.title, "url": showing.edition.url(paths.board(found.id))},
        "over": {
            "level": "danger",
            "strong": "Tin này đã hết hạn.",
            "text": f"Đăng đến hết ngày {day_text(notice.expires_on)}.",
            "from": (notice.expires_on + _DAY).isoformat(),
            "link": {
                "title": "Xem tin còn hạn",
                "url": showing.edition.url(paths.board(found.id)),
            },
        },
    }
    return page(meta)


def _sheets_page(found: Board, showing: Showing) -> str:
    items = [notice_meta(notice, found.id, showing) for notice in notices(found, showing)]
    title = f"In thông báo: {found.title.lower()}"
    meta = {
        "title": title,
        "template": "board-sheets.html",
        "kind": "board-sheets",
        "section": {"id": found.id},
        "description": title,
        "noindex": True,
        "intro": "Mỗi tin một tờ A4, chữ to, để dán ở nhà văn hóa hoặc đọc trên loa.",
        "breadcrumbs": breadcrumbs(
            showing.edition, (found.title, paths.board(found.id)), ("In", "")
        ),
        "notices": items,
    }
    return page(meta)
