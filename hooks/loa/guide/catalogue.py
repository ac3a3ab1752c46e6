"""Every shape of file that an officer writes: what it is called, what it is for, in Vietnamese."""

from dataclasses import dataclass

from loa.load import LISTS, SINGLES
from loa.model.posts import POST_KINDS, Page


@dataclass(frozen=True)
class Shape:
    """One shape of file.

    ``name`` is the section of a post, the file of ``data/`` without its ending, or ``trang``.
    """

    name: str
    record: type
    title: str
    text: str
    is_list: bool = False


_POST_WORDS = {
    "guong-dien-hinh": (
        "Bài gương điển hình",
        "Chuyện một gia đình, một tổ, một mô hình đã vươn lên thoát nghèo.",
    ),
    "chinh-sach": (
        "Bài giải thích chính sách",
        "Một chính sách kể cho dễ hiểu: ai được, được gì, làm thế nào, đến đâu.",
    ),
    "tin-tuc": ("Tin hoạt động", "Việc sắp diễn ra, đang diễn ra hoặc vừa xong."),
    "hoi-dap": ("Bài hỏi đáp", "Một câu bà con hay hỏi và câu trả lời."),
}

_DATA_WORDS = {
    "township": ("Đơn vị và trang", "Tên đơn vị, liên hệ, người ký, cách trang vận hành."),
    "policies": ("Chính sách", "Con số, điều kiện, các bước, giấy tờ, căn cứ của mỗi chính sách."),
    "legal_documents": ("Văn bản", "Văn bản làm căn cứ: số, trích yếu, ngày, còn hiệu lực không."),
    "topics": ("Chủ đề", "Bài viết và chính sách nói về việc gì."),
    "audiences": ("Ai nên đọc", "Bài viết và chính sách dành cho ai."),
    "villages": ("Thôn, làng, tổ dân phố", "Chỉ ghi nơi đã có nguồn xác nhận."),
    "organisations": ("Nơi giúp bà con", "Ngân hàng, hội, đoàn thể, cơ quan."),
    "campaigns": ("Chiến dịch", "Việc có ngày đầu và ngày cuối, lặp lại mỗi năm."),
    "events": ("Lịch", "Ngày kỷ niệm, hạn cuối, đối thoại, hội thi, tập huấn, rà soát."),
    "materials": ("Tài liệu tập huấn", "Cho báo cáo viên, trưởng thôn, cộng tác viên."),
    "activities": ("Hoạt động đã làm", "Việc truyền thông đã làm, để báo cáo đếm."),
    "jobs": ("Việc làm", "Tin tuyển người làm: việc gì, ở đâu, công bao nhiêu, đến ngày nào."),
    "goods": ("Nông sản, hàng hóa", "Tin bà con cần bán hoặc cần mua, đến ngày nào."),
    "indicators": ("Bộ số liệu", "Mỗi mục là một bảng số liệu trong data/indicators/<id>.csv."),
    "plan": ("Kế hoạch", "Các việc của kế hoạch: ai chủ trì, hạn nào."),
    "speech": ("Cách đọc", "Chữ viết tắt đọc thành lời; từ ghép không tách hai dòng."),
    "synonyms": ("Từ cùng nghĩa", "Gõ từ này thì ô tìm cũng tìm các từ kia."),
    "wordings": ("Chữ nên tránh", "Chữ dễ làm bà con tủi, và cách nói nên dùng."),
}

POSTS = tuple(Shape(name, kind, *_POST_WORDS[name]) for name, kind in POST_KINDS.items())
PAGE = Shape("trang", Page, "Trang giới thiệu", "Trang đứng riêng trong thư mục docs/.")
DATA = tuple(
    Shape(name, {**SINGLES, **LISTS}[name], *words, is_list=name in LISTS)
    for name, words in _DATA_WORDS.items()
)
SHAPES = (*POSTS, PAGE, *DATA)
