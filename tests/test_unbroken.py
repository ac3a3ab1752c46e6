"""What belongs together stays on one line, on the smallest phone too."""

import pytest

from loa.text.unbroken import LONGEST, headings_together, numbers_together, words_together

COMPOUNDS = ("xã hội", "hưu trí", "cận nghèo", "hộ cận nghèo", "mới thoát nghèo", "con giống")


def held(text: str) -> str:
    """Return a text with what holds it together made visible."""
    return text.replace("\u00a0", "_").replace("\u2060", "")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Trợ cấp hưu trí xã hội", "Trợ cấp hưu_trí xã_hội"),
        ("Hưu trí xã hội: ai được?", "Hưu_trí xã_hội: ai được?"),
        # The longer word wins, and a word inside another is no word.
        ("Vay vốn cho hộ cận nghèo", "Vay vốn cho hộ_cận_nghèo"),
        ("Vải xã hộibé", "Vải xã hộibé"),
        ("Cây, con giống", "Cây, con_giống"),
    ],
)
def test_a_word_is_not_torn_between_its_syllables(written: str, shown: str) -> None:
    """Nobody reads "xã" at the end of a line and wonders which commune is meant."""
    assert held(words_together(written, COMPOUNDS)) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Vay 100 triệu đồng trong 120 tháng", "Vay 100_triệu_đồng trong 120_tháng"),
        ("540.000 đồng mỗi tháng", "540.000_đồng mỗi tháng"),
        ("Tiền điện 30 kWh, 12 hộ", "Tiền điện 30_kWh, 12_hộ"),
        ("ngày 18 tháng 11 năm 2026", "ngày_18 tháng_11 năm_2026"),
        ("Từ ngày 01/7/2026", "Từ ngày_01/7/2026"),
        ("Kế hoạch năm 2026 của xã", "Kế hoạch năm_2026 của xã"),
        ("Mười hai nhà chung một đường ống", "Mười hai nhà chung một đường ống"),
    ],
)
def test_a_number_keeps_its_unit_and_a_date_its_parts(written: str, shown: str) -> None:
    """An amount is read in one look: the unit never slips to the next line."""
    assert held(numbers_together(written)) == shown


def test_a_span_of_years_is_one_thing() -> None:
    """ "2022–2025" is not broken after its dash; the letters themselves stay as written."""
    shown = numbers_together("giai đoạn 2022–2025")

    assert shown == "giai đoạn 2022\u2060–\u20602025"


def test_what_is_too_long_for_a_phone_may_break() -> None:
    """In the largest text a long word breaks at a space, not in the middle of a syllable."""
    assert words_together("Hộ mới thoát nghèo", COMPOUNDS) == "Hộ mới thoát nghèo"
    runs = numbers_together("Nộp 12.345.678 triệu đồng trước ngày 31/12/2026").split(" ")

    assert all(len(run) <= LONGEST for run in runs)


def test_a_town_without_a_list_of_words_still_keeps_its_numbers() -> None:
    """The list in data/speech.yml may be empty."""
    assert held(words_together("Trợ cấp xã hội 500.000 đồng", ())) == "Trợ cấp xã hội 500.000_đồng"


def test_headings_of_a_text_are_held_and_its_sentences_are_left_alone() -> None:
    """Only titles get it: a sentence in a narrow column must be free to break."""
    body = "## Trợ cấp xã hội\n\nTrợ cấp xã hội là gì?\n"

    assert held(headings_together(body, COMPOUNDS)) == body.replace("xã hội", "xã_hội", 1)
