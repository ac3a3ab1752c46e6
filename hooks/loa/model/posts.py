"""Posts: what an officer writes under ``stories/``, and the standing pages under ``docs/``."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from loa.fields import Choice, Day, Flag, Many, Part, Ref, Text, Whole, declare
from loa.model import words
from loa.model.consent import Consent
from loa.model.media import Attachment, Audio, Image, Translations, Video
from loa.model.records import SHORT, Approval, Source, Written


@dataclass(frozen=True, kw_only=True)
class Post(Written):
    """Any Markdown file under ``stories/``: what all posts share."""

    id: str = declare(
        Text(
            pattern="[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}",
            pattern_says="mã do lệnh new_post.py tạo, ví dụ GD-7K2M",
        ),
        "Mã bài",
        "Không đổi, không dùng lại; bà con đọc mã này khi hỏi về bài",
        example="GD-7K2M",
        required=True,
    )
    title: str = declare(
        Text(maximum=120),
        "Tiêu đề",
        example="Trồng xen tiêu, vườn cà phê già có thêm một vụ thu",
        required=True,
    )
    date: dt.date = declare(Day(), "Ngày của bài", example="17/10/2026", required=True)
    summary: str = declare(
        Text(minimum=60, maximum=320),
        "Tóm tắt (sapo)",
        "Hai, ba câu: ai, việc gì, kết quả gì",
        example="Nhờ vốn vay và công của cả tổ, vườn cà phê già có thêm một vụ tiêu; "
        "hộ trả được nợ và sửa lại nhà.",
        required=True,
    )
    author: str = declare(
        SHORT, "Tác giả, đơn vị", example="Nguyễn Văn Ví Dụ, công chức VHTT thị trấn", required=True
    )
    topics: tuple[str, ...] = declare(
        Many(Ref(to="topics"), minimum=1), "Chủ đề", example="[vay-von]", required=True
    )
    audiences: tuple[str, ...] = declare(
        Many(Ref(to="audiences")), "Ai nên đọc", example="[ho-ngheo]"
    )
    villages: tuple[str, ...] = declare(Many(Ref(to="villages")), "Thôn, làng, tổ dân phố")
    programmes: tuple[str, ...] = declare(
        Many(Choice(words.PROGRAMMES)), "Chương trình", example="[giam-ngheo]"
    )
    image: Image | None = declare(Part(Image), "Ảnh chính")
    cover: str | None = declare(
        Choice(words.COVERS), "Hình vẽ trên bìa", "Khi không có ảnh; bỏ trống thì lấy theo chủ đề"
    )
    photos: tuple[Image, ...] = declare(Many(Part(Image)), "Ảnh thêm")
    audio: tuple[Audio, ...] = declare(Many(Part(Audio)), "Ghi âm")
    video: Video | None = declare(Part(Video), "Phim")
    attachments: tuple[Attachment, ...] = declare(
        Many(Part(Attachment)),
        "Tệp kèm theo",
        "Tệp mà bài đã dẫn tới trong lời văn, như `[Mẫu đơn](mau-don.docx)`, thì không cần ghi",
    )
    translations: Translations | None = declare(Part(Translations), "Bản dịch")
    source: Source | None = declare(Part(Source), "Nguồn", "Khi có điều lấy từ nơi khác")
    status: str = declare(
        Choice(words.STATUSES),
        "Trạng thái",
        "Chỉ bài published mới lên trang",
        example="draft",
        required=True,
    )
    approved: Approval | None = declare(Part(Approval), "Duyệt", "Do lệnh approve_post.py ghi")
    publish_on: dt.date | None = declare(Day(), "Hẹn ngày đăng")
    expires_on: dt.date | None = declare(
        Day(), "Hết hạn sau ngày", "Sau ngày này bài ra khỏi danh sách"
    )
    updated_on: dt.date | None = declare(Day(), "Cập nhật ngày")
    priority: str | None = declare(Choice(words.PRIORITIES), "Mức ưu tiên")
    replaces: tuple[str, ...] = declare(
        Many(
            Text(
                pattern=r"[A-Za-z0-9_./-]+",
                pattern_says="địa chỉ cũ trên trang, không có tên miền, ví dụ tin-tuc/bai-cu/",
            )
        ),
        "Thay cho địa chỉ cũ",
    )
    sample: bool = declare(Flag(), "Bài mẫu", "true khi người và việc trong bài là ví dụ")
    legacy_unit: str | None = declare(Ref(to="township"), "Đơn vị cũ", "Mã đơn vị khi bài viết")
    public_event: bool = declare(
        Flag(),
        "Ảnh toàn cảnh việc công",
        "true chỉ khi ảnh chụp rộng một buổi họp, buổi lễ công khai",
    )
    consent: Consent | None = declare(
        Part(Consent), "Sự đồng ý", "Bắt buộc khi nêu tên, đăng ảnh hay giọng nói một người dân"
    )

    SECTION = ""  # the folder under stories/, also the first part of the address
    CODE = ""  # the first letters of an id

    @property
    def slug(self) -> str:
        """The file's name without its ending: the last part of the address."""
        return PurePosixPath(self.path).stem

    @property
    def last_change(self) -> dt.date:
        """The day a reader should take the post to be true on."""
        return self.updated_on or self.date

    @property
    def pictures(self) -> tuple[Image, ...]:
        """All declared pictures, the main one first."""
        return ((self.image,) if self.image else ()) + self.photos

    def is_due(self, today: dt.date) -> bool:
        """Say whether its day has come."""
        return (self.publish_on or self.date) <= today

    def has_expired(self, today: dt.date) -> bool:
        """Say whether it has run out; the last day still counts."""
        return self.expires_on is not None and self.expires_on < today


@dataclass(frozen=True, kw_only=True)
class Change:
    """One row of "before and after": the same thing, then and now."""

    label: str = declare(
        Text(maximum=60), "Điều gì", example="Thu nhập mỗi người một tháng", required=True
    )
    before: str = declare(Text(maximum=120), "Trước", example="0,9 triệu đồng", required=True)
    after: str = declare(Text(maximum=120), "Sau", example="2,4 triệu đồng", required=True)


@dataclass(frozen=True, kw_only=True)
class Household:
    """The household of a story, as far as its consent goes."""

    name: str | None = declare(
        Text(maximum=80), "Tên gọi trong bài", example="gia đình anh A Ví Dụ"
    )
    village: str | None = declare(Ref(to="villages"), "Thôn, làng")
    livelihoods: tuple[str, ...] = declare(
        Many(Text(maximum=60)), "Làm gì để sống", example="[cà phê, bò sinh sản]"
    )
    year_escaped: int | None = declare(Whole(minimum=1990, maximum=2100), "Năm thoát nghèo")
    before_year: int | None = declare(Whole(minimum=1990, maximum=2100), "Năm của cột Trước")
    after_year: int | None = declare(Whole(minimum=1990, maximum=2100), "Năm của cột Sau")
    changes: tuple[Change, ...] = declare(
        Many(Part(Change)), "Trước và sau", "Cùng một điều, hai thời điểm; mỗi điều một dòng"
    )


@dataclass(frozen=True, kw_only=True)
class Story(Post):
    """A model household, group or initiative that escaped poverty."""

    subject: str = declare(Choice(words.SUBJECTS), "Nhân vật", example="household", required=True)
    award: str | None = declare(SHORT, "Khen thưởng")
    household: Household | None = declare(Part(Household), "Gia đình, nhóm")
    supports: tuple[str, ...] = declare(
        Many(Ref(to="policies")), "Chính sách đã giúp", example="[vay-von-ho-ngheo]"
    )
    helped_by: tuple[str, ...] = declare(
        Many(Ref(to="organisations")), "Ai đã giúp", example="[nhcsxh]"
    )

    SECTION = "guong-dien-hinh"
    CODE = "GD"


@dataclass(frozen=True, kw_only=True)
class PolicyPost(Post):
    """A plain-language explainer; its facts live in ``data/policies.yml``."""

    policy: str = declare(
        Ref(to="policies"), "Chính sách", example="vay-von-ho-ngheo", required=True
    )

    SECTION = "chinh-sach"
    CODE = "CS"


@dataclass(frozen=True, kw_only=True)
class News(Post):
    """Campaign news."""

    event: str | None = declare(Ref(to="events"), "Sự kiện")
    campaign: str | None = declare(Ref(to="campaigns"), "Chiến dịch")

    SECTION = "tin-tuc"
    CODE = "TT"


@dataclass(frozen=True, kw_only=True)
class Question(Post):
    """A question with its answer; it never names who asked."""

    asked_on: dt.date | None = declare(Day(), "Ngày hỏi")
    channel: str = declare(
        Choice(words.QUESTION_CHANNELS), "Hỏi qua", example="bien-soan", required=True
    )
    answered_by: str | None = declare(SHORT, "Nơi trả lời")
    answered_on: dt.date | None = declare(Day(), "Ngày trả lời")

    SECTION = "hoi-dap"
    CODE = "HD"

    @property
    def is_compiled(self) -> bool:
        """Say whether it was written by the editors and not asked by a resident."""
        return self.channel == "bien-soan"


POST_KINDS: Mapping[str, type[Post]] = {
    kind.SECTION: kind for kind in (Story, PolicyPost, News, Question)
}


@dataclass(frozen=True, kw_only=True)
class Page(Written):
    """A standing page under ``docs/``: the programme, the plan, contacts."""

    title: str = declare(Text(maximum=120), "Tiêu đề", required=True)
    summary: str | None = declare(Text(maximum=320), "Tóm tắt")
    updated_on: dt.date | None = declare(Day(), "Cập nhật ngày")
    language: str | None = declare(Choice({"vi": "tiếng Việt", "en": "tiếng Anh"}), "Tiếng")
    previous_period: bool = declare(
        Flag(), "Giai đoạn trước", "true khi nói về việc đã hết giai đoạn"
    )
    contact: bool = declare(Flag(), "Hiện bảng liên hệ")
    standards: bool = declare(
        Flag(), "Hiện chuẩn nghèo", "true: trang hiện chuẩn đang dùng và chuẩn sắp dùng, theo ngày"
    )
    abuse_report: bool = declare(
        Flag(),
        "Trang báo trục lợi",
        "true ở một trang duy nhất: chỉ số điện thoại và nơi gặp, không mẫu gửi, không thư",
    )
    sources: tuple[Source, ...] = declare(Many(Part(Source)), "Nguồn")
    topics: tuple[str, ...] = declare(Many(Ref(to="topics")), "Chủ đề")
