"""Who to reach and who does what, for those who read no Vietnamese too."""

from typing import Any

from loa.ask.contacts import contact_rows, organisation
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from town import TODAY, TOWNSHIP, Town

OFFICER = {
    "role": "vhtt",
    "title": "Công chức Văn hóa – Xã hội",
    "duties": "Đăng tin",
    "english": "Officer for culture and information",
    "english_duties": "Publishes news",
}


def showing(town: Town, **unit: Any) -> Showing:
    """The town with some keys of its active unit changed."""
    old, new = TOWNSHIP["units"]
    town.township(units=[old, {**new, **unit}])
    return Showing(town.content(), TODAY, Edition())


def test_both_languages_come_from_the_same_data(town: Town) -> None:
    """A number that changes is right on both pages."""
    contacts = {
        "phone": "0269 3 831 111",
        "email": "xa@dakthu.gov.vn",
        "hours": "Thứ Hai đến thứ Sáu",
        "hours_english": "Monday to Friday",
    }
    seen = showing(town, english="Dak Thu Commune", contacts=contacts)

    assert [(row["label"], row["value"], row["url"]) for row in contact_rows("vi", seen)] == [
        ("Cơ quan", "UBND xã Đak Thử", ""),
        ("Điện thoại", "0269 3 831 111", "tel:02693831111"),
        ("Thư điện tử", "xa@dakthu.gov.vn", "mailto:xa@dakthu.gov.vn"),
        ("Giờ tiếp dân", "Thứ Hai đến thứ Sáu", ""),
    ]
    assert [(row["label"], row["value"], row["url"]) for row in contact_rows("en", seen)] == [
        ("Agency", "People’s Committee of Dak Thu Commune", ""),
        ("Telephone", "+84 269 3 831 111", "tel:+842693831111"),
        ("E-mail", "xa@dakthu.gov.vn", "mailto:xa@dakthu.gov.vn"),
        ("Opening hours", "Monday to Friday", ""),
    ]


def test_officers_are_told_with_their_duties(town: Town) -> None:
    """A reader knows whom to ask for; a name stands there once it is known."""
    seen = showing(town, officers=[OFFICER | {"name": "Nguyễn Văn Ví Dụ"}])
    (english,) = organisation("en", seen)["officers"]
    (vietnamese,) = organisation("vi", seen)["officers"]

    assert (english["title"], english["text"]) == (
        "Officer for culture and information",
        "Publishes news",
    )
    assert english["rows"] == [{"label": "Name", "value": "Nguyễn Văn Ví Dụ", "url": ""}]
    assert vietnamese["title"] == "Công chức Văn hóa – Xã hội"


def test_what_has_no_english_words_yet_is_left_out(town: Town) -> None:
    """The English page mixes in no Vietnamese that its reader cannot read."""
    plain = {key: value for key, value in OFFICER.items() if "english" not in key}
    seen = showing(town, officers=[plain], contacts={"hours": "Thứ Hai đến thứ Sáu"})

    assert organisation("en", seen)["officers"] == []
    assert organisation("en", seen)["helpers"] == []
    assert [row["label"] for row in contact_rows("en", seen)] == ["Agency"]
    assert len(organisation("vi", seen)["helpers"]) == 1
