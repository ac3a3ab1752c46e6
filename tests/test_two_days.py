"""Tomorrow's build on today's store: what changes by its date changes on paper and on air too."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from shutil import rmtree

import pytest

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.exports.kit.formats import FORMATS
from loa.exports.kit.make import make_kit
from loa.exports.kit.public_files import public_files
from town import Town

EDITION = Edition(site_url="https://dak-thu.test/")
# Each is the first or the last day of something that this town declares.
DECLARED = {
    "the rate rises": date(2027, 1, 1),
    "the chairman changes": date(2026, 12, 15),
    "the policy ends": date(2027, 6, 30),
    "the news runs out": date(2026, 12, 31),
}
DAY = timedelta(days=1)


@pytest.fixture
def dated_town(town: Town) -> Town:
    """A town in which a rate, an office, a policy and a piece of news have their days."""
    fact = {"label": "Lãi suất", "unit": "mỗi năm", "as_of": "2026-11-01", "headline": True}
    town.policy(
        valid_to="2027-06-30",
        facts=[
            {"id": "lai-suat", "rate": 6.24, "applies_to": "2026-12-31", **fact},
            {"id": "lai-suat-moi", "rate": 7.5, "applies_from": "2027-01-01", **fact},
        ],
    )
    town.post("policy", slug="vay-von", body="Lãi suất đang áp dụng.")
    town.post("news", slug="tin", expires_on="2026-12-31")
    return town


@pytest.mark.parametrize("day", DECLARED.values(), ids=DECLARED)
def test_two_days_on_one_store_equal_two_empty_stores(dated_town: Town, day: date) -> None:
    """Leaflet, loudspeaker and social text never keep yesterday's rate beside today's page."""
    for today in (day - DAY, day, day + DAY):
        kept = dict(_made(dated_town, today))
        _forget(dated_town.root)
        anew = dict(_made(dated_town, today))

        assert {format.title for format in FORMATS if format.public} <= {
            title for title in _titles(dated_town, today)
        }
        assert sorted(kept) == sorted(anew)
        assert [name for name in anew if kept[name] != anew[name]] == [], f"on {today}"


def _made(town: Town, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the kit and of what residents take along, by its name."""
    showing = Showing(town.content(), today, EDITION)
    for path, file, _ in public_files(showing).files:
        yield path, file.read_bytes()
    make_kit(showing, town.root / "kit")
    for file in sorted((town.root / "kit").rglob("*")):
        if file.is_file() and file.suffix != ".zip" and file.name != "manifest.json":
            yield file.relative_to(town.root).as_posix(), file.read_bytes()


def _titles(town: Town, today: date) -> Iterator[str]:
    showing = Showing(town.content(), today, EDITION)
    for offered in public_files(showing).downloads.values():
        yield from (one.title for one in offered)


def _forget(root: Path) -> None:
    for folder in (".cache", "kit"):
        rmtree(root / folder)
