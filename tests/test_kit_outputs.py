"""The whole kit of the tiny town: what goes to paper, loudspeaker and other sites, word by word."""

import shutil
from datetime import date
from pathlib import Path

import pytest

import kit_texts
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.exports.kit.formats import FORMATS
from loa.exports.kit.make import make_kit
from loa.load import load_content
from loa.model.posts import POST_KINDS
from town import plain_photo

HERE = Path(__file__).parent
SAMPLE, EXPECTED = HERE / "sample", HERE / "expected-kit"
GROVE = "image: {file: anh/vuon.jpg, alt: Vườn cà phê trồng xen tiêu, credit: Cán bộ ví dụ}\n"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample town, in which one story has a photo."""
    root = tmp_path_factory.mktemp("kit") / "town"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns(".cache"))
    story = root / "stories" / "guong-dien-hinh" / "ca-phe-lang-vi-du-2024.md"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("subject:", f"{GROVE}subject:"), encoding="utf-8")
    photo = story.parent / "anh" / "vuon.jpg"
    photo.parent.mkdir()
    photo.write_bytes(plain_photo(1600, 1200))
    return root


@pytest.fixture(scope="module")
def read(town: Path) -> dict[str, str]:
    """Every file of the kit as it is read."""
    edition = Edition(site_url="https://dak-thu.example.org/")
    showing = Showing(load_content(town).content, date(2026, 11, 24), edition)
    assert make_kit(showing, town / "kit").problems == ()
    found = {}
    for path in sorted((town / "kit").rglob("*")):
        if path.is_file():
            name = path.relative_to(town / "kit").as_posix()
            kept_as, text = kit_texts.read(name, path.read_bytes())
            found[kept_as] = text
    return found


def test_the_kit_holds_exactly_the_expected_files(read: dict[str, str], bless: bool) -> None:
    """A file that appears or vanishes in somebody's folder shows in review."""
    if bless:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, text in read.items():
            target = EXPECTED / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")

    assert sorted(read) == _expected_paths()


def test_every_file_of_the_kit_reads_as_expected(read: dict[str, str]) -> None:
    """A changed sentence on a leaflet, on air or in a paper to be signed shows in review.

    Accept a change with ``pytest tests/test_kit_outputs.py --bless`` and read the diff.
    """
    changed = [
        path
        for path in _expected_paths()
        if path in read and read[path] != (EXPECTED / path).read_text(encoding="utf-8")
    ]

    assert changed == []


def test_every_kind_of_post_and_every_format_is_there(read: dict[str, str], town: Path) -> None:
    """No format can change unseen because the sample town never made it."""
    content = load_content(town).content
    assert content is not None
    kinds = {post.SECTION for post in content.posts if f"{post.slug}/manifest.json" in read}
    told = "".join(text for path, text in read.items() if path.endswith("manifest.json"))

    assert kinds == set(POST_KINDS)
    assert [format.title for format in FORMATS if f'"{format.title}"' not in told] == []


def _expected_paths() -> list[str]:
    files = (path for path in EXPECTED.rglob("*") if path.is_file())
    return sorted(path.relative_to(EXPECTED).as_posix() for path in files)
