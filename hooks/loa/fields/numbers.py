"""Numbers as people and spreadsheets write them: dots group thousands, a comma begins decimals."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from loa.fields.kinds import Json, Rejected, Text, bare_of, quoted
from loa.text.vietnamese import number_text
from loa.text.yaml_text import Node

if TYPE_CHECKING:
    from loa.fields.reader import Reader

_SPACED = re.compile(r"-?\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?")
_WORTH = {
    "nghìn": 10**3, "ngàn": 10**3, "k": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9,
    "tỉ": 10**9,
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?P<number>\d{1,12}(?:\.\d{3}){0,4}(?:,\d{1,6})?)[ \u00a0]*"
    r"(?P<worth>nghìn|ngàn|k|triệu|tr|tỷ|tỉ)?[ \u00a0]*(?P<unit>đồng|đ|vnđ|vnd|₫|hộ|người|%)?"
)
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?P<decimals>\.\d{1,6})?")


def dotted(value: str) -> str:
    """Return a number grouped by blanks with dots instead: "31 502" is "31.502"."""
    return re.sub("[ \u00a0]", ".", value) if _SPACED.fullmatch(value) else value


def _meant(value: str) -> Decimal | None:
    """Return the number that a value with a unit, or in the English way, stands for."""
    if (found := _ENGLISH.fullmatch(value)) and (found["decimals"] or value.count(",") > 1):
        return Decimal(value.replace(",", ""))
    found = _AMOUNT.fullmatch(value.lower())
    if found is None or not (found["worth"] or found["unit"]):
        return None
    number = Decimal(found["number"].replace(".", "").replace(",", "."))
    return number * _WORTH.get(found["worth"] or "", 1)


def _whole_meant(value: str) -> str:
    number = _meant(value)
    if number is not None and number == number.to_integral_value():
        return f"; hãy viết {int(number)}"
    if _ENGLISH.fullmatch(value):
        return f"; dấu phẩy đứng trước số lẻ, hàng nghìn dùng dấu chấm: {value.replace(',', '.')}"
    return ""


def _decimal_meant(value: str) -> str:
    number = _meant(value)
    return f"; hãy viết {number_text(number).replace('.', '')}" if number is not None else ""


@dataclass(frozen=True)
class Whole:
    """A whole number; ``150.000`` and ``150000`` are the same."""

    EMPTY: ClassVar[Any] = None

    minimum: int = 0
    maximum: int | None = None

    def read(self, node: Node, key: str, reader: "Reader") -> int:
        """Return the number; reject anything else and numbers out of bounds."""
        value = bare_of(node, f"phải là {self.describe()}")
        value = dotted(value)
        if not re.fullmatch(r"-?(\d+|\d{1,3}(\.\d{3})+)", value, re.ASCII) or len(value) > 20:
            raise Rejected(f"{quoted(value)} phải là {self.describe()}{_whole_meant(value)}")
        number = int(value.replace(".", ""))
        if number < self.minimum or (self.maximum is not None and number > self.maximum):
            raise Rejected(f"{quoted(value)} phải là {self.describe()}")
        return number

    def schema(self) -> Json:
        """Return an integer schema; grouped digits are text in YAML."""
        number: Json = {"type": "integer", "minimum": self.minimum}
        if self.maximum is not None:
            number["maximum"] = self.maximum
        else:
            number["type"] = "number"  # other readers take "1.500" for one and a half
        return {"anyOf": [number, {"type": "string", "pattern": r"^\d+$|^\d{1,3}(\.\d{3})+$"}]}

    def describe(self) -> str:
        """Say the bounds."""
        if self.maximum is not None:
            return f"số nguyên từ {self.minimum} đến {self.maximum}"
        return f"số nguyên từ {self.minimum} trở lên"


@dataclass(frozen=True)
class Number:
    """A number with decimals, kept exactly as written: ``6,24`` and ``6.24`` are the same."""

    EMPTY: ClassVar[Any] = None

    def read(self, node: Node, key: str, reader: "Reader") -> Decimal:
        """Return the number as Decimal, never through a float."""
        value = bare_of(node, f"phải là {self.describe()}")
        if not re.fullmatch(r"\d{1,12}([.,]\d{1,6})?", value, re.ASCII):
            raise Rejected(f"{quoted(value)} phải là {self.describe()}{_decimal_meant(value)}")
        return Decimal(value.replace(",", "."))

    def schema(self) -> Json:
        """Return a number schema; a decimal comma is text in YAML."""
        text = {"type": "string", "pattern": r"^\d{1,12}([.,]\d{1,6})?$"}
        return {"anyOf": [{"type": "number", "minimum": 0}, text]}

    def describe(self) -> str:
        """Say what a number looks like."""
        return "số, ví dụ 6,24"


@dataclass(frozen=True)
class VietnameseNumber(Text):
    """A number of a table, kept as written: "31.502" is thirty-one thousand, "8,11" has decimals.

    Dots group thousands, a comma stands before decimals: "12.000" must never be read as twelve.
    """

    pattern: str = r"(\d{1,3}(\.\d{3})+|\d{1,12})(,\d{1,4})?"
    pattern_says: str = "viết số như 31502, 31.502 hoặc 8,11 (dấu phẩy trước số lẻ)"

    def read(self, node: Node, key: str, reader: "Reader") -> str:
        """Return the text; of a sign or a way of writing that is not ours, say the right one."""
        value = dotted(bare_of(node, self.pattern_says))
        if re.fullmatch(self.pattern, value, re.ASCII):
            return value
        if found := re.fullmatch(r"(\d{1,12})\.(\d{1,2}|\d{4})", value, re.ASCII):
            meant = f"; hãy viết {found[1]},{found[2]}"
        elif re.fullmatch(r"[\d.,]+[eE][+-]?\d+", value, re.ASCII):
            meant = "; bảng tính đã rút gọn số: hãy đổi định dạng ô thành số rồi lưu lại"
        else:
            meant = _decimal_meant(value)
        raise Rejected(f"{quoted(value)} chưa đúng: {self.pattern_says}{meant}")


@dataclass(frozen=True)
class Phone(Text):
    """A telephone number; a spreadsheet drops the zero in front."""

    pattern: str = r"[0-9 .()+-]{8,20}"
    pattern_says: str = "số điện thoại cơ quan, ví dụ 0200 3 000 000"

    def read(self, node: Node, key: str, reader: "Reader") -> str:
        """Return the number as written; reject one that lost its zero."""
        value = super().read(node, key, reader)
        digits = re.sub(r"\D", "", value)
        if len(digits) in (9, 10) and digits[0] in "235789" and not value.startswith("+"):
            raise Rejected(f"{quoted(value)} thiếu số 0 ở đầu; hãy viết 0{value}")
        return value
