"""Whole files as officers leave them: what is read, what is told, on which line."""

from pathlib import Path

import pytest

from loa.load import read_post
from loa.model.posts import News

HOME = Path("stories/tin-tuc/ngay-hoi.md")
POST = """---
id: TT-7K2M
title: Ngày hội trồng cây ở làng Ví dụ
date: 17/10/2026
summary: Sáng thứ Bảy, bà con làng Ví dụ cùng trồng cây bên đường vào rẫy; ai cũng góp một tay.
author: Biên soạn từ nguồn công khai
topics: [san-xuat]
status: published
---
Bà con trồng cây.
"""
AUTHOR = (
    "«author»: còn thiếu; cần tác giả, đơn vị "
    "(chữ, tối đa 200 ký tự, ví dụ: Nguyễn Văn Ví Dụ, công chức VHTT thị trấn)"
)
IN_QUOTES = 'title: "Tin vui: ngày hội trồng cây ở làng Ví dụ"'
COLON = "giá trị có dấu hai chấm «: »; hãy đặt cả câu trong dấu nháy kép"


NO_SUCH_DAY = "«date»: không có ngày «31/02/2026» trong lịch; hãy xem lại"
LIST = "phải là danh sách, ví dụ [muc-1, muc-2] hoặc mỗi dòng một gạch đầu dòng"
NO_KEYS = "phần giữa hai dòng «---» phải gồm các dòng «tên: giá trị», ví dụ title: …"
PICTURE = "image:\n  file: a.jpg\n  atl: Vườn cà phê\n"
ALT = (
    "«image.alt»: còn thiếu; cần mô tả ảnh (chữ, 8 đến 250 ký tự, "
    "ví dụ: Vườn cà phê mới trồng xen tiêu, nhìn từ đầu dốc)"
)

FILE_NAME = "tên tệp chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ ca-phe-xen-tieu-2026.md"
MEANT = "có phải ý bạn là «tin-tuc»?"
SECTIONS = "hãy chọn: guong-dien-hinh, chinh-sach, tin-tuc, hoi-dap"


def unknown(key: str, meant: str) -> str:
    """What is said of a mistyped key."""
    return f"«{key}»: không có mục này; có phải ý bạn là «{meant}»?"


def said(root: Path, text: str | bytes, path: Path = HOME) -> list[str]:
    """All that the reader says about one post, without the file's name."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text.encode() if isinstance(text, str) else text)
    return [
        str(problem).removeprefix(f"{path.as_posix()}:") for problem in read_post(root, place)[1]
    ]


def test_a_sound_post_is_read_whole(tmp_path: Path) -> None:
    """What the officer wrote arrives, each key with its line."""
    assert said(tmp_path, POST) == []
    post, _ = read_post(tmp_path, tmp_path / HOME)

    assert isinstance(post, News)
    assert (post.slug, post.title) == ("ngay-hoi", "Ngày hội trồng cây ở làng Ví dụ")
    assert (post.date.isoformat(), post.topics) == ("2026-10-17", ("san-xuat",))
    assert (post.body, post.body_line) == ("Bà con trồng cây.\n", 10)
    assert (post.line("status"), post.line("topics.0")) == (8, 7)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("17/10/2026", "31/02/2026", [f"4: {NO_SUCH_DAY}"]),
        ("author:", "autor:", [f"6: {unknown('autor', 'author')}", f"2: {AUTHOR}"]),
        ("author:", "title: Hai\nauthor:", ["6: «title» đã có ở dòng 3; chỉ giữ lại một"]),
        ("title: Ngày", "title: Tin vui: ngày", [f"3: {COLON}; hãy viết: {IN_QUOTES}"]),
        ("[san-xuat]", "san-xuat", [f"7: «topics»: {LIST}; hãy viết topics: [san-xuat]"]),
        ("author:", f"{PICTURE}author:", [f"8: {unknown('atl', 'alt')}", f"7: {ALT}"]),
        ("\n---\nBà", "\n\nBà", ["1: thiếu dòng «---» thứ hai, đóng phần thông tin bài"]),
        ("---\nid", "id", ["1: dòng đầu tiên phải là «---», rồi đến các dòng «tên: giá trị»"]),
        (POST, "---\n---\nBà con.\n", [f"2: {NO_KEYS}"]),
        (POST, "---\n- id\n---\n", [f"2: {NO_KEYS}"]),
        ("\n", "\r\n", ["1: nhắc: dòng kết thúc kiểu Windows (CRLF); vẫn đọc được"]),
        (POST, "", ["1: tệp trống; hãy viết nội dung hoặc xóa tệp"]),
    ],
)
def test_a_mistake_in_a_post_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    """Front matter is told by the lines that the editor shows, and all of it at once."""
    assert said(tmp_path, POST.replace(old, new)) == told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("tin-tuc/Ngày hội.md", FILE_NAME),
        ("tintuc/a.md", "bài nằm sai thư mục «stories/tintuc»; có phải ý bạn là «tin-tuc»?"),
        ("tin-tuc/2026/a.md", f"bài nằm sai thư mục «stories/tin-tuc/2026»; {MEANT}"),
        ("a.md", f"bài nằm sai thư mục «stories»; {SECTIONS}"),
    ],
)
def test_a_post_in_the_wrong_place_is_told(tmp_path: Path, path: str, told: str) -> None:
    """A post never vanishes because of the folder it was dropped into."""
    assert said(tmp_path, POST, Path("stories", path)) == [f"1: {told}"]


@pytest.mark.parametrize(
    "status",
    [
        *("status: draft", "status: review", 'status: "draft"', "status: 'review'"),
        *("status : draft", '"status": draft', "status: draft  # chờ ảnh"),
    ],
)
def test_mistakes_in_an_unfinished_post_are_only_reminders(tmp_path: Path, status: str) -> None:
    """A half-written post stops nobody else's, however its status is written."""
    text = POST.replace("status: published", status).replace("17/10", "31/02")

    assert said(tmp_path, text) == [f"4: nhắc: {NO_SUCH_DAY}"]


def test_a_published_post_that_speaks_of_drafts_is_still_published(tmp_path: Path) -> None:
    """A line "status: draft" in the text of a public post does not hide its mistakes."""
    text = POST.replace("17/10", "31/02") + "\nstatus: draft\n"

    assert said(tmp_path, text) == [f"4: {NO_SUCH_DAY}"]


@pytest.mark.parametrize("key", ["ngày đăng", "TITLE", "tieu_de"])
def test_a_key_that_nobody_knows_points_to_the_guide(tmp_path: Path, key: str) -> None:
    """Whoever invents a key is not sent to data/, where no list of keys is."""
    (told,) = said(tmp_path, POST.replace("author:", f"{key}: a\nauthor:"))

    assert "không có mục này" in told
    assert "tệp dữ liệu" not in told


@pytest.mark.parametrize("key", ["date", "status", "id", "topics", "sample", "author", "audio"])
def test_a_message_stays_a_sentence(tmp_path: Path, key: str) -> None:
    """A photograph pasted into a field does not flood the window."""
    text = POST.replace(f"{key}:", "sample:").replace("author:", f"{key}: {'A9' * 50_000}\nauthor:")

    assert max(len(line) for line in said(tmp_path, text)) < 500
