"""Tells a writer every mistake in stories/, docs/ and data/, without building anything.

Windows: `python scripts/check_content.py`; elsewhere `make check`.
"""

import sys
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, SetupError, guarded
from loa import clock
from loa.problems import Level
from loa.report import as_json, closing_line, only_in, read_checked


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Print what is wrong; 1 when something must be mended."""
    options = _parser().parse_args(arguments)
    files = [_existing(name, root) for name in options.files]
    _, problems = read_checked(root, clock.today(), release=options.release)
    if files:
        problems = only_in(problems, files, root)
    if options.json:
        print(as_json(problems))
    else:
        print(*problems, closing_line(problems), sep="\n")
    return int(any(problem.level is Level.ERROR for problem in problems))


def _parser() -> Arguments:
    parser = Arguments(
        "Soát nội dung: chỉ ra mọi chỗ cần sửa trong bài viết và dữ liệu.",
        "check_content.py [TỆP …] [--json] [--release]",
    )
    add = parser.options.add_argument
    add("files", nargs="*", metavar="TỆP", help="chỉ xem tệp hoặc thư mục này")
    add("--json", action="store_true", help="in dạng JSON cho chương trình khác")
    add("--release", action="store_true", help="soát thêm điều mà trang công khai phải có")
    return parser


def _existing(name: str, root: Path) -> Path:
    for place in (Path(name), root / name):
        if place.exists():
            return place
    raise SetupError(f"Không thấy tệp «{name}»; hãy xem lại tên và đường dẫn.")


if __name__ == "__main__":
    sys.exit(guarded(main))
