"""One post or page at a time: what a rule finds in it is kept as long as what it read stays so.

A rule that judges each post by itself gets content that holds this post alone; data are looked up
as always. What a rule says of one post then costs nothing when another is edited.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.plan.question import Answers
from loa.plan.records import NotingContent
from loa.plan.trace import note

PAGE = "page:"  # begins the note that a page was looked for


@dataclass(frozen=True)
class Reachable(Container[str]):
    """The paths under ``docs/`` of all pages; looking for one leaves a note."""

    paths: frozenset[str] = frozenset()
    unknown: bool = False  # then a link may lead anywhere

    def __contains__(self, path: object) -> bool:
        note(f"{PAGE}{path}")
        return self.unknown or path in self.paths

    def all(self) -> frozenset[str]:
        """Return all of them, to find one that was meant."""
        note(f"{PAGE}*")
        return self.paths


@dataclass(frozen=True)
class Judged:
    """Content that is being checked, and where its links may lead."""

    content: Content
    today: Any
    reachable: Reachable = Reachable()
    answers: Answers = field(default_factory=Answers, compare=False, repr=False)


class Alone(NotingContent):
    """Content that holds one post or page, or only the data; ``whole`` is all of it.

    ``bodies`` are the texts that rules have read, ``names`` those of all files that go out, for as
    long as this content is judged.
    """


def alone(judged: Judged, owner: Post | Page | None) -> Content:
    """Return content with one post or page in it, or with none."""
    made = object.__new__(Alone)
    made.__dict__.update(judged.content.__dict__)
    made.__dict__["posts"] = (owner,) if isinstance(owner, Post) else ()
    made.__dict__["pages"] = (owner,) if isinstance(owner, Page) else ()
    made.__dict__["with_data"] = owner is None
    made.__dict__["whole"] = judged.content
    made.__dict__["reachable"] = judged.reachable
    made.__dict__["bodies"] = {}
    return made


def whole(judged: Judged) -> Content:
    """Return all of the content, for rules that compare posts with each other."""
    made = object.__new__(Alone)
    made.__dict__.update(judged.content.__dict__)
    made.__dict__["names"] = {}
    made.__dict__["whole"] = judged.content
    made.__dict__["reachable"] = judged.reachable
    return made
