"""Numbers in words, worked out on their digits: nothing is rounded, no digit is lost.

24 is "hai mươi tư", 105 "một trăm lẻ năm": "linh" and "lẻ" are both right; "lẻ" is what people of
the Central Highlands and the South say. Every group after the first says its hundreds, as schools
teach: 2.021 is "hai nghìn không trăm hai mươi mốt". Groups of zeros are passed over.
"""

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", " nghìn", " triệu")
_BILLION = 10**9
_MOST_DIGITS = 18  # longer than this is no count of anything; it is told digit by digit
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_SHAPE = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LETTERS = {
    "A": "a", "Ă": "á", "Â": "ớ", "B": "bê", "C": "xê", "D": "dê", "Đ": "đê", "E": "e", "Ê": "ê",
    "F": "ép", "G": "giê", "H": "hát", "I": "i", "J": "gi", "K": "ca", "L": "e lờ", "M": "em mờ",
    "N": "en nờ", "O": "o", "Ô": "ô", "Ơ": "ơ", "P": "pê", "Q": "quy", "R": "e rờ", "S": "ét",
    "T": "tê", "U": "u", "Ư": "ư", "V": "vê", "W": "vê kép", "X": "ích", "Y": "i dài", "Z": "dét",
}  # fmt: skip


def whole(number: int) -> str:
    """Return a whole number, at least 0, in words."""
    if number >= _BILLION:
        above, rest = divmod(number, _BILLION)
        return f"{whole(above)} tỷ" + (f" {_groups(rest, first=False)}" if rest else "")
    return _groups(number, first=True)


def _groups(number: int, *, first: bool) -> str:
    if number == 0:
        return DIGITS[0]
    said: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            full = bool(said) or not first
            said.append(_group(group, full) + _GROUPS[power])
    return " ".join(said)


def _group(number: int, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _below_hundred(rest)
    said = f"{DIGITS[hundreds]} trăm"
    if rest == 0:
        return said
    return f"{said} lẻ {DIGITS[rest]}" if rest < 10 else f"{said} {_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    said = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    if ones == 0:
        return said
    after = {5: "lăm"} | ({} if tens == 1 else {1: "mốt", 4: "tư"})
    return f"{said} {after.get(ones, DIGITS[ones])}"


def one_by_one(written: str) -> str:
    """Return the digits of a phone number or a code, one by one; whatever else is in it is not."""
    return " ".join(DIGITS[int(sign)] for sign in written if sign.isdecimal())


def counted(digits: str) -> str:
    """Return digits as a number; leading zeros are told, very long ones go digit by digit."""
    rest = digits.lstrip("0")
    if len(digits) > _MOST_DIGITS or not rest:
        return one_by_one(digits)
    zeros = [DIGITS[0]] * (len(digits) - len(rest))
    return " ".join([*zeros, whole(int(rest))])


def decimals(digits: str) -> str:
    """Return the digits after a comma, all of them: "24" → "hai mươi tư", "05" → "không năm"."""
    return one_by_one(digits) if len(digits.lstrip("0")) > 3 else counted(digits)


def number(digits: str, after: str = "") -> str:
    """Return a number of plain digits, with what stands after its comma."""
    if len(digits) > _MOST_DIGITS:
        said = one_by_one(digits)
    else:
        said = whole(int(digits)) if after else counted(digits)
    return f"{said} phẩy {decimals(after)}" if after else said


def ordinal(digits: str) -> str:
    """Return what stands after "thứ": "nhất", "hai", "tư"."""
    plain = digits.lstrip("0") or "0"
    return {"1": "nhất", "4": "tư"}.get(plain, counted(plain))


def fourth(digits: str) -> str:
    """Return a month or a quarter of the year: the fourth is "tư"."""
    plain = digits.lstrip("0") or "0"
    return "tư" if plain == "4" else counted(plain)


def roman(written: str) -> int:
    """Return the value of a Roman numeral, 0 where it is none."""
    if not written or not _ROMAN_SHAPE.fullmatch(written):
        return 0
    values = [_ROMAN[sign] for sign in written]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def spelled(letters: str) -> str:
    """Return letters by their names, digits too: "TD" → "tê dê"."""
    return " ".join(
        DIGITS[int(sign)] if sign.isdecimal() else _LETTERS.get(sign.upper(), sign)
        for sign in letters
        if sign.isalnum()
    )
