"""No page grows with the town: what is more stands on another page, and nothing gets lost."""

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest

from loa.ask.extras import Download, Extras
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.outputs import build_site
from loa.pages.lists import search_page, section_pages
from loa.pages.materials import PAGE_SIZE, materials_pages
from loa.pages.pagination import pagination
from town import TODAY, Town

MANY = 60  # fills the last page of every list


def meta(text: str) -> dict[str, Any]:
    """What a template gets of a page."""
    found: dict[str, Any] = json.loads(text.split("---\n")[1])
    return found


def showing(town: Town) -> Showing:
    """The town as its residents see it."""
    return Showing(town.content(), TODAY, Edition())


def news(town: Town, count: int) -> None:
    """So many news, one a day."""
    for number in range(count):
        day = (TODAY - timedelta(days=number + 1)).isoformat()
        town.post("news", slug=f"tin-{number:03}", date=day)


def sheets() -> Extras:
    """A loudspeaker text for every post."""
    return Extras(
        lambda post: (Download(f"tai-ve/{post.slug}.txt", "Bài đọc loa", 900),), lambda post: True
    )


def sizes(town: Town) -> Mapping[str, int]:
    """How long each page is as it goes to the template."""
    site = build_site(town.root, TODAY, Edition())
    return {one.path: len(one.bytes()) for one in site.outputs if one.path.endswith(".md")}


def test_no_page_grows_with_the_posts(town: Town) -> None:
    """A resident's phone loads the same lists in the tenth year as in the first."""
    news(town, MANY)
    before = sizes(town)
    for number in range(MANY, 2 * MANY):
        day = (TODAY - timedelta(days=number + 1)).isoformat()
        town.post("news", slug=f"tin-{number:03}", date=day)
    after = sizes(town)
    grown = {path: (size, after[path]) for path, size in before.items() if after[path] > size + 500}

    assert grown == {}
    assert set(before) < set(after)


def test_the_search_page_leads_to_every_post_without_javascript(town: Town) -> None:
    """An old phone without scripts goes by section, topic or village to whatever there is."""
    news(town, 3)
    groups = meta(search_page(showing(town)))["groups"]
    ways = {one["url"] for group in groups for one in group["cards"]}

    assert {"tin-tuc/", "chinh-sach/", "chu-de/san-xuat/", "thon/vi-du/"} <= ways
    assert not any(url.startswith("tin-tuc/tin-") for url in ways)


def materials(town: Town) -> list[tuple[str, dict[str, Any]]]:
    """Path and contents of each page of the materials."""
    pages = materials_pages(showing(town), sheets())
    return [(path, meta(make())) for path, make in pages]


def test_materials_go_on_on_further_pages(town: Town) -> None:
    """A village head finds the newest sheet first, and the oldest at the end."""
    news(town, MANY)
    pages = materials(town)
    titles = [sheet["url"] for _, found in pages for sheet in found.get("sheets", [])]

    assert [path for path, _ in pages] == [
        "tai-lieu.md",
        "tai-lieu/trang/2.md",
    ]
    assert titles == [f"tin-tuc/tin-{number:03}/" for number in range(MANY)]
    assert all(len(found["sheets"]) <= PAGE_SIZE for _, found in pages)
    assert pages[0][1]["pagination"]["next_url"] == "tai-lieu/trang/2/"


def numbers(current: int, last: int, town: Town) -> Iterator[str]:
    """The links of one page of a list, as a reader sees them."""
    found = pagination(current, last, lambda number: f"tin-tuc/trang/{number}.md", showing(town))
    for one in (found or {"pages": []})["pages"]:
        yield str(one["number"]) if one else "…"


@pytest.mark.parametrize(
    ("current", "last", "seen"),
    [
        (1, 1, ""),
        (1, 3, "1 2 3"),
        (1, 60, "1 2 3 … 60"),
        (5, 60, "1 2 3 4 5 6 7 … 60"),
        (30, 60, "1 … 28 29 30 31 32 … 60"),
        (60, 60, "1 … 58 59 60"),
    ],
)
def test_a_long_list_links_to_few_of_its_pages(
    current: int, last: int, seen: str, town: Town
) -> None:
    """The first, the last and those near by: a thumb still hits them."""
    assert " ".join(numbers(current, last, town)) == seen


def test_many_policies_of_a_topic_go_on_in_its_own_list(town: Town) -> None:
    """The list of policies stays one that can be read through; nothing is left out of reach."""
    for number in range(25):
        town.post("policy", slug=f"vay-{number:02}")
    ((_, make), *narrowed) = section_pages("chinh-sach", showing(town))
    (group,) = meta(make())["groups"]

    assert len(group["cards"]) == 20
    assert group["more"] == {"title": "Xem tất cả 25 bài", "url": group["url"]}
    reached = {card["url"] for _, page in narrowed for card in meta(page()).get("cards", [])}
    assert len(reached) == 25
