"""A PC that refuses compiled modules: the whole way from check to site, without Pillow."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console import ROOT
from mkdocs_runs import build, project
from photos import SECRET, phone_photo

NAMED = {"image": {"file": "bo.jpg", "alt": "Đàn bò bên chuồng mới"}}


@pytest.fixture
def refused(tmp_path: Path) -> dict[str, str]:
    """The environment of a program that cannot load Pillow."""
    stub = tmp_path / "refused" / "PIL"
    stub.mkdir(parents=True)
    (stub / "__init__.py").write_text('raise ImportError("DLL load failed")\n', encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(stub.parent), str(ROOT / "hooks")])}


def test_the_site_is_built_and_the_officer_told(tmp_path: Path, refused: dict[str, str]) -> None:
    """The site still goes out; one plain sentence says what is missing."""
    town = project(tmp_path / "town")
    town.file("stories/tin-tuc/bo.jpg", phone_photo(640, 480))
    town.file("docs/hop.jpg", phone_photo(640, 480))
    town.post("news", slug="bai", **NAMED)
    said = build(town, "-v", **refused)
    site = town.root / "site"

    assert said.returncode == 0, said.stdout
    assert "máy này không nạp được thư viện ảnh (Pillow)" in said.stdout
    assert "Traceback" not in said.stdout
    page = (site / "tin-tuc/bai/index.html").read_text(encoding="utf-8")
    assert "anh/bia/tin-tuc-bai.svg" in page
    assert "og:image" not in page
    for file in site.rglob("*"):
        if file.is_file():
            assert SECRET.encode() not in file.read_bytes(), file
    assert not (site / "anh/the").exists()


def test_checking_needs_no_pillow(tmp_path: Path, refused: dict[str, str]) -> None:
    """Mistakes are found on every PC."""
    town = project(tmp_path / "town")
    town.post("news", slug="bai", **NAMED)
    code = (
        "import sys; from pathlib import Path; from datetime import date\n"
        "from loa.report import read_checked\n"
        "print(*read_checked(Path(sys.argv[1]), date(2026, 11, 24))[1])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, town.root],
        env=os.environ | refused | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )

    assert said.stderr == ""
    assert "«bo.jpg»: không thấy tệp" in said.stdout
