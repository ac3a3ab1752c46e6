"""Rules about names of files: what people name can be carried away on a stick."""

import sys

import pytest

from papers import pdf
from town import Town, small_picture


def picture(file: str) -> dict[str, object]:
    """The keys of a post with one picture."""
    return {"image": {"file": file, "alt": "Bò ăn cỏ bên bờ suối"}}


def test_ordinary_names_are_fine(town: Town) -> None:
    """Names with blanks and Vietnamese letters work everywhere."""
    town.file("stories/tin-tuc/anh/Bò ở làng.jpg", small_picture())
    town.file("docs/tai-ve/Đơn đề nghị.pdf", pdf())
    town.page("tai-ve.md", "[Đơn đề nghị](<tai-ve/Đơn đề nghị.pdf>)")
    town.post("news", **picture("anh/Bò ở làng.jpg"))

    assert town.problems() == []


def test_a_post_with_a_reserved_name_is_told(town: Town) -> None:
    """ "con.html" can be made on one PC and copied to none."""
    path = town.post("news", slug="con")

    assert town.problems() == [
        f"{path}:1: tệp «tin-tuc/con.html» không chép được ra USB: «con» là tên Windows giữ riêng; "
        "hãy đổi tên tệp"
    ]


def test_a_picture_is_told_at_its_line(town: Town) -> None:
    """The officer finds the picture to rename at once."""
    town.file("stories/tin-tuc/anh/aux.jpg", small_picture())
    path = town.post("news", **picture("anh/aux.jpg"))
    (said,) = town.problems()

    assert said.startswith(f"{path}:9: tệp «tin-tuc/anh/aux.jpg» không chép được ra USB")


def test_a_path_too_long_is_told(town: Town) -> None:
    """A folder that opens on the officer's PC also opens from a stick."""
    path = town.post("news", slug="a" * 225)
    (said,) = [told for told in town.problems() if "USB" in told]

    assert said.startswith(f"{path}:1: ")
    assert "nhiều máy chỉ mở được đến 240" in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps only one of the two itself")
def test_files_that_differ_in_case_only_are_told(town: Town) -> None:
    """A stick would keep one of the two, and show the wrong form."""
    town.file("docs/tai-ve/Don.pdf", pdf())
    town.file("docs/tai-ve/don.pdf", pdf())
    town.page("tai-ve.md", "[Một](tai-ve/Don.pdf), [hai](tai-ve/don.pdf)")

    assert town.problems() == [
        "docs/tai-ve/don.pdf:1: tệp «tai-ve/don.pdf» chỉ khác «tai-ve/Don.pdf» ở chữ hoa; "
        "USB chỉ giữ được một, hãy đổi tên"
    ]
