"""Pages laid out by the site's own templates, each with a note of what it was laid out by."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from loa.ask.showing import Showing
from loa.pages.site import site_settings
from loa.plan.day import Day, DayText
from loa.plan.digest import digest
from loa.plan.files import THEME, signature
from loa.plan.trace import note
from loa.problems import Problem
from loa.rendered.addresses import file_of, url_of
from loa.rendered.renderer import Renderer, Site
from loa.rendered.settings import MkDocsSettings, parts

_TEMPLATES = "templates"  # under this name the shelf keeps which loads which
THERE = "there:"  # begins the note that a file of the site was looked for


class LaidOut(Mapping[str, str]):
    """The addresses of all files by their paths; looking for one leaves a note."""

    def __init__(self, paths: frozenset[str], directory_urls: bool) -> None:
        self._paths, self._directory_urls = paths, directory_urls

    def __getitem__(self, path: str) -> str:
        note(THERE + path)
        if path not in self._paths:
            raise KeyError(path)
        return url_of(path, self._directory_urls)

    def __contains__(self, path: object) -> bool:
        note(f"{THERE}{path}")
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@dataclass(frozen=True)
class Finished:
    """A page as it goes out, what a map of the site says of it, and which links are lost."""

    html: bytes
    listed: Mapping[str, str] | None
    lost: tuple[Problem, ...] = ()


class Layout:
    """Lays out the pages of one build."""

    def __init__(
        self, showing: Showing, paths: frozenset[str], settings: MkDocsSettings, theme: Path
    ) -> None:
        """Get ready; templates are loaded with the first page."""
        self._showing, self._settings, self._theme = showing, settings, theme
        self._files = LaidOut(paths, settings.directory_urls)

    @cached_property
    def _renderer(self) -> Renderer:
        showing, settings = self._showing, self._settings
        today = showing.today
        shown = DayText.of(today) if isinstance(today, Day) else today.isoformat()
        site = Site(
            settings.site_name,
            settings.site_url,
            settings.directory_urls,
            {**site_settings(showing), "today": shown},
            settings.titles,
        )
        cache = showing.content.root / ".cache" / "templates"
        return Renderer(site, [self._theme], settings.dialect, self._files, cache)

    def target(self, path: str) -> str:
        """Return where the page of a path under ``docs/`` stands in the site."""
        return file_of(path, self._settings.directory_urls)

    def page(self, path: str, text: str, source: str) -> Finished:
        """Return the finished page of a Markdown file with front matter."""
        site_settings(self._showing)  # what every page shows is noted for every page
        meta, body = parts(text)
        self._note_templates(meta.get("template", "main.html"))
        made = self._renderer.render(path, meta, body)
        # A draft shows what is wrong with it on its page; it stops nobody.
        told = () if meta.get("draft") else made.lost
        lost = tuple(Problem(source or f"docs/{path}", 1, str(link)) for link in told)
        return Finished(made.html.encode(), self._listed(path, meta), lost)

    def _listed(self, path: str, meta: Mapping[str, Any]) -> Mapping[str, str] | None:
        if meta.get("noindex") or meta.get("draft"):
            return None
        changed = meta.get("updated") or meta.get("date") or ""
        return {"path": path, "changed": str(changed)}

    def static(self, name: str) -> bytes:
        """Return a page that stands for itself, such as the one for lost addresses."""
        site_settings(self._showing)
        self._note_templates(name)
        return self._renderer.static(name).encode()

    def _note_templates(self, name: str) -> None:
        for template in self._loaded_by(name):
            note(THEME + template)

    def _loaded_by(self, name: str) -> list[str]:
        """Return the templates that one may load: known from an earlier build, or looked up."""
        shelf, known = self._showing.answers.shelf, self._known_templates
        if name not in known:
            known[name] = sorted(self._renderer.templates_of(name))
            kept = {"seen": self._templates_seen, "templates": known}
            shelf.put(_TEMPLATES, json.dumps(kept).encode())
        return known[name]

    @cached_property
    def _templates_seen(self) -> str:
        files = sorted(self._theme.rglob("*.html"))
        return digest([(file.name, signature(file)) for file in files]).hex()

    @cached_property
    def _known_templates(self) -> dict[str, list[str]]:
        kept = json.loads(self._showing.answers.shelf.get(_TEMPLATES) or b"{}")
        found: dict[str, list[str]] = kept.get("templates", {})
        return found if kept.get("seen") == self._templates_seen else {}
