"""No list, count or address on the site makes poverty anybody's label."""

from typing import Any

import pytest

from loa.check.names import PERSON
from town import Town

NAMES = ("Nguyễn Văn Ví Dụ", "Siu Thử", "Y Mẫu", "Đinh Văn Mẫu", "Rơ Châm Thử")


@pytest.mark.parametrize(
    "said",
    [*NAMES, "H'Blui", "H' Blui", "Kpă Mẫu", "Ksor H'Thử", "A Djơng", "Siu Y Mẫu", "Nay Thử"],
)
def test_names_of_the_town_are_known(said: str) -> None:
    """Jrai and Bahnar neighbours are protected like everybody else."""
    found = PERSON.search(f"- {said}, sinh năm 1980")

    assert found is not None
    assert found[0] == said


@pytest.mark.parametrize(
    "said",
    ["Hà Nội", "Thái Bình", "Hồ Chí Minh", "Đoàn Thanh niên", "A Dơk", "Y tế", "Gia Lai", "UBND"],
)
def test_places_and_offices_are_no_names(said: str) -> None:
    """A list of provinces is not a list of people."""
    assert PERSON.search(f"- {said}, năm 2026") is None


def rows(mark: str, names: tuple[str, ...]) -> str:
    """A list, one name a line."""
    return "\n".join(f"{mark} {name}, sinh năm 1980" for name in names)


@pytest.mark.parametrize(
    "body",
    [
        f"Danh sách hộ nghèo:\n\n{rows('-', NAMES)}",
        f"## Hộ cận nghèo năm nay\n\n{rows('1.', NAMES)}",
        "|Họ tên|Diện|\n|---|---|\n" + "\n".join(f"|{name}|hộ nghèo|" for name in NAMES),
    ],
)
def test_no_list_names_poor_households(town: Town, body: str) -> None:
    """Nobody is pilloried; the register stays in the office."""
    town.post("news", body=body)

    assert town.said() == [
        "danh sách này nêu tên 5 người cùng chữ về hộ nghèo; trang không đăng danh sách "
        "hộ nghèo, hãy bỏ tên hoặc bỏ cả danh sách"
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"Danh sách hộ nghèo:\n\n{rows('-', NAMES[:2])}",
        f"Người đạt giải hội thi:\n\n{rows('-', NAMES)}\n\nTin về hộ nghèo ở bài khác.",
        "Hộ nghèo cần:\n\n- Giấy đề nghị\n- Thẻ căn cước\n- Sổ vay vốn",
        "Danh sách nơi nộp:\n\n- UBND xã\n- Bưu điện\n- Ngân hàng Chính sách xã hội",
    ],
)
def test_other_lists_are_left_alone(town: Town, body: str) -> None:
    """Winners of a contest may be named, papers may be listed."""
    town.post("news", body=body)

    assert town.problems() == []


SMALL = "con số dưới 10 dễ đoán ra là ai; hãy nói chung («một số hộ») hoặc bỏ con số"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Làng còn 3 hộ nghèo.", "3 hộ nghèo"),
        ("Cả làng có 7 hộ.", "7 hộ"),
        ("Thôn có 07 hộ cận nghèo.", "07 hộ cận nghèo"),
        ("Trao quà cho 5 gia đình.", "5 gia đình"),
        ("Có 4 người khuyết tật trong làng.", "4 người khuyết tật"),
        ("Làng có hai hộ cận nghèo.", "hai hộ cận nghèo"),
        ("Đến nay làng chỉ còn một hộ.", "một hộ"),
        ("Có 2 em bỏ học giữa năm.", "2 em bỏ học"),
    ],
)
def test_small_counts_are_not_published(town: Town, body: str, said: str) -> None:
    """In a village of thirty roofs, "3 hộ nghèo" is as good as three names."""
    town.post("news", body=body)

    assert town.said() == [f"«{said}»: {SMALL}"]


@pytest.mark.parametrize(
    "body",
    [
        "Toàn xã giảm 120 hộ nghèo.",
        "Xã có 10 hộ thoát nghèo.",
        "Tỉnh còn 31.502 hộ nghèo, 8,11% số hộ.",
        "Mỗi tổ cần ít nhất 5 hộ.",
        "Nhóm có từ 5 hộ trở lên.",
        "Gia đình có 4 người con.",
        "Hai hộ cùng góp vốn nuôi bò.",
        "Một hộ nghèo có thể được vay.",
        "Trong năm hộ nghèo được xét lại một lần.",
        "Đủ 3 chỉ số thì xét.",
    ],
)
def test_rules_and_large_counts_are_left_alone(town: Town, body: str) -> None:
    """What a policy demands, and figures of the whole province, may be told."""
    town.post("news", body=body)

    assert town.problems() == []


def test_the_smallest_count_is_the_towns_to_choose(town: Town) -> None:
    """A larger town may set a stricter bound in one line."""
    town.township(min_cell=20)
    town.post("news", body="Làng còn 12 hộ nghèo.")

    assert town.said() == [f"«12 hộ nghèo»: {SMALL.replace('10', '20')}"]


def test_a_sample_may_invent_counts(town: Town) -> None:
    """An invented village cannot be recognised."""
    town.post("story", sample=True, body="Làng Ví dụ còn 3 hộ nghèo.")

    assert town.problems() == []


@pytest.mark.parametrize(
    ("slug", "name", "said"),
    [
        ("nha-anh-thoan-nuoi-bo", "gia đình anh Siu Thoan", "thoan"),
        ("siu-thoan-nuoi-bo-2026", None, "siu-thoan"),
        ("guong-nguyen-van-mau", None, "nguyen-van-mau"),
        ("ba-ro-cham-hlo-trong-tieu", None, "ro-cham-hlo"),
    ],
)
def test_no_address_carries_a_name(town: Town, slug: str, name: str | None, said: str) -> None:
    """After a story is withdrawn its old address must not name the family either."""
    consent = {"given_on": "2026-10-01", "form": "van-ban", "record": "ĐY-1"}
    household = {"name": name} if name else None
    path = town.post(
        "story",
        slug=slug,
        household=household,
        consent=consent | {"scope": ["ten"], "channels": ["web"]},
    )

    assert town.problems() == [
        f"{path}:1: tên tệp có «{said}», là tên người; địa chỉ bài không mang tên riêng, "
        "hãy đặt theo cách làm ăn, nơi, năm, ví dụ ca-phe-xen-tieu-2026.md"
    ]


@pytest.mark.parametrize(
    ("slug", "household"),
    [
        ("ca-phe-xen-tieu-2026", {"name": "anh Tiêu", "livelihoods": ["trồng tiêu"]}),
        ("gia-dinh-nuoi-bo-2025", {"name": "gia đình chị Siu Mẫu"}),
        ("nguyen-lieu-de-lam-phan", None),
        ("hai-vo-chong-trong-ca-phe", {"name": "vợ chồng anh Siu Mẫu"}),
    ],
)
def test_ordinary_addresses_are_left_alone(
    town: Town, slug: str, household: dict[str, Any] | None
) -> None:
    """A livelihood that sounds like a name is still a livelihood."""
    consent = {"given_on": "2026-10-01", "form": "van-ban", "record": "ĐY-1"}
    town.post(
        "story",
        slug=slug,
        household=household,
        consent=consent | {"scope": ["ten"], "channels": ["web"]},
    )

    assert town.problems() == []
