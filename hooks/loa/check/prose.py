"""Words for readers as a rule reads them: where they stand, and what of them does not count.

The words of a body are those that a reader gets, after the conversion that its page has; no rule
looks at Markdown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loa.ask.bodies import as_read, as_written
from loa.check.values import shown, values
from loa.fields import Text
from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.model.records import Record, Written
from loa.problems import Level, Problem
from loa.rendered.seen import Link, Seen
from loa.rendered.where import line_at, line_of_link
from loa.text.letters_seen import as_seen

# Fields of a post that are words but not for readers.
_NOT_PROSE = ("id", "replaces", "approved", "consent")
_IN_A_NOTE = "trong ghi chú riêng: "


@dataclass(frozen=True)
class Prose:
    """One stretch of text of a post, page or notice; ``key`` is empty for the body.

    ``seen`` is the body as a reader gets it; a note of its writer has none, and its own line.
    """

    owner: Record
    key: str
    text: str
    line: int
    seen: Seen | None = None

    def problem(self, place: int, message: str, level: Level = Level.ERROR) -> Problem:
        """Return a problem at a place (counted in characters) of the text."""
        if self.key:
            return Problem(self.owner.path, self.line, f"«{shown(self.key)}»: {message}", level)
        if self.seen is not None:
            return self.problem_in_line(line_at(self.seen, place), message, level)
        line = self.line + self.text.count("\n", 0, place)
        return Problem(self.owner.path, line, _IN_A_NOTE + message, level)

    def problem_of(self, link: Link, message: str, level: Level = Level.ERROR) -> Problem:
        """Return a problem of a link in the text."""
        assert self.seen is not None  # only a body has links
        return self.problem_in_line(line_of_link(self.seen, link), message, level)

    def problem_in_line(self, line: int, message: str, level: Level = Level.ERROR) -> Problem:
        """Return a problem in a line of the body, counted from 0."""
        assert isinstance(self.owner, Written)
        return Problem(self.owner.path, self.owner.body_place(line), message, level)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links and pictures of a body."""
        return self.seen.links if self.seen else ()

    @property
    def pictures(self) -> list[Link]:
        """The pictures of a body."""
        return [link for link in self.links if link.is_picture and not link.typed]


def owners(content: Content) -> tuple[Post | Page, ...]:
    """Return everything that has a body."""
    return (*content.posts, *content.pages)


def body(owner: Post | Page, content: Content) -> Prose:
    """Return the body of a post or page with its facts."""
    return _prose(owner, as_read(owner, content))


def own_words(owner: Post | Page) -> Prose:
    """Return the body of a post or page without the facts that come from data."""
    return _prose(owner, as_written(owner))


def _prose(owner: Post | Page, seen: Seen) -> Prose:
    return Prose(owner, "", seen.text, owner.body_line, seen)


def notes(owner: Post | Page) -> Iterator[Prose]:
    """Yield what the writer noted for oneself: kept and passed on with the file, so judged too."""
    for line, note in owner.notes:
        yield Prose(owner, "", as_seen(note), owner.body_line + line)
    seen = as_written(owner)
    for note in seen.notes:
        place = max(0, seen.source.find(note[:40]))
        yield Prose(owner, "", note, owner.body_place(seen.source.count("\n", 0, place)))


def main_prose(owner: Post | Page) -> Iterator[Prose]:
    """Yield title, summary, and what the writer says in the body."""
    for key in ("title", "summary"):
        if text := getattr(owner, key):
            yield Prose(owner, key, as_seen(text), owner.line(key))
    yield own_words(owner)


def all_prose(owner: Post | Page, content: Content) -> Iterator[Prose]:
    """Yield everything that readers may see: captions, transcripts and tables too."""
    for key, kind, text in values(owner, Text):
        # Names of files and records, and addresses, are not sentences.
        if type(kind) is Text and key.partition(".")[0] not in _NOT_PROSE:
            yield Prose(owner, key, as_seen(text), owner.line(key))
    yield body(owner, content)


# Each begins with fixed letters, which Python's re finds several times faster than anything else.
_WEB_ADDRESS = re.compile(r"https?://[^\s<>)]+")
_MAIL_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w.-]+")
# Words of others, within a paragraph; a mark that is never closed opens nothing.
_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»")


@lru_cache(maxsize=1024)
def plain_words(text: str) -> str:
    """Return ``text`` with addresses blanked."""
    text = blanked(_WEB_ADDRESS, text)
    return blanked(_MAIL_ADDRESS, text) if "@" in text else text


def addresses_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the addresses that stand in a text as words, with their places."""
    for pattern in (_WEB_ADDRESS, _MAIL_ADDRESS) if "://" in text or "@" in text else ():
        for found in pattern.finditer(text):
            yield found.start(), found[0]


def without_quotations(prose: Prose) -> str:
    """Return the plain words of a text with the words of others blanked."""
    text, kept, end = blanked(_QUOTED, plain_words(prose.text)), list[str](), 0
    for part in prose.seen.stretches if prose.seen else ():
        if part.quoted:
            kept += (text[end : part.start], " " * (part.end - part.start))
            end = part.end
    return "".join((*kept, text[end:]))


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return ``text`` with blanks where the pattern matches, line breaks kept."""
    return pattern.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in found[0].split("\n"))
