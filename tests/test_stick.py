"""The edition that is carried away: complete, dated, with names for every disk, always the same."""

import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from console import ROOT
from loa.machines.stick import READ_ME, Packed, finish, megabytes, pack, unfit_names
from mkdocs_runs import build, project
from papers import pdf
from town import TODAY, small_picture

HOST_ONLY = ("404.html", "sitemap.xml", "rss.xml", "huong-dan", "assets/javascripts")


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished folder of a town with a photo, a file to take away and a moved post."""
    town = project(tmp_path_factory.mktemp("town"), use_directory_urls="false")
    town.file("stories/tin-tuc/anh/bo.jpg", small_picture())
    image = {"file": "anh/bo.jpg", "alt": "Bò ăn cỏ bên bờ suối"}
    town.post("news", slug="tin", image=image, replaces=["tin-cu/tin/"])
    town.post("policy", slug="vay")
    town.file("docs/tai-ve/don.pdf", pdf())
    town.page("tai-ve.md", "[Đơn đề nghị](tai-ve/don.pdf)")
    town.file("docs/huong-dan/index.md", "---\ntemplate: guide.html\n---\n# Hướng dẫn\n")
    run = build(town)
    assert run.returncode == 0, run.stdout
    finish(town.root / "site", TODAY)
    return town.root / "site"


def test_it_holds_what_people_read_and_nothing_else(carried: Path) -> None:
    """A stick carries pages, pictures and search; not what only hosts and officers use."""
    for name in (
        *("index.html", "tin-tuc/tin.html", "lich.html", "tim-kiem-mot-tep.html", READ_ME),
        *("assets/css/loa.css", "assets/js/loa.js", "tai-ve/don.pdf"),
    ):
        assert (carried / name).is_file(), name
    assert [name for name in HOST_ONLY if (carried / name).exists()] == []
    assert list(carried.rglob("*.map")) == []


def test_every_page_says_how_old_it_is(carried: Path) -> None:
    """A copy that is passed on for years never looks like today's."""
    pages = {path: path.read_text("utf-8") for path in carried.rglob("*.html")}
    read = {path: text for path, text in pages.items() if 'http-equiv="refresh"' not in text}

    assert len(read) > 15
    silent = [path.name for path, text in read.items() if "ập nhật đến ngày 24/11/2026" not in text]
    assert silent == []


def test_a_web_page_has_no_such_line(tmp_path: Path) -> None:
    """On the web the page is as new as the site."""
    town = project(tmp_path)
    town.post("news")
    assert build(town).returncode == 0

    assert "Bản mang đi" not in (town.root / "site/index.html").read_text("utf-8")


def test_it_is_shared_by_its_address_on_the_web(carried: Path) -> None:
    """A link sent from a stick opens on another phone."""
    told = {
        name: (carried / name).read_text("utf-8")
        for name in ("index.html", "tin-tuc/tin.html", "chu-de/index.html")
    }
    own = "https://dakthu.gialai.gov.vn/"

    assert f'<link rel="canonical" href="{own}">' in told["index.html"]
    assert f'<link rel="canonical" href="{own}tin-tuc/tin/">' in told["tin-tuc/tin.html"]
    assert f'<link rel="canonical" href="{own}chu-de/">' in told["chu-de/index.html"]


def test_the_note_beside_it_says_how_to_begin(carried: Path) -> None:
    """Whoever finds the stick knows what to open, how old and how large it is; in Notepad too."""
    raw = (carried / READ_ME).read_bytes()
    text = raw.decode("utf-8-sig")

    assert raw.startswith(b"\xef\xbb\xbf")
    assert text.count("\r\n") == text.count("\n")
    assert "cập nhật đến ngày 24/11/2026" in text
    assert "index.html" in text
    files = [path for path in carried.rglob("*") if path.is_file()]
    assert f"{len(files)} tệp, " in text
    assert megabytes(sum(path.stat().st_size for path in files)) in text


def test_no_name_breaks_on_a_stick(carried: Path) -> None:
    """Copying never stops in the middle."""
    assert list(unfit_names(carried)) == []


def test_a_bad_name_is_told_and_nothing_is_packed(carried: Path, tmp_path: Path) -> None:
    """The officer hears which file to rename before the sticks are handed out."""
    folder = tmp_path / "ban"
    folder.mkdir()
    (folder / "con.html").write_text("x")
    command = [sys.executable, "-m", "loa.machines.stick", str(folder), str(tmp_path / "ban.zip")]
    environment = os.environ | {"LOA_TODAY": "2026-11-24", "PYTHONUTF8": "1"}
    run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", cwd=ROOT)

    assert run.returncode == 1
    assert "ban-mang-di/con.html: «con» là tên Windows giữ riêng; hãy đổi tên tệp gốc" in run.stdout
    assert not (tmp_path / "ban.zip").exists()


def packed_again(carried: Path, folder: Path, stamp: float) -> tuple[bytes, Packed]:
    """A copy of the folder, touched at another time, packed."""
    for path in sorted(carried.rglob("*"), reverse=True):
        if path.is_file():
            copy = folder / "ban" / path.relative_to(carried)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (stamp, stamp))
    made = pack(folder / "ban", folder / "ban.zip", TODAY)
    return (folder / "ban.zip").read_bytes(), made


def test_the_same_day_gives_the_same_zip(carried: Path, tmp_path: Path) -> None:
    """Two people can compare their copies, and see that nothing was slipped in."""
    first, _ = packed_again(carried, tmp_path / "mot", 1_000_000_000)
    second, made = packed_again(carried, tmp_path / "hai", 1_500_000_000)

    assert first == second
    assert made.zip_bytes == len(second) < made.bytes


def test_the_zip_unpacks_to_the_same_folder(carried: Path, tmp_path: Path) -> None:
    """Whoever gets the zip from phone to phone has all of it."""
    pack(carried, tmp_path / "ban.zip", date(2026, 11, 24))
    with zipfile.ZipFile(tmp_path / "ban.zip") as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path)
    files = {path.relative_to(carried) for path in carried.rglob("*") if path.is_file()}
    unpacked = tmp_path / "ban-mang-di"

    assert {path.relative_to(unpacked) for path in unpacked.rglob("*") if path.is_file()} == files
    assert all((unpacked / path).read_bytes() == (carried / path).read_bytes() for path in files)


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0,1 MB"), (1_349_000, "1,3 MB"), (3_000_000, "3 MB"), (12_340_000, "12,3 MB")],
)
def test_sizes_are_told_as_people_read_them(size: int, said: str) -> None:
    """Somebody with a small stick knows beforehand whether it fits."""
    assert megabytes(size) == said
