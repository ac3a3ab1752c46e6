"""Invented posts for measuring: a sound repository of any size, the same every time."""

from pathlib import Path

import pytest

from generate_posts import SYLLABLES, write_town
from loa.load import load_content


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town of a hundred posts."""
    folder = tmp_path_factory.mktemp("town")
    write_town(folder, 100)
    return folder


def invented(town: Path) -> list[Path]:
    """The posts that nobody wrote."""
    return sorted((town / "stories").rglob("bai-dat-ra-*.md"))


def test_the_town_has_as_many_posts_as_asked(town: Path) -> None:
    """A measure at a hundred posts is one at a hundred posts, and no post is refused."""
    loaded = load_content(town)

    assert loaded.problems == ()
    assert loaded.content is not None
    assert len(loaded.content.posts) == 100


def test_an_invented_post_is_as_long_as_a_real_one(town: Path) -> None:
    """Short posts would make any engine look fast."""
    lengths = [len(path.read_text(encoding="utf-8").split()) for path in invented(town)]

    assert min(lengths) > SYLLABLES.start
    assert max(lengths) < SYLLABLES.stop + 200


def test_the_same_size_gives_the_same_town(town: Path, tmp_path: Path) -> None:
    """Two measures are of the same thing; a larger town holds the smaller one."""
    write_town(tmp_path, 110)
    again = {path.name: path.read_bytes() for path in invented(tmp_path)}

    assert len(again) == len(invented(town)) + 10
    assert all(again[path.name] == path.read_bytes() for path in invented(town))


def test_a_town_is_never_smaller_than_the_repository(tmp_path: Path) -> None:
    """Real posts are not thrown away to reach a number."""
    with pytest.raises(ValueError, match="posts"):
        write_town(tmp_path, 10)
