"""One text file as an officer's PC may have saved it: its text, or why it cannot be read."""

import re
from dataclasses import dataclass
from pathlib import Path

from loa.problems import Level, Problem
from loa.text.letters import strange_letters
from loa.text.letters.lost import lost_code
from loa.text.letters.syllables import is_marked_syllable
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


_BLANK = b" \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f"


def decode(data: bytes, shown: str) -> SourceText:
    """Turn the bytes of a file into text."""
    if not data.removeprefix(b"\xef\xbb\xbf").strip(_BLANK):
        return _unreadable(shown, 1, "tệp trống; hãy viết nội dung hoặc xóa tệp")
    reminders = []
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        wide = _utf_16(data)
        if wide is None:
            return _unreadable(shown, 1, _BROKEN_UTF_16)
        data = wide
        reminders.append(
            _reminder(
                shown,
                "tệp lưu kiểu «Unicode» (UTF-16); vẫn đọc được, nên lưu lại bằng mã UTF-8",
            )
        )
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        return _unreadable(shown, line, "tệp hỏng hoặc không phải tệp chữ (có byte rỗng)")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        reminders.append(
            _reminder(shown, "tệp có dấu BOM ở đầu; vẫn đọc được, nên lưu lại dạng UTF-8")
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _unreadable(shown, *_not_utf_8(data, error.start))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        reminders.append(_reminder(shown, "dòng kết thúc kiểu Windows (CRLF); vẫn đọc được"))
    damaged = [Problem(shown, one.line, one.message) for one in strange_letters(text)]
    return SourceText(shown, normalise(text), (*reminders, *damaged))


_BROKEN_UTF_16 = "tệp lưu kiểu UTF-16 đã hỏng; trong Notepad hãy chọn Lưu thành, mã UTF-8"


def _utf_16(data: bytes) -> bytes | None:
    """Return as UTF-8 what Notepad and Excel call Unicode; None where it is broken."""
    try:
        return data.decode("utf-16").removeprefix("\ufeff").encode()
    except UnicodeError:
        return None


def _not_utf_8(data: bytes, place: int) -> tuple[int, str]:
    """Return the line that is not UTF-8, what code it seems to be in, and how it should read."""
    line = data[:place].count(b"\n") + 1
    begins = data.rfind(b"\n", 0, place) + 1
    raw = data[begins:].partition(b"\n")[0].strip()
    advice = "hãy mở bằng Notepad, chọn Lưu thành, mã UTF-8"
    if found := lost_code(raw.decode("latin-1")):
        code, reads = found
        name, advice = code.name, code.advice
    else:
        reads = normalise(raw.decode("cp1258", "replace"))
        name = "mã Windows-1258 hay mã cũ khác"
    if not any(map(is_marked_syllable, reads.split())):
        return line, f"tệp không lưu bằng mã UTF-8; {advice}"
    reads = reads if len(reads) <= 60 else f"{reads[:59]}…"
    return line, f"tệp không lưu bằng mã UTF-8 mà bằng {name}: dòng này là «{reads}»; {advice}"


def split_front_matter(source: SourceText) -> Parts | Problem:
    """Cut a Markdown file at its two ``---`` lines."""
    lines = source.text.split("\n")
    if not _is_fence(lines[0]):
        return Problem(
            source.path, 1, "dòng đầu tiên phải là «---», rồi đến các dòng «tên: giá trị»"
        )
    for number, line in enumerate(lines[1:], 2):
        if _is_fence(line):
            head, body = lines[1 : number - 1], lines[number:]
            return Parts("\n".join(head), 2, "\n".join(body), number + 1)
    return Problem(source.path, 1, "thiếu dòng «---» thứ hai, đóng phần thông tin bài")


# Word and phones turn "---" into one long dash.
_LONG_DASHES = re.compile(r"-?[–—]{1,3}-?")


def _is_fence(line: str) -> bool:
    line = line.rstrip()
    return line == "---" or _LONG_DASHES.fullmatch(line) is not None


def _unreadable(shown: str, line: int, message: str) -> SourceText:
    return SourceText(shown, "", (Problem(shown, line, message),), fatal=True)


def _reminder(shown: str, message: str) -> Problem:
    return Problem(shown, 1, message, Level.REMINDER)
