"""new_post.py: a post that can be read at once, with nothing taken away and nothing to look up."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import new_post
from console import SetupError, guarded
from loa.desk.new_post import ALPHABET
from loa.load import read_post
from loa.model.posts import Post
from loa.model.words import TO_WRITE
from town import TODAY, Town

NEWS = ["--kind", "tin-tuc", "--title", "Họp thôn: nói về rà soát", "--topic", "vay-von"]
PATH = "stories/tin-tuc/hop-thon-noi-ve-ra-soat.md"
COMPLETE = {
    "guong-dien-hinh": [
        *("--title", "Đàn dê đầu tiên", "--topic", "san-xuat", "--livelihood", "Nuôi dê"),
        *("--place", "làng Ví dụ", "--year", "2026"),
    ],
    "chinh-sach": ["--policy", "vay-von-ho-ngheo"],
    "tin-tuc": ["--title", 'Nhớ "đúng hẹn": 100% \\ không #1', "--topic", "vay-von"],
    "hoi-dap": ["--title", "Vay được bao nhiêu?", "--topic", "vay-von"],
}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same day as everywhere in the tests, and nobody at the keyboard."""
    monkeypatch.setenv("LOA_TODAY", TODAY.isoformat())
    monkeypatch.setattr(sys, "stdin", None)


def made(town: Town) -> Path:
    """The only post of the town."""
    (path,) = (town.root / "stories").rglob("*.md")
    return path


def read(town: Town) -> Post:
    """The only post of the town, which reads without a word."""
    post, problems = read_post(town.root, made(town))
    assert problems == []
    assert post is not None
    return post


@pytest.mark.parametrize("section", COMPLETE)
def test_a_new_post_reads_without_a_mistake(section: str, town: Town) -> None:
    """Writing begins with a sound file, and what is to be written is marked."""
    assert new_post.main(["--kind", section, *COMPLETE[section]], town.root) == 0
    text = made(town).read_text(encoding="utf-8")
    post = read(town)

    assert (post.status, post.date) == ("draft", TODAY)
    assert TO_WRITE in text
    assert re.fullmatch(f"{post.CODE}-[{ALPHABET}]{{4}}", post.id)
    assert [said for said in town.said() if not said.startswith("nhắc: ")] == []


def test_what_was_said_stands_in_the_post(town: Town) -> None:
    """Nothing has to be typed again."""
    said = ["--date", "17/10/2026", "--author", "Nguyễn Văn Ví Dụ, công chức"]
    new_post.main([*NEWS, *said], town.root)
    post = read(town)

    assert made(town) == town.root / PATH
    assert (post.title, post.author) == ("Họp thôn: nói về rà soát", "Nguyễn Văn Ví Dụ, công chức")
    assert (post.date.isoformat(), post.topics) == ("2026-10-17", ("vay-von",))


def test_it_says_where_the_post_is_and_what_comes_next(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    """An officer opens the right file and knows the next command."""
    new_post.main(NEWS, town.root)
    said = capsys.readouterr().out

    assert all(words in said for words in (PATH, TO_WRITE, "make check", "make serve", "published"))


def test_a_post_that_is_there_is_never_overwritten(town: Town) -> None:
    """An afternoon's work is not lost to a second start."""
    town.file(PATH, "bài của tôi")

    with pytest.raises(SetupError, match="Đã có bài"):
        new_post.main(NEWS, town.root)
    assert (town.root / PATH).read_text(encoding="utf-8") == "bài của tôi"


def test_a_policy_has_one_explainer(town: Town) -> None:
    """Two posts never tell the same policy in two ways."""
    path = town.post("policy")

    with pytest.raises(SetupError, match=path):
        new_post.main(["--kind", "chinh-sach", "--policy", "vay-von-ho-ngheo"], town.root)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "--kind"),
        (["--kind", "tin-tuc"], "--title, --topic"),
        (["--kind", "tin"], "«tin» không có trong danh sách; có phải ý bạn là «tin-tuc»?"),
        ([*NEWS, "--topic", "vay"], "có phải ý bạn là «vay-von»?"),
        ([*NEWS, "--date", "31/02/2026"], "không có ngày «31/02/2026» trong lịch"),
        ([*NEWS, "--title", "a" * 121], "tối đa 120"),
        ([*NEWS, "--title", "???"], "tên tệp"),
        ([*NEWS, "--title", "Tìm"], "tên tệp"),
        ([*NEWS, "--what"], "Cách dùng: new_post.py"),
        (
            [
                *("--kind", "guong-dien-hinh", "--title", "Nuôi dê", "--topic", "san-xuat"),
                *("--livelihood", "siu thoan", "--place", "làng Ví dụ", "--year", "2026"),
            ],
            "giống tên người",
        ),
    ],
)
def test_a_wrong_command_says_what_to_write(arguments: list[str], message: str, town: Town) -> None:
    """Nothing is written, and the sentence is in Vietnamese."""
    with pytest.raises(SetupError) as caught:
        new_post.main(arguments, town.root)

    assert message in str(caught.value)
    assert list((town.root / "stories").rglob("*.md")) == []


def test_unsound_data_is_told_first(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """A post is not begun on topics that cannot be read."""
    town.file("data/topics.yml", "- id: vay-von\n")

    assert new_post.main(NEWS, town.root) == 1
    assert "data/topics.yml:1: " in capsys.readouterr().out


def test_help_is_vietnamese() -> None:
    """`--help` can be read by the person who needs it."""
    script = Path(new_post.__file__)
    run = subprocess.run(
        [sys.executable, script, "--help"], capture_output=True, encoding="utf-8", check=False
    )

    assert run.returncode == 0
    assert "Tạo một bài mới" in run.stdout
    assert "optional arguments" not in run.stdout


def test_without_a_keyboard_it_ends_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Another program that starts it is not left waiting."""
    assert guarded(lambda: new_post.main([])) == 2
    assert "hãy thêm vào lệnh: --kind" in capsys.readouterr().err
