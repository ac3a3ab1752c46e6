"""Legal documents: their form, whether they are in effect, where the list has them."""

from datetime import date, timedelta

from loa.ask.meta import Meta
from loa.model.policies import LegalDocument
from loa.text.vietnamese import slug

_DAY = timedelta(days=1)
FORMS = (
    *("Luật", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Chỉ thị", "Kế hoạch"),
    *("Chương trình", "Công văn", "Thông báo", "Hướng dẫn"),
)


def anchor(document: LegalDocument) -> str:
    """Return the place of a document in the list."""
    return f"vb-{slug(document.id)}"


def document_form(document: LegalDocument) -> str:
    """Return the form of a document (Nghị định, Thông tư…), which its title begins with."""
    return next((form for form in FORMS if document.title.startswith(form)), "")


def newest_first(document: LegalDocument) -> tuple[int, str]:
    """Return what sorts the documents: the newest first."""
    return (-document.issued_on.toordinal() if document.issued_on else 0, document.id)


_IN_EFFECT, _COMING, _ENDED = "Đang áp dụng", "Chưa có hiệu lực", "Đã hết hiệu lực"
_UNSURE, _NO_DATE = "Cần đối chiếu", "Chưa rõ ngày hiệu lực"
STATUSES = (_IN_EFFECT, _COMING, _UNSURE, _NO_DATE, _ENDED)


def effect(document: LegalDocument, today: date) -> str:
    """Say whether a document is in effect on ``today``, in one of ``STATUSES``."""
    if document.has_ended(today):
        return _ENDED
    if document.effective_from and document.effective_from > today:
        return _COMING
    return _lasting(document)


def _lasting(document: LegalDocument) -> str:
    if document.doubtful:
        return _UNSURE
    return _IN_EFFECT if document.effective_from else _NO_DATE


def badges(document: LegalDocument, today: date) -> list[Meta]:
    """Return what is true now and later, each with its days: the browser shows the right one."""
    first, last = document.effective_from, document.effective_to
    coming = first and first > today
    found: list[Meta] = []
    if first and coming:
        found.append({"text": _COMING, "level": "info", "until": (first - _DAY).isoformat()})
    if not document.has_ended(today):
        lasting = _lasting(document)
        level = "ok" if lasting == _IN_EFFECT else "info"
        days = {"from": first.isoformat() if first and coming else ""}
        days["until"] = last.isoformat() if last else ""
        found.append({"text": lasting, "level": level, **days})
    if last:
        found.append({"text": _ENDED, "level": "ended", "from": (last + _DAY).isoformat()})
    return found
