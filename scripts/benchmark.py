"""Measures how long the site takes to build, beside other generators, on towns of any size.

`python scripts/benchmark.py --help` tells what can be asked; docs/dev/speed.md what it means.
"""

import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from benchmark_edits import CASES, COLD, EDITS, UNCHANGED, change
from benchmark_peers import NAMES, OURS, Generator, lay_out
from benchmark_runs import Snapshot, different, holds, look, run, written
from benchmark_table import Measured, cost_table, growth_table, put_into, size_table
from benchmark_tools import Tools, prepare
from benchmark_towns import Story, write_measured_town
from console import ROOT, SetupError, guarded

PAGE = ROOT / "docs" / "dev" / "speed.md"
# The page of an empty site has a text and nothing else that can be edited.
OF_THE_BARE = (COLD, UNCHANGED, "post")


def measure(
    generators: dict[str, Generator],
    stories: Sequence[Story],
    posts: int,
    cases: Sequence[str],
    rounds: int,
) -> Iterator[Measured]:
    """Yield one measure after the other; the generators take turns within every case.

    Raises:
        SetupError: a build failed, or did not publish what was edited.
    """
    seen: dict[str, Snapshot] = {name: {} for name in generators}
    if cases[0] != COLD:
        for name, generator in generators.items():
            run(generator)
            seen[name] = look(generator, {})
    names = list(generators)
    for turn in range(rounds):
        for case in cases:
            # Nobody is always the one who finds the disk warm.
            start = turn % len(names)
            for name in names[start:] + names[:start]:
                if name == "bare" and case not in OF_THE_BARE:
                    continue
                generator = generators[name]
                words = change(case, generator, stories, turn)
                cost = run(generator)
                before, now = seen[name], look(generator, seen[name])
                new = different(before, now)
                if case in EDITS and case != "withdrawn" and not holds(generator, new, words):
                    raise SetupError(f"«{generator.label}» không đăng chỗ vừa sửa: {case}.")
                seen[name] = now
                yield Measured(
                    posts=posts,
                    case=case,
                    turn=turn,
                    generator=name,
                    wall=cost.wall,
                    cpu=cost.cpu,
                    peak=cost.peak,
                    files=len(now),
                    size=sum(file.size for file in now.values()),
                    written=len(written(before, now)),
                    different=len(new),
                    gone=len(before.keys() - now.keys()),
                )


def town_of(
    folder: Path, posts: int, names: Sequence[str], tools: Tools | None, *, photos: bool
) -> tuple[dict[str, Generator], tuple[Story, ...]]:
    """Write a town of so many posts and give each generator its own copy of it."""
    stories = write_measured_town(folder / "town", posts, photos=photos)
    generators = {
        name: lay_out(name, folder / name, folder / "town", stories, tools) for name in names
    }
    return generators, stories


def told(
    measured: Sequence[Measured],
    labels: dict[str, str],
    against: Sequence[str],
    *,
    photos: bool,
    load: str,
) -> str:
    """Return the Markdown of a whole benchmark."""
    parts = []
    sizes = sorted({one.posts for one in measured})
    for posts in sizes:
        own = [one for one in measured if one.posts == posts]
        town = f"{posts:,} posts, {'every fifth with a photo' if photos else 'no photos'}"
        parts.append(f"### {town if posts else 'The shipped content'}\n")
        parts += [cost_table(own, labels, against), size_table(own, labels)]
    if len(sizes) > 1:
        parts += ["### Growth\n", growth_table(measured, labels)]
    rounds = 1 + max(one.turn for one in measured)
    how_often = "1 round" if rounds == 1 else f"{rounds} interleaved rounds"
    parts.append(
        f"{how_often}; Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"load {load}. Medians (least–greatest); ratios are taken within a round.\n"
    )
    return "\n".join(parts)


def _parser() -> Arguments:
    parser = Arguments(
        "Đo thời gian dựng trang bên cạnh các chương trình khác.",
        "benchmark.py [--posts SỐ…] [--generators TÊN…] [--cases TÊN…] [--rounds SỐ]",
    )
    add = parser.options.add_argument
    add("--posts", type=int, nargs="+", default=[1000], help="số bài; 0 là chỉ bài có sẵn")
    add("--generators", nargs="+", choices=NAMES, default=list(NAMES), help=", ".join(NAMES))
    add("--cases", nargs="+", choices=CASES, default=list(CASES), help=", ".join(CASES))
    add("--rounds", type=int, default=5, help="số vòng, mỗi vòng lần lượt từng chương trình")
    add("--no-photos", action="store_true", help="không bài nào có ảnh")
    add("--against", nargs="+", choices=NAMES, default=["hugo", "material"], help="so với ai")
    add("--raw", type=Path, help="ghi thêm mọi số đo vào tệp JSON này")
    add("--write", metavar="TÊN", help="ghi bảng vào docs/dev/speed.md, dưới tên này")
    return parser


def main() -> int:
    """Measure what the command line asks for and print the table."""
    options = _parser().parse_args()
    if not hasattr(os, "wait4"):
        raise SetupError("Chỉ đo được trên Linux và macOS: Windows không kể hết các chương trình.")
    peers = set(options.generators) - {*OURS, "bare"}
    tools = prepare() if peers else None
    cases = [case for case in CASES if case in options.cases]
    photos = not options.no_photos
    measured: list[Measured] = []
    labels: dict[str, str] = {}
    load = f"{os.getloadavg()[0]:.1f}"
    for posts in options.posts:
        with tempfile.TemporaryDirectory(prefix="loa-benchmark-") as scratch:
            print(f"Đang viết thị trấn {posts} bài…", file=sys.stderr)
            generators, stories = town_of(
                Path(scratch), posts, options.generators, tools, photos=photos
            )
            labels |= {name: generator.label for name, generator in generators.items()}
            for one in measure(generators, stories, posts, cases, options.rounds):
                measured.append(one)
                print(
                    f"{one.posts} bài · vòng {one.turn + 1} · {one.case} · {one.generator}: "
                    f"{one.cpu:.2f} giây CPU, {one.wall:.2f} giây",
                    file=sys.stderr,
                )
                if options.raw:
                    rows = [asdict(each) for each in measured]
                    options.raw.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    load = f"{load} → {os.getloadavg()[0]:.1f}"
    text = told(measured, labels, options.against, photos=photos, load=load)
    print(text)
    if options.write:
        PAGE.write_text(
            put_into(PAGE.read_text(encoding="utf-8"), options.write, text), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
