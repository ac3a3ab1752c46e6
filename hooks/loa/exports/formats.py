"""Every file of a kit: which channel it is for, what it needs to be made, who makes it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from loa.channels import may_go_out
from loa.exports.article import Article
from loa.exports.copy_page import copy_page
from loa.exports.photos import photo_name
from loa.exports.plain_text import whole_text, windows_bytes
from loa.exports.posting_guide import guide_text
from loa.exports.social import social_text
from loa.exports.word import approval_docx, press_docx
from loa.exports.word_paper import can_write_word
from loa.model.posts import Post
from loa.pages.share_cards import card_of
from loa.problems import Problem
from loa.showing import Showing

File = tuple[str, bytes]


@dataclass(frozen=True)
class Subject:
    """One post on its way out: the model's post, its article, its cleaned pictures by number."""

    post: Post
    article: Article
    photos: Mapping[int, bytes]
    showing: Showing


class TooLong(Exception):
    """A text does not fit its sheet; ``problems`` say which part to shorten."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Format:
    """One format of a channel.

    ``can`` says whether its library loads here, ``library`` what it is called. ``public`` ones
    stand under ``/tai-ve/`` too; ``quick`` ones cost nothing and are made at every preview.
    """

    channel: str
    title: str
    make: Callable[[Subject], Iterator[File]]
    can: Callable[[], bool] = _always
    library: str = ""
    public: bool = False
    quick: bool = False

    def is_for(self, post: Post) -> bool:
        """Say whether those in the post agreed to its channel."""
        return may_go_out(post, self.channel)


def _photos(subject: Subject) -> Iterator[File]:
    for number, data in subject.photos.items():
        yield photo_name(number, subject.post), data


def _town_page(subject: Subject) -> Iterator[File]:
    article, post = subject.article, subject.post
    addresses = {number: photo_name(number, post) for number in subject.photos}
    yield "noi-dung.html", copy_page(article, addresses).encode()
    yield "noi-dung.txt", windows_bytes(whole_text(article))
    yield "HUONG-DAN.txt", windows_bytes(guide_text(article))


def _approval(subject: Subject) -> Iterator[File]:
    yield "bai.docx", approval_docx(subject.post, subject.article, subject.photos, subject.showing)


def _press(subject: Subject) -> Iterator[File]:
    yield "bai-bao.docx", press_docx(subject.post, subject.article, subject.photos, subject.showing)


def _social(subject: Subject) -> Iterator[File]:
    post, article, showing = subject.post, subject.article, subject.showing
    yield "mang-xa-hoi.txt", windows_bytes(social_text(post, article, showing))
    card = card_of(post, showing)
    if card is not None:
        yield f"the-1200x630{card.suffix}", card.read_bytes()


WORD = "thư viện Word (python-docx, lxml)"
FORMATS: tuple[Format, ...] = (
    Format("web", "Bài chép sang trang thông tin", _town_page, quick=True),
    Format("web", "Ảnh để tải lên", _photos, quick=True),
    Format("web", "Văn bản trình duyệt (Word)", _approval, can_write_word, WORD),
    Format("bao-chi", "Bài gửi báo (Word)", _press, can_write_word, WORD),
    Format("mang-xa-hoi", "Bài mạng xã hội", _social, quick=True),
)
