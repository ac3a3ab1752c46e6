"""Pictures, recordings, films and translations of a post."""

from dataclasses import dataclass

from loa.fields import Choice, FilePath, Flag, Part, Text, Url, declare
from loa.model import words
from loa.model.records import SHORT


@dataclass(frozen=True, kw_only=True)
class Image:
    """A picture of a post."""

    file: str = declare(
        FilePath(),
        "Tệp ảnh",
        "Nằm cạnh bài, trong thư mục stories/",
        example="anh/vuon-ca-phe.jpg",
        required=True,
    )
    alt: str = declare(
        Text(minimum=8, maximum=250),
        "Mô tả ảnh",
        "Cho người không nhìn thấy ảnh: ảnh cho thấy gì; không chép tên tệp",
        example="Vườn cà phê mới trồng xen tiêu, nhìn từ đầu dốc",
        required=True,
    )
    caption: str | None = declare(Text(maximum=300), "Chú thích")
    credit: str | None = declare(SHORT, "Người chụp", example="Ảnh: Văn hóa – Thông tin thị trấn")
    people: bool = declare(
        Flag(), "Có nhận ra người", "true nếu nhìn ảnh nhận ra được một người; khi đó cần sự đồng ý"
    )


@dataclass(frozen=True, kw_only=True)
class Audio:
    """A recording of a post, in one language."""

    file: str = declare(FilePath(), "Tệp ghi âm", example="am-thanh/bai-jrai.mp3", required=True)
    language: str = declare(Choice(words.LANGUAGES), "Tiếng", required=True)
    speaker: str | None = declare(SHORT, "Người đọc")
    transcript: str | None = declare(
        Text(lines=True), "Lời đọc", "Bỏ trống nếu đọc đúng nguyên văn bài"
    )


@dataclass(frozen=True, kw_only=True)
class Video:
    """A film, shown as a link card and never embedded."""

    file: str | None = declare(FilePath(), "Tệp phim")
    url: str | None = declare(Url(), "Địa chỉ phim")
    transcript: str | None = declare(Text(lines=True), "Lời trong phim")


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file to take along from a post: a form, a decision."""

    file: str = declare(
        FilePath(),
        "Tệp",
        "Nằm cạnh bài: PDF, Word (.docx), PowerPoint (.pptx) hoặc ảnh; tên người soạn, ghi chú, "
        "chỗ sửa trong tệp được bỏ khi đăng",
        example="tep/mau-don.docx",
        required=True,
    )
    title: str = declare(
        Text(maximum=160), "Tên tệp cho người đọc", example="Mẫu đơn đề nghị", required=True
    )


@dataclass(frozen=True, kw_only=True)
class Translation:
    """Title and summary in another language, written and checked by people."""

    title: str = declare(Text(maximum=160), "Tiêu đề", required=True)
    summary: str | None = declare(Text(maximum=400), "Tóm tắt")
    translator: str = declare(SHORT, "Người dịch", "Người, không phải máy", required=True)
    checked_by: str | None = declare(SHORT, "Người đọc lại")


@dataclass(frozen=True, kw_only=True)
class Translations:
    """The languages of the town beside Vietnamese."""

    jra: Translation | None = declare(Part(Translation), "Tiếng Jrai")
    bdq: Translation | None = declare(Part(Translation), "Tiếng Bahnar")
