"""Previews the site while it is being written: `make serve`, or `python scripts/serve_site.py`."""

import socket
import sys

import environment
from console import SetupError, guarded, run

PORTS = range(8000, 8020)


def free_port() -> int:
    """First port that nobody uses: a second window must not end in an error."""
    for port in PORTS:
        with socket.socket() as probe:
            # Only a connection tells on Windows, where two programs may bind the same port.
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise SetupError("Các cổng 8000–8019 đều bận; hãy đóng bớt cửa sổ đang xem thử.")


def main() -> int:
    """Prepare, then serve until Ctrl+C."""
    environment.prepare()
    print("Mở địa chỉ ở dòng «Serving on» để xem thử; lưu bài là trang tự cập nhật.")
    print("Bài nháp cũng hiện ở đây. Nhấn Ctrl+C để dừng.")
    return run(environment.PYTHON, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{free_port()}")


if __name__ == "__main__":
    sys.exit(guarded(main))
