"""What the name of a person looks like here: Kinh, Jrai and Bahnar names."""

import re

from loa.text.vietnamese import fold

_KINH = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Trương "
    "Lâm Mai Đào Cao Hà Lương Tạ Thái Châu Tô Vương Quách Nông Triệu Vi Hứa Tống Kiều Từ"
)
_JRAI_BAHNAR = (
    "Siu Ksor Kpă Kpuih Kpui Rmah Rcom Rah Rơ Ro Nay Hiao Đinh Puih Rchâm Rmaih Hyưn Ayun Y A H' Ơi"
)
_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐĔĬŎŬƀČÑ"
_SYLLABLE = rf"[{_UPPER}](?:['’][{_UPPER}\w]|\w)\w*"
_SURNAMES = "|".join(sorted({*_KINH.split(), *_JRAI_BAHNAR.split()}, key=len, reverse=True))

# Provinces, the Youth Union and the like, which begin like a surname.
_NO_PERSON = (
    r"Hà (?:Nội|Giang|Tĩnh|Nam|Tiên|Bầu|Đông)|Cao Bằng|Lâm Đồng|Thái (?:Bình|Nguyên|Lan)|Lý Sơn"
    r"|Hồ Chí Minh|Hoàng (?:Sa|Mai)|Trường Sa|Đoàn Thanh|A Dơk|Mai Châu|Châu Á|Châu Âu"
)
# A surname and one to three capitalised syllables: "Nguyễn Văn Ví Dụ", "Siu Thoan", "Y Hăm".
PERSON = re.compile(
    rf"(?<![\w'])(?!(?:{_NO_PERSON})(?!\w))"
    rf"(?:{_SURNAMES}) ?(?<=[ '])(?:[YAH] )?(?:{_SYLLABLE})(?: {_SYLLABLE}){{0,2}}"
)

# Words before a name that are not part of it, without marks.
_KINSHIP = (
    "gia dinh anh chi ong ba co chu bac cau mo di duong em chau me bo cha con vo chong ho nha "
    "hai va cua nguoi doi to nhom hop tac xa"
)
# In a file's name, where no mark tells "tran" from "trận": only what can be nothing but a name.
_SLUG_KINH = "|".join(fold(name) for name in _KINH.split())
_SLUG_NAME = re.compile(
    rf"(?:^|-)(?:(?:{_SLUG_KINH})-(?:van|thi)-[a-z]+"
    r"|(?:siu|ksor|kpa|kpuih|rmah|rcom|puih|rchom)-[a-z]+|ro-(?:cham|mah|lan|com)(?:-[a-z]+)?)"
)


def name_words(name: str) -> list[str]:
    """Return the words of a name without marks, kinship words left out."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    return [word for word in words if len(word) > 1 and word not in _KINSHIP.split()]


def name_in_slug(slug: str) -> str | None:
    """Return the part of a slug that can only be somebody's name."""
    found = _SLUG_NAME.search(slug)
    return found[0].strip("-") if found else None
