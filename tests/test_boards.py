"""The boards: notices that leave in time, and whom to call only with a yes."""

import json
from datetime import date
from typing import Any

import pytest

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.drawn import qr
from loa.pages.boards import board_pages
from loa.search.every_page import documents
from town import CONSENT, TODAY, Town

AGREED = CONSENT | {"scope": ["ten", "dien-thoai"], "channels": ["web", "to-roi"]}
PERSON = {"kind": "ca-nhan", "name": "chị Siu Ví Dụ", "phone": "0912 345 678"}


def job(town: Town, id: str = "hai-ca-phe", **changes: Any) -> None:
    """Hang a notice on the board of work."""
    days = {"posted_on": "2026-11-20", "expires_on": "2026-12-31"}
    town.entry("jobs", id, **{"title": "Cần người hái cà phê"} | days | changes)


def goods(town: Town, id: str = "ban-khan", **changes: Any) -> None:
    """Hang a notice on the board of goods."""
    days = {"posted_on": "2026-11-20", "expires_on": "2026-12-31"}
    town.entry(
        "goods", id, **{"title": "Bán khăn", "kind": "ban", "product": "Khăn"} | days | changes
    )


def pages(town: Town, today: date = TODAY, edition: Edition | None = None) -> dict[str, Any]:
    """The front matter of every page of the boards by its path."""
    showing = Showing(town.content(), today, edition or Edition(site_url="https://a.example.org/"))
    return {path: json.loads(make().split("---")[1]) for path, make, _ in board_pages(showing)}


def told(town: Town, today: date = TODAY) -> list[tuple[str, bool]]:
    """What the page tells of a contact, and whether paper tells it too."""
    notice = pages(town, today)["viec-lam/hai-ca-phe.md"]["notice"]
    return [(line["value"], line["paper"]) for line in notice.get("contact", [])]


@pytest.mark.parametrize(
    ("today", "hangs"),
    [("2026-11-19", False), ("2026-11-20", True), ("2026-12-31", True), ("2027-01-01", False)],
)
def test_a_notice_hangs_from_its_first_to_its_last_day(town: Town, today: str, hangs: bool) -> None:
    """Nobody walks to town for work that was given away."""
    job(town)
    made = pages(town, date.fromisoformat(today))

    assert ("viec-lam/hai-ca-phe.md" in made) is hangs
    assert ("viec-lam/in.md" in made) is hangs


def test_an_empty_board_says_so_and_where_else_to_look(town: Town) -> None:
    """An empty board is no dead end."""
    town.entry("topics", "viec-lam", title="Việc làm", icon="account-hard-hat")
    empty = pages(town)["viec-lam/index.md"]["empty"]

    assert empty["text"] == "Hiện chưa có tin việc làm nào."
    assert empty["url"] == "chu-de/viec-lam/"
    assert empty["from"] == ""


def test_the_board_turns_empty_by_itself(town: Town) -> None:
    """A board built long ago says that it is empty once its last notice has ended."""
    job(town)
    job(town, "may-do", expires_on="2027-01-15")

    assert pages(town)["viec-lam/index.md"]["empty"]["from"] == "2027-01-16"


def test_what_ends_first_stands_first_and_samples_last(town: Town) -> None:
    """What cannot wait is seen first; invented notices never push real ones down."""
    job(town, "mau", title="Tin mẫu", expires_on="2026-11-25", sample=True)
    job(town, "sau", title="Tin sau")
    job(town, "gap", title="Tin gấp", expires_on="2026-11-26")
    (group,) = pages(town)["viec-lam/index.md"]["groups"]

    assert [notice["title"] for notice in group["notices"]] == ["Tin gấp", "Tin sau", "Tin mẫu"]


def test_samples_go_when_the_town_shows_none(town: Town) -> None:
    """A real board carries no invented notice; the page of one is kept out of web searches."""
    job(town, sample=True)
    assert pages(town)["viec-lam/hai-ca-phe.md"]["noindex"] is True

    town.township(show_samples=False)
    assert "viec-lam/hai-ca-phe.md" not in pages(town)


def test_what_is_sold_stands_apart_from_what_is_wanted(town: Town) -> None:
    """Who has something to sell finds the buyers."""
    goods(town)
    goods(town, "mua-ngo", title="Cần mua ngô", kind="mua")
    groups = pages(town)["nong-san/index.md"]["groups"]

    assert [group["title"] for group in groups] == ["Cần bán", "Cần mua"]


# --- whom to call --------------------------------------------------------------------------------


def test_a_private_number_without_a_yes_is_a_mistake_and_stays_inside(town: Town) -> None:
    """Nobody's telephone rings because somebody forgot to ask them."""
    job(town, contact=PERSON)
    said = town.said()

    assert len(said) == 2
    assert all("mà chưa ghi sự đồng ý" in line for line in said)
    assert told(town) == []
    assert "UBND xã Đak Thử" in pages(town)["viec-lam/hai-ca-phe.md"]["notice"]["ask"]


def test_a_yes_to_the_name_is_no_yes_to_the_number(town: Town) -> None:
    """What a person did not agree to is not told."""
    job(town, contact=PERSON | {"consent": AGREED | {"scope": ["ten"]}})

    assert ["dien-thoai" in line for line in town.said()] == [True]
    assert told(town) == [("chị Siu Ví Dụ", True)]


def test_a_yes_to_the_site_is_no_yes_to_paper(town: Town) -> None:
    """A number on the screen does not end up on a wall."""
    job(town, contact=PERSON | {"consent": AGREED | {"channels": ["web"]}})

    assert town.said() == []
    assert told(town) == [("chị Siu Ví Dụ", False), ("0912 345 678", False)]


@pytest.mark.parametrize(
    "changes", [{"until": "2026-11-23"}, {"withdrawn_on": "2026-11-24"}], ids=["over", "back"]
)
def test_a_yes_that_ended_hides_the_number_and_stops_nothing(
    town: Town, changes: dict[str, str]
) -> None:
    """A person who changes their mind is off the site with the next build."""
    job(town, contact=PERSON | {"consent": AGREED | changes})

    assert told(town) == []
    assert [line.startswith("nhắc: ") for line in town.said()] == [True, True]


def test_the_browser_ends_a_yes_on_its_day(town: Town) -> None:
    """A site built last month hides the number on the day it was agreed until."""
    job(town, contact=PERSON | {"consent": AGREED | {"until": "2026-12-01"}})
    lines = pages(town)["viec-lam/hai-ca-phe.md"]["notice"]["contact"]

    assert [line["until"] for line in lines] == ["2026-12-01", "2026-12-01"]


def test_an_office_is_called_without_a_form(town: Town) -> None:
    """The number of an office or a cooperative is there to be called."""
    contact = {"kind": "to-chuc", "name": "Hợp tác xã Ví Dụ", "phone": "0269 3 831 222"}
    job(town, contact=contact)
    lines = pages(town)["viec-lam/hai-ca-phe.md"]["notice"]["contact"]

    assert town.said() == []
    assert [line["url"] for line in lines] == ["", "tel:02693831222"]


def test_a_mobile_number_of_an_organisation_is_looked_at_twice(town: Town) -> None:
    """A private telephone does not pass as that of a company."""
    job(town, contact={"kind": "to-chuc", "phone": "0912 345 678"})
    (said,) = town.said()

    assert said.startswith("nhắc: ")
    assert "ca-nhan" in said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": "Gọi chị theo số 0912 345 678."}, "số điện thoại riêng"),
        ({"text": "Căn cước số 064190001234."}, "căn cước"),
        ({"employer": "Nhà anh Siu Thoan"}, "giống tên người"),
        ({"id": "nha-siu-thoan"}, "tên người"),
        ({"id": "in"}, "trang đã dùng"),
        ({"expires_on": "2028-01-01"}, "quá một năm"),
        ({"expires_on": "2026-11-01"}, "đứng trước"),
        ({"village": "khong-co"}, "không có trong data/villages.yml"),
    ],
)
def test_what_is_wrong_with_a_notice_is_said(
    town: Town, changes: dict[str, str], said: str
) -> None:
    """An officer is told before the notice is out."""
    job(town, **changes)

    assert [said in line for line in town.said()] == [True]


@pytest.mark.parametrize("missing", ["price_unit", "price_as_of"])
def test_a_price_has_its_measure_and_its_day(town: Town, missing: str) -> None:
    """Nobody sells at last month's price."""
    price = {"price": "75.000", "price_unit": "một kg", "price_as_of": "2026-11-20"}
    goods(town, **price | {missing: None})

    assert [f"«{missing}»" in line for line in town.said()] == [True]


def test_a_price_reads_like_at_the_market(town: Town) -> None:
    """Amount, measure and day stand together."""
    goods(town, price="75.000", price_unit="một kg", price_as_of="2026-11-20")
    facts = pages(town)["nong-san/ban-khan.md"]["notice"]["facts"]

    assert facts[0]["value"] == "75.000\u00a0đồng một kg (giá ngày 20/11/2026)"


# --- paper and search ----------------------------------------------------------------------------


def test_paper_leads_to_the_site_from_the_stick_too(town: Town) -> None:
    """A sheet printed from the USB stick carries an address that a telephone can open."""
    job(town)
    stick = Edition(directory_urls=False, site_url="https://a.example.org/")
    notice = pages(town, edition=stick)["viec-lam/hai-ca-phe.md"]["notice"]

    assert notice["url"] == "viec-lam/hai-ca-phe.html"
    assert notice["address"] == "https://a.example.org/viec-lam/hai-ca-phe/"
    assert notice["qr"] == qr.qr_svg(notice["address"])


def test_no_code_is_drawn_of_no_address(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A code that leads nowhere is worse than none; without the library the address stands."""
    assert qr.qr_svg("") == ""

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(qr.importlib, "import_module", missing)
    assert qr.qr_svg("https://a.example.org/") == ""


def test_notices_are_found_and_their_numbers_are_not(town: Town) -> None:
    """A search for the work leads to it; the index, which is copied around, names nobody."""
    job(town, wage="300.000 đồng một ngày", contact=PERSON | {"consent": AGREED})
    found = {one.url: one for one in documents(Showing(town.content(), TODAY, Edition()))}

    assert "300.000" in str(found["viec-lam/hai-ca-phe/"])
    assert "Cần người hái cà phê" in str(found["viec-lam/"])
    assert "0912" not in str(found.values())
    assert "Siu" not in str(found.values())
