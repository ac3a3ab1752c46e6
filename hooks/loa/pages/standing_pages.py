"""Standing pages: what an officer wrote under ``docs/``, with facts brought in."""

from loa import structured
from loa.ask import facts
from loa.ask.contacts import contact_rows, organisation
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.ask.sources import sources_meta
from loa.ask.standards import standards
from loa.drawn import blocks
from loa.model.places import Contacts
from loa.model.posts import Page
from loa.pages.feedback import telephone
from loa.pages.front_matter import breadcrumbs, page
from loa.pages.home import home_page
from loa.pages.thanks import thanks
from loa.pages.translations import alternates
from loa.text.markup import placed_meta
from loa.text.unbroken import headings_together
from loa.text.vietnamese import day_text

_ABOUT = "docs/gioi-thieu/index.md"


def standing_page(found: Page, showing: Showing) -> str:
    """Return a page of ``docs/`` as it stands today."""
    content = showing.content
    body = facts.expand(found.body, content, None, blocks.drawer(content, showing.today))
    pictures = placed_meta(showing.gallery.placed(found, found.path.removeprefix("docs/")))
    if found.path == "docs/index.md":
        return home_page(showing, found.title, body, pictures)
    about = [structured.organisation(showing)] if found.contact else []
    language = found.language or "vi"
    meta: Meta = {
        "title": found.title,
        "heading": showing.together(found.title),
        "template": "page.html",
        "kind": "page",
        "lang": language,
        "summary": found.summary,
        "description": found.summary or found.title,
        "breadcrumbs": _breadcrumbs(found, showing),
        "updated": found.updated_on.isoformat() if found.updated_on else "",
        "byline": {"updated_text": day_text(found.updated_on)} if found.updated_on else None,
        "notices": [_previous_period()] if found.previous_period else [],
        "sources": sources_meta(found.sources),
        "body_pictures": pictures,
        "contents": body.count("\n## ") > 3 and not found.standards,
        "standards": standards(showing) if found.standards else None,
        "contact": {"rows": contact_rows(language, showing)} if found.contact else None,
        "organisation": organisation(language, showing) if found.contact else None,
        "alternates": alternates(found.path.removeprefix("docs/"), showing),
        "structured_data": structured.page_data(showing, _breadcrumbs(found, showing), *about),
    }
    meta["thanks"] = thanks(found, showing)
    if found.abuse_report:
        meta |= {"template": "report.html", "contact": None, "report": _report(showing)}
    return page(meta, headings_together(body, content.speech.compounds))


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
