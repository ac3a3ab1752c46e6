"""Codes that lead somewhere, addresses and ids that belong to one post."""

import pytest

from town import Town


def test_a_slip_in_a_topic_is_told_with_the_right_one(town: Town) -> None:
    """A writer sees at once which topic was meant."""
    path = town.post("news", topics=["vay-von", "san-xuatt"])

    assert town.problems() == [
        f"{path}:7: «topics (mục 2): san-xuatt» không có trong data/topics.yml; "
        "có phải ý bạn là «san-xuat»?"
    ]


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        (
            "news",
            {"audiences": ["ho-ngheoo"]},
            "«audiences (mục 1): ho-ngheoo» không có trong data/audiences.yml; "
            "có phải ý bạn là «ho-ngheo»?",
        ),
        (
            "news",
            {"villages": ["xa-la"]},
            "«villages (mục 1): xa-la» không có trong data/villages.yml; hãy chọn: vi-du",
        ),
        (
            "news",
            {"legacy_unit": "thi-tran"},
            "«legacy_unit: thi-tran» không có trong data/township.yml; "
            "có phải ý bạn là «thi-tran-cu»?",
        ),
        (
            "story",
            {"household": {"village": "vidu"}},
            "«household.village: vidu» không có trong data/villages.yml; có phải ý bạn là «vi-du»?",
        ),
        (
            "story",
            {"supports": ["vay-von-ho-ngeo"]},
            "«supports (mục 1): vay-von-ho-ngeo» không có trong data/policies.yml; "
            "có phải ý bạn là «vay-von-ho-ngheo»?",
        ),
        (
            "policy",
            {"policy": "khong-co"},
            "«policy: khong-co» không có trong data/policies.yml; hãy chọn: vay-von-ho-ngheo",
        ),
    ],
)
def test_every_kind_of_code_is_looked_up(
    town: Town, kind: str, changes: dict[str, object], message: str
) -> None:
    """No page is built with a dead reference, wherever it stands in the post."""
    town.post(kind, **changes)

    assert town.said() == [message]


def test_data_is_looked_up_too(town: Town) -> None:
    """A policy cannot rest on a document that nobody entered."""
    town.policy(legal_basis=["07/2021/NĐ-CPP"])

    assert town.problems() == [
        "data/policies.yml:9: «legal_basis (mục 1): 07/2021/NĐ-CPP» không có trong "
        "data/legal_documents.yml; có phải ý bạn là «07/2021/NĐ-CP»?"
    ]


def test_the_active_unit_is_one_of_the_units(town: Town) -> None:
    """A slip in the one line that renames the town everywhere does not go unseen."""
    town.township(active_unit="xa-2025")

    assert town.problems() == [
        "data/township.yml:3: «active_unit: xa-2025» không có trong «units»; "
        "hãy chọn: thi-tran-cu, xa-moi"
    ]


def test_two_units_do_not_share_a_code(town: Town) -> None:
    """Switching the active unit is never ambiguous."""
    unit = {"id": "xa-moi", "type": "xa", "name": "Đak Thử", "parents": ["tỉnh Ví Dụ"]}
    town.township(units=[unit, unit])

    assert town.said() == ["«units (mục 2).id: xa-moi» đã dùng cho đơn vị khác; hãy đổi mã"]


def test_two_posts_do_not_share_an_id(town: Town) -> None:
    """A resident who quotes a code means one post; the one not yet out must change."""
    town.post("news", slug="dang-viet", id="TT-7K2M", status="draft")
    town.post("news", slug="da-dang", id="TT-7K2M")

    assert town.problems() == [
        "stories/tin-tuc/dang-viet.md:2: nhắc: «id: TT-7K2M» đã dùng ở "
        "stories/tin-tuc/da-dang.md; hãy lấy mã mới bằng lệnh new_post.py"
    ]


@pytest.mark.parametrize("slug", ["trang", "tim", "index"])
def test_a_post_does_not_take_the_place_of_a_list(town: Town, slug: str) -> None:
    """Readers always reach the policy finder and the second page of a list."""
    town.post("policy", slug=slug)

    assert town.problems() == [
        f"stories/chinh-sach/{slug}.md:1: tên tệp «{slug}.md» trùng trang có sẵn; hãy đổi tên tệp"
    ]


def test_a_post_and_a_page_do_not_share_an_address(town: Town) -> None:
    """Neither of two pages silently replaces the other."""
    town.post("news", slug="le-hoi")
    town.page("tin-tuc/le-hoi.md", "Trang.")

    assert town.problems() == [
        "stories/tin-tuc/le-hoi.md:1: bài trùng địa chỉ với docs/tin-tuc/le-hoi.md; "
        "hãy đổi tên một trong hai tệp"
    ]


@pytest.mark.parametrize(
    ("old", "other"),
    [
        ("tin-tuc/dang-dung/", "stories/tin-tuc/dang-dung.md"),
        ("/tin-tuc/dang-dung.html", "stories/tin-tuc/dang-dung.md"),
        ("index.html", "docs/index.md"),
        ("tin-tuc/", "một trang có sẵn"),
        ("lich", "một trang có sẵn"),
        ("rss.xml", "một trang có sẵn"),
        ("tin-tuc/feed.json", "một trang có sẵn"),
        ("404.html", "một trang có sẵn"),
        ("tin-cu/le-hoi", "«replaces» ở stories/tin-tuc/a.md"),
    ],
)
def test_an_old_address_is_free(town: Town, old: str, other: str) -> None:
    """A redirect never hides a page that people still read."""
    town.post("news", slug="dang-dung")
    town.post("news", slug="a", replaces=["tin-cu/le-hoi/"])
    town.post("news", slug="b", replaces=[old])

    assert town.said() == [
        f"«replaces (mục 1): {old}» đang là địa chỉ của {other}; hãy bỏ dòng này"
    ]


@pytest.mark.parametrize("old", ["../../ngoai", "..", "tin-tuc/../../ngoai"])
def test_an_old_address_stays_inside_the_site(town: Town, old: str) -> None:
    """A redirect is never written over somebody else's files."""
    town.post("news", replaces=[old])

    assert town.said() == [
        f"«replaces (mục 1): {old}» phải nằm trong trang này; hãy ghi như tin-tuc/bai-cu/"
    ]


def test_the_page_of_a_campaign_exists(town: Town) -> None:
    """The banner on every page leads somewhere."""
    campaign = {"title": "Tháng cao điểm", "starts": "10-17", "ends": "11-18"}
    town.page("gioi-thieu/thang-cao-diem.md", "Trang.")
    town.entry("campaigns", "cao-diem", page="gioi-thieu/thang-cao-diem.md", **campaign)
    assert town.problems() == []

    town.entry("campaigns", "cao-diem", page="gioi-thieu/thang-cao-diemm.md")

    assert town.said() == [
        "«page: gioi-thieu/thang-cao-diemm.md» không có trong docs/; "
        "có phải ý bạn là «gioi-thieu/thang-cao-diem.md»?"
    ]


def test_an_activity_that_names_a_lost_post_is_worth_a_look(town: Town) -> None:
    """The report still counts a broadcast whose post was taken away later."""
    town.post("news", id="TT-7K2M")
    town.entry(
        "activities",
        "phat-loa",
        kind="phat-thanh",
        on="2026-10-20",
        title="Phát bản tin",
        posts=["TT-7K2M", "TT-7K2N"],
    )

    assert town.said() == [
        "nhắc: «posts (mục 2): TT-7K2N» không là mã của bài nào; có phải ý bạn là «TT-7K2M»?"
    ]


def test_a_topic_without_a_drawing_is_told(town: Town) -> None:
    """A new topic gets its icon, or the officer hears which name comes near."""
    town.entry("topics", "che", title="Cây chè", icon="sprout")
    town.entry("topics", "rung", title="Trồng rừng", icon="tree-outline")
    (told,) = town.said()

    assert "«icon: sprout» chưa có hình; có phải ý bạn là «sprout-outline»?" in told
