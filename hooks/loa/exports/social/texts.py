"""A post for Zalo and Facebook: a short text, a long one, and the plan of a clip of one minute.

Whole sentences only; what does not fit any more is left to the link.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from loa.ask.key_facts import key_facts
from loa.ask.showing import Showing
from loa.exports.article import Article, Heading, Listing, Paragraph, Quote, lines, plain
from loa.model import words
from loa.model.posts import PolicyPost, Post
from loa.text.vietnamese import slug

# Our own limits: a short text shows whole under a picture without "xem thêm"; longer than the long
# one nobody reads on a phone.
SHORT_MOST, LONG_MOST = 400, 1_500
CLIP_SECONDS = 60
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZĐÀ-Ỹ“\"(])")
_MOST_TAGS = 5
_HEADING = "\x02"  # marks a heading until it is known whether anything follows it


def social_text(post: Post, article: Article, showing: Showing) -> str:
    """Return the whole file: short text, long text, what to do with them."""
    short, long = short_text(post, article, showing), long_text(post, article, showing)
    return (
        f"BÀI NGẮN ({len(short)} chữ cái, tối đa {SHORT_MOST})\n\n{short}\n\n"
        f"{'=' * 40}\n\nBÀI DÀI ({len(long)} chữ cái, tối đa {LONG_MOST})\n\n{long}\n\n"
        f"{'=' * 40}\n\nCÁCH ĐĂNG\n"
        "1. Chép một trong hai bài trên, dán vào Zalo hoặc Facebook.\n"
        "2. Gắn kèm ảnh the-1200x630 trong thư mục này, nếu trang không tự hiện ảnh từ liên kết.\n"
        "3. Đăng xong thì đánh dấu ở bảng kênh.\n"
        "4. Đừng đăng thêm tên, ảnh, số điện thoại của bà con.\n"
    )


def short_text(post: Post, article: Article, showing: Showing) -> str:
    """Return title, first sentences, link and hashtags, at most ``SHORT_MOST`` characters."""
    head = [article.title, *_warning(article)]
    tail = _tail(post, article, showing)
    room = SHORT_MOST - sum(len(part) + 1 for part in (*head, tail))
    lead = _fitted(sentences(article.summary), room)
    return "\n".join(part for part in (*head, lead, tail) if part)


def long_text(post: Post, article: Article, showing: Showing) -> str:
    """Return title, summary, key facts, as much of the text as fits, link and hashtags."""
    tail = _tail(post, article, showing)
    facts = (f"– {fact}" for fact in key_facts(post, showing))
    kept = [article.title, *_warning(article), article.summary, *facts]
    room = LONG_MOST - len(tail) - 2 - sum(len(part) + 2 for part in kept)
    for part in _body(article, only_opening=isinstance(post, PolicyPost)):
        if (room := room - len(part) - 2) < 0:
            break
        kept.append(part)
    while kept and kept[-1].startswith(_HEADING):
        kept.pop()
    return "\n\n".join([*(part.removeprefix(_HEADING) for part in kept), tail])


def hashtags(post: Post, showing: Showing) -> tuple[str, ...]:
    """Return hashtags made of the topics, the programmes and the place, without diacritics."""
    content = showing.content
    names = [content.topics[id].title for id in post.topics]
    names += [words.PROGRAMMES[id] for id in post.programmes]
    names.append(content.township.active.name)
    tags = ("#" + "".join(part.capitalize() for part in slug(name).split("-")) for name in names)
    return tuple(dict.fromkeys(tags))[:_MOST_TAGS]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def _tail(post: Post, article: Article, showing: Showing) -> str:
    link = f"Đọc đủ bài: {article.url}" if article.url else f"Mã bài: {post.id}"
    return f"{link}\n{' '.join(hashtags(post, showing))}"


def _fitted(parts: Iterable[str], room: int) -> str:
    kept = ""
    for part in parts:
        longer = f"{kept} {part}".strip()
        if len(longer) > room:
            break
        kept = longer
    return kept


def _warning(article: Article) -> list[str]:
    """Return what stands before everything else: that a policy has ended, that it may change."""
    first = article.blocks[0] if article.blocks else None
    return [plain(line) for line in lines((first,))] if isinstance(first, Quote) else []


def _body(article: Article, only_opening: bool) -> Iterator[str]:
    """Yield the parts of the text; what a policy is made of stands in its key facts already."""
    for block in article.blocks:
        match block:
            case Heading(line=line):
                if only_opening:
                    return
                yield _HEADING + plain(line)
            case Paragraph(line=line):
                yield plain(line)
            case Listing(items=items):
                yield "\n".join(f"– {plain(item.line)}" for item in items)


# --- a clip of one minute ------------------------------------------------------------------------


@dataclass(frozen=True)
class Scene:
    """A few seconds of the clip: what is seen, what is written, what is said."""

    seconds: int
    picture: str
    caption: str
    spoken: str


def clip(
    post: Post, article: Article, showing: Showing, spoken: Callable[[str], str], speed: int
) -> tuple[Scene, ...]:
    """Return the scenes of a clip that is read in at most a minute.

    Args:
        post: the post.
        article: the same, ready for other channels.
        showing: what is published today.
        spoken: says a text as it is read aloud.
        speed: syllables read in a minute.
    """
    room = speed * CLIP_SECONDS // 60
    last = "Xem đủ bài ở trang thông tin giảm nghèo, hoặc hỏi trưởng thôn, cán bộ xã."
    if isinstance(post, PolicyPost):
        last = "Hỏi trưởng thôn hoặc cán bộ để được hướng dẫn. Xem đủ bài ở trang thông tin."
    pictures = [picture for picture, _ in article.pictures]
    shown = [f"Ảnh {one.number:02d}: {one.alt}" for one in pictures] or ["Hình vẽ trên bìa của bài"]
    said = [article.title, *sentences(article.summary), *key_facts(post, showing)]
    scenes: list[Scene] = []
    left = room - _syllables(spoken(last))
    for number, sentence in enumerate(said):
        words_said = spoken(sentence)
        if (count := _syllables(words_said)) > left:
            break
        left -= count
        seconds = max(1, -(-count * 60 // speed))
        caption = article.title if number == 0 else sentence
        scenes.append(Scene(seconds, shown[number % len(shown)], caption, words_said))
    seconds = -(-_syllables(spoken(last)) * 60 // speed)
    return (
        *scenes,
        Scene(seconds, "Mã QR và địa chỉ của bài", article.url or post.id, spoken(last)),
    )


def clip_text(scenes: Iterable[Scene], title: str) -> str:
    """Return the scenes as a page to film from."""
    lines, begins = [f"KỊCH BẢN CLIP 60 GIÂY: {title}", ""], 0
    for number, scene in enumerate(scenes, 1):
        lines += [
            f"CẢNH {number} (giây {begins}–{begins + scene.seconds})",
            f"Hình: {scene.picture}",
            f"Chữ trên hình: {scene.caption}",
            f"Lời: {scene.spoken}",
            "",
        ]
        begins += scene.seconds
    lines.append(f"Dài khoảng {begins} giây. Quay người dân thì phải hỏi và được đồng ý trước.")
    return "\n".join(lines) + "\n"


def _syllables(text: str) -> int:
    return len(re.findall(r"\w+", text))
