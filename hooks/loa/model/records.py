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
