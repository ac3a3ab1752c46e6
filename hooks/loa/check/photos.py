"""Pictures that can be made into what residents load, told before anything is built."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from loa.check.prose import owners
from loa.media.attachments import attached
from loa.media.gallery import picture_names, picture_problem
from loa.media.images import refusal, size
from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.problems import Level, Problem
from loa.text.markup import DRAWINGS

# The file that a phone takes; a smaller original is blurred on every screen.
LEAST_WIDTH = 480


def pictures_can_be_published(content: Content, today: date) -> Iterator[Problem]:
    """A picture is a whole still photo that this machine can read, whatever its name says."""
    for owner, file, source in _pictures(content):
        if message := refusal(source):
            yield picture_problem(owner, file, message)


def pictures_are_large_enough(content: Content, today: date) -> Iterator[Problem]:
    """A picture is wide enough not to look blurred on a phone."""
    for owner, file, source in _pictures(content):
        found = size(source)
        if found and max(found) < LEAST_WIDTH:
            message = (
                f"ảnh nhỏ ({found[0]} × {found[1]} điểm ảnh), lên trang sẽ mờ; "
                f"hãy tìm ảnh gốc, rộng từ {LEAST_WIDTH} điểm ảnh trở lên"
            )
            yield picture_problem(owner, file, message, Level.REMINDER)


def _pictures(content: Content) -> Iterator[tuple[Post | Page, str, Path]]:
    for owner in owners(content):
        for file in picture_names(owner):
            source = attached(content.root, owner.path, file)
            if source and source.suffix.lower() not in DRAWINGS:
                yield owner, file, source
