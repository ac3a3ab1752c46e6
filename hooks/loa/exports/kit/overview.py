"""``kit/index.html``: each post on each channel, what is still to be done, where its files are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import quote

from loa.ask.posted import State, state
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.exports.kit.post_folder import MANIFEST, Kept
from loa.model import words
from loa.model.posts import Post
from loa.text.vietnamese import capitalise, day_text, sort_key

_ASSETS = Path(__file__).parents[2] / "assets" / "kit"
COPY_PAGE = "noi-dung.html"
_HEADS = {"web": "Trang thông tin"}


@dataclass(frozen=True)
class Row:
    """One post with what its folder in the kit holds."""

    post: Post
    kept: Kept
    name: str


def board(rows: Iterable[Row], showing: Showing, new_zip: str, since: date) -> str:
    """Return the whole page; it asks nobody for anything and opens with a double click."""
    rows = sorted(
        rows, key=lambda row: (-row.post.last_change.toordinal(), sort_key(row.post.title))
    )
    township = showing.content.township
    parts = {
        "look": (_ASSETS / "board.css").read_text(encoding="utf-8"),
        "script": (_ASSETS / "board.js").read_text(encoding="utf-8"),
        "site": escape(township.site_name),
        "unit": escape(township.active.committee),
        "today": day_text(showing.today),
        "count": str(len(rows)),
        "new_zip": escape(quote(new_zip)),
        "since": day_text(since),
        "heads": "".join(f'<th scope="col">{escape(_head(channel))}</th>' for channel in _CHANNELS),
        "rows": "".join(_row(row, showing) for row in rows) or _EMPTY,
    }
    page = (_ASSETS / "board.html").read_text(encoding="utf-8")
    for name, text in parts.items():
        page = page.replace(f"%{name}%", text)
    return page


_CHANNELS = tuple(words.CHANNELS)
_EMPTY = (
    f'<tr><td colspan="{len(_CHANNELS) + 1}">Chưa có bài nào được đăng. Bài nháp, bài mẫu không có '
    "bộ đăng.</td></tr>"
)


def _head(channel: str) -> str:
    return _HEADS.get(channel, capitalise(words.CHANNELS[channel]))


def _row(row: Row, showing: Showing) -> str:
    post = row.post
    states = {
        channel: state(post, channel, row.kept.content_mark, showing.content)
        for channel in _CHANNELS
    }
    levels = " ".join(sorted({found.level for found in states.values()}))
    cells = "".join(_cell(post, channel, found) for channel, found in states.items())
    return (
        f'<tr data-levels="{levels}"><th scope="row">'
        f"{_title(row)}"
        f"<p>{escape(SECTIONS[post.SECTION]['title'])} · {day_text(post.last_change)} · "
        f"{escape(post.id)}</p>{_files(row)}</th>{cells}</tr>\n"
    )


def _title(row: Row) -> str:
    """Return the title, a link where there is a page to copy from: not all agree to the web."""
    title = escape(row.post.title)
    if COPY_PAGE not in row.kept.files:
        return f'<span class="title">{title}</span>'
    return f'<a class="title" href="{quote(row.name)}/{COPY_PAGE}">{title}</a>'


def _files(row: Row) -> str:
    if not row.kept.files:
        return "<p>Chưa làm được bộ đăng của bài này.</p>"
    links = "".join(
        f'<li><a href="{quote(f"{row.name}/{name}")}">{escape(name)}</a></li>'
        for name in row.kept.files
        if name != MANIFEST
    )
    zip_name = quote(f"goi/{row.name}.zip")
    return (
        f"<details><summary>Các tệp ({len(row.kept.files)})</summary><ul>{links}"
        f'<li><a href="{zip_name}">Tất cả trong một gói (zip)</a></li></ul></details>'
    )


def _cell(post: Post, channel: str, found: State) -> str:
    label = f'<span class="channel">{escape(_head(channel))}: </span>'
    day = f" <span>{day_text(found.on)}</span>" if found.on else ""
    chip = f'<span class="state {found.level}">{escape(found.words)}</span>{day}'
    if found.url:
        chip += f' <a href="{escape(found.url)}">Xem</a>'
    button = ""
    if found.level in ("open", "changed"):
        command = f"python scripts/mark_published.py {post.id} --channel {channel}"
        if channel in ("web", "mang-xa-hoi", "bao-chi"):
            command += " --url ĐỊA_CHỈ"
        button = (
            f'<button type="button" data-command="{escape(command)}" '
            f'aria-label="Chép lệnh đánh dấu: {escape(_head(channel))}, {escape(post.title)}">'
            "Chép lệnh đánh dấu</button>"
        )
    return f"<td>{label}{chip}{button}</td>"
