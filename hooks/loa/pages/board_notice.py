"""One notice of a board: what it says, whom to ask, and the code that leads to it from paper."""

from collections.abc import Sequence
from dataclasses import replace

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.drawn.qr import qr_svg
from loa.model import words
from loa.model.boards import Goods, Job, Notice
from loa.text.vietnamese import capitalise, day_text, money_text


def notice_meta(notice: Notice, board: str, showing: Showing) -> Meta:
    """Return what templates show of a notice."""
    path = paths.notice(board, notice.id)
    # Paper made from the carry-away edition leads to the site as well.
    address = replace(showing.edition, directory_urls=True).absolute(path)
    rows = _job_facts(notice) if isinstance(notice, Job) else _goods_facts(notice)
    place = _place(notice, showing)
    facts = [*rows, ("Nơi", place), ("Nguồn", notice.source or "")]
    return {
        "title": notice.title,
        "url": showing.edition.url(path),
        "kind": heading(notice),
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "text": notice.text or "",
        "source_url": notice.url or "",
        "posted": notice.posted_on.isoformat(),
        "posted_text": day_text(notice.posted_on),
        "until": notice.expires_on.isoformat(),
        "until_text": day_text(notice.expires_on),
        "contact": _contact(notice, showing),
        "ask": f"Hỏi tại {office(showing)} hoặc trưởng thôn.",
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


def office(showing: Showing) -> str:
    """Return where anybody may ask, with its number where it has one."""
    unit = showing.content.township.active
    phone = unit.contacts.phone if unit.contacts else None
    return f"{unit.committee} ({phone})" if phone else unit.committee


def heading(notice: Notice) -> str:
    """Say whether something is sold or wanted; work needs no such word."""
    return capitalise(words.TRADE_KINDS[notice.kind]) if isinstance(notice, Goods) else ""
