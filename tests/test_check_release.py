"""What a site needs before the public may rely on it."""

from typing import Any

import pytest

from town import TOWNSHIP, Town


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"publisher": None}, "«publisher»: trước khi công khai hãy ghi cơ quan chủ quản"),
        (
            {"responsible_person": "Đang cập nhật"},
            "«responsible_person»: trước khi công khai hãy ghi người chịu trách nhiệm nội dung",
        ),
        (
            {"active_unit": "thi-tran-cu", "units": TOWNSHIP["units"]},
            "«active_unit: thi-tran-cu»: thị trấn Đak Thử không còn là đơn vị hiện hành vào ngày "
            "24/11/2026; hãy ghi active_unit: xa-moi (xã Đak Thử)",
        ),
        (
            {"units": [TOWNSHIP["units"][1] | {"contacts": None}]},
            "«contacts.phone»: hãy ghi số điện thoại của UBND xã Đak Thử để bà con gọi hỏi",
        ),
    ],
)
def test_the_public_learns_who_answers(town: Town, changes: dict[str, Any], message: str) -> None:
    """A resident who finds a mistake knows whom to call."""
    town.township(**changes)

    assert message in town.said(release=True)
    assert town.problems() == []


@pytest.mark.parametrize("line", ["", "site_url: https://example.org/\n"])
def test_the_site_knows_its_address(town: Town, line: str) -> None:
    """A QR code on a leaflet leads to the town, not to nowhere."""
    town.file("mkdocs.yml", f"site_name: Đak Thử\n{line}")

    address = "https://example.org/" if line else ""
    assert town.problems(release=True) == [
        f"mkdocs.yml:{2 if line else 1}: «site_url: {address}»: "
        "hãy ghi địa chỉ thật của trang, có dấu / ở cuối"
    ]


def test_samples_stay_at_home(town: Town) -> None:
    """Nobody takes an invented family for a neighbour."""
    town.post("story", sample=True)

    assert town.said(release=True) == [
        "«show_samples»: trang công khai không hiện bài mẫu; hãy ghi false"
    ]
