"""Thousands of posts as people type them go through check, site and kit, and nothing is lost."""

import random
import re
import sys
from pathlib import Path

import pytest

from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.problems import Level, Problem
from loa.report import read_checked
from loa.text.typed.habits import HABITS
from town import TODAY, Town

pytestmark = pytest.mark.proof

POSTS, TOWNS = 5_000, 20  # posts in all, and over how many towns they are spread
ADDRESS = Edition(site_url="https://dak-thu.test/")
# Words of computers that an officer should never meet; names of files and tags may be English.
_ENGLISH = re.compile(
    r"\b(?:error|exception|traceback|invalid|unexpected|failed|warning|missing|expected|not found|"
    r"cannot|unable|unknown|object|nonetype)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^»]*»")  # the writer's own words
_SIGNS = "*_`#>-+|[](){}<>!\\\"'~=:;,./&%$^@\t 0123456789"
_LETTERS = "ăâêôơưđĂĐẽộợ‘’“”…–—•▪→☐✓★😀👨‍👩‍👧½²³ﬁ０Ðʼ\u00a0\u200b\u2011\ufeff"
_LOST = re.compile(r"mà trên trang không thấy|không lên trang|không thấy trên trang")


def _text(chance: random.Random) -> str:
    """Return three habits one after the other, now and then with a few signs changed."""
    habits = [habit.typed for habit in HABITS.values()]
    between = chance.choice(("\n\n", "\n\n", "\n", " "))
    text = between.join(chance.sample(habits, 3))
    for _ in range(chance.choice((0, 0, 1, 3))):
        place = chance.randrange(len(text) + 1)
        cut = place + chance.randrange(3)
        text = text[:place] + chance.choice(_SIGNS + _LETTERS) + text[cut:]
    return f"Bà con đọc bài số {chance.randrange(1000)}.\n\n{text}\n"


def _title(chance: random.Random, number: int) -> str:
    odd = "".join(chance.choice(_LETTERS) for _ in range(chance.randrange(3)))
    return f"Tin {number} của làng {odd}".strip()


def _town(folder: Path, seed: int) -> Town:
    chance = random.Random(f"typed {seed}")
    town = Town(folder)
    for number in range(POSTS // TOWNS):
        kind = chance.choice(("news", "news", "news", "question", "policy"))
        town.post(kind, slug=f"bai-{number}", title=_title(chance, number), body=_text(chance))
    return town


def _told_in_vietnamese(problem: Problem) -> bool:
    return bool(problem.line) and not _ENGLISH.search(_QUOTED.sub("", problem.message))


def _put_aside(town: Town, problems: list[Problem]) -> int:
    """Make drafts of the posts with errors, as their writers would; return how many."""
    wrong = {one.path for one in problems if one.level is Level.ERROR}
    for name in wrong:
        path = town.root / name
        path.write_text(
            path.read_text(encoding="utf-8").replace('status: "published"', 'status: "draft"', 1),
            encoding="utf-8",
        )
    return len(wrong)


@pytest.mark.parametrize("seed", range(TOWNS))
def test_nothing_that_is_typed_stops_a_town(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, no English, no number or word lost, no page or folder of the kit missing."""
    town = _town(tmp_path, seed)
    content, problems = read_checked(town.root, TODAY)
    assert content is not None
    foreign = [str(one) for one in problems if not _told_in_vietnamese(one)]
    assert not foreign, foreign[:5]
    aside = _put_aside(town, problems)

    with Build(town.root, TODAY, ADDRESS, THEME) as build:
        said = [str(one) for one in build.problems]
        build.site(town.root / "site")
        kit = build.kit(town.root / "kit")
        failures = [f"{one.problem}\n{one.traceback}" for one in build.failures]
        published = [post for post in build.showing.shown]

    going_out = tuple(post.path for post in published)
    lost = [line for line in said if line.startswith(going_out) and _LOST.search(line)]
    for post in published:
        page = town.root / "site" / post.SECTION / post.slug / "index.html"
        assert page.is_file(), post.path
    folders = {path.name for path in (town.root / "kit").iterdir() if path.is_dir()}
    missing = [post.path for post in build.showing.published if post.slug not in folders]
    with capsys.disabled():
        sys.stdout.write(f"\n{len(published)} published, {aside} told and put aside ")
    assert not failures, "\n".join(failures[:3])
    assert not missing
    assert not kit.problems, [str(one) for one in kit.problems][:5]
    assert not lost, lost[:5]
