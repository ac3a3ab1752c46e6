"""Reads any text on standard input and prints it as it is to be spoken.

`python scripts/read_aloud.py < bai.txt`; what it is not sure of goes to standard error.
"""

import io
import sys
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, SetupError, guarded
from loa.load import load_content
from loa.reading import read_aloud


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Print the spoken text; 1 where the town's own readings cannot be read."""
    Arguments(
        "Đổi số, ngày, tiền, chữ viết tắt trong một văn bản ra lời để đọc trên loa.",
        "read_aloud.py < TỆP",
    ).parse_args(arguments)
    loaded = load_content(root)
    if loaded.content is None:
        data = sorted(found for found in loaded.problems if found.path.startswith("data/"))
        print(*data, "Dữ liệu đang có chỗ sai; hãy sửa rồi làm lại.", sep="\n", file=sys.stderr)
        return 1
    readings = {entry.written: entry.spoken for entry in loaded.content.speech.readings}
    spoken = read_aloud(_typed(), readings)
    print(spoken.text.rstrip("\n"))
    if spoken.unsure:
        print("\nChưa chắc cách đọc, xem lại trước khi đọc:", file=sys.stderr)
        print(*(f"- {doubt}" for doubt in spoken.unsure), sep="\n", file=sys.stderr)
    return 0


def _typed() -> str:
    # A Windows pipe would be taken for the console's own letters.
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise SetupError("Văn bản không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8.") from None


if __name__ == "__main__":
    sys.exit(guarded(main))
