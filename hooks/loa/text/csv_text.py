"""Tables saved from a spreadsheet, as text with line numbers: rows of the shape that fields read.

Excel writes UTF-8 with a mark in front, and semicolons between the cells where a comma stands
before decimals, as it does in Viet Nam; both are read.
"""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import zip_longest

from loa.text.yaml_text import Entry, Mapped, Scalar

_DELIMITERS = ";\t,"


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
    names = [name.strip().lower() for name in names]
    if problems := list(_heading(line, names, known, required)):
        return [], problems  # rows under a wrong heading would only repeat it
    rows: list[Mapped] = []
    for line, cells in lines[1:]:
        if any(cell.strip() for cell in cells[len(names) :]):
            message = (
                f"dòng này có {len(cells)} ô, dòng đầu có {len(names)} cột; "
                'chữ có dấu ngăn cách thì đặt trong ngoặc kép "…"'
            )
            problems.append(CsvProblem(line, message))
            continue
        entries = {
            name: Entry(Scalar(cell.strip(), line, plain=True), line)
            for name, cell in zip_longest(names, cells[: len(names)], fillvalue="")
        }
        rows.append(Mapped(entries, line))
    return rows, problems


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Return (line, cells) of each row that holds something; a quoted cell may go on for lines."""
    head = text.lstrip("\ufeff\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
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
            near = get_close_matches(name, known, n=1)
            advice = f"có phải ý bạn là «{near[0]}»?" if near else f"chỉ dùng: {', '.join(known)}"
            yield CsvProblem(line, f"không có cột «{name[:40]}»; {advice}")
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield CsvProblem(line, f"cột «{name[:40]}» có hai lần; hãy bỏ bớt một")
    if missing := [name for name in required if name not in names]:
        yield CsvProblem(line, f"dòng đầu còn thiếu cột {', '.join(missing)}")
