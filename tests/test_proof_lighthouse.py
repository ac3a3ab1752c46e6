"""Lighthouse, on the phone it imagines: a slow processor and a slow line; the table is printed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from PIL import Image, ImageDraw, ImageFilter

from browser_pages import address_of
from browser_sites import build_changed, copy_project
from conftest import CHROMIUM_ARGUMENTS
from console import ROOT
from system_tools import CHROMIUM, NODE
from town import front_matter
from web_server import served

pytestmark = pytest.mark.proof

LIGHTHOUSE = ROOT / "tests" / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 5
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
STORY = "guong-dien-hinh/vuon-chung-2026/"
FINDER = "chinh-sach/tim/"

_STORY = {
    "id": "GD-PRF1",
    "title": "Cả tổ cùng trồng xen, vườn già có thêm vụ thu",
    "date": "2026-11-01",
    "summary": "Một tổ trồng xen tiêu vào vườn cà phê già, cùng giữ nước tưới mùa khô; bài dựng "
    "riêng để đo tốc độ trang có ảnh.",
    "author": "Kiểm thử",
    "topics": ["san-xuat"],
    "subject": "group",
    "status": "published",
    "image": {"file": "anh/vuon.jpg", "alt": "Vườn cà phê xen tiêu nhìn từ đầu dốc"},
    "photos": [
        {"file": "anh/suoi.jpg", "alt": "Ống dẫn nước từ suối lên vườn"},
        {"file": "anh/kho.jpg", "alt": "Sân phơi cạnh kho của tổ"},
    ],
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Pages of the repository's own site with one more story, which has photos, by their names."""
    project, site = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("site")
    copy_project(project)
    folder = project / "stories" / "guong-dien-hinh"
    (folder / "anh").mkdir(exist_ok=True)
    for number, name in enumerate(("vuon", "suoi", "kho")):
        photo(number).save(folder / "anh" / f"{name}.jpg", quality=88)
    text = "Vườn già mà chưa cằn. " * 60
    (folder / "vuon-chung-2026.md").write_text(f"---\n{front_matter(_STORY)}---\n{text}\n", "utf-8")
    build_changed(site, project, site_url="https://khong-ten.example/")
    found = {"home": "", "policy list": "chinh-sach/", "story with photos": STORY}
    found["policy"] = address_of("policy", site)
    if (site / FINDER / "index.html").is_file():
        found["finder"] = FINDER
    with served(site, packed=True) as running:
        yield {name: running + path for name, path in found.items()}


def photo(number: int) -> Image.Image:
    """Something with the edges and hues of a photo, large as a phone takes it."""
    picture = Image.new("RGB", (3000, 2250), (96 + 40 * number, 120, 70))
    draw = ImageDraw.Draw(picture)
    for step in range(1500):
        x, y, size = step * 7919 % 3000, step * 104_729 % 2250, 20 + step * 31 % 160
        hue = (step * 13 % 200, 60 + step * 7 % 160, step * 29 % 140)
        draw.ellipse((x, y, x + size, y + size // 2), fill=hue)
    return picture.filter(ImageFilter.GaussianBlur(3))


def scores(url: str, folder: Path) -> tuple[dict[str, float], list[str]]:
    """One run: the four scores, and the names of the checks that lost points."""
    report = folder / "report.json"
    flags = " ".join(("--headless=new", *CHROMIUM_ARGUMENTS)).replace("MAP * ~NOTFOUND, ", "")
    done = subprocess.run(
        [
            *(NODE.find(), LIGHTHOUSE, url, "--quiet", "--no-enable-error-reporting"),
            *("--output=json", f"--output-path={report}", f"--chrome-flags={flags}"),
            f"--only-categories={','.join(LEAST)}",
        ],
        env=os.environ | {"CHROME_PATH": CHROMIUM.find() or ""},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(report.read_text("utf-8"))
    found = {name: round(said["categories"][name]["score"] * 100) for name in LEAST}
    weighty = {
        reference["id"]
        for category in said["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"]
    }
    lost = [
        f"{name}: {audit.get('displayValue') or audit['title']}"
        for name, audit in said["audits"].items()
        if name in weighty and audit["score"] is not None and audit["score"] < 0.9
    ]
    return found, lost


def test_lighthouse(
    pages: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pages that people meet first are quick, open to all, sound, and can be found."""
    missed = []
    with capsys.disabled():
        sys.stdout.write(f"\nLighthouse, mobile, median of {RUNS}: {', '.join(LEAST)}\n")
        for name, address in pages.items():
            runs = [scores(address, tmp_path) for _ in range(RUNS)]
            middle = {what: median(run[what] for run, _ in runs) for what in LEAST}
            sys.stdout.write(f"{name:>20}  {'  '.join(f'{v:>3.0f}' for v in middle.values())}\n")
            sys.stdout.flush()
            lost = sorted({line for _, lines in runs for line in lines})
            missed += [
                f"{name}: {what} {middle[what]:.0f} < {least} {lost}"
                for what, least in LEAST.items()
                if middle[what] < least
            ]

    assert not missed, "\n".join(missed)
