"""A page as templates see it: ``page.title``, ``page.content``, ``page.toc`` and so on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from loa.rendered.addresses import stem

Meta = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TocItem:
    """A heading of a page; ``title`` is HTML."""

    title: str
    id: str
    level: int
    children: tuple["TocItem", ...] = ()

    @property
    def url(self) -> str:
        """The address of the heading on its own page."""
        return f"#{self.id}"


def toc(tokens: Sequence[Mapping[str, Any]]) -> tuple[TocItem, ...]:
    """Return the headings Python-Markdown found."""
    return tuple(
        TocItem(token["name"], token["id"], token["level"], toc(token["children"]))
        for token in tokens
    )


@dataclass(frozen=True, slots=True)
class Page:
    """One page; every name is one that a template may ask for."""

    path: str
    url: str
    title: str
    meta: Meta
    canonical_url: str | None
    content: str = ""
    toc: tuple[TocItem, ...] = ()
    edit_url: str | None = None
    is_homepage: bool = False
    is_page: bool = field(default=True, init=False)
    is_link: bool = field(default=False, init=False)


def canonical(site_url: str, url: str) -> str | None:
    """Return the full address of a page, none while the site does not know its own."""
    base = site_url if site_url.endswith("/") else f"{site_url}/"
    return urljoin(base, url) if site_url else None


def named(path: str, meta: Meta, heading: str, is_homepage: bool) -> str:
    """Return a page's title: its own, its heading, or else the name of its file."""
    if "title" in meta or heading:
        return str(meta.get("title", heading))
    if is_homepage:
        return "Home"
    name = stem(path).replace("-", " ").replace("_", " ")
    return name.capitalize() if name.lower() == name else name
