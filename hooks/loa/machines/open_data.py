"""Open data under ``du-lieu/``: posts, policies, documents, boards (Decree 42/2022/NĐ-CP).

Of a story only title, summary, address and date leave the house; nothing of a household. There is
no address (null) while the site does not know its own: nobody could follow a part of one.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from loa import structured
from loa.ask import paths, views
from loa.ask.boards import BOARDS, Board, notices
from loa.ask.facts import fact_text
from loa.ask.showing import Showing
from loa.model.policies import LegalDocument, Policy
from loa.model.posts import Post
from loa.pages.front_matter import breadcrumbs, page

Rows = list[dict[str, Any]]

TABLES = {
    "bai": (
        "Các bài trên trang",
        "Tên, tóm tắt, địa chỉ và ngày của mỗi bài đã đăng. Về các gia đình, không có gì hơn tên "
        "bài và tóm tắt. Không có bài mẫu.",
    ),
    "chinh-sach": (
        "Chính sách giảm nghèo",
        "Mỗi chính sách: dành cho ai, các mức tiền và lãi suất kèm ngày áp dụng, ngày của nguồn, "
        "văn bản làm căn cứ, nguồn và độ tin cậy.",
    ),
    "van-ban": (
        "Văn bản làm căn cứ",
        "Số, trích yếu, cơ quan ban hành, ngày ban hành, ngày có hiệu lực, ngày hết hiệu lực và "
        "văn bản thay thế.",
    ),
    "chu-de": ("Chủ đề", "Mã và tên các chủ đề dùng để xếp bài trên trang, cho ai ghép các bảng."),
}


def data_files(showing: Showing) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of every open data file."""
    for name in ("bai", "chinh-sach", "van-ban", *(board.id for board in BOARDS), "chu-de"):
        yield paths.data(name), partial(_data_file, name, showing)


def _data_file(name: str, showing: Showing) -> str:
    body = {"updated": showing.today.isoformat(), "items": _rows(name, showing)}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _rows(name: str, showing: Showing) -> Rows:
    content = showing.content
    match name:
        case "bai":
            return [_post_row(post, showing) for post in views.newest_first(showing.published)]
        case "chinh-sach":
            return [_policy_row(policy, showing) for policy in content.policies.values()]
        case "van-ban":
            return [_document_row(document) for document in content.legal_documents.values()]
        case "chu-de":
            return [{"id": topic.id, "title": topic.title} for topic in content.topics.values()]
        case _:
            return _notice_rows(next(board for board in BOARDS if board.id == name), showing)


def _document_row(document: LegalDocument) -> dict[str, Any]:
    return {
        "number": document.id,
        "title": document.title,
        "issuer": document.issuer,
        "issued_on": _iso(document.issued_on),
        "effective_from": _iso(document.effective_from),
        "effective_to": _iso(document.effective_to),
        "replaced_by": document.replaced_by,
    }


def data_page(showing: Showing) -> str:
    """Return the page that says what each table holds and how to take it."""
    title = "Dữ liệu mở"
    summary = (
        "Các bảng để trang khác, chương trình khác dùng lại. Khi dùng lại, hãy ghi nguồn và ngày "
        "của dữ liệu. Trước khi làm thủ tục, bà con hỏi cán bộ."
    )
    way = breadcrumbs(showing.edition, (title, ""))
    parts = (
        f"## {name}\n\n{text}\n\n[Lấy tệp {id}.json]({id}.json)\n"
        for id, (name, text) in TABLES.items()
    )
    sets = (
        structured.dataset(name, text, paths.data(id), paths.OPEN_DATA, showing)
        for id, (name, text) in TABLES.items()
    )
    meta = {
        "title": title,
        "template": "page.html",
        "kind": "page",
        "summary": summary,
        "description": "Các bảng dữ liệu của trang để lấy về dùng lại: bài, chính sách, văn bản.",
        "updated": showing.today.isoformat(),
        "breadcrumbs": way,
        "structured_data": structured.page_data(showing, way, *sets),
    }
    return page(meta, "\n".join(parts))


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _post_row(post: Post, showing: Showing) -> dict[str, Any]:
    return {
        "title": post.title,
        "summary": post.summary,
        "url": showing.edition.absolute(paths.post(post)) or None,
        "date": post.date.isoformat(),
    }


def _notice_rows(board: Board, showing: Showing) -> Rows:
    """Return the notices of a board that are not invented; whom to call stays on their pages."""
    rows = []
    for notice in notices(board, showing):
        if not notice.sample:
            url = paths.notice(board.id, notice.id)
            row = {
                "title": notice.title,
                "url": showing.edition.absolute(url) or None,
                "posted_on": notice.posted_on.isoformat(),
                "expires_on": notice.expires_on.isoformat(),
            }
            rows.append(row)
    return rows


def _policy_row(policy: Policy, showing: Showing) -> dict[str, Any]:
    return {
        "id": policy.id,
        "title": policy.title,
        "kind": policy.kind,
        "audiences": list(policy.audiences),
        "valid_from": _iso(policy.valid_from),
        "valid_to": _iso(policy.valid_to),
        "as_of": policy.as_of.isoformat(),
        "confidence": policy.confidence,
        "facts": [
            {
                "id": fact.id,
                "label": fact.label,
                "value": fact_text(fact),
                "applies_from": _iso(fact.applies_from),
                "applies_to": _iso(fact.applies_to),
                "as_of": fact.as_of.isoformat(),
            }
            for fact in policy.facts
        ],
        "legal_basis": list(policy.legal_basis),
        "sources": [source.url or source.name for source in policy.sources],
    }
