"""Letters that a format cannot show, told before anything is printed."""

from collections.abc import Iterator
from datetime import date

from loa.check.values import problem, records, shown, values
from loa.fields import Text
from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.model.records import Record
from loa.problems import Level, Problem
from loa.text.letters import called, missing_on_paper, without_emoji

# Fields that are words but never printed.
_NOT_PRINTED = ("id", "replaces", "approved", "consent", "lines", "searched", "spoken", "written")
_MOST = 3  # letters named in one message


def titles_hold_words(content: Content, today: date) -> Iterator[Problem]:
    """A title and a summary hold words, not only signs: they are read, said and searched."""
    for owner in (*content.posts, *content.pages):
        for key in ("title", "summary"):
            text = getattr(owner, key) or ""
            if text and not any(letter.isalnum() for letter in without_emoji(text)):
                yield problem(
                    owner, key, f"«{key}» chỉ có ký hiệu, không có chữ nào; hãy viết thành câu"
                )


def paper_can_show_every_letter(content: Content, today: date) -> Iterator[Problem]:
    """Leaflets and share cards hold the letters of our fonts: one that they lack is told."""
    for record in records(content):
        if isinstance(record, Page):
            continue  # standing pages are not printed
        for key, kind, text in values(record, Text):
            if type(kind) is Text and key.partition(".")[0] not in _NOT_PRINTED:
                yield from _missing(record, record.line(key), text, f"«{shown(key)}»: ")
        if isinstance(record, Post) and missing_on_paper(record.body):
            for number, line in enumerate(record.body.split("\n")):
                yield from _missing(record, record.body_place(number), line, "")


def _missing(record: Record, line: int, text: str, where: str) -> Iterator[Problem]:
    missing = missing_on_paper(text)
    if not missing:
        return
    named = ", ".join(map(called, missing[:_MOST])) + (" …" if len(missing) > _MOST else "")
    message = (
        f"{where}phông chữ của tờ rơi và thẻ chia sẻ không có {named}; trang web vẫn hiện, bản in "
        "để dấu «?»: nên thay bằng chữ hay dấu khác"
    )
    yield Problem(record.path, line, message, Level.REMINDER)
