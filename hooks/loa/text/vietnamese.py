"""Vietnamese text: one spelling inside, dates and money as people write them, plain addresses."""

import re
import unicodedata
from datetime import date, time
from decimal import Decimal

from loa.text.collation import sort_key as sort_key  # a part of what is Vietnamese
from loa.text.letters.accidents import mended


def normalise(text: str) -> str:
    """Return ``text`` in Unicode NFC, every letter the plain one, nothing invisible in it."""
    return mended(text)


def fold(text: str) -> str:
    """Return ``text`` in lower case without any mark, the way people type on phones."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ƀ", "b"))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return an ASCII name for addresses: "Vay vốn ở Đak Đoa" becomes "vay-von-o-dak-doa"."""
    # NFKC: "m²" is "m2"; an eth is a Đ, whoever asks.
    plain = unicodedata.normalize("NFKC", mended(text))
    return re.sub(r"[^a-z0-9]+", "-", fold(plain)).strip("-")


def toc_slug(text: str, separator: str = "-") -> str:
    """Return the anchor of a heading; the shape Python-Markdown's toc extension calls."""
    return slug(text).replace("-", separator) or "muc"


def day_text(day: date) -> str:
    """Return a date for lists and facts: "01/3/2019".

    Days below 10 and the months 1 and 2 carry a zero (Decree 30/2020/NĐ-CP, Annex I).
    """
    return f"{short_day_text(day)}/{day.year}"


def short_day_text(day: date) -> str:
    """Return day and month, for things that come every year: "17/10"."""
    return f"{day.day:02d}/{month_number(day)}"


def month_number(day: date) -> str:
    """Return the month as official papers write it: "01", "02", then "3" to "12"."""
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def number_text(number: int | Decimal) -> str:
    """Return a number with a dot for thousands and a comma for decimals: "1.500.000", "6,24"."""
    whole, _, decimals = f"{number:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


_MILLION = 1_000_000
_BILLION = 1_000_000_000


def money_parts(amount: int) -> tuple[str, str]:
    """Return an amount of đồng as number and unit: ("100", "triệu đồng").

    Only round millions and billions are shortened, so that nothing is lost.
    """
    if amount >= _BILLION and amount % (_BILLION // 100) == 0:
        return number_text(Decimal(amount) / _BILLION), "tỷ đồng"
    if amount >= _MILLION and amount % _MILLION == 0:
        return number_text(amount // _MILLION), "triệu đồng"
    return number_text(amount), "đồng"


def money_text(amount: int) -> str:
    """Return an amount of đồng as one phrase that does not break across lines."""
    return "\u00a0".join(money_parts(amount))


_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def weekday(day: date) -> str:
    """Return the name of the weekday."""
    return _WEEKDAYS[day.weekday()]


def time_text(clock: time) -> str:
    """Return a time as people say it: "14 giờ", "7 giờ 30"."""
    minutes = f"\u00a0{clock.minute:02d}" if clock.minute else ""
    return f"{clock.hour}\u00a0giờ{minutes}"


def capitalise(text: str) -> str:
    """Return ``text`` with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def size_text(size: int) -> str:
    """Return the size of a file as people weigh their data: "180 kB", "1,6 MB"."""
    if size < 995_000:
        return f"{max(1, round(size / 1000))}\u00a0kB"
    megabytes = Decimal(size) / 1_000_000
    digits = Decimal(1) if megabytes >= 100 else Decimal("0.1")
    return f"{number_text(megabytes.quantize(digits))}\u00a0MB"


def length_text(seconds: float) -> str:
    """Return how long a recording is: "45 giây", "2 phút", "1 giờ 5 phút"."""
    if seconds < 59.5:
        return f"{max(1, round(seconds))} giây"
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = [f"{hours} giờ"] if hours else []
    return " ".join(parts + ([f"{minutes} phút"] if minutes or not hours else []))
