"""Who to reach and who does what, in Vietnamese and in English (Decree 42/2022/NĐ-CP).

Everything comes from data; what is not known, or has no English words yet, is left out.
"""

from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model.places import Officer, Organisation

_LABELS = {
    "vi": {
        "name": "Cơ quan",
        "address": "Địa chỉ",
        "phone": "Điện thoại",
        "email": "Thư điện tử",
        "zalo": "Zalo",
        "hours": "Giờ tiếp dân",
        "person": "Họ tên",
        "officers": "Ai phụ trách việc gì?",
        "helpers": "Nơi giúp bà con",
    },
    "en": {
        "name": "Agency",
        "address": "Address",
        "phone": "Telephone",
        "email": "E-mail",
        "zalo": "Zalo",
        "hours": "Opening hours",
        "person": "Name",
        "officers": "Who does what",
        "helpers": "Who helps residents",
    },
}


def contact_rows(language: str, showing: Showing) -> list[Meta]:
    """Return how to reach the committee: label, value and link of each way it offers."""
    unit = showing.content.township.active
    contacts = unit.contacts
    english = language == "en"
    values = {
        "name": f"People’s Committee of {unit.english}"
        if english and unit.english
        else unit.committee,
        "address": contacts.address if contacts else None,
        "phone": contacts.phone if contacts else None,
        "email": contacts.email if contacts else None,
        "zalo": contacts.zalo if contacts else None,
        "hours": (contacts.hours_english if english else contacts.hours) if contacts else None,
    }
    return _rows(values, language)


def organisation(language: str, showing: Showing) -> Meta:
    """Return the roles of the unit, and the places that help, each with what it does."""
    labels = _LABELS[language]
    unit, helpers = showing.content.township.active, showing.content.organisations.values()
    officers = [_officer(officer, language) for officer in unit.officers]
    places = [_helper(helper, language) for helper in helpers]
    return {
        "officers_title": labels["officers"],
        "officers": [one for one in officers if one["title"]],
        "helpers_title": labels["helpers"],
        "helpers": [one for one in places if one["title"]],
    }


def _officer(officer: Officer, language: str) -> Meta:
    english = language == "en"
    values = {"person": officer.name, "phone": officer.phone, "email": officer.email}
    return {
        "title": officer.english if english else officer.title,
        "text": (officer.english_duties if english else officer.duties) or "",
        "rows": _rows(values, language),
    }


def _helper(helper: Organisation, language: str) -> Meta:
    english = language == "en"
    return {
        "title": helper.english if english else helper.name,
        "native": helper.name if english else "",
        "text": (helper.english_text if english else helper.text) or "",
        "url": helper.url or "",
    }


def _rows(values: dict[str, str | None], language: str) -> list[Meta]:
    labels = _LABELS[language]
    rows = []
    for key, value in values.items():
        if value:
            shown = _international(value) if key == "phone" and language == "en" else value
            rows.append({"label": labels[key], "value": shown, "url": _link(key, shown)})
    return rows


def _link(key: str, value: str) -> str:
    if key == "phone":
        return "tel:" + "".join(letter for letter in value if letter.isdigit() or letter == "+")
    return f"mailto:{value}" if key == "email" else ""


def _international(phone: str) -> str:
    return f"+84 {phone[1:].lstrip()}" if phone.startswith("0") else phone
