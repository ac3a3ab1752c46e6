"""What is said for each shape that ``patterns`` finds in a text."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from loa.reading import days, document_numbers, numbers
from loa.reading.common import SHARERS, SHORT_FORMS, SIGNS, UNITS
from loa.reading.doubts import Reader

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_CODE_BEFORE = re.compile(
    r"(thoại|sđt|\bgọi(?: số)?|gọi ngay|tổng đài|đường dây nóng|hotline|zalo|fax|\bmã|mã số"
    r"|tài khoản|căn cước|cccd)\s*:?\s*$",
    re.IGNORECASE,
)
_CALL_BEFORE = re.compile(
    r"(\bgọi|tổng đài|đường dây nóng|hotline)(?: số)?:?(?:\s*1\d\d\d?(?:,| hoặc| và|,? hay))+\s*$",
    re.IGNORECASE,
)
_CALL_AFTER = re.compile(r"\s*(?:[.,;:)!?]|$|(?:hoặc|và|hay|để|khi|nếu|ngay)\b)")

Teller = Callable[[Reader, str, str, str], str | None]


def _link(reader: Reader, written: str, before: str, after: str) -> str:
    stripped = written.rstrip(".,;:!?)")
    host, _, rest = re.sub(r"^https?://(www\.)?", "", stripped).partition("/")
    said = _address(reader, host)
    if rest:
        long = len(rest) > 24
        said += " và phần sau như ghi trong bài" if long else f" xuyệt {_address(reader, rest)}"
    reader.doubt(stripped, said, before, after, "địa chỉ mạng, nên mời bà con xem trên trang")
    return said + written[len(stripped) :]


def _address(reader: Reader, text: str) -> str:
    words = {".": "chấm", "@": "a còng", "/": "xuyệt", "-": "gạch ngang", "_": "gạch dưới"}
    said = []
    for part in re.findall(r"\d+|[^\W\d_]+|.", text):
        if part.isdecimal():
            said.append(numbers.one_by_one(part))
        elif part.isalpha():
            said.append(reader.readings.get(part, part))
        elif part in words:
            said.append(words[part])
    return " ".join(said)


def _document(reader: Reader, written: str, before: str, after: str) -> str:
    said, sure = document_numbers.document(written, before, after, reader.readings)
    # Printed forms have codes of letters, not issuers: "mẫu số 01/TD".
    if not sure and not re.search(r"mẫu(\s+số)?\s*$", before, re.IGNORECASE):
        reader.doubt(written, said, before, after, "số hiệu chưa rõ nơi ban hành")
    return said


def _numbered(reader: Reader, written: str, before: str, after: str) -> str:
    if document_numbers.is_named(before):
        return document_numbers.document(written, before, after, reader.readings)[0]
    number, in_year = written.split("/")
    said = f"{numbers.counted(number)} năm {days.year(in_year)}"
    return reader.doubt(written, said, before, after, "chưa rõ là số gì")


def _phone(reader: Reader, written: str, before: str, after: str) -> str | None:
    digits = re.sub(r"\D", "", written)
    grouped = re.fullmatch(r"\d{1,3}(\.\d{3})+", written)
    plain_year = re.match(r"1[89]00", written) and len(digits) > 10
    if (grouped and not digits.startswith("0")) or plain_year:
        return _number(reader, written, before, after)
    return numbers.one_by_one("0" + digits[2:] if "+84" in written else digits)


def _pair(reader: Reader, written: str, before: str, after: str) -> str:
    second = written.partition("/")[2]
    if document_numbers.is_named(before) and len(second) == 4:
        return _numbered(reader, written, before, after)
    said, sure = days.day_or_share(written, before, after)
    if not sure:
        reader.doubt(written, said, before, after, "ngày tháng hay tỷ lệ")
    return said


def _section(reader: Reader, written: str, before: str, after: str) -> str:
    first, *rest = written.split(".")
    parts = [numbers.whole(numbers.roman(first)) if numbers.roman(first) else first.lower()]
    return " chấm ".join([*parts, *map(numbers.counted, rest)])


def _item(reader: Reader, written: str, before: str, after: str) -> str:
    sign = written.strip()[:-1]
    if sign.isdecimal():
        return f"{numbers.counted(sign)},"
    if value := numbers.roman(sign):
        return f"{numbers.whole(value)},"
    return f"{numbers.spelled(sign)},"


def _roman(reader: Reader, written: str, before: str, after: str) -> str | None:
    name, _, in_year = written.partition("/")
    *called, sign = re.split(r"[ \u00a0]", name)
    value = numbers.roman(sign)
    if not value:
        return reader.doubt(written, written, before, after, "chữ viết tắt chưa có cách đọc")
    last = called[-1].lower() if called else ""
    if last == "thứ":
        said = numbers.ordinal(str(value))
    elif last == "quý":
        said = numbers.fourth(str(value))
    else:
        said = numbers.whole(value)
    if in_year:
        said += f" năm {days.year(in_year)}"
    if not called:
        reader.doubt(written, said, before, after, "số La Mã đứng một mình")
    return " ".join([*called, said])


def _point(reader: Reader, written: str, before: str, after: str) -> str:
    return re.sub(r"\b[a-zđ]\b", lambda found: numbers.spelled(found[0]), written)


def _weekdays(reader: Reader, written: str, before: str, after: str) -> str:
    if written[0].isdecimal():
        return f"{numbers.ordinal(written[0])} đến thứ {numbers.ordinal(written[-1])}"
    return " đến " if days.ends_with_weekday(before) else ", "


def _per(reader: Reader, written: str, before: str, after: str) -> str:
    name = written.strip()[1:].strip()
    # "anh/chị", "và/hoặc" are no rates; a rate follows a number, a unit or another rate.
    return f" {'mỗi' if name in SHARERS else 'một'} {name}"


def _per_unit(reader: Reader, written: str, before: str, after: str) -> str:
    name = written[1:]
    if name in UNITS:
        return f" một {reader.said_unit(name)}"
    return f" hoặc {reader.said_unit(name)}"


def _name(reader: Reader, written: str, before: str, after: str) -> str:
    said = reader.readings.get(written) or SHORT_FORMS[written]
    if written.endswith(".") and not after.strip() and said == "vân vân":
        return f"{said}."
    if written == "TP" or written.rstrip(".") in ("TP", "Tp"):
        return f"{said} "
    return said


def _range(reader: Reader, written: str, before: str, after: str) -> str:
    first, last = re.split(rf"\s?{days.DASH}\s?", written, maxsplit=1)
    percent = "%" in first
    first = first.replace("%", "").strip()
    start = _number(reader, first, before, after) + (" phần trăm" if percent else "")
    return f"{start} đến {_number(reader, last, before, after)}"


def _money_half(reader: Reader, written: str, before: str, after: str) -> str:
    """Return "1tr5": one million and a half, as shops write it."""
    first, unit, rest = re.findall(r"\d+|\D+", written)
    said = f"{numbers.counted(first)} {reader.said_unit(unit)} {numbers.counted(rest)}"
    return reader.doubt(written, said, before, after, "viết tắt số tiền, nên ghi đủ")


def _chain(reader: Reader, written: str, before: str, after: str) -> str:
    parts = written.split(".")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", written):
        return _number(reader, written, before, after)
    if len(parts) == 2 and len(parts[1]) > 3:  # a code, such as 2.002821
        return " chấm ".join(map(numbers.one_by_one, parts))
    if len(parts) == 2 and re.match(r"\s?(%|[^\W\d_])", after):
        said = numbers.number(parts[0], parts[1])
        return reader.doubt(written, said, before, after, "dấu chấm thập phân, nên viết dấu phẩy")
    return " chấm ".join(map(numbers.counted, parts))


def _number(reader: Reader, written: str, before: str, after: str) -> str:
    if _CODE_BEFORE.search(before) and written.isdecimal() and len(written) > 2:
        return numbers.one_by_one(written)
    short = re.fullmatch(r"1\d\d\d?", written) and _CALL_BEFORE.search(before)
    if short and _CALL_AFTER.match(after):
        return numbers.one_by_one(written)
    # "05 con" is five; the zero only keeps people from writing a digit before it.
    if re.fullmatch(r"0[1-9]", written) and not re.search(r"(số|mã)\s*$", before, re.IGNORECASE):
        return numbers.counted(written[1])
    if written.count(",") > 1:
        said = numbers.number(written.replace(",", ""))
        return reader.doubt(written, said, before, after, "dấu phẩy giữa các nghìn")
    digits, _, rest = written.partition(",")
    digits = re.sub(r"\D", "", digits)
    if len(digits) > 18 or (written.isdecimal() and len(digits) > 12):
        return reader.doubt(
            written, numbers.one_by_one(digits), before, after, "dãy số dài, đọc từng chữ số"
        ) + (f" phẩy {numbers.decimals(rest)}" if rest else "")
    return numbers.number(digits, rest)


def _unit(reader: Reader, written: str, before: str, after: str) -> str:
    return f" {reader.said_unit(written.strip())}"


def _capitals(reader: Reader, written: str, before: str, after: str) -> str | None:
    plain = unicodedata.normalize("NFD", written.lower().replace("đ", "d"))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    shouted = re.search(r"[A-ZĐÀ-Ỹ]{2,}[\s,:–-]*$", before) or re.match(
        r"[\s,:–-]*[A-ZĐÀ-Ỹ]{2}", after
    )
    if _SYLLABLE.fullmatch(bare) and (shouted or not written.isascii()):
        return None
    reader.doubt(written, written, before, after, "chữ viết tắt chưa có trong data/speech.yml")
    return None


def _slash(reader: Reader, written: str, before: str, after: str) -> str:
    if re.search(r"\bvà$", before) or after.startswith("hoặc"):
        return " "
    if re.match(r"\d+\s?(h|giờ|ngày|tháng)", after):
        return " trong "
    digits = before[-1:].isdecimal() and after[:1].isdecimal()
    if digits:
        return " trên "
    between_words = before[-1:].isalnum() and after[:1].isalnum()
    return " hoặc " if between_words else ", "


def _sign(reader: Reader, written: str, before: str, after: str) -> str:
    if written == "+" and (not before.strip(" \t") or before.endswith("\n")):
        return " "
    if written == "+" and not before.rstrip()[-1:].isdecimal():
        return " và "
    return SIGNS[written]


TELLERS: Mapping[str, Teller] = {
    "link": _link,
    "document": _document,
    "iso": lambda reader, written, before, after: days.iso_date(written, before),
    "dates": lambda reader, written, before, after: days.dates(written, before),
    "date": lambda reader, written, before, after: days.date(written, before),
    "months": lambda reader, written, before, after: days.months(written, before),
    "month": lambda reader, written, before, after: (
        _numbered(reader, written, before, after)
        if document_numbers.is_named(before)
        else days.month_of_year(written, before)
    ),
    "numbered": _numbered,
    "years": lambda reader, written, before, after: days.years(written, before),
    "times": lambda reader, written, before, after: days.times(written),
    "time": lambda reader, written, before, after: days.time(written.replace("\u00a0", " ")),
    "phone": _phone,
    "pair": _pair,
    "degree": lambda reader, written, before, after: "âm ",
    "times_sign": lambda reader, written, before, after: " nhân ",
    "weekdays": _weekdays,
    "tie": lambda reader, written, before, after: " ",
    "ordinal": lambda reader, written, before, after: numbers.ordinal(written),
    "quarter": lambda reader, written, before, after: numbers.fourth(written),
    "section": _section,
    "item": _item,
    "roman": _roman,
    "point": _point,
    "per": _per,
    "per_unit": _per_unit,
    "name": _name,
    "range": _range,
    "money_half": _money_half,
    "grouped": _number,
    "chain": _chain,
    "number": _number,
    "unit": _unit,
    "capitals": _capitals,
    "slash": _slash,
    "dash": lambda reader, written, before, after: ", " if before.strip(" \t\n") else " ",
    "sign": _sign,
    "silent": lambda reader, written, before, after: " ",
}
