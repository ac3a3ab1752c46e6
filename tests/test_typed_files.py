"""Names of files as Notepad, OneDrive, Macs and sticks give them: read, or told with the fix."""

import unicodedata

import pytest

from loa.ask.paths import Edition
from loa.disk.copies import copied
from loa.outputs import build_site
from town import TODAY, Town, small_picture

ALT = "Đàn bò bên chuồng mới"
POST = """---
id: TT-00A1
title: Cả tổ cùng trồng xen
date: 2026-10-17
summary: Một tổ ở làng Ví dụ trồng xen tiêu vào vườn cà phê, cùng giữ nước tưới mùa khô.
author: Công chức văn hóa xã
topics: [san-xuat]
status: published
---
Nội dung.
"""


def built(town: Town) -> dict[str, bytes]:
    """Every file of the town's site."""
    return {one.path: one.bytes() for one in build_site(town.root, TODAY, Edition()).outputs}


# --- second copies -------------------------------------------------------------------------------

COPIES = [
    *("bai (1)", "bai(2)", "bai (1) (1)", "bai - Copy", "bai - Copy (2)", "bai copy", "bai copy 3"),
    *("Copy of bai", "Bản sao của bai", "bai - Bản sao", "bai - Sao chép", "bai-DESKTOP-AB12"),
    *("bai-LAPTOP-7Q2KX", "bai-MAY-VHTT", "bai (conflicted copy 2026-11-30 101010)", "BAI"),
    *("bai (Siu's conflicted copy 2026-11-30)", "bai.sync-conflict-20261130-101010-ABC1234"),
    *("bai_conflict-20261130-101010", "bai (bản sao xung đột 2026-11-30)", "bai.bak", "bai~"),
    *(unicodedata.normalize("NFD", "Bản sao của bai"), "bai_copy", "bai (copy)", "Bai (1)"),
]


@pytest.mark.parametrize("name", COPIES)
def test_a_second_copy_is_known_by_its_name(name: str) -> None:
    """Nobody has to know which cloud wrote which mark behind a name."""
    assert copied(name, ["bai", "bai-khac", name]) == "bai"


OWN = ["bai-2026", "bai-moi", "bai-ve-copy-quyen-moi", "cao-bai", "ba", "bai-khac", "bai-1"]


@pytest.mark.parametrize("name", OWN)
def test_a_name_of_its_own_is_no_copy(name: str) -> None:
    """No post is set aside because another begins with the same words."""
    assert copied(name, ["bai", name]) is None


@pytest.mark.parametrize("name", [name for name in COPIES if name != "BAI"])
def test_a_copy_is_set_aside_and_the_original_stays(town: Town, name: str) -> None:
    """The post that residents quote stays on the site; the officer reads which file to look at."""
    town.file("stories/tin-tuc/bai.md", POST)
    copy = town.file(f"stories/tin-tuc/{name}.md", POST.replace("Nội dung", "Nội dung khác"))

    assert town.problems() == [
        f"{copy}:1: nhắc: bản sao của «bai.md», không đọc và không đăng; chỗ nào mới thì chép sang "
        "«bai.md», rồi xóa tệp này"
    ]
    assert [path for path in built(town) if path.startswith("tin-tuc/bai")] == ["tin-tuc/bai.md"]


def test_a_copy_of_a_page_is_no_second_page(town: Town) -> None:
    """The site does not say two things about where to go."""
    town.page("lien-he.md", "Đến nhà văn hóa.")
    town.page("lien-he - Copy.md", "Đến trụ sở cũ.")

    assert [said[:40] for said in town.said()] == ["nhắc: bản sao của «lien-he.md», không đọ"]
    assert not [path for path in built(town) if "copy" in path.lower()]


@pytest.mark.parametrize("name", ["bai-2", "bai-cu", "a-bai", "Bài mới"])
def test_the_original_keeps_its_id(town: Town, name: str) -> None:
    """Whoever begins a post with a copy of another is told at the copy, whatever it is called."""
    town.file("stories/tin-tuc/bai.md", POST)
    copy = town.file(f"stories/tin-tuc/{name}.md", POST)

    assert f"{copy}:2: «id: TT-00A1» đã dùng ở stories/tin-tuc/bai.md; " in "\n".join(
        town.problems()
    )
    assert not any(line.startswith("stories/tin-tuc/bai.md") for line in town.problems())


def test_a_lonely_copy_is_read(town: Town) -> None:
    """A post that has lost its original is not lost with it: the officer is told to rename it."""
    path = town.file("stories/tin-tuc/bai (1).md", POST)

    assert [line.partition(" chỉ gồm")[0] for line in town.problems()] == [f"{path}:1: tên tệp"]


# --- endings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "right"),
    [
        *(("bai.md.txt", "bai.md"), ("bai.MD", "bai.md"), ("bai.markdown", "bai.md")),
        *(
            ("bai.Md.Txt", "bai.md"),
            ("bai.mdown", "bai.md"),
            ("bai.mkd", "bai.md"),
            ("bai.txt", "bai.md"),
        ),
    ],
)
def test_a_post_with_another_ending_is_told(town: Town, name: str, right: str) -> None:
    """A post that Notepad saved under a hidden ending is not silently missing."""
    path = town.file(f"stories/tin-tuc/{name}", POST)
    said = next(line for line in town.problems() if line.startswith(path))

    start = f"{path}:1: nhắc: tệp này không được đọc vì đuôi tệp; hãy đổi tên thành «{right}»"
    assert said.startswith(start)
    assert ("File name extensions" in said) == name.lower().endswith(".txt")


@pytest.mark.parametrize(
    "name", ["topics.yaml", "Topics.YML", "topics.yml.txt", "topics.YAML", "Topics.yml"]
)
def test_data_with_another_ending_is_told(town: Town, name: str) -> None:
    """A list that is missing for its name is called by it, beside all that it is missed for."""
    text = (town.root / "data/topics.yml").read_text(encoding="utf-8")
    (town.root / "data/topics.yml").unlink()
    path = town.file(f"data/{name}", text)

    assert any(
        line.startswith(f"{path}:1: tệp này không được đọc vì đuôi tệp; hãy đổi tên thành «topics.")
        for line in town.problems()
    )


def test_data_that_nobody_reads_is_told(town: Town) -> None:
    """Who edits the copy instead of the list learns why nothing changes."""
    town.file("data/topics (1).yml", "[]\n")
    town.file("data/topics.yaml", "[]\n")
    town.file("data/chu-de.yml", "[]\n")

    assert town.problems() == [
        "data/chu-de.yml:1: nhắc: không phải tệp dữ liệu của trang, không đọc; "
        "hãy xóa hoặc chuyển tệp này đi",
        "data/topics (1).yml:1: nhắc: bản sao của «topics.yml», không đọc; "
        "hãy xóa hoặc chuyển tệp này đi",
        "data/topics.yaml:1: nhắc: tệp này không được đọc, vì đã có «topics.yml»; "
        "hãy xóa hoặc chuyển đi",
    ]


@pytest.mark.parametrize(
    ("name", "right"), [("SO.CSV", "SO.csv"), ("so.csv.txt", "so.csv"), ("so.tsv", "so.csv")]
)
def test_a_table_with_another_ending_is_told(town: Town, name: str, right: str) -> None:
    """Figures that a PC saved in capitals do not vanish on the machine that builds the site."""
    path = town.file(f"data/indicators/{name}", "a;b\n")
    (said,) = town.problems()

    assert said.startswith(f"{path}:1: nhắc: tệp này không được đọc vì đuôi tệp; ")
    assert f"«{right}»" in said


@pytest.mark.parametrize("name", ["._bai.md", ".bai.md", "~$bai.md", ".obsidian/bai.md"])
def test_what_programs_leave_is_no_post(town: Town, name: str) -> None:
    """A stick that was in a Mac does not stop the site."""
    town.file(f"stories/tin-tuc/{name}", b"\0\5\x16\7\0\2\0\0Mac OS X")

    assert not [line for line in town.problems() if "nhắc: " not in line]


# --- names of photos -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        (unicodedata.normalize("NFD", "đàn bò.jpg"), "đàn bò.jpg"),
        ("đàn bò.jpg", unicodedata.normalize("NFD", "đàn bò.jpg")),
        ("Anh.JPG", "anh.jpg"),
        ("anh.jpg", "ANH.JPG"),
        ("đàn bò.jpg", "đàn%20bò.jpg"),
        (unicodedata.normalize("NFD", "Ảnh họp Tổ 3.JPG"), "ảnh họp tổ 3.jpg"),
    ],
)
def test_a_photo_is_found_however_its_name_is_stored(town: Town, stored: str, written: str) -> None:
    """A name that looks right is right: on a Mac, on Windows, on the machine that builds."""
    town.file(f"stories/tin-tuc/Ảnh/{stored}", small_picture())
    town.post("news", slug="tin", image={"file": f"ảnh/{written}", "alt": ALT})
    town.post("news", slug="kia", photos=[{"file": f"Ảnh/{written}", "alt": ALT}])

    assert town.problems() == []
    assert [path for path in built(town) if path.endswith("-640.webp")]


def test_a_photo_in_a_text_is_found_too(town: Town) -> None:
    """The same holds for what stands in a text."""
    town.file(f"stories/tin-tuc/anh/{unicodedata.normalize('NFD', 'đàn bò')}.JPG", small_picture())
    photo = {"file": "anh/đàn bò.jpg", "alt": ALT}
    town.post("news", slug="tin", photos=[photo], body=f"![{ALT}](anh/đàn%20bò.jpg)")

    assert town.problems() == []
    assert "(Ảnh: " not in built(town)["tin-tuc/tin.md"].decode()
