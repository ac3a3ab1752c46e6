"""Nothing in a body could run in a reader's browser or load a foreign page."""

import re
from collections.abc import Iterator
from datetime import date

from loa.check.markdown import links
from loa.check.prose import body, owners, without_code
from loa.model.content import Content
from loa.problems import Problem
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
_TAG = re.compile(rf"<\s*({'|'.join(TAGS)})(?![\w-])", re.IGNORECASE)
_HANDLER = re.compile(r"<[a-zA-Z][^<>]*?[\s\"'/](on[a-z]{3,})\s*=", re.IGNORECASE)


def no_active_html(content: Content, today: date) -> Iterator[Problem]:
    """A body holds no script, frame, form or event handler."""
    for owner in owners(content):
        if "<" not in owner.body:
            continue
        text, plain = body(owner), without_code(owner.body)
        for found in _TAG.finditer(plain):
            tag = found[1].lower()
            yield text.problem(found.start(), f"thẻ «<{tag}>» không dùng được: {TAGS[tag]}")
        for found in _HANDLER.finditer(plain):
            message = f"«{found[1]}=…» là mã chạy trong máy người xem; hãy xóa phần này"
            yield text.problem(found.start(1), message)


def link_addresses_are_safe(content: Content, today: date) -> Iterator[Problem]:
    """A link never carries code or a document inside its address."""
    for owner in owners(content):
        text = body(owner)
        for link in links(text.text):
            # Without a colon there is no scheme; most links are relative.
            if ":" in link.address and not is_safe_address(link.address):
                scheme = link.address.partition(":")[0].strip().lower()
                advice = "hãy dẫn tới https:// hoặc tới một tệp"
                message = f"liên kết kiểu «{scheme}:» không dùng được; {advice}"
                yield text.problem(link.place, message)
