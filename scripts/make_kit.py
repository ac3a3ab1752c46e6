"""Makes the kit: what it takes to put each published post on the other channels.

`python scripts/make_kit.py` makes all of it in kit/; with ids or files only those posts.
"""

import sys
from datetime import date
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, guarded
from days import day
from loa import clock
from loa.ask.paths import Edition, own_address
from loa.ask.showing import Showing
from loa.check.site import site_url
from loa.exports.kit.make import INDEX, NoSuchPost, make_kit
from loa.problems import Level
from loa.report import read_checked

KIT = "kit"


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Make the kit and say what was made; 1 where the content must be mended first."""
    options = _parser().parse_args(arguments)
    today = clock.today()
    since: date | None = day("--since", options.since) if options.since else None
    content, problems = read_checked(root, today)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if content is None or errors:
        print(*errors, sep="\n", file=sys.stderr)
        print("Chưa làm bộ đăng: hãy sửa những chỗ trên rồi chạy lại.", file=sys.stderr)
        return 1
    edition = Edition(site_url=own_address(site_url(root)))
    showing = Showing(content, today, edition, tuple(problems))
    try:
        made = make_kit(showing, root / KIT, options.posts, since)
    except NoSuchPost as unknown:
        print(unknown, file=sys.stderr)
        return 1
    for problem in made.problems:
        print(problem, file=sys.stderr)
    print(f"Bộ đăng: {made.posts} bài trong {KIT}/, làm mới {len(made.anew)} bài.")
    print(f"Mở {KIT}/{INDEX} để xem bài nào còn phải đăng ở đâu.")
    if not edition.site_url:
        print("Trang chưa có địa chỉ (site_url trong mkdocs.yml): bộ đăng chưa có liên kết, mã QR.")
    return int(any(problem.level is Level.ERROR for problem in made.problems))


def _parser() -> Arguments:
    parser = Arguments(
        "Làm bộ đăng: mọi tệp cần để đưa mỗi bài lên các kênh khác.",
        "make_kit.py [BÀI…] [--since NGÀY]",
    )
    add = parser.options.add_argument
    add("posts", nargs="*", metavar="BÀI", help="mã bài hoặc đường dẫn tới tệp; bỏ trống là tất cả")
    add("--since", metavar="NGÀY", help="gói riêng những bài mới, sửa từ ngày này")
    return parser


if __name__ == "__main__":
    sys.exit(guarded(main))
