"""Strings the posts of some days together into one programme for the loudspeaker.

`python scripts/radio_bulletin.py --from 16/11/2026 --to 22/11/2026`
"""

import sys
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, SetupError, guarded
from days import day
from loa import clock
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.exports.radio.bulletin import bulletin
from loa.exports.town_page.plain_text import windows_bytes
from loa.problems import Level
from loa.report import read_checked


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Print the programme or write it to a file; 1 where there is nothing to read out."""
    options = _parser().parse_args(arguments)
    first, last = day("--from", options.first), day("--to", options.last)
    if last < first:
        raise SetupError("«--to» đứng trước «--from»; hãy đổi lại hai ngày.")
    today = clock.today()
    content, problems = read_checked(root, today)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if content is None or errors:
        print(*errors, sep="\n", file=sys.stderr)
        print("Chưa làm bản tin: hãy sửa những chỗ trên rồi chạy lại.", file=sys.stderr)
        return 1
    showing = Showing(content, today, Edition(), tuple(problems))
    made = bulletin(showing, first, last, options.minutes)
    if not made.entries and not made.left_out:
        print("Không có bài nào được đọc trên loa trong những ngày ấy.", file=sys.stderr)
        return 1
    if options.output:
        Path(options.output).write_bytes(windows_bytes(made.text()))
        print(f"Đã ghi bản tin vào {options.output}.", file=sys.stderr)
    else:
        print(made.text(), end="")
    if left := made.left_out_text():
        print(left, file=sys.stderr)
    return 0


def _parser() -> Arguments:
    parser = Arguments(
        "Nối các bài trong những ngày đã cho thành một bản tin đọc trên loa.",
        "radio_bulletin.py --from NGÀY --to NGÀY [--minutes SỐ_PHÚT] [-o TỆP]",
    )
    add = parser.options.add_argument
    add("--from", dest="first", metavar="NGÀY", required=True, help="ngày đầu, ví dụ 16/11/2026")
    add("--to", dest="last", metavar="NGÀY", required=True, help="ngày cuối, cả ngày ấy")
    add(
        "--minutes", type=_minutes, metavar="PHÚT", help="tối đa mấy phút; bỏ trống: theo buổi phát"
    )
    add("-o", "--output", metavar="TỆP", help="ghi vào tệp này, thay vì in ra")
    return parser


def _minutes(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= 120:
        raise SetupError("«--minutes» phải là số phút, từ 1 đến 120.")
    return int(written)


if __name__ == "__main__":
    sys.exit(guarded(main))
