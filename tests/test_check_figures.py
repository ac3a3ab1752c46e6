"""Figures come from data, so that one change of rate changes every page."""

import pytest

from town import Town

IN_BODY = "hãy lấy từ dữ liệu, ví dụ {}, để đổi một chỗ là đổi mọi nơi"
IN_TITLE = "tiêu đề và tóm tắt nên nói bằng lời, không có số"


@pytest.mark.parametrize(
    ("body", "what", "example"),
    [
        ("Vay 100 triệu đồng.", "số tiền «100 triệu đồng»", "{{ muc-vay }}"),
        ("Nhận 500.000 đồng.", "số tiền «500.000 đồng»", "{{ muc-vay }}"),
        ("Khoảng 1,5 triệu một tháng.", "số tiền «1,5 triệu»", "{{ muc-vay }}"),
        ("Lãi 6,24% một năm.", "tỷ lệ «6,24%»", "{{ lai-suat }}"),
        ("Từ 01/12/2025.", "ngày «01/12/2025»", "{{ muc-vay tu }}, {{ vb 07/2021/NĐ-CP ngay }}"),
        ("Theo 07/2021/NĐ-CP.", "số văn bản «07/2021/NĐ-CP»", "{{ vb 07/2021/NĐ-CP }}"),
        ("Theo 24/2021/QH15.", "số văn bản «24/2021/QH15»", "{{ vb 07/2021/NĐ-CP }}"),
        ("Theo 84/KH-UBND.", "số văn bản «84/KH-UBND»", "{{ vb 07/2021/NĐ-CP }}"),
    ],
)
@pytest.mark.parametrize("kind", ["policy", "question", "page"])
def test_figures_typed_by_hand_are_seen(
    town: Town, kind: str, body: str, what: str, example: str
) -> None:
    """Next year's rate does not leave last year's on some forgotten page."""
    if kind == "page":
        town.page("them.md", body)
    else:
        town.post(kind, body=body)

    assert town.said() == [f"nhắc: {what} gõ tay; {IN_BODY.format(example)}"]


def test_titles_tell_in_words(town: Town) -> None:
    """A headline does not go stale with the next decree."""
    town.post("policy", title="Vay tới 100 triệu đồng")

    assert town.said() == [f"nhắc: «title»: số tiền «100 triệu đồng» gõ tay; {IN_TITLE}"]


@pytest.mark.parametrize(
    "body",
    [
        "Vay {{ muc-vay }}, tính đến {{ muc-vay tinh-den }}.",
        "Theo {{ vb 07/2021/NĐ-CP }}, ban hành {{ vb 07/2021/NĐ-CP ngay }}.",
        "Từ 75 tuổi, trong 5 năm đầu, thiếu 3 chỉ số.",
        "Ngày 17/10 hằng năm.",
        "Xem [tin](https://bao.vn/2024/01/12/100-trieu).",
        "Giai đoạn 2021–2025 và 2026/2027.",
    ],
)
def test_words_and_inserts_are_left_alone(town: Town, body: str) -> None:
    """Ages and counts may stay as they are."""
    town.post("policy", body=body)

    assert town.problems() == []


def test_stories_and_news_tell_in_their_own_figures(town: Town) -> None:
    """What a family earned is its own story, not a rate."""
    town.post("news", body="Quyên góp được 120 triệu đồng, ngày 17/10/2026.")

    assert town.problems() == []


def test_an_insert_names_a_fact(town: Town) -> None:
    """A page never goes out with an empty place where the amount should be."""
    path = town.post("policy", body="Mở đầu.\n\nVay {{ muc-vayy }} nhé.")

    assert town.problems() == [
        f"{path}:13: «{{{{ muc-vayy }}}}»: chính sách «vay-von-ho-ngheo» không có «muc-vayy»; "
        "có phải ý bạn là «muc-vay»?"
    ]


def test_elsewhere_an_insert_names_the_policy_too(town: Town) -> None:
    """A page about several policies says whose amount it means."""
    town.page("a.md", "Vay {{ vay-von-ho-ngheo.muc-vay }}.")
    path = town.page("b.md", "Vay {{ muc-vay }}.")

    assert town.problems() == [
        f"{path}:4: «{{{{ muc-vay }}}}»: ở bài này phải viết cả mã chính sách, "
        "ví dụ vay-von-ho-ngheo.lai-suat"
    ]


def test_titles_hold_no_inserts(town: Town) -> None:
    """A reader of the feed never meets curly brackets."""
    town.post("policy", title="Vay {{ muc-vay }}")

    assert town.said() == [
        "«title»: không dùng {{ … }} ở đây; hãy viết bằng lời và để con số trong bài"
    ]
