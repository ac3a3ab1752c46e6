"""Days, months, years and hours in words."""

import re

from loa.reading.numbers import counted, fourth, whole

_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_TIME = re.compile(r"(\d{1,2})\s*(?:h|g|giờ|:)\s*(\d{2})?(?:\s*phút)?(?![^\W_])", re.IGNORECASE)
DASH = r"[-–—~]"
# What stands right before a day; the day then needs no "ngày" of its own.
_NAMED = re.compile(r"(ngày:?|hôm|mùng|mồng|ngày\s+\d{1,2},)\s*$", re.IGNORECASE)
_SINCE = re.compile(r"(từ|từ ngày|ngày từ)\s*$", re.IGNORECASE)
# Words before "3/4" that make it a day, and words after it that make it a share of something.
_DAY_BEFORE = re.compile(
    r"(ngày|hôm|sáng|trưa|chiều|tối|đêm|từ|đến|tới|trước|sau|dịp|lễ|hạn|kể từ|và|hết|qua"
    r"|(thứ (hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|hôm nay|hôm qua|ngày mai),?)[\s(,:]*$",
    re.IGNORECASE,
)
_HOUSE_BEFORE = re.compile(r"(số nhà|nhà số|hẻm|ngõ|kiệt)\s*$", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(r"(thứ\s+([2-7]|hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)\s*$", re.IGNORECASE)
_COUNTED_AFTER = re.compile(
    r"\s*(số|tổng|diện|dân|hộ|người|khẩu|thôn|làng|xã|chỉ|tiêu|đại biểu|thành viên|em|học sinh"
    r"|con|cây|nhà|hội viên|phiếu|chiều|suất|sào|ha|km|lít|bát|cốc|ly|quãng|chặng|gói|bao)\b",
    re.IGNORECASE,
)


def is_day(day: str, month: str) -> bool:
    """Say whether two numbers can be a day and a month."""
    short = len(day) < 3 and len(month) < 3
    return short and 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def year(digits: str) -> str:
    """Return a year: "hai nghìn không trăm hai mươi mốt"."""
    return whole(int(digits))


def date(written: str, before: str) -> str:
    """Return a date; "ngày" is said where the text before doesn't say it."""
    found = _DATE.fullmatch(written)
    assert found is not None, written
    day, month, in_year = found.groups()
    named = "" if _NAMED.search(before) else "ngày "
    said = f"{named}{counted(day.lstrip('0') or '0')} tháng {fourth(month)}"
    return f"{said} năm {year(in_year)}" if in_year else said


def iso_date(written: str, before: str) -> str:
    """Return a date that a machine wrote: 2026-11-20."""
    in_year, month, day = written.split("-")
    return date(f"{day}/{month}/{in_year}", before)


def dates(written: str, before: str) -> str:
    """Return two dates with a dash between: from one to the other."""
    first, last = (part.strip() for part in re.split(rf"\s*{DASH}\s*(?=\d)", written, maxsplit=1))
    if "/" not in first:
        named = "" if _NAMED.search(before) else "ngày "
        start = f"{named}{counted(first.lstrip('0'))}"
    else:
        start = date(first, before)
    since = "" if _SINCE.search(before) or _NAMED.search(before) else "từ "
    return f"{since}{start} đến {date(last, '')}"


def day_or_share(written: str, before: str, after: str) -> tuple[str, bool]:
    """Return "17/10" or "3/4" in words, and whether that is sure."""
    first, second = written.split("/")
    if is_day(first, second) and _DAY_BEFORE.search(before):
        return date(written, before), True
    if _HOUSE_BEFORE.search(before):
        return f"{counted(first)} trên {counted(second)}", True
    if _COUNTED_AFTER.match(after) or not is_day(first, second):
        part = "phần" if int(first) < int(second) <= 10 else "trên"
        below = "tư" if (part, second) == ("phần", "4") else counted(second)
        return f"{counted(first)} {part} {below}", True
    if written == "24/7":
        return "hai mươi bốn giờ mỗi ngày, bảy ngày mỗi tuần", False
    return date(written, before), False


def month_of_year(written: str, before: str) -> str:
    """Return "10/2026" in words, a quarter's number too; "tháng" is said where nothing says it."""
    return _month(written, before, _kind(before))


def months(written: str, before: str) -> str:
    """Return "4-6/2026" or "9/2026 - 5/2027" in words, months or quarters."""
    first, last = re.split(rf"\s?{DASH}\s?", written)
    kind = _kind(before)
    return f"{_month(first, before, kind)} đến {_month(last, '', kind)}"


def _kind(before: str) -> str:
    """Return what the number counts, as the text before it says."""
    return "quý" if re.search(r"quý\s*$", before, re.IGNORECASE) else "tháng"


def _month(written: str, before: str, kind: str) -> str:
    number, *in_year = re.split(r"[/-]", written)
    named = "" if re.search(rf"{kind}\s*$", before, re.IGNORECASE) else f"{kind} "
    said = f"{named}{fourth(number)}"
    return f"{said} năm {year(in_year[0])}" if in_year else said


def ends_with_weekday(before: str) -> bool:
    """Say whether a text ends with a day of the week."""
    return bool(_WEEKDAY_BEFORE.search(before))


def years(written: str, before: str) -> str:
    """Return "2021–2025": a period, or the two halves of a school year."""
    first, last = re.split(rf"\s*{DASH}\s*", written)
    school = re.search(r"(năm học|niên khóa|niên khoá|vụ)\s*$", before, re.IGNORECASE)
    return f"{year(first)}{', ' if school else ' đến '}{year(last)}"


def time(written: str) -> str:
    """Return "7h30", "7:30" or "14 giờ 30" in words."""
    found = _TIME.fullmatch(written.strip())
    assert found is not None, written
    hour, minute = found.groups()
    said = f"{counted(hour.lstrip('0') or '0')} giờ"
    return said if not minute or minute == "00" else f"{said} {whole(int(minute))} phút"


def times(written: str) -> str:
    """Return two times with a dash between."""
    first, last = re.split(rf"\s*{DASH}\s*", written)
    if first.strip().isdecimal():
        first = f"{first.strip()} giờ"
    return f"{time(first)} đến {time(last)}"
