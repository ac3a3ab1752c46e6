"""Figures of a benchmark as Markdown: medians, and medians of ratios within a round."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmark_edits import CASES


@dataclass(frozen=True)
class Measured:
    """One measured build."""

    posts: int
    case: str
    turn: int
    generator: str
    wall: float
    cpu: float
    peak: int
    files: int
    size: int
    written: int
    different: int
    gone: int


def ratios(own: Iterable[Measured], other: Iterable[Measured], what: str) -> list[float]:
    """Return how often ``own`` costs what ``other`` costs, round by round."""
    base = {one.turn: getattr(one, what) for one in other}
    return [getattr(one, what) / base[one.turn] for one in own if base.get(one.turn)]


def spread(values: Sequence[float]) -> str:
    """Return a median with its least and greatest value; a single value stands alone."""
    if not values:
        return "–"
    middle, least, most = (_short(value) for value in (median(values), min(values), max(values)))
    return middle if len(values) == 1 else f"{middle} ({least}–{most})"


def cost_table(
    measured: Sequence[Measured], labels: Mapping[str, str], against: Sequence[str]
) -> str:
    """Return one table of everything that was measured in towns of one size."""
    bases = [name for name in against if any(one.generator == name for one in measured)]
    short = [re.split(r"[,`]", labels[name])[0].strip() for name in bases]
    head = ["case", "generator", "wall s", "CPU s", "peak MiB"]
    head += [f"{what} ÷ {name}" for name in short for what in ("wall", "CPU")]
    rows = [[*head, "files written", "changed or gone"]]
    for case, generator, own in _groups(measured):
        row = [CASES[case], labels[generator]]
        row += [spread([one.wall for one in own]), spread([one.cpu for one in own])]
        row.append(_short(max(one.peak for one in own) / 2**20))
        for base in bases:
            other = [one for one in measured if (one.case, one.generator) == (case, base)]
            row += [spread(ratios(own, other, what)) for what in ("wall", "cpu")]
        row += [_whole(own, "written"), f"{_whole(own, 'different')} / {_whole(own, 'gone')}"]
        rows.append(row)
    return _markdown(rows, words=2)


def size_table(measured: Sequence[Measured], labels: Mapping[str, str]) -> str:
    """Return how much each generator published in the end."""
    last = {one.generator: one for one in measured}
    rows = [["generator", "files", "MiB"]]
    rows += [
        [labels[name], f"{one.files:,}", _short(one.size / 2**20)] for name, one in last.items()
    ]
    return _markdown(rows, words=1)


def growth_table(measured: Sequence[Measured], labels: Mapping[str, str]) -> str:
    """Return how much dearer each case gets from the smallest town to the largest."""
    small, large = min(one.posts for one in measured), max(one.posts for one in measured)
    rows = [["case", "generator", f"CPU, {small:,} → {large:,} posts", "wall"]]
    for case, generator, own in _groups(measured):
        after, before = ([one for one in own if one.posts == posts] for posts in (large, small))
        row = [CASES[case], labels[generator]]
        row += [f"× {spread(ratios(after, before, what))}" for what in ("cpu", "wall")]
        rows.append(row)
    return _markdown(rows, words=2)


def put_into(page: str, name: str, text: str) -> str:
    """Return a page with the figures of one benchmark in the place that bears its name.

    A page that has no such place gets it at its end.
    """
    begin, end = f"<!-- measured: {name} -->", f"<!-- end: {name} -->"
    block = f"{begin}\n{text.strip()}\n{end}"
    before, found, rest = page.partition(begin)
    if not found:
        return f"{page.rstrip()}\n\n{block}\n"
    return before + block + rest.partition(end)[2]


def _groups(measured: Sequence[Measured]) -> Iterable[tuple[str, str, list[Measured]]]:
    """Yield (case, generator, its measures), in the order in which they were first measured."""
    groups: dict[tuple[str, str], list[Measured]] = {}
    for one in sorted(measured, key=lambda one: list(CASES).index(one.case)):
        groups.setdefault((one.case, one.generator), []).append(one)
    generators = list(dict.fromkeys(one.generator for one in measured if one.turn == 0))
    order = sorted(groups, key=lambda key: (list(CASES).index(key[0]), generators.index(key[1])))
    yield from ((*key, groups[key]) for key in order)


def _whole(own: Sequence[Measured], what: str) -> str:
    return f"{round(median(getattr(one, what) for one in own)):,}"


def _short(value: float) -> str:
    """Return a number with three digits that say something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _markdown(rows: Sequence[Sequence[str]], words: int) -> str:
    ruler = ["---"] * words + ["---:"] * (len(rows[0]) - words)
    return "".join(f"| {' | '.join(row)} |\n" for row in (rows[0], ruler, *rows[1:]))
