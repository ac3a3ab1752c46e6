"""The kit: all it takes to put a post on the other channels, and nothing that may not go out."""

import json
import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import make_kit as script
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.build import THEME, Build
from loa.exports.kit import formats
from loa.exports.kit.make import Made, NoSuchPost, make_kit
from photos import SECRET, phone_photo
from town import CONSENT, TODAY, Town

EDITION = Edition(site_url="https://dak-thu.test/")


def made(town: Town, *wanted: str, today: date = TODAY, since: date | None = None) -> Made:
    """Bring the town's kit up to date, without a memory of the last time."""
    return make_kit(Showing(town.content(), today, EDITION), town.root / "kit", wanted, since)


def made_with_memory(town: Town) -> Made:
    """Bring the town's kit up to date as the officer's commands do."""
    with Build(town.root, TODAY, EDITION, THEME) as build:
        return build.kit(town.root / "kit")


def files(town: Town, folder: str = "") -> dict[str, bytes]:
    """Every file of the kit, or of one folder in it."""
    kit = town.root / "kit" / folder
    return {
        path.relative_to(kit).as_posix(): path.read_bytes()
        for path in sorted(kit.rglob("*"))
        if path.is_file()
    }


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a zip, and of the zips in it."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def every_byte(town: Town) -> bytes:
    """All that stands in the kit, unpacked where it is packed."""
    found = []
    for name, data in files(town).items():
        found += [name.encode(), data]
        if name.endswith((".zip", ".docx")):
            for inner, content in unpacked(data).items():
                found += [inner.encode(), content]
                found += list(unpacked(content).values()) if inner.endswith(".docx") else []
    return b"\n".join(found)


@pytest.mark.parametrize(
    "kept_back",
    [
        {"status": "draft"},
        {"status": "review"},
        {"sample": True},
        {"publish_on": "2026-12-24"},
        {"consent": CONSENT | {"withdrawn_on": "2026-11-01"}},
        {"consent": CONSENT | {"until": "2026-11-01"}},
    ],
)
def test_what_may_not_go_out_is_nowhere_in_the_kit(town: Town, kept_back: dict[str, Any]) -> None:
    """A draft, an invented example, a family that took its word back: not one letter of it."""
    town.post("news", slug="bai-thuong", title="Tin bình thường của làng")
    town.post("story", slug="bai-kin", title="Chuyện KHÔNGĐƯỢCLỘ", body="KHÔNGĐƯỢCLỘ", **kept_back)

    assert made(town).posts == 1
    data = every_byte(town)
    assert "bình thường".encode() in data
    assert "KHÔNGĐƯỢCLỘ".encode() not in data
    assert b"bai-kin" not in data


def test_a_post_that_is_withdrawn_leaves_with_all_its_files(town: Town) -> None:
    """Whoever takes the consent back is out of the kit with the next run, zips included."""
    path = town.post("story", slug="bai-kin", title="Chuyện KHÔNGĐƯỢCLỘ", consent=CONSENT)
    made(town)
    assert "KHÔNGĐƯỢCLỘ".encode() in every_byte(town)
    town.file("kit/bai-kin/tu-them.txt", "KHÔNGĐƯỢCLỘ")

    text = (town.root / path).read_text(encoding="utf-8")
    withdrawn = json.dumps(CONSENT | {"withdrawn_on": "2026-11-01"}, ensure_ascii=False)
    town.file(path, re.sub(r"(?m)^consent:.*", f"consent: {withdrawn}", text))
    made(town)

    assert "KHÔNGĐƯỢCLỘ".encode() not in every_byte(town)
    assert not (town.root / "kit" / "bai-kin").exists()


@pytest.mark.parametrize("channel", ["web", "loa", "to-roi", "mang-xa-hoi", "bao-chi"])
def test_a_channel_that_nobody_agreed_to_is_not_made(town: Town, channel: str) -> None:
    """A family that said yes to the loudspeaker is not in the newspaper."""
    town.post("story", slug="bai", consent=CONSENT | {"channels": [channel]})
    made(town)
    expected = {form.title for form in formats.FORMATS if form.channel == channel}
    manifest = json.loads(files(town, "bai")["manifest.json"])

    assert set(manifest["formats"].values()) <= expected
    assert manifest["formats"] or not expected - {"Ảnh để tải lên"}


def test_pictures_are_small_and_tell_nothing(town: Town) -> None:
    """The place where a family lives doesn't go out inside a photo of it."""
    town.file("stories/tin-tuc/anh/to.jpg", phone_photo(3000, 2000))
    town.post("news", slug="bai", image={"file": "anh/to.jpg", "alt": "Một tấm ảnh thật to"})
    made(town)
    data = files(town, "bai")["anh/01-bai.jpg"]
    picture = Image.open(BytesIO(data))

    assert len(data) <= 300_000
    assert max(picture.size) <= 1200
    assert picture.getexif() == {}
    assert b"Exif" not in every_byte(town)
    assert SECRET.encode() not in data


def test_no_path_of_the_machine_is_told(town: Town) -> None:
    """Nobody learns from a file what the officer's computer looks like inside."""
    town.file("stories/tin-tuc/anh/a.jpg")
    town.post("news", slug="bai", image={"file": "anh/a.jpg", "alt": "Một tấm ảnh nhỏ"})
    made(town)

    data = every_byte(town)
    assert str(town.root).encode() not in data
    assert str(Path.home()).encode() + b"/" not in data
    assert b"stories/" not in data


def test_a_second_run_makes_nothing_anew(town: Town) -> None:
    """The officer runs it as often as wanted: what is done is done, byte for byte."""
    town.file("stories/tin-tuc/anh/a.jpg")
    town.post("news", slug="a", image={"file": "anh/a.jpg", "alt": "Một tấm ảnh nhỏ"})
    town.post("policy", slug="b")
    first = made_with_memory(town)
    before = {path: path.stat().st_mtime_ns for path in (town.root / "kit").rglob("*.*")}
    kept = files(town)
    again = made_with_memory(town)

    assert (first.posts, len(first.anew), again.anew) == (2, 2, ())
    assert files(town) == kept
    changed = {
        path.name
        for path, time in before.items()
        if path.is_file() and path.stat().st_mtime_ns != time
    }
    assert changed <= {"index.html"}


def test_two_kits_of_the_same_posts_are_the_same(town: Town) -> None:
    """Two offices can compare what they have by the zips alone."""
    town.post("news", slug="a")
    town.post("policy", slug="b")
    made_with_memory(town)
    first = files(town)
    for path in sorted((town.root / "kit").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    made_with_memory(town)

    assert files(town) == first


def test_only_what_changed_is_made_anew(town: Town) -> None:
    """Mending one sentence does not touch the other posts."""
    town.post("news", slug="a", body="Câu cũ.")
    path = town.post("news", slug="b", body="Câu cũ.")
    made_with_memory(town)
    town.file(path, (town.root / path).read_text(encoding="utf-8").replace("Câu cũ", "Câu mới"))

    assert made_with_memory(town).anew == (path,)


def test_a_file_that_was_spoilt_is_made_again(town: Town) -> None:
    """Whoever saved over a file of the kit gets the true one back."""
    town.file("stories/tin-tuc/anh/a.jpg")
    path = town.post("news", slug="a", image={"file": "anh/a.jpg", "alt": "Một tấm ảnh nhỏ"})
    made_with_memory(town)
    good = files(town, "a")
    town.file("kit/a/anh/01-a.jpg", b"hong")

    assert made_with_memory(town).anew == (path,)
    assert files(town, "a") == good


def test_what_the_officer_puts_beside_stays(town: Town) -> None:
    """A note of one's own in a post's folder is not cleaned away."""
    path = town.post("news", slug="a")
    made(town)
    town.file("kit/a/ghi-chu-cua-toi.txt", "Nhớ gọi trưởng thôn.")
    town.file(path, (town.root / path).read_text(encoding="utf-8").replace("Nội dung", "Lời mới"))
    made(town)

    assert files(town, "a")["ghi-chu-cua-toi.txt"].decode() == "Nhớ gọi trưởng thôn."


def test_one_post_alone_can_be_made(town: Town) -> None:
    """In a hurry the officer makes the kit of one post, by its code, its name or its file."""
    town.post("news", slug="a")
    path = town.post("news", slug="b")

    assert made(town, path).anew == (path,)
    assert not (town.root / "kit" / "a").exists()


def test_an_unknown_post_is_told(town: Town) -> None:
    """A code with a slip in it gets an answer that helps."""
    with pytest.raises(NoSuchPost, match="Không có bài «TT-XXXX»"):
        made(town, "TT-XXXX")


def test_the_zip_of_new_posts_holds_what_is_new(town: Town) -> None:
    """The officer sends the month's posts on with one file."""
    town.post("news", slug="cu", date="2026-10-01")
    town.post("news", slug="moi", date="2026-11-20")
    town.post("news", slug="sua", date="2026-01-01", updated_on="2026-11-21")
    name = made(town, since=date(2026, 11, 15)).new_zip

    folders = {inner.partition("/")[0] for inner in unpacked(files(town)[f"goi/{name}"])}
    assert name == "moi-tu-2026-11-15.zip"
    assert folders == {"moi", "sua"}


def test_the_manifest_tells_every_file(town: Town) -> None:
    """Another program can check what arrived."""
    town.file("stories/tin-tuc/anh/a.jpg")
    town.post("news", slug="a", image={"file": "anh/a.jpg", "alt": "Một tấm ảnh nhỏ"})
    made(town)
    found = files(town, "a")
    manifest = json.loads(found.pop("manifest.json"))

    assert {one["name"]: one["size"] for one in manifest["files"]} == {
        name: len(data) for name, data in found.items()
    }
    assert re.fullmatch("[0-9a-f]{16}", manifest["content_mark"])
    assert unpacked(files(town)["goi/a.zip"]).keys() == {
        f"a/{name}" for name in (*found, "manifest.json")
    }


def test_posts_of_one_name_have_two_folders(town: Town) -> None:
    """A news item and a question may be called the same."""
    town.post("news", slug="vay-von")
    town.post("question", slug="vay-von")
    made(town)

    assert {"vay-von", "vay-von-tt-0001"} <= {path.name for path in (town.root / "kit").iterdir()}


def test_mistakes_stop_the_kit_and_leave_the_last_one(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in a post costs the officer nothing that was good before."""
    path = town.post("news", slug="a")
    assert script.main([], town.root) == 0
    before = files(town)
    town.file(path, (town.root / path).read_text(encoding="utf-8").replace("title:", "titel:"))

    assert script.main([], town.root) == 1
    assert "Chưa làm bộ đăng" in capsys.readouterr().err
    assert files(town) == before


def test_the_script_says_what_it_did(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """Two lines tell the officer that it is done and what to open."""
    town.post("news", slug="a")

    assert script.main(["--since", "1/11/2026"], town.root) == 0
    said = capsys.readouterr().out
    assert "Bộ đăng: 1 bài trong kit/, làm mới 1 bài." in said
    assert "Mở kit/index.html" in said
