"""Boxes that a writer gave no title: Markdown would call them "Note", Loa says it in Vietnamese.

``!!! warning`` and ``??? note`` come with the name of their kind, in English, as their title.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# The kinds that Python-Markdown, PyMdown and the themes for MkDocs know.
TITLES = {
    "abstract": "Tóm tắt",
    "attention": "Chú ý",
    "bug": "Lỗi",
    "caution": "Cẩn thận",
    "check": "Đúng",
    "cite": "Trích dẫn",
    "danger": "Nguy hiểm",
    "done": "Xong",
    "error": "Lỗi",
    "example": "Ví dụ",
    "fail": "Không được",
    "failure": "Không được",
    "faq": "Hỏi đáp",
    "help": "Cần giúp",
    "hint": "Gợi ý",
    "important": "Quan trọng",
    "info": "Thông tin",
    "missing": "Còn thiếu",
    "note": "Lưu ý",
    "question": "Câu hỏi",
    "quote": "Trích dẫn",
    "seealso": "Xem thêm",
    "success": "Được",
    "summary": "Tóm tắt",
    "tip": "Mẹo",
    "tldr": "Tóm tắt",
    "todo": "Việc phải làm",
    "warning": "Cảnh báo",
}


class _Titles(Treeprocessor):
    def run(self, root: Element) -> None:
        """Called by Python-Markdown."""
        for box in root.iter():
            kinds = box.get("class", "").split()
            title = _title(box, kinds)
            if title is None:
                continue
            for kind in kinds:
                if kind in TITLES and (title.text or "") == kind.capitalize():
                    title.text = TITLES[kind]


def _title(box: Element, kinds: list[str]) -> Element | None:
    if box.tag == "details":
        return box.find("summary")
    first = next(iter(box), None)
    is_title = first is not None and first.get("class") == "admonition-title"
    return first if "admonition" in kinds and is_title else None


class DefaultTitles(Extension):
    """Gives boxes Vietnamese titles."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        # Before inline text is read: a title that was typed is a title, whatever it says.
        md.treeprocessors.register(_Titles(md), "loa_default_titles", 25)


def makeExtension() -> Extension:
    """Called by Python-Markdown."""
    return DefaultTitles()
