"""What a site needs before the public may rely on it."""

import re
from collections.abc import Iterator
from datetime import date

from loa.check.site import site_url, site_url_line
from loa.check.values import problem
from loa.model.content import Content
from loa.model.places import PENDING
from loa.problems import Problem
from loa.text.vietnamese import day_text


def site_says_who_answers_for_it(content: Content, today: date) -> Iterator[Problem]:
    """The publisher and the person responsible for the content are named."""
    township = content.township
    for key, what in (
        ("publisher", "cơ quan chủ quản"),
        ("responsible_person", "người chịu trách nhiệm nội dung"),
    ):
        value = getattr(township, key)
        if not value or value.strip().lower() == PENDING:
            yield problem(township, key, f"«{key}»: trước khi công khai hãy ghi {what}")


def residents_can_call(content: Content, today: date) -> Iterator[Problem]:
    """The active unit has a telephone number that residents can call."""
    township = content.township
    unit = township.active
    if not (unit.contacts and unit.contacts.phone):
        key = f"units.{township.units.index(unit)}.contacts.phone"
        message = f"«contacts.phone»: hãy ghi số điện thoại của {unit.committee} để bà con gọi hỏi"
        yield problem(township, key, message)


def site_has_its_own_address(content: Content, today: date) -> Iterator[Problem]:
    """The site knows its real address: QR codes, feeds and shared links are made from it."""
    address = site_url(content.root)
    if not address or re.search(r"example\.(org|com)|localhost|127\.0\.0\.1", address):
        message = f"«site_url: {address}»: hãy ghi địa chỉ thật của trang, có dấu / ở cuối"
        yield Problem("mkdocs.yml", site_url_line(content.root), message)


def samples_are_hidden(content: Content, today: date) -> Iterator[Problem]:
    """A public site shows no invented examples."""
    if content.township.show_samples and any(post.sample for post in content.posts):
        message = "«show_samples»: trang công khai không hiện bài mẫu; hãy ghi false"
        yield problem(content.township, "show_samples", message)


def active_unit_is_in_force(content: Content, today: date) -> Iterator[Problem]:
    """The unit whose name the site carries exists today."""
    township = content.township
    if township.active.is_in_force(today):
        return
    now = [unit for unit in township.units if unit.is_in_force(today)]
    advice = f"; hãy ghi active_unit: {now[0].id} ({now[0].full_name})" if now else ""
    message = (
        f"«active_unit: {township.active_unit}»: {township.active.full_name} không còn là đơn vị "
        f"hiện hành vào ngày {day_text(today)}{advice}"
    )
    yield problem(township, "active_unit", message)
