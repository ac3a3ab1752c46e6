"""Pages that are no posts, as search sees them: standing pages, the calendar, lists."""

from collections.abc import Iterator
from dataclasses import replace

from loa.ask import facts, paths
from loa.ask.contacts import contact_rows
from loa.ask.events import upcoming
from loa.ask.facts import DrawBlock
from loa.ask.groups import GROUPINGS, members
from loa.ask.showing import Showing
from loa.ask.standards import is_of_day, standards
from loa.model.posts import Page
from loa.pages.finder import SUMMARY, TITLE, finder_invitation
from loa.search.document import Document
from loa.search.texts import Section, sections


def of_page(page: Page, showing: Showing, draw: DrawBlock) -> Document:
    """Return a page of ``docs/`` as a document."""
    body = facts.expand(page.body, showing.content, None, draw)
    home = page.path == "docs/index.md"
    return Document(
        url=showing.edition.url(page.path.removeprefix("docs/")),
        title=page.title,
        summary=page.summary or "",
        kind="trang",
        sections=(*_contact(page, showing), *sections(body), *_standards(page, showing)),
        marks=". ".join(showing.content.topics[id].title for id in page.topics),
        date=page.updated_on,
        topics=page.topics,
        states=(("", "Giai đoạn trước" if page.previous_period else ""),),
        prior=0.5 if home else 0.72 if page.previous_period else 0.92,
        order=("",),
    )


def _contact(page: Page, showing: Showing) -> Iterator[Section]:
    if page.contact:
        rows = contact_rows(page.language or "vi", showing)
        yield Section("", "", "\n".join(f"{row['label']}: {row['value']}." for row in rows))


def _standards(page: Page, showing: Showing) -> Iterator[Section]:
    """What stands on the page today; what is of other days has its own explainer."""
    for item in standards(showing) if page.standards else ():
        if item["state"] != "over" and is_of_day(item, showing.today):
            lines = [f"{line['label']}: {line['text']} {line['unit']}." for line in item["lines"]]
            names = [name for part in item["dimensions"] for name in part["names"]]
            count = f"Hộ nghèo thiếu hụt từ {item['count']} trở lên." if item["count"] else ""
            listed = f"{len(names)} chỉ số: {'; '.join(names)}." if names else ""
            yield Section(item["heading"], item["id"], "\n".join((*lines, count, listed)))


def finder(showing: Showing) -> Document:
    """Return the policy finder, which people look for by what they ask themselves."""
    invitation = finder_invitation(showing)
    return Document(
        url=invitation["url"],
        title=TITLE,
        summary=SUMMARY,
        kind="trang",
        sections=(Section("", "", f"{invitation['title']} {invitation['text']}"),),
        prior=0.9,
        order=("",),
    )


def calendar(showing: Showing) -> Document:
    """Return the calendar with what is coming."""
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


def lists(showing: Showing) -> Iterator[Document]:
    """Yield the pages that gather everything about a topic, a village, or for one group."""
    content = showing.content
    texts = {
        "chu-de": {id: found.text for id, found in content.topics.items()},
        "doi-tuong": {id: found.text for id, found in content.audiences.items()},
    }
    for group, known in texts.items():
        grouping = GROUPINGS[group]
        for found in members(showing, group):
            text = known[found.id] or ""
            summary = f"{grouping.everything}: {found.title.lower()}. {text}".strip()
            yield _list(group, found.id, found.title, summary, showing)
    for found in members(showing, "thon"):
        village = content.villages[found.id]
        if not village.sample:
            yield replace(
                _list("thon", found.id, found.title, f"Mọi bài về {village.full_name}.", showing),
                marks=". ".join((*village.aliases, village.old_unit or "")),
                villages=(found.id,),
                village_text=found.title,
                prior=0.9,
            )


def _list(group: str, id: str, title: str, summary: str, showing: Showing) -> Document:
    return Document(
        url=showing.edition.url(paths.group(group, id)),
        title=title,
        summary=summary,
        kind="muc",
        sections=(Section("", "", ""),),
        prior=0.7,
        order=("",),
    )
