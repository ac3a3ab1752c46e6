"""Numbers of legal documents, as a radio announcer says them.

How a number is made up (number, year, kind, issuer) is laid down in Decree 30/2020/NĐ-CP.
"""

import re
from collections.abc import Mapping

from loa.reading.days import year
from loa.reading.numbers import counted, spelled

KINDS = {
    "NĐ": "Nghị định", "QĐ": "Quyết định", "NQ": "Nghị quyết", "TT": "Thông tư", "CT": "Chỉ thị",
    "KH": "Kế hoạch", "CV": "Công văn", "TB": "Thông báo", "BC": "Báo cáo", "HD": "Hướng dẫn",
    "CTr": "Chương trình", "TTr": "Tờ trình", "TTLT": "Thông tư liên tịch", "KL": "Kết luận",
    "QC": "Quy chế", "QĐi": "Quy định", "CĐ": "Công điện", "GM": "Giấy mời", "PA": "Phương án",
    "ĐA": "Đề án", "VBHN": "Văn bản hợp nhất", "PL": "Pháp lệnh", "BB": "Biên bản",
    "CTPH": "Chương trình phối hợp", "QyĐ": "Quy định",
}  # fmt: skip
_ISSUERS = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội", "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân", "TW": "Trung ương Đảng", "TU": "Tỉnh ủy", "HU": "Huyện ủy",
    "ĐU": "Đảng ủy", "MTTQ": "Mặt trận Tổ quốc", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTW": "Ủy ban Trung ương Mặt trận Tổ quốc", "VPCP": "Văn phòng Chính phủ",
    "BTC": "Bộ Tài chính", "BYT": "Bộ Y tế", "BNV": "Bộ Nội vụ", "BTP": "Bộ Tư pháp",
    "BXD": "Bộ Xây dựng", "BCT": "Bộ Công Thương", "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng", "BNG": "Bộ Ngoại giao", "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BKHCN": "Bộ Khoa học và Công nghệ",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư", "BGTVT": "Bộ Giao thông vận tải",
    "BLĐTBXH": "Bộ Lao động, Thương binh và Xã hội",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNMT": "Bộ Nông nghiệp và Môi trường", "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "UBDT": "Ủy ban Dân tộc", "NHNN": "Ngân hàng Nhà nước", "TTCP": "Thanh tra Chính phủ",
    "BHXH": "Bảo hiểm xã hội", "NHCS": "Ngân hàng Chính sách xã hội",
    "TANDTC": "Tòa án nhân dân tối cao", "VKSTC": "Viện kiểm sát nhân dân tối cao",
    "TLĐ": "Tổng Liên đoàn Lao động Việt Nam", "BCĐ": "Ban chỉ đạo",
}  # fmt: skip
NAMES = sorted({*KINDS.values(), "Luật", "Bộ luật", "Hiến pháp", "Quy định", "Văn bản"}, key=len)
_NAME = "|".join(reversed(NAMES))
_LETTERS = r"[A-ZĐƯÔ][A-Za-zĐđƯÔ&]*\d*"
# 351/2025/NĐ-CP, 84/KH-UBND, 261/2025/QH15, 05-CT/TW, 12-NQ/ĐU
NUMBER = (
    r"(?:(?<!\w)(?:NĐ|QĐ|NQ|TT|CT|KH|CV|TB)(?:[ \u00a0]số)?[ \u00a0])?"
    rf"(?<![\w/])\d{{1,5}}[a-z]?(?:/(?:19|20)\d\d)?/{_LETTERS}(?:[-/]{_LETTERS})*"
    rf"|(?<![\w/])\d{{1,5}}-{_LETTERS}/{_LETTERS}"
)
# "Nghị định 335/2026": no letters, but the word before says what it is.
SHORT = r"(?<![\w/])\d{1,5}/(?:19|20)\d\d(?![\w/])"
_PARTS = re.compile(r"(\d+)([a-z]?)(?:/(\d{4})(?=/|$))?[-/]?(.*)")
_NAMED = re.compile(rf"({_NAME})(?:\s+(?:này|liên tịch))?(?:\s+số)?\s*:?\s*$", re.IGNORECASE)
_LISTED = re.compile(
    rf"({_NAME})(?:\s+số)?[^.\n]{{0,80}}\d[^\s,;]*(?:\s*,|\s+và|\s*;)\s*(?:số\s*)?$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\bsố\s*:?\s*$", re.IGNORECASE)
_ISSUER_AFTER = re.compile(
    r"[\s,(]*(?:(?:ký\s+|ban hành\s+)?(?:ngày|năm|tháng)\s+[\d/.-]+[\s,)]*"
    r"(?:(?:tháng|năm)\s+\d+[\s,)]*)*)?(?:của|do)\s",
    re.IGNORECASE,
)


def is_named(before: str) -> bool:
    """Say whether the text before calls what follows a document."""
    return bool(_NAMED.search(before) or _LISTED.search(before))


def document(
    written: str, before: str, after: str, readings: Mapping[str, str]
) -> tuple[str, bool]:
    """Return the number of a document in words, and whether that is sure.

    Kind and issuer are said where the text around doesn't say them already.
    """
    # "NĐ 49/2024/NĐ-CP" says its kind twice.
    found = _PARTS.fullmatch(re.split(r"\s", written)[-1])
    assert found is not None, written
    digits, letter, in_year, code = found.groups()
    kind, issuer, sure = _code(code, readings)
    said = [] if _NUMBERED.search(before) else ["số"]
    if kind and said and not is_named(before) and not _kind_near(kind, before):
        said.insert(0, kind)
    said.append(counted(digits) + (f" {spelled(letter)}" if letter else ""))
    if in_year:
        said.append(f"năm {year(in_year)}")
    if issuer and not _ISSUER_AFTER.match(after) and not _said_in_sentence(issuer, code, before):
        said.append(issuer)
    return " ".join(said), sure


def _kind_near(kind: str, before: str) -> bool:
    return kind.lower() in before[-40:].lower()


def _said_in_sentence(issuer: str, code: str, before: str) -> bool:
    sentence = re.split(r"[.!?]\s|\n", before)[-1][-80:]
    short = re.escape(re.split(r"[-/]", code)[-1])
    written = re.search(rf"(?<![-/\w]){short}(?!\w)", sentence)
    return bool(written) or issuer.removeprefix("của ").lower() in sentence.lower()


def _code(code: str, readings: Mapping[str, str]) -> tuple[str, str, bool]:
    """Return kind, issuer with "của", and whether all of it was known."""
    if not code:
        return "", "", True
    parts = re.split(r"[-/]", code)
    kind = KINDS.get(parts[0], "")
    if (known := readings.get(code, "")).startswith("của "):
        return kind, known, True
    issuers = [_issuer(part, readings) for part in (parts[1:] if kind else parts)]
    if not kind and len(parts) > 1 and issuers[0] and not issuers[1]:
        issuers = issuers[:1]  # 38/BYT-BH: a letter of one ministry; its department is not told
    if issuers and all(issuers):
        return kind, f"của {' và '.join(issuers)}", True
    return kind, spelled("".join(parts[1:] if kind else parts)), False


def _issuer(part: str, readings: Mapping[str, str]) -> str:
    name = part.rstrip("0123456789")
    term = part[len(name) :]
    said = _ISSUERS.get(name) or (readings.get(name, "") if not term else "")
    return f"{said} khóa {counted(term)}" if said and term else said
