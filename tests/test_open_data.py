"""Open data: what machines may have of policies, and the little they get of a family."""

import json
from typing import Any

import pytest

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.machines.open_data import data_files
from loa.outputs import build_site
from town import CONSENT, LISTS, POST, TODAY, Town

SITE = "https://dakthu.gialai.gov.vn/"
HOUSEHOLD = {
    "name": "gia đình anh BÍMẬT",
    "village": "vi-du",
    "livelihoods": ["nghề BÍMẬT"],
    "year_escaped": 2025,
    "changes": [{"label": "Thu nhập BÍMẬT", "before": "1 BÍMẬT", "after": "2 BÍMẬT"}],
}


def tables(town: Town, **edition: Any) -> dict[str, Any]:
    """Every open data file by its path."""
    showing = Showing(town.content(), TODAY, Edition(**{"site_url": SITE} | edition))
    return {path: json.loads(make()) for path, make in data_files(showing)}


def write_story(town: Town) -> None:
    """A story that tells much of a family, as its consent allows on the page."""
    scope = ["ten", "hinh-anh", "thu-nhap"]
    town.post(
        "story",
        slug="nuoi-bo-2025",
        body="Chuyện BÍMẬT.",
        household=HOUSEHOLD,
        supports=["vay-von-ho-ngheo"],
        helped_by=["nhcsxh"],
        villages=["vi-du"],
        audiences=["ho-ngheo"],
        consent=CONSENT | {"scope": scope, "record": "ĐY-BÍMẬT"},
        translations={"jra": {"title": "BÍMẬT", "translator": "BÍMẬT"}},
    )


def test_of_a_story_only_four_things_are_data(town: Town) -> None:
    """A family's income, village and name cannot be collected from the site by a program."""
    write_story(town)

    assert tables(town)["du-lieu/bai.json"]["items"] == [
        {
            "title": POST["title"],
            "summary": POST["summary"],
            "url": f"{SITE}guong-dien-hinh/nuoi-bo-2025/",
            "date": "2026-10-17",
        }
    ]


def test_no_machine_file_tells_more_of_a_family(town: Town) -> None:
    """Feeds, data and the markup for search engines keep to title, summary, address and day."""
    write_story(town)
    site = build_site(town.root, TODAY, Edition(site_url=SITE))
    files = {made.path: str(made.content) for made in site.outputs}
    machine = {path: text for path, text in files.items() if path.endswith((".xml", ".json"))}
    page = json.loads(files["guong-dien-hinh/nuoi-bo-2025.md"].split("\n---\n")[0][4:])

    assert len(machine) > 15
    assert [path for path, text in machine.items() if "BÍMẬT" in text or "vi-du" in text] == []
    assert "BÍMẬT" not in page["structured_data"]
    assert "ĐY-BÍMẬT" not in "".join(files.values())


def test_a_policy_is_open_with_its_sources(town: Town) -> None:
    """Anybody may reuse a rate, together with its day and where it comes from."""
    town.fact(applies_from="2019-03-01")
    (row,) = tables(town)["du-lieu/chinh-sach.json"]["items"]

    assert row == {
        "id": "vay-von-ho-ngheo",
        "title": "Cho vay hộ nghèo",
        "kind": "benefit",
        "audiences": ["ho-ngheo"],
        "valid_from": None,
        "valid_to": None,
        "as_of": "2026-11-01",
        "confidence": "cao",
        "facts": [
            {
                "id": "muc-vay",
                "label": "Mức vay",
                "value": "100\u00a0triệu đồng mỗi hộ",
                "applies_from": "2019-03-01",
                "applies_to": None,
                "as_of": "2026-11-01",
            }
        ],
        "legal_basis": ["07/2021/NĐ-CP"],
        "sources": ["Báo Ví Dụ"],
    }


def test_notes_of_the_office_stay_in_the_office(town: Town) -> None:
    """What officers note for themselves is in no file of the site."""
    town.policy(remarks=["BÍMẬT: chưa kiểm chứng"])
    town.entry("legal_documents", "07/2021/NĐ-CP", remarks="BÍMẬT nội bộ")
    town.post("policy", body="{{ can-cu }}\n\n{{ chua-ro }}\n\n{{ muc-huong }}")
    site = build_site(town.root, TODAY, Edition(site_url=SITE))

    assert [made.path for made in site.outputs if "BÍMẬT" in str(made.content)] == []


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "draft"},
        {"sample": True},
        {"consent": CONSENT | {"withdrawn_on": "2026-11-01"}},
        {"publish_on": "2026-11-25"},
    ],
    ids=["draft", "sample", "withdrawn", "coming"],
)
def test_only_public_and_real_posts_are_data(town: Town, changes: dict[str, Any]) -> None:
    """Whoever reuses the data never meets an invented or withdrawn story."""
    town.post("story", **changes)

    assert tables(town, drafts=True)["du-lieu/bai.json"]["items"] == []


def test_every_table_says_how_fresh_it_is(town: Town) -> None:
    """A copy of the data still tells its day."""
    found = tables(town)

    assert sorted(found) == [
        f"du-lieu/{name}.json"
        for name in ("bai", "chinh-sach", "chu-de", "nong-san", "van-ban", "viec-lam")
    ]
    assert {table["updated"] for table in found.values()} == {"2026-11-24"}
    assert len(found["du-lieu/chu-de.json"]["items"]) == len(LISTS["topics"])


def test_notices_leave_without_whom_to_call(town: Town) -> None:
    """Programs may pass a notice on, but never an invented one and never a person's number."""
    days = {"posted_on": "2026-11-20", "expires_on": "2026-12-31"}
    contact = {"kind": "to-chuc", "name": "Hợp tác xã Ví Dụ", "phone": "0269 3 831 222"}
    town.entry("jobs", "hai-ca-phe", title="Hái cà phê", contact=contact, **days)
    town.entry("jobs", "mau", title="Tin mẫu", sample=True, **days)

    assert tables(town)["du-lieu/viec-lam.json"]["items"] == [
        {
            "title": "Hái cà phê",
            "url": "https://dakthu.gialai.gov.vn/viec-lam/hai-ca-phe/",
            "posted_on": "2026-11-20",
            "expires_on": "2026-12-31",
        }
    ]
