"""Tables saved from a spreadsheet, as text with line numbers: rows of the shape that fields read.

Excel writes UTF-8 with a mark in front, and semicolons between the cells where a comma stands
before decimals, as it does in Viet Nam; "Unicode text" has tabs. All are read, with the line
``sep=;`` and the empty rows and columns that Excel saves around a table.
"""

import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import zip_longest

from loa.text.vietnamese import fold
from loa.text.yaml_text import Entry, Mapped, Scalar

_DELIMITERS = ";\t,|"
_SEPARATOR = re.compile(r'^"?sep=(?P<sign>[;,\t|])"?[;,\t|]*$', re.IGNORECASE)
# What a spreadsheet shows where a formula went wrong, or a column is too narrow.
_ERROR = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|\#+)", re.IGNORECASE
)


# What a person calls a column, without marks.
_CALLED = {
    "nam": "year", "thon": "village", "lang": "village", "ma thon": "village", "noi": "place",
    "noi khac": "place", "dia ban": "place", "nhom": "series", "loai": "series",
    "chi tieu": "series", "gia tri": "value", "so": "value", "so lieu": "value",
    "nguon": "source", "dia chi nguon": "url", "ngay": "date", "ngay cua nguon": "date",
}  # fmt: skip


@dataclass(frozen=True)
class CsvProblem:
    """A table, or one row of it, cannot be read; the message is Vietnamese."""

    line: int
    message: str


def read_csv(
    text: str, known: Collection[str], required: Collection[str]
) -> tuple[list[Mapped], list[CsvProblem]]:
    """Return the rows that can be read, and what is wrong with the others.

    Args:
        text: the whole file.
        known: the columns that may stand in the first line.
        required: the columns that must.
    """
    try:
        lines = _lines(text)
    except csv.Error:
        message = 'một ô dài quá mức; có lẽ dấu ngoặc kép " mở ra mà không đóng lại'
        return [], [CsvProblem(1, message)]
    if not lines:
        return [], []
    line, names = lines[0]
    places = [place for place, name in enumerate(names) if name.strip()]
    names = [_column(names[place]) for place in places]
    if problems := list(_heading(line, names, known, required)):
        return [], problems  # rows under a wrong heading would only repeat it
    rows: list[Mapped] = []
    for line, cells in lines[1:]:
        told = _too_many(line, cells, places) or _failed(line, cells, places, names)
        if told:
            problems.append(told)
            continue
        values = [cells[place] if place < len(cells) else "" for place in places]
        entries = {
            name: Entry(Scalar(cell.strip(), line, plain=True), line)
            for name, cell in zip_longest(names, values, fillvalue="")
        }
        rows.append(Mapped(entries, line))
    return rows, problems


def _column(name: str) -> str:
    return " ".join(name.replace("\u00a0", " ").split()).lower()


def _too_many(line: int, cells: list[str], places: list[int]) -> CsvProblem | None:
    """Say that something stands outside of the columns that have a name."""
    outside = [cell for place, cell in enumerate(cells) if cell.strip() and place not in places]
    if not outside:
        return None
    return CsvProblem(
        line,
        f"dòng này có {len(cells)} ô, dòng đầu có {len(places)} cột, thừa «{outside[0][:40]}»; "
        'chữ có dấu ngăn cách thì đặt trong ngoặc kép "…"',
    )


def _failed(line: int, cells: list[str], places: list[int], names: list[str]) -> CsvProblem | None:
    """Say where a formula of the spreadsheet gave no value."""
    for name, place in zip(names, places, strict=True):
        cell = cells[place].strip() if place < len(cells) else ""
        if _ERROR.fullmatch(cell):
            return CsvProblem(
                line,
                f"cột «{name}» là lỗi của bảng tính «{cell[:12]}»; hãy sửa công thức hoặc nới rộng "
                "cột rồi lưu lại, hoặc gõ thẳng giá trị",
            )
    return None


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Return (line, cells) of each row that holds something; a quoted cell may go on for lines."""
    text = text.lstrip("\ufeff")
    first = text.partition("\n")[0].strip()
    told = _SEPARATOR.match(first)
    if told:
        text = text[text.find("\n") :] if "\n" in text else ""  # its line stays, and is empty
    head = next((line for line in text.split("\n") if line.strip(" ;,\t|")), "")
    delimiter = told["sign"] if told else max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[tuple[int, list[str]]] = []
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            found.append((begins, cells))
        begins = reader.line_num + 1
    return found


def _heading(
    line: int, names: list[str], known: Collection[str], required: Collection[str]
) -> Iterator[CsvProblem]:
    for name in names:
        if name not in known:
            called = _CALLED.get(fold(name), "")
            near = [called] if called in known else get_close_matches(fold(name), known, n=1)
            advice = f"có phải ý bạn là «{near[0]}»?" if near else f"chỉ dùng: {', '.join(known)}"
            yield CsvProblem(line, f"không có cột «{name[:40]}»; {advice}")
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield CsvProblem(line, f"cột «{name[:40]}» có hai lần; hãy bỏ bớt một")
    if missing := [name for name in required if name not in names]:
        yield CsvProblem(line, f"dòng đầu còn thiếu cột {', '.join(missing)}")
