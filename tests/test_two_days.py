"""Tomorrow's build on today's store: what changes by its date changes on paper and on air too."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from shutil import rmtree

import pytest

from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.exports.kit.formats import FORMATS
from town import Town

EDITION = Edition(site_url="https://dak-thu.test/")
DAY = timedelta(days=1)
# Each is the first or the last day of something that this town declares.
DECLARED = {
    "a rate rises": date(2027, 1, 1),
    "a policy ends": date(2027, 6, 30),
    "news run out": date(2026, 12, 31),
    "a post is due": date(2026, 12, 5),
    "the campaign begins": date(2027, 10, 17),
    "a document ends": date(2027, 3, 15),
    "an event is on": date(2026, 12, 20),
}


@pytest.fixture
def dated_town(town: Town) -> Town:
    """A town in which rates, policies, documents, events, campaigns and posts have their days."""
    fact = {"label": "Lãi suất", "unit": "mỗi năm", "as_of": "2026-11-01", "headline": True}
    town.policy(
        valid_to="2027-06-30",
        facts=[
            {"id": "lai-suat", "rate": 6.24, "applies_to": "2026-12-31", **fact},
            {"id": "lai-suat-moi", "rate": 7.5, "applies_from": "2027-01-01", **fact},
        ],
    )
    town.entry("legal_documents", "07/2021/NĐ-CP", effective_to="2027-03-15")
    town.entry("events", "doi-thoai", title="Đối thoại", kind="khac", on="2026-12-20")
    season = {"starts": "10-17", "ends": "11-18"}
    town.entry("campaigns", "vi-nguoi-ngheo", title="Tháng cao điểm", **season)
    town.post("policy", slug="vay-von", body="{{ muc-huong }}\n\nLãi suất đang áp dụng.")
    town.post("news", slug="tin", expires_on="2026-12-31")
    town.post("news", slug="hen", publish_on="2026-12-05")
    return town


@pytest.mark.parametrize("day", DECLARED.values(), ids=DECLARED)
def test_two_days_on_one_store_equal_two_empty_stores(dated_town: Town, day: date) -> None:
    """Leaflet, loudspeaker and social text never keep yesterday's rate beside today's page."""
    root = dated_town.root
    for today in (day - DAY, day, day + DAY):
        kept = dict(_made(root, today))
        for folder in (".cache", "site", "kit"):
            (root / folder).rename(root / f"{folder}-kept")
        anew = dict(_made(root, today))
        for folder in (".cache", "site", "kit"):
            rmtree(root / folder)
            (root / f"{folder}-kept").rename(root / folder)

        assert sorted(kept) == sorted(anew), f"on {today}"
        assert [name for name in anew if kept[name] != anew[name]] == [], f"on {today}"


def test_every_format_is_among_what_is_compared(dated_town: Town) -> None:
    """The test above sees what goes out on every channel."""
    made = {name.rpartition("/")[2] for name, _ in _made(dated_town.root, date(2026, 12, 24))}

    assert {"to-roi.pdf", "to-dan-a3.pdf", "phat-thanh.txt", "mang-xa-hoi.txt", "bai.docx"} <= made
    assert len(FORMATS) == 13


def _made(root: Path, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the site and of the kit, by its name."""
    with Build(root, today, EDITION, THEME) as build:
        build.site(root / "site")
        build.kit(root / "kit")
    for folder in ("site", "kit"):
        for file in sorted((root / folder).rglob("*")):
            if file.is_file():
                yield file.relative_to(root).as_posix(), file.read_bytes()
