"""What was put on a channel is written down, and the board knows what has changed since."""

import re
from pathlib import Path

import pytest

import mark_published as script
from console import SetupError
from loa.ask.paths import Edition
from loa.ask.posted import State, state
from loa.ask.showing import Showing
from loa.desk.record_posting import Mark, MarkRefused, mark_published
from loa.exports.kit.make import make_kit
from loa.exports.kit.post_folder import kept
from test_kit import made
from town import CONSENT, TODAY, Town

SITE = "https://dak-thu.test/"


def marked(town: Town, name: str, channel: str = "web", url: str = "") -> str:
    """Say that a post was put on a channel today."""
    return mark_published(town.root, name, Mark(channel, TODAY, url), SITE, TODAY)


def states(town: Town) -> dict[str, State]:
    """How the town's first published post stands on each channel, as the board shows it."""
    showing = Showing(town.content(), TODAY, Edition(site_url=SITE))
    made(town)
    post = showing.published[0]
    mark = kept(town.root / "kit" / post.slug).content_mark
    channels = ("web", "loa", "to-roi", "mang-xa-hoi", "bao-chi")
    return {name: state(post, name, mark, showing.content) for name in channels}


def test_a_copied_post_is_on_the_board_and_in_the_activities(town: Town) -> None:
    """One command, and both the board and the report know of it."""
    town.post("news", slug="a", title="Tin về “bể nước”: xong")
    made(town)
    id = marked(town, "TT-0001", url="https://thi-tran.test/1")

    assert states(town)["web"] == State("done", "đã chép", TODAY, "https://thi-tran.test/1")
    assert states(town)["loa"] == State("open", "chưa chép")
    entry = town.content().activities[id]
    assert (entry.kind, entry.on, entry.posts) == ("dang-tin", TODAY, ("TT-0001",))
    assert entry.title == "Đăng trang thông tin: Tin về “bể nước”: xong"
    assert town.problems() == []


def test_a_post_that_was_mended_later_is_told(town: Town) -> None:
    """An old amount doesn't stay on the town page because nobody thought of it."""
    path = town.post("news", slug="a", body="Mức cũ.")
    made(town)
    marked(town, "a")
    town.file(path, (town.root / path).read_text(encoding="utf-8").replace("Mức cũ", "Mức mới"))

    assert states(town)["web"].words == "đã sửa sau khi chép"
    made(town)
    marked(town, "a")
    assert states(town)["web"].words == "đã chép"


def test_an_amount_in_the_data_changes_the_state_too(town: Town) -> None:
    """When a rate changes, every post that was copied with it comes up again."""
    town.post("policy", slug="a", body="Vay {{ muc-vay }}.")
    made(town)
    marked(town, "a")
    town.fact(amount=120_000_000)

    assert states(town)["web"].level == "changed"


def test_what_was_in_the_kit_counts_as_copied(town: Town) -> None:
    """Mended after copying but before marking: the board still says so."""
    path = town.post("news", slug="a", body="Câu cũ.")
    made(town)
    town.file(path, (town.root / path).read_text(encoding="utf-8").replace("Câu cũ", "Câu mới"))
    marked(town, "a")

    assert states(town)["web"].level == "changed"


def test_an_entry_by_hand_is_judged_by_its_day(town: Town) -> None:
    """Whoever writes the activities by hand has a true board as well."""
    town.post("news", slug="a", updated_on="2026-11-20")
    entry = {"kind": "dang-tin", "title": "Đăng", "posts": ["TT-0001"], "channel": "web"}
    town.entry("activities", "cu", on="2026-11-10", **entry)
    assert states(town)["web"].level == "changed"

    town.entry("activities", "moi", on="2026-11-21", **entry)
    assert states(town)["web"].level == "done"


def test_a_channel_without_consent_says_so(town: Town) -> None:
    """The board asks nobody to print what may not be printed."""
    town.post("story", consent=CONSENT | {"channels": ["web"]}, slug="a")

    assert states(town)["to-roi"].words == "không đăng: chưa có sự đồng ý"
    with pytest.raises(MarkRefused, match="chưa có sự đồng ý cho kênh tờ rơi"):
        marked(town, "a", "to-roi")


@pytest.mark.parametrize(
    "before",
    [
        "# Lời dặn\n\n[]\n",
        "# Lời dặn\r\n\r\n[]\r\n",
        "# Lời dặn\n- id: cu\n  kind: khac\n  on: 2026-01-01\n  title: Việc cũ # giữ\n",
        "# Lời dặn\n- id: cu\n  kind: khac\n  on: 2026-01-01\n  title: Việc cũ # giữ",
    ],
)
def test_what_stood_in_the_file_stays_as_it_was(town: Town, before: str) -> None:
    """Comments, order and line ends of the officer's file are not touched."""
    town.post("news", slug="a")
    town.file("data/activities.yml", before)
    marked(town, "a")
    marked(town, "a")
    after = (town.root / "data/activities.yml").read_bytes().decode()

    assert after.startswith(re.sub(r"\[\]\r?\n", "", before))
    assert len(town.content().activities) == 2 + ("cu" in before)
    assert ("\r\n" in after) == ("\r\n" in before)
    assert "\n" not in after.replace("\r\n", "") or "\r\n" not in before


@pytest.mark.parametrize("name", ["khong-co", "GD-0002", "stories/tin-tuc/nhap.md"])
def test_what_is_not_published_cannot_be_marked(town: Town, name: str) -> None:
    """A draft was not put anywhere; the slip is told and nothing is written."""
    town.post("news", slug="a")
    town.post("story", slug="mau", sample=True)
    town.post("news", slug="nhap", status="draft")
    before = (town.root / "data/activities.yml").read_bytes()

    with pytest.raises(MarkRefused, match="Không có bài"):
        marked(town, name)
    assert (town.root / "data/activities.yml").read_bytes() == before


def test_an_unsound_address_is_refused_and_nothing_is_written(town: Town) -> None:
    """A torn address does not spoil the file that the reports count from."""
    town.post("news", slug="a")
    before = (town.root / "data/activities.yml").read_bytes()

    with pytest.raises(MarkRefused, match="Chưa ghi gì"):
        marked(town, "a", url="thi tran .test")
    assert (town.root / "data/activities.yml").read_bytes() == before


def test_the_script_writes_and_says_so(
    town: Town, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The officer types one line and reads what was written."""
    monkeypatch.setenv("LOA_TODAY", TODAY.isoformat())
    town.post("news", slug="a")
    arguments = ["TT-0001", "--channel", "loa", "--on", "20/11/2026"]

    assert script.main(arguments, town.root) == 0
    assert "Đã ghi: loa truyền thanh, ngày 20/11/2026" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["TT-0001", "--channel", "truyen-hinh"], "Không có kênh «truyen-hinh»"),
        (["TT-0001", "--channel", "loa", "--on", "hôm qua"], "--on"),
        (["TT-0001", "--channel", "loa", "--on", "1/1/2027"], "còn ở phía trước"),
        (["TT-0001", "--channel", "to-roi", "--copies", "nhiều"], "hãy ghi số bản"),
        (["TT-0001"], "Cách dùng: mark_published.py"),
    ],
)
def test_the_script_explains_a_slip(
    town: Town, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistyped word gets an answer that says how to write it."""
    monkeypatch.setenv("LOA_TODAY", TODAY.isoformat())
    town.post("news", slug="a")

    with pytest.raises(SetupError, match=re.escape(said)):
        script.main(arguments, town.root)


def test_the_board_needs_nobody_else(town: Town) -> None:
    """It opens with a double click, with no network and from any folder."""
    town.post("news", slug="a", title="Tin <b>lạ</b> & “khác”")
    make_kit(Showing(town.content(), TODAY, Edition()), town.root / "kit")
    page = Path(town.root / "kit" / "index.html").read_text(encoding="utf-8")

    assert "Tin &lt;b&gt;lạ&lt;/b&gt; &amp; “khác”" in page
    assert re.findall(r'(?:src|href)="(?![A-Za-z0-9./-]+")[^"]*"', page) == []
    assert "%" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
