"""What the other engines are given: one document for each page a resident may look for.

The words are those of the site itself, facts brought in; pages that only list others are left out.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from markdown import Markdown

from loa.ask import facts, paths
from loa.ask.events import upcoming
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.drawn import blocks
from loa.load import load_content
from loa.model.posts import PolicyPost
from loa.text.vietnamese import capitalise, toc_slug

_EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "tables", "toc")


@dataclass(frozen=True)
class Document:
    """One page: its address relative to the site, and its words."""

    url: str
    title: str
    summary: str
    markdown: str
    sample: bool = False

    @cached_property
    def html(self) -> str:
        """The body as HTML, with anchors on its headings."""
        settings = {"toc": {"slugify": toc_slug}}
        return Markdown(extensions=_EXTENSIONS, extension_configs=settings).convert(self.markdown)

    @cached_property
    def text(self) -> str:
        """The body as plain text."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.html)).split())


def read_documents(root: Path, today: date) -> list[Document]:
    """Return every document of the repository at ``root``, as it stands on ``today``."""
    content = load_content(root).content
    if content is None:
        raise ValueError(f"the data under {root} cannot be read")
    showing = Showing(content, today, Edition())
    return [*_pages(showing), *_posts(showing), *_villages(showing), _calendar(showing)]


def _pages(showing: Showing) -> Iterator[Document]:
    content = showing.content
    draw = blocks.drawer(content, showing.today)
    for page in content.pages:
        path = page.path.removeprefix("docs/")
        if path != paths.HOME:
            body = facts.expand(page.body, content, None, draw)
            yield Document(showing.edition.url(path), page.title, page.summary or "", body)


def _posts(showing: Showing) -> Iterator[Document]:
    content = showing.content
    draw = blocks.drawer(content, showing.today)
    for post in showing.shown:
        policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
        body = facts.expand(post.body, content, policy, draw)
        url = showing.edition.url(paths.post(post))
        yield Document(url, post.title, post.summary, body, post.sample)


def _villages(showing: Showing) -> Iterator[Document]:
    for village in showing.content.villages.values():
        if not village.sample:
            url = showing.edition.url(paths.group("thon", village.id))
            yield Document(url, capitalise(village.full_name), "", "")


def _calendar(showing: Showing) -> Document:
    days = [f"- {one['title']}: {one['when_text']}. {one['text']}" for one in upcoming(showing, 50)]
    summary = "Đối thoại, rà soát, chiến dịch và hạn cuối bà con cần nhớ."
    return Document(showing.edition.url(paths.CALENDAR), "Lịch", summary, "\n".join(days))
