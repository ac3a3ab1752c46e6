"""Where a link of a post leads when it is read somewhere else: always a whole address."""

import posixpath
from urllib.parse import urlsplit

from loa.ask import paths
from loa.ask.paths import Edition
from loa.model.posts import Post
from loa.text.safe_html import is_safe_address


def absolute(address: str, post: Post, edition: Edition) -> str:
    """Return the whole address that a link of a post means.

    An empty answer says that there is none: the site's own address is not known yet, or the link
    would run something.
    """
    address = address.strip()
    if not address or not is_safe_address(address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""  # no browser would find it either
    if parts.scheme:
        return address
    if parts.netloc:
        return f"https:{address}"
    page = paths.post(post)
    if parts.path:
        page = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path)).lstrip("./")
        if parts.path.endswith("/") and page:
            page += "/"
    found = edition.absolute(page or paths.HOME)
    if not found:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return found + query + fragment
