"""Days that make sense beside each other and beside today."""

from typing import Any

import pytest

from town import CONSENT, Town

MEND = "hãy sửa một trong hai ngày"


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        (
            "news",
            {"expires_on": "2026-10-01"},
            "«expires_on: 01/10/2026» (hết hạn sau ngày) đứng trước "
            f"«date: 17/10/2026» (ngày của bài); {MEND}",
        ),
        (
            "news",
            {"updated_on": "2026-10-16"},
            "«updated_on: 16/10/2026» (cập nhật ngày) đứng trước "
            f"«date: 17/10/2026» (ngày của bài); {MEND}",
        ),
        (
            "news",
            {"publish_on": "2026-12-02", "expires_on": "2026-12-01"},
            "«expires_on: 01/12/2026» (hết hạn sau ngày) đứng trước "
            f"«publish_on: 02/12/2026» (hẹn ngày đăng); {MEND}",
        ),
        (
            "question",
            {"asked_on": "2026-10-10", "answered_on": "2026-10-09"},
            "«answered_on: 09/10/2026» (ngày trả lời) đứng trước "
            f"«asked_on: 10/10/2026» (ngày hỏi); {MEND}",
        ),
    ],
)
def test_a_post_does_not_end_before_it_begins(
    town: Town, kind: str, changes: dict[str, Any], message: str
) -> None:
    """A slip in a date does not make a post vanish unseen."""
    town.post(kind, **changes)

    assert [line for line in town.said() if not line.startswith("nhắc: ")] == [message]


def test_consent_does_not_end_before_it_was_given(town: Town) -> None:
    """A mistyped year is seen before a family's story goes missing."""
    town.post("news", consent=CONSENT | {"until": "2025-10-01"})

    message = (
        "«consent.until: 01/10/2025» (đồng ý đến ngày) đứng trước "
        f"«given_on: 01/10/2026» (ngày đồng ý); {MEND}"
    )
    assert message in town.said()


@pytest.mark.parametrize(
    ("list_name", "id", "changes", "message"),
    [
        (
            "policies",
            "vay-von-ho-ngheo",
            {"valid_from": "2026-02-01", "valid_to": "2026-01-31"},
            "«valid_to: 31/01/2026» (đến hết ngày) đứng trước "
            f"«valid_from: 01/02/2026» (có từ ngày); {MEND}",
        ),
        (
            "legal_documents",
            "07/2021/NĐ-CP",
            {"effective_to": "2021-03-14"},
            "«effective_to: 14/3/2021» (hiệu lực đến hết) đứng trước "
            f"«effective_from: 15/3/2021» (hiệu lực từ); {MEND}",
        ),
        (
            "events",
            "hoi-thi",
            {"title": "Hội thi", "kind": "hoi-thi", "on": "2026-12-02", "until": "2026-12-01"},
            f"«until: 01/12/2026» (đến hết ngày) đứng trước «on: 02/12/2026» (ngày); {MEND}",
        ),
    ],
)
def test_data_does_not_end_before_it_begins(
    town: Town, list_name: str, id: str, changes: dict[str, Any], message: str
) -> None:
    """A policy is never shown as lapsed because of a slip."""
    town.entry(list_name, id, **changes)

    assert message in town.said()


def test_a_fact_does_not_end_before_it_begins(town: Town) -> None:
    """An old rate and a new one do not change places."""
    town.fact(applies_from="2026-01-01", applies_to="2025-12-31")

    assert town.said() == [
        "«facts (mục 1).applies_to: 31/12/2025» (áp dụng đến hết) đứng trước "
        f"«applies_from: 01/01/2026» (áp dụng từ); {MEND}"
    ]


def test_days_beside_each_other_may_be_the_same(town: Town) -> None:
    """A post may expire on the day it appears."""
    town.post("news", expires_on="2026-10-17", updated_on="2026-10-17")

    assert town.problems() == []


AHEAD = "còn ở phía trước, hôm nay là 24/11/2026; hãy sửa ngày"


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        ("news", {"updated_on": "2026-11-25"}, f"«updated_on: 25/11/2026» (cập nhật ngày) {AHEAD}"),
        (
            "news",
            {"consent": CONSENT | {"given_on": "2026-11-25"}},
            f"«consent.given_on: 25/11/2026» (ngày đồng ý) {AHEAD}",
        ),
        (
            "question",
            {"asked_on": "2026-11-25"},
            f"«asked_on: 25/11/2026» (ngày hỏi) {AHEAD}",
        ),
        (
            "news",
            {"approved": {"by": "Chủ tịch", "on": "2026-11-25", "hash": "0123456789abcdef"}},
            f"«approved.on: 25/11/2026» (ngày duyệt) {AHEAD}",
        ),
    ],
)
def test_what_has_happened_is_not_ahead(
    town: Town, kind: str, changes: dict[str, Any], message: str
) -> None:
    """Nobody's consent or approval is dated to a day that has not come."""
    town.post(kind, **changes)

    assert town.said() == [message]


def test_a_figure_was_read_before_today(town: Town) -> None:
    """Residents are told honestly up to when a figure was checked."""
    town.fact(as_of="2026-11-25")

    assert town.said() == [f"«facts (mục 1).as_of: 25/11/2026» (tính đến ngày) {AHEAD}"]


@pytest.mark.parametrize(
    ("launch", "messages"),
    [
        ({"year": 2026, "on": "2026-10-03"}, []),
        (
            {"year": 2026, "on": "2025-10-17"},
            ["«launches (mục 1).on: 17/10/2025» phải nằm trong năm 2026; hãy sửa «on» hoặc «year»"],
        ),
        (
            {"year": 2026, "on": "2026-12-01"},
            [
                "«launches (mục 1).on: 01/12/2026» đứng sau ngày cuối của chiến dịch (18/11); "
                "hãy sửa ngày"
            ],
        ),
    ],
)
def test_a_campaign_is_launched_in_its_year(
    town: Town, launch: dict[str, Any], messages: list[str]
) -> None:
    """A launch may come before the first day, but not after the campaign."""
    town.entry(
        "campaigns",
        "cao-diem",
        title="Tháng cao điểm",
        starts="10-17",
        ends="11-18",
        launches=[launch],
    )

    assert town.said() == messages


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ({"on": "2026-12-01", "until": "2026-12-02"}, []),
        ({"yearly": "09-01", "yearly_until": "12-14"}, []),
        ({"yearly_before": "05-20"}, []),
        ({}, ["«ra-soat»: hãy ghi đúng một trong on, yearly, yearly_before; chưa có mục nào"]),
        (
            {"on": "2026-12-01", "yearly": "12-01"},
            ["«ra-soat»: hãy ghi đúng một trong on, yearly, yearly_before; đang có on, yearly"],
        ),
        (
            {"on": "2026-12-01", "yearly_until": "12-14"},
            ["«yearly_until» chỉ đi cùng «yearly»; việc một lần thì dùng «until»"],
        ),
        (
            {"yearly": "09-01", "until": "2026-12-14"},
            ["«until» chỉ đi cùng «on»; việc hằng năm thì dùng «yearly_until»"],
        ),
    ],
)
def test_an_event_has_one_way_of_coming(
    town: Town, changes: dict[str, Any], messages: list[str]
) -> None:
    """The calendar shows each event on the day that was meant."""
    town.entry("events", "ra-soat", title="Rà soát", kind="ra-soat", **changes)

    assert town.said() == messages
