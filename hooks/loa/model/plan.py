"""What the plan asks for: campaigns, events, tasks, and the activities that reports count."""

import datetime as dt
from dataclasses import dataclass

from loa.fields import (
    Choice,
    Clock,
    Day,
    FilePath,
    Many,
    Name,
    Part,
    Ref,
    Text,
    Url,
    Whole,
    declare,
)
from loa.model import words
from loa.model.consent import Consent
from loa.model.records import SHORT, Record

MONTH_DAY = Text(
    pattern=r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", pattern_says="tháng-ngày, ví dụ 10-17"
)


@dataclass(frozen=True, kw_only=True)
class Launch:
    """The day a campaign was opened in one year; it need not be the first day."""

    year: int = declare(Whole(minimum=2000, maximum=2100), "Năm", required=True)
    on: dt.date = declare(Day(), "Ngày phát động", required=True)
    source: str | None = declare(SHORT, "Nguồn")


@dataclass(frozen=True, kw_only=True)
class Commendation:
    """An honour given in a campaign; a person is named as far as the consent goes."""

    year: int = declare(Whole(minimum=2000, maximum=2100), "Năm", required=True)
    name: str = declare(
        SHORT,
        "Ai được khen",
        "Như trong quyết định khen thưởng",
        example="Làng Ví dụ",
        required=True,
    )
    kind: str = declare(Choice(words.THANKED), "Là ai", example="tap-the", required=True)
    award: str = declare(
        SHORT, "Hình thức khen", example="Giấy khen của Chủ tịch UBND xã", required=True
    )
    reason: str | None = declare(Text(maximum=300), "Vì việc gì")
    decision: str | None = declare(SHORT, "Số, ngày quyết định")
    consent: Consent | None = declare(
        Part(Consent), "Sự đồng ý", "Bắt buộc với cá nhân, hộ gia đình"
    )


@dataclass(frozen=True, kw_only=True)
class Donor:
    """Somebody who gave and agreed to be thanked by name."""

    year: int = declare(Whole(minimum=2000, maximum=2100), "Năm", required=True)
    name: str = declare(SHORT, "Tên", example="Tổ hợp tác Ví dụ", required=True)
    kind: str = declare(Choice(words.THANKED), "Là ai", example="doanh-nghiep", required=True)
    gift: str | None = declare(
        SHORT, "Đã góp gì", "Bỏ trống nếu người góp không muốn nói", example="40 ngày công sửa nhà"
    )
    consent: Consent = declare(
        Part(Consent),
        "Sự đồng ý được nêu tên",
        "Ai chưa đồng ý thì không ghi vào đây",
        required=True,
    )


@dataclass(frozen=True, kw_only=True)
class Campaign(Record):
    """Something that runs between two days every year."""

    id: str = declare(Name(), "Mã", required=True)
    title: str = declare(SHORT, "Tên", required=True)
    starts: str = declare(MONTH_DAY, "Bắt đầu hằng năm", required=True)
    ends: str = declare(MONTH_DAY, "Kết thúc hằng năm", required=True)
    launches: tuple[Launch, ...] = declare(
        Many(Part(Launch)), "Lễ phát động", "Ngày riêng của từng năm"
    )
    text: str | None = declare(Text(maximum=400), "Giới thiệu")
    invitation: str | None = declare(
        Text(maximum=60), "Lời mời trên dải đầu trang", example="Xem cách góp sức"
    )
    page: str | None = declare(
        Text(maximum=120), "Trang của chiến dịch", example="gioi-thieu/thang-cao-diem.md"
    )
    commendations: tuple[Commendation, ...] = declare(Many(Part(Commendation)), "Khen thưởng")
    donors: tuple[Donor, ...] = declare(Many(Part(Donor)), "Người góp sức đã đồng ý nêu tên")
    source: str | None = declare(SHORT, "Nguồn")


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """A day or period for the calendar: once, or every year on the same days."""

    id: str = declare(Name(), "Mã", required=True)
    title: str = declare(SHORT, "Tên", required=True)
    kind: str = declare(Choice(words.EVENT_KINDS), "Loại", required=True)
    on: dt.date | None = declare(Day(), "Ngày", "Với việc chỉ có một lần")
    until: dt.date | None = declare(Day(), "Đến hết ngày")
    starts_at: str | None = declare(Clock(), "Giờ bắt đầu", "Với việc trong một ngày")
    ends_at: str | None = declare(Clock(), "Giờ kết thúc")
    yearly: str | None = declare(MONTH_DAY, "Hằng năm, từ")
    yearly_until: str | None = declare(MONTH_DAY, "Hằng năm, đến hết")
    yearly_before: str | None = declare(
        MONTH_DAY, "Hằng năm, trước ngày", "Trước ngày 20/5 nghĩa là 19/5 là hạn cuối"
    )
    last_year: int | None = declare(Whole(minimum=2000, maximum=2100), "Năm cuối cùng")
    audiences: tuple[str, ...] = declare(Many(Ref(to="audiences")), "Dành cho")
    place: str | None = declare(SHORT, "Nơi")
    text: str | None = declare(Text(maximum=400), "Nói thêm")
    policy: str | None = declare(Ref(to="policies"), "Chính sách liên quan")
    rules: str | None = declare(Text(maximum=2000, lines=True), "Thể lệ")
    entry_deadline: dt.date | None = declare(Day(), "Hạn gửi bài dự thi")
    results: str | None = declare(
        Text(maximum=2000, lines=True), "Kết quả", "Chỉ nêu tên người đã đồng ý được nêu"
    )
    source: str | None = declare(Text(maximum=300), "Nguồn")
    updated_on: dt.date | None = declare(
        Day(), "Ngày sửa", "Đổi ngày, giờ, nơi thì ghi: máy của bà con mới nhận ra bản mới"
    )


@dataclass(frozen=True, kw_only=True)
class Material(Record):
    """Something reporters and village heads learn or speak from."""

    id: str = declare(Name(), "Mã", required=True)
    title: str = declare(SHORT, "Tên", example="Nói với bà con về rà soát hộ nghèo", required=True)
    kind: str = declare(Choice(words.MATERIAL_KINDS), "Loại", example="bai-noi", required=True)
    text: str | None = declare(Text(maximum=300), "Dùng khi nào")
    page: str | None = declare(
        Text(maximum=120), "Trang có sẵn", example="gioi-thieu/ra-soat-ho-ngheo.md"
    )
    file: str | None = declare(
        FilePath(), "Tệp để tải", "Nằm trong docs/", example="tai-lieu/bai-noi-ra-soat.pdf"
    )
    updated_on: dt.date | None = declare(Day(), "Cập nhật ngày")
    source: str | None = declare(SHORT, "Nguồn")


@dataclass(frozen=True, kw_only=True)
class Task(Record):
    """One task of the plan: who does what, by when."""

    id: str = declare(Name(), "Mã", required=True)
    section: str = declare(Text(maximum=20), "Mục của kế hoạch", example="V.2", required=True)
    title: str = declare(Text(maximum=300), "Việc", required=True)
    owners: tuple[str, ...] = declare(Many(SHORT, minimum=1), "Chủ trì", required=True)
    partners: tuple[str, ...] = declare(Many(SHORT), "Phối hợp")
    deadline: str | None = declare(SHORT, "Thời hạn")
    repeats: str | None = declare(
        Choice(
            {
                "yearly": "hằng năm",
                "half-yearly": "sáu tháng",
                "ongoing": "thường xuyên",
                "once": "một lần",
            }
        ),
        "Lặp lại",
    )
    counts: tuple[str, ...] = declare(Many(Choice(words.ACTIVITY_KINDS)), "Đếm bằng hoạt động")


@dataclass(frozen=True, kw_only=True)
class Plan(Record):
    """The plan this site serves."""

    document: str = declare(Ref(to="legal_documents"), "Văn bản", required=True)
    starts: dt.date = declare(Day(), "Từ ngày", required=True)
    ends: dt.date = declare(Day(), "Đến hết ngày", required=True)
    goals: tuple[str, ...] = declare(Many(Text(maximum=600)), "Mục đích")
    audiences: tuple[str, ...] = declare(Many(Ref(to="audiences")), "Truyền thông cho ai")
    forms: tuple[str, ...] = declare(Many(Text(maximum=300)), "Hình thức")
    tasks: tuple[Task, ...] = declare(Many(Part(Task), minimum=1), "Các việc", required=True)


@dataclass(frozen=True, kw_only=True)
class Activity(Record):
    """Something done that a report counts."""

    id: str = declare(Name(), "Mã", required=True)
    kind: str = declare(Choice(words.ACTIVITY_KINDS), "Loại", required=True)
    on: dt.date = declare(Day(), "Ngày", required=True)
    title: str = declare(SHORT, "Việc", required=True)
    posts: tuple[str, ...] = declare(Many(Text(maximum=20)), "Mã bài")
    channel: str | None = declare(Choice(words.CHANNELS), "Kênh")
    url: str | None = declare(Url(), "Địa chỉ")
    content_mark: str | None = declare(
        Text(pattern="[0-9a-f]{16}", pattern_says="do lệnh mark_published.py ghi, đừng sửa tay"),
        "Dấu của bản đã chép",
        "Nhờ dấu này mà bảng kênh biết bài đã sửa sau khi chép",
        example="0f1e2d3c4b5a6978",
    )
    village: str | None = declare(Ref(to="villages"), "Nơi")
    people: int | None = declare(Whole(), "Số người dự")
    copies: int | None = declare(Whole(), "Số bản in")


@dataclass(frozen=True, kw_only=True)
class Reading(Record):
    """How something written is said aloud."""

    written: str = declare(Text(maximum=40), "Viết", example="UBND", required=True)
    spoken: str = declare(Text(maximum=120), "Đọc", example="ủy ban nhân dân", required=True)


@dataclass(frozen=True, kw_only=True)
class Speech(Record):
    """How texts of the town are read aloud and kept together on a line."""

    readings: tuple[Reading, ...] = declare(Many(Part(Reading)), "Cách đọc")
    compounds: tuple[str, ...] = declare(Many(Text(maximum=40)), "Từ ghép không tách dòng")


@dataclass(frozen=True, kw_only=True)
class Wording(Record):
    """A word that hurts, and what to say instead."""

    avoid: str = declare(Text(maximum=60), "Đừng viết", required=True)
    prefer: str = declare(Text(maximum=120), "Nên viết", required=True)
