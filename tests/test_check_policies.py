"""Facts about policies that residents can rely on."""

from typing import Any

import pytest

from town import LISTS, Town

FACT = LISTS["policies"][0]["facts"][0]
ONE = "hãy ghi đúng một trong amount, rate, number, day, text"


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ({}, []),
        ({"amount": None, "rate": "6,24", "unit": "một năm"}, []),
        ({"amount": None, "text": "theo quyết định của xã", "unit": None}, []),
        ({"amount": None}, [f"«muc-vay»: {ONE}; chưa có mục nào"]),
        ({"rate": "6,24"}, [f"«muc-vay»: {ONE}; đang có amount, rate"]),
        (
            {"amount": None, "number": 120, "unit": None},
            ["«muc-vay»: con số chưa có đơn vị; hãy thêm «unit», ví dụ unit: tháng"],
        ),
        ({"amount": None, "number": "1,5", "unit": None, "label": "Hệ số người cao tuổi"}, []),
        (
            {"headline": True, "confidence": "thap"},
            ["nhắc: «muc-vay»: độ tin cậy thấp mà đứng đầu bài; hãy đối chiếu hoặc bỏ headline"],
        ),
        ({"headline": True, "confidence": "trung-binh"}, []),
    ],
)
def test_a_fact_is_one_clear_value(
    town: Town, changes: dict[str, Any], messages: list[str]
) -> None:
    """A resident never reads a bare "120" or two different amounts."""
    town.fact(**changes)

    assert town.said() == messages


def test_facts_of_a_policy_have_their_own_names(town: Town) -> None:
    """``{{ muc-vay }}`` in a post means one figure."""
    town.policy(facts=[FACT, FACT])

    assert town.said() == ["«muc-vay» đã có trong chính sách này; hãy đặt tên khác"]


def test_a_source_is_more_than_an_empty_line(town: Town) -> None:
    """An officer can look up where a figure comes from."""
    town.policy(sources=[{"name": "Báo Ví Dụ"}, {"url": None}])

    assert town.said() == ["«sources (mục 2)»: hãy ghi tên nguồn hoặc địa chỉ"]


OLD = {"title": "Cũ", "issuer": "Chính phủ", "issuer_type": "state", "effective_to": "2025-12-31"}


def test_a_benefit_resting_on_repealed_documents_is_seen(town: Town) -> None:
    """An officer learns which document replaced the one that a policy rests on."""
    town.entry("legal_documents", "90/QĐ-TTg", replaced_by="417/QĐ-BNNMT", **OLD)
    town.entry("legal_documents", "24/2021/QĐ-TTg", **OLD)
    town.policy(legal_basis=["90/QĐ-TTg", "24/2021/QĐ-TTg"])

    assert town.said() == [
        "nhắc: «vay-von-ho-ngheo» chỉ dựa vào văn bản đã hết hiệu lực: "
        "90/QĐ-TTg (thay bằng 417/QĐ-BNNMT); 24/2021/QĐ-TTg; "
        "hãy thêm văn bản mới vào «legal_basis» hoặc ghi «valid_to»"
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"legal_basis": ["90/QĐ-TTg", "07/2021/NĐ-CP"]},
        {"legal_basis": ["90/QĐ-TTg"], "valid_to": "2025-12-31"},
        {"legal_basis": ["90/QĐ-TTg"], "kind": "programme"},
        {"legal_basis": []},
    ],
)
def test_a_benefit_with_living_ground_is_left_alone(town: Town, changes: dict[str, Any]) -> None:
    """One document in effect is enough, and what has ended is known to have ended."""
    town.entry("legal_documents", "90/QĐ-TTg", **OLD)
    town.policy(**changes)

    assert town.problems() == []


@pytest.mark.parametrize(
    ("condition", "messages"),
    [
        ({"about": "household", "any_of": ["ho-ngheo"]}, []),
        ({"about": "dimension", "any_of": ["nha-o"]}, []),
        ({"about": "ethnicity", "any_of": ["dtts"]}, []),
        ({"about": "area", "any_of": ["dac-biet-kho-khan"]}, []),
        ({"about": "purpose", "any_of": ["vay-von"]}, []),
        ({"about": "age", "at_least": 60, "at_most": 74}, []),
        (
            {"about": "household", "any_of": ["ho-ngheo", "ho-can-ngeo"]},
            [
                "«eligibility (mục 1).conditions (mục 1).any_of (mục 2): ho-can-ngeo» chưa đúng; "
                "có phải ý bạn là «ho-can-ngheo»?"
            ],
        ),
        (
            {"about": "dimension", "any_of": ["nha"]},
            [
                "«eligibility (mục 1).conditions (mục 1).any_of (mục 1): nha» chưa đúng; "
                "có phải ý bạn là «nha-o»?"
            ],
        ),
        (
            {"about": "ethnicity", "any_of": ["jrai"]},
            [
                "«eligibility (mục 1).conditions (mục 1).any_of (mục 1): jrai» chưa đúng; "
                "hãy chọn: dtts, kinh"
            ],
        ),
        (
            {"about": "age", "at_least": 74, "at_most": 60},
            [
                "«eligibility (mục 1).conditions (mục 1)»: at_least 74 lớn hơn at_most 60; "
                "hãy đổi lại"
            ],
        ),
    ],
)
def test_a_condition_can_be_asked_and_met(
    town: Town, condition: dict[str, Any], messages: list[str]
) -> None:
    """The policy finder never asks a question that nobody can answer with yes."""
    ways = [{"who": "Hộ nghèo", "conditions": [{"text": "Có tên trong danh sách"} | condition]}]
    town.policy(eligibility=ways)

    assert town.said() == messages
