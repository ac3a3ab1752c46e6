"""How the officer puts a post on the town page, in ten lines."""

from loa.exports.article import Article
from loa.text.vietnamese import normalise

_BEGINNING = (
    "Mở tệp noi-dung.html trong thư mục này (nháy đúp chuột).",
    "Mở Trang thông tin điện tử, đăng nhập, tạo một tin bài mới.",
    "Bấm nút «Chép tiêu đề», sang ô tiêu đề của Trang, nhấn Ctrl+V.",
    "Bấm nút «Chép tóm tắt», sang ô tóm tắt (mô tả, trích dẫn), nhấn Ctrl+V.",
    "Bấm nút «Chép nội dung», sang ô nội dung, nhấn Ctrl+V.",
)
_WITH_PICTURES = (
    "Ở mỗi dòng [CHÈN ẢNH … TẠI ĐÂY], tải ảnh cùng số trong thư mục anh lên, rồi xóa dòng đó.",
    "Với mỗi ảnh, bấm «Chép mô tả ảnh» và dán vào ô mô tả (alt); lấy ảnh 01 làm ảnh đại diện.",
)
_WITHOUT_PICTURES = (
    "Bài này không có ảnh: không cần tải ảnh nào lên.",
    "Nếu Trang bắt buộc có ảnh đại diện, dùng ảnh chung của Trang, đừng lấy ảnh trên mạng.",
)
_END = (
    "Xem lại trước khi đăng: đề mục, bảng, số tiền, đường dẫn; không còn dòng «CHÈN ẢNH» nào.",
    "Nút không chép được: mở noi-dung.txt, nhấn Ctrl+A rồi Ctrl+C, sang Trang nhấn Ctrl+V.",
    "Đăng xong, đánh dấu ở bảng kênh (kit/index.html) kèm địa chỉ bài, để báo cáo đếm được.",
)


def steps(article: Article) -> tuple[str, ...]:
    """Return the ten steps for a post."""
    pictures = _WITH_PICTURES if article.pictures else _WITHOUT_PICTURES
    return (*_BEGINNING, *pictures, *_END)


def guide_text(article: Article) -> str:
    """Return what stands in ``HUONG-DAN.txt``: which post, then a line for each step."""
    numbered = (f"{number}. {step}" for number, step in enumerate(steps(article), 1))
    title = f"CÁCH ĐĂNG BÀI «{normalise(article.title)}» LÊN TRANG THÔNG TIN ĐIỆN TỬ"
    return "\n".join((title, "", *numbered, ""))
