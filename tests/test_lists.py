"""Lists that residents narrow: by topic, by whom it is for, by village, by who a story is about."""

import json
from typing import Any

import pytest

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.pages.groups import SHOWN, group_pages
from loa.pages.home import home_page
from loa.pages.lists import PAGE_SIZE, section_pages
from town import TODAY, Town


def showing(town: Town) -> Showing:
    """The town as it is seen today."""
    return Showing(town.content(), TODAY, Edition())


def meta(text: str) -> dict[str, Any]:
    """What a page hands to its template."""
    found: dict[str, Any] = json.loads(text.split("---\n")[1])
    return found


def lists(town: Town, section: str) -> dict[str, dict[str, Any]]:
    """Every list of a section, by its path."""
    return {path: meta(make()) for path, make in section_pages(section, showing(town))}


def groups(town: Town) -> dict[str, dict[str, Any]]:
    """Every page of a topic, an audience or a village, and the ways to them, by path."""
    return {path: meta(make()) for path, make in group_pages(showing(town))}


@pytest.fixture
def stories(town: Town) -> Town:
    """Three stories, of two topics, two audiences and two kinds of subject."""
    town.post("story", slug="mot", audiences=["ho-ngheo"], villages=["vi-du"])
    town.post("story", slug="hai", audiences=["ho-ngheo", "ho-can-ngheo"], subject="model")
    town.post("story", slug="ba", topics=["vay-von"])
    return town


def test_each_filter_says_how_much_it_finds(stories: Town) -> None:
    """Nobody taps a filter to find an empty list: what finds nothing is not offered."""
    filters = lists(stories, "guong-dien-hinh")["guong-dien-hinh/index.md"]["filters"]

    assert {
        group["title"]: {item["title"]: item["count"] for item in group["items"]}
        for group in filters
    } == {
        "Chủ đề": {"Vay vốn": 1, "Cây, con giống": 2},
        "Ai làm": {"Tổ, nhóm": 2, "Mô hình": 1},
        "Dành cho ai": {"Hộ nghèo": 2, "Hộ cận nghèo": 1},
        "Thôn, làng": {"Làng Ví dụ": 1},
    }


def test_every_filter_leads_to_a_list_of_exactly_what_it_promised(stories: Town) -> None:
    """The number beside a filter is the number of posts behind it, without any script."""
    found = lists(stories, "guong-dien-hinh")
    items = [
        item for group in found["guong-dien-hinh/index.md"]["filters"] for item in group["items"]
    ]
    narrowed = {f"{item['url'].rstrip('/')}.md": item for item in items}

    assert len(narrowed) == 7
    for path, item in narrowed.items():
        page = found[path]
        assert page["count"] == item["count"] == len(page["cards"])
        assert all(item["mark"] in card["marks"].split() for card in page["cards"])


def test_a_chosen_filter_can_be_taken_off(stories: Town) -> None:
    """The chip above the list leads back to everything, and the side list shows what is chosen."""
    page = lists(stories, "guong-dien-hinh")["guong-dien-hinh/doi-tuong/ho-ngheo.md"]
    chosen = [
        item["title"] for group in page["filters"] for item in group["items"] if item["current"]
    ]

    assert page["chips"] == [{"title": "Hộ nghèo", "remove_url": "guong-dien-hinh/"}]
    assert chosen == ["Hộ nghèo"]
    assert page["noindex"]
    assert page["heading"].replace("\u00a0", " ") == "Gương điển hình: Hộ nghèo"


def test_a_filter_that_changes_nothing_is_not_shown(town: Town) -> None:
    """Where everything is about one topic, choosing it would be lost time."""
    town.post("news", slug="mot")
    town.post("news", slug="hai")

    assert "filters" not in lists(town, "tin-tuc")["tin-tuc/index.md"]


def test_a_long_list_has_pages_and_is_not_narrowed_in_place(town: Town) -> None:
    """A script must not count what stands on another page."""
    for number in range(PAGE_SIZE + 1):
        town.post("news", slug=f"tin-{number}", topics=["vay-von"])
    town.post("news", slug="khac")
    found = lists(town, "tin-tuc")

    assert not found["tin-tuc/index.md"]["whole"]
    assert found["tin-tuc/chu-de/vay-von.md"]["count"] == PAGE_SIZE + 1
    assert len(found["tin-tuc/chu-de/vay-von/trang/2.md"]["cards"]) == 1
    assert found["tin-tuc/chu-de/san-xuat.md"]["whole"]


def test_a_topic_shows_its_posts_by_section(town: Town) -> None:
    """Who needs a loan sees the policies first, then who made it, and knows which is which."""
    town.post("policy", slug="vay", topics=["vay-von"])
    for number in range(SHOWN + 1):
        town.post("story", slug=f"gd-{number}", topics=["vay-von"])
    sections = groups(town)["chu-de/vay-von.md"]["groups"]

    assert [(group["title"], len(group["cards"])) for group in sections] == [
        ("Chính sách", 1),
        ("Gương điển hình", SHOWN),
    ]
    assert sections[1]["more"] == {
        "title": f"Xem tất cả {SHOWN + 1} bài",
        "url": "guong-dien-hinh/chu-de/vay-von/",
    }


def test_a_village_without_a_post_says_so(town: Town) -> None:
    """A link to a village never ends at an empty page; a topic without a post has no page."""
    found = groups(town)

    assert found["thon/vi-du.md"]["empty"]["text"] == "Chưa có bài nào về Làng Ví dụ."
    assert found["thon/index.md"]["needs"][0]["count"] == 0
    assert "chu-de/vay-von.md" not in found


def test_the_home_page_invites_to_the_finder(town: Town) -> None:
    """A resident who does not know what to look for is asked instead."""
    finder = meta(home_page(showing(town), "Trang chủ", ""))["hero"]["finder"]

    assert finder["url"] == "chinh-sach/tim/"


def test_the_home_page_names_only_what_stands_below(town: Town) -> None:
    """The ways down the home page lead to something."""
    jumps = meta(home_page(showing(town), "Trang chủ", ""))["hero"]["jumps"]
    assert jumps == []

    town.post("story")
    (jump,) = meta(home_page(showing(town), "Trang chủ", ""))["hero"]["jumps"]
    assert (jump["title"], jump["id"]) == ("Gương điển hình", "guong-dien-hinh")
