"""A post as the loudspeaker says it: whole sentences, in the order in which they matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from loa.ask.key_facts import key_facts
from loa.ask.showing import Showing
from loa.exports.article import (
    Article,
    Block,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Table,
    plain,
)
from loa.model.places import Broadcast
from loa.model.posts import Post
from loa.reading import Unsure, numbers, read_aloud
from loa.text.vietnamese import capitalise

# Lists of documents are for readers; a listener loses the thread.
_NOT_SAID = ("căn cứ", "nguồn")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_SYLLABLE = re.compile(r"[^\W_]\S*")
_ENDS = (".", "!", "?", "…", ":")
_USUAL_SPEED = 160


@dataclass(frozen=True)
class Said:
    """One sentence in spoken words; a heading is said too, and set apart on paper."""

    text: str
    heading: bool = False
    begins: bool = False  # a paragraph of its own begins here

    @cached_property
    def syllables(self) -> int:
        """Return how many syllables it takes to say; each cut asks again."""
        return syllables(self.text)


@dataclass(frozen=True)
class SpokenPost:
    """All that can be said of one post."""

    title: Said
    warning: tuple[Said, ...]  # that a policy has ended or a text ran out: never left out
    summary: tuple[Said, ...]
    facts: tuple[Said, ...]
    body: tuple[Said, ...]
    unsure: tuple[Unsure, ...]
    unread: tuple[str, ...]  # titles of the parts that are not said

    @property
    def core(self) -> tuple[Said, ...]:
        """Return what is said however short the time."""
        return (self.title, *self.warning)

    @property
    def more(self) -> tuple[Said, ...]:
        """Return the rest, what matters most first."""
        return (*self.summary, *self.facts, *self.body)

    @property
    def repeated(self) -> tuple[Said, ...]:
        """Return what is said once more at the end."""
        return self.facts or self.warning or self.summary


class _Voice:
    """Says texts and remembers what it wasn't sure of."""

    def __init__(self, showing: Showing) -> None:
        self._readings = {
            reading.written: reading.spoken for reading in showing.content.speech.readings
        }
        self.unsure: list[Unsure] = []

    def say(self, text: str, *, heading: bool = False) -> tuple[Said, ...]:
        spoken = read_aloud(text, self._readings)
        known = {doubt.written for doubt in self.unsure}
        self.unsure += [doubt for doubt in spoken.unsure if doubt.written not in known]
        parts = (part.strip() for part in _SENTENCE_END.split(spoken.text))
        return tuple(Said(capitalise(_ended(part)), heading) for part in parts if syllables(part))


def spoken_post(post: Post, article: Article, showing: Showing) -> SpokenPost:
    """Return a post in spoken words."""
    voice = _Voice(showing)
    title = " ".join(part.text for part in voice.say(article.title, heading=True))
    blocks = list(article.blocks)
    warning: tuple[Said, ...] = ()
    if blocks and isinstance(blocks[0], Quote):
        warning = tuple(_block(blocks.pop(0), voice))
    summary = voice.say(article.summary)
    told = {part.text for part in warning}
    facts = tuple(
        part
        for fact in key_facts(post, showing)
        for part in voice.say(fact)
        if part.text not in told
    )
    told |= {part.text for part in (*summary, *facts)}
    unread: list[str] = []
    body = tuple(
        part for part in _body(blocks, voice, unread) if part.heading or part.text not in told
    )
    return SpokenPost(
        Said(title, heading=True),
        warning,
        summary,
        facts,
        _without_empty_headings(body),
        tuple(voice.unsure),
        tuple(unread),
    )


def syllables(text: str) -> int:
    """Return how many syllables a text in spoken words has."""
    return len(_SYLLABLE.findall(text))


def length(count: int, speed: int) -> str:
    """Return how long so many syllables take, in words: "hai phút ba mươi giây"."""
    minutes, seconds = divmod(-(-count * 60 // speed), 60)
    parts = [f"{numbers.whole(minutes)} phút"] if minutes else []
    if seconds or not minutes:
        parts.append(f"{numbers.whole(seconds)} giây")
    return " ".join(parts)


def broadcast_of(showing: Showing) -> Broadcast:
    """Return how the town makes its programme; a plain one where it hasn't said."""
    township = showing.content.township
    programme = township.site_name
    return township.broadcast or Broadcast(
        programme=programme,
        opening=f"Xin kính chào bà con. Mời bà con nghe chuyên mục {programme}.",
        closing=f"Bà con vừa nghe chuyên mục {programme}. Xin cảm ơn và hẹn gặp lại bà con.",
        reading_speed=_USUAL_SPEED,
    )


def formula(text: str, showing: Showing) -> tuple[Said, ...]:
    """Return an opening or a closing in spoken words."""
    first, *rest = _Voice(showing).say(text) or (Said(""),)
    return (replace(first, begins=True), *rest) if first.text else ()


def _body(blocks: list[Block], voice: _Voice, unread: list[str]) -> Iterator[Said]:
    passed_over = 0  # level of the heading whose part isn't said
    for block in blocks:
        if isinstance(block, Heading):
            name = plain(block.line).strip()
            if passed_over and block.level > passed_over:
                continue
            passed_over = block.level if name.lower().startswith(_NOT_SAID) else 0
            if passed_over:
                unread.append(name)
        if not passed_over:
            # "Xem bài …" is a link, and a listener has nothing to press.
            yield from (
                part
                for part in _block(block, voice)
                if part.heading or not part.text.startswith(("Xem bài", "Xem thêm"))
            )


def _block(block: Block, voice: _Voice) -> Iterator[Said]:
    match block:
        case Heading(line=line):
            yield from voice.say(plain(line), heading=True)
        case Paragraph(line=line):
            # Links to other posts are for readers.
            if not plain(line).strip().lower().startswith("xem thêm"):
                yield from voice.say(plain(line))
        case Listing(items=items, ordered=ordered, start=start):
            for place, item in enumerate(items, start):
                before = f"Thứ {numbers.ordinal(str(place))}: " if ordered else ""
                yield from voice.say(before + plain(item.line).strip().rstrip(";,"))
                for inner in item.blocks:
                    yield from _block(inner, voice)
        case Quote(blocks=blocks):
            for inner in blocks:
                yield from _block(inner, voice)
        case Table(head=head, rows=rows):
            for row in rows:
                yield from voice.say(_row(head, row))
        case Picture():
            return


def _row(head: tuple[Line, ...], row: tuple[Line, ...]) -> str:
    """Return a row as one sentence: its first cell, then each cell after its column's title."""
    cells = [" ".join(plain(cell).split()).rstrip(".;") for cell in row]
    titles = [" ".join(plain(title).split()) for title in head]
    told = []
    for place, cell in enumerate(cells):
        if cell:
            title = titles[place] if 0 < place < len(titles) else ""
            told.append(f"{title}: {cell}" if title and len(cells) > 2 else cell)
    if len(told) == 2 and len(cells) == 2:
        return f"{told[0]}: {told[1]}"
    return "; ".join(told)


def _ended(text: str) -> str:
    text = text.strip().rstrip(";,")
    if text.lower() == "hoặc":
        return "Hoặc là:"
    return text if text.endswith(_ENDS) else f"{text}."


def _without_empty_headings(parts: tuple[Said, ...]) -> tuple[Said, ...]:
    following = [*parts[1:], Said("", heading=True)]
    return tuple(
        part
        for part, after in zip(parts, following, strict=False)
        if not (part.heading and after.heading and part.text.endswith(".") and not after.text)
    )
