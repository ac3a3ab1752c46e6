"""Ways of narrowing a list of posts, and what each finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loa.ask import views
from loa.ask.showing import Showing
from loa.model import words
from loa.model.content import Content
from loa.model.posts import Post, Story
from loa.plan.question import question
from loa.text.vietnamese import capitalise, slug


@dataclass(frozen=True)
class Facet:
    """One way of narrowing a list; ``kind`` is its part of the address."""

    kind: str
    title: str
    of: Callable[[Post], Iterable[str]]
    names: Callable[[Content], Mapping[str, str]]


def _who(post: Post) -> Iterator[str]:
    if isinstance(post, Story):
        yield slug(words.SUBJECTS[post.subject])


def _village_names(content: Content) -> Mapping[str, str]:
    return {village.id: capitalise(village.full_name) for village in content.villages.values()}


TOPICS = Facet(
    "chu-de",
    "Chủ đề",
    lambda post: post.topics,
    lambda content: {topic.id: topic.title for topic in content.topics.values()},
)
AUDIENCES = Facet(
    "doi-tuong",
    "Dành cho ai",
    lambda post: post.audiences,
    lambda content: {audience.id: audience.title for audience in content.audiences.values()},
)
VILLAGES = Facet("thon", "Thôn, làng", lambda post: post.villages, _village_names)
WHO = Facet(
    "ai-lam",
    "Ai làm",
    _who,
    lambda content: {slug(name): capitalise(name) for name in words.SUBJECTS.values()},
)
FACETS = (TOPICS, WHO, AUDIENCES, VILLAGES)


@dataclass(frozen=True)
class Choice:
    """One filter chosen: the kind of its facet, and which of its values."""

    kind: str
    id: str
    name: str
    count: int


@question
def _grouped(showing: Showing, section: str, kind: str) -> Mapping[str, Sequence[Post]]:
    (facet,) = (one for one in FACETS if one.kind == kind)
    return views.group_by(showing.listed(section), facet.of)


@question
def chosen_posts(showing: Showing, section: str, kind: str, id: str) -> Sequence[Post]:
    """Return the posts of a section's list that one filter leaves."""
    return _grouped(showing, section, kind).get(id, [])


@question
def choices(showing: Showing, section: str) -> Sequence[Choice]:
    """Return every filter of a section that finds something, in the order of the data."""
    return [
        Choice(facet.kind, id, name, len(found[id]))
        for facet in FACETS
        if (found := _grouped(showing, section, facet.kind))
        for id, name in facet.names(showing.content).items()
        if id in found
    ]


@question
def counted(showing: Showing, section: str) -> int:
    """Return how many posts the list of a section shows."""
    return len(showing.listed(section))


def marks(post: Post) -> str:
    """Return what a script narrows lists by."""
    return " ".join(f"{facet.kind}:{id}" for facet in FACETS for id in facet.of(post))
