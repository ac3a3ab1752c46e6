"""Figures by year and place, each with its source and date: the tables of ``data/indicators/``."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from loa.fields import Choice, Day, Name, Ref, Text, Url, VietnameseNumber, Whole, declare
from loa.model import words
from loa.model.records import SHORT, Record


@dataclass(frozen=True, kw_only=True)
class Indicator(Record):
    """What a table of figures counts; the figures stand in ``data/indicators/<id>.csv``."""

    id: str = declare(Name(), "Mã", "Cũng là tên tệp số liệu", required=True)
    title: str = declare(SHORT, "Tên", example="Tỷ lệ hộ nghèo", required=True)
    unit: str = declare(
        Choice(words.FIGURE_UNITS),
        "Đơn vị tính",
        "Số hộ, số người quá nhỏ thì không hiện",
        required=True,
    )
    text: str | None = declare(Text(maximum=400), "Giải thích cho bà con")

    @property
    def counts_people(self) -> bool:
        """Say whether a small number could tell who is meant."""
        return self.unit in words.COUNTS_OF_PEOPLE


@dataclass(frozen=True, kw_only=True)
class Figure(Record):
    """One row of such a table.

    ``village`` is a code of ``data/villages.yml``; ``place`` names anything bigger; both empty
    means the town itself.
    """

    year: int = declare(Whole(minimum=1990, maximum=2100), "Năm", example="2025", required=True)
    village: str | None = declare(Ref(to="villages"), "Mã thôn, làng", example="hlam")
    place: str | None = declare(SHORT, "Nơi khác", example="Tỉnh Gia Lai (trước sắp xếp)")
    series: str | None = declare(Text(maximum=60), "Nhóm", example="Hộ cận nghèo")
    value: str = declare(VietnameseNumber(), "Giá trị", example="8,11", required=True)
    source: str = declare(SHORT, "Nguồn", example="Quyết định 689/QĐ-UBND", required=True)
    url: str | None = declare(Url(), "Địa chỉ nguồn")
    date: dt.date = declare(Day(), "Ngày của nguồn", example="14/11/2023", required=True)

    @property
    def number(self) -> Decimal:
        """The value, exactly."""
        return Decimal(self.value.replace(".", "").replace(",", "."))
