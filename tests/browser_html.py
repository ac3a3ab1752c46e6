"""Reads one built page the way a checker needs it: what it links to, and what it would run."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ADDRESSES = ("href", "src", "action", "poster")
# Places of a link element that name an address for machines, never followed inside the site.
NAMES_ONLY = ("canonical",)
RUNS = ("", "text/javascript", "module")


@dataclass
class Html(HTMLParser):
    """What stands in one page; lists keep the order of the page."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    policy: str = ""
    robots: str = ""
    canonical: str = ""
    share_card: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    _in_script: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id", "name") if given.get(name)}
        self.classes |= set(given.get("class", "").split())
        self.handlers += [f"<{tag} {name}>" for name in given if name.startswith("on")]
        if "style" in given or tag == "style":
            self.styles.append(f"<{tag} style={given.get('style')!r}>")
        if tag == "meta":
            self._keep_meta(given)
        elif tag == "link" and given.get("rel") in NAMES_ONLY:
            self.canonical = given["href"]
        elif tag == "link" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        else:
            self.links += [given[name] for name in ADDRESSES if name in given]
            files = given.get("srcset", "").split(",")
            self.links += [file.split()[0] for file in files if file.strip()]
        self._in_script = tag == "script" and "src" not in given and given.get("type", "") in RUNS
        if self._in_script:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data

    def _keep_meta(self, given: dict[str, str]) -> None:
        content = given.get("content", "")
        if given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = content
        elif given.get("http-equiv", "").lower() == "refresh":
            self.links.append(content.partition("url=")[2])
        elif given.get("name") == "robots":
            self.robots = content
        elif given.get("property") == "og:image":
            self.share_card = content


def read(page: Path) -> Html:
    """Read a page from the built site."""
    html = Html()
    html.feed(page.read_text(encoding="utf-8"))
    html.close()
    return html


def target(link: str, page: str, root: str) -> tuple[str, str] | None:
    """File and anchor that a link of a page leads to, or None when it leaves the site.

    ``page`` is the page's path in the site, ``root`` the address of the site; a path that climbs
    out of the site begins with "..".
    """
    whole = urlsplit(urljoin(root + page, link))
    if not whole.geturl().startswith(("http://", "https://")) or not _same_host(whole, root):
        return None
    path, base = unquote(whole.path), urlsplit(root).path
    if not path.startswith(base):
        return f"..{path}", whole.fragment
    file = path.removeprefix(base)
    return (f"{file}index.html" if file.endswith("/") or not file else file), whole.fragment


def _same_host(whole: object, root: str) -> bool:
    return getattr(whole, "netloc", "") == urlsplit(root).netloc
