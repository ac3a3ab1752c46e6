"""The index: what is in it, what is not, and how it is cut into pieces."""

import json
import re
from datetime import date

import pytest

from loa import search
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.search.cuts import onset, piece_of, pieces_for, unit
from loa.search.document import Document
from loa.search.every_page import documents
from loa.search.index import index_scripts
from loa.search.shards import DOCUMENT, HALF, LETTERS, WEAKNESS, encoded, number
from loa.search.word_piece import postings_of, text_of, written
from town import CONSENT, TODAY, Town

SECTIONS = 16


def showing(town: Town, today: date = TODAY, **edition: bool) -> Showing:
    """The town as its residents see it on a day."""
    return Showing(town.content(), today, Edition(**edition))


def whole_index(town: Town, today: date = TODAY) -> str:
    """Every word of every file of the index."""
    return "".join(make() for _, make in search.index_files(showing(town, today))).lower()


def found(town: Town, url: str, today: date = TODAY) -> Document:
    """What search knows of one page."""
    return {one.url: one for one in documents(showing(town, today))}[url]


# --- what is in it -------------------------------------------------------------------------------


def test_every_kind_of_page_can_be_found(town: Town) -> None:
    """Posts, standing pages, the calendar and lists: whatever a resident sees, search knows."""
    town.post("news", slug="tin")
    town.page("lien-he.md", "Đến Ủy ban.", title="Liên hệ")
    urls = {one.url for one in documents(showing(town))}

    assert {"tin-tuc/tin/", "lien-he/", "lich/", "thon/vi-du/", "chu-de/san-xuat/"} <= urls


def test_a_policy_is_found_by_its_figures(town: Town) -> None:
    """An amount that stands in data/ is a word of the page that shows it."""
    town.post("policy", slug="vay", body="Mỗi nhà được vay đến {{ muc-vay }}.")
    (text,) = (section.text for section in found(town, "chinh-sach/vay/").sections)

    assert "100 triệu đồng" in text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "draft"},
        {"status": "review"},
        {"publish_on": "2026-12-24"},
        {"consent": CONSENT | {"withdrawn_on": "2026-11-01"}},
        {"consent": CONSENT | {"until": "2026-11-01"}},
    ],
)
def test_what_is_not_published_is_not_in_it(town: Town, changes: dict[str, object]) -> None:
    """A household that took its word back, or never gave it, is in no file of the search."""
    town.post("story", title="Chuyện của anh Kơpuih", body="Nuôi dê Kơpuih.", **changes)

    assert "kơpuih" not in whole_index(town)
    assert "kopuih" not in whole_index(town)


def test_a_post_that_waits_for_approval_is_not_in_it(town: Town) -> None:
    """Search tells nothing before the leaders have agreed to it."""
    town.township(approval_required=True)
    town.post("news", title="Tin Chưaduyệt về việc của xã")

    assert "chuaduyet" not in whole_index(town)


def test_samples_come_last_and_are_labelled(town: Town) -> None:
    """An invented example is never taken for a neighbour."""
    town.post("story", slug="mau", sample=True, title="Chuyện mẫu về nuôi bò sinh sản")
    town.post("story", slug="that", title="Chuyện thật về nuôi bò sinh sản")

    assert found(town, "guong-dien-hinh/mau/").sample
    assert not found(town, "guong-dien-hinh/that/").sample


def test_samples_that_are_not_shown_are_not_found(town: Town) -> None:
    """Once the town has its own stories, search forgets the examples."""
    town.township(show_samples=False)
    town.post("story", sample=True, title="Chuyện mẫu Xyzmau")

    assert "xyzmau" not in whole_index(town)


def test_a_policy_in_force_stands_before_one_that_ended(town: Town) -> None:
    """Nobody is sent to a counter for what no longer applies."""
    town.post("policy", slug="vay")
    town.policy(valid_to="2026-06-30")
    ended = found(town, "chinh-sach/vay/")
    town.policy(valid_to="2027-06-30", validity_confirmed=True)
    in_force = found(town, "chinh-sach/vay/")

    assert ended.prior < in_force.prior
    assert (ended.in_force, in_force.in_force) == ("het", "co")
    assert ended.states == (("", "Chính sách giai đoạn trước"),)


def test_news_of_this_week_stand_a_little_before_those_of_last_year(town: Town) -> None:
    """News age; stories and policies do not."""
    town.post("news", slug="moi", date="2026-11-20")
    town.post("news", slug="cu", date="2025-11-20")
    new, old = (found(town, f"tin-tuc/{slug}/").prior for slug in ("moi", "cu"))

    assert 0.7 < old < new < 1


def test_old_spellings_of_a_village_are_words_of_its_posts(town: Town) -> None:
    """A resident finds the village under the name that stands on the old sign."""
    town.entry("villages", "vi-du", aliases=["Ple Ví Dụ Cũ"])
    town.post("news", slug="tin", villages=["vi-du"])

    assert "Ple Ví Dụ Cũ" in found(town, "tin-tuc/tin/").marks


# --- how it is cut -------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [0, 1, HALF - 1, HALF, 1000, 10_000, 123_456_789])
def test_numbers_are_written_in_letters_and_read_back(value: int) -> None:
    """What the build writes is what the phone reads."""
    text, read, scale = number(value), 0, 1
    for letter in text[:-1]:
        read += (LETTERS.index(letter) - HALF) * scale
        scale *= HALF
    read += LETTERS.index(text[-1]) * scale

    assert read == value
    assert set(text) <= set(LETTERS)


def test_letters_need_no_escape() -> None:
    """The index costs what it looks like, in a script as well as inside a page."""
    assert json.dumps(LETTERS) == f'"{LETTERS}"'
    assert not set(LETTERS) & set("~|^<")


def posting(weakness: int, document: int, section: int = 0) -> int:
    """One page that says a word."""
    return weakness << WEAKNESS | document << DOCUMENT | section


def test_postings_of_one_strength_share_their_head() -> None:
    """The strongest pages come first; the rest are told by distance."""
    packed = [posting(0, 3, 2), posting(0, 7), posting(2, 1)]

    assert encoded(packed, with_sections=False) == "".join(
        [number(22), number(3), number(3), number(2), number(1)]
    )
    assert encoded(packed, with_sections=True) == "".join(
        [number(22), number(3 * 16 + 2), number(3 * 16), number(2), number(1 * 16)]
    )


def test_a_piece_can_be_written_on() -> None:
    """What is kept of a piece gives back its lines and everything that a change needs."""
    postings = {"vay": [posting(1, 2), posting(0, 4)], "váy": [], "vay vốn": [posting(3, 9)]}
    text, kept = written(postings, ["=vay=mượn"], 50)

    assert [re.split(r"[|^]", line)[0] for line in json.loads(text).split("~")] == [
        "=vay=mượn",
        "vay",
        "váy",
        "vay vốn",
    ]
    assert text_of(kept) == text
    assert postings_of(kept) == {key: sorted(found) for key, found in postings.items()}


def test_a_key_has_its_place_whatever_else_there_is() -> None:
    """Another word in the town moves none: the place follows from the letters."""
    assert [onset(word) for word in ("thon", "tren", "to", "nghe", "u", "")] == [
        "th",
        "tr",
        "t",
        "ng",
        "u",
        "",
    ]
    assert unit("vay von") == "vay v"
    assert unit("vay") == "vay"
    assert piece_of("vay v", 2048) == 203
    assert pieces_for(512, carried=False) == pieces_for(2047, carried=False) == 2048


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The files to be sent after an edit."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_the_same_town_gives_the_same_index(town: Town) -> None:
    """A rebuild without changes sends nobody new files."""
    town.post("news", body="Tin thứ nhất.")

    assert dict(index_scripts(showing(town))) == dict(index_scripts(showing(town)))


def test_a_comma_sends_three_files(town: Town) -> None:
    """The officer's slow line carries the text, its row of results and the list; no name moves."""
    town.post("news", slug="tin", id="TT-0001", body="Bà con làm đường cả ngày rất vui.")
    before = dict(index_scripts(showing(town)))
    town.post("news", slug="tin", id="TT-0001", body="Bà con làm đường cả ngày, rất vui.")
    after = dict(index_scripts(showing(town)))

    assert set(before) == set(after)
    assert {name[0] for name in changed(before, after)} == {"t", "m", "i"}
    assert len(changed(before, after)) == 3


def test_a_new_word_moves_no_other(town: Town) -> None:
    """Only the pieces of the words that were written are sent."""
    town.post("news", slug="tin", id="TT-0001", body="Bà con làm đường cả ngày.")
    before = dict(index_scripts(showing(town)))
    town.post("news", slug="tin", id="TT-0001", body="Bà con làm đường cả đêm.")
    after = dict(index_scripts(showing(town)))
    words = {name for name in changed(before, after) if name[0] == "w"}
    pieces = sum(name[0] == "w" for name in before)

    assert words == {
        f"w{piece_of(unit(key), pieces)}" for key in ("ngay", "dem", "ca ngay", "ca dem")
    }


def test_pieces_say_whose_numbers_they_hold(town: Town) -> None:
    """When a page comes, the pieces of before can no longer be taken for those of now."""
    town.post("news", slug="tin")
    before = dict(index_scripts(showing(town)))
    town.post("news", slug="tin-khac")
    after = dict(index_scripts(showing(town)))
    epochs = [re.findall(r'"epoch":"(\w+)"', found["index"])[0] for found in (before, after)]

    assert epochs[0] != epochs[1]
    for epoch, found in zip(epochs, (before, after), strict=True):
        numbered = [name for name in found if re.fullmatch(r"[wm]\d+|f", name)]
        assert all(found[name].endswith(f',"{epoch}");\n') for name in numbered)


def test_nothing_in_the_index_ends_a_script(town: Town) -> None:
    """A writer's "</script>" stays a word, in the edition with the index inside its page too."""
    town.post("news", title="Viết &lt;/script&gt; trong bài cho vui", body="`</script>` và `<b>`")
    carried = {
        path: make() for path, make in search.index_files(showing(town, directory_urls=False))
    }
    page = carried[search.ONE_FILE]
    pieces = "".join(text for path, text in carried.items() if path.endswith(".js"))

    assert "</script" not in pieces
    assert len(re.findall("</script>", page)) == 1


def test_names_do_not_break_on_a_stick(town: Town) -> None:
    """Files of the index keep to names that every USB stick and host knows."""
    for path, _ in search.index_files(showing(town)):
        assert re.fullmatch(r"assets/search/([a-z]+[0-9]*|t-[a-z0-9]+)\.js", path)
