"""Every file of a kit: which channel it is for, what it needs to be made, who makes it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from loa.channels import may_go_out
from loa.exports.article import Article
from loa.exports.photos import photo_name
from loa.model.posts import Post
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


def text_file(text: str) -> bytes:
    """Return text as an old Windows opens it: marked as UTF-8, lines ended by both signs."""
    return ("\ufeff" + text.replace("\r\n", "\n").replace("\n", "\r\n")).encode()


def _photos(subject: Subject) -> Iterator[File]:
    for number, data in subject.photos.items():
        yield photo_name(number, subject.post), data


FORMATS: tuple[Format, ...] = (Format("web", "Ảnh để tải lên", _photos, quick=True),)
