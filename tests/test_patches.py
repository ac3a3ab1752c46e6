"""New files are put into a site: who is stopped half way finds all of them at the next run."""

import json
from pathlib import Path

import pytest

from loa.plan import patches, tree


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three files, one of them alone in its folder."""
    for name in ("index.html", "assets/cu.css", "tin/mot/index.html"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"cũ {name}", encoding="utf-8")
    return tmp_path / "site"


def _standing(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


WANTED = {"index.html": "mới", "assets/moi.css": "mới"}


def test_new_files_come_and_old_ones_go(site: Path) -> None:
    """What nobody needs any more goes, with the folder that held nothing else."""
    made = {path: text.encode() for path, text in WANTED.items()}
    patches.put(site, site.with_name("beside"), made, ["assets/cu.css", "tin/mot/index.html"])

    assert _standing(site) == WANTED
    assert not (site / "tin").exists()
    assert not site.with_name("beside").exists()


def test_a_run_that_was_stopped_is_finished(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power goes after the first file was moved: the next build brings the rest."""
    moved: list[Path] = []
    replace = Path.replace

    def stopping(self: Path, target: Path) -> Path:
        if moved:
            raise KeyboardInterrupt
        moved.append(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stopping)
    made = {path: text.encode() for path, text in WANTED.items()}
    with pytest.raises(KeyboardInterrupt):
        patches.put(site, site.with_name("site.moi"), made, ["assets/cu.css"])
    monkeypatch.undo()
    assert "index.html" in _standing(site)  # pages go last: the old one still stands, whole

    tree.recover(site)

    assert _standing(site) == {**WANTED, "tin/mot/index.html": "cũ tin/mot/index.html"}
    assert not site.with_name("site.moi").exists()


def test_a_run_that_had_not_begun_to_move_changes_nothing(site: Path) -> None:
    """Files that were written beside the site, without the list, are nobody's."""
    beside = site.with_name("site.moi")
    beside.mkdir()
    (beside / "0").write_text("nửa tệp", encoding="utf-8")
    (beside / "danh-sach.json.moi").write_text(json.dumps({"put": ["index.html"], "gone": []}))
    before = _standing(site)

    tree.recover(site)

    assert _standing(site) == before


def test_a_folder_in_the_way_is_no_end(site: Path) -> None:
    """Somebody made a folder where a page belongs: the site is put together anew."""
    for number in range(20):
        (site / f"{number}.css").write_text("cũ", encoding="utf-8")
    (site / "moi.html").mkdir()
    standing = tree.signatures(site)

    tree.bring_up(site, [*standing, "moi.html"], {"moi.html": b"x"}, standing)

    assert (site / "moi.html").read_bytes() == b"x"
    assert (site / "index.html").read_text(encoding="utf-8") == "cũ index.html"
