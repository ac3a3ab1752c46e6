"""Pages, and templates that are no pages, of a whole site, one at a time and in any order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from loa.rendered.addresses import AnchorLink, LostLink, relative, url_of
from loa.rendered.converting import Converter, Dialect
from loa.rendered.environment import Templates
from loa.rendered.page import Meta, Page, canonical, named
from loa.text.markup import placed_of

_FIRST_TEMPLATE = "main.html"
_ERROR_PAGE = re.compile(r"\d{3}\.html?")


@dataclass(frozen=True)
class Site:
    """What is the same on every page; ``loa`` is what templates know as ``config.extra.loa``.

    ``titles`` names pages by their path where the navigation does.
    """

    name: str
    url: str
    directory_urls: bool
    loa: Mapping[str, Any]
    titles: Mapping[str, str]


@dataclass(frozen=True)
class Rendered:
    """A finished page, the places in it, and where its links lead."""

    html: str
    anchors: frozenset[str]
    lost: tuple[LostLink, ...]
    anchor_links: tuple[AnchorLink, ...]


class Renderer:
    """Makes pages; templates and Markdown are loaded once. Not for two threads at once."""

    def __init__(
        self,
        site: Site,
        theme: Sequence[Path],
        dialect: Dialect,
        files: Mapping[str, str],
        bytecode: Path | None = None,
    ) -> None:
        """Get ready.

        Args:
            site: what is the same on every page.
            theme: the folders of the templates, the first one first.
            dialect: which Markdown is spoken.
            files: the address of every file of the site by its path under ``docs/``; only asked
                for the files that links name.
            bytecode: a folder for compiled templates.
        """
        self._site, self._files = site, files
        self._templates = Templates(theme, bytecode)
        self._converter = Converter(dialect)
        self._config = {
            "extra": {"loa": site.loa},
            "site_name": site.name,
            "site_url": site.url,
            "site_description": None,
            "use_directory_urls": site.directory_urls,
        }

    def render(self, path: str, meta: Meta, markdown: str, edit_url: str | None = None) -> Rendered:
        """Return the page that stands at ``path`` under ``docs/``."""
        file_url = url_of(path, self._site.directory_urls)
        pictures = placed_of(meta.get("body_pictures", {}))
        files = meta.get("body_files", {})
        converted = self._converter.convert(markdown, path, file_url, self._files, pictures, files)
        page = replace(
            self._page(path, meta, converted.heading),
            content=converted.html,
            toc=converted.toc,
            edit_url=edit_url,
        )
        html = self._templates.render(
            meta.get("template", _FIRST_TEMPLATE), self._context(page, relative(".", page.url))
        )
        return Rendered(html, converted.anchors, converted.lost, converted.anchor_links)

    def static(self, name: str) -> str:
        """Return a template that is no page: ``404.html``, which is shown at any address."""
        base = urlsplit(self._site.url or "/").path
        if not _ERROR_PAGE.fullmatch(name):
            base = relative(".", name)
        return self._templates.render(name, self._context(None, base))

    def templates_of(self, name: str) -> frozenset[str]:
        """Return every template that ``name`` may load, itself among them."""
        return self._templates.templates_of(name)

    def _context(self, page: Page | None, base: str) -> dict[str, Any]:
        return {"page": page, "config": self._config, "base_url": base}

    def _page(self, path: str, meta: Meta, heading: str = "") -> Page:
        url = url_of(path, self._site.directory_urls)
        url = "" if url == "./" else url
        home = url in ("", "index.html")
        title = self._site.titles.get(path) or named(path, meta, heading, home)
        return Page(path, url, title, meta, canonical(self._site.url, url), is_homepage=home)


def places_missing(pages: Mapping[str, Rendered]) -> Iterator[AnchorLink]:
    """Yield the links that lead to a page, but to a place it does not have."""
    for page in pages.values():
        for link in page.anchor_links:
            if link.target in pages and link.anchor not in pages[link.target].anchors:
                yield link
