"""A person's agreement to be named, pictured or heard."""

import datetime as dt
from dataclasses import dataclass

from loa.fields import Choice, Day, Flag, Many, declare
from loa.model import words
from loa.model.records import SHORT


@dataclass(frozen=True, kw_only=True)
class Consent:
    """A person's agreement to be named, pictured or heard (Law 91/2025/QH15).

    The paper itself never enters the repository: only its number does. No name of a guardian or
    child is stored.
    """

    given_on: dt.date = declare(Day(), "Ngày đồng ý", required=True)
    until: dt.date | None = declare(Day(), "Đồng ý đến ngày", "Bỏ trống nếu không có hạn")
    form: str = declare(Choice(words.CONSENT_FORMS), "Hình thức", required=True)
    record: str = declare(
        SHORT,
        "Số hồ sơ lưu",
        "Số của tờ giấy lưu ở UBND, không phải tờ giấy",
        example="ĐY-2026-014",
        required=True,
    )
    scope: tuple[str, ...] = declare(
        Many(Choice(words.CONSENT_SCOPES), minimum=1),
        "Đồng ý cho biết",
        example="[ten, hinh-anh]",
        required=True,
    )
    channels: tuple[str, ...] = declare(
        Many(Choice(words.CHANNELS), minimum=1),
        "Đồng ý cho đăng ở",
        example="[web, loa]",
        required=True,
    )
    minors: tuple[str, ...] = declare(Many(Choice(words.MINORS)), "Có trẻ em trong bài")
    guardian: bool = declare(Flag(), "Cha mẹ hoặc người giám hộ đồng ý")
    child_assent: bool = declare(Flag(), "Trẻ từ 7 tuổi cũng đồng ý")
    withdrawn_on: dt.date | None = declare(
        Day(), "Ngày rút lại", "Ghi ngày vào đây là bài ra khỏi mọi nơi"
    )

    def holds(self, today: dt.date) -> bool:
        """Say whether the agreement is in force: given, not run out, not withdrawn."""
        ended = self.until is not None and self.until < today
        return self.given_on <= today and not ended and not self.is_withdrawn(today)

    def is_withdrawn(self, today: dt.date) -> bool:
        """Say whether it was taken back."""
        return self.withdrawn_on is not None and self.withdrawn_on <= today
