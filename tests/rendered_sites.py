"""Whole sites laid out twice, by MkDocs alone and by us, to be laid beside each other."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from console import ROOT
from loa.ask.paths import Edition
from loa.outputs import build_site
from loa.rendered.addresses import file_of, is_page, urls_of
from loa.rendered.renderer import Rendered, Renderer, Site
from loa.rendered.settings import parts, read_settings

THEME = ROOT / "hooks" / "theme"
# What MkDocs needs to do all of it; the site itself is laid out by Loa.
_ALONE = {
    "https://example.org/": "https://dakthu.gialai.gov.vn/",
    "- hooks/mkdocs_events.py": "- mkdocs_alone.py",
    "custom_dir: hooks/theme": "custom_dir: hooks/theme\n  static_templates: [404.html]",
}

_OF_OURS = ("body_pictures", "body_files")


def project_of(content: Path, folder: Path) -> Path:
    """Set up a project with somebody's content that MkDocs lays out alone."""
    for name in ("docs", "stories", "data"):
        shutil.copytree(content / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for ours, alone in _ALONE.items():
        assert ours in settings
        settings = settings.replace(ours, alone)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copy2(ROOT / "offline.yml", folder)
    shutil.copy2(ROOT / "tests" / "mkdocs_alone.py", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)
    return folder


class LaidOut:
    """The site of a project; ``pages`` are finished pages by their places in the built site."""

    def __init__(self, project: Path, settings: str, today: date) -> None:
        told = read_settings(project / settings)
        built = build_site(project, today, Edition(told.directory_urls, False, told.site_url))
        site = Site(told.site_name, told.site_url, told.directory_urls, built.settings, told.titles)
        files = urls_of((output.path for output in built.outputs), told.directory_urls)
        renderer = Renderer(site, [THEME], told.dialect, files)
        self.lost = renderer.static("404.html")
        self.pages: dict[str, Rendered] = {
            file_of(output.path, told.directory_urls): renderer.render(
                output.path, *_without_files(*parts(output.bytes().decode()))
            )
            for output in built.outputs
            if is_page(output.path)
        }


def _without_files(meta: dict[str, Any], text: str) -> tuple[dict[str, Any], str]:
    """Return a page whose pictures and forms stay as typed: MkDocs alone knows nothing of them."""
    return {key: told for key, told in meta.items() if key not in _OF_OURS}, text
