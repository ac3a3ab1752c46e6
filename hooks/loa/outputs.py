"""The whole build: content, today's date and an edition in; the complete list of files out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from loa import charts, feeds, ics, paths, pictures, search
from loa.check.report import read_checked
from loa.exports.office import office
from loa.exports.public_files import public_files
from loa.finder import script as finder_script
from loa.model.posts import POST_KINDS, Post
from loa.open_data import data_files, data_page
from loa.pages.beside import Beside
from loa.pages.boards import board_pages
from loa.pages.calendar import calendar_files, month_pages
from loa.pages.contests import contests_page
from loa.pages.documents import document_pages
from loa.pages.events import calendar_page
from loa.pages.figures import figure_files, figures_page
from loa.pages.finder import finder_page
from loa.pages.groups import group_pages
from loa.pages.listening import sound_files
from loa.pages.lists import search_page, section_pages
from loa.pages.materials import materials_pages
from loa.pages.notices import notice_page
from loa.pages.posts import draft_page, post_page
from loa.pages.site import site_settings
from loa.pages.slips import slip_files
from loa.pages.standing_pages import standing_page
from loa.paths import Edition
from loa.problems import ContentError, Level, Problem
from loa.showing import Showing
from loa.theme_assets import published_assets
from loa.views import Standing


@dataclass(frozen=True)
class Output:
    """One file of the site; ``path`` is where it would stand under ``docs/``.

    ``content`` is text, bytes, or a file to copy. ``source`` is the file an officer edits to change
    it, empty where there is none.
    """

    path: str
    content: str | bytes | Path
    source: str = ""

    def bytes(self) -> bytes:
        """Return what the file holds."""
        if isinstance(self.content, Path):
            return self.content.read_bytes()
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True)
class Site:
    """Everything a generator needs: files, the settings of every page, what to remind of."""

    outputs: tuple[Output, ...]
    settings: dict[str, Any]
    reminders: tuple[Problem, ...]


def build_site(root: Path, today: date, edition: Edition) -> Site:
    """Read, check and lay out the site of the repository at ``root``.

    Raises:
        ContentError: something must be mended first; it holds every mistake at once.
    """
    edition = replace(edition, site_url=paths.own_address(edition.site_url))
    content, problems = read_checked(root, today)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if content is None or errors:
        raise ContentError(errors)
    showing = Showing(content, today, edition, tuple(problems))
    public = public_files(showing)
    told = [*pictures.told(showing), *public.problems]
    if errors := [problem for problem in told if problem.level is Level.ERROR]:
        raise ContentError(errors)
    office_files, bars = office(showing)
    beside = Beside(public.downloads, bars)
    outputs = (
        *_outputs(showing, beside),
        *(Output(*file) for file in public.files),
        *(Output(*file) for file in office_files),
    )
    _refuse_clashes(outputs, root)
    pictures.forget_withdrawn(showing)
    said = (*problems, *told, *_libraries_missing())
    reminders = [problem for problem in said if problem.level is Level.REMINDER]
    return Site(outputs, site_settings(showing), tuple(reminders))


def _outputs(showing: Showing, beside: Beside) -> Iterator[Output]:
    content = showing.content
    for page in content.pages:
        yield Output(page.path.removeprefix("docs/"), standing_page(page, showing), page.path)
    for post in showing.shown:
        yield Output(paths.post(post), post_page(post, showing, beside), post.path)
    for post in showing.unreadable:
        yield Output(paths.post(post), draft_page(post, showing), post.path)
    for post in showing.silent:
        text = notice_page(showing.standings[post.path], post.SECTION, showing)
        yield Output(paths.post(post), text)
    for section in POST_KINDS:
        yield from (Output(*page) for page in section_pages(section, showing))
    yield from (Output(*page) for page in group_pages(showing))
    yield Output(paths.CALENDAR, calendar_page(showing))
    yield from (Output(*page) for page in month_pages(showing))
    yield from (Output(*file) for file in calendar_files(showing))
    yield from (Output(*page) for page in board_pages(showing))
    yield from (Output(*page) for page in document_pages(showing))
    yield Output(paths.FIGURES, figures_page(showing))
    yield from (Output(*file) for file in figure_files(showing))
    yield Output(paths.CONTESTS, contests_page(showing))
    yield from (Output(*page) for page in materials_pages(showing, beside))
    yield Output(paths.SEARCH, search_page(showing))
    yield Output(paths.FINDER, finder_page(showing))
    yield Output(finder_script.PATH, finder_script.script(showing))
    yield from (Output(*file) for file in pictures.files(showing))
    yield from (Output(*file) for file in sound_files(showing))
    yield from (Output(*file) for file in slip_files(showing))
    for section in ("", *POST_KINDS) if showing.edition.directory_urls else ():
        yield Output(paths.feed(section, paths.RSS), feeds.rss(showing, section))
        yield Output(paths.feed(section, paths.ATOM), feeds.atom(showing, section))
        yield Output(paths.feed(section, paths.JSON_FEED), feeds.json_feed(showing, section))
    yield Output(paths.OPEN_DATA, data_page(showing))
    yield from (Output(*file) for file in data_files(showing))
    yield from (Output(*file) for file in search.index_files(showing))
    yield from (Output(*file) for file in published_assets())
    yield from _redirects(showing)


def _refuse_clashes(outputs: Iterable[Output], root: Path) -> None:
    """No file takes the place of another, be it made here or written under ``docs/``."""
    seen: set[str] = set()
    clashes = []
    for output in outputs:
        own = f"docs/{output.path}"
        if output.path in seen or (output.source != own and (root / own).exists()):
            clashes.append(
                Problem(own, 1, "Trùng đường dẫn với trang do Loa dựng; hãy đổi tên tệp")
            )
        seen.add(output.path)
    if clashes:
        raise ContentError(clashes)


def _libraries_missing() -> Iterator[Problem]:
    """Tell what the site goes without where a library cannot be loaded."""
    if not ics.can_write():
        message = "máy này không nạp được thư viện lịch (icalendar); trang tạm không có tệp lịch"
        yield Problem("data/events.yml", 1, message, Level.REMINDER)
    if not charts.can_draw():
        message = "máy này không nạp được thư viện biểu đồ (pygal); trang số liệu chỉ có bảng"
        yield Problem("data/indicators.yml", 1, message, Level.REMINDER)


# --- moved posts ---------------------------------------------------------------------------------


def _redirects(showing: Showing) -> Iterator[Output]:
    """Leave a signpost at every address a post had before.

    One that waits to be approved again keeps its signposts, without its words; one that was
    withdrawn has none, because the signpost would tell where it stood.
    """
    held = (post for post in showing.silent if showing.standings[post.path] is Standing.HELD)
    for post, title in [
        *((post, post.title) for post in showing.shown),
        *((post, "Trang này") for post in held),
    ]:
        for old in post.replaces:
            yield Output(_redirect_path(old), _signpost(post, title, old, showing), post.path)


def _redirect_path(old: str) -> str:
    old = old.strip("/")
    return old if old.endswith(".html") else f"{old}/index.html"


def _signpost(post: Post, title: str, old: str, showing: Showing) -> str:
    depth = _redirect_path(old).count("/")
    target = escape("../" * depth + showing.edition.url(paths.post(post)), quote=True)
    canonical = escape(showing.edition.absolute(paths.post(post)) or target, quote=True)
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        f'<title>{escape(title)}</title><meta name="robots" content="noindex">'
        f'<link rel="canonical" href="{canonical}">'
        f'<meta http-equiv="refresh" content="0; url={target}"></head>'
        f'<body><p>Bài đã chuyển sang <a href="{target}">{escape(title)}</a>.</p>'
        "</body></html>\n"
    )
