"""A slip of paper for each post: whoever has no telephone asks with a pen."""

from functools import cache
from html import escape
from pathlib import Path

from loa.ask import paths
from loa.ask.showing import Showing
from loa.drawn.qr import qr_svg
from loa.model.places import Contacts
from loa.model.posts import Post
from loa.text.vietnamese import day_text

_PAGE = Path(__file__).parent.parent / "assets" / "slip.html"


def slip(post: Post, showing: Showing) -> str:
    """Return the HTML of the slip of a post: a whole file and no page of the generator."""
    frame = _frame()
    township = showing.content.township
    unit, contacts = township.active, township.active.contacts or Contacts()
    address = showing.edition.absolute(paths.post(post))
    page = "../" + showing.edition.url(paths.post(post))
    reach = [
        ("Địa chỉ", contacts.address),
        ("Điện thoại", contacts.phone),
        ("Giờ tiếp dân", contacts.hours),
    ]
    parts = {
        "code": escape(post.id),
        "title": escape(f"{post.title} (bài mẫu)" if post.sample else post.title),
        "site": escape(township.site_name),
        "unit": escape(unit.committee),
        "page": escape(page),
        "qr": _code(address),
        "reach": "".join(
            f"<p>{label}: <strong>{escape(value)}</strong></p>" for label, value in reach if value
        ),
        "age": "" if showing.edition.directory_urls else _age(showing),
        "lines": '<p class="line"></p>' * 9,
    }
    for name, text in parts.items():
        frame = frame.replace(f"%{name}%", text)
    return frame


@cache
def _frame() -> str:
    return _PAGE.read_text("utf-8")


def _age(showing: Showing) -> str:
    return f"<p>Bản mang đi, cập nhật đến ngày {day_text(showing.today)}.</p>"


def _code(address: str) -> str:
    drawing = qr_svg(address)
    if not drawing:
        return ""
    return (
        f'<figure class="slip-code">{drawing}'
        "<figcaption>Quét mã để mở lại bài trên điện thoại.</figcaption></figure>"
    )
