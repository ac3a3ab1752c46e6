"""A version is made from a changelog that officers can read, in one commit with one tag."""

import re
import subprocess
from pathlib import Path

import pytest

import changelog
import release
from console import SetupError

ROOT = Path(release.__file__).parent.parent

LOG = """# Những thay đổi

## [Chưa phát hành]

### Thêm

- **Tờ rơi khổ A6.** Bỏ vừa túi áo.
  *A format of the kit.*

### Sửa

- Ngày trên tờ rơi theo đúng
  ngày in.
  *The day of a leaflet.*
"""
PROJECT = '[project]\nname = "loa"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n'


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scratch repository that is ready for a release."""
    monkeypatch.setenv("LOA_TODAY", "2026-12-01")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Loa")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "loa@dak-thu.example.org")
    (tmp_path / "CHANGELOG.md").write_text(LOG, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "commit.gpgsign", "false")
    git(tmp_path, "config", "tag.gpgsign", "false")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "A town")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode("utf-8").strip()


def test_a_release_is_one_commit_with_one_tag(repository: Path) -> None:
    """Whoever gets a version can say which, and read what is new in it."""
    assert release.main(["0.2.0", "--write"], repository) == 0

    log = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    assert log == LOG.replace("hành]\n", "hành]\n\n## [0.2.0] - 2026-12-01\n")
    assert changelog.waiting(log) == ""
    project = (repository / "pyproject.toml").read_text(encoding="utf-8")
    assert project == PROJECT.replace("0.1.0", "0.2.0")
    assert git(repository, "log", "--format=%s") == "Version 0.2.0\nA town"
    assert git(repository, "cat-file", "-t", "v0.2.0") == "tag"
    assert git(repository, "rev-parse", "v0.2.0^{}") == git(repository, "rev-parse", "HEAD")
    assert git(repository, "status", "--porcelain") == ""


def test_a_release_is_shown_before_it_is_made(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number typed by mistake leaves nothing behind."""
    assert release.main(["0.2.0"], repository) == 0

    assert "Bản 0.2.0 sẵn sàng." in capsys.readouterr().out
    assert git(repository, "log", "--format=%s") == "A town"
    assert git(repository, "tag") == ""


def test_the_first_version_may_be_the_one_that_stands_there(repository: Path) -> None:
    """What was never released needs no higher number."""
    assert release.main(["0.1.0", "--write"], repository) == 0
    assert git(repository, "tag") == "v0.1.0"


def test_the_same_version_is_not_made_twice(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One number means one state of the program."""
    release.main(["0.2.0", "--write"], repository)

    assert release.main(["0.2.0", "--write"], repository) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Bản mới phải cao hơn bản đã phát hành 0.2.0.",
        "Thẻ v0.2.0 đã có rồi.",
        "CHANGELOG.md: dưới «## [Chưa phát hành]» chưa có mục nào; hãy ghi bản này có gì mới.",
    ]


def test_what_is_in_the_way_is_told_at_once(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything to mend before a release is on one screen."""
    log = LOG.replace("  *A format of the kit.*\n", "").replace("### Sửa", "### Fixed")
    (repository / "CHANGELOG.md").write_text(log, encoding="utf-8")

    assert release.main(["0.0.9", "--write"], repository) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Còn thay đổi chưa ghi vào git; hãy ghi hoặc cất đi rồi chạy lại.",
        "Bản mới không được thấp hơn bản trong pyproject.toml, 0.1.0.",
        "CHANGELOG.md: các phần phải là, theo thứ tự này: Thêm, Đổi, Sắp bỏ, Bỏ, Sửa, An toàn.",
        "CHANGELOG.md: mục «**Tờ rơi khổ A6.** Bỏ vừa túi áo.…» thiếu dòng tiếng Anh in nghiêng "
        "ở cuối.",
    ]


@pytest.mark.parametrize("version", ["1.0", "v1.0.0", "01.0.0", "1.0.0-rc1"])
def test_a_number_that_is_no_version_says_how_to_write_one(repository: Path, version: str) -> None:
    """Tags can be sorted by whoever looks for the newest."""
    with pytest.raises(SetupError, match=r"ví dụ 0\.2\.0"):
        release.main([version], repository)


def test_the_projects_own_changelog_is_fit_to_go_out() -> None:
    """What changed is written down in order, for officers and for developers."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = [told for told in changelog.mistakes(text) if "chưa có mục nào" not in told]

    assert found == []


def test_the_version_is_told_once() -> None:
    """No second place is forgotten when the number is raised."""
    version = re.escape(release.current_version(ROOT))
    told = re.compile(rf"(?i)version\W{{1,6}}v?{version}(?!\.?\d)")
    program = [*ROOT.glob("scripts/*.py"), *ROOT.glob("hooks/**/*.py"), *ROOT.glob("*.toml")]
    twice = [path.name for path in program if told.search(path.read_text(encoding="utf-8"))]

    assert twice == ["pyproject.toml"]
