"""What stands around every page: who answers for it, and where to go on from a dead end."""

import json

import pytest

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.ask.views import Standing
from loa.pages.site import site_settings
from loa.pages.unavailable import notice_page, ways_on
from town import TODAY, Town


def showing(town: Town) -> Showing:
    """The town as it is seen today."""
    return Showing(town.content(), TODAY, Edition())


@pytest.mark.parametrize("written", ["đang cập nhật", "Đang cập nhật ", None])
def test_what_officers_have_yet_to_fill_in_is_left_out(town: Town, written: str | None) -> None:
    """No page says "người chịu trách nhiệm: đang cập nhật": the line waits for a name."""
    town.township(responsible_person=written, licence=written)
    footer = site_settings(showing(town))["footer"]

    assert (footer["responsible"], footer["licence"]) == ("", "")


def test_who_answers_for_the_content_is_named(town: Town) -> None:
    """Residents see whom to hold to it."""
    assert site_settings(showing(town))["footer"]["responsible"] == "Nguyễn Văn Ví Dụ"


def test_the_name_of_the_site_is_not_torn_in_the_header(town: Town) -> None:
    """On a narrow phone the header breaks between words; titles for machines stay as written."""
    town.file("data/speech.yml", "compounds: [giảm nghèo, Đak Thử]\n")
    settings = site_settings(showing(town))

    assert settings["brand"] == "Giảm\u00a0nghèo · Đak\u00a0Thử"
    assert settings["site_name"] == "Giảm nghèo · Đak Thử"


def test_a_dead_end_leads_to_the_finder_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who typed a wrong address still gets to what the family may receive."""
    monkeypatch.setattr("loa.ask.paths.FINDER", "", raising=False)
    assert [way["url"] for way in ways_on(Edition())] == ["chinh-sach/", "guong-dien-hinh/", ""]

    monkeypatch.setattr("loa.ask.paths.FINDER", "chinh-sach/tim.md", raising=False)
    first = ways_on(Edition())[0]
    assert (first["title"], first["url"]) == ("Gia đình mình được hưởng gì?", "chinh-sach/tim/")


def test_a_withdrawn_post_leads_to_others_of_its_kind(town: Town) -> None:
    """The notice names nobody, and whoever came for a story finds other stories."""
    text = notice_page(Standing.WITHDRAWN, "guong-dien-hinh", showing(town))
    links = json.loads(text.split("---\n")[1])["links"]

    assert [(link["title"], link["url"]) for link in links] == [
        ("Bài khác trong mục Gương điển hình", "guong-dien-hinh/"),
        ("Trang chủ", ""),
    ]
