"""The town: its units through time, villages, organisations, and the lists posts refer to."""

import datetime as dt
from dataclasses import dataclass

from loa.fields import Choice, Day, Flag, Many, Name, Part, Phone, Ref, Text, Url, Whole, declare
from loa.model import words
from loa.model.records import SHORT, Record

# What stands in township.yml until an officer fills it in.
PENDING = "đang cập nhật"

PHONE = Phone()
MAIL = Text(pattern=r"[^@\s]+@[^@\s]+\.[a-z]+", pattern_says="địa chỉ thư, ví dụ ten@gialai.gov.vn")


@dataclass(frozen=True, kw_only=True)
class Contacts:
    """How residents reach the unit; what is not known stays away."""

    address: str | None = declare(SHORT, "Địa chỉ")
    phone: str | None = declare(PHONE, "Điện thoại")
    email: str | None = declare(MAIL, "Thư điện tử")
    zalo: str | None = declare(SHORT, "Zalo của cơ quan")
    form_url: str | None = declare(Url(), "Địa chỉ mẫu góp ý")
    hours: str | None = declare(SHORT, "Giờ tiếp dân")
    hours_english: str | None = declare(
        SHORT, "Giờ tiếp dân, tiếng Anh", example="Monday to Friday, 7:30 to 11:30"
    )
    abuse_phone: str | None = declare(PHONE, "Điện thoại báo trục lợi chính sách")


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Who gets a report or a copy."""

    name: str = declare(SHORT, "Nơi nhận", required=True)
    mark: str | None = declare(SHORT, "Ghi", example="để báo cáo")


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signs, in which form, between which days (Decree 30/2020/NĐ-CP: TM., KT.)."""

    name: str = declare(SHORT, "Họ tên", required=True)
    title: str = declare(SHORT, "Chức vụ", example="Phó Chủ tịch", required=True)
    form: str | None = declare(
        Choice({"TM.": "thay mặt", "KT.": "ký thay", "TL.": "thừa lệnh", "TUQ.": "thừa ủy quyền"}),
        "Cách ký",
    )
    on_behalf: str | None = declare(SHORT, "Thay mặt", example="Ủy ban nhân dân")
    since: dt.date | None = declare(Day(), "Từ ngày")
    until: dt.date | None = declare(Day(), "Đến ngày")
    source: str | None = declare(SHORT, "Căn cứ")


@dataclass(frozen=True, kw_only=True)
class Officer:
    """A role in the unit; the person's name only when known."""

    role: str = declare(Name(), "Mã vai", example="vhtt", required=True)
    title: str = declare(SHORT, "Chức danh", required=True)
    duties: str | None = declare(Text(maximum=300), "Việc phụ trách")
    english: str | None = declare(
        SHORT, "Chức danh tiếng Anh", example="Officer for culture and information"
    )
    english_duties: str | None = declare(
        Text(maximum=300), "Việc phụ trách, tiếng Anh", example="Publishes news on this site"
    )
    name: str | None = declare(SHORT, "Họ tên")
    phone: str | None = declare(PHONE, "Điện thoại cơ quan")
    email: str | None = declare(MAIL, "Thư công vụ")


@dataclass(frozen=True, kw_only=True)
class Unit(Record):
    """The town as one unit between two days; renamed and merged in 2025."""

    id: str = declare(Name(), "Mã", required=True)
    type: str = declare(Choice(words.UNIT_TYPES), "Loại", required=True)
    name: str = declare(SHORT, "Tên", example="Đak Đoa", required=True)
    parents: tuple[str, ...] = declare(Many(SHORT, minimum=1), "Thuộc", required=True)
    since: dt.date | None = declare(Day(), "Từ ngày")
    until: dt.date | None = declare(Day(), "Đến hết ngày")
    formed_from: tuple[str, ...] = declare(Many(SHORT), "Lập từ")
    aliases: tuple[str, ...] = declare(Many(SHORT), "Cách viết khác")
    english: str | None = declare(SHORT, "Tên tiếng Anh")
    contacts: Contacts | None = declare(Part(Contacts), "Liên hệ")
    officers: tuple[Officer, ...] = declare(Many(Part(Officer)), "Chức danh")
    signers: tuple[Signer, ...] = declare(Many(Part(Signer)), "Người ký")
    report_recipients: tuple[Recipient, ...] = declare(Many(Part(Recipient)), "Nơi nhận báo cáo")
    source: str | None = declare(SHORT, "Căn cứ")

    @property
    def type_label(self) -> str:
        """thị trấn, xã or phường."""
        return words.UNIT_TYPES[self.type]

    @property
    def full_name(self) -> str:
        """Such as "thị trấn Đak Đoa"."""
        return f"{self.type_label} {self.name}"

    @property
    def committee(self) -> str:
        """Such as "UBND thị trấn Đak Đoa"."""
        return f"UBND {self.full_name}"

    def is_in_force(self, today: dt.date) -> bool:
        """Say whether the unit exists on ``today``."""
        began = self.since is None or self.since <= today
        return began and (self.until is None or today <= self.until)


@dataclass(frozen=True, kw_only=True)
class ReportDeadline:
    """A yearly report: ``before`` is the day it must already be in, so the last day is earlier."""

    id: str = declare(Name(), "Mã", required=True)
    title: str = declare(SHORT, "Tên báo cáo", required=True)
    before: str = declare(
        Text(pattern=r"\d{2}-\d{2}", pattern_says="tháng-ngày, ví dụ 05-20"),
        "Trước ngày",
        "Trước ngày 20/5 nghĩa là 19/5 là hạn cuối",
        required=True,
    )
    source: str | None = declare(SHORT, "Căn cứ")


@dataclass(frozen=True, kw_only=True)
class BroadcastSlot:
    """When the loudspeaker speaks."""

    label: str = declare(SHORT, "Buổi", required=True)
    time: str | None = declare(
        Text(pattern=r"\d{2}:\d{2}", pattern_says="giờ:phút, ví dụ 17:00"), "Giờ bắt đầu"
    )
    minutes: int | None = declare(Whole(minimum=1, maximum=120), "Số phút")
    days: str | None = declare(SHORT, "Các ngày")
    confirmed: bool = declare(Flag(), "Đã xác nhận")


@dataclass(frozen=True, kw_only=True)
class Broadcast:
    """How the loudspeaker programme is made."""

    programme: str = declare(SHORT, "Tên chương trình", required=True)
    opening: str = declare(Text(maximum=400), "Lời mở đầu", required=True)
    closing: str = declare(Text(maximum=400), "Lời kết", required=True)
    reading_speed: int = declare(
        Whole(minimum=80, maximum=300), "Tốc độ đọc, tiếng một phút", required=True
    )
    slots: tuple[BroadcastSlot, ...] = declare(Many(Part(BroadcastSlot)), "Giờ phát")


@dataclass(frozen=True, kw_only=True)
class Township(Record):
    """Everything about the town and its site that is not a post."""

    site_name: str = declare(SHORT, "Tên trang", required=True)
    tagline: str = declare(SHORT, "Dòng dưới tên trang", required=True)
    active_unit: str = declare(
        Name(), "Đơn vị đang dùng", "Một dòng này đổi tên đơn vị ở mọi nơi", required=True
    )
    units: tuple[Unit, ...] = declare(Many(Part(Unit), minimum=1), "Các đơn vị", required=True)
    approval_required: bool = declare(Flag(), "Phải duyệt trước khi đăng")
    show_samples: bool = declare(Flag(), "Hiện bài mẫu")
    min_cell: int = declare(
        Whole(minimum=2),
        "Số nhỏ nhất được nêu",
        "Số người, số hộ nhỏ hơn số này không bao giờ đăng",
        required=True,
    )
    publisher: str | None = declare(SHORT, "Cơ quan chủ quản")
    responsible_person: str | None = declare(SHORT, "Người chịu trách nhiệm nội dung")
    licence: str | None = declare(SHORT, "Giấy phép")
    information_as_of: dt.date = declare(Day(), "Thông tin tổng hợp đến ngày", required=True)
    report_deadlines: tuple[ReportDeadline, ...] = declare(
        Many(Part(ReportDeadline)), "Hạn báo cáo"
    )
    broadcast: Broadcast | None = declare(Part(Broadcast), "Truyền thanh")

    def unit(self, id: str) -> Unit | None:
        """Return the unit called ``id``."""
        return next((unit for unit in self.units if unit.id == id), None)

    @property
    def active(self) -> Unit:
        """The unit whose name the site carries."""
        return self.unit(self.active_unit) or self.units[0]


@dataclass(frozen=True, kw_only=True)
class Difficulty:
    """That a village counts as especially difficult, for a period, by a document."""

    since: dt.date = declare(Day(), "Từ ngày", required=True)
    until: dt.date | None = declare(Day(), "Đến hết ngày")
    document: str = declare(Ref(to="legal_documents"), "Văn bản", required=True)


@dataclass(frozen=True, kw_only=True)
class Village(Record):
    """A residential unit: thôn, làng or tổ dân phố."""

    id: str = declare(Name(), "Mã", required=True)
    name: str = declare(SHORT, "Tên", required=True)
    type: str = declare(Choice(words.VILLAGE_TYPES), "Loại", required=True)
    aliases: tuple[str, ...] = declare(Many(SHORT), "Cách gọi khác")
    old_unit: str | None = declare(SHORT, "Đơn vị cũ")
    especially_difficult: Difficulty | None = declare(Part(Difficulty), "Đặc biệt khó khăn")
    sample: bool = declare(Flag(), "Làng ví dụ")
    source: str | None = declare(Text(maximum=300), "Nguồn", required=False)

    @property
    def full_name(self) -> str:
        """Such as "làng Hlâm"."""
        return f"{words.VILLAGE_TYPES[self.type]} {self.name}"


@dataclass(frozen=True, kw_only=True)
class Topic(Record):
    """What a post is about."""

    id: str = declare(Name(), "Mã", required=True)
    title: str = declare(SHORT, "Tên", required=True)
    icon: str = declare(Name(), "Biểu tượng", "Tên một hình trang vẽ được", required=True)
    cover: str | None = declare(Name(), "Hình vẽ trên bìa", example="cow")
    need: str | None = declare(
        SHORT, "Việc bà con cần", "Hiện thành ô ở trang chủ", example="Làm ăn, con đi học"
    )
    text: str | None = declare(Text(maximum=300), "Giới thiệu")


@dataclass(frozen=True, kw_only=True)
class Audience(Record):
    """Whom a post or policy is for."""

    id: str = declare(Name(), "Mã", required=True)
    title: str = declare(SHORT, "Tên", required=True)
    text: str | None = declare(Text(maximum=300), "Giải thích")
    residents: bool = declare(Flag(), "Là người dân", "false với cán bộ, đảng viên")
    question: str | None = declare(
        Choice(words.FINDER_QUESTIONS),
        "Hỏi ở câu nào",
        "Bộ tìm chính sách hỏi ở câu này; bỏ trống thì không hỏi",
    )


@dataclass(frozen=True, kw_only=True)
class Organisation(Record):
    """Who helps: a bank, a union, an office."""

    id: str = declare(Name(), "Mã", required=True)
    name: str = declare(SHORT, "Tên", required=True)
    short: str | None = declare(SHORT, "Tên tắt")
    text: str | None = declare(Text(maximum=300), "Giúp việc gì")
    english: str | None = declare(SHORT, "Tên tiếng Anh", example="Farmers’ Union")
    english_text: str | None = declare(
        Text(maximum=300), "Giúp việc gì, tiếng Anh", example="Gives advice on farming and loans"
    )
    url: str | None = declare(Url(), "Trang web")
