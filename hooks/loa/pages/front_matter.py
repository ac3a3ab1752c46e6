"""Front matter of a generated page."""

import json

from loa.ask.meta import Meta
from loa.ask.paths import CALENDAR, Edition
from loa.ask.sections import SECTIONS


def page(meta: Meta, body: str = "") -> str:
    """Return the Markdown file of a page.

    JSON is YAML too; it is quick to write and read back, and no date turns into an object.
    """
    kept = {key: value for key, value in meta.items() if value not in (None, "", [], {})}
    return f"---\n{json.dumps(kept, ensure_ascii=False, indent=1)}\n---\n{body}"


def section_meta(section: str, edition: Edition) -> Meta:
    """Return what a template needs to know of a section."""
    return {"id": section, "url": edition.url(f"{section}/index.md"), **SECTIONS[section]}


def breadcrumbs(edition: Edition, *steps: tuple[str, str]) -> list[Meta]:
    """Return the way from the home page; a step without a path is the page itself."""
    way = [{"title": "Trang chủ", "url": edition.url("index.md"), "home": True}]
    for title, path in steps:
        way.append({"title": title, "url": edition.url(path)} if path else {"title": title})
    return way


def navigation(edition: Edition) -> list[Meta]:
    """Return the five links of the header."""
    links = [
        {"title": known["title"], "url": edition.url(f"{section}/index.md"), "section": section}
        for section, known in SECTIONS.items()
    ]
    return [*links, {"title": "Lịch", "url": edition.url(CALENDAR), "section": "lich"}]
