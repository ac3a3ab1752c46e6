"""How long the kit of a hundred posts takes, and how little a run costs that has nothing to do."""

import sys
import time
from pathlib import Path

import pytest

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from photos import phone_photo
from test_kit import made
from town import TODAY, Town

pytestmark = pytest.mark.proof

POSTS, PHOTOS = 100, 12
KINDS = ("news", "story", "policy", "question")
PARAGRAPH = (
    "Bà con cùng nhau làm, từ ngày 17/10/2026 đến 18/11/2026, hết 2.500.000 đồng mỗi hộ. " * 4
)


@pytest.fixture
def hundred(tmp_path: Path) -> Town:
    """A hundred posts, two photos from a phone in each."""
    town = Town(tmp_path)
    for number in range(PHOTOS):
        photo = phone_photo(3000, 2250, seed=number)
        for section in ("tin-tuc", "guong-dien-hinh", "chinh-sach", "hoi-dap"):
            town.file(f"stories/{section}/anh/{number}.jpg", photo)
    for number in range(POSTS):
        one, two = number % PHOTOS, (number + 5) % PHOTOS
        town.post(
            KINDS[number % len(KINDS)],
            slug=f"bai-so-{number}",
            title=f"Bài số {number} của làng",
            body=f"{PARAGRAPH}\n\n## Mục\n\n{PARAGRAPH}\n\n![Ảnh trong bài này](anh/{two}.jpg)\n",
            image={"file": f"anh/{one}.jpg", "alt": "Một tấm ảnh từ điện thoại"},
        )
    return town


def test_a_second_run_costs_next_to_nothing(
    hundred: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    """The officer can run it after every small change without waiting."""
    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        run = made(hundred)
        seconds.append(time.perf_counter() - started)
    with capsys.disabled():
        files = [path for path in (hundred.root / "kit").rglob("*") if path.is_file()]
        megabytes = sum(path.stat().st_size for path in files) / 1e6
        sys.stdout.write(
            f"\n{POSTS} posts: {seconds[0]:.1f} s, again {seconds[1]:.2f} s "
            f"({100 * seconds[1] / seconds[0]:.1f} %), {len(files)} files, {megabytes:.0f} MB "
        )

    assert run.anew == ()
    assert seconds[1] < 0.1 * seconds[0]
    assert Showing(hundred.content(), TODAY, Edition()).published
