"""The preview while something is wrong: the last good pages stay up, with what is to be mended.

A WSGI application around the one that serves the built pages. While there are mistakes, every
page carries a bar that lists them; where there is no good page yet, the list is the page.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from loa.desk.summary import Done, say

Headers = list[tuple[str, str]]
Answer = Callable[..., Any]  # ``start_response`` of a WSGI server
App = Callable[[dict[str, Any], Answer], Iterable[bytes]]

FOLDER = ".cache/preview"
UNREADABLE = "mkdocs.yml:1: không đọc được tệp này; hãy xem lại dòng vừa sửa"
STYLE = "xem-thu.css"  # asked for at any depth: the browser needs no way to the root
_LOOK = (Path(__file__).parents[1] / "assets" / "preview.css").read_bytes()
_MOST = 50  # lines: more mistakes than that are mended one after the other anyway
_LEAD = (
    "Bài đang viết có chỗ phải sửa; trang dưới đây là bản tốt gần nhất. "
    "Sửa rồi lưu tệp, trang tự cập nhật."
)
_ALONE = (
    "Chưa có trang nào để xem thử: hãy sửa những chỗ dưới đây rồi lưu tệp, trang sẽ tự hiện ra."
)


class Mistakes:
    """What is wrong at this moment, in the officer's words; empty while all is well."""

    def __init__(self) -> None:
        self.lines: Sequence[str] = ()
        self.is_built = True  # whether what is shown is as the files stand now

    def know(self, done: Done) -> None:
        """Know what came of a build: why there is none, or which of its files failed."""
        self.lines, self.is_built = done.wrong or done.failures, not done.wrong

    def tell(self, lines: Sequence[str]) -> None:
        """Nothing new could be built, for these reasons."""
        self.lines, self.is_built = lines, False

    def around(self, app: App) -> App:
        """Return an application that shows them on every page of another."""

        def shown(environ: dict[str, Any], start: Answer) -> Iterable[bytes]:
            if environ.get("PATH_INFO", "").endswith(f"/{STYLE}"):
                start("200 OK", _headers(_LOOK, "text/css; charset=utf-8"))
                return [_LOOK]
            if not self.lines:
                return app(environ, start)
            status, headers, body = _asked(app, environ)
            kind = dict(headers).get("Content-Type", "")
            if not kind.startswith("text/html"):
                start(status, headers)
                return [body]
            if status.startswith("404") and b"<body" not in body:
                status, body = "200 OK", _alone(self.lines)  # there is no page of the site yet
            else:
                body = _with_bar(body, _bar(self.lines, self.is_built))
            start(status, _headers(body, kind, headers))
            return [body]

        return shown


def _asked(app: App, environ: dict[str, Any]) -> tuple[str, Headers, bytes]:
    told: list[Any] = []
    found = app(environ, lambda status, headers, *_: told.extend((status, headers)))
    try:
        body = b"".join(found)
    finally:
        if hasattr(found, "close"):
            found.close()
    return told[0], told[1], body


def _headers(body: bytes, kind: str, others: Headers = []) -> Headers:  # noqa: B006  # never changed
    kept = [one for one in others if one[0] not in ("Content-Type", "Content-Length")]
    return [*kept, ("Content-Type", kind), ("Content-Length", str(len(body)))]


def _with_bar(page: bytes, bar: str) -> bytes:
    """Put the bar at the top of a page."""
    opening = page.find(b"<body")
    place = page.find(b">", opening) + 1
    return page[:place] + bar.encode() + page[place:] if opening >= 0 else page


def _bar(lines: Sequence[str], is_built: bool) -> str:
    lead = _LEAD if not is_built else "Đã dựng trang, nhưng có tệp chưa làm được."
    return (
        f'<link rel="stylesheet" href="/{STYLE}">'
        f'<aside class="loa-mistakes" aria-label="Những chỗ phải sửa"><p>{lead}</p>'
        f"{_list(lines)}</aside>"
    )


def _alone(lines: Sequence[str]) -> bytes:
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta http-equiv="refresh" content="3">'  # until there is a page that reloads itself
        f'<title>Những chỗ phải sửa</title><link rel="stylesheet" href="/{STYLE}"></head>'
        f'<body><main class="loa-mistakes"><h1>Những chỗ phải sửa</h1><p>{_ALONE}</p>'
        f"{_list(lines)}</main></body></html>\n"
    ).encode()


def _list(lines: Sequence[str]) -> str:
    more = len(lines) - _MOST
    shown = [*lines[:_MOST], *([f"và {more} chỗ nữa"] if more > 0 else [])]
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in shown)}</ul>"


class Preview:
    """What an officer looks at while writing; it goes on whatever is wrong."""

    def __init__(self) -> None:
        self.mistakes = Mistakes()
        self._held: Held | None = None
        self._pages = Path()

    def folder(self, root: Path, other: Path) -> Path:
        """Return where the pages are built: they outlive the preview, for the next one.

        ``other`` is for a second preview of the same project.
        """
        self._held = self._held or Held(root / FOLDER)
        self._pages = self._held.folder or other
        return self._pages

    def take_over(self, server: Any) -> None:
        """Let the server of MkDocs serve these pages, and go on when a build fails altogether."""
        lost, builder = self._pages / "404.html", server.builder
        server.root = str(self._pages)
        server.error_handler = lambda code: lost.read_bytes() if lost.is_file() else None
        server.set_app(self.mistakes.around(server.get_app()))

        def build() -> None:
            try:
                builder()
            except (Exception, SystemExit):  # the settings themselves
                self.mistakes.tell([UNREADABLE])
                say([UNREADABLE])

        server.builder = build


class Held:
    """A folder that one preview has for itself, until it ends; a second one asks in vain."""

    def __init__(self, folder: Path) -> None:
        """Try to take the folder."""
        self.folder: Path | None = folder
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            # The lock of a database goes with its program, on every system, however that ends.
            self._lock = sqlite3.connect(folder.with_name(f"{folder.name}.lock"), timeout=0)
            self._lock.execute("BEGIN EXCLUSIVE")
        except (sqlite3.Error, OSError):
            self.folder = None
