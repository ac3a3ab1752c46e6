"""Recordings go out as sound alone: what a phone wrote into them about its owner stays at home."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loa.media.recordings import RecordingRefused, published_film, published_recording
from loa.text.vietnamese import length_text, size_text
from town import Town

FOLDER = Path(__file__).parent / "recordings"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".mp3", ".m4a", ".ogg", ".wav"))
# Made with one tone each, and these words as title, artist, place and remark.
SECRETS = (b"Vi-Du", b"BI-MAT", b"13.9+108.1", b"2026-10-01")


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_nothing_of_its_maker_is_left(file: Path) -> None:
    """Whoever downloads a recording cannot read where and by whom it was made."""
    assert any(secret in file.read_bytes() for secret in SECRETS)

    assert not any(secret in published_recording(file).data for secret in SECRETS)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_its_length_is_known_before_it_is_fetched(file: Path) -> None:
    """A listener knows how many minutes come, though nothing has been downloaded yet."""
    wanted = 1 if file.suffix == ".wav" else 3

    assert published_recording(file).seconds == pytest.approx(wanted, abs=0.1)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_it_sounds_as_it_was_recorded(file: Path) -> None:
    """Every byte of the sound is the one that was recorded."""
    whole, clean = file.read_bytes(), published_recording(file).data

    assert len(sound(file.suffix, whole)) > 3000
    assert sound(file.suffix, clean) == sound(file.suffix, whole)


def sound(suffix: str, data: bytes) -> bytes:
    """The part of a file that is heard: between the tags, inside its box, behind the notes."""
    if suffix == ".mp3":
        begins = data.index(b"\xff\xf3")
        return data[begins:].partition(b"TAG")[0]
    if suffix == ".ogg":
        return data[-3500:]
    place = data.index(b"mdat" if suffix == ".m4a" else b"data")
    size = data[place - 4 : place] if suffix == ".m4a" else data[place + 4 : place + 8][::-1]
    return data[place : place + int.from_bytes(size, "big")]


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_publishing_twice_changes_nothing(file: Path, tmp_path: Path) -> None:
    """What is clean already is published as it is."""
    once = tmp_path / file.name
    once.write_bytes(published_recording(file).data)

    assert published_recording(once).data == once.read_bytes()


@pytest.mark.parametrize("name", [path.name for path in FILES])
@given(data=st.data())
@settings(deadline=None)  # a busy machine is no mistake
def test_a_broken_file_is_refused_in_words(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A copy that stopped halfway, or was damaged, is never a traceback."""
    whole = bytearray((FOLDER / name).read_bytes())
    for _ in range(data.draw(st.integers(0, 8))):
        whole[data.draw(st.integers(0, min(len(whole) - 1, 600)))] = data.draw(st.integers(0, 255))
    broken = tmp_path_factory.getbasetemp() / f"broken-{name}"
    broken.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        assert published_recording(broken).seconds > 0
    except RecordingRefused as refused:
        assert "không đọc được bản ghi âm" in str(refused)


def test_a_picture_with_a_false_name_is_refused(tmp_path: Path) -> None:
    """A photo that was renamed to .mp3 does not reach a resident's player."""
    false = tmp_path / "anh.mp3"
    false.write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))

    with pytest.raises(RecordingRefused):
        published_recording(false)


def test_a_film_loses_its_place_too(tmp_path: Path) -> None:
    """A film from a phone does not show on which farm it was made."""
    film = tmp_path / "phim.mp4"
    film.write_bytes((FOLDER / "tone.m4a").read_bytes())

    assert b"Vi-Du" in film.read_bytes()
    assert b"Vi-Du" not in published_film(film)


def test_a_heavy_recording_is_remarked_upon(town: Town) -> None:
    """An officer is told before residents pay for a recording as large as music."""
    head = (FOLDER / "tone.wav").read_bytes()
    sound = bytes(1_400_000)
    place = head.index(b"data")
    town.file(
        "stories/tin-tuc/nang.wav", head[: place + 4] + len(sound).to_bytes(4, "little") + sound
    )
    # Written as 8,000 bytes a second, it would be light; here a second weighs a hundred times more.
    heavy = bytearray((town.root / "stories/tin-tuc/nang.wav").read_bytes())
    heavy[28:32] = (800_000).to_bytes(4, "little")
    town.file("stories/tin-tuc/nang.wav", bytes(heavy))
    town.post("news", audio=[{"file": "nang.wav", "language": "vi"}])

    assert [said for said in town.said() if "nặng 1,4\xa0MB" in said and "mono" in said]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.4, "1 giây"), (45, "45 giây"), (130, "2 phút"), (59.6, "1 phút"), (3900, "1 giờ 5 phút")],
)
def test_lengths_are_said_as_people_say_them(seconds: float, text: str) -> None:
    """A listener reads minutes, not a clock."""
    assert length_text(seconds) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [(400, "1 kB"), (180_400, "180 kB"), (996_000, "1 MB"), (1_640_000, "1,6 MB")],
)
def test_sizes_are_weighed_in_data(size: int, text: str) -> None:
    """A listener sees what a download takes from prepaid data."""
    assert size_text(size) == text.replace(" ", "\xa0")
