"""What every format of the kit promises, whichever it is; a new one is held to it unasked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from each import each
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.disk.file_names import taken_for_one, why_unfit
from loa.exports.kit import formats, make, post_folder
from loa.exports.kit.formats import FORMATS, Format, Subject
from loa.exports.kit.make import make_kit
from loa.exports.kit.one_format import subject_of
from loa.exports.leaflet import printing
from loa.model import words
from town import CONSENT, SECTIONS, TODAY, Town

EVERY_FORMAT = {format.title: format for format in FORMATS}
PHOTO = {"file": "anh/a.jpg", "alt": "Vườn cà phê ở làng Ví dụ"}
BODY = "Mở đầu.\n\n## Ai được?\n\n- Hộ nghèo"


@pytest.fixture
def showing(town: Town) -> Showing:
    """A town with one post of each kind, each with a photo and a form."""
    for kind, section in SECTIONS.items():
        town.file(f"stories/{section}/anh/a.jpg")
        town.file(f"stories/{section}/mau.txt", "Mẫu đơn")
        body = "Mở đầu.\n\n## Ai được?\n\n- Hộ nghèo\n\n[Mẫu đơn](mau.txt)"
        town.post(kind, slug=f"bai-{kind}", image=PHOTO, body=body)
    return _showing(town)


def _showing(town: Town) -> Showing:
    return Showing(town.content(), TODAY, Edition(site_url="https://dak-thu.test/"))


def _subjects(showing: Showing) -> Iterator[Subject]:
    assert {post.SECTION for post in showing.published} == set(SECTIONS.values())
    for post in showing.published:
        yield subject_of(post, showing)


def test_every_format_says_what_it_is_and_for_which_channel() -> None:
    """An officer finds every file by a name of its own under a channel that the town knows."""

    def judge(format: Format) -> None:
        assert format.title.strip() == format.title != ""
        assert format.channel in words.CHANNELS
        # Whoever lacks something must be told what: a name for it and the question go together.
        assert bool(format.needs) == (format.can is not formats._always)

    each(EVERY_FORMAT, judge)
    assert len(EVERY_FORMAT) == len(FORMATS)
    assert {format.channel for format in FORMATS} == set(words.CHANNELS)


def test_every_format_makes_something_of_every_kind_of_post(showing: Showing) -> None:
    """No kind of post is forgotten on any channel."""

    def judge(format: Format) -> None:
        for subject in _subjects(showing):
            made = dict(format.make(subject))
            assert made, subject.post.slug
            assert all(made.values()), subject.post.slug

    each(EVERY_FORMAT, judge)


def test_the_same_post_gives_the_same_bytes(showing: Showing) -> None:
    """What did not change is not sent, copied or printed again."""

    def judge(format: Format) -> None:
        made = []
        for _ in range(2):
            printing._set.cache_clear()  # a sheet that is only remembered would prove nothing
            made.append({one.post.slug: dict(format.make(one)) for one in _subjects(showing)})
        changed = {slug for slug, files in made[0].items() if files != made[1][slug]}
        assert changed == set()

    each(EVERY_FORMAT, judge)


def test_files_of_one_post_never_take_each_others_place(showing: Showing) -> None:
    """In a post's folder, on any disk, every file is there under its own name."""
    for subject in _subjects(showing):
        names = [name for format in FORMATS for name, _ in format.make(subject)]

        assert [name for name, count in Counter(names).items() if count > 1] == []
        assert post_folder.MANIFEST not in names
        assert list(taken_for_one(names)) == []
        assert [name for name in names if why_unfit(name)] == []


@pytest.mark.parametrize("channel", words.CHANNELS)
def test_nothing_is_made_for_a_channel_without_consent(town: Town, channel: str) -> None:
    """A family is on the channels that it named, and on no other."""
    others = [name for name in words.CHANNELS if name != channel]
    town.post("story", slug="bai", consent=CONSENT | {"channels": others})
    showing = _showing(town)
    [post] = showing.published

    def judge(format: Format) -> None:
        assert format.is_for(post) == (format.channel != channel)
        assert not format.is_public_for(post) or format.is_for(post)

    each(EVERY_FORMAT, judge)
    make_kit(showing, town.root / "kit")
    made = set(post_folder.kept(town.root / "kit" / "bai").formats.values())
    assert made & {format.title for format in FORMATS if format.channel == channel} == set()


def test_what_cannot_be_made_here_is_named(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a PC that refuses a library the officer reads which file is missing, and keeps the last.

    The words are the same for every format, so no format can forget them.
    """
    town.post("policy", slug="bai")
    showing = _showing(town)
    refused = tuple(
        replace(format, can=lambda: False, needs=format.needs or "thư viện thử")
        for format in FORMATS
    )
    monkeypatch.setattr(make, "FORMATS", refused)
    told = [str(problem) for problem in make_kit(showing, town.root / "kit").problems]

    assert told == [
        "stories/chinh-sach/bai.md:1: nhắc: "
        f"chưa làm được: {format.title}, vì máy không nạp được {format.needs}; chưa có bản nào"
        for format in refused
    ]
    assert post_folder.kept(town.root / "kit" / "bai").files == {}


def test_what_was_made_before_stays_where_it_cannot_be_made(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The leaflet of last week is better than none, and its day is told."""
    town.post("policy", slug="bai")
    showing = _showing(town)
    make_kit(showing, town.root / "kit")
    before = post_folder.kept(town.root / "kit" / "bai").files
    refused = tuple(replace(one, can=lambda: False) if one.needs else one for one in FORMATS)
    monkeypatch.setattr(make, "FORMATS", refused)
    told = make_kit(showing, town.root / "kit").problems

    needing = [format for format in FORMATS if format.needs]
    assert [problem.message.partition("; ")[0] for problem in told] == [
        f"chưa làm được: {format.title}, vì máy không nạp được {format.needs}" for format in needing
    ]
    assert all("; giữ bản ngày " in problem.message for problem in told)
    assert post_folder.kept(town.root / "kit" / "bai").files == before
