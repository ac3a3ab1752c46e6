"""The benchmark: what it reckons from measures, and a real run of our own side on a tiny town."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import benchmark_stopwatch
from benchmark import measure
from benchmark_edits import COLD, COLD_PHOTOS, change
from benchmark_peers import Generator, lay_out
from benchmark_table import (
    Measured,
    cost_table,
    growth_table,
    put_into,
    ratios,
    size_table,
    spread,
)
from benchmark_towns import PROGRAM, Story, front_matter, photo, plain, stories_of
from console import ROOT, SetupError
from mkdocs_runs import project

LABELS = {"loa": "Loa, site", "hugo": "Hugo + Pagefind, photos copied"}


def measured(generator: str, turn: int, cpu: float, *, posts: int = 300) -> Measured:
    """One build of a generator, twice as long on the wall as on the CPU."""
    return Measured(posts, "post", turn, generator, 2 * cpu, cpu, 100 << 20, 50, 5 << 20, 7, 3, 1)


def rows(table: str) -> list[list[str]]:
    """The cells of a Markdown table, its head first."""
    lines = [line.strip("| ").split(" | ") for line in table.splitlines()]
    return [lines[0], *lines[2:]]


# --- what is reckoned ----------------------------------------------------------------------------

ROUNDS = [
    *(measured("hugo", turn, cpu) for turn, cpu in enumerate((1.0, 4.0, 2.0))),
    *(measured("loa", turn, cpu) for turn, cpu in enumerate((2.0, 12.0, 5.0))),
]


def test_a_ratio_is_taken_within_a_round() -> None:
    """A machine that was busy for one round slows both: the ratio stays, the seconds do not."""
    assert ratios(ROUNDS[3:], ROUNDS[:3], "cpu") == [2.0, 3.0, 2.5]
    assert spread([2.0, 3.0, 2.5]) == "2.50 (2.00–3.00)"
    assert spread([1234.5]) == "1,234"
    assert spread([]) == "–"


def test_the_table_tells_cost_ratio_and_what_was_written() -> None:
    """Who reads one row knows what a comma costs, beside whom, and what must be uploaded."""
    head, hugo, ours = rows(cost_table(ROUNDS, LABELS, ["hugo", "material"]))

    assert head[5:7] == ["wall ÷ Hugo + Pagefind", "CPU ÷ Hugo + Pagefind"]
    assert hugo[:2] == ["one post edited", "Hugo + Pagefind, photos copied"]
    assert dict(zip(head, ours, strict=True)) == {
        "case": "one post edited",
        "generator": "Loa, site",
        "wall s": "10.0 (4.00–24.0)",
        "CPU s": "5.00 (2.00–12.0)",
        "peak MiB": "100",
        "wall ÷ Hugo + Pagefind": "2.50 (2.00–3.00)",
        "CPU ÷ Hugo + Pagefind": "2.50 (2.00–3.00)",
        "files written": "7",
        "changed or gone": "3 / 1",
    }
    assert rows(size_table(ROUNDS, LABELS))[2] == ["Loa, site", "50", "5.00"]


def test_growth_compares_the_same_round_of_two_towns() -> None:
    """Ten times the posts at twice the cost reads as × 2."""
    large = [measured("loa", turn, 2 * cpu, posts=3000) for turn, cpu in enumerate((2, 12, 5))]
    head, row = rows(growth_table([*ROUNDS[3:], *large], LABELS))

    assert head[2] == "CPU, 300 → 3,000 posts"
    assert row[2] == "× 2.00 (2.00–2.00)"


def test_a_second_run_takes_the_place_of_the_first() -> None:
    """The page keeps its words and the tables of other runs."""
    page = put_into(put_into("# Tốc độ\n", "a", "1"), "b", "2")
    again = put_into(page, "a", "3\n")

    assert again == page.replace("\n1\n", "\n3\n")
    assert again.startswith("# Tốc độ\n") and "\n2\n" in again


# --- what peers get, what is edited ---------------------------------------------------------------


def test_a_body_reads_the_same_to_every_generator() -> None:
    """No peer gets words that only our program understands."""
    body = plain(
        'Vay {{ muc-vay }} ở [bài kia](../a/b.md#c) và [ngoài](https://x.vn).\n\n!!! luu-y "Nhớ"\n'
        "    Mang giấy.\n"
    )

    assert body == (
        "Vay số liệu ở bài kia và [ngoài](https://x.vn).\n\n> **Nhớ**\n>\n> Mang giấy.\n"
    )


def test_a_title_with_a_colon_is_still_one_title() -> None:
    """Front matter holds whatever an officer may write."""
    story = Story("a", "tin-tuc", 'Vay vốn: "nhanh"', "2026-11-01", "Tóm tắt", ("nuoc",), "Chữ.")

    assert front_matter(story, topics=story.topics) == (
        '---\ntitle: "Vay vốn: \\"nhanh\\""\ndate: 2026-11-01\ntopics: ["nuoc"]\n---\n'
    )


def test_photos_differ_and_are_the_same_every_time() -> None:
    """A photo that was made once cannot stand in for another."""
    assert photo(1) == photo(1)
    assert photo(1) != photo(2)
    assert 200_000 < len(photo(1)) < 900_000


def generator(folder: Path) -> Generator:
    """One whose posts lie flat in its folder."""
    return Generator(
        label="Thử",
        folder=folder,
        commands=(),
        outputs=("site",),
        post=lambda story: f"{story.slug}.md",
        photo=lambda story: f"{story.slug}.jpg",
        template="base.html",
        caches=(".cache",),
        photo_caches=(".cache/anh",),
    )


def test_cold_forgets_all_and_may_keep_photos(tmp_path: Path) -> None:
    """Cold is cold; a town whose photos were made before is measured without their hours."""
    own = generator(tmp_path / "own")
    for name in ("site/a.html", ".cache/anh/1", ".cache/bai/2", "a.md"):
        (own.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (own.folder / name).write_text(name, encoding="utf-8")

    change(COLD_PHOTOS, own, (), 0)
    kept = sorted(path.name for path in own.folder.rglob("*") if path.is_file())
    change(COLD, own, (), 0)

    assert kept == ["1", "a.md"]
    assert [path.name for path in own.folder.rglob("*")] == ["a.md"]


def test_every_round_edits_what_no_other_did(tmp_path: Path) -> None:
    """A build that remembers an earlier round gains nothing by it."""
    stories = [
        Story(f"bai-dat-ra-{number}", "tin-tuc", "Cũ", "2026-11-01", "", (), "")
        for number in range(4)
    ]
    for story in stories:
        (tmp_path / f"{story.slug}.md").write_text("---\nTitle: Cũ\n---\n# Cũ\n", encoding="utf-8")
    (tmp_path / "base.html").write_text("<footer></footer>", encoding="utf-8")
    own = generator(tmp_path)
    edits = ("post", "title", "template")
    said = [change(case, own, stories, turn) for turn in range(2) for case in edits]

    assert len(set(said)) == 6
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]
    assert all(any(words in text for text in texts) for words in said)
    assert (tmp_path / "bai-dat-ra-1.md").read_text(encoding="utf-8").count(said[4]) == 2
    change("withdrawn", own, stories, 0)
    change("withdrawn", own, stories, 1)
    assert len(list(tmp_path.glob("*.md"))) == 2
    with pytest.raises(SetupError, match="không có bài nào"):
        change("withdrawn", own, stories, 2)


# --- real runs ------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not account for children")
def test_the_stopwatch_counts_children_and_lends_no_memory(tmp_path: Path) -> None:
    """A generator cannot hide its work in another process, nor is it blamed for our memory."""
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    result = tmp_path / "cost.json"
    watch = (sys.executable, "-I", "-S", benchmark_stopwatch.__file__, str(result))
    one = (sys.executable, "-c", parent)
    subprocess.run([*watch, *one, benchmark_stopwatch.NEXT, *one], check=True)
    cost = json.loads(result.read_text(encoding="utf-8"))

    assert cost["code"] == 0
    assert 0.6 <= cost["cpu"] < 3
    assert 5 << 20 < cost["peak"] < 40 << 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not account for children")
def test_our_own_side_is_measured_on_a_town_of_three_posts(tmp_path: Path) -> None:
    """The benchmark builds a copy, with the copy's program, and finds its edit published."""
    town = project(tmp_path / "town")
    for slug in ("bai-dat-ra-1", "bai-dat-ra-2", "bai-dat-ra-3"):
        town.post("news", slug=slug)
    for name in PROGRAM:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, town.root / name)
    stories = stories_of(town.root)
    ours = lay_out("loa", tmp_path / "loa", town.root, stories, None)
    python = str(ours.commands[0][0])
    program = subprocess.check_output([python, "-c", "import loa; print(loa.__file__)"], text=True)
    cold, edited, template = measure({"loa": ours}, stories, 3, ("cold", "post", "template"), 1)

    assert Path(program.strip()).is_relative_to(ours.folder)
    assert cold.written == cold.different == cold.files > 50
    assert 0 < edited.different <= edited.written
    assert template.different > 5
    assert cold.cpu > 0.1
    assert "Câu thêm" in (ours.folder / "site/tin-tuc/bai-dat-ra-1/index.html").read_text("utf-8")
