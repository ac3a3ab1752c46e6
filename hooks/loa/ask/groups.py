"""Topics, audiences and villages: which have a page, and which posts stand on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loa.ask import views
from loa.ask.facets import AUDIENCES, TOPICS, VILLAGES, Facet
from loa.ask.showing import Showing
from loa.model.posts import Post


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
    posts: Sequence[Post]


def members(grouping: Grouping, showing: Showing) -> Iterator[Member]:
    """Yield every group that has a page, in the order of the data."""
    content, facet = showing.content, grouping.facet
    known = {"chu-de": content.topics, "doi-tuong": content.audiences, "thon": content.villages}
    found = views.group_by(views.current(showing.shown, showing.today), facet.of)
    for id, name in facet.names(content).items():
        # A village keeps its page before its first post; an empty topic would be a dead end.
        if id in found or facet is VILLAGES:
            record = known[facet.kind][id]
            text, icon = getattr(record, "text", ""), getattr(record, "icon", "")
            yield Member(id, name, text or "", icon, found.get(id, []))
