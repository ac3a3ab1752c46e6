"""Questions to the content: which posts show today, in what order, beside which others."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from heapq import nsmallest
from typing import TypeVar

from loa.ask.approval import is_approved
from loa.model.boards import Notice
from loa.model.content import Content
from loa.model.places import Unit
from loa.model.plan import Campaign
from loa.model.policies import Policy
from loa.model.posts import PolicyPost, Post, Story
from loa.text.vietnamese import sort_key


class Standing(Enum):
    """What a reader finds at the address of a post."""

    SHOWN = "shown"
    UNFINISHED = "unfinished"  # draft, in review, not yet due: in serve only
    HELD = "held"  # changed after approval: "đang được cập nhật"
    WITHDRAWN = "withdrawn"  # consent taken back or run out: a neutral notice
    HIDDEN = "hidden"  # a sample while samples are not shown


def standing(post: Post, content: Content, today: date) -> Standing:
    """Say how a post stands today; consent weighs most."""
    if post.consent and not post.consent.holds(today):
        return Standing.WITHDRAWN
    if post.sample and not content.township.show_samples:
        return Standing.HIDDEN
    if post.status != "published" or not post.is_due(today):
        return Standing.UNFINISHED
    if content.township.approval_required and not is_approved(post, content.root):
        return Standing.HELD
    return Standing.SHOWN


N = TypeVar("N", bound=Notice)


def on_the_board(notices: Iterable[N], content: Content, today: date) -> list[N]:
    """Return the notices that hang today, those that end first in front, samples last."""
    hanging = [
        notice
        for notice in notices
        if notice.is_current(today) and (content.township.show_samples or not notice.sample)
    ]
    return sorted(hanging, key=lambda notice: (notice.sample, notice.expires_on, notice.id))


def newest_first(posts: Iterable[Post]) -> list[Post]:
    """Sort by date, newest first; the title settles equals so that builds agree."""
    return sorted(posts, key=lambda post: (-post.date.toordinal(), sort_key(post.title)))


def current(posts: Iterable[Post], today: date) -> list[Post]:
    """Return the posts that lists show: not expired, newest first, real ones before samples."""
    listed = newest_first(post for post in posts if not post.has_expired(today))
    return sorted(listed, key=lambda post: post.sample)


def about_policy(posts: Iterable[Post], policy: str) -> list[Story]:
    """Return the stories of households that used a policy."""
    return [post for post in posts if isinstance(post, Story) and policy in post.supports]


def explainers(posts: Iterable[Post]) -> dict[str, PolicyPost]:
    """Return the explainer of each policy."""
    return {post.policy: post for post in posts if isinstance(post, PolicyPost)}


Marked = Mapping[tuple[str, str], Sequence[Post]]


def by_mark(posts: Iterable[Post]) -> Marked:
    """Return the posts of each section under each topic, audience and village."""
    marked: dict[tuple[str, str], list[Post]] = {}
    for post in posts:
        for mark in _marks(post):
            marked.setdefault((post.SECTION, mark), []).append(post)
    return marked


def related(post: Post, marked: Callable[[str], Iterable[Post]], count: int = 3) -> list[Post]:
    """Return posts that share most topics, audiences and villages.

    Args:
        post: the post they are related to.
        marked: the posts of its section under a topic, an audience or a village.
        count: so many at most.
    """
    shared: Counter[str] = Counter()
    found: dict[str, Post] = {}
    for mark in _marks(post):
        for other in marked(mark):
            shared[other.path] += 1
            found[other.path] = other
    found.pop(post.path, None)
    return nsmallest(
        count,
        found.values(),
        key=lambda other: (-shared[other.path], -other.date.toordinal(), other.path),
    )


def _marks(post: Post) -> set[str]:
    return {*post.topics, *post.audiences, *post.villages}


def yearly(month_day: str, year: int) -> date:
    """Return a yearly day in one year; 29 February falls back to the 28th."""
    month, day = map(int, month_day.split("-"))
    if (month, day) == (2, 29) and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        day = 28
    return date(year, month, day)


def season(campaign: Campaign, today: date) -> tuple[date, date]:
    """Return the first and last day of the campaign that runs now, or of the next one."""
    for year in (today.year - 1, today.year, today.year + 1):
        starts, ends = yearly(campaign.starts, year), yearly(campaign.ends, year)
        if ends < starts:
            ends = yearly(campaign.ends, year + 1)
        if today <= ends:
            return starts, ends
    raise AssertionError("a yearly campaign always comes again")


def unit_on(content: Content, day: date) -> Unit:
    """Return the unit that existed on ``day``, or the active one where dates are silent."""
    found = [unit for unit in content.township.units if unit.is_in_force(day)]
    return found[0] if found else content.township.active


def last_day_of_documents(policy: Policy, content: Content) -> date | None:
    """Return the day after which nothing under a policy is in effect any more, if there is one."""
    documents = (content.legal_documents.get(id) for id in policy.legal_basis)
    ends = [document.effective_to for document in documents if document]
    return max((end for end in ends if end), default=None) if all(ends) else None


def group_by(posts: Iterable[Post], keys: Callable[[Post], Iterable[str]]) -> dict[str, list[Post]]:
    """Return the posts under each of their keys, in the order given."""
    groups: dict[str, list[Post]] = {}
    for post in posts:
        for key in dict.fromkeys(keys(post)):
            groups.setdefault(key, []).append(post)
    return groups
