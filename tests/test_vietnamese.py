"""Vietnamese as people write it: letters, dates, money, addresses, the order of the alphabet."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loa.text.vietnamese import (
    capitalise,
    day_text,
    fold,
    money_parts,
    money_text,
    normalise,
    number_text,
    short_day_text,
    slug,
    sort_key,
    toc_slug,
    weekday,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hộ nghèo", "hộ nghèo"),
        (unicodedata.normalize("NFD", "hộ nghèo ở thị trấn"), "hộ nghèo ở thị trấn"),
        ("bô ̣ phâ ̣n", "bộ phận"),
        ("mo\u00a0̂ ̣t cửa", "một cửa"),
        ("nga\u200by m\u00adai\u2060", "ngay mai"),
        ("một hai", "một hai"),
        ("chữ ́ đứng riêng", "chữ\u0301 đứng riêng"),
        ("plain text", "plain text"),
    ],
    ids=["sound", "decomposed", "torn", "torn-twice", "invisible", "words", "stray", "ascii"],
)
def test_a_word_has_one_spelling(typed: str, kept: str) -> None:
    """The same word is the same letters, wherever it was copied from."""
    assert normalise(typed) == kept


@settings(database=None, deadline=None, derandomize=True, max_examples=300)
@given(st.text(alphabet="aAoơđ ̣̂́̀\u00a0\u00ad\u200bx", max_size=30))
def test_spelling_is_settled_at_once(text: str) -> None:
    """A text that was read, stored and read again stays the same text."""
    once = normalise(text)

    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vay vốn ở Đak Đoa", "vay-von-o-dak-doa"),
        ("  Nghị định 07/2021/NĐ-CP!  ", "nghi-dinh-07-2021-nd-cp"),
        ("ƯỚC MƠ", "uoc-mo"),
        (unicodedata.normalize("NFD", "Đường về làng"), "duong-ve-lang"),
        ("Plơi Kŏn Ƀông", "ploi-kon-bong"),
        ("???", ""),
    ],
)
def test_an_address_is_plain_letters(text: str, name: str) -> None:
    """An address can be read out on the phone and typed without Vietnamese keys."""
    assert slug(text) == name


def test_a_heading_without_letters_still_has_an_anchor() -> None:
    """A link to a heading of dots and dashes leads somewhere."""
    assert (toc_slug("…"), toc_slug("Ai được vay?"), toc_slug("Ai được", "_")) == (
        *("muc", "ai-duoc-vay"),
        "ai_duoc",
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [("HỘ NGHÈO", "ho ngheo"), ("Đắk Đoa", "dak doa"), ("Hộ nghèo", "ho ngheo")],
)
def test_words_are_found_however_they_are_typed(typed: str, found: str) -> None:
    """A search without marks, as on a phone, meets the word with marks."""
    assert fold(typed) == found


@pytest.mark.parametrize(
    ("day", "text", "short"),
    [
        (date(2019, 3, 1), "01/3/2019", "01/3"),
        (date(2026, 1, 9), "09/01/2026", "09/01"),
        (date(2026, 2, 28), "28/02/2026", "28/02"),
        (date(2026, 10, 17), "17/10/2026", "17/10"),
    ],
)
def test_days_are_written_as_on_official_papers(day: date, text: str, short: str) -> None:
    """Days below 10 and the months 1 and 2 carry a zero, as Decree 30/2020 asks."""
    assert (day_text(day), short_day_text(day)) == (text, short)


def test_weekdays_have_their_names() -> None:
    """A resident reads "Chủ nhật", not a number."""
    week = [weekday(date(2026, 11, day)) for day in range(23, 30)]

    assert week == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1_500_000, "1.500.000"),
        (Decimal("6.24"), "6,24"),
        (Decimal("6.240"), "6,24"),
        (Decimal("120"), "120"),
        (Decimal("1200.5"), "1.200,5"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_numbers_carry_dots_and_commas(number: int | Decimal, text: str) -> None:
    """Thousands have dots and decimals a comma, as everybody here reads them."""
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("amount", "parts"),
    [
        (0, ("0", "đồng")),
        (500_000, ("500.000", "đồng")),
        (1_000_000, ("1", "triệu đồng")),
        (100_000_000, ("100", "triệu đồng")),
        (1_500_000, ("1.500.000", "đồng")),
        (999_999_999, ("999.999.999", "đồng")),
        (1_000_000_000, ("1", "tỷ đồng")),
        (1_250_000_000, ("1,25", "tỷ đồng")),
        (1_234_000_000, ("1.234", "triệu đồng")),
        (2_500_000_001, ("2.500.000.001", "đồng")),
    ],
)
def test_an_amount_is_short_only_where_nothing_is_lost(amount: int, parts: tuple[str, str]) -> None:
    """Nobody is promised a rounded sum: only full millions and billions are shortened."""
    assert money_parts(amount) == parts


@settings(database=None, deadline=None, derandomize=True, max_examples=300)
@given(st.integers(0, 10**13))
def test_an_amount_can_be_read_back(amount: int) -> None:
    """The words stand for exactly the amount in the data, for every amount there is."""
    number, unit = money_parts(amount)
    worth = {"đồng": 1, "triệu đồng": 10**6, "tỷ đồng": 10**9}[unit]

    assert Decimal(number.replace(".", "").replace(",", ".")) * worth == amount


def test_an_amount_does_not_break_across_lines() -> None:
    """ "100 triệu đồng" never ends a line after "100"."""
    assert money_text(100_000_000) == "100\u00a0triệu đồng"


def test_names_stand_in_alphabetical_order() -> None:
    """A list of villages is in the order of the Vietnamese alphabet: đ after d, marks last."""
    names = ["Đak", "Dung", "Ân", "An", "Dũng", "Em", "Ấn", "Chư Păh"]

    assert sorted(names, key=sort_key) == [
        *("An", "Ân", "Ấn", "Chư Păh"),
        *("Dung", "Dũng", "Đak", "Em"),
    ]


def test_a_sentence_begins_with_a_capital() -> None:
    """Only the first letter changes; names inside keep theirs."""
    assert (capitalise("đak Đoa"), capitalise("")) == ("Đak Đoa", "")
