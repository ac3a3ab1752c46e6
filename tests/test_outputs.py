"""A tiny town and everything it produces: what residents will see changes only on purpose."""

from datetime import date
from pathlib import Path

import pytest

from loa.ask.paths import Edition
from loa.outputs import Output, build_site

HERE = Path(__file__).parent
SAMPLE, EXPECTED = HERE / "sample", HERE / "expected"


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Every file of the sample site."""
    edition = Edition(site_url="https://dak-thu.example.org/")
    site = build_site(SAMPLE, date(2026, 11, 24), edition)
    return {output.path: _as_read(output) for output in site.outputs if _is_text(output)}


def _as_read(output: Output) -> str:
    """What a person reads of a file, its lines ended as the repository ends them."""
    content = output.content
    text = content.decode("utf-8") if isinstance(content, bytes) else str(content)
    return text.replace("\r\n", "\n")


@pytest.fixture(scope="module")
def read(made: dict[str, str]) -> dict[str, str]:
    """What people and feed readers read; style sheets, scripts and the index are left out."""
    return {path: text for path, text in made.items() if not path.startswith("assets/")}


def test_the_site_holds_exactly_the_expected_files(read: dict[str, str], bless: bool) -> None:
    """A page that appears or vanishes shows in review."""
    if bless:
        _write(read)

    assert sorted(read) == _expected_paths()


def test_every_file_reads_as_expected(read: dict[str, str], bless: bool) -> None:
    """A changed sentence on any page, feed or data file shows in review.

    Accept a change with ``pytest tests/test_outputs.py --bless`` and read the diff.
    """
    changed = [
        path
        for path in _expected_paths()
        if path in read and read[path] != (EXPECTED / path).read_text(encoding="utf-8")
    ]

    assert changed == []


def test_a_withdrawn_story_leaves_no_word_behind(made: dict[str, str]) -> None:
    """A family that takes its consent back is nowhere on the site any more."""
    assert [path for path, text in made.items() if "rutlai" in text.lower()] == []


def test_a_draft_is_not_in_the_public_site(made: dict[str, str]) -> None:
    """An unfinished post with mistakes neither appears nor stops the others."""
    assert not any("ban-nhap" in path for path in made)


def _is_text(output: Output) -> bool:
    """Share cards are looked at, not read; a calendar is text."""
    return isinstance(output.content, str) or output.path.endswith(".ics")


def _expected_paths() -> list[str]:
    files = (path for path in EXPECTED.rglob("*") if path.is_file())
    return sorted(path.relative_to(EXPECTED).as_posix() for path in files)


def _write(read: dict[str, str]) -> None:
    for path in _expected_paths():
        (EXPECTED / path).unlink()
    for path, text in read.items():
        target = EXPECTED / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
