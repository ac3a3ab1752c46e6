"""Every file of a kit: which channel it is for, what it needs to be made, who makes it.

Makers are imported when they first make something: a build that makes no Word file goes without the
library that writes them.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loa.apart import apart
from loa.ask.brought import going_out, of_owner
from loa.ask.channels import may_go_out
from loa.ask.showing import Showing
from loa.drawn.town_cards import card_of
from loa.exports.article import Article
from loa.exports.article.maker import article_of
from loa.exports.article.photos import photo_name
from loa.media.bringing import FileRefused
from loa.model.posts import PolicyPost, Post
from loa.plan.question import question
from loa.problems import Level, Problem
from loa.text.vietnamese import day_text, slug

if TYPE_CHECKING:
    from loa.exports.leaflet.sheet import Sheet
    from loa.exports.radio.script import Part, Script
    from loa.exports.word.large_type import Kind

File = tuple[str, bytes]


@dataclass(frozen=True)
class Subject:
    """One post on its way out: the model's post, its article, its cleaned pictures by number."""

    post: Post
    article: Article
    photos: Mapping[int, bytes]
    showing: Showing


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Format:
    """One format of a channel.

    ``make`` raises ``ContentError`` where a text does not fit. ``can`` says whether what it needs
    loads here, ``needs`` what it is called. ``public`` ones stand under ``/tai-ve/`` too;
    ``quick`` ones cost nothing and are made at every preview.
    """

    channel: str
    title: str
    make: Callable[[Subject], Iterator[File]]
    can: Callable[[], bool] = _always
    needs: str = ""
    public: bool = False
    quick: bool = False

    def is_for(self, post: Post) -> bool:
        """Say whether those in the post agreed to its channel."""
        return may_go_out(post, self.channel)

    def missing(self, post: Post, kept_on: date | None) -> Problem:
        """Return what the officer is told where it can't be made: how old the files in use are."""
        old = f"giữ bản ngày {day_text(kept_on)}" if kept_on else "chưa có bản nào"
        message = f"chưa làm được: {self.title}, vì máy không nạp được {self.needs}; {old}"
        return Problem(post.path, 1, message, Level.REMINDER)

    def is_public_for(self, post: Post) -> bool:
        """Say whether residents may take its files along.

        Sheets are set for policies only, which residents print; those of a thousand news items
        would take a minute of every first build, and are in the kit.
        """
        return self.public and self.is_for(post) and (self.quick or isinstance(post, PolicyPost))


def _photos(subject: Subject) -> Iterator[File]:
    for number, data in subject.photos.items():
        yield photo_name(number, subject.post), data


def _attachments(subject: Subject) -> Iterator[File]:
    """Yield the files that a post brings along, under names that nothing else in a folder has."""
    taken: set[str] = set()
    for one in of_owner(subject.showing, subject.post):
        pure = PurePosixPath(one.file)
        name = f"kem-theo-{slug(pure.stem) or 'tep'}"
        while name + pure.suffix.lower() in taken:
            name += "-2"
        taken.add(name + pure.suffix.lower())
        with suppress(FileRefused):  # told by the checks
            yield name + pure.suffix.lower(), going_out(subject.showing, one.source).data


def _town_page(subject: Subject) -> Iterator[File]:
    from loa.exports.town_page.copy_page import copy_page
    from loa.exports.town_page.plain_text import whole_text, windows_bytes
    from loa.exports.town_page.posting_guide import guide_text

    article, post = subject.article, subject.post
    addresses = {number: photo_name(number, post) for number in subject.photos}
    yield "noi-dung.html", copy_page(article, addresses).encode()
    yield "noi-dung.txt", windows_bytes(whole_text(article))
    yield "HUONG-DAN.txt", windows_bytes(guide_text(article))


def _approval(subject: Subject) -> Iterator[File]:
    from loa.exports.word.official import approval_docx

    yield "bai.docx", approval_docx(subject.post, subject.article, subject.photos, subject.showing)


@question
def _script(showing: Showing, post: Post) -> "Script":
    """Tell what the loudspeaker says of a post; two formats are made from it."""
    from loa.exports.radio.script import radio_script

    return radio_script(post, article_of(post, showing), showing)


def _radio(subject: Subject) -> Iterator[File]:
    from loa.exports.town_page.plain_text import windows_bytes

    yield "phat-thanh.txt", windows_bytes(_script(subject.showing, subject.post).text())


def _radio_paper(subject: Subject) -> Iterator[File]:
    from loa.exports.word.large_type import LargeLine, large_type_docx

    post, showing = subject.post, subject.showing
    script = _script(showing, post)
    yield (
        "phat-thanh.docx",
        large_type_docx(
            script.title,
            [LargeLine(_kind(part), part.text) for part in script.parts],
            author=showing.content.township.active.committee,
            day=post.last_change,
            identifier=post.id,
        ),
    )


def _kind(part: "Part") -> "Kind":
    """Say how a part of a script looks on paper: each version of it begins a page."""
    if part.kind != "note":
        return "spoken"
    return "heading" if part.text.startswith("Bản ") else "note"


def _press(subject: Subject) -> Iterator[File]:
    from loa.exports.word.official import press_docx

    yield "bai-bao.docx", press_docx(subject.post, subject.article, subject.photos, subject.showing)


def _social(subject: Subject) -> Iterator[File]:
    from loa.exports.radio.spoken import broadcast_of
    from loa.exports.social.texts import clip, clip_text, social_text
    from loa.exports.town_page.plain_text import windows_bytes
    from loa.reading import read_aloud

    post, article, showing = subject.post, subject.article, subject.showing
    readings = {one.written: one.spoken for one in showing.content.speech.readings}
    scenes = clip(
        post,
        article,
        showing,
        lambda text: read_aloud(text, readings).text,
        broadcast_of(showing).reading_speed,
    )
    yield "clip-60-giay.txt", windows_bytes(clip_text(scenes, article.title))
    yield "mang-xa-hoi.txt", windows_bytes(social_text(post, article, showing))
    card = apart(post.path, "ảnh chia sẻ", partial(card_of, post, showing), None)
    if card is not None:
        yield f"the-1200x630{card.suffix}", card.read_bytes()


@question
def _printed_of(showing: Showing, post: Post) -> "Sheet":
    """Tell what is printed of a post, on whatever paper."""
    from loa.exports.leaflet.sheet import sheet_of

    return sheet_of(post, article_of(post, showing), showing)


def _sheet(name: str) -> Callable[[Subject], Iterator[File]]:
    def make(subject: Subject) -> Iterator[File]:
        from loa.exports.leaflet.printing import printed

        yield name, printed(_printed_of(subject.showing, subject.post), name)

    return make


def _printed(name: str, title: str, *, public: bool = False) -> Format:
    return Format("to-roi", title, _sheet(name), _can_print, PRINT, public=public)


def _can_print() -> bool:
    from loa.exports.leaflet.printing import can_print

    return can_print()


def _can_write_word() -> bool:
    from loa.exports.word.paper import can_write_word

    return can_write_word()


PRINT = "thư viện in (typst)"
WORD = "thư viện Word (python-docx, lxml)"
FORMATS: tuple[Format, ...] = (
    Format("web", "Bài chép sang trang thông tin", _town_page, quick=True),
    Format("web", "Ảnh để tải lên", _photos, quick=True),
    Format("web", "Tệp kèm theo bài", _attachments, quick=True),
    Format("web", "Văn bản trình duyệt (Word)", _approval, _can_write_word, WORD),
    _printed("to-roi.pdf", "Tờ rơi A4", public=True),
    _printed("to-roi-gap.pdf", "Tờ rơi A4 gấp đôi", public=True),
    _printed("to-roi-a5.pdf", "Tờ rơi A5"),
    _printed("to-dan-a4.pdf", "Tờ dán A4", public=True),
    _printed("to-dan-a3.pdf", "Tờ dán A3"),
    Format("loa", "Bài đọc loa", _radio, public=True, quick=True),
    Format("loa", "Bài đọc loa, chữ to (Word)", _radio_paper, _can_write_word, WORD),
    Format("bao-chi", "Bài gửi báo (Word)", _press, _can_write_word, WORD),
    Format("mang-xa-hoi", "Bài mạng xã hội", _social, quick=True),
)
