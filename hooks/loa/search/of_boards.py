"""What can be found beside posts: boards, notices, the list of documents, figures."""

from collections.abc import Iterator

from loa.ask import indicators, paths
from loa.ask.boards import BOARDS, Board, notices
from loa.ask.legal_documents import anchor
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.pages.board_notice import notice_meta
from loa.pages.figures import SUMMARY as FIGURES_SUMMARY
from loa.pages.figures import TITLE as FIGURES_TITLE
from loa.pages.legal_documents import SUMMARY as DOCUMENTS_SUMMARY
from loa.pages.legal_documents import TITLE as DOCUMENTS_TITLE
from loa.search.document import Document
from loa.search.texts import Section

_OF_A_DOCUMENT = 0.45  # explainers stand before the decrees they rest on


def other_documents(showing: Showing) -> Iterator[Document]:
    """Yield the pages that are made from data alone, in an order that builds agree on."""
    for board in BOARDS:
        yield from _board(board, showing)
    yield from _legal_documents(showing)
    yield _figures(showing)


def _board(board: Board, showing: Showing) -> Iterator[Document]:
    hanging = notices(board, showing)
    titles = "\n".join(f"{notice.title}." for notice in hanging)
    yield Document(
        url=showing.edition.url(paths.board(board.id)),
        title=board.title,
        summary=board.summary,
        kind="trang",
        sections=(Section("", "", titles),),
        prior=0.9,
        order=("",),
    )
    for notice in hanging:
        item = notice_meta(notice, board.id, showing)
        villages = (notice.village,) if notice.village else ()
        yield Document(
            url=item["url"],
            title=notice.title,
            summary="; ".join(f"{row['label']}: {row['value']}" for row in item["facts"][:3]),
            kind="trang",
            # Whom to call stays on the page: an index is copied further than its page.
            sections=(Section("", "", _text(item)),),
            marks=board.title,
            date=notice.posted_on,
            villages=villages,
            states=((notice.expires_on.isoformat(), ""), ("", "Đã hết hạn")),
            sample=notice.sample,
            prior=0.85,
            order=("",),
        )


def _text(item: Meta) -> str:
    lines = [f"{row['label']}: {row['value']}." for row in item["facts"]]
    return "\n".join([*lines, item["text"]])


def _legal_documents(showing: Showing) -> Iterator[Document]:
    """Yield the list of documents, and each of them by its number.

    Their long titles name half of all policies, so they weigh like a reference: whoever asks for
    help finds the explainers first, whoever types a number finds the document.
    """
    url = showing.edition.url(paths.documents())
    yield Document(
        url=url,
        title=DOCUMENTS_TITLE,
        summary=DOCUMENTS_SUMMARY,
        kind="trang",
        sections=(Section("", "", DOCUMENTS_SUMMARY),),
        prior=0.72,
        order=("",),
    )
    for one in showing.content.legal_documents.values():
        yield Document(
            url=f"{url}#{anchor(one)}",
            title=one.id,
            summary="",
            kind="van-ban",
            sections=(Section("", "", f"{one.issuer}.", aside=one.title),),
            lead=one.title,
            date=one.issued_on,
            prior=_OF_A_DOCUMENT,
            order=("van-ban",),
        )


def _figures(showing: Showing) -> Document:
    lines = []
    for table in indicators.tables(showing.content):
        lines.append(f"{table.indicator.title}. {table.indicator.text or ''}")
        lines += [
            f"{row.figure.series or row.place} năm {row.figure.year}: {row.text} {table.unit}."
            for row in table.rows
            if not row.hidden
        ]
    return Document(
        url=showing.edition.url(paths.FIGURES),
        title=FIGURES_TITLE,
        summary=FIGURES_SUMMARY,
        kind="trang",
        sections=(Section("", "", "\n".join(lines)),),
        prior=0.8,
        order=("",),
    )
