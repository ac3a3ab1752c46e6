"""Names that survive being copied to a stick, a phone, a Windows PC."""

import ntpath
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.disk.file_names import LONGEST_NAME, LONGEST_PATH, taken_for_one, why_unfit


@pytest.mark.parametrize(
    "path",
    [
        "ban-mang-di/chinh-sach/vay-von.html",
        "anh/Ảnh chụp ở làng Hlâm.jpg",
        "console/contact.html",
        "com10.html",
        "a" * LONGEST_NAME,
        "/".join(["a" * 59] * 4),  # 239 letters
    ],
)
def test_ordinary_names_are_fine(path: str) -> None:
    """Nobody has to rename what works; Vietnamese letters and blanks do."""
    assert why_unfit(path) is None or len(path) > LONGEST_PATH


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("a/con.html", "«con» là tên Windows giữ riêng"),
        ("AUX", "«AUX» là tên Windows giữ riêng"),
        ("lpt1.tar.gz", "«lpt1» là tên Windows giữ riêng"),
        ("nul/a.html", "«nul» là tên Windows giữ riêng"),
        ("hoi: dap.html", "tên không được có ký tự :"),
        ("vi sao?.html", "tên không được có ký tự ?"),
        ("a\tb.html", "tên không được có ký tự ẩn"),
        ("anh./a.jpg", "kết thúc bằng dấu chấm"),
        ("anh /a.jpg", "kết thúc bằng dấu chấm"),
        ("a//b", "đường dẫn có phần trống"),
        ("a" * 256, "tên dài 256 chữ"),
        ("😀" * 128, "tên dài 256 chữ"),  # each counts twice on the disk
        ("/".join(["a" * 60] * 4), "đường dẫn dài 243 chữ"),
    ],
)
def test_a_name_that_some_disk_refuses_is_told(path: str, why: str) -> None:
    """The officer hears it at the desk, not in the village where copying stops in the middle."""
    assert why in (why_unfit(path) or "")


def is_reserved(name: str) -> bool:
    """Python's own knowledge of Windows, which moved in 3.13."""
    known = getattr(ntpath, "isreserved", None)
    return known(name) if known else PureWindowsPath(name).is_reserved()


@given(st.text(min_size=1, max_size=12))
def test_what_windows_reserves_is_never_let_through(name: str) -> None:
    """Python's own knowledge of Windows agrees with ours."""
    if why_unfit(name) is None:
        assert not any(is_reserved(part) for part in name.split("/"))
        assert PureWindowsPath(name).parts == tuple(name.split("/"))


def test_names_that_a_stick_takes_for_one_are_found() -> None:
    """No photo silently takes the place of another."""
    paths = ["anh/Bo.jpg", "anh/bo.jpg", "anh/bo.png", "Ảnh.jpg", "A\u0309nh.jpg"]

    assert list(taken_for_one(paths)) == [
        ("anh/bo.jpg", "anh/Bo.jpg"),
        ("A\u0309nh.jpg", "Ảnh.jpg"),
    ]
