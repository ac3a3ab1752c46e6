"""Whatever the order of edits, days and mishaps, the site is the one a build from nothing makes."""

from pathlib import Path
from random import Random
from tempfile import mkdtemp

import pytest

from any_order import LivingTown, different
from loa.plan.tree import recover
from loa.problems import ContentError
from town import Town

SEQUENCES, LONGEST = 300, 6


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_edits_leaves_no_trace(town: Town, tmp_path: Path, seed: int) -> None:
    """A resident never reads yesterday's amount beside today's because a build was clever."""
    assert after(town, tmp_path, seed) == []


def test_a_site_stands_again_after_power_was_lost_in_the_swap(town: Town) -> None:
    """Between the old site and the new one residents are never left without any for long."""
    living = LivingTown(town, Random(1))
    living.build(living.root)
    before = living.built(living.root)
    (living.root / "site").rename(living.root / "site.moi-before")
    recover(living.root / "site")

    assert living.built(living.root) == before
    assert not (living.root / "site.moi-before").exists()


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(100, 100 + SEQUENCES))
def test_no_order_of_many_leaves_a_trace(town: Town, tmp_path: Path, seed: int) -> None:
    """The same for as many orders as patience allows."""
    assert after(town, tmp_path, seed) == []


def after(town: Town, scratch: Path, seed: int) -> list[str]:
    """What differs from a build from nothing, after some things have happened."""
    living = LivingTown(town, Random(seed))
    happened = []
    for _ in range(Random(seed).randrange(2, LONGEST)):
        try:
            living.build(living.root)
        except ContentError:
            happened.append("mistake")
        happened.append(living.happen())
    try:
        living.build(living.root)
    except ContentError:
        return []  # nothing is published; the last site stands
    found = list(different(living, lambda: Path(mkdtemp(dir=scratch))))
    return [f"{', '.join(happened)}: {name}" for name in found[:5]]
