"""The posts of some days as one programme for the loudspeaker."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loa.ask.channels import may_go_out
from loa.ask.showing import Showing
from loa.exports.article.maker import article_of
from loa.exports.radio.script import Part, as_text, count, fitting, officers_notes, paragraphs
from loa.exports.radio.spoken import Said, SpokenPost, broadcast_of, formula, length, spoken_post
from loa.model import words
from loa.model.posts import Post
from loa.reading import Unsure

USUAL_MINUTES = 15
URGENT = "khan-cap"
_URGENCY = {priority: -place for place, priority in enumerate(words.PRIORITIES)}
_FIRST, _NEXT, _LAST = "Sau đây là tin đầu tiên.", "Mời bà con nghe tiếp.", "Và sau cùng."
_URGENT_NOTICE = "Thông báo khẩn, mời bà con chú ý nghe."
_LONGEST_LINK = 8  # syllables, counted in before it is known which link a post gets


@dataclass(frozen=True)
class Entry:
    """What is said of one post; ``left`` are the sentences that there was no time for."""

    post: Post
    spoken: SpokenPost
    sentences: tuple[Said, ...]
    left: int = 0


@dataclass(frozen=True)
class Bulletin:
    """One programme, opening to closing; ``left_out`` are posts that had no place in it."""

    minutes: int
    reading_speed: int
    opening: tuple[Said, ...]
    entries: tuple[Entry, ...]
    closing: tuple[Said, ...]
    left_out: tuple[Post, ...] = ()

    @property
    def sentences(self) -> tuple[Said, ...]:
        """Return all that is read out, in order."""
        said = list(self.opening)
        for place, entry in enumerate(self.entries):
            said += [Said(self._link(place)), *entry.sentences]
        return (*said, *self.closing)

    @property
    def syllables(self) -> int:
        """Return how many syllables the programme has."""
        return count(self.sentences)

    @property
    def unsure(self) -> tuple[Unsure, ...]:
        """Return what the officer should look at first."""
        return tuple(doubt for entry in self.entries for doubt in entry.spoken.unsure)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the paragraphs of the paper, for any typesetter."""
        return tuple(self._parts())

    def text(self) -> str:
        """Return the paper as plain text."""
        return as_text(self.parts)

    def left_out_text(self) -> str:
        """Return in Vietnamese what was left out; empty where nothing was."""
        said = [f"Chưa đưa vào vì hết giờ: {post.title} ({post.id})." for post in self.left_out]
        said += [
            f"Chỉ đọc phần đầu, còn {entry.left} câu: {entry.post.title} ({entry.post.id})."
            for entry in self.entries
            if entry.left
        ]
        return "\n".join(said)

    def _link(self, place: int) -> str:
        if self.entries[place].post.priority == URGENT:
            return _URGENT_NOTICE
        if place == 0:
            return _FIRST
        return _LAST if place == len(self.entries) - 1 else _NEXT

    def _parts(self) -> Iterator[Part]:
        yield Part("note", f"Bản tin, đọc khoảng {length(self.syllables, self.reading_speed)}")
        yield from paragraphs(self.sentences)
        notes = tuple(officers_notes(self.unsure))
        yield from notes or (Part("note", "KHÔNG ĐỌC PHẦN NÀY"),) if self.left_out_text() else notes
        yield from (Part("note", line) for line in self.left_out_text().splitlines())


def bulletin(showing: Showing, first: date, last: date, minutes: int | None = None) -> Bulletin:
    """Return the programme of the posts of some days, both days included.

    Args:
        showing: the content on the day it is made.
        first: the first day.
        last: the last day.
        minutes: how long it may be; by default the shortest broadcast of the town.
    """
    broadcast = broadcast_of(showing)
    lasting = minutes or min(
        (slot.minutes for slot in broadcast.slots if slot.minutes), default=USUAL_MINUTES
    )
    opening = formula(broadcast.opening, showing)
    closing = formula(broadcast.closing, showing)
    posts = posts_between(showing, first, last)
    room = lasting * broadcast.reading_speed - count((*opening, *closing))
    spoken = [(post, spoken_post(post, article_of(post, showing), showing)) for post in posts]
    left_out: list[Post] = []
    while spoken and sum(_least(said) for _, said in spoken) > room:
        left_out.insert(0, spoken.pop()[0])
    return Bulletin(
        lasting,
        broadcast.reading_speed,
        opening,
        tuple(_shared_out(spoken, room)),
        closing,
        tuple(left_out),
    )


def posts_between(showing: Showing, first: date, last: date) -> list[Post]:
    """Return the posts of some days that may be read out: urgent ones first, then the newest."""
    chosen = [
        post
        for post in showing.published
        if first <= (post.publish_on or post.date) <= last
        and may_go_out(post, "loa")
        and not post.has_expired(showing.today)
    ]
    chosen.sort(key=lambda post: (post.publish_on or post.date, post.path), reverse=True)
    return sorted(chosen, key=lambda post: _URGENCY[post.priority or "thong-thuong"])


def _least(spoken: SpokenPost) -> int:
    """Return the syllables of a post told as shortly as it makes sense."""
    return count((*spoken.core, *spoken.summary)) + _LONGEST_LINK


def _shared_out(spoken: list[tuple[Post, SpokenPost]], room: int) -> Iterator[Entry]:
    """Give every post its share of the time; what one doesn't need goes to those after it."""
    spare = room - sum(_least(said) for _, said in spoken)
    for place, (post, said) in enumerate(spoken):
        rest = (*said.facts, *said.body)
        more = fitting(rest, spare // (len(spoken) - place))
        spare -= count(more)
        left = sum(not part.heading for part in rest) - sum(not part.heading for part in more)
        yield Entry(post, said, (*said.core, *said.summary, *more), left)
