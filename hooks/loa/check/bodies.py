"""Texts that can be made into a page, in time, and that say something."""

import re
from collections.abc import Iterator
from datetime import date

from loa.check.prose import body, own_words, owners
from loa.check.values import problem
from loa.model.content import Content
from loa.problems import Level, Problem
from loa.rendered.seen import Seen, seen

# Papers, the loudspeaker and the town page go down into what is nested one by one.
DEEPEST = 40
SLOWEST = 3.0  # seconds

_SAYS = re.compile(r"\w")


def bodies_can_be_made(content: Content, today: date) -> Iterator[Problem]:
    """A text becomes a page, without nesting that no channel can follow, in a moment."""
    for owner in owners(content):
        text = body(owner, content)
        if text.seen is None:
            continue
        if _is_too_much(text.seen):
            message = (
                "từ dòng này chữ lồng vào nhau quá nhiều lớp nên không dựng được trang; hãy bỏ bớt "
                "dấu > hoặc khoảng trắng đầu dòng, bớt thẻ < >"
            )
            yield text.problem_in_line(_first_line_too_much(text.seen.source), message)
        elif text.seen.seconds > SLOWEST:
            message = (
                f"bài này mất {text.seen.seconds:.0f} giây để dựng thành trang; hãy xem lại chỗ có "
                "rất nhiều dấu [ ] ( ) * _ ` < > liền nhau"
            )
            yield text.problem_in_line(0, message, Level.REMINDER)


def _is_too_much(text: Seen) -> bool:
    return bool(text.failed) or text.depth > DEEPEST


def _first_line_too_much(source: str) -> int:
    """Return the first line, from 0, with which a text can be made no more."""
    lines = source.split("\n")
    good, bad = 0, len(lines)
    while bad - good > 1:
        middle = (good + bad) // 2
        if _is_too_much(seen("\n".join(lines[:middle]))):
            bad = middle
        else:
            good = middle
    return bad - 1


def bodies_say_something(content: Content, today: date) -> Iterator[Problem]:
    """A published post has a text; a note of its writer is none."""
    for post in content.posts:
        if post.status != "published":
            continue
        text = own_words(post)
        if "{{" in post.body or text.seen is None or text.seen.failed:
            continue
        if _SAYS.search(text.text) or text.pictures:
            continue
        message = "bài chưa có nội dung; hãy viết bài, hoặc để status: draft"
        yield problem(post, "", message, line=post.body_line)
