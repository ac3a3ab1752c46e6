"""Posts that moved: an old address leads to the post, in one step, and never round in a circle."""

import re
from typing import Any

import pytest

from loa.ask.paths import Edition
from loa.outputs import build_site
from town import CONSENT, TODAY, Town

SITE = "https://dakthu.gialai.gov.vn/"
REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"]*)"')


def made(town: Town, **edition: Any) -> dict[str, str]:
    """Every file of the site."""
    site = build_site(town.root, TODAY, Edition(**{"site_url": SITE} | edition))
    return {output.path: str(output.content) for output in site.outputs}


def signposts(files: dict[str, str]) -> dict[str, str]:
    """The pages that only lead on, with where to."""
    found = {path: REFRESH.search(text) for path, text in files.items() if path.endswith(".html")}
    return {path: match[1] for path, match in found.items() if match}


def test_a_post_that_moved_twice_is_one_step_away(town: Town) -> None:
    """A link on a leaflet of three years ago leads straight to the post."""
    old = ["tin-tuc/mot/", "/tin-tuc/hai/", "cu/ba.html", "bon"]
    town.post("news", slug="nam", replaces=old)
    files = made(town)

    assert town.problems() == []
    assert signposts(files) == {
        "tin-tuc/mot/index.html": "../../tin-tuc/nam/",
        "tin-tuc/hai/index.html": "../../tin-tuc/nam/",
        "cu/ba.html": "../tin-tuc/nam/",
        "bon/index.html": "../tin-tuc/nam/",
    }
    assert f'<link rel="canonical" href="{SITE}tin-tuc/nam/">' in files["cu/ba.html"]


def test_a_signpost_leads_to_a_page_not_to_a_signpost(town: Town) -> None:
    """However often posts take each other's places, nobody goes round in a circle."""
    town.post("news", slug="a", replaces=["tin-tuc/x/", "tin-tuc/y/"])
    town.post("news", slug="b", replaces=["tin-tuc/z/"])
    files = made(town)

    for path, target in signposts(files).items():
        page = target.replace("../", "").strip("/") + ".md"
        assert page in files, f"{path} leads to {page}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["tin-tuc/b/"], ["tin-tuc/a/"]),  # each the old address of the other: a circle
        (["tin-tuc/b/"], []),  # an address that is in use
        (["tin-tuc/x/"], ["/tin-tuc/x.html"]),  # one address, two posts
        (["tin-tuc/a/"], []),  # itself
    ],
)
def test_circles_and_clashes_are_told(town: Town, first: list[str], second: list[str]) -> None:
    """The officer hears of it before anybody is sent astray."""
    town.post("news", slug="a", replaces=first)
    town.post("news", slug="b", replaces=second)

    assert [told for told in town.problems() if "replaces" in told]


def test_a_post_that_waits_keeps_its_old_addresses(town: Town) -> None:
    """They lead to the notice that it is being updated, and say none of its words."""
    town.township(approval_required=True)
    held = {"by": "Chủ tịch", "on": "2026-11-01", "hash": "0" * 16}
    town.post("news", slug="cho", title="GIỮLẠI", approved=held, replaces=["cu/cho.html"])
    files = made(town)

    assert signposts(files) == {"cu/cho.html": "../tin-tuc/cho/"}
    assert "GIỮLẠI" not in files["cu/cho.html"]


def test_a_withdrawn_post_leaves_no_signpost(town: Town) -> None:
    """Nothing tells where the story of a family stood."""
    withdrawn = CONSENT | {"withdrawn_on": "2026-11-01"}
    town.post("story", slug="rut", consent=withdrawn, replaces=["cu/rut.html"])

    assert signposts(made(town)) == {}


@pytest.mark.parametrize("address", ["", "https://example.org/"])
def test_a_signpost_names_no_foreign_address(town: Town, address: str) -> None:
    """While the site doesn't know its own address, the way on is told from where one stands."""
    town.post("news", slug="a", replaces=["cu/a.html"])
    text = made(town, site_url=address)["cu/a.html"]

    assert '<link rel="canonical" href="../tin-tuc/a/">' in text
    assert "://" not in text
