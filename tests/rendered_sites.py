"""Whole sites made page by page, without a generator, to be laid beside what MkDocs makes."""

import shutil
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from loa.paths import Edition

from console import ROOT
from loa.outputs import Output, build_site
from loa.rendered.addresses import file_of, is_page, urls_of
from loa.rendered.renderer import Rendered, Renderer, Site, packed
from loa.rendered.settings import parts, read_settings

THEME = ROOT / "hooks" / "theme"
MATERIAL = find_spec("material")
assert MATERIAL is not None and MATERIAL.origin is not None
THEMES = [THEME, Path(MATERIAL.origin).parent / "templates"]
ADDRESS = "https://dakthu.gialai.gov.vn/"


def project_of(content: Path, folder: Path) -> Path:
    """Lay out a project with somebody's content and the repository's own settings."""
    for name in ("docs", "stories", "data"):
        shutil.copytree(content / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("https://example.org/", ADDRESS)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copy2(ROOT / "offline.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)
    return folder


class Unhosted:
    """The site of a project; ``pages`` are finished pages by their paths under ``docs/``."""

    def __init__(self, project: Path, settings: str, today: date) -> None:
        told = read_settings(project / settings)
        built = build_site(project, today, Edition(told.directory_urls, False, told.site_url))
        self.today, self._directory_urls = today, told.directory_urls
        site = Site(told.site_name, told.site_url, told.directory_urls, built.settings, told.titles)
        sources = dict(_sources(project, built.outputs))
        files = urls_of([*sources, *_assets()], told.directory_urls)
        self._renderer = Renderer(site, THEMES, told.dialect, files)
        read = {path: parts(text) for path, text in sources.items() if is_page(path)}
        if not told.directory_urls:
            read = {path: page for path, page in read.items() if not _of_the_guide(path)}
        self._metas = [(path, meta) for path, (meta, _) in read.items()]
        self.pages: dict[str, Rendered] = {
            path: self._renderer.render(path, meta, text)
            for path, (meta, text) in read.items()
            if not _of_the_guide(path)  # it still needs a generator around it
        }

    def texts(self) -> dict[str, str]:
        """Everything a generator would make, by its place in the built site."""
        made = {file_of(path, self._directory_urls): page.html for path, page in self.pages.items()}
        static = {name: self._renderer.static(name, self._metas) for name in ("404.html",)}
        return made | static | {"sitemap.xml": self.sitemap()}

    def sitemap(self) -> str:
        """The list of all pages."""
        return self._renderer.static("sitemap.xml", self._metas)

    def packed_sitemap(self) -> bytes:
        """The same, packed."""
        return packed(self.sitemap(), self.today)


def _sources(project: Path, outputs: tuple[Output, ...]) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every file, in MkDocs's order; only pages need their text."""
    made = {output.path for output in outputs}
    docs = project / "docs"
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs).as_posix()
        if file.is_file() and path not in made:
            yield path, file.read_text(encoding="utf-8") if is_page(path) else ""
    for output in outputs:
        yield output.path, output.content if isinstance(output.content, str) else ""


def _assets() -> Iterator[str]:
    for file in (THEME / "assets").rglob("*"):
        if file.is_file():
            yield file.relative_to(THEME).as_posix()


def _of_the_guide(path: str) -> bool:
    return path.startswith("huong-dan/")
