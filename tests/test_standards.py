"""The page on poverty standards: which one counts on which day, and never a verdict."""

from datetime import date
from pathlib import Path

from console import ROOT
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.ask.standards import is_of_day, standards
from loa.finder.compiled import compiled
from loa.load import load_content
from loa.model.content import Content


def _content(root: Path = ROOT) -> Content:
    content = load_content(root).content
    assert content is not None
    return content


def _shown(day: str) -> dict[str, str]:
    """Headings by state of what a reader sees on a day."""
    today = date.fromisoformat(day)
    found = standards(Showing(_content(), today, Edition()))
    return {item["state"]: item["heading"] for item in found if is_of_day(item, today)}


def test_the_standard_of_the_day_is_told() -> None:
    """Until midnight of 31/12/2026 the old lines count, from the first minute of 2027 the new."""
    assert _shown("2026-12-31") == {
        "used": "Chuẩn đang dùng, đến hết 31/12/2026",
        "coming": "Chuẩn sắp dùng, từ 01/01/2027",
    }
    assert _shown("2027-01-01") == {
        "used": "Chuẩn đang dùng, đến hết 31/12/2030",
        "over": "Chuẩn đã thôi dùng, sau 31/12/2026",
    }


def test_the_lines_stand_side_by_side_and_twelve_indicators_below() -> None:
    """A family compares its own income with both lines, and reads what is looked at besides."""
    old, new = standards(Showing(_content(), date(2026, 11, 24), Edition()))[:2]

    assert [line["text"] for line in old["lines"]] == ["1.500.000", "2.000.000"]
    assert [line["text"] for line in new["lines"]] == ["2.200.000", "2.800.000"]
    assert {line["unit"] for line in old["lines"]} == {"đồng một người một tháng"}
    assert sum(len(part["names"]) for part in old["dimensions"]) == 12
    assert [len(part["names"]) for part in old["dimensions"]] == [2] * 6
    assert new["dimensions"] == []  # no document with the list has been seen
    assert old["count"] == new["count"] == "3 chỉ số"
    assert old["sources"]
    assert new["basis"] == ["351/2025/NĐ-CP, ngày 30/12/2025"]


def test_indicators_are_named_without_thresholds() -> None:
    """No family counts itself poor or not by a number that no source confirms."""
    for policy in _content().policies.values():
        for indicator in policy.indicators:
            assert not any(letter.isdigit() for letter in indicator.name)


def test_no_standard_is_judged_by_the_finder() -> None:
    """The site never tells a family that it is a poor household."""
    content = _content()
    named = {benefit.id for benefit in compiled(content).benefits}

    assert (
        not {policy.id for policy in content.policies.values() if policy.kind != "benefit"} & named
    )
