"""Writes what is made from the declarations: schemas, post templates, the writers' guide.

`make refresh`, or `python scripts/refresh_generated.py`; --check only says what is stale.
"""

import importlib.util
import sys

if importlib.util.find_spec("loa") is None:
    # Any Python may start this script; it goes on in the project's own.
    import environment
    from console import guarded

    sys.argv.insert(1, __file__)
    sys.exit(guarded(environment.main))

from pathlib import Path

from arguments import Arguments
from console import ROOT, guarded
from loa.guide.generated import stale_files, surplus_files, write_stale_files


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Write the stale files, or with --check only name them; 1 when something is left to do."""
    parser = Arguments(
        "Viết lại những tệp làm từ phần khai báo: lược đồ, mẫu bài, hướng dẫn viết.",
        "refresh_generated.py [--check]",
    )
    parser.options.add_argument("--check", action="store_true", help="chỉ xem, không viết gì")
    options = parser.parse_args(arguments)
    stale = stale_files(root) if options.check else []
    written = [] if options.check else write_stale_files(root)
    surplus = surplus_files(root)
    _tell("Đã viết lại:", written)
    _tell("Chưa khớp với phần khai báo, hãy chạy «make refresh»:", stale)
    _tell("Không còn ai làm ra, hãy xóa:", surplus)
    if not (written or stale or surplus):
        print("Mọi tệp đều khớp với phần khai báo.")
    return int(bool(stale or surplus))


def _tell(title: str, paths: list[str]) -> None:
    if paths:
        print(title, *(f"  {path}" for path in paths), sep="\n")


if __name__ == "__main__":
    sys.exit(guarded(main))
