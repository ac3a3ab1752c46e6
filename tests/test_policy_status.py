"""What a page says of a policy: today, and on every later day that the built page may be read."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loa.ask.paths import Edition
from loa.ask.policy_status import Status, policy_states, policy_status
from loa.outputs import build_site
from town import TODAY, Town

DAY = timedelta(days=1)
CHECKED = "Thông tin đến 01/11/2026."


def status(town: Town, today: date = TODAY, **changes: Any) -> Status:
    """The state of the town's only policy."""
    town.policy(**changes)
    content = town.content()
    return policy_status(content.policies["vay-von-ho-ngheo"], content, today)


def test_a_confirmed_policy_is_in_force(town: Town) -> None:
    """A resident sees at once that it holds, and how fresh the information is."""
    found = status(town, validity_confirmed=True)

    assert (found.level, found.strong, found.text) == ("ok", "Đang áp dụng.", CHECKED)
    badge = {"level": "ok", "text": "Đang áp dụng", "from": "", "until": ""}
    assert found.badge() == badge


def test_an_unconfirmed_policy_sends_people_to_ask(town: Town) -> None:
    """What no source confirms is not told as certain."""
    found = status(town)

    assert (found.level, found.strong) == ("ask", "Cần hỏi lại cán bộ.")
    assert found.text == f"{CHECKED} Chưa có nguồn nói rõ nay còn áp dụng như cũ."
    assert found.notice()["level"] == "info"


@pytest.mark.parametrize(
    ("today", "strong"),
    [
        ("2026-10-01", "Đang áp dụng."),
        ("2026-10-02", "Dùng đến hết 31/12/2026."),
        ("2026-12-31", "Dùng đến hết 31/12/2026."),
        ("2027-01-01", "Chính sách giai đoạn trước."),
        ("2030-01-01", "Chính sách giai đoạn trước."),
    ],
)
def test_an_ending_policy_says_so_in_time(town: Town, today: str, strong: str) -> None:
    """People hear of the end ninety days before it, and never too late."""
    found = status(town, date.fromisoformat(today), valid_to="2026-12-31", validity_confirmed=True)

    assert found.strong == strong


@pytest.mark.parametrize(
    ("today", "strong"),
    [("2026-12-31", "Áp dụng từ 01/01/2027."), ("2027-01-01", "Đang áp dụng.")],
)
def test_a_coming_policy_is_not_promised_too_early(town: Town, today: str, strong: str) -> None:
    """The day before, it is announced; on the day, it holds."""
    found = status(
        town, date.fromisoformat(today), valid_from="2027-01-01", validity_confirmed=True
    )

    assert found.strong == strong


def test_a_policy_without_any_document_in_effect_has_ended(town: Town) -> None:
    """Where every document under it has ended, the page says so whatever else is written."""
    town.entry("legal_documents", "07/2021/NĐ-CP", effective_to="2026-11-23")
    found = status(town, validity_confirmed=True)

    assert found.strong == "Văn bản làm căn cứ đã hết hiệu lực."
    assert found.notice()["level"] == "danger"


def test_the_page_carries_every_later_state(town: Town) -> None:
    """A page built last year still tells the truth: the browser picks the notice of its day."""
    town.policy(valid_from="2027-01-01", valid_to="2028-12-31", validity_confirmed=True)
    content = town.content()
    states = policy_states(content.policies["vay-von-ho-ngheo"], content, TODAY)

    assert [(state.strong, str(state.since), str(state.until)) for state in states] == [
        ("Áp dụng từ 01/01/2027.", "None", "2026-12-31"),
        ("Đang áp dụng.", "2027-01-01", "2028-10-01"),
        ("Dùng đến hết 31/12/2028.", "2028-10-02", "2028-12-31"),
        ("Chính sách giai đoạn trước.", "2029-01-01", "None"),
    ]


near = st.one_of(st.none(), st.integers(-200, 200).map(lambda days: TODAY + days * DAY))


@settings(
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(begins=near, ends=near)
def test_on_every_day_there_is_one_state(
    town: Town, begins: date | None, ends: date | None
) -> None:
    """Whatever the days in the data, a reader never meets two notices, nor none."""
    if begins and ends and ends < begins:
        begins, ends = ends, begins
    town.policy(valid_from=begins and begins.isoformat(), valid_to=ends and ends.isoformat())
    content = town.content()
    states = policy_states(content.policies["vay-von-ho-ngheo"], content, TODAY)

    assert states[0].since is None
    assert states[-1].until is None
    for state, following in pairwise(states):
        assert state.until is not None
        assert following.since == state.until + DAY
        assert state.since is None or state.since <= state.until


def test_the_explainer_shows_the_notice_and_the_successor(town: Town) -> None:
    """Whoever reads about an ended policy is led to the one that took its place."""
    town.policy(valid_to="2026-11-23", succeeded_by="moi")
    town.entry(
        *("policies", "moi"),
        title="Mới",
        kind="benefit",
        topic="vay-von",
        audiences=["ho-ngheo"],
        confidence="cao",
        as_of="2026-11-01",
        sources=[{"name": "Báo Ví Dụ"}],
    )
    town.post("policy", slug="cu")
    town.post("policy", slug="bai-moi", policy="moi", title="Cách vay từ nay")
    site = build_site(town.root, TODAY, Edition())
    (page,) = (str(made.content) for made in site.outputs if made.path == "chinh-sach/cu.md")

    assert "Đã hết hiệu lực từ 24/11/2026. Chỉ để tra cứu." in page
    assert '"title": "Xem: Cách vay từ nay"' in page
    assert '"url": "chinh-sach/bai-moi/"' in page


def test_a_policy_loses_its_ground_with_its_last_document(town: Town) -> None:
    """A page built while the document was in effect says so itself once it no longer is."""
    town.entry("legal_documents", "07/2021/NĐ-CP", effective_to="2027-03-31")
    town.policy(validity_confirmed=True)
    content = town.content()
    now, later = policy_states(content.policies["vay-von-ho-ngheo"], content, TODAY)

    assert (now.strong, str(now.until)) == ("Đang áp dụng.", "2027-03-31")
    assert later.strong == "Văn bản làm căn cứ đã hết hiệu lực."
    assert str(later.since) == "2027-04-01"
