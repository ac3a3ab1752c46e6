"""Where a file of ``docs/`` is found on the site, and how one page points to another.

The rules are those of MkDocs 1.6 (``structure/files.py``, ``structure/pages.py``, ``utils``), so
that a link in a text leads where it led before.
"""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit, urlunsplit

_MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")


@dataclass(frozen=True)
class LostLink:
    """A link of a page that leads nowhere; ``target`` is the file it would need."""

    page: str
    link: str
    target: str

    def __str__(self) -> str:
        return f"liên kết «{self.link}» không dẫn đến đâu: trên trang không có «{self.target}»"


@dataclass(frozen=True)
class AnchorLink:
    """A link of a page to a place inside a page; whether that place is there shows later."""

    page: str
    link: str
    target: str
    anchor: str


def is_page(path: str) -> bool:
    """Say whether a file of ``docs/`` becomes a page."""
    return path.endswith(_MARKDOWN)


def file_of(path: str, directory_urls: bool) -> str:
    """Return where a file of ``docs/`` stands in the built site."""
    if not is_page(path):
        return path
    folder, file = posixpath.split(path)
    name = stem(file)
    if not directory_urls or name == "index":
        return posixpath.join(folder, f"{name}.html")
    return posixpath.join(folder, name, "index.html")


def url_of(path: str, directory_urls: bool) -> str:
    """Return the address of a file of ``docs/``, seen from the site's root; ``./`` is the home."""
    folder, file = posixpath.split(url := file_of(path, directory_urls))
    if directory_urls and file == "index.html":
        url = f"{folder or '.'}/"
    return quote(url)


def urls_of(paths: Iterable[str], directory_urls: bool) -> dict[str, str]:
    """Return the address of every file by its path under ``docs/``."""
    return {path: url_of(path, directory_urls) for path in paths}


def stem(path: str) -> str:
    """Return a file's name without its ending; a ``README`` is the index of its folder."""
    name = posixpath.splitext(posixpath.basename(path))[0]
    return "index" if name == "README" else name


# --- from a template -----------------------------------------------------------------------------


def seen_from(url: str, page_url: str | None, base: str) -> str:
    """Return ``url``, given from the site's root, as it is written on a page.

    Args:
        url: an address of the site; a foreign one, or one that begins with ``/`` or ``#``, stays.
        page_url: the page that shows it; none for a template that is no page.
        base: the way from such a template to the site's root.
    """
    url, climbs = _climbs(url)
    if climbs < 0:
        return url
    if page_url is None:
        return posixpath.join(base, url)
    return "../" * climbs + relative(url, page_url)


@lru_cache(maxsize=1 << 14)
def _climbs(url: str) -> tuple[str, int]:
    """Return the address and how often it climbs out of the site; -1 where it is left alone."""
    url = url.replace("\\", "/") or "."
    parsed = urlsplit(url)
    if parsed.scheme or parsed.netloc or url.startswith(("/", "#")):
        return url, -1
    steps = f"{posixpath.normpath(url)}/"
    climbs = 0
    while steps.startswith("../", climbs * 3):
        climbs += 1
    return url, climbs


def relative(url: str, other: str) -> str:
    """Return an address as seen from another; both are counted from the site's root."""
    here, there = _folder_parts(other), _parts(url)
    common = 0
    for one, two in zip(here, there, strict=False):
        if one != two:
            break
        common += 1
    way = "/".join((*(("..",) * (len(here) - common)), *there[common:])) or "."
    return f"{way}/" if url.endswith("/") else way


@lru_cache(maxsize=1 << 14)
def _parts(url: str) -> tuple[str, ...]:
    path = posixpath.normpath(url if url.startswith("/") else f"/{url}")[1:]
    return tuple(path.split("/")) if path else ()


@lru_cache(maxsize=1 << 10)
def _folder_parts(url: str) -> tuple[str, ...]:
    folder, _, name = url.rpartition("/")
    return _parts(folder if "." in name else url)


# --- from a text ---------------------------------------------------------------------------------


def followed(
    link: str, page: str, page_url: str, urls: Mapping[str, str]
) -> tuple[str, LostLink | AnchorLink | None]:
    """Return a link of a text as the page shows it, with what is to be said of it.

    Only links to files of ``docs/`` change: they name the file, with or without a leading slash.
    """
    try:
        scheme, netloc, path, query, anchor = urlsplit(link)
    except ValueError:  # brackets where none may stand: no address at all, which the check tells
        return link, None
    if scheme or netloc:
        return link, None
    if not path:
        return link, AnchorLink(page, link, page, anchor) if anchor else None
    target = _target(page, unquote(path))
    url = urls.get(target)
    if url is None:
        return link, LostLink(page, link, target)
    shown = urlunsplit(("", "", relative(url, page_url), query, anchor))
    return shown, AnchorLink(page, link, target, anchor) if anchor else None


def _target(page: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path).lstrip("/"))
