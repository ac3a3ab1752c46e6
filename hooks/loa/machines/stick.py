"""The edition to carry away, packed for a stick: ``python -m loa.machines.stick FOLDER ZIP``.

The same content on the same day gives the same file, byte for byte, so whoever passes it on can
compare two copies.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from loa import clock
from loa.ask.paths import CARRIED_FOLDER
from loa.disk import zips
from loa.disk.file_names import taken_for_one, why_unfit
from loa.search import ONE_FILE
from loa.text.vietnamese import day_text, number_text

READ_ME = "DOC-TRUOC.txt"
# Made by the generator for a host on the web; on a stick they lead nowhere.
_FOR_A_HOST = ("404.html", "sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True)
class Packed:
    """What was packed, as it is told to the officer."""

    files: int
    bytes: int
    zip_bytes: int


def finish(folder: Path, day: date) -> None:
    """Take away what only a host needs, and say to whoever opens the folder how to begin."""
    for name in _FOR_A_HOST:
        (folder / name).unlink(missing_ok=True)
    files, size = _measure(path for path in _files(folder) if path.name != READ_ME)
    text = _read_me(files + 1, size, day)
    # Notepad on an old Windows knows the letters by the mark, and the lines by both signs.
    (folder / READ_ME).write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())


def unfit_names(folder: Path) -> Iterator[str]:
    """Yield a sentence for each file that a stick or a phone can't hold under its name."""
    names = [_name(path, folder) for path in _files(folder)]
    for name in names:
        if why := why_unfit(name):
            yield f"{name}: {why}; hãy đổi tên tệp gốc"
    for name, other in taken_for_one(names):
        yield f"{name}: chỉ khác «{other}» ở chữ hoa, USB chỉ giữ được một; hãy đổi tên tệp gốc"


def pack(folder: Path, target: Path, day: date) -> Packed:
    """Write the folder as one zip with ``ban-mang-di/`` in it, and return its measures."""
    zips.pack(target, ((_name(path, folder), path) for path in _files(folder)), day)
    files, size = _measure(_files(folder))
    return Packed(files, size, target.stat().st_size)


def megabytes(size: int) -> str:
    """Return a size as people read it: "1,4 MB"."""
    return f"{number_text(Decimal(max(round(size / 100_000), 1)) / 10)} MB"


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _name(path: Path, folder: Path) -> str:
    return f"{CARRIED_FOLDER}/{path.relative_to(folder).as_posix()}"


def _measure(files: Iterable[Path]) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in files]
    return len(sizes), sum(sizes)


def _read_me(files: int, size: int, day: date) -> str:
    return f"""BẢN MANG ĐI, cập nhật đến ngày {day_text(day)}
{files} tệp, {megabytes(size)}. Không cần mạng.

MÁY TÍNH
1. Chép cả thư mục này từ USB vào máy, hoặc mở thẳng trên USB.
2. Nhấp đúp vào tệp index.html.

ĐIỆN THOẠI
1. Chép riêng tệp {ONE_FILE} vào điện thoại. Tệp này có đủ chữ của mọi bài và ô tìm kiếm.
2. Mở tệp ấy bằng trình duyệt (Chrome).

CHUYỂN CHO NGƯỜI KHÁC
Gửi tệp ban-mang-di.zip hoặc riêng tệp {ONE_FILE}.
Khi có bản mới thì xóa bản cũ rồi chép lại, đừng chép chồng lên.
Trước khi làm thủ tục, bà con hỏi lại cán bộ: chính sách có thể đã đổi sau ngày ghi ở trên.
"""


def main(folder: Path, target: Path) -> int:
    """Finish and pack a built folder; tell what came of it."""
    day = clock.today()
    finish(folder, day)
    if wrong := list(unfit_names(folder)):
        print("Có tên tệp không chép được ra USB:", *wrong, sep="\n")  # noqa: T201  a person reads it
        return 1
    made = pack(folder, target, day)
    print(  # noqa: T201  a person reads it
        f"Xong: thư mục {CARRIED_FOLDER}/, {made.files} tệp, {megabytes(made.bytes)}; "
        f"tệp nén {target.name}, {megabytes(made.zip_bytes)}."
    )
    return 0


if __name__ == "__main__":
    # A Windows console may still speak an old code page.
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # always a text file here
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
