"""One text file as an officer's PC may have saved it: its text, or why it cannot be read."""

from dataclasses import dataclass
from pathlib import Path

from loa.problems import Level, Problem
from loa.text.vietnamese import normalise


@dataclass(frozen=True)
class SourceText:
    """The text of a file with LF line ends, normalised; ``fatal`` when there is none to read."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()
    fatal: bool = False


@dataclass(frozen=True)
class Parts:
    """Front matter and body with the lines they begin on."""

    head: str
    head_line: int
    body: str
    body_line: int


def read_source(path: Path, shown: str) -> SourceText:
    """Read ``path``; anything wrong becomes a Problem that calls the file ``shown``."""
    if path.is_dir():
        return _unreadable(shown, 1, "đây là thư mục, không phải tệp; hãy đổi tên hoặc chuyển đi")
    try:
        data = path.read_bytes()
    except OSError as error:
        return _unreadable(
            shown, 1, f"không mở được tệp ({error.strerror}); tệp có đang mở ở nơi khác?"
        )
    return decode(data, shown)


def decode(data: bytes, shown: str) -> SourceText:
    """Turn the bytes of a file into text."""
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        return _unreadable(shown, 1, "tệp trống; hãy viết nội dung hoặc xóa tệp")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _unreadable(
            shown, 1, "tệp lưu kiểu «Unicode» (UTF-16); trong Notepad hãy chọn Lưu thành, mã UTF-8"
        )
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        return _unreadable(shown, line, "tệp hỏng hoặc không phải tệp chữ (có byte rỗng)")
    reminders = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        reminders.append(
            _reminder(shown, "tệp có dấu BOM ở đầu; vẫn đọc được, nên lưu lại dạng UTF-8")
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _unreadable(
            shown,
            line,
            "tệp không lưu bằng mã UTF-8; hãy mở bằng Notepad, chọn Lưu thành, mã UTF-8",
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        reminders.append(_reminder(shown, "dòng kết thúc kiểu Windows (CRLF); vẫn đọc được"))
    return SourceText(shown, normalise(text), tuple(reminders))


def split_front_matter(source: SourceText) -> Parts | Problem:
    """Cut a Markdown file at its two ``---`` lines."""
    lines = source.text.split("\n")
    if lines[0].rstrip() != "---":
        return Problem(
            source.path, 1, "dòng đầu tiên phải là «---», rồi đến các dòng «tên: giá trị»"
        )
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            head, body = lines[1 : number - 1], lines[number:]
            return Parts("\n".join(head), 2, "\n".join(body), number + 1)
    return Problem(source.path, 1, "thiếu dòng «---» thứ hai, đóng phần thông tin bài")


def _unreadable(shown: str, line: int, message: str) -> SourceText:
    return SourceText(shown, "", (Problem(shown, line, message),), fatal=True)


def _reminder(shown: str, message: str) -> Problem:
    return Problem(shown, 1, message, Level.REMINDER)
