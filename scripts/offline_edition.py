"""Builds the edition that is carried away on a USB stick or a phone: no network, no host.

`python scripts/offline_edition.py` writes ban-mang-di/, where people open index.html, and beside it
the same as one zip to pass on. Phones open copied files one at a time, and have one file for that.
"""

import sys

import environment
from build_site import FAILED, build
from console import ROOT, guarded, run

EDITION = ROOT / "ban-mang-di"
ZIP = ROOT / "ban-mang-di.zip"
NEW_ZIP = ROOT / "build" / "ban-mang-di.zip"


def main() -> int:
    """Prepare, build, pack, and say where it is and how large."""
    environment.prepare()
    print("Đang dựng bản mang đi…")
    built = build(EDITION, config="offline.yml")
    if built not in (0, FAILED):
        print("\nChưa dựng được: hãy sửa những chỗ ghi ở trên rồi chạy lại.", file=sys.stderr)
        return 1
    if (code := run(environment.PYTHON, "-m", "loa.machines.stick", EDITION, NEW_ZIP)) != 0:
        return code
    NEW_ZIP.replace(ZIP)
    print("Máy tính: chép cả thư mục sang USB, mở tệp index.html. Cách làm ghi ở DOC-TRUOC.txt.")
    print("Điện thoại chỉ mở được từng tệp một: chép riêng tệp tim-kiem-mot-tep.html.")
    if built == FAILED:
        print("Bản này thiếu những tệp ghi ở trên.", file=sys.stderr)
    return built


if __name__ == "__main__":
    sys.exit(guarded(main))
