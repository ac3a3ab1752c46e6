"""Every page and file of the site: where its source stands and which address it gets."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from loa.model.posts import Post
from loa.text.vietnamese import normalise, slug

HOME = "index.md"
SEARCH = "tim-kiem.md"
CALENDAR = "lich.md"
CALENDAR_FILE = "lich.ics"
FIGURES = "so-lieu.md"
BOARD_WORDS = ("index", "in")  # pages of a board that are no notice
CONTESTS = "hoi-thi.md"
POLICY_LIST = "chinh-sach/index.md"
FINDER = "chinh-sach/tim.md"
DOWNLOADS = "tai-ve"
OFFICE = "bo-dang"  # never in a public build
OPEN_DATA = "du-lieu/index.md"
CARRIED_FOLDER = "ban-mang-di"  # what the carried edition is called on a stick

RSS, ATOM, JSON_FEED = "rss.xml", "atom.xml", "feed.json"


@dataclass(frozen=True)
class Edition:
    """How one build of the site differs from another.

    ``directory_urls`` off gives addresses that open from ``index.html`` on a USB stick: the
    edition that is carried away;
    ``drafts`` shows unfinished posts (``mkdocs serve`` only); ``site_url`` ends in a slash or is
    empty.
    """

    directory_urls: bool = True
    drafts: bool = False
    site_url: str = ""

    def url(self, path: str) -> str:
        """Return the address, relative to the site's root, of a page or file of ``docs/``."""
        pure = PurePosixPath(path)
        if pure.suffix == ".md" and not self.directory_urls:
            return str(pure.with_suffix(".html"))
        return _web_url(path)

    def absolute(self, path: str) -> str:
        """Return the full address, or an empty string where the site's own is unknown.

        It is the address on the web, from a stick too: what is shared there must open elsewhere.
        """
        return self.site_url + _web_url(path) if self.site_url else ""


def _web_url(path: str) -> str:
    pure = PurePosixPath(path)
    if pure.suffix != ".md":
        return path
    if pure.name == "index.md":
        return "" if pure.parent == PurePosixPath(".") else f"{pure.parent}/"
    return f"{pure.with_suffix('')}/"


def own_address(site_url: str) -> str:
    """Return the site's address, or nothing while ``site_url`` is the one it came with.

    A page that calls itself by somebody else's address is not found, and cannot be shared.
    """
    placeholders = ("example.org", "example.com", "example.net")
    return "" if urlsplit(site_url).hostname in placeholders else site_url


def post(post: Post) -> str:
    """The page of one post."""
    return f"{post.SECTION}/{post.slug}.md"


def section(section: str, number: int = 1) -> str:
    """One page of a section's list."""
    return f"{section}/index.md" if number == 1 else f"{section}/trang/{number}.md"


def filtered(section: str, kind: str, id: str, number: int = 1) -> str:
    """One section's list narrowed to a topic, an audience, a village or who a story is about."""
    page = f"{section}/{kind}/{id}"
    return f"{page}.md" if number == 1 else f"{page}/trang/{number}.md"


def group(kind: str, id: str = "") -> str:
    """Everything about one topic (``chu-de``), audience (``doi-tuong``) or village (``thon``)."""
    return f"{kind}/{id or 'index'}.md"


def cover(section: str, slug: str) -> str:
    """The drawn cover of a post."""
    return f"anh/bia/{section}-{slug}.svg"


def photo(folder: str, file: str) -> str:
    """What the names of a picture's published files begin with; it keeps its place in a folder.

    Letters and digits only, because a picture's address stands in lists that blanks separate.
    """
    parts = PurePosixPath(file).with_suffix("").parts
    names = (slug(part) or "anh" for part in parts if part != ".")
    return str(PurePosixPath(folder, *names))


def attachment(path: str) -> str:
    """Where a file stands that a post brings along, by the path that its name would give it.

    Letters without marks, digits and hyphens only: programs that carry a site to its host do not
    agree on others. A name that had to change ends in a mark of its own, so that no two meet.
    """
    *folders, name = PurePosixPath(path).parts
    pure = PurePosixPath(name)
    stem, ending = slug(pure.stem) or "tep", pure.suffix.lower()
    if f"{stem}{ending}" != name:
        stem = f"{stem}-{blake2b(normalise(name).encode(), digest_size=2).hexdigest()}"
    return str(PurePosixPath(*folders, f"{stem}{ending}"))


def share_card(name: str, ending: str) -> str:
    """The picture that goes with a shared link: of a post by section and slug, or of the site."""
    return f"anh/the/{name}{ending}"


def recording(post: Post, file: str) -> str:
    """A recording as published; it keeps its place beside the post."""
    pure = PurePosixPath(file)
    return str(PurePosixPath(post.SECTION) / pure.with_suffix(pure.suffix.lower()))


def film(post: Post, file: str) -> str:
    """A film as published; it keeps its place beside the post."""
    return str(PurePosixPath(post.SECTION) / file)


def slip(post: Post) -> str:
    """The slip of paper on which a resident asks about a post."""
    return f"phieu/{post.id.lower()}.html"


def download(post: Post, file: str) -> str:
    """What a post offers to take along: leaflets, posters, the text for the loudspeaker."""
    return f"{DOWNLOADS}/{post.SECTION}/{post.slug}/{file}"


def office(post: Post, file: str) -> str:
    """A file of a post's kit, in the officer's own preview only."""
    return f"{OFFICE}/{post.SECTION}/{post.slug}/{file}"


def materials(number: int = 1) -> str:
    """One page of what reporters and village heads take along."""
    return "tai-lieu.md" if number == 1 else f"tai-lieu/trang/{number}.md"


def feed(section: str, file: str) -> str:
    """A feed of one section, or of the whole site where ``section`` is empty."""
    return f"{section}/{file}" if section else file


def data(name: str) -> str:
    """One file of open data."""
    return f"du-lieu/{name}.json"


def month(year: int, month: int) -> str:
    """The calendar of one month."""
    return f"lich/{year}-{month:02d}.md"


def event_file(occurrence: str) -> str:
    """One event, for the calendar of a telephone."""
    return f"lich/{occurrence}.ics"


def board(board: str) -> str:
    """A notice board: ``viec-lam`` or ``nong-san``."""
    return f"{board}/index.md"


def notice(board: str, id: str) -> str:
    """One notice of a board."""
    return f"{board}/{id}.md"


def notice_sheets(board: str) -> str:
    """All notices of a board, each on its own sheet of paper."""
    return f"{board}/in.md"


def documents(filter: str = "") -> str:
    """The list of legal documents, whole or narrowed down."""
    return f"van-ban/{filter or 'index'}.md"


def figures_file(indicator: str) -> str:
    """The table behind a chart, for a spreadsheet."""
    return f"du-lieu/so-lieu/{indicator}.csv"
