"""The list of documents (Decree 42/2022/NĐ-CP): number, title, issuer, days, effect, full text.

Filters are plain pages; with JavaScript a box narrows any of them as one types.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter

from loa.ask import paths
from loa.ask.brought import note_of
from loa.ask.legal_documents import (
    FORMS,
    STATUSES,
    anchor,
    badges,
    document_form,
    effect,
    newest_first,
)
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.media.attachments import attached
from loa.model.policies import FULL_TEXTS, LegalDocument
from loa.pages.front_matter import breadcrumbs, page
from loa.text.vietnamese import day_text, slug, sort_key

TITLE = "Văn bản"
SUMMARY = "Văn bản của Nhà nước và của Đảng mà các chính sách trên trang dựa vào."
_ONE_FILTER = 3  # an issuer with fewer documents gets no filter of its own


@dataclass(frozen=True)
class Filter:
    """One way to narrow the list down: the documents of which ``key`` says ``title``."""

    group: str
    slug: str
    title: str
    key: Callable[[LegalDocument], str]

    def fits(self, document: LegalDocument) -> bool:
        """Say whether a document stays in the list."""
        return self.key(document) == self.title


def document_pages(showing: Showing) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of the whole list and of each filter."""
    yield paths.documents(), partial(_page, "", showing)
    for one in _filters(_listed(showing), showing.today):
        yield paths.documents(one.slug), partial(_page, one.slug, showing)


def _listed(showing: Showing) -> list[LegalDocument]:
    return sorted(showing.content.legal_documents.values(), key=newest_first)


def _filters(documents: Sequence[LegalDocument], today: date) -> Iterator[Filter]:
    def status(document: LegalDocument) -> str:
        return effect(document, today)

    statuses = {status(document) for document in documents}
    for name in (name for name in STATUSES if name in statuses):
        yield Filter("Hiệu lực", slug(name), name, status)
    forms = {document_form(document) for document in documents}
    for name in (name for name in FORMS if name in forms):
        yield Filter("Loại", f"loai-{slug(name)}", name, document_form)
    issuers = Counter(document.issuer for document in documents)
    often = (name for name, count in issuers.items() if count >= _ONE_FILTER)
    for name in sorted(often, key=sort_key):
        yield Filter("Cơ quan", f"co-quan-{slug(name)}", name, attrgetter("issuer"))


def _page(filter: str, showing: Showing) -> str:
    documents = _listed(showing)
    found = list(_filters(documents, showing.today))
    chosen = next((one for one in found if one.slug == filter), None)
    shown = [one for one in documents if chosen is None or chosen.fits(one)]
    steps = [(TITLE, paths.documents()), (chosen.title, "")] if chosen else [(TITLE, "")]
    meta = {
        "title": f"{TITLE}: {chosen.title.lower()}" if chosen else TITLE,
        "template": "documents.html",
        "kind": "documents",
        "section": {"id": "van-ban"},
        "description": SUMMARY,
        "intro": SUMMARY,
        "noindex": chosen is not None,
        "breadcrumbs": breadcrumbs(showing.edition, *steps),
        "filters": _filter_links(documents, chosen, found, showing),
        "chips": [{"title": chosen.title, "remove_url": showing.edition.url(paths.documents())}]
        if chosen
        else [],
        "count": len(shown),
        "documents": [_document(one, showing) for one in shown],
        "empty": None if shown else {"text": "Chưa có văn bản nào."},
        "data_url": paths.data("van-ban"),
    }
    return page(meta)


def _filter_links(
    documents: Sequence[LegalDocument],
    chosen: Filter | None,
    found: Sequence[Filter],
    showing: Showing,
) -> list[Meta]:
    groups: dict[str, list[Meta]] = {}
    for one in found:
        item = {
            "title": one.title,
            "url": showing.edition.url(paths.documents(one.slug)),
            "count": sum(1 for document in documents if one.fits(document)),
            "current": chosen is not None and one.slug == chosen.slug,
        }
        groups.setdefault(one.group, []).append(item)
    return [{"title": title, "items": items} for title, items in groups.items()]


def _document(document: LegalDocument, showing: Showing) -> Meta:
    days = (
        ("Ban hành", document.issued_on),
        ("Hiệu lực từ", document.effective_from),
        ("Hiệu lực đến hết", document.effective_to),
    )
    facts = [("Cơ quan", document.issuer), *((label, day_text(day)) for label, day in days if day)]
    if document.ended_because:
        facts.append(("Vì sao hết", document.ended_because))
    if document.replaced_by:
        facts.append(("Thay bằng", document.replaced_by))
    note = document.note.rstrip(".") + "." if document.note else ""
    return {
        "id": anchor(document),
        "number": document.id,
        "title": document.title,
        "badges": badges(document, showing.today),
        "facts": [{"label": label, "value": value} for label, value in facts],
        "note": note[:1].upper() + note[1:],
        "url": document.url or "",
        "file": _file(document, showing),
        "posts": [
            {"title": post.title, "url": showing.edition.url(paths.post(post))}
            for id, post in showing.explainers.items()
            if document.id in showing.content.policies[id].legal_basis
        ],
    }


def _file(document: LegalDocument, showing: Showing) -> Meta | None:
    """Return the full text as a download that says how big it is."""
    if document.file is None:
        return None
    source = attached(showing.content.root, FULL_TEXTS, document.file)
    if source is None:
        return None  # told by the checks
    named = source.relative_to(showing.content.root).as_posix()
    return {"url": f"van-ban/{document.file}", "note": note_of(showing, named)}
