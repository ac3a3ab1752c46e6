"""What every record of the content has: where it stands, where it comes from, who agreed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from loa.fields import Day, Text, Url, declare

SHORT = Text(maximum=200)


@dataclass(frozen=True, kw_only=True)
class Record:
    """Anything read from a file: knows where it stands, for messages."""

    path: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False, hash=False)

    def line(self, key: str) -> int:
        """Return the line of ``key`` (such as ``consent.until``), or of what holds it."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return self.lines.get(key, 1)


@dataclass(frozen=True, kw_only=True)
class Written(Record):
    """What has a text of its own: a post, a standing page.

    Attributes:
        body: the Markdown that goes out; all who publish, find or judge it read this.
        body_line: the line of the file where the text begins.
        body_lines: for each line of ``body`` the line it came from, counted from where the text
            begins; empty where they are the same.
        typed: the text as it was typed, where it was mended; for the count of words alone.
        notes: what the writer noted for oneself, with its line; goes nowhere, and is judged.
        body_pictures: the files of the pictures in ``body``.
    """

    body: str = ""
    body_line: int = 1
    body_lines: tuple[int, ...] = ()
    typed: str = ""
    notes: tuple[tuple[int, str], ...] = ()
    body_pictures: tuple[str, ...] = ()

    def body_place(self, line: int) -> int:
        """Return the line of the file where a line of ``body``, from 0, was typed."""
        if self.body_lines:
            line = self.body_lines[min(line, len(self.body_lines) - 1)]
        return self.body_line + line


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a fact comes from; without an address it is a secondary source."""

    name: str | None = declare(SHORT, "Tên nguồn", example="Báo Gia Lai")
    url: str | None = declare(Url(), "Địa chỉ nguồn")


@dataclass(frozen=True, kw_only=True)
class Approval:
    """Who agreed to publish what; the hash says exactly what."""

    by: str = declare(SHORT, "Người duyệt", required=True)
    on: dt.date = declare(Day(), "Ngày duyệt", required=True)
    hash: str = declare(
        Text(pattern="[0-9a-f]{16}", pattern_says="do lệnh approve_post.py ghi, đừng sửa tay"),
        "Dấu của bản đã duyệt",
        required=True,
    )
