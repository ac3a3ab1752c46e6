"""Markdown to HTML, with one converter for all pages of a site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import markdown

from loa.rendered.addresses import AnchorLink, LostLink
from loa.rendered.linear import in_time
from loa.rendered.links import Anchors, Heading, LinkedFiles, Links, Pictures, RawAnchors
from loa.rendered.page import TocItem, toc
from loa.text.markup import Placed

# MkDocs has these before any that a site names.
BUILT_IN = ("toc", "tables", "fenced_code")


@dataclass(frozen=True)
class Dialect:
    """Which Markdown is spoken: extensions by their names, in order, and their settings."""

    extensions: tuple[str, ...]
    settings: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Converted:
    """The HTML of a text and what was found in it."""

    html: str
    toc: tuple[TocItem, ...]
    heading: str
    anchors: frozenset[str]
    lost: tuple[LostLink, ...]
    anchor_links: tuple[AnchorLink, ...]


class Converter:
    """Converts one text after another. Not for two threads at once."""

    def __init__(self, dialect: Dialect) -> None:
        """Load the extensions; this takes longer than converting a page."""
        self._dialect = dialect
        self._load()

    def _load(self) -> None:
        dialect = self._dialect
        names: Sequence[str] = dict.fromkeys((*BUILT_IN, *dialect.extensions))  # type: ignore[assignment]  # keeps the order
        self._md = md = markdown.Markdown(
            extensions=list(names),
            extension_configs={name: dict(kept) for name, kept in dialect.settings.items()},
        )
        in_time(md)
        # Places and order are MkDocs's: our own extensions count on addresses being right.
        self._raw, self._anchors = RawAnchors(md), Anchors(md)
        self._links, self._heading = Links(md), Heading(md)
        self._pictures, self._linked = Pictures(md), LinkedFiles(md)
        md.preprocessors.register(self._raw, "loa_raw_anchors", 21)
        md.treeprocessors.register(self._pictures, "loa_shown_pictures", 6)
        md.treeprocessors.register(self._linked, "loa_linked_files", 6)
        md.treeprocessors.register(self._anchors, "loa_anchors", 5)
        md.treeprocessors.register(self._links, "loa_links", 0)
        md.treeprocessors.register(self._heading, "loa_heading", 1)

    def convert(
        self,
        text: str,
        page: str,
        page_url: str,
        urls: Mapping[str, str],
        pictures: Mapping[str, Placed | None] = MappingProxyType({}),
        files: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> Converted:
        """Return the HTML of a page.

        Args:
            text: its Markdown, without front matter.
            page: its path under ``docs/``.
            page_url: its address, seen from the site's root.
            urls: the address of every file of the site, by its path under ``docs/``.
            pictures: how its pictures are published, by the files that it names; None where one
                is not.
            files: where links to files lead (``to``) and what stands behind their words
                (``note``), by the files that they name.
        """
        self._md.reset()
        self._pictures.placed, self._linked.known = pictures, files
        raw, anchors, links = self._raw, self._anchors, self._links
        raw.found, anchors.found = set(), set()
        links.page, links.page_url, links.urls = page, page_url, urls
        links.lost, links.anchors = [], []
        self._heading.text = ""
        try:
            html = self._md.convert(text)
        except BaseException:
            self._load()  # it stopped in the middle, and would go on from there
            raise
        return Converted(
            html,
            toc(getattr(self._md, "toc_tokens", ())),
            self._heading.text,
            frozenset(raw.found | anchors.found),
            tuple(links.lost),
            tuple(links.anchors),
        )
