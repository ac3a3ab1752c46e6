"""The kit after what goes wrong: a stopped run, a consent taken back, a file that is held open."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loa.exports.kit import post_folder
from loa.exports.kit.make import NoSuchPost
from test_kit import every_byte, files, made, made_with_memory, unpacked
from town import CONSENT, Town


def narrowed(town: Town, path: str, **changes: Any) -> None:
    """Change the consent of a post that stands there."""
    text = (town.root / path).read_text(encoding="utf-8")
    consent = json.dumps(CONSENT | changes, ensure_ascii=False)
    town.file(path, re.sub(r"(?m)^consent:.*", lambda _: f"consent: {consent}", text))


def test_a_channel_taken_back_leaves_whichever_post_is_made(town: Town) -> None:
    """A family no longer wants to be on the loudspeaker; making another post's kit is enough."""
    path = town.post("story", slug="a", consent=CONSENT | {"channels": ["web", "loa"]})
    town.post("news", slug="b")
    made(town)
    assert "phat-thanh.txt" in files(town, "a")
    narrowed(town, path, channels=["web"])
    made(town, "b")

    assert "noi-dung.txt" in files(town, "a")
    assert "phat-thanh.txt" not in files(town, "a")
    assert "a/phat-thanh.txt" not in unpacked(files(town)["goi/a.zip"])


def test_a_stopped_run_leaves_nothing_of_a_post_withdrawn_since(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The power went while the kit was made, then the family took its word back."""
    path = town.post("story", slug="a", title="Chuyện KHÔNGĐƯỢCLỘ", consent=CONSENT)
    written = post_folder.write_whole

    def stops(file: Path, data: bytes) -> None:
        if file.name == "noi-dung.txt":
            raise KeyboardInterrupt
        written(file, data)

    monkeypatch.setattr(post_folder, "write_whole", stops)
    with pytest.raises(KeyboardInterrupt):
        made(town)
    monkeypatch.undo()
    town.file("kit/goi/a.zip.moi", "KHÔNGĐƯỢCLỘ")
    assert "KHÔNGĐƯỢCLỘ".encode() in every_byte(town)
    narrowed(town, path, withdrawn_on="2026-11-01")
    made(town)

    assert "KHÔNGĐƯỢCLỘ".encode() not in every_byte(town)


def test_a_manifest_that_was_deleted_keeps_no_withdrawn_post(town: Town) -> None:
    """Whoever tidied up the manifest by hand does not keep a family in the kit with it."""
    path = town.post("story", slug="a", title="Chuyện KHÔNGĐƯỢCLỘ", consent=CONSENT)
    made(town)
    (town.root / "kit/a/manifest.json").unlink()
    narrowed(town, path, withdrawn_on="2026-11-01")
    made(town)

    assert not (town.root / "kit/a").exists()


def test_a_name_that_passes_on_takes_nothing_along(town: Town) -> None:
    """The folder of a withdrawn post is empty before another post of that name moves in."""
    path = town.post("story", slug="vay", title="Chuyện KHÔNGĐƯỢCLỘ", consent=CONSENT)
    town.post("question", slug="vay")
    made(town)
    folder = next(place for place in (town.root / "kit").iterdir() if place.name == "vay")
    owner = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["id"]
    town.file("kit/vay/tu-them.txt", "của bài này")
    narrowed(town, path, withdrawn_on="2026-11-01")
    made(town)

    left = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["id"]
    assert left == "HD-0002"
    assert (folder / "tu-them.txt").exists() == (owner == left)


def test_a_post_called_like_the_folder_of_zips_has_its_own(town: Town) -> None:
    """A news item about parcels mixes with no zip."""
    town.post("news", slug="goi")
    town.post("news", slug="moi-tu-2026-11-01", date="2026-11-20")
    made(town)
    found = files(town)

    assert {name for name in found if name.startswith("goi/")} == {
        "goi/goi-tt-0001.zip",
        "goi/moi-tu-2026-11-01-tt-0002.zip",
        "goi/moi-tu-2026-11-01.zip",
    }
    assert "goi-tt-0001/noi-dung.html" in found


@pytest.mark.parametrize("held", ["index.html", "goi/a.zip", "a/noi-dung.txt"])
def test_what_cannot_be_written_is_named(town: Town, held: str) -> None:
    """A file that is open in another program is told by name; all others are made."""
    town.post("news", slug="a")
    town.file(f"kit/{held}/chan.txt", "một thư mục ở chỗ của tệp")
    told = [str(problem) for problem in made(town).problems]

    assert told == [f"kit/{held}:1: không ghi được; tệp đang mở?"]
    assert "noi-dung.html" in files(town, "a")


def test_two_posts_of_one_name_are_asked_for_by_id(town: Town) -> None:
    """Nothing is made or marked for the wrong one of two posts of one name."""
    town.post("news", slug="vay")
    town.post("question", slug="vay")

    with pytest.raises(NoSuchPost, match="Có 2 bài cùng tên «vay»; hãy ghi mã bài: "):
        made(town, "vay")
    assert made(town, "tt-0001").anew == ("stories/tin-tuc/vay.md",)


def test_a_day_before_there_were_zips_packs_everything(town: Town) -> None:
    """Whoever wants all posts writes any early day."""
    town.post("news", slug="a")
    name = made(town, since=date(1900, 1, 1)).new_zip

    assert "a/noi-dung.txt" in unpacked(files(town)[f"goi/{name}"])


def test_the_board_leads_to_no_page_that_was_not_made(town: Town) -> None:
    """A story for the loudspeaker alone has no page to copy from, and no link to one."""
    town.post("story", slug="a", consent=CONSENT | {"channels": ["loa"]})
    town.post("news", slug="b")
    made(town, "a")
    found = files(town)
    links = re.findall(r'href="([^"]+)"', found["index.html"].decode())

    assert "a/phat-thanh.txt" in links
    assert {link for link in links if "://" not in link} <= found.keys()


def test_a_file_that_was_open_is_the_new_one_after_the_next_run(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Notepad held last week's script open; once it is closed, the loudspeaker gets this week's."""
    path = town.post("news", slug="a", body="Câu cũ.")
    made_with_memory(town)
    town.file(path, (town.root / path).read_text(encoding="utf-8").replace("Câu cũ", "Câu mới"))
    with monkeypatch.context() as patch:
        written = post_folder.written
        patch.setattr(
            post_folder,
            "written",
            lambda file, data: file.name != "phat-thanh.txt" and written(file, data),
        )
        assert any("đang mở" in str(one) for one in made_with_memory(town).problems)
    made_with_memory(town)

    assert "Câu mới" in files(town, "a")["phat-thanh.txt"].decode("utf-8-sig")


def test_a_sheet_that_overflows_is_told_by_every_run(town: Town) -> None:
    """A leaflet that is missing from the kit is never missing without a word."""
    town.policy(papers=[f"Giấy tờ số {number}: {'rất dài ' * 60}" for number in range(40)])
    town.post("policy", slug="vay")
    first, second = made_with_memory(town), made_with_memory(town)

    assert any("tờ rơi A4 dài quá" in str(one) for one in first.problems)
    assert [str(one) for one in second.problems] == [str(one) for one in first.problems]
