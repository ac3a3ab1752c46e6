"""What a file reads is noted: leave one kind of note out, and somebody reads something stale."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.plan.day import Day, DayText
from loa.plan.digest import digest
from loa.plan.records import noting
from loa.plan.store import Store
from loa.plan.trace import FIRST, LAST, Trace, tracing
from photos import phone_photo
from town import Town

TODAY = date(2026, 12, 31)
EDITION = Edition(site_url="https://dak-thu.test/")
Dropped = Callable[[str], bool]


def starting(*beginnings: str) -> Dropped:
    """Notes that begin so."""
    return lambda note: note.startswith(beginnings)


def ending(end: str) -> Dropped:
    """Notes that end so."""
    return lambda note: note.endswith(end)


def _edit(town: Town, old: str, new: str) -> None:
    path = town.root / "stories/tin-tuc/mot.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _template(town: Town) -> None:
    file = town.root / "theme/loa/footer.html"
    file.write_text(file.read_text(encoding="utf-8") + "<!-- mới -->", encoding="utf-8")


# What is left out of every trace → what then changes without anybody noticing.
LEFT_OUT: dict[str, tuple[Dropped, Callable[[Town], object]]] = {
    "the text of a post": (ending("#body"), lambda town: _edit(town, "Lời cũ", "Lời mới")),
    "a field of a post": (ending("#title"), lambda town: _edit(town, "Chuyện một", "Chuyện hai")),
    "all posts": (starting("posts:*"), lambda town: town.post("news", slug="ba")),
    "a policy": (starting("policies:"), lambda town: town.fact(amount=5_000_000, headline=True)),
    "the township": (starting("township:"), lambda town: town.township(tagline="Lời khác")),
    "a topic": (
        starting("topics:"),
        lambda town: town.entry("topics", "san-xuat", title="Cây giống"),
    ),
    "an answer": (starting("?"), lambda town: _edit(town, "Chuyện một", "Chuyện hai")),
    "a file": (
        starting("file:"),
        lambda town: town.file("stories/tin-tuc/anh/a.jpg", phone_photo(1000, 500)),
    ),
    "a template": (starting("theme:"), _template),
    "a piece of the index": (
        starting("piece:"),
        lambda town: _edit(town, "Lời cũ", "Lời mới"),
    ),
    "the names in a folder": (
        starting("tree:"),
        lambda town: town.file("docs/huong-dan/them.md", "---\ntitle: Thêm\n---\nMột trang.\n"),
    ),
}


@pytest.fixture
def noted_town(town: Town) -> Town:
    """A town whose pages read something of every kind."""
    shutil.copytree(THEME, town.root / "theme")
    town.file("stories/tin-tuc/anh/a.jpg", phone_photo(900, 600))
    image = {"file": "anh/a.jpg", "alt": "Vườn cà phê của tổ"}
    town.post("news", slug="mot", title="Chuyện một", body="Lời cũ.", image=image)
    town.post("news", slug="hai", title="Chuyện khác")
    town.post("policy", slug="vay")
    return town


def test_what_changes_is_made_anew(noted_town: Town) -> None:
    """With every note in its place, one town goes through all these changes and none is missed."""
    _built(noted_town)
    for name, (_, change) in LEFT_OUT.items():
        change(noted_town)
        assert _stale(noted_town) == [], name


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_note_left_out_is_missed(
    noted_town: Town, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No note is there for nothing: without it a resident reads what was true yesterday."""
    dropped, change = LEFT_OUT[name]
    whole = Store.put

    def put(store: Store, made: str, mark: bytes, trace: Trace) -> None:
        kept = {note for note in trace.notes if not dropped(note)}
        whole(store, made, mark, Trace(kept, trace.since, trace.until))

    monkeypatch.setattr(Store, "put", put)
    _built(noted_town)
    change(noted_town)

    assert _stale(noted_town) != []


def test_a_day_left_out_is_missed(noted_town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the days for which a file holds, the new rate would not come on its day."""
    fact = {"label": "Lãi suất", "unit": "mỗi năm", "as_of": "2026-11-01", "headline": True}
    noted_town.policy(
        facts=[
            {"id": "cu", "rate": 6.24, "applies_to": "2026-12-31", **fact},
            {"id": "moi", "rate": 7.5, "applies_from": "2027-01-01", **fact},
        ]
    )
    _built(noted_town)
    assert _stale(noted_town, TODAY + timedelta(days=1)) == []

    whole = Store.put
    monkeypatch.setattr(
        Store, "put", lambda store, name, mark, trace: whole(store, name, mark, Trace(trace.notes))
    )
    for folder in (".cache", "site"):
        shutil.rmtree(noted_town.root / folder)
    _built(noted_town)
    assert _stale(noted_town, TODAY + timedelta(days=1)) != []


def _built(town: Town, today: date = TODAY) -> dict[str, bytes]:
    site = town.root / "site"
    with Build(town.root, today, EDITION, town.root / "theme") as build:
        build.site(site)
    found = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def _stale(town: Town, today: date = TODAY) -> list[str]:
    """The files that a build with a memory makes otherwise than one without."""
    kept = _built(town, today)
    hidden: Path = town.root / "hidden"
    hidden.mkdir()
    for name in (".cache", "site"):
        (town.root / name).rename(hidden / name)
    anew = _built(town, today)
    for name in (".cache", "site"):
        shutil.rmtree(town.root / name)
        (hidden / name).rename(town.root / name)
    hidden.rmdir()
    return [name for name in sorted({*kept, *anew}) if kept.get(name) != anew.get(name)]


# --- the notes themselves ------------------------------------------------------------------------


def test_a_comparison_holds_until_its_day() -> None:
    """A page that asks whether a policy has ended is made anew on one morning, not on all."""
    today = Day.of(date(2026, 12, 1))
    with tracing() as trace:
        assert today <= date(2026, 12, 31)
        assert today > date(2026, 10, 16)
        assert date(2026, 12, 20) > today
        assert today + timedelta(days=10) < date(2026, 12, 20)

    days = date.fromordinal(trace.since), date.fromordinal(trace.until)
    assert days == (date(2026, 10, 17), date(2026, 12, 9))


@pytest.mark.parametrize(
    "read", [str, repr, hash, date.isoformat, lambda day: day.day, lambda day: day - TODAY]
)
def test_a_day_that_is_read_holds_for_itself(read: Callable[[date], object]) -> None:
    """A page that writes the day down is made anew every day."""
    today = Day.of(date(2026, 12, 1))
    with tracing() as trace:
        read(today) if read is not date.isoformat else today.isoformat()

    assert (trace.since, trace.until) == (date(2026, 12, 1).toordinal(),) * 2


def test_a_day_that_nobody_looks_at_holds_for_ever() -> None:
    """The year holds until New Year's Eve, a template's comparison until its day."""
    today = Day.of(date(2026, 12, 1))
    with tracing() as trace:
        pass
    assert (trace.since, trace.until) == (FIRST, LAST)
    with tracing() as trace:
        assert today.year == 2026
        assert DayText.of(today) < "2026-12-25"
    days = date.fromordinal(trace.since), date.fromordinal(trace.until)
    assert days == (date(2026, 1, 1), date(2026, 12, 24))


def test_reading_a_record_leaves_a_note(town: Town) -> None:
    """A field, a missing key, a whole collection: each is a note of its own, and no wider."""
    town.post("news", slug="mot")
    content = noting(town.content())
    with tracing() as trace:
        (post,) = content.posts
        assert post.title
        assert content.policies.get("khong-co") is None
        assert "vay-von" in content.topics

    path = "posts:stories/tin-tuc/mot.md"
    expected = {"posts:*", f"{path}#title", "policies:khong-co", "topics:vay-von"}
    assert trace.notes == expected


def test_a_mark_is_of_what_is_said() -> None:
    """Equal answers have equal marks, others have others, and what has no identity has none."""
    assert digest({"a": (1, "2"), "b": None}) == digest({"a": (1, "2"), "b": None})
    assert digest(["ab", "c"]) != digest(["a", "bc"])
    assert digest(1) != digest("1")
    with pytest.raises(TypeError, match="no lasting identity"):
        digest(lambda: 1)
