"""Two marks of a post on its way out: what a person reads of it, and all that its files rest on."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

from loa.ask.showing import Showing
from loa.exports.article import (
    Article,
    Block,
    Heading,
    Item,
    Line,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from loa.model.posts import PolicyPost, Post

_LIBRARIES = ("python-docx", "typst", "pillow", "lxml", "segno")


def content_mark(article: Article, photos: Mapping[int, bytes]) -> str:
    """Return sixteen hexadecimal digits that change when a reader would see a change."""
    parts = [article.title, article.summary, *_said(article.blocks), *_said(article.closing)]
    parts += [hashlib.sha256(photos[number]).hexdigest() for number in sorted(photos)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def work_mark(article: Article, photos: Mapping[int, bytes], post: Post, showing: Showing) -> str:
    """Return a mark that changes when any file of the kit would come out differently."""
    content = showing.content
    policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
    rest = (
        *(article, post, policy, content.township, content.speech, content.events),
        *(content.legal_documents, content.topics, content.audiences, content.villages),
        *(content.organisations, content.campaigns, showing.edition.site_url),
    )
    parts = [content_mark(article, photos), *map(repr, rest), _program()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(level=level, line=line):
                yield f"{level} {_marked(line)}"
            case Paragraph(line=line):
                yield f"p {_marked(line)}"
            case Listing(items=items, ordered=ordered, start=start):
                yield f"list {start if ordered else '-'}"
                yield from (part for item in items for part in _item(item))
            case Quote(blocks=inner):
                yield from (f"> {part}" for part in _said(inner))
            case Table(head=head, rows=rows):
                yield from (" | ".join(map(_marked, row)) for row in (head, *rows))
            case Picture(number=number, alt=alt, caption=caption):
                yield f"{number}: {alt} / {caption}"


def _item(item: Item) -> Iterator[str]:
    yield f"- {_marked(item.line)}"
    yield from (f"  {part}" for part in _said(item.blocks))


def _marked(line: Line) -> str:
    return "".join(f"{run.text}<{run.href}>" if run.href else run.text for run in line)


@cache
def _program() -> str:
    """Return a mark of the program itself: what it makes may differ after an update."""
    found = hashlib.sha256()
    package = Path(__file__).parents[2]
    for file in sorted(package.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            found.update(file.read_bytes())
    for library in _LIBRARIES:
        found.update(f"{library} {_version(library)}".encode())
    return found.hexdigest()


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"
