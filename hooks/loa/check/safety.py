"""Nothing in a body could run in a reader's browser or load a foreign page."""

import re
from collections.abc import Iterator
from datetime import date

from loa.check.prose import body, owners
from loa.model.content import Content
from loa.problems import Problem
from loa.rendered.seeing import OF_WORD
from loa.rendered.seen import Seen
from loa.rendered.where import line_at, lines_holding
from loa.text.safe_html import is_safe_address

# Tags that never reach a page, and what to write instead.
_FOREIGN = "hãy bỏ đi và dẫn tới trang ấy bằng một liên kết thường"
TAGS = {
    "script": "mã chạy trong máy người xem không được dùng; hãy xóa cả đoạn",
    "style": "kiểu chữ, màu sắc do trang lo; hãy xóa cả đoạn",
    "iframe": _FOREIGN,
    "frame": _FOREIGN,
    "object": _FOREIGN,
    "embed": _FOREIGN,
    "form": "trang không nhận biểu mẫu trong bài; hãy dẫn tới trang liên hệ",
    "base": "hãy xóa dòng này",
    "meta": "hãy xóa dòng này",
    "link": "hãy xóa dòng này",
    "svg": "hãy lưu hình thành tệp rồi chèn như ảnh: ![mô tả](anh/hinh.svg)",
    "img": "hãy viết ảnh như sau: ![mô tả ảnh](anh/ten-tep.jpg)",
    "video": "hãy ghi phim ở mục «video» của bài",
    "audio": "hãy ghi âm thanh ở mục «audio» của bài",
}
_WORD = "là thẻ của Word; hãy dán dạng chữ thường (Ctrl+Shift+V) rồi xóa các thẻ còn lại"


def no_active_html(content: Content, today: date) -> Iterator[Problem]:
    """A body holds no script, frame, form or event handler, and nothing of Word's."""
    for owner in owners(content):
        text = body(owner, content)
        seen = text.seen
        if seen is None or not (seen.tags or seen.handlers):
            continue
        for tag in dict.fromkeys(seen.tags):
            for line in _lines(seen, rf"(?i)<\s*{re.escape(tag)}(?![\w-])") if tag in TAGS else ():
                message = f"thẻ «<{tag}>» không dùng được: {TAGS[tag]}"
                yield text.problem_in_line(line, message)
        if words := [tag for tag in seen.tags if tag == OF_WORD or ":" in tag]:
            shown = next((f"«<{tag}>»" for tag in words if tag != OF_WORD), '«class="Mso…"»')
            for line in _lines(seen, r"<[a-zA-Z]+:|class\s*=\s*[\"']?Mso")[:1]:
                yield text.problem_in_line(line, f"{shown} {_WORD}")
        for handler in dict.fromkeys(seen.handlers):
            message = f"«{handler}=…» là mã chạy trong máy người xem; hãy xóa phần này"
            for line in _lines(seen, rf"(?i)(?<![\w-]){re.escape(handler)}\s*="):
                yield text.problem_in_line(line, message)


def _lines(seen: Seen, pattern: str) -> list[int]:
    """Return the lines that hold what the page was found to hold; the first where none does."""
    return lines_holding(seen.source, re.compile(pattern)) or [line_at(seen, 0)]


def link_addresses_are_safe(content: Content, today: date) -> Iterator[Problem]:
    """A link never carries code or a document inside its address."""
    for owner in owners(content):
        text = body(owner, content)
        for link in text.links:
            # Without a colon there is no scheme; most links are relative.
            if ":" in link.address and not is_safe_address(link.address):
                scheme = link.address.partition(":")[0].strip().lower()
                advice = "hãy dẫn tới https:// hoặc tới một tệp"
                message = f"liên kết kiểu «{scheme}:» không dùng được; {advice}"
                yield text.problem_of(link, message)
