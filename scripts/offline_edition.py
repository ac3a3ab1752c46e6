"""Builds the edition that is carried away on a USB stick or a phone: no network, no host.

`python scripts/offline_edition.py` writes ban-mang-di/; people open index.html in it.
"""

import sys

import environment
from build_site import build, put_in_place
from console import ROOT, guarded

EDITION = ROOT / "ban-mang-di"
NEW_EDITION = ROOT / "build" / "ban-mang-di"


def main() -> int:
    """Prepare, build, and say where it is and how large."""
    environment.prepare()
    print("Đang dựng bản mang đi…")
    if build(NEW_EDITION, config="offline.yml") != 0:
        print("\nChưa dựng được: hãy sửa những chỗ ghi ở trên rồi chạy lại.", file=sys.stderr)
        return 1
    put_in_place(NEW_EDITION, EDITION)
    files = [file for file in EDITION.rglob("*") if file.is_file()]
    megabytes = sum(file.stat().st_size for file in files) / 1_000_000
    size = f"{megabytes:.1f}".replace(".", ",")
    print(f"Xong: thư mục {EDITION.name}/, {len(files)} tệp, {size} MB.")
    print("Chép cả thư mục sang USB hay điện thoại, rồi mở tệp index.html.")
    print("Điện thoại chỉ mở được từng tệp một: chép riêng tệp tim-kiem-mot-tep.html.")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
