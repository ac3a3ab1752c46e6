"""What belongs together stays on one line: "xã hội", "100 triệu đồng", "ngày 18 tháng 11".

Vietnamese writes a space between the syllables of a word, and a browser breaks a line at any of
them: a title then ends in "xã" and goes on with "hội". No-break spaces hold a word together.
"""

import re
from functools import lru_cache

NO_BREAK = "\u00a0"
_JOINED_DASH = "\u2060–\u2060"  # word joiners: "2022–2025" is one thing
# What is longer does not fit in one line of a title on the smallest phone in the largest text,
# and would be torn in the middle of a syllable.
LONGEST = 14

_LABELS = "ngày|tháng|năm|quý|tuần|điều|khoản|mục|bước|câu|trang|số|lớp|khóa|mẫu"
_UNITS = (
    "triệu|tỷ|nghìn|đồng|năm|tháng|tuần|ngày|giờ|phút|tuổi|người|hộ|nhà|con|lần|bước|câu|"
    "chỉ số|bậc|bài|trang|kWh|kB|MB|kg|km|ha|m²|m"
)
_NUMBER = r"\d[\d.,/]*"
_DATE = re.compile(r"\b(ngày \d+) (tháng \d+)(?: (năm \d+))?", re.IGNORECASE)
_LABELLED = re.compile(rf"(?<!\w)({_LABELS}) (?=\d)", re.IGNORECASE)
# A number that its label holds already is left alone: in "ngày 18 tháng 11" it is no "18 tháng".
_MEASURED = re.compile(rf"(?<![\w{NO_BREAK}.,/])({_NUMBER}) (?=(?:{_UNITS})(?!\w))")
_BIG_MONEY = re.compile(rf"(?<={NO_BREAK})(triệu|tỷ|nghìn) (?=đồng(?!\w))")
_RUN = re.compile(r"[^ \n]+")
_SPAN = re.compile(r"(?<=\d)\s?[–-]\s?(?=\d{4}\b)")


@lru_cache(maxsize=8192)
def numbers_together(text: str) -> str:
    """Return ``text`` with every number held to its unit, every date and span of years whole."""
    text = _DATE.sub(_short_date, text)
    text = _LABELLED.sub(rf"\1{NO_BREAK}", text)
    text = _MEASURED.sub(rf"\1{NO_BREAK}", text)
    text = _BIG_MONEY.sub(rf"\1{NO_BREAK}", text)
    text = _SPAN.sub(_JOINED_DASH, text)
    return _RUN.sub(_without_long_runs, text) if NO_BREAK in text else text


@lru_cache(maxsize=8192)
def words_together(text: str, compounds: tuple[str, ...]) -> str:
    """Return a title with its compounds and its numbers held together.

    Args:
        text: a title or heading, as written.
        compounds: the words of ``data/speech.yml``.
    """
    if pattern := _pattern(compounds):
        text = pattern.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    return numbers_together(text)


_HEADING = re.compile(r"^(#{2,6} )(.+)$", re.MULTILINE)


def headings_together(body: str, compounds: tuple[str, ...]) -> str:
    """Return Markdown whose headings are held together as titles are."""
    return _HEADING.sub(lambda found: found[1] + words_together(found[2], compounds), body)


@lru_cache(maxsize=8)
def _pattern(compounds: tuple[str, ...]) -> re.Pattern[str] | None:
    if not compounds:
        return None
    # Longer ones first, so that "hộ cận nghèo" is not held as "cận nghèo" only.
    anyone = "|".join(map(re.escape, sorted(compounds, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{anyone})(?!\w)", re.IGNORECASE)


def _without_long_runs(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) <= LONGEST else found[0].replace(NO_BREAK, " ")


def _short_date(found: re.Match[str]) -> str:
    # Three short pieces: a whole date in words is too long for one line of a narrow card.
    return " ".join(part.replace(" ", NO_BREAK) for part in found.groups() if part)
