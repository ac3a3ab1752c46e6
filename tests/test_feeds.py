"""Feeds: what other sites and readers' programs get of the town's news."""

import json
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.machines import feeds
from loa.model.posts import POST_KINDS
from town import CONSENT, TODAY, Town

SITE = "https://dakthu.gialai.gov.vn/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def showing(town: Town) -> Showing:
    """A town with two public posts and one of everything that must not be passed on."""
    town.post("news", slug="cu", title="Tin cũ & mới <hơn>", date="2026-01-02")
    town.post("story", slug="moi", title="Chuyện mới", date="2026-11-20", updated_on="2026-11-22")
    town.post("news", slug="nhap", title="RIÊNG nháp", status="draft")
    town.post("news", slug="mai", title="RIÊNG mai", date=str(TODAY + timedelta(days=1)))
    town.post("news", slug="het", title="RIÊNG hết hạn", expires_on="2026-11-01")
    town.post("story", slug="mau", title="RIÊNG mẫu", sample=True)
    withdrawn = CONSENT | {"withdrawn_on": "2026-11-01"}
    town.post("story", slug="rut", title="RIÊNG rút lại", consent=withdrawn)
    return Showing(town.content(), TODAY, Edition(site_url=SITE))


def every_feed(showing: Showing) -> list[str]:
    """All feeds of the site, of all sections, in all formats."""
    return [
        make(showing, section)
        for make in (feeds.rss, feeds.atom, feeds.json_feed)
        for section in ("", *POST_KINDS)
    ]


def test_rss_tells_the_newest_first(showing: Showing) -> None:
    """A reader's program shows title, sapo, day and a full address for each post."""
    channel = ElementTree.fromstring(feeds.rss(showing)).find("channel")
    assert channel is not None
    items = channel.findall("item")

    assert [item.findtext("title") for item in items] == ["Chuyện mới", "Tin cũ & mới <hơn>"]
    assert items[0].findtext("link") == f"{SITE}guong-dien-hinh/moi/"
    assert (items[0].findtext("guid"), items[1].findtext("guid")) == ("GD-0002", "TT-0001")
    assert (channel.findtext("language"), channel.findtext("link")) == ("vi", SITE)
    published = parsedate_to_datetime(items[0].findtext("pubDate") or "")
    assert published == datetime.fromisoformat("2026-11-20T00:00:00+07:00")


def test_atom_has_everything_that_the_standard_asks(showing: Showing) -> None:
    """RFC 4287: each feed and entry has an id of its own, a title and a time with its zone."""
    feed = ElementTree.fromstring(feeds.atom(showing))
    entries = feed.findall(f"{ATOM}entry")

    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        *("Chuyện mới", "Tin cũ & mới <hơn>")
    ]
    for one in (feed, *entries):
        assert one.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated", "")).tzinfo is not None
        assert one.find(f"{ATOM}link") is not None
    assert len({one.findtext(f"{ATOM}id") for one in (feed, *entries)}) == 3
    assert feed.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00+07:00"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "UBND xã Đak Thử"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"


def test_json_feed_has_everything_that_the_standard_asks(showing: Showing) -> None:
    """JSON Feed 1.1: version, title, own address, and for each item id, address and text."""
    feed = json.loads(feeds.json_feed(showing, "tin-tuc"))
    (item,) = feed["items"]

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{SITE}tin-tuc/feed.json"
    assert feed["title"] == "Giảm nghèo · Đak Thử: Tin tức"
    assert (item["id"], item["url"]) == ("TT-0001", f"{SITE}tin-tuc/cu/")
    assert (item["title"], item["tags"]) == ("Tin cũ & mới <hơn>", ["Cây, con giống"])
    assert item["date_published"] == "2026-01-02T00:00:00+07:00"


def test_only_public_and_real_posts_are_passed_on(showing: Showing) -> None:
    """Drafts, coming, expired, invented and withdrawn posts reach no other site."""
    assert [feed for feed in every_feed(showing) if "RIÊNG" in feed] == []


def test_drafts_stay_out_even_in_the_preview(showing: Showing) -> None:
    """An officer who previews cannot hand a draft to a feed reader by accident."""
    preview = Showing(showing.content, TODAY, Edition(drafts=True, site_url=SITE))

    assert [feed for feed in every_feed(preview) if "RIÊNG" in feed] == []


def test_a_section_s_feed_has_its_own_posts_only(showing: Showing) -> None:
    """Whoever follows the news is not sent the stories."""
    titles = {
        section: [item["title"] for item in json.loads(feeds.json_feed(showing, section))["items"]]
        for section in POST_KINDS
    }

    assert titles == {
        "guong-dien-hinh": ["Chuyện mới"],
        "chinh-sach": [],
        "tin-tuc": ["Tin cũ & mới <hơn>"],
        "hoi-dap": [],
    }


def test_a_feed_ends_after_thirty_posts(town: Town) -> None:
    """A reader's program does not load ten years of news each hour."""
    for day in range(1, 32):
        town.post("news", slug=f"tin-{day}", date=f"2026-10-{day:02d}")
    showing = Showing(town.content(), TODAY, Edition(site_url=SITE))
    items = json.loads(feeds.json_feed(showing))["items"]

    assert len(items) == 30
    assert items[0]["url"].endswith("tin-31/")


def test_an_empty_town_has_sound_feeds(town: Town) -> None:
    """The first day, before the first post, nothing is broken."""
    showing = Showing(town.content(), TODAY, Edition())

    assert ElementTree.fromstring(feeds.rss(showing)).findall("channel/item") == []
    updated = ElementTree.fromstring(feeds.atom(showing)).findtext(f"{ATOM}updated")
    assert updated == "2026-11-24T00:00:00+07:00"
    assert json.loads(feeds.json_feed(showing))["items"] == []


@pytest.mark.parametrize("typed", ["]]>", "<script>&amp;", "\\u0007", "\\u0000", "\\ufffe", "“”"])
def test_no_title_breaks_a_feed(town: Town, typed: str) -> None:
    """One odd letter in one title does not switch off everybody's feed."""
    title = json.loads(f'"Tin {typed} hay"')
    town.post("news", title=title)
    posts = town.content().posts  # none, where the reader refuses the letter
    showing = Showing(town.content(), TODAY, Edition(site_url=SITE))

    for feed in every_feed(showing)[:10]:
        ElementTree.fromstring(feed)
    if posts:
        assert ElementTree.fromstring(feeds.rss(showing)).findtext("channel/item/title") == title
