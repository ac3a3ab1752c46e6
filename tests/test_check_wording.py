"""Words that hurt are gently replaced; the words of documents stay as they are."""

import pytest

from town import Town


@pytest.fixture(autouse=True)
def wordings(town: Town) -> None:
    """What the town's list says."""
    town.wording("hộ thụ hưởng", "gia đình được hưởng")
    town.wording("ban phát", "hỗ trợ, trao")
    town.wording("nghèo", "còn khó khăn")
    town.wording("nghèo kinh niên", "khó khăn nhiều năm")


@pytest.mark.parametrize(
    ("body", "said", "prefer"),
    [
        ("Các hộ thụ hưởng đã nhận bò.", "hộ thụ hưởng", "gia đình được hưởng"),
        ("Hộ Thụ Hưởng đã nhận bò.", "Hộ Thụ Hưởng", "gia đình được hưởng"),
        ("Không ban phát quà.", "ban phát", "hỗ trợ, trao"),
        ("Gia đình nghèo kinh niên.", "nghèo kinh niên", "khó khăn nhiều năm"),
    ],
)
def test_a_word_that_hurts_is_told_with_a_kinder_one(
    town: Town, body: str, said: str, prefer: str
) -> None:
    """A writer learns what to say instead, and nothing is stopped."""
    path = town.post("news", body=f"Mở đầu.\n\n{body}")

    assert town.problems() == [f"{path}:12: nhắc: «{said}» dễ làm bà con tủi; nên viết: {prefer}"]


def test_titles_and_summaries_are_read_too(town: Town) -> None:
    """The words that everybody sees first are the ones that matter most."""
    town.post("news", title="Hộ thụ hưởng vui mừng")

    assert town.said() == [
        "nhắc: «title»: «Hộ thụ hưởng» dễ làm bà con tủi; nên viết: gia đình được hưởng"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Văn bản ghi “hộ thụ hưởng” ở điều 3.",
        'Văn bản ghi "hộ thụ hưởng" ở điều 3.',
        "Văn bản ghi «hộ thụ hưởng» ở điều 3.",
        "> Người hộ thụ hưởng phải nộp đơn.",
        "Xem {{ vb 07/2021/NĐ-CP ten }}.",
        "Xem [tin](<https://bao.vn/ban phát>).",
    ],
)
def test_words_of_others_are_left_alone(town: Town, body: str) -> None:
    """A law is quoted as it was written."""
    town.post("news", body=body)

    assert town.problems() == []


def test_half_a_compound_is_another_word(town: Town) -> None:
    """The village's "Ban phát triển" is not told off for its name."""
    town.file("data/speech.yml", "compounds: [phát triển]\n")
    town.post("news", body="Ban phát triển thôn họp. Ban phát quà thì không.")

    assert town.said() == ["nhắc: «Ban phát» dễ làm bà con tủi; nên viết: hỗ trợ, trao"]


def test_code_and_descriptions_are_read_too(town: Town) -> None:
    """What stands between backticks or beside a picture reaches residents like any word."""
    town.post("news", body="Viết `ban phát` ở đây.")

    assert town.said() == ["nhắc: «ban phát» dễ làm bà con tủi; nên viết: hỗ trợ, trao"]


def test_a_template_that_was_not_filled_in_does_not_go_out(town: Town) -> None:
    """Residents never read "[CẦN VIẾT]"; a draft may still hold it."""
    town.post("news", status="draft", body="[CẦN VIẾT] Ai, việc gì?")
    path = town.post("news", body="Mở đầu.\n\n[CẦN VIẾT] Ai, việc gì?")

    assert town.problems() == [f"{path}:12: còn chỗ [CẦN VIẾT]; hãy viết vào hoặc xóa đi"]
