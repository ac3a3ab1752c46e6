"""Nothing that somebody typed vanishes on its way out: numbers and words are counted.

The only rule that reads a text as it was typed; it holds it against what the page shows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise

from loa.check.prose import body, own_words, owners
from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.problems import Level, Problem
from loa.reading.heard import sentences, unheard
from loa.rendered.seen import Seen
from loa.text.typed_words import all_there, joined, numbers_in, plain, typed_text, words_in

_MOST = 2000  # a longer list is not searched for the very place
_DIGIT = re.compile(r"\d")
_STEP = re.compile(r"[ \t>]*(\d+)[.)]\s")
_SOUGHT = 100  # words that are looked for inside of others
_TOLD = 5  # words in one message

Counted = list[tuple[int, str]]  # the line and the number or word


def typed_numbers_go_out(content: Content, today: date) -> Iterator[Problem]:
    """Every number that was typed stands on the page as it was typed."""
    for owner, seen, typed, out in _otherwise(content):
        shown = [*numbers_in(out), *((0, mark) for mark in seen.marks)]
        missing = _missing([*numbers_in(typed)], shown)
        counted_on = _counted_on(typed) if missing else frozenset()
        missing = [one for one in missing if one not in counted_on]
        for line, numbers in _by_line(missing):
            near = _instead(numbers, seen)
            message = (
                f"gõ {_listed(numbers)} mà trên trang không thấy đúng như vậy{near}; hãy xem lại "
                "dấu * _ ~ quanh số, số đầu dòng, hoặc thẻ < >"
            )
            yield Problem(owner.path, owner.body_line + line, message, Level.REMINDER)


def numbers_are_heard(content: Content, today: date) -> Iterator[Problem]:
    """Every number of a post is heard when its text is read over the loudspeakers."""
    readings = {reading.written: reading.spoken for reading in content.speech.readings}
    for post in content.posts:
        prose = body(post, content)
        if prose.seen is None or not _DIGIT.search(prose.text):
            continue
        for part in prose.seen.stretches:
            for place, sentence in sentences(prose.text, part.start, part.end):
                for number in unheard(sentence, readings):
                    near = max(0, prose.text.find(number, place))
                    message = (
                        f"số «{number}» loa chưa đọc được; hãy viết cách khác, hoặc thêm cách đọc "
                        "vào data/speech.yml"
                    )
                    yield prose.problem(near, message, Level.REMINDER)


def typed_words_go_out(content: Content, today: date) -> Iterator[Problem]:
    """Every word that was typed stands on the page."""
    for owner, _, typed, out in _otherwise(content):
        shown = [*words_in(out)]
        missing = _missing([*words_in(typed)], shown)
        if missing:  # **Đ**ak is one word
            lines = {line for line, _ in _missing([*words_in(joined(typed))], shown)}
            missing = [one for one in missing if one[0] in lines]
            missing = _not_even_inside(missing, typed, out)
        yield from _words_lost(owner, typed, missing)


def _otherwise(content: Content) -> Iterator[tuple[Post | Page, Seen, str, str]]:
    """Yield each text that does not come out as it was typed: owner, page, words typed and shown.

    What was taken out as a note is not lost: it counts as shown.
    """
    for owner in owners(content):
        prose = own_words(owner)
        if prose.seen is None or prose.seen.failed:
            continue
        typed = typed_text(owner.typed or owner.body)
        out = "\n".join((prose.text, *(typed_text(note) for _, note in owner.notes)))
        if not all_there(typed, out):
            yield owner, prose.seen, typed, out


def _words_lost(owner: Post | Page, typed: str, missing: Counted) -> Iterator[Problem]:
    lines = typed.split("\n")
    for line, words in _by_line(missing):
        said = " ".join(lines[line].split())[:60]
        message = (
            f"{len(words)} chữ gõ ở dòng này không lên trang (đoạn «{said}»); hãy xem lại dấu [ ], "
            "{ }, < > và chú thích [^…]"
        )
        yield Problem(owner.path, owner.body_line + line, message, Level.REMINDER)


def _not_even_inside(missing: Counted, typed: str, shown: str) -> Counted:
    """Return what is no part of a longer word either: [a](x)[b](y) is read as one."""
    before, after = plain(typed), plain(shown)
    lost = {
        word: before.count(word) > after.count(word)
        for word in list(dict.fromkeys(word for _, word in missing))[:_SOUGHT]
    }
    return [(line, word) for line, word in missing if lost.get(word, True)]


def _missing(typed: Counted, shown: Counted) -> Counted:
    """Return what was typed and is not shown as often."""
    fewer = Counter(word for _, word in typed)
    fewer.subtract(Counter(word for _, word in shown))
    lost = {word: count for word, count in fewer.items() if count > 0}
    if not lost:
        return []
    found = []
    for place in _unmatched([word for _, word in typed], [word for _, word in shown]):
        line, word = typed[place]
        if lost.get(word, 0) > 0:
            lost[word] -= 1
            found.append((line, word))
    return sorted(found)


def _unmatched(typed: list[str], shown: list[str]) -> Iterable[int]:
    """Yield the places of what has no partner, then all others."""
    every = range(len(typed))
    if max(len(typed), len(shown)) > _MOST:
        return every
    matched: set[int] = set()
    for block in SequenceMatcher(None, typed, shown, autojunk=False).get_matching_blocks():
        matched.update(range(block.a, block.a + block.size))
    return [*(place for place in every if place not in matched), *sorted(matched)]


def _counted_on(typed: str) -> frozenset[tuple[int, str]]:
    """Return the numbers of lists in which every item has the same: a page counts them."""
    lines: list[tuple[int, str]] = []
    for line, text in enumerate(typed.split("\n")):
        if step := _STEP.match(text):
            lines.append((line, step[1]))
    found = set()
    for (line, number), (after, next_number) in pairwise(lines):
        if number == next_number:
            found |= {(line, number), (after, number)}
    return frozenset(found)


def _by_line(missing: Counted) -> Iterator[tuple[int, list[str]]]:
    lines: dict[int, list[str]] = {}
    for line, word in missing:
        lines.setdefault(line, []).append(word)
    yield from lines.items()


def _listed(words: list[str]) -> str:
    more = "…" if len(words) > _TOLD else ""
    return ", ".join(f"«{word}»" for word in words[:_TOLD]) + more


def _instead(numbers: list[str], seen: Seen) -> str:
    """Say what stands there instead, where the digits have run together."""
    run = "".join(numbers)
    return f" (trang ghi «{run}»)" if len(numbers) > 1 and run in seen.text else ""
