"""The shapes that are told apart in a text, in the order in which they are looked for."""

import re
from collections.abc import Iterable

from loa.reading import document_numbers
from loa.reading.common import MEASURES, SHARERS, SHORT_FORMS, UNITS
from loa.reading.days import DASH

LETTER = r"[^\W\d_]"
NOT_INSIDE = rf"(?<!{LETTER})"
NOT_GOING_ON = rf"(?!{LETTER})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20|21)\d\d"
_FREE = r"(?<![\w/.,:-])"  # nothing that belongs to the same number stands before
_DONE = r"(?![\w/]|[.,:-]\d)"
GROUPED = r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?"
SPACED = r"\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?: \d{3}){2,}(?! ?\d)(?:,\d+)?"
ENGLISH = r"\d{1,3}(?:,\d{3}){2,}(?!\d)"
NUMBER = rf"(?:{GROUPED}|{SPACED}|{ENGLISH}|\d+,\d+|\d+)"
_CALLED = (
    r"khóa|khoá|chương|quý|mục|phần|kỳ|lần thứ|lần|thế kỷ|đại hội|nhiệm kỳ|loại|cấp|hạng|bậc"
    r"|tập|quyển|điều|khu vực|vùng|giai đoạn|đợt|tiểu mục|số|thứ|phụ lục|bảng|nhóm|học kỳ|kì"
    r"|phụ biểu|biểu|đời|và|xã|thôn|hội nghị|tháng|phiên"
)
_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK = rf"{_HOUR}(?:\s?[hg](?:\s?[0-5]\d)?|:[0-5]\d)"
_SPOKEN_CLOCK = rf"{_HOUR}[ \u00a0]giờ(?:[ \u00a0]?[0-5]\d(?:[ \u00a0]phút)?)?"
_PER = "|".join(sorted((*SHARERS, *MEASURES), key=len, reverse=True))


def shapes(written: Iterable[str]) -> re.Pattern[str]:
    """Return everything that has to be said in other words; ``written`` are the town's own."""
    names = sorted({*written, *SHORT_FORMS}, key=len, reverse=True)
    units = sorted({*UNITS, *written}, key=len, reverse=True)
    unit = "|".join(re.escape(name) for name in units)
    tail = rf"{NOT_GOING_ON}(?!\d)"
    named = {
        "link": r"(?:https?://|www\.)[^\s<>\"”’]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
        r"|(?<![\w.-])(?:[A-Za-z0-9-]+\.)+(?:vn|com|org|net|info|edu|gov)\b(?:/[^\s<>\"”’,;)]*)?",
        "document": document_numbers.NUMBER,
        "iso": rf"{_FREE}{_YEAR}-\d\d-\d\d{_DONE}",
        "dates": rf"{_FREE}{_DAY}(?:/{_MONTH}(?:/{_YEAR})?)?\s?{DASH}\s?"
        rf"{_DAY}/{_MONTH}(?:/{_YEAR})?{_DONE}",
        "date": rf"{_FREE}{_DAY}(?P<between>[/.-]){_MONTH}(?P=between){_YEAR}{_DONE}",
        "months": rf"{_FREE}(?:(?:(?<=háng )|(?<=uý )){_MONTH}(?:/{_YEAR})?|{_MONTH}/{_YEAR})"
        rf"\s?{DASH}\s?"
        rf"{_MONTH}(?:/{_YEAR})?{_DONE}",
        "month": rf"{_FREE}(?:{_MONTH}/{_YEAR}|(?<=tháng ){_MONTH}-{_YEAR}){_DONE}",
        "numbered": document_numbers.SHORT,
        "years": rf"{_FREE}{_YEAR}\s?{DASH}\s?{_YEAR}(?![\w/]|{DASH}\d)",
        "times": rf"{_FREE}(?:{_CLOCK}|{_HOUR})\s?{DASH}\s?{_CLOCK}{_DONE}",
        "time": rf"{_FREE}(?:(?:{_CLOCK}){_DONE}|{_SPOKEN_CLOCK}{NOT_GOING_ON}(?!\d))",
        "phone": r"(?:(?<![\w/.,])\(?\+84\)?(?:[ .\u00a0-]?\d){10}"
        r"|(?<![\w/.,])(?:\(?\+84\)?|\(?0\d{1,3}\)?|1[89]00)(?:[ .\u00a0-]?\d){4,9})"
        r"(?![\d/]|,\d)",
        "pair": rf"{_FREE}\d{{1,4}}/\d{{1,4}}(?![\w/]|[.,]\d)",
        "degree": r"(?<![\w])-(?=\d+(?:,\d+)?\s?[°º])",
        "times_sign": r"(?<=\d)\s?[xX*]\s?(?=\d)",
        "weekdays": rf"(?<=hứ )[2-7]\s?{DASH}\s?[2-7](?![\w.,/])"
        rf"|\s?{DASH}\s?(?=(?i:thứ [2-7hbtns]|chủ nhật))",
        "tie": rf"(?<={LETTER})-(?=\d)",
        "ordinal": r"(?<=thứ )\d{1,3}(?![\d.,/]\d|\d)|(?<=Thứ )\d{1,3}(?![\d.,/]\d|\d)",
        "quarter": r"(?<=háng )0?4(?![\d/]|[.,]\d)|(?<=uý )0?4(?![\d/]|[.,]\d)",
        "section": rf"{NOT_INSIDE}[IVX]{{1,5}}(?:\.\d{{1,2}}){{1,3}}(?![\w])",
        "item": r"(?m:^)[ \t]*(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)](?=\s)",
        "roman": rf"{NOT_INSIDE}(?i:(?:{_CALLED}))[ \u00a0][IVXLC]{{1,7}}(?:/{_YEAR})?"
        rf"{NOT_GOING_ON}(?!\.?\d)|{NOT_INSIDE}[IVX]{{2,6}}{NOT_GOING_ON}(?!\.?\d)",
        "point": rf"{NOT_INSIDE}(?i:điểm)[ \u00a0][a-zđ]{NOT_GOING_ON}(?!\d)"
        rf"(?:(?:,| và|, và| hoặc) [a-zđ]{NOT_GOING_ON}(?!\d))*",
        "per": rf"(?:(?<=[%\d]) |(?<=đồng) )?/[ ]?(?:{_PER}){NOT_GOING_ON}",
        "per_unit": rf"(?<={LETTER}|\d|%|²)/(?:{unit}){tail}",
        "name": rf"{NOT_INSIDE}(?:{'|'.join(re.escape(name) for name in names)}){NOT_GOING_ON}",
        "range": rf"{_FREE}{NUMBER}\s?%?\s?{DASH}\s?{NUMBER}(?!\d|{DASH}\d)",
        "money_half": r"(?<![\w.,])\d{1,3}(?:tr|tỷ|tỉ)\d{1,3}(?!\w)",
        "grouped": rf"{GROUPED}|{ENGLISH}",
        "chain": r"\d+(?:\.\d+)+",
        "number": NUMBER,
        "unit": rf"(?<=\d|§)\s?(?:{unit}){tail}",
        "capitals": rf"{NOT_INSIDE}[A-ZĐ][A-ZĐƯƠÔÊÂ&]+{NOT_GOING_ON}",
        "slash": r"\s?/\s?",
        "dash": rf"(?<=\s){DASH}+(?=\s)|(?m:^){DASH}+(?=\s)|[–—]",
        "sign": r"[%‰&+=≥≤><×÷±≈$€₫°→@()\[\]{}|]",
        "silent": r"[“”„\"«»*_#•·☐☑✓✔^`~\\§]|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]",
    }
    any_shape = "|".join(f"(?P<{name}>{shape})" for name, shape in named.items())
    # No other shape begins between two letters, where most places of a text are.
    return re.compile(rf"(?:{NOT_INSIDE}|{NOT_GOING_ON}|(?=https?://|www\.))(?:{any_shape})")
