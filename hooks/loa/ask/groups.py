"""Topics, audiences and villages: which have a page, and which posts stand on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loa.ask import views
from loa.ask.facets import AUDIENCES, TOPICS, VILLAGES, Facet
from loa.ask.showing import Showing
from loa.model.posts import Post
from loa.plan.question import question


@dataclass(frozen=True)
class Grouping:
    """One way of grouping, in words."""

    facet: Facet
    title: str
    intro: str
    everything: str


GROUPINGS = {
    TOPICS.kind: Grouping(
        TOPICS, "Chủ đề", "Chọn việc đang cần để xem mọi bài về việc ấy.", "Mọi bài về"
    ),
    AUDIENCES.kind: Grouping(
        AUDIENCES,
        "Dành cho ai",
        "Chọn gia đình mình thuộc diện nào để xem bài nên đọc.",
        "Mọi bài dành cho",
    ),
    VILLAGES.kind: Grouping(
        VILLAGES, "Thôn, làng, tổ dân phố", "Chuyện và tin của từng nơi.", "Mọi bài về"
    ),
}


@dataclass(frozen=True)
class Member:
    """One topic, audience or village with a page of its own."""

    id: str
    title: str
    text: str
    icon: str
    count: int  # of its posts


@question
def _by_group(showing: Showing, kind: str) -> Mapping[str, Sequence[Post]]:
    return views.group_by(showing.current, GROUPINGS[kind].facet.of)


@question
def posts_of(showing: Showing, kind: str, id: str) -> Sequence[Post]:
    return _by_group(showing, kind).get(id, [])


@question
def members(showing: Showing, kind: str) -> Sequence[Member]:
    """Return every group that has a page, in the order of the data."""
    content, facet = showing.content, GROUPINGS[kind].facet
    known = {"chu-de": content.topics, "doi-tuong": content.audiences, "thon": content.villages}
    found, members = _by_group(showing, kind), []
    for id, name in facet.names(content).items():
        # A village keeps its page before its first post; an empty topic would be a dead end.
        if id in found or facet is VILLAGES:
            record = known[facet.kind][id]
            text, icon = getattr(record, "text", ""), getattr(record, "icon", "")
            members.append(Member(id, name, text or "", icon, len(found.get(id, []))))
    return members
