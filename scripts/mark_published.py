"""Writes down that a post was put on a channel, for the board and for the reports.

`python scripts/mark_published.py CS-VEJD --channel web --url https://… --on 20/11/2026`
"""

import sys
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, SetupError, guarded
from days import past_day
from loa import clock
from loa.check.site import site_url
from loa.desk.record_posting import FILE, Mark, MarkRefused, mark_published
from loa.model import words
from loa.text.vietnamese import day_text


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Add the entry and say what was written; 1 when it was refused."""
    options = _parser().parse_args(arguments)
    today = clock.today()
    if options.channel not in words.CHANNELS:
        known = "; ".join(f"{name} ({label})" for name, label in words.CHANNELS.items())
        raise SetupError(f"Không có kênh «{options.channel}». Các kênh: {known}.")
    on = past_day("--on", options.on, today) if options.on else today
    if options.copies is not None and not (options.copies.isdecimal() and len(options.copies) <= 9):
        raise SetupError("«--copies»: hãy ghi số bản, ví dụ 200.")
    copies = int(options.copies) if options.copies else None
    mark = Mark(options.channel, on, options.url.strip(), copies)
    try:
        id = mark_published(root, options.post, mark, site_url(root), today)
    except MarkRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    label = words.CHANNELS[options.channel]
    print(f"Đã ghi: {label}, ngày {day_text(on)}, mục {id} trong {FILE}.")
    return 0


def _parser() -> Arguments:
    parser = Arguments(
        "Ghi rằng một bài đã lên một kênh; bảng kênh và báo cáo đếm từ đây.",
        "mark_published.py BÀI --channel KÊNH [--url ĐỊA_CHỈ] [--on NGÀY] [--copies SỐ]",
    )
    add = parser.options.add_argument
    add("post", metavar="BÀI", help="mã bài hoặc đường dẫn tới tệp")
    add("--channel", required=True, metavar="KÊNH", help=", ".join(words.CHANNELS))
    add("--url", default="", metavar="ĐỊA_CHỈ", help="địa chỉ của bài ở trang ấy")
    add("--on", metavar="NGÀY", help="ngày đăng, ngày phát; bỏ trống là hôm nay")
    add("--copies", metavar="SỐ", help="số bản đã in")
    return parser


if __name__ == "__main__":
    sys.exit(guarded(main))
