"""The inserts a writer may use, each with what it really prints for an example."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from loa.ask import facts
from loa.model.content import Content
from loa.model.places import Township, Unit
from loa.model.plan import Campaign, Event
from loa.model.policies import Fact, LegalDocument, Policy
from loa.model.records import Source

# What an insert prints, alone and followed by each of the aspects that loa.ask.facts knows for it.
MEANINGS: Mapping[str, Mapping[str, str]] = {
    "muc-vay": {
        "": "con số, có đơn vị",
        "so": "con số, không kèm đơn vị",
        "tu": "áp dụng từ ngày",
        "den": "áp dụng đến hết ngày",
        "tinh-den": "ngày của nguồn mới nhất",
    },
    "vb 07/2021/NĐ-CP": {
        "": "số, ký hiệu văn bản",
        "ten": "trích yếu",
        "co-quan": "nơi ban hành",
        "ngay": "ngày ban hành",
        "hieu-luc": "có hiệu lực từ",
        "het": "có hiệu lực đến hết",
    },
    "chien-dich thang-cao-diem": {"": "tên chiến dịch", "tu": "ngày đầu", "den": "ngày cuối"},
    "su-kien ra-soat-dinh-ky": {"": "tên việc trong lịch", "tu": "ngày đầu", "den": "ngày cuối"},
    "su-kien bao-cao-nam": {"truoc": "phải xong trước ngày"},
    "don-vi": {"": "tên đơn vị đang dùng", "ubnd": "tên UBND", "thuoc": "thuộc nơi nào"},
}
_MORE = {
    "vay-von-ho-ngheo.lai-suat": "con số của một chính sách, gọi từ bài khác",
    "tinh-den": "thông tin của chính sách (của trang) tính đến ngày",
}
_HEAD = ("| Gõ | Là gì | Trên trang hiện |", "| --- | --- | --- |")


def insert_table() -> str:
    """Return every insert as Markdown, with what it prints."""
    rows = [
        _row(f"{insert} {aspect}".strip(), meaning)
        for insert, aspects in MEANINGS.items()
        for aspect, meaning in aspects.items()
    ]
    rows += [_row(insert, meaning) for insert, meaning in _MORE.items()]
    return "\n".join((*_HEAD, *rows))


def block_table() -> str:
    """Return every block that a page draws, as Markdown."""
    rows = [f"| `{{{{ {name} }}}}` | {label} |" for name, label in facts.BLOCKS.items()]
    return "\n".join(("| Gõ | Trang vẽ ra |", "| --- | --- |", *rows))


def _row(insert: str, meaning: str) -> str:
    written = f"{{{{ {insert} }}}}"
    content = _example()
    shown = facts.expand(
        written, content, content.policies["vay-von-ho-ngheo"], lambda name, policy: ""
    )
    return f"| `{written}` | {meaning} | {shown} |"


def _example() -> Content:
    """Return a small content of its own: the guide must not change with the town's data."""
    policy = Policy(
        id="vay-von-ho-ngheo",
        title="Cho vay hộ nghèo",
        kind="benefit",
        topic="vay-von",
        audiences=("ho-ngheo",),
        confidence="cao",
        as_of=date(2026, 9, 30),
        sources=(Source(name="Ví dụ"),),
        facts=(
            Fact(
                id="muc-vay",
                label="Mức vay",
                amount=100_000_000,
                unit="mỗi hộ",
                applies_from=date(2026, 1, 1),
                applies_to=date(2026, 12, 31),
                as_of=date(2026, 9, 30),
            ),
            Fact(
                id="lai-suat",
                label="Lãi suất",
                rate=Decimal("6.5"),
                unit="một năm",
                as_of=date(2026, 9, 30),
            ),
        ),
    )
    document = LegalDocument(
        id="07/2021/NĐ-CP",
        title="Quy định chuẩn nghèo đa chiều",
        issuer="Chính phủ",
        issuer_type="state",
        issued_on=date(2021, 1, 27),
        effective_from=date(2021, 3, 15),
        effective_to=date(2026, 12, 31),
    )
    campaign = Campaign(
        id="thang-cao-diem", title="Tháng cao điểm «Vì người nghèo»", starts="10-17", ends="11-18"
    )
    review = Event(
        id="ra-soat-dinh-ky",
        title="Rà soát định kỳ",
        kind="ra-soat",
        yearly="09-01",
        yearly_until="12-14",
    )
    report = Event(id="bao-cao-nam", title="Báo cáo năm", kind="han-cuoi", yearly_before="10-30")
    unit = Unit(id="vi-du", type="xa", name="Ví Dụ", parents=("tỉnh Gia Lai",))
    township = Township(
        site_name="Ví dụ",
        tagline="Ví dụ",
        active_unit="vi-du",
        units=(unit,),
        min_cell=10,
        information_as_of=date(2026, 11, 23),
    )
    return Content(
        root=Path(),
        township=township,
        policies={policy.id: policy},
        legal_documents={document.id: document},
        campaigns={campaign.id: campaign},
        events={event.id: event for event in (review, report)},
    )
