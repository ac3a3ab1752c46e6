"""Every file of the site, known before any is made: reads like a table of contents."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from loa import search
from loa.ask import paths
from loa.ask.brought import all_brought, going_out
from loa.ask.extras import Extras
from loa.ask.showing import Showing
from loa.ask.views import Standing
from loa.desk.preview_bar import office_bar, office_files
from loa.drawn import picture_files
from loa.exports.kit.public_files import downloads, offers, public_files
from loa.finder import script as finder_script
from loa.load import GUIDE
from loa.machines import feeds, for_hosts
from loa.machines.open_data import data_files, data_page
from loa.media.bringing import FileRefused
from loa.model.posts import POST_KINDS, Post
from loa.pages.boards import board_pages
from loa.pages.calendar import calendar_page
from loa.pages.calendar_months import calendar_files, month_pages
from loa.pages.contests import contests_page
from loa.pages.figures import figure_files, figures_page
from loa.pages.finder import finder_page
from loa.pages.groups import group_pages
from loa.pages.legal_documents import document_pages
from loa.pages.listening import sound_files
from loa.pages.lists import search_page, section_pages
from loa.pages.materials import materials_pages
from loa.pages.posts import draft_page, post_page
from loa.pages.signposts import old_place, signpost
from loa.pages.slips import slip
from loa.pages.standing_pages import standing_page
from loa.pages.unavailable import notice_page
from loa.plan.files import note_file, note_tree
from loa.styles.theme_assets import THEME, asset_paths, published_asset
from loa.text.source_text import decode

Made = str | bytes | Path  # a path is a file to copy
PAGE_ENDS = ".md"
FOR_THE_GUIDE = ("assets/css/guide.css",)


@dataclass(frozen=True)
class Recipe:
    """One file of the site; ``path`` is where it would stand under ``docs/``.

    ``make`` gives its text, its bytes, or a file to copy. ``source`` is the file an officer edits
    to change it, empty where there is none.
    """

    path: str
    make: Callable[[], Made]
    source: str = ""

    @property
    def is_page(self) -> bool:
        """Say whether it is the Markdown of a page, which a generator lays out."""
        return self.path.endswith(PAGE_ENDS)


Group = Callable[[Showing], Iterator[Recipe]]


def recipes(showing: Showing) -> Iterator[Recipe]:
    """Yield every file of the site, none of them made."""
    yield from pages(showing)
    yield from files(showing)


def pages(showing: Showing) -> Iterator[Recipe]:
    """Yield every page and feed: all that somebody may link to."""
    for group in PAGE_GROUPS:
        yield from group(showing)


def files(showing: Showing) -> Iterator[Recipe]:
    """Yield what pages bring along, and what only machines ask for."""
    for group in FILE_GROUPS:
        yield from group(showing)


# --- pages ---------------------------------------------------------------------------------------


def _standing_pages(showing: Showing) -> Iterator[Recipe]:
    for page in showing.content.pages:
        path = page.path.removeprefix("docs/")
        yield Recipe(path, partial(standing_page, page, showing), page.path)


def _posts(showing: Showing) -> Iterator[Recipe]:
    extras = _extras(showing)
    for post in showing.shown:
        yield Recipe(paths.post(post), partial(post_page, post, showing, extras), post.path)
    for post in showing.unreadable:
        yield Recipe(paths.post(post), partial(draft_page, post, showing), post.path)
    for post in showing.silent:
        yield Recipe(paths.post(post), partial(_notice, post, showing))


def _lists(showing: Showing) -> Iterator[Recipe]:
    for section in POST_KINDS:
        yield from (Recipe(*page) for page in section_pages(section, showing))
    yield from (Recipe(*page) for page in group_pages(showing))


def _calendars(showing: Showing) -> Iterator[Recipe]:
    yield Recipe(paths.CALENDAR, partial(calendar_page, showing))
    yield from (Recipe(*page) for page in month_pages(showing))
    yield from (Recipe(*file) for file in calendar_files(showing))


def _boards(showing: Showing) -> Iterator[Recipe]:
    yield from (Recipe(*page) for page in board_pages(showing))


def _documents(showing: Showing) -> Iterator[Recipe]:
    yield from (Recipe(*page) for page in document_pages(showing))


def _figures(showing: Showing) -> Iterator[Recipe]:
    yield Recipe(paths.FIGURES, partial(figures_page, showing))
    yield from (Recipe(*file) for file in figure_files(showing))


def _materials(showing: Showing) -> Iterator[Recipe]:
    yield from (Recipe(*page) for page in materials_pages(showing, _extras(showing)))


def _single_pages(showing: Showing) -> Iterator[Recipe]:
    yield Recipe(paths.CONTESTS, partial(contests_page, showing))
    yield Recipe(paths.SEARCH, partial(search_page, showing))
    yield Recipe(paths.FINDER, partial(finder_page, showing))


def _open_data(showing: Showing) -> Iterator[Recipe]:
    yield Recipe(paths.OPEN_DATA, partial(data_page, showing))
    yield from (Recipe(*file) for file in data_files(showing))


def _extras(showing: Showing) -> Extras:
    return Extras(
        partial(downloads, showing=showing),
        partial(offers, showing=showing),
        partial(office_bar, showing=showing),
    )


def _notice(post: Post, showing: Showing) -> str:
    return notice_page(showing.standing(post), post.SECTION, showing)


def _feeds(showing: Showing) -> Iterator[Recipe]:
    """Yield the feeds; a reader's program has no use for one that doesn't know its address."""
    edition = showing.edition
    for section in ("", *POST_KINDS) if edition.directory_urls and edition.site_url else ():
        yield Recipe(paths.feed(section, paths.RSS), partial(feeds.rss, showing, section))
        yield Recipe(paths.feed(section, paths.ATOM), partial(feeds.atom, showing, section))
        yield Recipe(
            paths.feed(section, paths.JSON_FEED), partial(feeds.json_feed, showing, section)
        )


# --- what pages bring along ----------------------------------------------------------------------


def _beside_posts(showing: Showing) -> Iterator[Recipe]:
    for post in showing.shown:
        yield Recipe(paths.slip(post), partial(slip, post, showing))
        yield from (Recipe(*file) for file in sound_files(post, showing))


def _pictures(showing: Showing) -> Iterator[Recipe]:
    yield from (Recipe(*file) for file in picture_files.files(showing))


def _public_files(showing: Showing) -> Iterator[Recipe]:
    yield from (Recipe(*file) for file in public_files(showing))


def _office_files(showing: Showing) -> Iterator[Recipe]:
    yield from (Recipe(*file) for file in office_files(showing))


def _search(showing: Showing) -> Iterator[Recipe]:
    yield from (Recipe(*file) for file in search.index_files(showing))


def _assets(showing: Showing) -> Iterator[Recipe]:
    yield Recipe(finder_script.PATH, partial(finder_script.script, showing))
    for path in asset_paths():
        if showing.edition.directory_urls or path not in FOR_THE_GUIDE:
            yield Recipe(path, partial(published_asset, path))


def _for_hosts(showing: Showing) -> Iterator[Recipe]:
    if showing.edition.directory_urls:
        yield Recipe(for_hosts.MANIFEST, partial(for_hosts.manifest, showing))
        if not showing.edition.drafts:
            yield Recipe(for_hosts.ROBOTS, partial(for_hosts.robots, showing))


# --- files that are taken over -------------------------------------------------------------------


def _guide(showing: Showing) -> Iterator[Recipe]:
    """Yield the pages of the writers' guide, which stays in the office."""
    if showing.edition.directory_urls:
        docs = showing.content.root / "docs"
        note_tree("docs")
        for file in sorted((docs / GUIDE).glob("*.md")):
            path = file.relative_to(docs).as_posix()
            yield Recipe(path, partial(_text, file, showing), f"docs/{path}")


def _text(file: Path, showing: Showing) -> str:
    note_file(showing.content.root, file)
    return decode(file.read_bytes(), file.name).text


def _taken_over(showing: Showing) -> Iterator[Recipe]:
    """Yield what pages, posts and data bring along, and the fonts and drawings of the theme."""
    for target, source in all_brought(showing):
        # A name may be written with other capitals than the file has.
        is_own = source.casefold() == f"docs/{target}".casefold()
        yield Recipe(
            target, partial(_brought, source, showing), f"docs/{target}" if is_own else source
        )
    for file in sorted((THEME / "assets").rglob("*")):
        if file.is_file() and file.suffix not in (".css", ".js"):
            path = file.relative_to(THEME).as_posix()
            yield Recipe(path, partial(Path, file))


def _brought(source: str, showing: Showing) -> bytes:
    try:
        return going_out(showing, source).data
    except FileRefused:
        # The page that shows it is told; where the picture library is missing, nobody is to blame.
        return picture_files.BLANK


# --- moved posts ---------------------------------------------------------------------------------


def _redirects(showing: Showing) -> Iterator[Recipe]:
    """Leave a signpost at every address a post had before.

    One that waits to be approved again keeps its signposts, without its words; one that was
    withdrawn has none, because the signpost would tell where it stood.
    """
    held = (post for post in showing.silent if showing.standing(post) is Standing.HELD)
    for post in (*showing.shown, *held):
        for old in post.replaces:
            yield Recipe(old_place(old), partial(signpost, post, old, showing), post.path)


# One group is planned without the others where only its files are made.
PAGE_GROUPS: tuple[Group, ...] = (
    _standing_pages,
    _posts,
    _lists,
    _calendars,
    _boards,
    _documents,
    _figures,
    _single_pages,
    _materials,
    _open_data,
    _guide,
    _feeds,
)
FILE_GROUPS: tuple[Group, ...] = (
    _beside_posts,
    _pictures,
    _public_files,
    _office_files,
    _search,
    _assets,
    _for_hosts,
    _taken_over,
    _redirects,
)
