"""``noi-dung.html``: one file that copies a post into the town page, part by part.

It needs no network, no server and no neighbour but its pictures.
"""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from loa import styles
from loa.exports.article import Article, Picture
from loa.exports.town_page.editor_html import body_html, marker
from loa.exports.town_page.plain_text import plain_text
from loa.exports.town_page.posting_guide import steps
from loa.styles.theme_assets import published_asset
from loa.text.vietnamese import normalise

_ASSETS = Path(__file__).parents[2] / "assets" / "town-page"
_TOKENS = "assets/css/tokens.css"


def copy_page(
    article: Article, addresses: Mapping[int, str], files: Sequence[tuple[str, str]] = ()
) -> str:
    """Return the page for one post.

    Args:
        article: the post.
        addresses: where each picture's file lies, by its number, relative to the page; one that
            could not be made is left out, and the page says so.
        files: label and relative address of the other files of the kit.
    """
    style, script = _style(), _script()
    body = body_html(article)
    parts = {
        "policy": _policy(style, script),
        "style": style,
        "title": _text(article.title),
        "summary": _text(article.summary),
        "body": body,
        "steps": "".join(f"<li>{escape(step)}</li>" for step in steps(article)),
        "pictures": _pictures((picture for picture, _ in article.pictures), addresses),
        "files": _files(files),
        "content": _content({"html": body, "text": plain_text(article)}),
        "script": script,
    }
    # One pass: what a post says is never taken for a place to fill.
    first, *rest = (_ASSETS / "page.html").read_text("utf-8").split("%%")
    return first + "".join(
        parts[piece] if place % 2 == 0 else piece for place, piece in enumerate(rest)
    )


def _text(text: str) -> str:
    return escape(normalise(text))


@cache
def _style() -> str:
    tokens = published_asset(_TOKENS)
    return tokens + styles.published((_ASSETS / "page.css").read_text("utf-8"))


@cache
def _script() -> str:
    return (_ASSETS / "page.js").read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Return a policy under which nothing runs or is fetched but what this page brings."""

    def named(text: str) -> str:
        digest = sha256(text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    return (
        f"default-src 'none'; img-src 'self' file:; style-src {named(style)}; "
        f"script-src {named(script)}; base-uri 'none'; form-action 'none'"
    )


def _content(content: Mapping[str, str]) -> str:
    """Return JSON that can stand inside a script element."""
    return json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")


def _pictures(pictures: Iterable[Picture], addresses: Mapping[int, str]) -> str:
    cards = "".join(_picture(picture, addresses.get(picture.number, "")) for picture in pictures)
    return f'<ol class="photos">{cards}</ol>' if cards else "<p>Bài này không có ảnh.</p>"


def _picture(picture: Picture, address: str) -> str:
    number = f"{picture.number:02d}"
    if address:
        shown = (
            f'<a class="thumb" href="{escape(address)}" aria-label="Mở ảnh {number}">'
            f'<img src="{escape(address)}" alt=""></a>'
            f'<p class="file">{escape(address)}</p>'
        )
    else:
        shown = '<p class="missing">Chưa làm được tệp ảnh này trên máy đang dùng.</p>'
    return (
        f'<li class="photo">{shown}<h3>Ảnh {number}</h3>'
        f'<p class="mark">Chỗ đặt: {marker(picture.number)}</p>'
        + _copied(f"chu-thich-{number}", "chú thích", number, picture.caption)
        + _copied(f"mo-ta-{number}", "mô tả ảnh", number, picture.alt)
        + "</li>"
    )


def _copied(id: str, label: str, number: str, text: str) -> str:
    if not text:
        return f'<p class="none">Ảnh này không có {label}.</p>'
    return (
        f'<p id="{id}">{_text(text)}</p>'
        f'<button class="button" type="button" data-copy="{id}" data-said="{label} của ảnh '
        f'{number}">Chép {label} <span class="away">của ảnh {number}</span></button>'
    )


def _files(files: Sequence[tuple[str, str]]) -> str:
    if not files:
        return ""
    links = "".join(
        f'<li><a href="{escape(address)}">{escape(label)}</a> <span class="file">'
        f"{escape(address)}</span></li>"
        for label, address in files
    )
    return (
        '<section aria-labelledby="cac-tep"><h2 id="cac-tep">Các tệp khác của bộ đăng</h2>'
        f'<ul class="files">{links}</ul></section>'
    )
