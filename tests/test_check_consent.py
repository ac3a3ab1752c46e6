"""Nobody is named, pictured or heard without having agreed to just that."""

from typing import Any

import pytest

from town import CONSENT, RECORDING, Town

NAMED: dict[str, Any] = {"subject": "household", "household": {"name": "gia đình anh Siu Ví Dụ"}}
PICTURE = {"file": "anh.jpg", "alt": "Đàn bò bên chuồng mới", "people": True}
AUDIO = [{"file": "doc.mp3", "language": "jra"}]
NO_CONSENT = (
    "mà chưa có sự đồng ý; hãy điền «consent» (given_on, form, record, scope, channels) "
    "hoặc bỏ phần này"
)


def consent(**changes: Any) -> dict[str, Any]:
    """What the household signed, with changes."""
    return CONSENT | changes


def not_covered(what: str, label: str, scope: str) -> str:
    """What is said when the paper does not go that far."""
    return (
        f"bài {what}, nhưng sự đồng ý chưa gồm {label}; hãy hỏi lại người trong bài rồi thêm "
        f"«{scope}» vào scope, hoặc bỏ phần này"
    )


@pytest.fixture(autouse=True)
def files(town: Town) -> None:
    """A picture and a recording beside the stories and the news."""
    for section in ("guong-dien-hinh", "tin-tuc"):
        town.file(f"stories/{section}/anh.jpg")
        town.file(f"stories/{section}/doc.mp3", RECORDING)


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        ("story", NAMED, f"bài nêu tên một người dân {NO_CONSENT}"),
        ("story", {"image": PICTURE}, f"bài có ảnh nhận ra người {NO_CONSENT}"),
        ("news", {"photos": [PICTURE]}, f"bài có ảnh nhận ra người {NO_CONSENT}"),
        ("story", {"audio": AUDIO}, f"bài có ghi âm giọng nói {NO_CONSENT}"),
        (
            "story",
            NAMED | {"consent": consent(scope=["hinh-anh"])},
            not_covered("nêu tên một người dân", "tên", "ten"),
        ),
        (
            "news",
            {"image": PICTURE, "consent": consent(scope=["ten"])},
            not_covered("có ảnh nhận ra người", "hình ảnh", "hinh-anh"),
        ),
        (
            "story",
            {"audio": AUDIO, "consent": consent()},
            not_covered("có ghi âm giọng nói", "giọng nói", "giong-noi"),
        ),
    ],
)
def test_who_can_be_known_has_agreed(
    town: Town, kind: str, changes: dict[str, Any], message: str
) -> None:
    """A family finds itself on the site only as far as its signature goes."""
    town.post(kind, **changes)

    assert town.said() == [message]


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("story", NAMED | {"consent": consent()}),
        ("story", NAMED | {"image": PICTURE, "consent": consent()}),
        ("story", NAMED | {"image": PICTURE, "sample": True}),
        ("news", {"image": PICTURE, "public_event": True}),
        ("news", {"image": PICTURE | {"people": False}}),
        ("news", {"audio": AUDIO}),
        ("story", {"household": {"livelihoods": ["bò sinh sản"]}}),
    ],
)
def test_no_paper_is_asked_for_where_nobody_is_known(
    town: Town, kind: str, changes: dict[str, Any]
) -> None:
    """An officer is not sent for a signature that nobody needs."""
    town.post(kind, **changes)

    assert town.problems() == []


@pytest.mark.parametrize(
    ("changes", "body", "said", "label", "scope"),
    [
        (
            {"changes": [{"label": "Thu nhập mỗi tháng", "before": "ít", "after": "khá hơn"}]},
            "Nội dung.",
            "Thu nhập",
            "thu nhập",
            "thu-nhap",
        ),
        (
            {"changes": [{"label": "Khoản vay", "before": "còn", "after": "đã trả"}]},
            "Nội dung.",
            "vay",
            "khoản vay, nợ",
            "vay-no",
        ),
        ({}, "Hai năm thì trả hết nợ.", "nợ", "khoản vay, nợ", "vay-no"),
        ({}, "Người vợ ốm đau đã lâu.", "ốm đau", "sức khỏe", "suc-khoe"),
        ({}, "Con út là trẻ khuyết tật.", "khuyết tật", "sức khỏe", "suc-khoe"),
        ({}, "Gia đình người Jrai ở đầu làng.", "Jrai", "dân tộc", "dan-toc"),
        ({}, "Anh là người Gia Rai.", "Gia Rai", "dân tộc", "dan-toc"),
        ({}, "Chị là người Ba Na.", "Ba Na", "dân tộc", "dan-toc"),
        ({}, "Chị là người Bahnar.", "Bahnar", "dân tộc", "dan-toc"),
        ({}, "Anh là người Tày.", "người Tày", "dân tộc", "dan-toc"),
    ],
)
def test_what_is_sensitive_stays_inside_the_consent(
    town: Town, changes: dict[str, Any], body: str, said: str, label: str, scope: str
) -> None:
    """Debts, health and origin of a known family are told only where it agreed to that."""
    household = NAMED["household"] | changes
    post = NAMED | {"household": household}
    town.post("story", slug="a", body=body, consent=consent(), **post)
    town.post("story", slug="b", body=body, consent=consent(scope=["ten", scope]), **post)

    assert town.said() == [not_covered(f"có nói «{said}»", label, scope)]


@pytest.mark.parametrize(
    "body",
    [
        "Bò bệnh thì gọi thú y, vườn sâu bệnh thì hỏi khuyến nông.",
        "Ba năm sau, bà con trả lại con bê.",
        "Nhà ở gần Nghĩa trang Mường Thanh.",
    ],
)
def test_harmless_words_ask_for_nothing(town: Town, body: str) -> None:
    """Telling about a sick cow is not telling about somebody's health."""
    town.post("story", body=body, consent=consent(), **NAMED)

    assert town.problems() == []


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        (
            {"minors": ["duoi-7"]},
            ["bài có trẻ em; hãy xin cha mẹ hoặc người giám hộ rồi ghi guardian: true"],
        ),
        (
            {"minors": ["7-15"], "guardian": True},
            ["trẻ từ 7 đến 15 tuổi cũng phải đồng ý; hãy hỏi em rồi ghi child_assent: true"],
        ),
        (
            {"minors": ["16-17"], "guardian": True},
            ["trẻ 16, 17 tuổi cũng phải đồng ý; hãy hỏi em rồi ghi child_assent: true"],
        ),
        ({"minors": ["duoi-7"], "guardian": True}, []),
        ({"minors": ["7-15"], "guardian": True, "child_assent": True}, []),
    ],
)
def test_a_child_agrees_together_with_its_guardian(
    town: Town, changes: dict[str, Any], messages: list[str]
) -> None:
    """From seven years on a child is asked too (Law 91/2025/QH15)."""
    town.post("news", consent=consent(**changes))

    assert town.said() == messages


def test_consent_that_ran_out_holds_back_one_post(town: Town) -> None:
    """The rest of the site still goes out; the officer knows what to do."""
    town.post("story", consent=consent(until="2026-11-23"), **NAMED)

    assert town.said() == [
        "nhắc: sự đồng ý đã hết hạn ngày 23/11/2026, bài được gỡ khỏi trang; "
        "muốn đăng tiếp thì xin đồng ý lại rồi sửa «until»"
    ]


def test_consent_taken_back_holds_back_one_post(town: Town) -> None:
    """A family that changes its mind stops nobody else's story."""
    town.post("story", consent=consent(withdrawn_on="2026-11-20"), **NAMED)

    assert town.said() == [
        "nhắc: sự đồng ý đã rút; bài không còn ở trang, địa chỉ cũ chỉ ghi lời báo chung"
    ]


def test_a_story_for_the_loudspeaker_alone_does_not_reach_the_site(town: Town) -> None:
    """Who agreed to be heard in the village did not agree to be found on the internet."""
    town.post("story", consent=consent(channels=["loa"]), **NAMED)

    assert town.said() == [
        "người trong bài chưa đồng ý đăng ở trang web; hãy để bài là bản nháp (status: draft), "
        "hoặc hỏi lại rồi thêm «web» vào channels"
    ]
