"""Previews the site while it is being written: `make serve`, or `python scripts/serve_site.py`."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator

import environment
from console import ROOT, SetupError, guarded, variables

PORTS = range(8000, 8020)
# What MkDocs says, and what an officer reads instead; of the rest of it they read nothing.
_SAID = (
    (re.compile(r"Serving on (\S+)"), "Mở địa chỉ {0} để xem thử; lưu bài là trang tự cập nhật."),
    (re.compile(r"Detected file changes"), "Có tệp vừa lưu, đang dựng lại…"),
    (re.compile(r"Reloading browsers"), "Đã cập nhật trang xem thử."),
)
_LOG = re.compile(r"(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +-  ")


def free_port() -> int:
    """First port that nobody uses: a second window must not end in an error."""
    for port in PORTS:
        with socket.socket() as probe:
            # Only a connection tells on Windows, where two programs may bind the same port.
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise SetupError("Các cổng 8000–8019 đều bận; hãy đóng bớt cửa sổ đang xem thử.")


def in_vietnamese(lines: Iterable[str]) -> Iterator[str]:
    """Yield what an officer needs of what MkDocs says, and all that Loa says."""
    ours = True
    for line in lines:
        if _LOG.match(line):
            ours = False
            for pattern, said in _SAID:
                if found := pattern.search(line):
                    yield said.format(*found.groups()) + "\n"
        elif ours or not line.startswith(" "):
            ours = True
            yield line


def main() -> int:
    """Prepare, then serve until Ctrl+C."""
    environment.prepare()
    print("Đang dựng trang xem thử…")
    print("Bài nháp cũng hiện ở đây. Nhấn Ctrl+C để dừng.", flush=True)
    process = subprocess.Popen(
        [environment.PYTHON, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{free_port()}"],
        cwd=ROOT,
        env=variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    assert process.stdout is not None  # asked for with PIPE
    with process:
        try:
            for line in in_vietnamese(process.stdout):
                print(line, end="", flush=True)
        except KeyboardInterrupt:
            process.wait()  # it was told to stop too
            raise
    return process.returncode


if __name__ == "__main__":
    sys.exit(guarded(main))
