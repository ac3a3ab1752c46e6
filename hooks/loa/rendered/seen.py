"""What a reader gets of a text: its words, links and places, from the conversion that pages have.

Words stand as they reach an eye or an ear: pieces of a line joined (``09**12**`` is "0912"),
character references and odd letters resolved, code and the descriptions of pictures among them.
"""

from dataclasses import dataclass
from functools import lru_cache

from loa.rendered.body import converted
from loa.rendered.seeing import Seeing, Tags


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, item, row, heading or description: ``text[start:end]`` of what is seen.

    Attributes:
        start, end: where it stands.
        kind: the HTML element it is, or the attribute it stands in.
        group: the number of the list or table it belongs to; 0 where it belongs to none.
        row: the number of its item or row.
        quoted: it is inside a quotation.
        breaks: where rows begin in it that are no list: after a line break, or with a mark.
    """

    start: int
    end: int
    kind: str
    group: int = 0
    row: int = 0
    quoted: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture: which stretch of the words it is in, where it leads, and its words."""

    place: int
    address: str
    words: str
    is_picture: bool = False
    typed: bool = False  # as HTML, which no page follows


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as a reader gets it.

    Attributes:
        source: the Markdown it was made from.
        text: all words, a stretch on each line.
        stretches: the parts of ``text``.
        links: links, pictures and whatever else names an address, in their order.
        anchors: the places that a link can lead to.
        tags: the names of the HTML elements that were typed as HTML.
        handlers: the attributes that would run something.
        notes: comments, which no reader gets.
        marks: the numbers that lists put before their items.
        depth: how deep its elements are nested.
        failed: why nothing is seen; empty where all went well.
        seconds: how long it took to make.
    """

    source: str
    text: str
    stretches: tuple[Stretch, ...]
    links: tuple[Link, ...]
    anchors: frozenset[str]
    tags: tuple[str, ...]
    handlers: tuple[str, ...]
    notes: tuple[str, ...]
    marks: tuple[str, ...]
    depth: int
    failed: str
    seconds: float


@lru_cache(maxsize=256)  # several rules look at the same texts
def seen(markdown: str) -> Seen:
    """Return what a reader gets of a text; never raises."""
    made = converted(markdown)
    seeing, tags = Seeing(), Tags()
    seeing.see(made.html)
    for piece in made.typed:
        tags.see(piece)
    stretches: list[Stretch] = []
    texts: list[str] = []
    starts = [0]
    for one in seeing.stretches:
        start = starts[-1]
        end = start + len(one.text)
        breaks = tuple(start + place for place in one.breaks)
        stretches.append(Stretch(start, end, one.kind, one.group, one.row, one.quoted, breaks))
        texts.append(one.text)
        starts.append(end + 1)
    text = "\n".join(texts)
    links = tuple(
        Link(
            _place(text, starts, number, words),
            address,
            words,
            is_picture,
            address in tags.addresses,
        )
        for number, address, words, is_picture in seeing.links
    )
    return Seen(
        markdown,
        text,
        tuple(stretches),
        links,
        frozenset(seeing.anchors),
        tuple(tags.names),
        tuple(dict.fromkeys((*seeing.handlers, *tags.handlers))),
        tuple(seeing.notes),
        tuple(seeing.marks),
        seeing.depth,
        made.failed,
        made.seconds,
    )


def _place(text: str, starts: list[int], number: int, words: str) -> int:
    start = starts[min(number, len(starts) - 1)]
    end = starts[number + 1] if number + 1 < len(starts) else len(text)
    found = text.find(words, start, end) if words else -1
    return min(found if found >= 0 else start, len(text))


def pictures(markdown: str) -> tuple[str, ...]:
    """Return the addresses of the pictures in a text, each once, in their order."""
    if "![" not in markdown:
        return ()  # nothing else makes a picture
    found = (link.address for link in seen(markdown).links if link.is_picture and not link.typed)
    return tuple(dict.fromkeys(found))
