"""Words for readers as a rule reads them: where they stand, and what of them does not count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loa.check.values import shown, values
from loa.fields import Text
from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.model.records import Record
from loa.problems import Level, Problem

# Fields of a post that are words but not for readers.
_NOT_PROSE = ("id", "replaces", "approved", "consent")


@dataclass(frozen=True)
class Prose:
    """One stretch of text of a post, page or notice; ``key`` is empty for the body."""

    owner: Record
    key: str
    text: str
    line: int

    def problem(self, place: int, message: str, level: Level = Level.ERROR) -> Problem:
        """Return a problem at a place (counted in characters) of the text."""
        if self.key:
            return Problem(self.owner.path, self.line, f"«{shown(self.key)}»: {message}", level)
        line = self.line + self.text.count("\n", 0, place)
        return Problem(self.owner.path, line, message, level)


def owners(content: Content) -> tuple[Post | Page, ...]:
    """Return everything that has a body."""
    return (*content.posts, *content.pages)


def body(owner: Post | Page) -> Prose:
    """Return the body of a post or page."""
    return Prose(owner, "", owner.body, owner.body_line)


def main_prose(owner: Post | Page) -> Iterator[Prose]:
    """Yield title, summary and body."""
    for key in ("title", "summary"):
        if text := getattr(owner, key):
            yield Prose(owner, key, text, owner.line(key))
    yield body(owner)


def all_prose(owner: Post | Page) -> Iterator[Prose]:
    """Yield everything that readers may see: captions, transcripts and tables too."""
    for key, kind, text in values(owner, Text):
        # Names of files and records, and addresses, are not sentences.
        if type(kind) is Text and key.partition(".")[0] not in _NOT_PROSE:
            yield Prose(owner, key, text, owner.line(key))
    yield body(owner)


_CODE = re.compile(
    r"^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
# Each begins with fixed letters, which Python's re finds several times faster than anything else.
_LINK_TARGET = re.compile(r"\]\([^()\n]*\)")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>)]+")
_MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
_INSERT = re.compile(r"\{\{[^{}\n]*\}\}")
# Words of others: “…”, "…", «…» within a paragraph, and block quotes.
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|^ {0,3}>.*$", re.MULTILINE)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")


@lru_cache(maxsize=4096)
def without_code(text: str) -> str:
    """Return ``text`` with code and comments blanked; every place stays where it was."""
    if "`" not in text and "~~~" not in text and "<!--" not in text:
        return text
    return blanked(_CODE, text)


@lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """Return ``text`` with code, addresses and tags blanked."""
    text = blanked(_LINK_TARGET, without_code(text))
    text = blanked(_TAGS, blanked(_WEB_ADDRESS, text))
    return blanked(_MAIL_ADDRESS, text) if "@" in text else text


def without_inserts(text: str) -> str:
    """Return ``text`` with every ``{{ … }}`` blanked."""
    return blanked(_INSERT, text)


def without_quotations(text: str) -> str:
    """Return ``text`` with the words of others blanked."""
    return blanked(_QUOTED, text)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return ``text`` with blanks where the pattern matches, line breaks kept."""
    return pattern.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in found[0].split("\n"))
