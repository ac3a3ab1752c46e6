"""Writes down that a post, or the figures of a policy, were approved for publishing.

`python scripts/approve_post.py GD-7K2M --by "Nguyễn Văn A, Phó Chủ tịch" --on 17/10/2026`
"""

import sys
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, SetupError, guarded
from days import past_day
from loa import clock
from loa.desk.approve import ApprovalRefused, approve_policy, approve_post
from loa.text.vietnamese import day_text


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Approve and say what was written; 1 when it was refused."""
    options = _parser().parse_args(arguments)
    if bool(options.post) == bool(options.policy):
        raise SetupError("Hãy ghi một bài, hoặc --policy và mã chính sách.")
    today = clock.today()
    on = past_day("--on", options.on, today)
    if not options.by.strip():
        raise SetupError("«--by» đang để trống; hãy ghi họ tên, chức vụ người duyệt.")
    approve = approve_policy if options.policy else approve_post
    try:
        path = approve(root, options.policy or options.post, options.by, on, today)
    except ApprovalRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    print(f"Đã ghi: {options.by} duyệt ngày {day_text(on)}, trong {path}.")
    return 0


def _parser() -> Arguments:
    parser = Arguments(
        "Ghi việc duyệt vào bài; chỉ phần «approved» của tệp thay đổi.",
        "approve_post.py BÀI --by HỌ_TÊN --on NGÀY, hoặc --policy MÃ thay cho BÀI",
    )
    add = parser.options.add_argument
    add("post", nargs="?", metavar="BÀI", help="mã bài hoặc đường dẫn tới tệp")
    add("--policy", metavar="MÃ", help="duyệt số liệu của một mục trong data/policies.yml")
    add("--by", required=True, metavar="HỌ_TÊN", help="người duyệt, chức vụ")
    add("--on", required=True, metavar="NGÀY", help="ngày duyệt, ví dụ 17/10/2026")
    return parser


if __name__ == "__main__":
    sys.exit(guarded(main))
