"""The two boards of the plan (section III.3): work that is offered, goods that are sold or wanted.

They tie households to the markets for labour and for goods. A notice lives between two days, and
whom to call is told only where that person has agreed.
"""

import datetime as dt
from dataclasses import dataclass

from loa.fields import Choice, Day, Flag, Many, Name, Part, Ref, Text, Url, Whole, declare
from loa.model import words
from loa.model.consent import Consent
from loa.model.places import PHONE
from loa.model.records import SHORT, Record


@dataclass(frozen=True, kw_only=True)
class NoticeContact:
    """Whom to ask about a notice; of a private person nothing is told without consent."""

    kind: str = declare(Choice(words.CONTACT_KINDS), "Là ai", required=True)
    name: str | None = declare(SHORT, "Tên", example="Hợp tác xã nông nghiệp Ví Dụ")
    phone: str | None = declare(
        PHONE, "Điện thoại", "Số của một người dân thì phải có consent", example="0269 3 000 000"
    )
    address: str | None = declare(SHORT, "Nơi gặp", example="Nhà văn hóa làng Ví dụ")
    consent: Consent | None = declare(
        Part(Consent), "Sự đồng ý", "Phải có khi kind là ca-nhan mà ghi tên hoặc điện thoại"
    )

    def may_tell(self, what: str, channel: str, today: dt.date) -> bool:
        """Say whether a name (``ten``) or number (``dien-thoai``) may go out on a channel."""
        if self.kind != "ca-nhan":
            return True
        agreed = self.consent
        if agreed is None or not agreed.holds(today):
            return False
        return what in agreed.scope and channel in agreed.channels


@dataclass(frozen=True, kw_only=True)
class Notice(Record):
    """What both boards share."""

    id: str = declare(Name(), "Mã", "Cũng là địa chỉ của tin; không mang tên người", required=True)
    title: str = declare(Text(maximum=120), "Tên tin", required=True)
    posted_on: dt.date = declare(Day(), "Ngày đăng", required=True)
    expires_on: dt.date = declare(
        Day(), "Đăng đến hết", "Sau ngày này tin tự rời trang", required=True
    )
    village: str | None = declare(Ref(to="villages"), "Thôn, làng")
    place: str | None = declare(SHORT, "Nơi", example="Trung tâm thị trấn")
    text: str | None = declare(Text(maximum=600), "Nói thêm")
    contact: NoticeContact | None = declare(
        Part(NoticeContact), "Hỏi ai", "Bỏ trống thì trang ghi: hỏi tại UBND"
    )
    source: str | None = declare(SHORT, "Nguồn", example="Thông báo tuyển dụng ngày 10/11/2026")
    url: str | None = declare(Url(), "Địa chỉ thông báo gốc")
    sample: bool = declare(Flag(), "Tin mẫu", "true với tin đặt ra làm ví dụ")

    def is_current(self, today: dt.date) -> bool:
        """Say whether the notice hangs on the board."""
        return self.posted_on <= today <= self.expires_on


@dataclass(frozen=True, kw_only=True)
class Job(Notice):
    """Work that somebody offers."""

    employer: str | None = declare(
        SHORT, "Bên tuyển", "Tên cơ quan, doanh nghiệp, hợp tác xã", example="Hợp tác xã Ví Dụ"
    )
    openings: int | None = declare(Whole(minimum=1), "Số người cần", example="12")
    wage: str | None = declare(
        SHORT, "Tiền công", "Đúng như bên tuyển ghi", example="300.000 đồng một ngày"
    )
    hours: str | None = declare(SHORT, "Thời gian làm", example="Sáng, chiều; nghỉ Chủ nhật")
    wanted: tuple[str, ...] = declare(Many(SHORT), "Yêu cầu", example="[biết hái cà phê]")
    offers: tuple[str, ...] = declare(Many(SHORT), "Được gì thêm", example="[có cơm trưa]")
    papers: tuple[str, ...] = declare(Many(SHORT), "Giấy tờ", example="[căn cước]")


@dataclass(frozen=True, kw_only=True)
class Goods(Notice):
    """What somebody sells, or wants to buy."""

    kind: str = declare(Choice(words.TRADE_KINDS), "Bán hay mua", required=True)
    product: str = declare(SHORT, "Mặt hàng", example="Cà phê nhân", required=True)
    quantity: str | None = declare(SHORT, "Số lượng", example="khoảng 2 tấn")
    price: int | None = declare(Whole(minimum=1), "Giá, đồng", example="75.000")
    price_unit: str | None = declare(Text(maximum=40), "Giá cho", example="một kg")
    price_as_of: dt.date | None = declare(
        Day(), "Giá ngày", "Giá nông sản lên xuống: có giá thì phải có ngày"
    )
    quality: str | None = declare(SHORT, "Chất lượng", example="phơi khô, độ ẩm dưới 13%")
    seller: str | None = declare(
        SHORT, "Bên bán hoặc mua", "Tên hợp tác xã, tổ, nhóm, doanh nghiệp", example="Tổ dệt Ví Dụ"
    )
