"""A thousand posts: does the town still fit on an officer's PC, and what takes the time?"""

import cProfile
import pstats
import resource
import subprocess
import sys
import time
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from console import variables
from generate_posts import write_town
from loa import search
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.outputs import build_site
from loa.report import read_checked

pytestmark = pytest.mark.proof
POSTS = 1_000
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def large_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a thousand posts."""
    folder = tmp_path_factory.mktemp("mot-nghin")
    write_town(folder, POSTS)
    return folder


def test_the_invented_posts_are_sound(large_town: Path) -> None:
    """The figures are those of posts that could go out."""
    content, problems = read_checked(large_town, TODAY)

    assert content is not None
    assert len(content.posts) == POSTS
    assert [problem for problem in problems if problem.level == "lỗi"] == []


def test_a_thousand_posts_are_built(large_town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The officer of a busy town still gets the whole site in one go; the figures are printed."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(
        command, cwd=large_town, env={**variables(), "LOA_TODAY": "2026-11-24"}, check=False
    )
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    pages = list((large_town / "site").rglob("*.html"))
    size = sum(path.stat().st_size for path in (large_town / "site").rglob("*") if path.is_file())
    with capsys.disabled():
        sys.stdout.write(
            f"\n{POSTS} posts: {seconds:.1f} s, {memory:.0f} MiB at most, "
            f"{len(pages)} pages, {size / 2**20:.1f} MiB\n{_what_dominates(large_town)}"
        )

    assert done.returncode == 0
    assert len(pages) > POSTS


def test_the_search_index_is_a_small_part(
    large_town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The officer hardly waits for the search; compare with the time of the whole build above."""
    content, _ = read_checked(large_town, TODAY)
    assert content is not None
    began = time.perf_counter()
    files = list(search.index_files(Showing(content, TODAY, Edition())))
    indexed = time.perf_counter()
    build_site(large_town, TODAY, Edition())
    built = time.perf_counter() - indexed
    share = 100 * (indexed - began) / built
    with capsys.disabled():
        sys.stdout.write(
            f"\nsearch index of {POSTS} posts: {indexed - began:.1f} s, {len(files)} files, "
            f"{share:.0f} % of our own part of a build ({built:.1f} s), before rendering\n"
        )

    assert len(files) > POSTS


def _what_dominates(town: Path) -> str:
    """Return the five functions in which our own part of the build spends most time."""
    profile = cProfile.Profile()
    profile.runcall(build_site, town, TODAY, Edition())
    text = StringIO()
    pstats.Stats(profile, stream=text).sort_stats("tottime").print_stats(5)
    return text.getvalue()
