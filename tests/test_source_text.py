"""Files as an officer's PC saves them: what can be read is read, the rest is told plainly."""

import unicodedata
from pathlib import Path

import pytest

from loa.problems import Level, Problem
from loa.text.source_text import SourceText, decode, read_source, split_front_matter

NAME = "stories/tin-tuc/ngay-hoi.md"
POST = "---\ntitle: Ngày hội\n---\nBà con trồng cây.\n"
NOT_UTF8 = "tệp không lưu bằng mã UTF-8; hãy mở bằng Notepad, chọn Lưu thành, mã UTF-8"
UTF16 = "tệp lưu kiểu «Unicode» (UTF-16); vẫn đọc được, nên lưu lại bằng mã UTF-8"
UTF16_BROKEN = "tệp lưu kiểu UTF-16 đã hỏng; trong Notepad hãy chọn Lưu thành, mã UTF-8"
OF_1258 = (
    "tệp không lưu bằng mã UTF-8 mà bằng mã Windows-1258 hay mã cũ khác: dòng này là "
    "«title: Đất»; hãy mở bằng Notepad, chọn Lưu thành, mã UTF-8"
)
NUL = "tệp hỏng hoặc không phải tệp chữ (có byte rỗng)"
EMPTY = "tệp trống; hãy viết nội dung hoặc xóa tệp"


def test_a_file_saved_as_utf8_is_read_as_it_is() -> None:
    """What the officer typed is what is read, without a word of complaint."""
    assert decode(POST.encode(), NAME) == SourceText(NAME, POST)


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, EMPTY),
        (b" \r\n\t\n", 1, EMPTY),
        (b"\xef\xbb\xbf\r\n", 1, EMPTY),
        (POST.encode("utf-16")[:-1], 1, UTF16_BROKEN),
        (POST.encode("utf-16-le"), 1, NUL),
        (b"---\ntitle: Ng\x00y\n---\n", 2, NUL),
        ("---\nid: TT-7K2M\ntitle: Đâ\u0301t\n".encode("cp1258"), 3, OF_1258),
        ("---\ntitle: Café\n".encode("latin-1"), 2, NOT_UTF8),
        (b"---\n" + "Làng".encode()[:2], 2, NOT_UTF8),
        (b"\xff\xd8\xff\xe0 a photo, renamed", 1, NOT_UTF8),
    ],
    ids=[
        *("empty", "blank", "mark-only", "utf-16-cut", "utf-16-unmarked"),
        *("nul", "windows-1258", "latin-1", "cut-short", "photo"),
    ],
)
def test_what_is_no_utf8_text_says_how_to_save_it(data: bytes, line: int, message: str) -> None:
    """The officer learns which line is broken and what to choose in Notepad."""
    source = decode(data, NAME)

    assert source.problems == (Problem(NAME, line, message),)
    assert (source.text, source.fatal) == ("", True)


@pytest.mark.parametrize(
    ("data", "reminder"),
    [
        (
            b"\xef\xbb\xbf" + POST.encode(),
            "tệp có dấu BOM ở đầu; vẫn đọc được, nên lưu lại dạng UTF-8",
        ),
        (POST.encode("utf-16"), UTF16),
        (b"\xfe\xff" + POST.encode("utf-16-be"), UTF16),
        (
            POST.replace("\n", "\r\n").encode(),
            "dòng kết thúc kiểu Windows (CRLF); vẫn đọc được",
        ),
        (POST.replace("\n", "\r").encode(), "dòng kết thúc kiểu Windows (CRLF); vẫn đọc được"),
    ],
    ids=["bom", "utf-16", "utf-16-be", "crlf", "cr"],
)
def test_habits_of_windows_are_only_reminders(data: bytes, reminder: str) -> None:
    """A file from Notepad goes through; the text inside is the same as anybody's."""
    source = decode(data, NAME)

    assert source.text == POST
    assert source.problems == (Problem(NAME, 1, reminder, Level.REMINDER),)
    assert not source.fatal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (unicodedata.normalize("NFD", "Thị trấn Đak Đoa, hộ nghèo"), "Thị trấn Đak Đoa, hộ nghèo"),
        ("bô ̣ phâ ̣n mô ̣t cửa", "bộ phận một cửa"),
        ("giảm nghe\u00a0̀o", "giảm nghèo"),
        ("thoát\u00ad nghèo bền\u200b vững\ufeff", "thoát nghèo bền vững"),
        ("nie\u0302\u0323m vui", "niệm vui"),
        ("Ơ̆i Hlâm, plơi Kŏn Ƀông", "Ơ̆i Hlâm, plơi Kŏn Ƀông"),
    ],
    ids=["decomposed", "torn", "torn-hard-space", "invisible", "order", "jrai-bahnar"],
)
def test_text_is_spelt_one_way_inside(typed: str, kept: str) -> None:
    """Words pasted from PDF, Word or Zalo are found, counted and read aloud like typed ones."""
    assert decode(typed.encode(), NAME).text == kept


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    """A folder called "ngay-hoi.md" is named as what it is."""
    source = read_source(tmp_path, NAME)

    message = "đây là thư mục, không phải tệp; hãy đổi tên hoặc chuyển đi"
    assert source.problems == (Problem(NAME, 1, message),)


def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Word still holding the file open is one sentence, not a crash."""
    (tmp_path / "a.md").write_text(POST, encoding="utf-8")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    source = read_source(tmp_path / "a.md", NAME)

    assert source.fatal
    assert str(source.problems[0]).startswith(f"{NAME}:1: không mở được tệp (")
    assert str(source.problems[0]).endswith("; tệp có đang mở ở nơi khác?")


def test_front_matter_and_body_know_their_lines() -> None:
    """A mistake in line 7 of the body is told as the line that the editor shows."""
    parts = split_front_matter(SourceText(NAME, "---\nid: a\ntitle: b\n---\n\nBà con.\n"))

    assert not isinstance(parts, Problem)
    assert (parts.head, parts.head_line) == ("id: a\ntitle: b", 2)
    assert (parts.body, parts.body_line) == ("\nBà con.\n", 5)


@pytest.mark.parametrize(
    "text",
    ["title: Ngày hội\n---\n", "\n---\ntitle: a\n---\n", "----\ntitle: a\n----\n", "Bà con.\n"],
    ids=["unopened", "blank-line-first", "four-dashes", "prose-only"],
)
def test_a_post_must_begin_with_dashes(text: str) -> None:
    """A post without front matter says what its first line must be."""
    message = "dòng đầu tiên phải là «---», rồi đến các dòng «tên: giá trị»"
    assert split_front_matter(SourceText(NAME, text)) == Problem(NAME, 1, message)


def test_front_matter_must_be_closed() -> None:
    """A forgotten second line of dashes is told at the first one."""
    source = SourceText(NAME, "---\ntitle: Ngày hội\n\nBà con trồng cây.\n")

    message = "thiếu dòng «---» thứ hai, đóng phần thông tin bài"
    assert split_front_matter(source) == Problem(NAME, 1, message)


def test_a_message_stays_one_line_whatever_it_quotes() -> None:
    """A damaged line in a message tears no list of problems apart."""
    for data in (b"\xf3\r---\n", b"\x1c\xc0", b"a\xe2\x80\xa8\xff"):
        for problem in decode(data, "bai.md").problems:
            assert len(str(problem).splitlines()) == 1, data
