"""No number that belongs to one person is published."""

from typing import Any

import pytest

from town import Town

IDENTITY = "giống số căn cước, chứng minh nhân dân; hãy bỏ đi"
MOBILE = "giống số điện thoại riêng; hãy dùng số của cơ quan (mục contacts trong data/township.yml)"
ACCOUNT = "giống số tài khoản; hãy bỏ đi, nếu là tài khoản của Quỹ thì dẫn tới thông báo chính thức"


@pytest.mark.parametrize(
    ("said", "number", "message"),
    [
        ("Số căn cước 064190001234 của anh.", "064190001234", IDENTITY),
        ("Căn cước: 064 190 001 234.", "064 190 001 234", IDENTITY),
        ("CMND 231.456.789 cấp năm 2010.", "231.456.789", IDENTITY),
        ("Mang theo 231456789 khi đi.", "231456789", IDENTITY),
        ("Gọi 0912345678 gặp anh A.", "0912345678", MOBILE),
        ("Gọi 0912.345.678 gặp anh A.", "0912.345.678", MOBILE),
        ("Gọi 091 234 5678 gặp anh A.", "091 234 5678", MOBILE),
        ("Gọi +84 912 345 678.", "+84 912 345 678", MOBILE),
        ("Zalo 0387-123-456.", "0387-123-456", MOBILE),
        ("Ủng hộ qua số tài khoản 5010 2053 0001 23.", "5010 2053 0001 23", ACCOUNT),
        ("STK: 0123456789 ngân hàng.", "0123456789", ACCOUNT),
    ],
)
def test_personal_numbers_are_not_published(
    town: Town, said: str, number: str, message: str
) -> None:
    """Nobody is called, or robbed, because of our site."""
    path = town.post("news", body=f"Mở đầu.\n\n{said}")

    assert town.problems() == [f"{path}:12: «{number}» {message}"]


@pytest.mark.parametrize(
    "said",
    [
        "Vay tối đa 100.000.000 đồng.",
        "Tổng vốn 150000000 đồng, về sau 423000000000 đồng.",
        "Gọi 0269 3 831 111 trong giờ làm việc.",
        "Gọi tổng đài 1900 9068 hoặc 111.",
        "Mã thủ tục 1.011606, mã 3.000412.",
        "Từ ngày 09/11/2024 đến 09/12/2024.",
        "Xem [tin](https://bao.vn/tin-185260105102550429.html) hôm ấy.",
        "Xem https://bao.vn/0912345678 nhé.",
        "Diện tích 369,05 ha và 1.492 người.",
        "Năm 2024 2025 2026 đều thế.",
        "Quyết định số 123456/QĐ-UBND.",
    ],
)
def test_other_numbers_are_left_alone(town: Town, said: str) -> None:
    """Amounts, dates and the township's own telephone may be printed."""
    town.post("news", body=said)

    assert town.problems() == []


def test_a_mobile_number_of_the_office_is_public(town: Town) -> None:
    """The number that the township itself gives out is nobody's secret."""
    units: list[dict[str, Any]] = [
        {
            "id": "xa-moi",
            "type": "xa",
            "name": "Đak Thử",
            "parents": ["tỉnh Ví Dụ"],
            "contacts": {"phone": "0912.345.678"},
            "officers": [{"role": "vhtt", "title": "Công chức", "phone": "0387 123 456"}],
        }
    ]
    town.township(units=units)
    town.post("news", body="Gọi 0912 345 678 hoặc +84387123456.")

    assert town.problems() == []


def test_captions_and_transcripts_are_read_too(town: Town) -> None:
    """A number under a photo is as public as one in the text."""
    town.file("stories/tin-tuc/a.jpg")
    image = {"file": "a.jpg", "alt": "Đàn bò bên chuồng", "caption": "Liên hệ 0912345678"}
    town.post("news", image=image, title="Gọi 0912345678")

    assert town.said() == [
        f"«title»: «0912345678» {MOBILE}",
        f"«image.caption»: «0912345678» {MOBILE}",
    ]
