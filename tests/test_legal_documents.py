"""The list of documents: what each is, whether it applies, where its text is."""

import json
from datetime import date
from typing import Any

import pytest

from loa.ask.legal_documents import document_form
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.model.policies import LegalDocument
from loa.pages.legal_documents import document_pages
from papers import pdf
from town import TODAY, Town

ID = "07/2021/NĐ-CP"


def pages(town: Town, today: date = TODAY) -> dict[str, Any]:
    """The front matter of each page of the list by its path."""
    showing = Showing(town.content(), today, Edition())
    return {path: json.loads(make().split("---")[1]) for path, make in document_pages(showing)}


def only(town: Town, today: date = TODAY) -> Any:
    """The town's only document as the list shows it."""
    (found,) = pages(town, today)["van-ban/index.md"]["documents"]
    return found


def test_a_document_says_what_the_decree_asks_for(town: Town) -> None:
    """Number, title, issuer and days stand together."""
    found = only(town)

    assert (found["number"], found["title"]) == (ID, "Chuẩn nghèo đa chiều")
    assert [fact["value"] for fact in found["facts"]] == ["Chính phủ", "27/01/2021", "15/3/2021"]
    assert found["id"] == "vb-07-2021-nd-cp"


@pytest.mark.parametrize(
    ("changes", "badges"),
    [
        ({}, [("Đang áp dụng", "", "")]),
        (
            {"effective_to": "2026-12-31"},
            [("Đang áp dụng", "", "2026-12-31"), ("Đã hết hiệu lực", "2027-01-01", "")],
        ),
        ({"effective_to": "2025-12-31"}, [("Đã hết hiệu lực", "2026-01-01", "")]),
        (
            {"effective_from": "2027-01-01"},
            [("Chưa có hiệu lực", "", "2026-12-31"), ("Đang áp dụng", "2027-01-01", "")],
        ),
        ({"effective_from": None}, [("Chưa rõ ngày hiệu lực", "", "")]),
        ({"doubtful": True}, [("Cần đối chiếu", "", "")]),
    ],
)
def test_its_effect_is_right_today_and_later(
    town: Town, changes: dict[str, Any], badges: list[tuple[str, str, str]]
) -> None:
    """A list built last year does not call a dead decree alive."""
    town.entry("legal_documents", ID, **changes)
    found = only(town)["badges"]

    assert [(one["text"], one.get("from", ""), one.get("until", "")) for one in found] == badges


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("Nghị định quy định chuẩn nghèo", "Nghị định"),
        ("Luật Bảo hiểm y tế", "Luật"),
        ("Chương trình số 42", "Chương trình"),
        ("Chuẩn nghèo đa chiều", ""),
    ],
)
def test_the_form_stands_at_the_head_of_the_title(title: str, form: str) -> None:
    """A decree is found among decrees."""
    document = LegalDocument(id="1", title=title, issuer="Chính phủ", issuer_type="state")

    assert document_form(document) == form


def test_filters_are_pages_that_hold_what_they_say(town: Town) -> None:
    """Without JavaScript too, a reader comes to the decrees in force with one tap."""
    town.entry(
        "legal_documents",
        "90/QĐ-TTg",
        title="Quyết định phê duyệt chương trình",
        issuer="Thủ tướng Chính phủ",
        issuer_type="state",
        issued_on="2022-01-18",
        effective_from="2022-01-18",
        effective_to="2025-12-31",
    )
    made = pages(town)
    offered = [item for group in made["van-ban/index.md"]["filters"] for item in group["items"]]

    assert [item["title"] for item in offered] == ["Đang áp dụng", "Đã hết hiệu lực", "Quyết định"]
    for item in offered:
        page = made[item["url"].rstrip("/") + ".md"]
        assert len(page["documents"]) == page["count"] == item["count"] == 1
        assert page["noindex"] is True
    assert [one["number"] for one in made["van-ban/index.md"]["documents"]] == ["90/QĐ-TTg", ID]


def test_an_issuer_of_many_gets_a_filter(town: Town) -> None:
    """A long list of filters with one document each helps nobody."""
    for number in ("1", "2"):
        same = {"title": "Nghị định", "issuer": "Chính phủ", "issuer_type": "state"}
        town.entry("legal_documents", number, **same)

    assert pages(town)["van-ban/co-quan-chinh-phu.md"]["count"] == 3


def test_the_full_text_says_how_big_it_is(town: Town) -> None:
    """On prepaid data, people choose before they load."""
    town.file("docs/van-ban/07.pdf", pdf(weight=179_800))
    town.entry("legal_documents", ID, file="07.pdf")

    assert town.said() == []
    assert only(town)["file"] == {"url": "van-ban/07.pdf", "note": "PDF, 180\xa0kB"}


@pytest.mark.parametrize("file", ["khong-co.pdf", "anh"])
def test_a_missing_full_text_is_told_and_not_offered(town: Town, file: str) -> None:
    """No link leads nowhere."""
    town.entry("legal_documents", ID, file=file)

    assert ["không có trong docs/van-ban" in line for line in town.said()] == [True]
    assert only(town).get("file") is None


def test_a_document_leads_to_its_plain_words(town: Town) -> None:
    """Who looks a decree up finds the page that explains it."""
    town.post("policy", slug="vay-von", title="Vay vốn dành cho hộ nghèo, nói cho dễ hiểu")

    assert [post["url"] for post in only(town)["posts"]] == ["chinh-sach/vay-von/"]
