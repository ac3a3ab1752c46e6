"""What can be found: every page a visitor sees, as one shape."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from loa import blocks, facts, paths
from loa.facts import DrawBlock, fact_text
from loa.images import can_publish_pictures
from loa.markup import published_body
from loa.model.policies import Policy
from loa.model.posts import News, Page, PolicyPost, Post, Story
from loa.pages.cards import headline_facts
from loa.pages.events import upcoming
from loa.pages.front import SECTIONS
from loa.pages.policy_status import policy_status
from loa.pages.standing_pages import contact_rows
from loa.search.texts import ASIDE, Section, sections
from loa.showing import Showing
from loa.vietnamese import capitalise

KINDS = {**{id: known["title"] for id, known in SECTIONS.items()}, "trang": "Giới thiệu"}
IN_FORCE = {"co": "Còn hiệu lực", "chua": "Chưa áp dụng", "het": "Đã hết hiệu lực"}


@dataclass(frozen=True, kw_only=True)
class Document:
    """One page: what it says, where it is, and how it may be narrowed down."""

    url: str
    title: str
    summary: str
    kind: str
    sections: tuple[Section, ...]
    lead: str = ""  # the number people come for
    marks: str = ""  # topics, audiences, villages, code: said beside the text
    date: dt.date | None = None
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    village_text: str = ""
    status: str = ""
    in_force: str = ""
    sample: bool = False
    prior: float = 1.0
    order: tuple[str, ...] = field(default=(), compare=False)


def documents(showing: Showing) -> list[Document]:
    """Return everything that can be found; neighbours in meaning stand side by side."""
    draw = _drawer(showing)
    found = [_of_post(post, showing, draw) for post in showing.shown]
    found += [_of_page(page, showing, draw) for page in showing.content.pages]
    found += [_calendar(showing), *_villages(showing)]
    return sorted(found, key=lambda document: (document.order, document.url))


def _drawer(showing: Showing) -> DrawBlock:
    drawn = blocks.drawer(showing.content, showing.today)

    def draw(name: str, policy: Policy) -> str:
        text = drawn(name, policy)
        if name == "cac-buoc":
            return text.replace("</strong> ", ".</strong> ")
        # Every page repeats the long titles of the same decrees: they must not outweigh its text.
        return (ASIDE if name == "can-cu" else "") + text

    return draw


def _of_post(post: Post, showing: Showing, draw: DrawBlock) -> Document:
    content = showing.content
    policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
    body = published_body(facts.expand(post.body, content, policy, draw), can_publish_pictures())
    villages = [content.villages[id] for id in post.villages]
    topics = [content.topics[id].title for id in post.topics]
    audiences = [content.audiences[id].title for id in post.audiences]
    aliases = [alias for village in villages for alias in (village.full_name, *village.aliases)]
    marks = [KINDS[post.SECTION], *topics, *audiences, *aliases, post.id]
    level = policy_status(policy, content, showing.today) if policy else None
    in_force = {"ended": "het", "coming": "chua"}.get(level.level, "co") if level else ""
    return Document(
        url=showing.edition.url(paths.post(post)),
        title=post.title,
        summary=post.summary,
        kind=post.SECTION,
        sections=(*sections(f"{_facts(policy, showing)}{body}"), *_own_sections(post, showing)),
        lead=_lead(policy, showing),
        marks=". ".join(marks),
        date=post.date,
        topics=post.topics,
        audiences=post.audiences,
        villages=post.villages,
        village_text=", ".join(capitalise(village.full_name) for village in villages),
        status=_status(post, level.badge()["text"] if level else "", showing.today),
        in_force=in_force,
        sample=post.sample,
        prior=_prior(post, in_force, showing.today),
        order=(post.topics[0], post.SECTION),
    )


def _facts(policy: Policy | None, showing: Showing) -> str:
    """Return the numbers that stand above the text of a policy."""
    if policy is None:
        return ""
    shown = headline_facts(policy, showing)
    return "".join(f"{fact.label}: {fact_text(fact)}.\n\n" for fact in shown)


def _lead(policy: Policy | None, showing: Showing) -> str:
    shown = headline_facts(policy, showing) if policy else []
    return f"{shown[0].label}: {fact_text(shown[0])}" if shown else ""


def _own_sections(post: Post, showing: Showing) -> Iterator[Section]:
    """Yield the parts of a story and its translations, with the anchors of the template."""
    if isinstance(post, Story):
        home = post.household
        if home and home.changes:
            lines = [f"{row.label}: {row.before}; {row.after}." for row in home.changes]
            yield Section("Trước và sau", "truoc-va-sau", "\n".join(lines))
        policies, helpers = showing.content.policies, showing.content.organisations
        helped = [policies[id].title for id in post.supports]
        helped += [helpers[id].name for id in post.helped_by]
        if helped:
            yield Section("Ai đã giúp", "ai-da-giup", "", aside=".\n".join(helped))
        if home:
            about = [home.name or "", *home.livelihoods]
            yield Section("Về gia đình", "", ", ".join(filter(None, about)))
    if post.translations:
        for found in (post.translations.jra, post.translations.bdq):
            if found:
                yield Section(found.title, "", found.summary or "")


def _status(post: Post, of_policy: str, today: dt.date) -> str:
    return "Đã hết hạn" if post.has_expired(today) else of_policy


def _prior(post: Post, in_force: str, today: dt.date) -> float:
    """Return how much a page counts before anybody has asked anything."""
    if post.has_expired(today) or in_force == "het":
        return 0.72
    if in_force == "chua":
        return 0.86
    if isinstance(post, News):
        # News of this week stand a little above those of last year.
        months = max(0, (today - post.last_change).days) / 30
        return 0.8 + 0.2 / (1 + months / 6)
    return 1.0 if isinstance(post, PolicyPost) else 0.96


def _of_page(page: Page, showing: Showing, draw: DrawBlock) -> Document:
    body = facts.expand(page.body, showing.content, None, draw)
    home = page.path == "docs/index.md"
    return Document(
        url=showing.edition.url(page.path.removeprefix("docs/")),
        title=page.title,
        summary=page.summary or "",
        kind="trang",
        sections=(*_contact(page, showing), *sections(body)),
        marks=". ".join(showing.content.topics[id].title for id in page.topics),
        date=page.updated_on,
        topics=page.topics,
        status="Giai đoạn trước" if page.previous_period else "",
        prior=0.5 if home else 0.72 if page.previous_period else 0.92,
        order=("",),
    )


def _contact(page: Page, showing: Showing) -> Iterator[Section]:
    if page.contact:
        rows = contact_rows(page, showing)
        yield Section("", "", "\n".join(f"{row['label']}: {row['value']}." for row in rows))


def _calendar(showing: Showing) -> Document:
    coming = upcoming(showing, 60)
    lines = [f"{item['title']}: {item['when_text']}. {item['text']}" for item in coming]
    return Document(
        url=showing.edition.url(paths.CALENDAR),
        title="Lịch",
        summary="Đối thoại, rà soát, chiến dịch và hạn cuối bà con cần nhớ.",
        kind="trang",
        sections=(Section("", "", "\n".join(dict.fromkeys(lines))),),
        prior=0.8,
        order=("",),
    )


def _villages(showing: Showing) -> Iterator[Document]:
    for village in showing.content.villages.values():
        if village.sample:
            continue
        yield Document(
            url=showing.edition.url(paths.group("thon", village.id)),
            title=capitalise(village.full_name),
            summary=f"Mọi bài về {village.full_name}.",
            kind="trang",
            sections=(Section("", "", ""),),
            marks=". ".join((*village.aliases, village.old_unit or "")),
            villages=(village.id,),
            village_text=capitalise(village.full_name),
            prior=0.9,
            order=("",),
        )
