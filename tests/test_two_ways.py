"""What the town offers to those who ask, and whom it names: from data, with consent, or not."""

import json
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest

from loa.ask.paths import Edition
from loa.outputs import build_site
from papers import pdf
from town import CONSENT, RECORDING, TODAY, Town

NAMED = CONSENT | {"scope": ["ten"], "channels": ["web"]}


def made(town: Town, today: date = TODAY) -> dict[str, str | bytes]:
    """Every file of the town's site."""
    edition = Edition(site_url="https://dakthu.gialai.gov.vn/")
    return {output.path: output.content for output in build_site(town.root, today, edition).outputs}


def meta(page: str | bytes) -> dict[str, Any]:
    """The front matter of a page."""
    found: dict[str, Any] = json.loads(str(page).split("---\n")[1])
    return found


def ways(town: Town, **contacts: str) -> list[dict[str, str]]:
    """The ways to ask about the town's post when these contacts are known."""
    units = [unit | {"contacts": contacts} for unit in json.loads(json.dumps(UNITS))]
    town.township(units=units)
    found: list[dict[str, str]] = meta(made(town)["tin-tuc/tin.md"])["feedback"]["ways"]
    return found


UNITS = [{"id": "xa-moi", "type": "xa", "name": "Đak Thử", "parents": ["tỉnh Ví Dụ"]}]


@pytest.fixture
def asking(town: Town) -> Town:
    """A town with one piece of news, GD code and all."""
    town.post("news", slug="tin", id="TT-00A1")
    return town


def test_only_what_exists_is_offered(asking: Town) -> None:
    """Nobody is sent to a telephone or a mailbox that the town does not have."""
    assert [way["title"] for way in ways(asking)] == [
        "Gặp trưởng thôn",
        "Đến UBND",
        "Phiếu hỏi để in",
    ]


def test_every_way_that_exists_is_offered(asking: Town) -> None:
    """A resident chooses what is at hand: feet, telephone, Zalo, mail, form or pen."""
    found = ways(
        asking,
        phone="0200 3 000 000",
        zalo="0200 3 000 002",
        email="vidu@example.org",
        form_url="https://mau.example.org/",
        address="Số 1 đường Ví Dụ",
    )

    assert {way["title"]: way["url"] for way in found} == {
        "Gặp trưởng thôn": "lien-he/",
        "Đến UBND": "lien-he/",
        "Gọi 0200 3 000 000": "tel:02003000000",
        "Nhắn Zalo của cơ quan": "https://zalo.me/02003000002",
        "Gửi thư điện tử": f"mailto:vidu@example.org?subject={quote('Hỏi về bài TT-00A1')}",
        "Điền mẫu góp ý": "https://mau.example.org/",
        "Phiếu hỏi để in": "phieu/tt-00a1.html",
    }


@pytest.mark.parametrize(
    ("zalo", "url", "text"),
    [
        ("UBND xã Đak Thử", "", "Tìm “UBND xã Đak Thử” trong Zalo, ghi mã bài ở đầu tin."),
        ("https://zalo.me/123", "https://zalo.me/123", "Nhắn tin, ghi mã bài ở đầu."),
    ],
)
def test_zalo_is_reached_as_the_officer_wrote_it(
    asking: Town, zalo: str, url: str, text: str
) -> None:
    """An officer writes a name, a number or an address; each leads to the right place."""
    (way,) = [way for way in ways(asking, zalo=zalo) if "Zalo" in way["title"]]

    assert (way["url"], way["text"]) == (url, text)


def test_the_slip_knows_its_post_and_nothing_else(asking: Town) -> None:
    """The sheet carries the code, the title and a code to scan; the address of no household."""
    slip = str(made(asking)["phieu/tt-00a1.html"])

    assert "<strong>TT-00A1</strong>" in slip
    assert "Cả tổ cùng trồng xen" in slip
    assert 'aria-label="Mã QR của trang này"' in slip
    assert "%" not in slip.replace("%20", "")


def test_a_withdrawn_post_has_no_slip(asking: Town) -> None:
    """A family that takes its consent back is asked about no more."""
    asking.post("story", slug="nha", id="GD-00A2", consent=NAMED | {"withdrawn_on": "2026-11-01"})

    assert [path for path in made(asking) if "gd-00a2" in path] == []


# --- what is heard -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("consent", "heard"),
    [
        ({"scope": ["ten", "giong-noi"], "channels": ["web"]}, True),
        ({"scope": ["ten", "giong-noi"], "channels": ["web"], "until": "2026-11-01"}, False),
        ({"scope": ["ten", "giong-noi"], "channels": ["web"], "given_on": "2026-12-01"}, False),
    ],
)
def test_a_voice_is_heard_only_with_consent(
    town: Town, consent: dict[str, Any], heard: bool
) -> None:
    """A voice goes out on the days and channels that its owner agreed to, and no others."""
    town.file("stories/guong-dien-hinh/doc.mp3", RECORDING)
    town.post(
        "story",
        slug="nghe",
        audio=[{"file": "doc.mp3", "language": "jra"}],
        consent=CONSENT | consent,
    )
    # Consent that begins tomorrow is a mistake of its own; here only what goes out is asked.
    if consent.get("given_on"):
        assert town.problems()
        return

    assert ("guong-dien-hinh/doc.mp3" in made(town)) is heard


def test_a_voice_that_was_not_asked_for_stops_the_post(town: Town) -> None:
    """Consent to a name is no consent to a voice, in news as in a story."""
    town.file("stories/tin-tuc/doc.mp3", RECORDING)
    town.post("news", audio=[{"file": "doc.mp3", "language": "vi"}], consent=NAMED)

    assert [said for said in town.said() if "chưa gồm giọng nói" in said]


def test_a_film_needs_the_face_and_the_voice(town: Town) -> None:
    """A family in a film agreed to be seen and to be heard."""
    town.post("story", video={"url": "https://video.example.org/1"}, consent=NAMED)

    said = " ".join(town.said())
    assert "chưa gồm giọng nói" in said
    assert "chưa gồm hình ảnh" in said


# --- questions, contests, materials, thanks ------------------------------------------------------


def test_residents_questions_come_first(town: Town) -> None:
    """A resident sees that neighbours asked and the commune answered, apart from our own."""
    town.post("question", slug="hoi", channel="doi-thoai", answered_on="2026-11-20")
    town.post("question", slug="soan", channel="bien-soan")
    asked = meta(made(town)["hoi-dap/index.md"])["asked"]

    assert asked["title"] == "Bà con hỏi – xã trả lời"
    assert [card["url"] for card in asked["cards"]] == ["hoi-dap/hoi/"]
    assert "trả lời ngày 20/11/2026" in asked["cards"][0]["changed"]


def test_where_nobody_has_asked_it_says_so(town: Town) -> None:
    """Compiled questions never pass for residents' own."""
    town.post("question", slug="soan", channel="bien-soan")

    assert not meta(made(town)["hoi-dap/index.md"])["asked"]["cards"]


def test_a_contest_shows_its_rules_and_results(town: Town) -> None:
    """Whoever wants to enter knows the rules and the last day; later, who won."""
    town.entry(
        "events",
        "thi-viet",
        title="Thi viết",
        kind="hoi-thi",
        on="2026-12-20",
        entry_deadline="2026-12-10",
        rules="Một.\nHai.",
    )
    (contest,) = meta(made(town)["hoi-thi.md"])["contests"]

    assert contest["rules"] == ["Một.", "Hai."]
    assert (contest["open_until"], contest["closed_from"]) == ("2026-12-10", "2026-12-11")
    assert {"label": "Hạn gửi bài", "value": "10/12/2026"} in contest["facts"]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ({"page": "khong-co.md"}, "không có trên trang"),
        ({"file": "tai-lieu/khong-co.pdf"}, "không có trong docs/"),
        ({}, "một trong hai"),
        ({"page": "index.md", "file": "a.pdf"}, "một trong hai"),
    ],
)
def test_a_material_leads_somewhere(town: Town, where: dict[str, str], said: str) -> None:
    """A reporter never opens a material that is not there."""
    town.entry("materials", "bai-noi", title="Bài nói", kind="bai-noi", **where)

    assert [problem for problem in town.said() if said in problem]


def test_materials_say_their_size(town: Town) -> None:
    """A village head on prepaid data sees what a file costs."""
    town.file("docs/tai-lieu/bai.pdf", pdf(weight=119_500))
    town.entry("materials", "bai", title="Bài", kind="bai-noi", file="tai-lieu/bai.pdf")
    (group,) = meta(made(town)["tai-lieu.md"])["groups_of_materials"]

    assert group["items"][0]["note"] == "PDF, 120\xa0kB"


def campaign(town: Town, **people: list[dict[str, Any]]) -> None:
    """Give the town a campaign with its page."""
    town.page("thang.md", "Nội dung.", title="Tháng cao điểm")
    town.entry(
        "campaigns", "thang", title="Tháng", starts="10-17", ends="11-18", page="thang.md", **people
    )


DONOR = {"year": 2026, "name": "Tổ hợp tác Ví dụ", "kind": "tap-the", "gift": "40 công"}
HONOUR = {"year": 2026, "name": "Anh Siu Ví Dụ", "kind": "ca-nhan", "award": "Giấy khen"}


def test_donors_who_agreed_are_thanked(town: Town) -> None:
    """Whoever gave and agreed finds the name and the gift on the campaign's page."""
    campaign(town, donors=[DONOR | {"consent": NAMED}])
    (year,) = meta(made(town)["thang.md"])["thanks"]["donors"]

    assert (year["year"], year["items"][0]["name"]) == ("2026", "Tổ hợp tác Ví dụ")


@pytest.mark.parametrize("change", [{"withdrawn_on": "2026-11-01"}, {"until": "2026-11-01"}])
def test_a_name_taken_back_is_gone(town: Town, change: dict[str, str]) -> None:
    """Whoever no longer wants to be named is named nowhere, from the next build on."""
    campaign(
        town,
        donors=[DONOR | {"consent": NAMED | change}],
        commendations=[HONOUR | {"consent": NAMED | change}],
    )

    files = made(town)
    assert [path for path, text in files.items() if "Ví Dụ" in str(text) and "thang" in path] == []
    assert [said for said in town.said() if "tên này không hiện" in said]


def test_a_person_is_praised_only_with_consent(town: Town) -> None:
    """A decision names a person; the site asks that person first. A village needs no paper."""
    village = HONOUR | {"name": "Làng Ví dụ", "kind": "tap-the"}
    campaign(town, commendations=[HONOUR, village])

    assert [said for said in town.said() if "chưa có sự đồng ý" in said] == [
        "«Anh Siu Ví Dụ» là cá nhân hoặc hộ gia đình mà chưa có sự đồng ý; "
        "hãy điền «consent» hoặc bỏ mục này"
    ]


def test_consent_to_a_name_on_the_loudspeaker_is_none_for_the_site(town: Town) -> None:
    """A donor thanked over the loudspeaker is not put on the web."""
    campaign(town, donors=[DONOR | {"consent": NAMED | {"channels": ["loa"]}}])

    assert [said for said in town.said() if "chưa gồm «web»" in said]
