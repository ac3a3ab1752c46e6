"""Makes a new post that can be read at once: asks what must be known, leaves the rest marked.

`python scripts/new_post.py`, or with options: `--kind tin-tuc --title "…" --topic vay-von`.
"""

import sys
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, SetupError, guarded
from loa.check.references import RESERVED_SLUGS
from loa.guide.templates import new_post
from loa.load import load_content
from loa.model.posts import POST_KINDS
from loa.model.words import TO_WRITE
from post_questions import about_new_post
from questions import Ask, Questions


def main(arguments: list[str] | None = None, root: Path = ROOT, ask: Ask | None = None) -> int:
    """Ask, write, and say where the post is and what to do next."""
    options = _parser().parse_args(arguments)
    if ask is None and sys.stdin is not None and sys.stdin.isatty():
        ask = input
    loaded = load_content(root)
    if loaded.content is None:
        data = sorted(found for found in loaded.problems if found.path.startswith("data/"))
        print(*data, "Dữ liệu đang có chỗ sai; hãy sửa rồi tạo bài sau.", sep="\n")
        return 1
    try:
        kind, slug, answers = about_new_post(options, loaded.content, Questions(ask))
    except (EOFError, KeyboardInterrupt):
        print("\nĐã dừng; chưa tạo tệp nào.")
        return 130
    if not slug or slug in RESERVED_SLUGS:
        raise SetupError("Tiêu đề chưa đặt được tên tệp; hãy viết tiêu đề dài hơn, có chữ.")
    path = root / "stories" / kind.SECTION / f"{slug}.md"
    _write(path, new_post(kind, answers))
    print(_next_steps(path.relative_to(root).as_posix(), answers["id"]))
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise SetupError(
            f"Đã có bài {path.name} trong {path.parent.name}/; bài ấy được giữ nguyên.\n"
            "Hãy mở bài ấy ra sửa, hoặc chạy lại với tiêu đề (việc làm, nơi, năm) khác."
        ) from None


def _next_steps(path: str, id: str) -> str:
    return f"""
Đã tạo bài {id}: {path}

Việc tiếp theo:
  1. Mở tệp, thay mọi chỗ ghi {TO_WRITE}; dòng có dấu # ở đầu chỉ là lời nhắc.
  2. Soát bài: make check
     (Windows: python scripts/check_content.py {path})
  3. Xem thử: make serve (Windows: python scripts/serve_site.py)
  4. Xong thì đổi «status: draft» thành review để chờ duyệt, hoặc published để đăng."""


def _parser() -> Arguments:
    parser = Arguments(
        "Tạo một bài mới. Mục nào không ghi trong lệnh thì sẽ được hỏi.",
        'new_post.py [--kind LOẠI] [--title "TIÊU ĐỀ"] [--topic CHỦ_ĐỀ] …',
    )
    add = parser.options.add_argument
    add("--kind", metavar="LOẠI", help=", ".join(POST_KINDS))
    add("--title", metavar="TIÊU_ĐỀ", help="tiêu đề của bài")
    add("--topic", metavar="CHỦ_ĐỀ", help="mã trong data/topics.yml, ví dụ vay-von")
    add("--date", metavar="NGÀY", help="ngày của bài, ví dụ 17/10/2026; bỏ trống là hôm nay")
    add("--author", metavar="TÁC_GIẢ", help="họ tên, đơn vị")
    add("--policy", metavar="MÃ", help="bài chính sách: mã trong data/policies.yml")
    add("--channel", metavar="MÃ", help="hỏi đáp: bà con hỏi qua đâu, ví dụ truc-tiep")
    add("--subject", metavar="MÃ", help="gương điển hình: household, group, person…")
    add("--livelihood", metavar="VIỆC", help='gương điển hình: làm gì để sống, ví dụ "nuôi dê"')
    add("--place", metavar="NƠI", help='gương điển hình: ở đâu, ví dụ "làng Ví dụ"')
    add("--year", metavar="NĂM", help="gương điển hình: năm, ví dụ 2026")
    return parser


if __name__ == "__main__":
    sys.exit(guarded(main))
