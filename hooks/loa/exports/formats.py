"""Every file of a kit: which channel it is for, what it needs to be made, who makes it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from loa.channels import may_go_out
from loa.exports.article import Article
from loa.exports.photos import photo_name
from loa.model.posts import Post
from loa.showing import Showing

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
    """One format; ``can`` says whether its library loads here, ``library`` what it is called."""

    channel: str
    title: str
    make: Callable[[Subject], Iterator[File]]
    can: Callable[[], bool] = _always
    library: str = ""

    def is_for(self, post: Post) -> bool:
        """Say whether those in the post agreed to its channel."""
        return may_go_out(post, self.channel)


def text_file(text: str) -> bytes:
    """Return text as an old Windows opens it: marked as UTF-8, lines ended by both signs."""
    return ("\ufeff" + text.replace("\r\n", "\n").replace("\n", "\r\n")).encode()


def _photos(subject: Subject) -> Iterator[File]:
    for number, data in subject.photos.items():
        yield photo_name(number, subject.post), data


FORMATS: tuple[Format, ...] = (Format("web", "Ảnh để tải lên", _photos),)
