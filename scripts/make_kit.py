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
from loa.apart import FAILED, closing_lines
from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.check.site import site_url
from loa.desk.summary import failed, kit_summary
from loa.exports.kit.make import NoSuchPost
from loa.problems import ContentError, Level

KIT = "kit"


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Make the kit and say what was made; 1 where the content must be mended first."""
    options = _parser().parse_args(arguments)
    since: date | None = day("--since", options.since) if options.since else None
    try:
        with Build(root, clock.today(), Edition(site_url=site_url(root)), THEME) as build:
            made = build.kit(root / KIT, options.posts, since)
            said = kit_summary(build, made, KIT)
    except ContentError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        print("Chưa làm bộ đăng: hãy sửa những chỗ trên rồi chạy lại.", file=sys.stderr)
        return 1
    except NoSuchPost as unknown:
        print(unknown, file=sys.stderr)
        return 1
    problems = [problem for problem in made.problems if problem not in failed(build)]
    for line in (*problems, *closing_lines(build.failures)):
        print(line, file=sys.stderr)
    print(said)
    if any(problem.level is Level.ERROR for problem in problems):
        return 1
    return FAILED if build.failures else 0


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
