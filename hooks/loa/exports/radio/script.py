"""A post for the loudspeaker: the whole, cuts of one, three and five minutes, what to ask first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loa.ask.showing import Showing
from loa.exports.article import Article
from loa.exports.radio.spoken import (
    Said,
    SpokenPost,
    broadcast_of,
    formula,
    length,
    spoken_post,
)
from loa.model.places import Broadcast
from loa.model.posts import Post
from loa.reading import Unsure, numbers

CUTS = (1, 3, 5)
BRIEF = 1  # minutes that leave no room for the whole formula
REPEAT = Said("Xin nhắc lại:", begins=True)
DO_NOT_READ = "KHÔNG ĐỌC PHẦN NÀY"
_RULE = "=" * 40


@dataclass(frozen=True)
class Part:
    """One paragraph on paper: "heading" and "say" are read out, "note" is for the officer."""

    kind: str
    text: str


@dataclass(frozen=True)
class Cut:
    """What is read in so many minutes, opening and closing included.

    ``whole`` says that all of the post fits; ``fits`` is false where even the least takes longer.
    """

    minutes: int
    sentences: tuple[Said, ...]
    syllables: int
    whole: bool = False
    fits: bool = True


@dataclass(frozen=True)
class Script:
    """One post as it is read over the loudspeaker."""

    title: str
    programme: str
    reading_speed: int
    sentences: tuple[Said, ...]
    cuts: tuple[Cut, ...]
    unsure: tuple[Unsure, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def syllables(self) -> int:
        """Return how many syllables the whole has."""
        return sum(part.syllables for part in self.sentences)

    @property
    def minutes(self) -> float:
        """Return how many minutes the whole takes."""
        return self.syllables / self.reading_speed

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the paragraphs of the paper, for any typesetter."""
        return tuple(self._parts())

    def text(self) -> str:
        """Return the paper as plain text; what is not read stands between square brackets."""
        return as_text(self.parts)

    def _parts(self) -> Iterator[Part]:
        took = length(self.syllables, self.reading_speed)
        yield Part("note", f"Bản đầy đủ, đọc khoảng {took}")
        yield from paragraphs(self.sentences)
        for cut in self.cuts:
            name = f"Bản {numbers.whole(cut.minutes)} phút"
            if cut.whole:
                yield Part("note", f"{name}: cả bài chỉ dài khoảng {took}; đọc bản đầy đủ")
                continue
            over = "" if cut.fits else "; dài hơn mức này vì riêng lời chào và tiêu đề đã dài"
            yield Part(
                "note", f"{name}, đọc khoảng {length(cut.syllables, self.reading_speed)}{over}"
            )
            yield from paragraphs(cut.sentences)
        yield from officers_notes(self.unsure, self.unread)


def radio_script(post: Post, article: Article, showing: Showing) -> Script:
    """Return the script of one post, as it stands today."""
    broadcast = broadcast_of(showing)
    spoken = spoken_post(post, article, showing)
    opening = formula(broadcast.opening, showing)
    closing = formula(broadcast.closing, showing)
    again = (REPEAT, *spoken.repeated) if spoken.repeated else ()
    whole = (*opening, *spoken.core, *spoken.more, *again, *closing)
    around = count((*opening, *closing))
    return Script(
        title=spoken.title.text,
        programme=broadcast.programme,
        reading_speed=broadcast.reading_speed,
        sentences=whole,
        cuts=tuple(
            _cut(
                minutes,
                spoken,
                whole,
                (opening, closing) if minutes > BRIEF else _briefly(opening, closing, broadcast),
                minutes * broadcast.reading_speed,
            )
            for minutes in CUTS
            if around
        ),
        unsure=spoken.unsure,
        unread=spoken.unread,
    )


def _briefly(
    opening: tuple[Said, ...], closing: tuple[Said, ...], broadcast: Broadcast
) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """Return a greeting that only names the programme, and thanks: a minute is for the facts."""
    name = broadcast.programme.casefold()
    named = next(
        (place for place, part in enumerate(opening) if name in part.text.casefold()),
        len(opening),
    )
    return opening[: named + 1], closing[:1] + closing[1:][-1:]


def count(sentences: Iterable[Said]) -> int:
    """Return how many syllables some sentences have."""
    return sum(part.syllables for part in sentences)


def fitting(sentences: Iterable[Said], room: int) -> tuple[Said, ...]:
    """Return the first sentences that fit; a heading only together with what it stands over."""
    found: list[Said] = []
    for part in sentences:
        room -= part.syllables
        if room < 0:
            break
        found.append(part)
    while found and found[-1].heading:
        found.pop()
    return tuple(found)


def _cut(
    minutes: int,
    spoken: SpokenPost,
    whole: tuple[Said, ...],
    around: tuple[tuple[Said, ...], tuple[Said, ...]],
    room: int,
) -> Cut:
    if count(whole) <= room:
        return Cut(minutes, whole, count(whole), whole=True)
    opening, closing = around
    left = room - count((*opening, *spoken.core, *closing))
    again = (REPEAT, *spoken.facts) if spoken.facts else ()
    # What is said twice must first have been said once, together with the summary.
    if count((*spoken.summary, *spoken.facts, *again)) > left:
        again = ()
    left -= count(again)
    summary = fitting(spoken.summary, left)
    left -= count(summary)
    facts = fitting(spoken.facts, left)
    left -= count(facts)
    body = fitting(spoken.body, left) if facts == spoken.facts and summary == spoken.summary else ()
    said = (*opening, *spoken.core, *summary, *facts, *body, *again, *closing)
    return Cut(minutes, said, count(said), fits=count(said) <= room)


def paragraphs(sentences: tuple[Said, ...]) -> Iterator[Part]:
    """Yield sentences as paragraphs of a size that the eye keeps hold of."""
    held: list[str] = []
    long = 0
    for part in sentences:
        if held and (part.heading or part.begins or long > 60):
            yield Part("say", " ".join(held))
            held, long = [], 0
        if part.heading:
            yield Part("heading", part.text)
        else:
            held.append(part.text)
            long += part.syllables
    if held:
        yield Part("say", " ".join(held))


def officers_notes(unsure: Iterable[Unsure], unread: Iterable[str] = ()) -> Iterator[Part]:
    """Yield what the officer looks at before reading; nothing of it is read out."""
    notes = [f"Chưa chắc cách đọc: {doubt}" for doubt in unsure]
    notes += [f"Phần «{name}» không đọc trên loa; bà con xem trên trang." for name in unread]
    if notes:
        yield Part("note", DO_NOT_READ)
        yield from (Part("note", note) for note in notes)


def as_text(parts: Iterable[Part]) -> str:
    """Return paragraphs as plain text, notes between square brackets."""
    told = []
    below = False
    for part in parts:
        if part.kind == "note" and part.text == DO_NOT_READ:
            below = True
            told.append(f"{_RULE}\n{DO_NOT_READ}")
        elif below:
            told.append(f"- {part.text}")
        else:
            told.append(f"[{part.text}]" if part.kind == "note" else part.text)
    return "\n\n".join(told) + "\n"
