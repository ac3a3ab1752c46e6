"""Everything the town has written and knows, held together; the only thing passed around."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from loa.model.boards import Goods, Job
from loa.model.figures import Figure, Indicator
from loa.model.places import Audience, Organisation, Topic, Township, Village
from loa.model.plan import Activity, Campaign, Event, Material, Plan, Speech, Wording
from loa.model.policies import LegalDocument, Policy
from loa.model.posts import Page, Post
from loa.model.searching import Synonym

P = TypeVar("P", bound=Post)


@dataclass(frozen=True, kw_only=True)
class Content:
    """All posts, pages and data of one repository; lists keep the order of their files."""

    root: Path = field(repr=False)
    township: Township
    posts: tuple[Post, ...] = ()
    pages: tuple[Page, ...] = ()
    policies: Mapping[str, Policy] = field(default_factory=dict)
    legal_documents: Mapping[str, LegalDocument] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    villages: Mapping[str, Village] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    materials: Mapping[str, Material] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    jobs: Mapping[str, Job] = field(default_factory=dict)
    goods: Mapping[str, Goods] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    plan: Plan | None = None
    speech: Speech = field(default_factory=Speech)
    wordings: tuple[Wording, ...] = ()
    synonyms: tuple[Synonym, ...] = ()

    def of_kind(self, kind: type[P]) -> tuple[P, ...]:
        """Return the posts of one kind."""
        return tuple(post for post in self.posts if isinstance(post, kind))
