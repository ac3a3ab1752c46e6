"""The boards of work and goods: nobody's number or name without a yes, no price without its day."""

from collections.abc import Iterator
from datetime import date

from loa.ask import paths
from loa.check.names import PERSON, name_in_slug
from loa.check.privacy import official_numbers, personal_numbers
from loa.check.prose import Prose
from loa.check.values import problem, shown, values
from loa.fields import Text
from loa.model.boards import Notice
from loa.model.content import Content
from loa.problems import Level, Problem
from loa.text.letters_seen import as_seen
from loa.text.vietnamese import day_text

_TOLD = {"ten": ("name", "tên"), "dien-thoai": ("phone", "số điện thoại")}
_LONGEST_DAYS = 366


def notices(content: Content) -> list[Notice]:
    """Return everything on both boards."""
    return [*content.jobs.values(), *content.goods.values()]


def private_contacts_have_agreed(content: Content, today: date) -> Iterator[Problem]:
    """A resident's name or number stands on a board only with their consent to just that."""
    for notice in notices(content):
        contact = notice.contact
        if contact is None or contact.kind != "ca-nhan":
            continue
        agreed = contact.consent
        for scope, (field, what) in _TOLD.items():
            if not getattr(contact, field):
                continue
            key = f"contact.{field}"
            if agreed is None:
                message = (
                    f"«{shown(key)}»: {what} của một người dân mà chưa ghi sự đồng ý; hãy điền "
                    "«contact.consent», hoặc bỏ dòng này: trang sẽ ghi «hỏi tại UBND»"
                )
                yield problem(notice, key, message)
            elif scope not in agreed.scope or "web" not in agreed.channels:
                message = (
                    f"«{shown(key)}»: sự đồng ý chưa gồm {what} («scope: {scope}») trên trang web "
                    "(«channels: web»); hãy hỏi lại người ấy, hoặc bỏ dòng này"
                )
                yield problem(notice, key, message)
            elif not agreed.holds(today):
                message = (
                    f"«{shown(key)}»: sự đồng ý đã hết; trang ghi «hỏi tại UBND» thay cho {what}"
                )
                yield problem(notice, key, message, Level.REMINDER)


def notices_name_nobody_else(content: Content, today: date) -> Iterator[Problem]:
    """Only the contact of a notice may hold a person's name; its address never does."""
    for notice in notices(content):
        if notice.sample:
            continue
        if found := name_in_slug(notice.id):
            message = (
                f"«id: {notice.id}» có «{found}», là tên người; hãy đặt mã theo việc, mặt hàng"
            )
            yield problem(notice, "id", message)
        for prose in _texts(notice):
            if found_name := PERSON.search(prose.text):
                message = (
                    f"«{found_name[0]}» giống tên người; tên người chỉ ghi ở «contact.name», khi "
                    "người ấy đồng ý"
                )
                yield prose.problem(0, message, Level.REMINDER)


def notices_hold_no_personal_numbers(content: Content, today: date) -> Iterator[Problem]:
    """A notice holds no identity number, account or private telephone outside its contact."""
    official = official_numbers(content)
    for notice in notices(content):
        for prose in _texts(notice):
            yield from personal_numbers(prose, official)
        contact = notice.contact
        if contact and contact.phone and contact.kind != "ca-nhan":
            prose = Prose(
                notice, "contact.phone", as_seen(contact.phone), notice.line("contact.phone")
            )
            if any(personal_numbers(prose, official)):
                message = (
                    f"«contact.phone»: «{contact.phone}» là số di động; nếu là số riêng của một "
                    "người thì ghi «kind: ca-nhan» và sự đồng ý"
                )
                yield problem(notice, "contact.phone", message, Level.REMINDER)


def _texts(notice: Notice) -> Iterator[Prose]:
    """Yield what readers see of a notice, but for its contact."""
    for key, kind, text in values(notice, Text):
        if type(kind) is Text and key.partition(".")[0] not in ("contact", "id"):
            yield Prose(notice, key, as_seen(text), notice.line(key))


def prices_have_their_day(content: Content, today: date) -> Iterator[Problem]:
    """A price says for how much of what, and on which day it was true."""
    for goods in content.goods.values():
        missing = [name for name in ("price_unit", "price_as_of") if getattr(goods, name) is None]
        if goods.price is not None and missing:
            message = f"«price» phải đi cùng {', '.join(f'«{name}»' for name in missing)}"
            yield problem(goods, "price", message)


def notices_end_in_time(content: Content, today: date) -> Iterator[Problem]:
    """A notice hangs a year at most; its code is not a word that the board itself uses."""
    for notice in notices(content):
        if (notice.expires_on - notice.posted_on).days > _LONGEST_DAYS:
            message = (
                f"«expires_on: {day_text(notice.expires_on)}» quá một năm sau ngày đăng; "
                "hãy đặt ngày gần hơn, còn cần thì gia hạn sau"
            )
            yield problem(notice, "expires_on", message)
        if notice.id in paths.BOARD_WORDS:
            yield problem(notice, "id", f"«id: {notice.id}» trang đã dùng; hãy đặt mã khác")
