"""The closed word lists of the content model, each with its Vietnamese label."""

TO_WRITE = "[CẦN VIẾT]"  # in a new post, wherever somebody must still write

STATUSES = {"draft": "bản nháp", "review": "đang chờ duyệt", "published": "đã đăng"}

PRIORITIES = {"thong-thuong": "thông thường", "uu-tien": "ưu tiên", "khan-cap": "khẩn cấp"}

PROGRAMMES = {
    "giam-ngheo": "giảm nghèo bền vững",
    "ntm": "xây dựng nông thôn mới",
    "dtts-mn": "phát triển vùng đồng bào dân tộc thiểu số và miền núi",
}

# ISO 639-3; "vi" is ISO 639-1 because that is what HTML's lang attribute expects.
LANGUAGES = {"vi": "tiếng Việt", "jra": "tiếng Jrai", "bdq": "tiếng Bahnar"}

CONSENT_FORMS = {
    "van-ban": "văn bản có chữ ký hoặc điểm chỉ",
    "ghi-am": "ghi âm",
    "ghi-hinh": "ghi hình",
    "dien-tu": "tin nhắn hoặc thư điện tử",
}

CONSENT_SCOPES = {
    "ten": "tên",
    "hinh-anh": "hình ảnh",
    "giong-noi": "giọng nói",
    "thu-nhap": "thu nhập",
    "vay-no": "khoản vay, nợ",
    "suc-khoe": "sức khỏe",
    "dan-toc": "dân tộc",
    "dien-thoai": "số điện thoại",
}

CHANNELS = {
    "web": "trang web",
    "loa": "loa truyền thanh",
    "to-roi": "tờ rơi",
    "mang-xa-hoi": "mạng xã hội",
    "bao-chi": "báo chí",
}

# Law 91/2025/QH15 on personal data: from seven years on, both the child and the guardian agree.
MINORS = {"duoi-7": "dưới 7 tuổi", "7-15": "từ 7 đến 15 tuổi", "16-17": "16, 17 tuổi"}

SUBJECTS = {
    "household": "hộ gia đình",
    "person": "cá nhân",
    "group": "tổ, nhóm",
    "collective": "tập thể",
    "model": "mô hình",
    "initiative": "sáng kiến",
}

QUESTION_CHANNELS = {
    "truc-tiep": "hỏi trực tiếp",
    "dien-thoai": "điện thoại",
    "doi-thoai": "hội nghị đối thoại",
    "thu-gop-y": "thư, phiếu góp ý",
    "mang-xa-hoi": "mạng xã hội",
    "bien-soan": "biên soạn (không phải bà con hỏi)",
}

POLICY_KINDS = {
    "benefit": "chính sách được hưởng",
    "standard": "chuẩn, tiêu chí",
    "procedure": "thủ tục",
    "programme": "chương trình",
}

CONFIDENCE = {"cao": "cao", "trung-binh": "trung bình", "thap": "thấp"}

DIMENSIONS = {
    "viec-lam": "việc làm",
    "y-te": "y tế",
    "giao-duc": "giáo dục",
    "nha-o": "nhà ở",
    "nuoc-sach": "nước sinh hoạt và vệ sinh",
    "thong-tin": "thông tin",
}

CONDITION_SUBJECTS = {
    "household": "diện hộ",
    "dimension": "chiều thiếu hụt",
    "income": "thu nhập một người một tháng",
    "ethnicity": "dân tộc",
    "age": "tuổi",
    "area": "địa bàn",
    "person": "nhóm người",
    "purpose": "việc cần làm",
    "list": "có tên trong danh sách được duyệt",
}

ETHNICITIES = {"dtts": "Người dân tộc thiểu số", "kinh": "Người Kinh"}

# Kinds of place that rules name; who decides which place is which stands in no source yet.
AREAS = {
    "nong-thon": "Nông thôn",
    "thanh-thi": "Thành thị",
    "dac-biet-kho-khan": "Thôn, xã đặc biệt khó khăn",
    "kho-khan": "Thôn, xã khó khăn",
    "ra-khoi-danh-sach": "Xã đã ra khỏi danh sách khó khăn",
    "khu-vuc-iii": "Xã khu vực III",
    "huyen-ngheo": "Huyện nghèo",
    "chua-co-dien-luoi": "Nơi chưa có điện lưới",
}

FINDER_QUESTIONS = {"dien-ho": "gia đình thuộc diện nào", "nguoi-nha": "trong nhà có ai"}

ISSUER_TYPES = {"state": "cơ quan nhà nước", "party": "cơ quan Đảng"}

UNIT_TYPES = {"thi-tran": "thị trấn", "xa": "xã", "phuong": "phường"}

VILLAGE_TYPES = {"thon": "thôn", "lang": "làng", "to-dan-pho": "tổ dân phố"}

MATERIAL_KINDS = {
    "bai-noi": "bài để nói",
    "ky-nang": "cách nói, cách làm",
    "bieu-mau": "mẫu giấy tờ",
    "khac": "tài liệu khác",
}

THANKED = {
    "ca-nhan": "cá nhân",
    "ho": "hộ gia đình",
    "tap-the": "tập thể",
    "doanh-nghiep": "doanh nghiệp, tổ chức",
}

EVENT_KINDS = {
    "doi-thoai": "đối thoại",
    "hoi-thi": "hội thi",
    "tap-huan": "tập huấn",
    "ngay-le": "ngày kỷ niệm",
    "ra-soat": "rà soát",
    "han-cuoi": "hạn cuối",
    "chien-dich": "chiến dịch",
    "khac": "việc khác",
}

# Who answers about a notice on a board.
CONTACT_KINDS = {
    "co-quan": "cơ quan nhà nước",
    "to-chuc": "doanh nghiệp, hợp tác xã, tổ chức",
    "ca-nhan": "một người dân, một hộ",
}

TRADE_KINDS = {"ban": "cần bán", "mua": "cần mua"}

FIGURE_UNITS = {
    "ho": "hộ",
    "nguoi": "người",
    "phan-tram": "%",
    "dong": "đồng",
    "trieu-dong": "triệu đồng",
    "ha": "ha",
    "khac": "đơn vị khác",
}
# Counts of people: too small a number tells who they are.
COUNTS_OF_PEOPLE = ("ho", "nguoi")

ACTIVITY_KINDS = {
    "phat-thanh": "phát thanh",
    "dang-tin": "đăng tin, bài",
    "hoi-nghi": "hội nghị, họp thôn",
    "doi-thoai": "đối thoại",
    "hoi-thi": "hội thi",
    "tap-huan": "tập huấn",
    "in-an": "in tờ rơi, tài liệu",
    "khac": "việc khác",
}

# What a drawn cover can show; the names are those of loa.media.covers.
COVERS = {
    "cow": "bò",
    "goat": "dê",
    "coffee": "cà phê",
    "houses": "nhà ở",
    "drop": "nước",
    "paper": "giấy tờ",
    "horn": "loa",
    "book": "sách",
    "tools": "dụng cụ",
    "health": "túi thuốc",
    "phone-mast": "cột phát sóng",
    "loom": "khung dệt",
    "table": "bàn họp",
    "question": "câu hỏi",
    "power": "điện",
    "law": "cái cân",
}
