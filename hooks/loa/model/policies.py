"""Policies and the legal documents they rest on: the facts behind every explainer."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from loa.fields import (
    Choice,
    Day,
    FilePath,
    Flag,
    Many,
    Name,
    Number,
    Part,
    Ref,
    Text,
    Url,
    Whole,
    declare,
)
from loa.model import words
from loa.model.records import Approval, Record, Source

SENTENCE = Text(maximum=600)
FULL_TEXTS = "docs/van-ban/index.md"  # beside this page stand the files of full texts


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One amount, rate, number, day or phrase of a policy, with the day it was last confirmed.

    Exactly one of ``amount``, ``rate``, ``number``, ``day`` and ``text`` is set.
    """

    id: str = declare(
        Name(), "Tên gọi", "Bài viết gọi số này bằng tên", example="lai-suat", required=True
    )
    label: str = declare(Text(maximum=60), "Nhãn", example="Lãi suất", required=True)
    amount: int | None = declare(Whole(), "Số tiền, đồng", example="100.000.000")
    rate: Decimal | None = declare(Number(), "Phần trăm", example="6,24")
    number: Decimal | None = declare(Number(), "Con số", example="120")
    day: dt.date | None = declare(Day(), "Ngày", example="31/12/2026")
    text: str | None = declare(SENTENCE, "Lời", "Khi không phải một con số")
    unit: str | None = declare(
        Text(maximum=40), "Đơn vị", "Với tiền: cho ai, bao lâu", example="mỗi hộ"
    )
    headline: bool = declare(
        Flag(), "Hiện ở đầu bài", "true cho một đến ba số bà con cần biết nhất"
    )
    applies_from: dt.date | None = declare(Day(), "Áp dụng từ")
    applies_to: dt.date | None = declare(Day(), "Áp dụng đến hết")
    as_of: dt.date = declare(
        Day(),
        "Tính đến ngày",
        "Ngày của nguồn mới nhất đã đọc, không phải ngày dựng trang",
        required=True,
    )
    confidence: str | None = declare(
        Choice(words.CONFIDENCE), "Độ tin cậy", "Khi khác với cả chính sách"
    )
    note: str | None = declare(
        Text(maximum=200), "Ghi chú cho bà con", example="không phải thế chấp"
    )

    def is_current(self, today: dt.date) -> bool:
        """Say whether the value applies on ``today``."""
        began = self.applies_from is None or self.applies_from <= today
        return began and (self.applies_to is None or today <= self.applies_to)


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One test of an eligibility rule, as data.

    ``any_of`` names accepted values (audiences for ``household`` and ``person``, dimensions,
    ``dtts``/``kinh``, area classes); ``at_least`` and ``at_most`` bound ages (years) and incomes
    (đồng a person a month). Where neither is given only people can tell. ``partial`` says that
    ``text`` asks for more than the values do: without them nobody qualifies, with them some do.
    """

    about: str = declare(Choice(words.CONDITION_SUBJECTS), "Xét điều gì", required=True)
    any_of: tuple[str, ...] = declare(Many(Text(maximum=60)), "Một trong")
    at_least: int | None = declare(Whole(), "Từ")
    at_most: int | None = declare(Whole(), "Đến hết")
    partial: bool = declare(
        Flag(), "Mới xét một phần", "true khi đúng như trên vẫn phải hỏi thêm mới biết đủ hay chưa"
    )
    text: str = declare(Text(maximum=300), "Nói cho dễ hiểu", required=True)
    confidence: str | None = declare(Choice(words.CONFIDENCE), "Độ tin cậy")


@dataclass(frozen=True, kw_only=True)
class Eligibility:
    """One way to qualify: every condition holds. Several ways stand beside each other as "or"."""

    who: str = declare(
        Text(maximum=160), "Ai", example="Hộ nghèo trong danh sách của xã", required=True
    )
    conditions: tuple[Condition, ...] = declare(
        Many(Part(Condition), minimum=1), "Điều kiện", "Phải đủ tất cả", required=True
    )


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to do, beginning with a verb."""

    act: str = declare(
        Text(maximum=90), "Việc", example="Vào Tổ tiết kiệm và vay vốn", required=True
    )
    text: str | None = declare(Text(maximum=400), "Nói thêm")


@dataclass(frozen=True, kw_only=True)
class DeprivationIndicator:
    """One thing that a poverty standard looks at, by name only."""

    dimension: str = declare(Choice(words.DIMENSIONS), "Chiều", required=True)
    name: str = declare(Text(maximum=90), "Chỉ số", example="bảo hiểm y tế", required=True)


@dataclass(frozen=True, kw_only=True)
class Policy(Record):
    """One policy: everything a page, a leaflet, the radio and the finder say about it."""

    id: str = declare(Name(), "Mã", required=True)
    title: str = declare(Text(maximum=160), "Tên", required=True)
    kind: str = declare(Choice(words.POLICY_KINDS), "Loại", required=True)
    topic: str = declare(Ref(to="topics"), "Chủ đề", required=True)
    dimension: str | None = declare(Choice(words.DIMENSIONS), "Chiều thiếu hụt")
    audiences: tuple[str, ...] = declare(
        Many(Ref(to="audiences"), minimum=1), "Dành cho", required=True
    )
    confidence: str = declare(Choice(words.CONFIDENCE), "Độ tin cậy", required=True)
    as_of: dt.date = declare(
        Day(), "Tính đến ngày", "Ngày của nguồn mới nhất đã đọc", required=True
    )
    valid_from: dt.date | None = declare(Day(), "Có từ ngày")
    valid_to: dt.date | None = declare(Day(), "Đến hết ngày")
    validity_confirmed: bool = declare(
        Flag(), "Chắc còn áp dụng", "true khi có nguồn nói rõ còn áp dụng"
    )
    succeeded_by: str | None = declare(Ref(to="policies"), "Được thay bằng")
    facts: tuple[Fact, ...] = declare(Many(Part(Fact)), "Các con số")
    eligibility: tuple[Eligibility, ...] = declare(Many(Part(Eligibility)), "Ai được")
    indicators: tuple[DeprivationIndicator, ...] = declare(
        Many(Part(DeprivationIndicator)), "Các chỉ số", "Với chuẩn nghèo: chỉ tên, không ghi ngưỡng"
    )
    steps: tuple[Step, ...] = declare(Many(Part(Step)), "Các bước")
    papers: tuple[str, ...] = declare(Many(SENTENCE), "Giấy tờ")
    where: tuple[str, ...] = declare(Many(SENTENCE), "Đến đâu")
    deadline: str | None = declare(SENTENCE, "Hạn")
    legal_basis: tuple[str, ...] = declare(Many(Ref(to="legal_documents")), "Căn cứ")
    unknown: tuple[str, ...] = declare(
        Many(SENTENCE), "Chưa có nguồn xác nhận", "Điều bà con cần hỏi cán bộ"
    )
    sources: tuple[Source, ...] = declare(Many(Part(Source), minimum=1), "Nguồn", required=True)
    remarks: tuple[str, ...] = declare(
        Many(Text(maximum=1500)), "Ghi chú nội bộ", "Không bao giờ lên trang"
    )
    approved: Approval | None = declare(Part(Approval), "Duyệt")

    def fact(self, id: str) -> Fact | None:
        """Return the fact called ``id``."""
        return next((fact for fact in self.facts if fact.id == id), None)

    def has_ended(self, today: dt.date) -> bool:
        """Say whether its last day has passed."""
        return self.valid_to is not None and self.valid_to < today


@dataclass(frozen=True, kw_only=True)
class LegalDocument(Record):
    """A document of the State or the Party that a policy rests on."""

    id: str = declare(Text(maximum=40), "Số, ký hiệu", example="07/2021/NĐ-CP", required=True)
    title: str = declare(Text(maximum=300), "Trích yếu", required=True)
    issuer: str = declare(Text(maximum=120), "Cơ quan ban hành", required=True)
    issuer_type: str = declare(Choice(words.ISSUER_TYPES), "Loại cơ quan", required=True)
    issued_on: dt.date | None = declare(Day(), "Ngày ban hành")
    effective_from: dt.date | None = declare(Day(), "Hiệu lực từ")
    effective_to: dt.date | None = declare(Day(), "Hiệu lực đến hết")
    ended_because: str | None = declare(Text(maximum=120), "Vì sao hết", example="hết giai đoạn")
    replaced_by: str | None = declare(Text(maximum=120), "Thay bằng")
    doubtful: bool = declare(
        Flag(), "Cần đối chiếu", "true khi có dấu hiệu đã bị thay mà chưa thấy câu bãi bỏ"
    )
    url: str | None = declare(Url(), "Địa chỉ toàn văn")
    file: str | None = declare(
        FilePath(), "Tệp toàn văn", "Để tệp trong docs/van-ban", example="84-kh-ubnd.pdf"
    )
    note: str | None = declare(Text(maximum=300), "Ghi chú cho người đọc")
    remarks: str | None = declare(Text(maximum=600), "Ghi chú nội bộ", "Không bao giờ lên trang")

    def has_ended(self, today: dt.date) -> bool:
        """Say whether it is no longer in effect."""
        return self.effective_to is not None and self.effective_to < today
