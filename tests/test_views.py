"""Which posts show on which day, in what order, beside which others."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loa.ask import views
from loa.ask.approval import content_hash
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.ask.views import Standing
from loa.model.plan import Campaign
from loa.model.posts import Post
from town import CONSENT, TODAY, Town

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def only_post(town: Town) -> Post:
    """The one post of a town."""
    (post,) = town.content().posts
    return post


def standing(town: Town, today: date = TODAY) -> Standing:
    """How the one post of a town stands."""
    content = town.content()
    return views.standing(content.posts[0], content, today)


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, Standing.SHOWN),
        ({"status": "draft"}, Standing.UNFINISHED),
        ({"status": "review"}, Standing.UNFINISHED),
        ({"date": str(TODAY)}, Standing.SHOWN),
        ({"date": str(TOMORROW)}, Standing.UNFINISHED),
        ({"publish_on": str(TODAY)}, Standing.SHOWN),
        ({"publish_on": str(TOMORROW)}, Standing.UNFINISHED),
        ({"date": str(TOMORROW), "publish_on": str(TODAY)}, Standing.SHOWN),
        ({"expires_on": str(YESTERDAY)}, Standing.SHOWN),
        ({"sample": True}, Standing.SHOWN),
        ({"consent": CONSENT}, Standing.SHOWN),
        ({"consent": CONSENT | {"until": str(TODAY)}}, Standing.SHOWN),
        ({"consent": CONSENT | {"until": str(YESTERDAY)}}, Standing.WITHDRAWN),
        ({"consent": CONSENT | {"withdrawn_on": str(TOMORROW)}}, Standing.SHOWN),
        ({"consent": CONSENT | {"withdrawn_on": str(TODAY)}}, Standing.WITHDRAWN),
        ({"consent": CONSENT | {"given_on": str(TOMORROW)}}, Standing.WITHDRAWN),
        ({"consent": CONSENT | {"until": "2026-10-31"}, "status": "draft"}, Standing.WITHDRAWN),
    ],
)
def test_a_post_shows_on_its_days_only(
    town: Town, changes: dict[str, object], stands: Standing
) -> None:
    """Nothing comes out a day early, and consent that is taken back weighs most."""
    town.post("story", **changes)

    assert standing(town) is stands


def test_samples_go_when_the_town_says_so(town: Town) -> None:
    """One line in township.yml takes the invented posts off the site."""
    town.post("story", sample=True)
    town.township(show_samples=False)

    assert standing(town) is Standing.HIDDEN


def test_what_changed_after_approval_is_held_back_alone(town: Town) -> None:
    """Where approval is wanted, a post goes out exactly as it was approved."""
    town.township(approval_required=True)
    town.post("news", slug="a")
    mark = content_hash(only_post(town), town.root)
    assert standing(town) is Standing.HELD

    town.post("news", slug="a", approved={"by": "Chủ tịch", "on": "2026-11-01", "hash": mark})
    assert standing(town) is Standing.SHOWN

    approved = {"by": "Chủ tịch", "on": "2026-11-01", "hash": mark}
    town.post("news", slug="a", body="Nội dung khác.", approved=approved)
    assert standing(town) is Standing.HELD


def test_the_newest_comes_first_and_samples_last(town: Town) -> None:
    """A resident sees today's news first; equal days are settled by the title."""
    for slug, day, changes in (
        ("cu", "2026-01-01", {}),
        ("moi", "2026-11-01", {"title": "Bài sau"}),
        ("moi-nua", "2026-11-01", {"title": "Bài một"}),
        ("mau", "2026-11-20", {"sample": True}),
        ("het-han", "2026-11-10", {"expires_on": str(YESTERDAY)}),
        ("con-han", "2026-10-01", {"expires_on": str(TODAY)}),
    ):
        town.post("news", slug=slug, date=day, **changes)
    listed = views.current(town.content().posts, TODAY)

    assert [post.slug for post in listed] == ["moi-nua", "moi", "con-han", "cu", "mau"]


def test_a_public_build_has_no_drafts_and_passes_on_no_samples(town: Town) -> None:
    """The officer's preview shows more than residents and machines ever get."""
    town.post("news", slug="nhap", status="draft")
    town.post("news", slug="mau", sample=True)
    town.post("news", slug="that")
    town.post("news", slug="rut", consent=CONSENT | {"withdrawn_on": "2026-11-01"})
    public = Showing(town.content(), TODAY, Edition())
    preview = Showing(town.content(), TODAY, Edition(drafts=True))

    assert {post.slug for post in public.shown} == {"mau", "that"}
    assert {post.slug for post in preview.shown} == {"mau", "that", "nhap"}
    assert {post.slug for post in public.published} == {"that"}
    assert {post.slug for post in public.silent} == {"rut"}


def test_related_posts_share_what_the_reader_came_for(town: Town) -> None:
    """Beside a post stand at most three of its own kind, the closest first."""
    town.post("news", slug="day", topics=["vay-von"], audiences=["ho-ngheo"])
    town.post("news", slug="gan", topics=["vay-von"], audiences=["ho-ngheo"])
    town.post("news", slug="cung-chu-de", topics=["vay-von"], date="2026-10-20")
    town.post("news", slug="cung-nguoi", topics=["san-xuat"], audiences=["ho-ngheo"])
    town.post("news", slug="cu-hon", topics=["vay-von"], date="2025-01-01")
    town.post("news", slug="xa", topics=["san-xuat"])
    town.post("story", slug="loai-khac", topics=["vay-von"], audiences=["ho-ngheo"])
    showing = Showing(town.content(), TODAY, Edition())
    posts = {post.slug: post for post in showing.content.posts}

    found = showing.related(posts["day"])
    assert [post.slug for post in found] == ["gan", "cung-chu-de", "cung-nguoi"]
    assert showing.related(posts["loai-khac"]) == []


def test_neighbours_lead_through_a_list(town: Town) -> None:
    """A reader who goes on from post to post sees each once and comes to an end."""
    for slug in ("a", "b", "c"):
        town.post("news", slug=slug)
    showing = Showing(town.content(), TODAY, Edition())
    first, middle, last = showing.content.posts

    assert showing.neighbours(first) == (None, middle)
    assert showing.neighbours(middle) == (first, last)
    assert showing.neighbours(last) == (middle, None)
    assert showing.neighbours(replace(first, path="stories/tin-tuc/khac.md")) == (None, None)


OCTOBER = Campaign(id="a", title="Tháng cao điểm", starts="10-17", ends="11-18")
TET = Campaign(id="b", title="Tết vì người nghèo", starts="12-15", ends="01-31")
LEAP = Campaign(id="c", title="Ngày nhuận", starts="02-29", ends="02-29")


@pytest.mark.parametrize(
    ("campaign", "today", "first", "last"),
    [
        (OCTOBER, "2026-10-16", "2026-10-17", "2026-11-18"),
        (OCTOBER, "2026-10-17", "2026-10-17", "2026-11-18"),
        (OCTOBER, "2026-11-18", "2026-10-17", "2026-11-18"),
        (OCTOBER, "2026-11-19", "2027-10-17", "2027-11-18"),
        (TET, "2026-12-14", "2026-12-15", "2027-01-31"),
        (TET, "2026-12-31", "2026-12-15", "2027-01-31"),
        (TET, "2027-01-31", "2026-12-15", "2027-01-31"),
        (TET, "2027-02-01", "2027-12-15", "2028-01-31"),
        (LEAP, "2026-03-01", "2027-02-28", "2027-02-28"),
        (LEAP, "2027-03-01", "2028-02-29", "2028-02-29"),
    ],
)
def test_a_campaign_comes_every_year(campaign: Campaign, today: str, first: str, last: str) -> None:
    """The banner stands from the first to the last day and then announces the next year."""
    season = views.season(campaign, date.fromisoformat(today))

    assert season == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("day", "unit"),
    [("2025-06-30", "thi-tran-cu"), ("2025-07-01", "xa-moi"), ("2000-01-01", "thi-tran-cu")],
)
def test_a_day_belongs_to_the_unit_of_its_time(town: Town, day: str, unit: str) -> None:
    """A post of 2024 belongs to the town that was, not to its successor."""
    assert views.unit_on(town.content(), date.fromisoformat(day)).id == unit


def test_a_policy_stands_as_long_as_one_document_does(town: Town) -> None:
    """It loses its ground with the last document under it, and never while one has no end."""
    other = {"title": "Sửa đổi", "issuer": "Chính phủ", "issuer_type": "state"}
    town.entry("legal_documents", "30/2025/NĐ-CP", **other)
    town.policy(legal_basis=["07/2021/NĐ-CP", "30/2025/NĐ-CP"])

    def last_day() -> date | None:
        content = town.content()
        return views.last_day_of_documents(content.policies["vay-von-ho-ngheo"], content)

    town.entry("legal_documents", "07/2021/NĐ-CP", effective_to="2026-12-31")
    assert last_day() is None
    town.entry("legal_documents", "30/2025/NĐ-CP", effective_to="2027-06-30")
    assert last_day() == date(2027, 6, 30)
    town.policy(legal_basis=[])
    assert last_day() is None
