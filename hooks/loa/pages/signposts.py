"""Signposts at the addresses that posts had before."""

from html import escape

from loa.ask import paths
from loa.ask.showing import Showing
from loa.ask.views import Standing
from loa.model.posts import Post


def old_place(old: str) -> str:
    """Return where the signpost of an old address stands."""
    old = old.strip("/")
    return old if old.endswith(".html") else f"{old}/index.html"


def signpost(post: Post, old: str, showing: Showing) -> str:
    """Return the page at an address that a post had before: it leads on to the post."""
    title = "Trang này" if showing.standing(post) is Standing.HELD else post.title
    depth = old_place(old).count("/")
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
