"""The officer's preview: it follows every save, shows drafts, and survives mistakes."""

import os
import queue
import socket
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_runs import ENVIRONMENT, MKDOCS, project
from patience import LONGEST
from serve_site import in_vietnamese
from town import Town

BUILDING, READY = "Building documentation...", "Serving on"
# Seconds without a line, six times what MkDocs waits before it looks for changes: that a second
# build does not come can only be seen by waiting. On a slow machine it may be missed, never seen
# where there is none.
QUIET = 3


class Preview:
    """A running ``mkdocs serve`` and everything it says."""

    def __init__(self, town: Town) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.said: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        self._process = subprocess.Popen(
            [*MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{self.port}"],
            cwd=town.root,
            env=os.environ | ENVIRONMENT | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            for line in stream:
                self._lines.put(line)

    def wait_for(self, words: str) -> None:
        """Listen until it says ``words`` anew."""
        while True:
            try:
                self.said.append(self._lines.get(timeout=LONGEST))
            except queue.Empty:
                pytest.fail(f"«{words}» was never said:\n{''.join(self.said)}")
            if words in self.said[-1]:
                return

    def wait_until_quiet(self) -> None:
        """Listen until nothing is said any more."""
        while True:
            try:
                self.said.append(self._lines.get(timeout=QUIET))
            except queue.Empty:
                return

    def builds(self) -> int:
        """How often the site was built so far."""
        return sum(BUILDING in line for line in self.said)

    def page(self, address: str) -> str:
        """A page as the officer sees it."""
        url = f"http://127.0.0.1:{self.port}/{address}"
        try:
            with urllib.request.urlopen(url, timeout=LONGEST) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as lost:
            return str(lost.read().decode())

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait()


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """A town with one public post and one draft."""
    town = project(tmp_path)
    town.post("news", slug="tin", title="Tin đã đăng")
    town.post("news", slug="nhap", status="draft", title="Tin còn viết")
    return town


@pytest.fixture
def preview(town: Town) -> Iterator[Preview]:
    """A preview that is ready to be looked at."""
    running = Preview(town)
    try:
        running.wait_for(READY)
        yield running
    finally:
        running.stop()


def test_the_preview_follows_the_officer(town: Town, preview: Preview) -> None:
    """Each save in stories/ or data/ shows after exactly one rebuild; a slip is told and undone."""
    assert preview.builds() == 1
    assert "Tin còn viết" in preview.page("tin-tuc/")
    assert "Bản nháp, chưa đăng" in preview.page("tin-tuc/nhap/")
    assert "Bản nháp, chưa đăng" not in preview.page("tin-tuc/tin/")

    town.post("news", slug="tin", title="Tin đã sửa")
    preview.wait_for("Reloading browsers")
    preview.wait_until_quiet()
    assert preview.builds() == 2
    assert "Tin đã sửa" in preview.page("tin-tuc/tin/")

    town.township(site_name="Tên mới của trang")
    preview.wait_for("Reloading browsers")
    preview.wait_until_quiet()
    assert preview.builds() == 3
    assert "Tên mới của trang" in preview.page("")

    slip = town.post("news", slug="tin", title="Tin hỏng", date="31/02/2026")
    told = f"{slip}:4: «date»: không có ngày «31/02/2026» trong lịch; hãy xem lại"
    preview.wait_for("Reloading browsers")
    assert "Tin đã sửa" in preview.page("tin-tuc/tin/")
    for address in ("", "tin-tuc/tin/", "tin-tuc/", "huong-dan/", "khong-co-trang-nay/"):
        assert told in preview.page(address)
    assert ".loa-mistakes" in preview.page("xem-thu.css")
    said = "".join(preview.said)
    assert told in said
    assert "Traceback" not in said
    assert "appear stuck" not in said

    town.post("news", slug="tin", title="Tin đã lành")
    preview.wait_for("Reloading browsers")
    assert "Tin đã lành" in preview.page("tin-tuc/tin/")
    assert "loa-mistakes" not in preview.page("tin-tuc/tin/")
    assert preview.builds() == 5


def test_a_preview_that_begins_with_a_mistake_tells_it(town: Town) -> None:
    """Who starts the preview of a broken post sees what to mend, and the pages once it is done."""
    slip = town.post("news", slug="hong", date="31/02/2026")
    told = f"{slip}:4: «date»: không có ngày «31/02/2026» trong lịch; hãy xem lại"
    preview = Preview(town)
    try:
        preview.wait_for(READY)
        for address in ("", "tin-tuc/tin/"):
            assert "Chưa có trang nào để xem thử" in preview.page(address)
            assert told in preview.page(address)
            assert '<meta http-equiv="refresh"' in preview.page(address)
        town.post("news", slug="hong", title="Tin đã lành")
        preview.wait_for("Reloading browsers")
        assert "Tin đã lành" in preview.page("tin-tuc/hong/")
        assert "livereload(" in preview.page("tin-tuc/hong/")
        assert "Content-Security-Policy" not in preview.page("tin-tuc/hong/")
    finally:
        preview.stop()
    town.post("news", slug="hong", date="31/02/2026")
    again = Preview(town)
    try:
        again.wait_for(READY)
        assert "Tin đã lành" in again.page("tin-tuc/hong/")
        assert "không có ngày «31/02/2026»" in again.page("tin-tuc/hong/")
    finally:
        again.stop()
    assert "Traceback" not in "".join((*preview.said, *again.said))


def test_the_console_of_a_preview_speaks_vietnamese() -> None:
    """An officer reads where to look and what was saved, not what a program says to another."""
    said = [
        "INFO    -  Building documentation...\n",
        "INFO    -  [08:00:00] Serving on http://127.0.0.1:8000/\n",
        "INFO    -  [08:00:01] Browser connected: http://127.0.0.1:8000/\n",
        "INFO    -  [08:00:02] Detected file changes\n",
        "Nội dung cần sửa:\n",
        "stories/tin-tuc/tin.md:4: «date»: không có ngày này\n",
        "WARNING -  [08:00:03] Something of a library\n",
        "  and its second line\n",
        "INFO    -  [08:00:04] Reloading browsers\n",
    ]

    assert "".join(in_vietnamese(said)) == (
        "Mở địa chỉ http://127.0.0.1:8000/ để xem thử; lưu bài là trang tự cập nhật.\n"
        "Có tệp vừa lưu, đang dựng lại…\n"
        "Nội dung cần sửa:\n"
        "stories/tin-tuc/tin.md:4: «date»: không có ngày này\n"
        "Đã cập nhật trang xem thử.\n"
    )
