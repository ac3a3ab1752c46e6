"""Days and hours as people write them, and what is said of the ways that cannot be read."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from loa.fields.kinds import Json, Rejected, Text, bare_of, quoted
from loa.text.yaml_text import Node

if TYPE_CHECKING:
    from loa.fields.reader import Reader

FIRST_YEAR, LAST_YEAR = 1900, 2100
_ISO_DAY = r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
_LOCAL_DAY = r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"


@dataclass(frozen=True)
class Day:
    """A date, written the Vietnamese way or as ISO 8601."""

    EMPTY: ClassVar[Any] = None

    def read(self, node: Node, key: str, reader: "Reader") -> date:
        """Return the date; reject days that no calendar has, such as 31/02."""
        value = bare_of(node, f"phải là {self.describe()}")
        found = re.fullmatch(_ISO_DAY, value, re.ASCII) or re.fullmatch(_LOCAL_DAY, value, re.ASCII)
        if not found:
            raise Rejected(f"{quoted(value)} phải là {self.describe()}{_day_meant(value)}")
        year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Rejected(
                f"năm {year} trong {quoted(value)} không thể đúng; hãy sửa năm, không có ngày ấy "
                "thì bỏ trống mục này"
            )
        try:
            return date(year, month, day)
        except ValueError:
            turned = f" (ngày trước, tháng sau: {month:02d}/{day:02d}/{year})"
            advice = turned if month > 12 >= day and month < 32 else ""
            raise Rejected(
                f"không có ngày {quoted(value)} trong lịch; hãy xem lại{advice}"
            ) from None

    def schema(self) -> Json:
        """Return a string schema; whether the day exists is beyond a pattern."""
        return {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})$"}

    def describe(self) -> str:
        """Say both ways of writing."""
        return "ngày dạng 17/10/2024 hoặc 2024-10-17"


_SPREADSHEET_EPOCH = date(
    1899, 12, 30
)  # day 1 of Excel is 1 January 1900, and it counts 29 February
_SERIALS = range(20_000, 73_051)  # 1954 to 2099
# Day, month, year; or the other way round; with words and signs of any kind between.
_LOCAL = re.compile(r"(?<![\d-])(\d{1,2})\D{1,9}(\d{1,2})\D{1,7}(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")


def _day_meant(value: str) -> str:
    """Return the day that a value seems to say, as advice; nothing where it says none."""
    if value.isascii() and value.isdigit() and int(value) in _SERIALS:
        day = _SPREADSHEET_EPOCH + timedelta(days=int(value))
        return f"; bảng tính đã đổi ngày thành số, ngày ấy là {day:%d/%m/%Y}"
    if found := _LOCAL.search(value):
        century = 2000 if len(found[3]) == 2 else 0
        meant = _existing(int(found[3]) + century, int(found[2]), int(found[1]))
        if meant:
            return meant
    found = _ISO.search(value) or _RUN.fullmatch(value)
    return _existing(*map(int, found.groups())) if found else ""


def _existing(year: int, month: int, day: int) -> str:
    try:
        return f"; hãy viết {date(year, month, day):%d/%m/%Y}"
    except ValueError:
        return ""


_CLOCK = (
    r"([01]?\d|2[0-3])\s*(?:[:hgHG.]|giờ)\s*([0-5]\d)?(?::00)?\s*(?:phút|p|')?"
    r"\s*(sáng|trưa|chiều|tối|am|pm|AM|PM|SA|CH)?"
)
_LATE = ("chiều", "tối", "pm", "PM", "CH")


@dataclass(frozen=True)
class Clock(Text):
    """An hour of the day, kept as "07:30" however it was written: 7:30, 7h30, 2 giờ chiều."""

    pattern: str = _CLOCK
    pattern_says: str = "giờ:phút, ví dụ 14:00 (buổi chiều)"

    def read(self, node: Node, key: str, reader: "Reader") -> str:
        """Return hour and minute with two digits each."""
        value = bare_of(node, f"phải là {self.pattern_says}")
        found = re.fullmatch(_CLOCK, value)
        if not found:
            raise Rejected(f"{quoted(value)} chưa đúng: {self.pattern_says}")
        hour = int(found[1])
        if hour < 12 and found[3] in _LATE:
            hour += 12
        return f"{hour:02d}:{found[2] or '00'}"

    def schema(self) -> Json:
        """Return a string schema; what editors take "7:30" for differs."""
        return {"type": ["string", "number"], "pattern": f"^(?:{self.pattern})$"}
