"""No number that belongs to one person: identity card, bank account, private telephone."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from urllib.parse import unquote

from loa.check.prose import Prose, addresses_in, all_prose, notes, owners, plain_words
from loa.check.values import values
from loa.fields import Text
from loa.model.content import Content
from loa.model.places import Contacts, Officer
from loa.problems import Problem
from loa.text.letters_seen import as_seen

# Followed by a unit it is an amount, not the number of anything.
_NO_MONEY = r"(?![ \u00a0]?(?:đồng|đ\b|₫|VND|VNĐ|triệu|tỷ|nghìn|ngàn|m2|ha\b|kg))"
# What people put between the digits of one number.
_JOINT = r"(?:[ .‐‑‒–—_*~•·-]|[ ][.‐‑‒–—_*~•·-][ ]|[ ]?[()][ ]?)?"
# The check of what stands before comes after the first digit: a pattern that begins with a digit
# is found several times faster.
_IDENTITY = re.compile(
    r"\d(?<![\d.,/-]\d)(?:\d{11}|\d{8}|(?<=0)\d{2}[ .-]\d{3}[ .-]\d{3}[ .-]\d{3})(?![\d/-]|[.,]\d)"
    rf"{_NO_MONEY}"
)
_IDENTITY_WORDS = ("căn cước", "cccd", "cmnd", "chứng minh", "định danh")
_SAID_IDENTITY = re.compile(
    rf"(?i:{'|'.join(_IDENTITY_WORDS)})\D{{0,25}}(?P<number>\d(?:{_JOINT}\d){{8,11}})(?!\d)"
)
_ACCOUNT_WORDS = ("tài khoản", "stk", "số thẻ")
_ACCOUNT = re.compile(
    rf"(?i:{'|'.join(_ACCOUNT_WORDS)})\D{{0,40}}?"
    rf"(?P<number>\d(?:{_JOINT}\d){{5,18}})(?!\d){_NO_MONEY}"
)
_MOBILE = re.compile(
    rf"[+0](?<![\d.,/][+0])(?:(?<=\+)84|(?<=0)){_JOINT}[35789](?:{_JOINT}\d){{8}}(?![\d/]|[.,]\d){_NO_MONEY}"
)
_MANY_DIGITS = re.compile(rf"\d(?:{_JOINT}\d){{5}}")
# Where an address leads to a person, all of it is judged; elsewhere long numbers are of articles.
_OF_PEOPLE = re.compile(
    r"(?i)\s*(?:tel|sms|callto|viber|zalo|whatsapp|skype|facetime|mailto)"
    r"|(?:https?:)?/*(?:[\w-]+\.)*(?:zalo|wa|t|viber|whatsapp|m|me)\.(?:me|com|vn)(?![\w.-])"
)
_PARTS = re.compile(r"[^\d+ .()-]+")
_ASKED = re.compile(r"(?i)[?&](?:phone|tel|sdt|dt|mobile|zalo|cccd|cmnd)=([^&#]*)")
_ALONE = re.compile(r"(?:\+?84|0)[35789]\d{8}|0\d{11}")


def no_personal_numbers(content: Content, today: date) -> Iterator[Problem]:
    """No identity number, bank account or private telephone number is published."""
    official = official_numbers(content)
    for owner in owners(content):
        for prose in chain(all_prose(owner, content), notes(owner)):
            if _MANY_DIGITS.search(prose.text):
                yield from personal_numbers(prose, official)
                yield from _in_addresses(prose, official)
            yield from _in_links(prose, official)


def _in_links(prose: Prose, official: set[str]) -> Iterator[Problem]:
    """Yield a problem for each link that leads to one person's number."""
    for link in prose.links:
        if number := personal_address(link.address, official):
            yield prose.problem_of(link, _of_a_person(number, link.address))


def _in_addresses(prose: Prose, official: set[str]) -> Iterator[Problem]:
    """The same for addresses that are words only, and lead nowhere yet."""
    linked = {link.address for link in prose.links}
    for place, address in addresses_in(prose.text):
        number = personal_address(address, official)
        if number and not linked.intersection((address, f"mailto:{address}")):
            yield prose.problem(place, _of_a_person(number, address))


def _of_a_person(number: str, address: str) -> str:
    return (
        f"địa chỉ «{address[:80]}» có «{number}», giống số riêng của một người; hãy dẫn tới số của "
        "cơ quan hoặc bỏ đi"
    )


def personal_address(address: str, official: set[str]) -> str:
    """Return the number of a person in an address, empty where there is none."""
    plain = as_seen(unquote(unquote(address)))
    if not _MANY_DIGITS.search(plain):
        return ""
    if not (_OF_PEOPLE.match(plain) or ("@" in plain and "//" not in plain)):
        plain = " / ".join(_ASKED.findall(plain))
    for part in _PARTS.split(plain):
        digits = re.sub(r"[^\d+]", "", part)
        if _digits(digits) not in official and _ALONE.fullmatch(digits):
            return part.strip()
    return ""


def personal_numbers(prose: Prose, official: set[str]) -> Iterator[Problem]:
    """Yield a problem for each number in a text that can only be one person's."""
    text = plain_words(prose.text)
    accounts = list(_ACCOUNT.finditer(text)) if _speaks_of(text, _ACCOUNT_WORDS) else []
    for found in accounts:
        message = (
            f"«{found['number']}» giống số tài khoản; hãy bỏ đi, nếu là tài khoản của Quỹ thì "
            "dẫn tới thông báo chính thức"
        )
        yield prose.problem(found.start("number"), message)
    told = {found.start("number"): found["number"] for found in accounts}
    for found in _MOBILE.finditer(text):
        if found.start() not in told and _digits(found[0]) not in official:
            told[found.start()] = found[0]
            message = (
                f"«{found[0]}» giống số điện thoại riêng; hãy dùng số của cơ quan "
                "(mục contacts trong data/township.yml)"
            )
            yield prose.problem(found.start(), message)
    identities = [found.span() for found in _IDENTITY.finditer(text)]
    if _speaks_of(text, _IDENTITY_WORDS):
        identities += [found.span("number") for found in _SAID_IDENTITY.finditer(text)]
    for start, end in identities:
        if start not in told and _digits(text[start:end]) not in official:
            told[start] = text[start:end]
            message = f"«{text[start:end]}» giống số căn cước, chứng minh nhân dân; hãy bỏ đi"
            yield prose.problem(start, message)


def _speaks_of(text: str, words: tuple[str, ...]) -> bool:
    said = text.lower()
    return any(word in said for word in words)


def official_numbers(content: Content) -> set[str]:
    """Return the telephone numbers that the township itself publishes."""
    numbers = set()
    for unit in content.township.units:
        for part in (unit.contacts, *unit.officers):
            for _, _, text in values(part, Text) if isinstance(part, Contacts | Officer) else ():
                numbers.add(_digits(text))
    return numbers


def _digits(number: str) -> str:
    """Return a telephone number as it is dialled inside the country."""
    digits = re.sub(r"\D", "", number)
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) == 11 else digits
