"""Standing pages: what an officer wrote under ``docs/``, with facts brought in."""

from loa import blocks, facts
from loa.markup import published_body
from loa.model.places import Contacts
from loa.model.posts import Page
from loa.pages.feedback import telephone
from loa.pages.front import Meta, breadcrumbs, page
from loa.pages.home import home_page
from loa.pages.posts import sources_meta
from loa.pages.thanks import thanks
from loa.showing import Showing
from loa.vietnamese import day_text

_ABOUT = "docs/gioi-thieu/index.md"


def standing_page(found: Page, showing: Showing) -> str:
    """Return a page of ``docs/`` as it stands today."""
    content = showing.content
    body = facts.expand(found.body, content, None, blocks.drawer(content, showing.today))
    body = published_body(body, showing.gallery.placed(found, found.path.removeprefix("docs/")))
    if found.path == "docs/index.md":
        return home_page(showing, found.title, body)
    meta: Meta = {
        "title": found.title,
        "template": "page.html",
        "kind": "page",
        "lang": found.language or "vi",
        "summary": found.summary,
        "description": found.summary or found.title,
        "breadcrumbs": _breadcrumbs(found, showing),
        "updated": found.updated_on.isoformat() if found.updated_on else "",
        "byline": {"updated_text": day_text(found.updated_on)} if found.updated_on else None,
        "notices": [_previous_period()] if found.previous_period else [],
        "sources": sources_meta(found.sources),
        "contents": body.count("\n## ") > 3,
        "contact": {"rows": contact_rows(found, showing)} if found.contact else None,
    }
    meta["thanks"] = thanks(found, showing)
    if found.abuse_report:
        meta |= {"template": "report.html", "contact": None, "report": _report(showing)}
    return page(meta, body)


def _report(showing: Showing) -> Meta:
    """Return how abuse is reported: by telephone or in person, in no other way."""
    unit = showing.content.township.active
    contacts = unit.contacts or Contacts()
    phone = contacts.abuse_phone
    return {
        "phone": phone or "",
        "phone_url": telephone(phone) if phone else "",
        "where": f"{unit.committee} ({contacts.address})" if contacts.address else unit.committee,
        "hours": contacts.hours or "",
    }


def _breadcrumbs(found: Page, showing: Showing) -> list[Meta]:
    steps = [(found.title, "")]
    if found.path.startswith("docs/gioi-thieu/") and found.path != _ABOUT:
        steps.insert(0, ("Giới thiệu", _ABOUT.removeprefix("docs/")))
    return breadcrumbs(showing.edition, *steps)


def _previous_period() -> Meta:
    return {
        "level": "danger",
        "strong": "Giai đoạn trước.",
        "text": "Trang này nói về việc đã hết giai đoạn, chỉ để tra cứu.",
    }


def contact_rows(found: Page, showing: Showing) -> list[Meta]:
    """Return how to reach the committee: label, value and link of each way it offers."""
    unit = showing.content.township.active
    contacts = unit.contacts
    english = found.language == "en"
    labels = _ENGLISH if english else _VIETNAMESE
    values = {
        "name": unit.english if english and unit.english else unit.committee,
        "address": contacts.address if contacts else None,
        "phone": contacts.phone if contacts else None,
        "email": contacts.email if contacts else None,
        "zalo": contacts.zalo if contacts else None,
        "hours": contacts.hours if contacts else None,
    }
    links = {"phone": "tel:", "email": "mailto:"}
    return [
        {
            "label": labels[key],
            "value": value,
            "url": f"{links[key]}{value.replace(' ', '')}" if key in links else "",
        }
        for key, value in values.items()
        if value
    ]


_VIETNAMESE = {
    "name": "Cơ quan",
    "address": "Địa chỉ",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "zalo": "Zalo",
    "hours": "Giờ tiếp dân",
}
_ENGLISH = {
    "name": "Agency",
    "address": "Address",
    "phone": "Telephone",
    "email": "E-mail",
    "zalo": "Zalo",
    "hours": "Opening hours",
}
