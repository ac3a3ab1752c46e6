"""One page as search sees it, whatever it was made from."""

import datetime as dt
from dataclasses import dataclass, field

from loa.ask.sections import SECTIONS
from loa.search.texts import Section

KINDS = {
    **{id: known["title"] for id, known in SECTIONS.items()},
    "trang": "Thông tin chung",
    "muc": "Danh sách bài",
    "van-ban": "Văn bản",
}
IN_FORCE = {
    "co": "Còn hiệu lực",
    "hoi": "Cần hỏi lại cán bộ",
    "chua": "Chưa áp dụng",
    "het": "Đã hết hiệu lực",
}


@dataclass(frozen=True, kw_only=True)
class Document:
    """One page: what it says, where it is, and how it may be narrowed down."""

    url: str
    title: str
    summary: str
    kind: str
    sections: tuple[Section, ...]
    lead: str = ""  # the number people come for
    marks: str = ""  # topics, audiences, villages, code: said beside the text
    date: dt.date | None = None
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    village_text: str = ""
    states: tuple[tuple[str, str], ...] = (("", ""),)  # (last day or "", what is said until then)
    in_force: str = ""
    sample: bool = False
    prior: float = 1.0
    order: tuple[str, ...] = field(default=(), compare=False)
