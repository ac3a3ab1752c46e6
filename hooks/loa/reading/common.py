"""Ways of writing that are the same in every town: signs, units, short forms of titles."""

# Beside numbers; a town's own list comes first.
UNITS = {
    "tr": "triệu", "trđ": "triệu đồng", "k": "nghìn", "tỉ": "tỷ", "tỷ": "tỷ", "VNĐ": "đồng",
    "VND": "đồng", "vnđ": "đồng", "vnd": "đồng", "₫": "đồng", "USD": "đô la Mỹ", "đ": "đồng",
    "kg": "ki lô gam", "g": "gam", "mg": "mi li gam", "gr": "gam", "km": "ki lô mét",
    "m": "mét", "cm": "xăng ti mét", "mm": "mi li mét", "m2": "mét vuông", "m3": "mét khối",
    "km2": "ki lô mét vuông", "cm2": "xăng ti mét vuông", "ha": "héc ta", "l": "lít",
    "L": "lít", "ml": "mi li lít", "kWh": "ki lô oát giờ", "kwh": "ki lô oát giờ",
    "kW": "ki lô oát", "W": "oát", "V": "vôn", "GB": "ghi ga bai", "MB": "mê ga bai",
    "kB": "ki lô bai", "KB": "ki lô bai", "°C": "độ xê", "oC": "độ xê", "ºC": "độ xê",
    "°": "độ", "h": "giờ", "p": "phút", "s": "giây", "G": "gờ",
}  # fmt: skip
SHORT_FORMS = {
    "TP.HCM": "Thành phố Hồ Chí Minh", "TPHCM": "Thành phố Hồ Chí Minh",
    "TP. HCM": "Thành phố Hồ Chí Minh", "TP HCM": "Thành phố Hồ Chí Minh",
    "TP.": "thành phố", "Tp.": "thành phố", "TX.": "thị xã", "TT.": "thị trấn", "P.": "phường",
    "Q.": "quận", "H.": "huyện", "T.": "tỉnh", "đ/c": "đồng chí", "Đ/c": "Đồng chí",
    "ThS.": "thạc sĩ", "TS.": "tiến sĩ", "BS.": "bác sĩ", "GS.": "giáo sư", "Ths.": "thạc sĩ",
    "PGS.": "phó giáo sư", "KS.": "kỹ sư", "TM.": "thay mặt", "KT.": "ký thay",
    "v.v...": "vân vân", "v.v…": "vân vân", "v.v.": "vân vân", "v.v": "vân vân",
    "ĐT": "điện thoại", "VNĐ": "đồng", "VND": "đồng", "USD": "đô la Mỹ", "QĐ": "quyết định",
    "QL": "quốc lộ", "NĐ": "nghị định", "NQ": "nghị quyết", "Wi-Fi": "oai phai", "Wifi": "oai phai",
    "wifi": "oai phai", "SMS": "tin nhắn", "TV": "ti vi", "ATM": "a tê em", "HIV": "hát i vê",
    "AIDS": "ết", "Covid": "cô vít", "COVID": "cô vít", "Messenger": "mét xen giơ",
    "Youtube": "diu túp", "YouTube": "diu túp", "THA": "tăng huyết áp",
}  # fmt: skip
SIGNS = {
    "%": " phần trăm ", "‰": " phần nghìn ", "&": " và ", "+": " cộng ", "=": " bằng ",
    "≥": " lớn hơn hoặc bằng ", "≤": " nhỏ hơn hoặc bằng ", ">": " lớn hơn ",
    "<": " nhỏ hơn ", "×": " nhân ", "÷": " chia ", "±": " cộng trừ ", "≈": " khoảng ",
    "$": " đô la ", "€": " ơ rô ", "₫": " đồng ", "°": " độ ", "@": " a còng ", "→": ", ",
    "(": ", ", ")": ", ", "[": ", ", "]": ", ", "{": ", ", "}": ", ", "|": ", ", "—": ", ",
    "–": ", ",
}  # fmt: skip
# "/hộ" is "mỗi hộ", "/tháng" is "một tháng".
SHARERS = (
    "hộ", "người", "khẩu", "nhân khẩu", "lao động", "em", "cháu", "học sinh", "sinh viên", "nhà",
    "căn", "suất", "thôn", "làng", "xã", "tổ", "nhóm", "hội viên", "thành viên", "đối tượng",
    "gia đình", "trẻ", "công trình", "mô hình",
)  # fmt: skip
MEASURES = (
    "ngày", "tháng", "năm", "quý", "tuần", "giờ", "phút", "buổi", "lần", "vụ", "đợt", "khóa",
    "kỳ", "con", "cây", "cái", "chiếc", "bao", "sào", "tạ", "tấn", "yến", "lít", "bộ", "công",
    "lượt", "mẫu", "đêm", "chai", "thùng", "số", "chữ", "bát", "đàn", "bò", "dê", "lợn", "heo",
)  # fmt: skip
