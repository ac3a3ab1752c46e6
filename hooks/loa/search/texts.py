"""A body as search reads it: plain sections, with the anchors the site gives them.

The words are those of the page's own conversion: what a page does not show, search does not find.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from loa.rendered.body import html_of
from loa.rendered.seeing import Heard, Seeing
from loa.text.letters_seen import without_unseen

# Stands before a part that is only there for reference, such as the titles of legal documents.
ASIDE = "\ue002"


@dataclass(frozen=True)
class Section:
    """A stretch of text a result can lead to; the first of a document has no heading."""

    title: str
    anchor: str
    text: str
    aside: str = ""


class _Reading(Seeing):
    """Words as a result shows them: a picture is its description, each line stays one."""

    LINES = "\n"
    letters = staticmethod(without_unseen)

    def between_cells(self, blank: bool) -> str:
        """Return a blank where cells stand apart, a comma where only lines part them."""
        return "" if blank else ", "

    def _attributes(self, known: dict[str, str], tag: str) -> None:
        if tag == "img":
            self._said.append(known.get("alt", ""))


def sections(body: str) -> list[Section]:
    """Return the sections of a body: what stands before any heading, then each h2 and h3."""
    found: list[Section] = []
    title, anchor, lines = "", "", list[str]()
    for part in _read(body):
        if part.kind in ("h2", "h3"):
            found.append(_section(title, anchor, lines))
            title, anchor, lines = part.text.replace("\n", " "), part.anchor, []
        else:
            lines.append(part.text)
    found.append(_section(title, anchor, lines))
    return found


def plain(markdown: str) -> str:
    """Return Markdown, with HTML in it, as plain lines."""
    return "\n".join(part.text for part in _read(markdown))


def _read(markdown: str) -> Iterator[Heard]:
    reading = _Reading()
    reading.see(html_of(markdown))
    return iter(reading.stretches)


def _section(title: str, anchor: str, lines: list[str]) -> Section:
    text, _, aside = "\n".join(lines).partition(ASIDE)
    return Section(title, anchor, text.strip(), aside.strip())
