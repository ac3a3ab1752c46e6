"""What stands on a leaflet, before anybody thinks of paper: title, amounts, sections, foot."""

import json
import re
from dataclasses import asdict, astuple, dataclass, field, replace
from typing import Any

from loa.ask import paths
from loa.ask.events import occurrences
from loa.ask.policy_status import policy_status
from loa.ask.showing import Showing
from loa.exports.article import Article, Heading, Listing, Paragraph, Quote, lines, plain
from loa.exports.leaflet.policy import Amount, Section, policy_amounts, policy_basis, policy_parts
from loa.model.places import Unit
from loa.model.policies import Policy
from loa.model.posts import News, PolicyPost, Post, Story
from loa.text.letters import for_paper
from loa.text.unbroken import numbers_together
from loa.text.vietnamese import capitalise, day_text

_WHEN = "pThời gian:"  # the article begins with it; the sheet has said it already
_PAPER = "Bản in này có thể cũ"
_SAYS_SO = ("ended", "ending", "coming", "ask")


@dataclass(frozen=True)
class Sheet:
    """Everything printed of one post; ``place`` says for each section which line to mend."""

    kind: str
    site: str
    unit: str
    title: str
    warning: tuple[str, str]  # bold words, then a sentence; both empty where all is well
    amounts: tuple[Amount, ...]
    sections: tuple[Section, ...]
    basis: str
    contact: str
    closing: str
    address: str
    day: str
    place: dict[str, tuple[str, int]] = field(hash=False)

    def as_json(self) -> str:
        """Return what the templates read."""
        known = asdict(_in_print(self))
        del known["place"]
        return json.dumps(known, ensure_ascii=False, sort_keys=True)


def _in_print(sheet: Sheet) -> Sheet:
    """Return a sheet in letters that the fonts hold: one letter that is missing prints nothing."""
    said: dict[str, Any] = {
        name: for_paper(value)
        for name, value in vars(sheet).items()
        if isinstance(value, str) and name not in ("kind", "address", "day")
    }
    said["title"] = said["title"] or said["site"]
    amounts = tuple(Amount(*map(for_paper, astuple(one))) for one in sheet.amounts)
    sections = tuple(map(_section_in_print, sheet.sections))
    strong, sentence = sheet.warning
    warning = for_paper(strong), for_paper(sentence)
    return replace(sheet, **said, amounts=amounts, sections=sections, warning=warning)


_OWN_TICK = re.compile(r"^[\s☐□◻✓✔✅☑■▪•➢→-]+(?=\w)")  # the template draws one before each item


def _section_in_print(section: Section) -> Section:
    items = section.items
    if section.kind == "text":
        pieces = ((item[0], for_paper(item[1:])) for item in items)
        printed = [mark + text for mark, text in pieces if text]
    elif section.kind == "ticks":
        printed = [for_paper(_OWN_TICK.sub("", item)) for item in items]
    else:
        printed = [for_paper(item) for item in items]
    return replace(section, title=for_paper(section.title), items=tuple(printed))


def sheet_of(post: Post, article: Article, showing: Showing) -> Sheet:
    """Return the sheet of a post as it stands today."""
    content = showing.content
    unit = content.township.active
    policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
    address = showing.edition.absolute(paths.post(post))
    return Sheet(
        kind=post.SECTION,
        site=content.township.site_name,
        unit=unit.committee,
        title=showing.together(post.title),
        warning=_warning(post, policy, showing),
        amounts=policy_amounts(policy, showing) if policy else (),
        sections=policy_parts(policy) if policy else _own_parts(post, article, showing),
        basis=policy_basis(policy, content, showing.today) if policy else "",
        contact=_contact(unit),
        closing=_closing(post, policy, showing, address),
        address=address,
        day=post.last_change.isoformat(),
        place=_places(post, policy),
    )


def _warning(post: Post, policy: Policy | None, showing: Showing) -> tuple[str, str]:
    if policy is not None:
        status = policy_status(policy, showing.content, showing.today)
        if status.level in _SAYS_SO:
            return status.strong, status.text
    if post.has_expired(showing.today) and post.expires_on:
        return "Bài đã hết hạn.", f"Thông tin chỉ đúng đến hết {day_text(post.expires_on)}."
    if post.sample:
        return "Bài mẫu.", "Người và việc trong bài là ví dụ."
    return "", ""


def _contact(unit: Unit) -> str:
    known = unit.contacts
    if known is None:
        return ""
    said = (
        ("", known.address),
        ("điện thoại ", known.phone),
        ("Zalo: ", known.zalo),
        ("thư ", known.email),
        ("giờ tiếp dân: ", known.hours),
    )
    found = "; ".join(f"{label}{value}" for label, value in said if value)
    return f"{unit.committee}: {found}." if found else ""


def _closing(post: Post, policy: Policy | None, showing: Showing, address: str) -> str:
    as_of = policy.as_of if policy else post.last_change
    source = (
        f"Tổng hợp từ nguồn công khai, cập nhật đến {day_text(as_of)}; "
        "cán bộ đối chiếu trước khi làm thủ tục."
        if not isinstance(post, Story)
        else f"Bài ngày {day_text(as_of)}."
    )
    newest = "mã trên luôn dẫn đến bản mới." if address else "hỏi cán bộ để có bản mới."
    return f"{source} {_PAPER}: {newest}"


def _own_parts(post: Post, article: Article, showing: Showing) -> tuple[Section, ...]:
    """Return the sections of a story, a piece of news, a question: as much as fits is printed."""
    found = [Section("summary", "", "plain", (numbers_together(post.summary),))]
    if isinstance(post, News):
        found += _days(post, showing)
    if isinstance(post, Story):
        found += _before_and_after(post)
    said = any(section.id == "where" for section in found)
    pieces = [piece for piece in _text(article) if not (said and piece.startswith(_WHEN))]
    found.append(Section("text", "", "text", tuple(pieces)))
    return tuple(found)


def _days(post: News, showing: Showing) -> list[Section]:
    """Return when and where, for what happens once: what comes every year has had many days."""
    event = showing.content.events.get(post.event or "")
    if event is None or event.on is None:
        return []
    days = (day for day in occurrences(showing) if (day.id, day.first) == (event.id, event.on))
    day = next(days, None)  # none where it does not concern residents
    if day is None:
        return []
    rows = [str(day.meta()["when_text"]), *([event.place] if event.place else [])]
    return [Section("where", "Khi nào, ở đâu?", "plain", tuple(map(numbers_together, rows)))]


def _before_and_after(post: Story) -> list[Section]:
    home = post.household
    if home is None or not home.changes:
        return []
    before = f"Trước, năm {home.before_year}" if home.before_year else "Trước"
    after = f"Nay, năm {home.after_year}" if home.after_year else "Nay"
    rows = [("", before, after)] + [
        (change.label, change.before, change.after) for change in home.changes
    ]
    cells = tuple(numbers_together(cell) for row in rows for cell in row)
    return [Section("changes", "Trước và nay", "table", cells)]


def _text(article: Article) -> tuple[str, ...]:
    """Return the text as pieces, each whole: its first letter says what it is, ``h`` or ``p``.

    It ends before the first table, which makes no sense in pieces.
    """
    pieces: list[str] = []
    for block in article.blocks:
        match block:
            case Heading(line=line):
                pieces.append("h" + plain(line))
            case Paragraph(line=line):
                pieces.append("p" + plain(line))
            case Listing() | Quote():
                mark = "l" if isinstance(block, Listing) else "p"
                pieces += [mark + plain(line) for line in lines((block,))]
            case _:
                if pieces:
                    break
    while pieces and pieces[-1].startswith("h"):
        pieces.pop()
    return tuple(numbers_together(piece) for piece in pieces if len(piece) > 1)


def _places(post: Post, policy: Policy | None) -> dict[str, tuple[str, int]]:
    own = (post.path, post.line("title"))
    found = {"": own, "summary": (post.path, post.line("summary"))}
    found["text"] = (post.path, post.body_line)
    found["changes"] = (post.path, post.line("household"))
    if policy:
        keys = {"who": "eligibility", "amounts": "facts"}
        for id in ("amounts", "who", "papers", "where", "steps", "deadline", "unknown"):
            found[id] = (policy.path, policy.line(keys.get(id, id)))
    return found


def title_of(section: Section) -> str:
    """Return how a message names a section."""
    return section.title or capitalise({"summary": "tóm tắt", "text": "nội dung"}[section.id])
