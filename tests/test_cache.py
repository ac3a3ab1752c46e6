"""What is kept between builds: whole or not there, and gone when nobody may keep it."""

from pathlib import Path

import pytest

from loa.disk import cache
from loa.disk.cache import Cache


def write(text: str, made: list[str] | None = None):
    """A maker of entries that writes one file and notes that it did."""

    def make(place: Path) -> None:
        (place / "a.txt").write_text(text, encoding="utf-8")
        if made is not None:
            made.append(text)

    return make


def test_what_is_known_is_not_made_again(tmp_path: Path) -> None:
    """The second build of a hundred pictures takes a moment."""
    made: list[str] = []
    kept = Cache.of(tmp_path)
    first = kept.entry("anh", "a", write("một", made))
    again = Cache.of(tmp_path).entry("anh", "a", write("hai", made))

    assert (first, made) == (again, ["một"])
    assert first == tmp_path / ".cache/anh/a"
    assert (again / "a.txt").read_text(encoding="utf-8") == "một"


def test_a_build_that_is_stopped_leaves_nothing_half_done(tmp_path: Path) -> None:
    """Pulling the plug never puts half a picture on the site."""

    def stopped(place: Path) -> None:
        (place / "a.txt").write_text("nửa", encoding="utf-8")
        raise KeyboardInterrupt

    kept = Cache.of(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        kept.entry("anh", "a", stopped)

    assert list((tmp_path / ".cache/anh").iterdir()) == []
    assert (kept.entry("anh", "a", write("cả")) / "a.txt").read_text(encoding="utf-8") == "cả"


def test_two_builds_at_once_agree(tmp_path: Path) -> None:
    """A preview may run while the public site is built."""
    kept = Cache.of(tmp_path)

    def meanwhile(place: Path) -> None:
        (place / "a.txt").write_text("sau", encoding="utf-8")
        kept.entry("anh", "a", write("trước"))

    entry = kept.entry("anh", "a", meanwhile)

    assert (entry / "a.txt").read_text(encoding="utf-8") == "trước"
    assert [found.name for found in (tmp_path / ".cache/anh").iterdir()] == ["a"]


def test_what_is_not_wanted_goes(tmp_path: Path) -> None:
    """A withdrawn picture leaves this machine too, and so does what a stopped build left."""
    kept = Cache.of(tmp_path)
    for name in ("a", "b", "tmp-x"):
        kept.entry("anh", name, write(name))
    kept.keep("anh", lambda name: name != "b")
    kept.keep("the", lambda name: False)

    assert [found.name for found in (tmp_path / ".cache/anh").iterdir()] == ["a"]


def test_a_folder_that_cannot_be_written_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is built from a read-only copy as well."""

    def refuse(**where: object) -> None:
        raise PermissionError

    monkeypatch.setattr(cache.tempfile, "TemporaryFile", refuse)
    entry = Cache.of(tmp_path).entry("anh", "a", write("một"))

    assert tmp_path not in entry.parents
    assert (entry / "a.txt").read_text(encoding="utf-8") == "một"
