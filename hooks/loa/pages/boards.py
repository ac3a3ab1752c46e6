"""The boards of work and goods: the list, each notice, and sheets to pin up in the village."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from loa import paths, views
from loa.model import words
from loa.model.boards import Goods, Job, Notice
from loa.pages.front import Meta, breadcrumbs, page
from loa.qr import qr_svg
from loa.showing import Showing
from loa.vietnamese import capitalise, day_text, money_text


@dataclass(frozen=True)
class Board:
    """One board: its folder, its words, and the topic whose policies help meanwhile."""

    id: str
    title: str
    summary: str
    invitation: str
    empty: str
    topic: str
    warning: str


BOARDS = (
    Board(
        "viec-lam",
        "Việc làm",
        "Nơi nào cần người làm, công bao nhiêu, hỏi ai. Tin hết hạn tự rời trang.",
        "Nơi nào cần người làm, công bao nhiêu, hỏi ai.",
        "Hiện chưa có tin việc làm nào.",
        "viec-lam",
        "Không nộp tiền, không đưa giấy tờ gốc để được nhận việc. Ai đòi thì báo UBND.",
    ),
    Board(
        "nong-san",
        "Nông sản, hàng hóa",
        "Bà con bán gì, ai cần mua gì, hỏi ở đâu. Tin hết hạn tự rời trang.",
        "Bà con bán gì, ai cần mua gì, hỏi ở đâu.",
        "Hiện chưa có tin mua bán nào.",
        "san-xuat",
        "Giá nông sản lên xuống từng ngày: hỏi lại trước khi bán. Nhận đủ tiền rồi mới giao hàng.",
    ),
)
_DAY = timedelta(days=1)


def notices(found: Board, showing: Showing) -> Sequence[Notice]:
    """Return what hangs on a board today."""
    content = showing.content
    if found.id == "viec-lam":
        return views.on_the_board(content.jobs.values(), content, showing.today)
    return views.on_the_board(content.goods.values(), content, showing.today)


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


def board_pages(showing: Showing) -> Iterator[tuple[str, str, str]]:
    """Yield (path, Markdown, file an officer edits) of every page of both boards."""
    for found in BOARDS:
        hanging = notices(found, showing)
        items = [notice_meta(notice, found, showing) for notice in hanging]
        yield paths.board(found.id), _list_page(found, hanging, items, showing), ""
        for notice, item in zip(hanging, items, strict=True):
            text = _notice_page(notice, found, item, showing)
            yield paths.notice(found.id, notice.id), text, notice.path
        if items:
            yield paths.notice_sheets(found.id), _sheets_page(found, items, showing), ""


def _list_page(
    found: Board, hanging: Sequence[Notice], items: Sequence[Meta], showing: Showing
) -> str:
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
        "post_here": f"Muốn đăng tin: gặp trưởng thôn hoặc đến {_office(showing)}. Không mất tiền.",
    }
    return page(meta)


def _groups(hanging: Sequence[Notice], items: Sequence[Meta]) -> list[Meta]:
    """Return the notices under a heading each: what is sold, what is wanted; work has none."""
    pairs = list(zip(hanging, items, strict=True))
    headings = ["", *(capitalise(label) for label in words.TRADE_KINDS.values())]
    groups = []
    for heading in headings:
        members = [pair for pair in pairs if _heading(pair[0]) == heading]
        if members:
            last = max(notice.expires_on for notice, _ in members)
            shown = [item for _, item in members]
            groups.append({"title": heading, "until": last.isoformat(), "notices": shown})
    return groups


def _heading(notice: Notice) -> str:
    return capitalise(words.TRADE_KINDS[notice.kind]) if isinstance(notice, Goods) else ""


def _notice_page(notice: Notice, found: Board, item: Meta, showing: Showing) -> str:
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


def _sheets_page(found: Board, items: Sequence[Meta], showing: Showing) -> str:
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
        "notices": list(items),
    }
    return page(meta)


# --- one notice ----------------------------------------------------------------------------------


def notice_meta(notice: Notice, found: Board, showing: Showing) -> Meta:
    """Return what templates show of a notice."""
    path = paths.notice(found.id, notice.id)
    # Paper made from the carry-away edition leads to the site as well.
    address = replace(showing.edition, directory_urls=True).absolute(path)
    rows = _job_facts(notice) if isinstance(notice, Job) else _goods_facts(notice)
    place = _place(notice, showing)
    facts = [*rows, ("Nơi", place), ("Nguồn", notice.source or "")]
    return {
        "title": notice.title,
        "url": showing.edition.url(path),
        "kind": _heading(notice),
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "text": notice.text or "",
        "source_url": notice.url or "",
        "posted": notice.posted_on.isoformat(),
        "posted_text": day_text(notice.posted_on),
        "until": notice.expires_on.isoformat(),
        "until_text": day_text(notice.expires_on),
        "contact": _contact(notice, showing),
        "ask": f"Hỏi tại {_office(showing)} hoặc trưởng thôn.",
        "sample": notice.sample,
        "qr": qr_svg(address),
        "address": address,
    }


def _place(notice: Notice, showing: Showing) -> str:
    village = showing.content.villages[notice.village].full_name if notice.village else ""
    return capitalise(", ".join(part for part in (notice.place or "", village) if part))


def _job_facts(job: Job) -> list[tuple[str, str]]:
    return [
        ("Tiền công", job.wage or ""),
        ("Bên tuyển", job.employer or ""),
        ("Cần", f"{job.openings}\u00a0người" if job.openings else ""),
        ("Thời gian làm", job.hours or ""),
        ("Yêu cầu", _listed(job.wanted)),
        ("Được thêm", _listed(job.offers)),
        ("Giấy tờ", _listed(job.papers)),
    ]


def _goods_facts(notice: Notice) -> list[tuple[str, str]]:
    assert isinstance(notice, Goods)
    return [
        ("Giá", _price(notice)),
        ("Mặt hàng", notice.product),
        ("Số lượng", capitalise(notice.quantity or "")),
        ("Chất lượng", capitalise(notice.quality or "")),
        ("Bên bán" if notice.kind == "ban" else "Bên mua", notice.seller or ""),
    ]


def _price(goods: Goods) -> str:
    if goods.price is None:
        return ""
    unit = f" {goods.price_unit}" if goods.price_unit else ""
    since = f" (giá ngày {day_text(goods.price_as_of)})" if goods.price_as_of else ""
    return f"{money_text(goods.price)}{unit}{since}"


def _listed(texts: Sequence[str]) -> str:
    return capitalise("; ".join(texts))


def _contact(notice: Notice, showing: Showing) -> list[Meta]:
    """Return whom to ask; of a private person only what they agreed to, and only so long."""
    contact = notice.contact
    if contact is None:
        return []
    until = contact.consent.until if contact.consent and contact.kind == "ca-nhan" else None
    rows = [
        ("ten", "Gặp", contact.name, ""),
        ("dien-thoai", "Gọi", contact.phone, "tel:"),
        ("", "Ở", contact.address, ""),
    ]
    return [
        {
            "label": label,
            "value": value,
            "url": f"{scheme}{''.join(value.split())}" if scheme else "",
            "until": until.isoformat() if until and what else "",
            "paper": not what or contact.may_tell(what, "to-roi", showing.today),
        }
        for what, label, value, scheme in rows
        if value and (not what or contact.may_tell(what, "web", showing.today))
    ]


def _office(showing: Showing) -> str:
    unit = showing.content.township.active
    phone = unit.contacts.phone if unit.contacts else None
    return f"{unit.committee} ({phone})" if phone else unit.committee
