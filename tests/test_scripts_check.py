"""The two commands a writer runs: check_content and approve_post."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import approve_post
import check_content
from console import SetupError
from patience import seconds_of_this_machine
from town import Town

SCRIPTS = Path(check_content.__file__).parent


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same day as everywhere in the tests."""
    monkeypatch.setenv("LOA_TODAY", "2026-11-24")


def test_a_sound_town_gets_one_line(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """An officer sees at once that the site may be built."""
    town.post("news")

    assert check_content.main([], town.root) == 0
    assert capsys.readouterr().out == "Không có lỗi, không có lời nhắc.\n"


def test_mistakes_come_with_file_and_line(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything to mend is on one screen, counted at its end."""
    town.wording("ban phát", "trao")
    town.post("news", slug="b", body="Không ban phát quà.")
    town.post("news", slug="a", topics=["vay"])
    town.file("stories/tin-tuc/c.md", "không có phần đầu\n")

    assert check_content.main([], town.root) == 1
    assert capsys.readouterr().out.splitlines() == [
        "stories/tin-tuc/a.md:7: «topics (mục 1): vay» không có trong data/topics.yml; "
        "có phải ý bạn là «vay-von»?",
        "stories/tin-tuc/b.md:10: nhắc: «ban phát» dễ làm bà con tủi; nên viết: trao",
        "stories/tin-tuc/c.md:1: dòng đầu tiên phải là «---», rồi đến các dòng «tên: giá trị»",
        "Có 2 lỗi cần sửa, 1 lời nhắc.",
    ]


def test_reminders_stop_nothing(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """A build goes on while a word waits to be improved."""
    town.wording("ban phát", "trao")
    town.post("news", body="Không ban phát quà.")

    assert check_content.main([], town.root) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Không có lỗi; có 1 lời nhắc nên xem."


@pytest.mark.parametrize("name", ["stories/tin-tuc/a.md", "stories/tin-tuc/../tin-tuc/a.md"])
def test_one_file_is_shown_alone(town: Town, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A writer sees the own post first, judged against everything else."""
    town.post("news", slug="a", id="TT-0001", body="[Xem](b.md)")
    town.post("news", slug="b", id="TT-0001", topics=["vay"])

    assert check_content.main([name], town.root) == 0
    assert check_content.main(["stories/tin-tuc/b.md"], town.root) == 1
    assert "a.md:" not in capsys.readouterr().out


def test_a_folder_is_shown_alone(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The names are those that the command line's own folder knows."""
    town.post("news", topics=["vay"])
    monkeypatch.chdir(town.root / "stories")

    assert check_content.main(["tin-tuc"], town.root) == 1
    assert check_content.main(["../data"], town.root) == 0


def test_a_file_that_is_not_there_is_told(town: Town) -> None:
    """A mistyped name is not taken for a clean file."""
    with pytest.raises(SetupError, match=r"Không thấy tệp «khong-co\.md»"):
        check_content.main(["khong-co.md"], town.root)


def test_json_for_an_editor(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """A program can mark the line in the officer's editor."""
    path = town.post("news", topics=["vay"])
    check_content.main(["--json"], town.root)

    assert json.loads(capsys.readouterr().out) == [
        {
            "path": path,
            "line": 7,
            "level": "error",
            "message": "«topics (mục 1): vay» không có trong data/topics.yml; "
            "có phải ý bạn là «vay-von»?",
        }
    ]


def test_release_asks_for_more(town: Town) -> None:
    """What may wait while writing may not wait when going public."""
    town.township(responsible_person=None)

    assert check_content.main([], town.root) == 0
    assert check_content.main(["--release"], town.root) == 1


def test_unsound_data_is_told_first(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken data file is named; the posts are not blamed for it."""
    town.post("news")
    town.file("data/topics.yml", "- id: vay-von\n  title: A: B\n")

    assert check_content.main([], town.root) == 1
    assert capsys.readouterr().out.startswith("data/topics.yml:2: ")


def test_approving_says_what_was_written(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """The officer sees the name and the day once more."""
    path = town.post("news", id="TT-7K2M")

    arguments = ["TT-7K2M", "--by", "Trần Văn Mẫu", "--on", "20/11/2026"]

    assert approve_post.main(arguments, town.root) == 0
    assert capsys.readouterr().out == f"Đã ghi: Trần Văn Mẫu duyệt ngày 20/11/2026, trong {path}.\n"
    assert town.content().posts[0].approved is not None


def test_figures_of_a_policy_are_approved_by_their_code(town: Town) -> None:
    """One command serves posts and figures alike."""
    arguments = ["--policy", "vay-von-ho-ngheo", "--by", "Trần Văn Mẫu", "--on", "2026-11-20"]

    assert approve_post.main(arguments, town.root) == 0
    assert town.content().policies["vay-von-ho-ngheo"].approved is not None


def test_a_post_with_mistakes_is_refused(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal names every mistake and writes nothing."""
    town.post("news", id="TT-7K2M", topics=["vay"])

    assert approve_post.main(["TT-7K2M", "--by", "A", "--on", "20/11/2026"], town.root) == 1
    assert capsys.readouterr().err.endswith("Chưa ghi duyệt: hãy sửa những chỗ trên trước.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["TT-7K2M", "--by", "A"], "Lệnh chưa đúng. Cách dùng: approve_post.py BÀI"),
        (["--by", "A", "--on", "20/11/2026"], "Hãy ghi một bài, hoặc --policy và mã chính sách."),
        (["TT-7K2M", "--by", " ", "--on", "20/11/2026"], "«--by» đang để trống"),
        (["TT-7K2M", "--by", "A", "--on", "31/02/2026"], "không có ngày «31/02/2026» trong lịch"),
        (["TT-7K2M", "--by", "A", "--on", "hôm nay"], "«hôm nay» phải là ngày dạng 17/10/2024"),
        (["TT-7K2M", "--by", "A", "--on", "25/11/2026"], "ngày 25/11/2026 còn ở phía trước"),
    ],
)
def test_a_wrong_command_is_explained(town: Town, arguments: list[str], message: str) -> None:
    """The officer reads what to type, in Vietnamese."""
    town.post("news", id="TT-7K2M")

    with pytest.raises(SetupError) as told:
        approve_post.main(arguments, town.root)

    assert message in str(told.value)


@pytest.mark.parametrize("script", ["check_content.py", "approve_post.py"])
def test_help_is_vietnamese_on_any_console(script: str) -> None:
    """A Windows console with an old code page still shows every letter."""
    done = subprocess.run(
        [sys.executable, SCRIPTS / script, "--help"],
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    said = done.stdout.decode("utf-8")

    assert "Cách dùng: " in said
    assert not {"usage", "options", "positional", "show this"} & {*said.replace(":", " ").split()}


def test_a_wrong_command_ends_with_two() -> None:
    """A script that calls us can tell a wrong command from a wrong post."""
    done = subprocess.run(
        [sys.executable, SCRIPTS / "check_content.py", "khong-co.md"], capture_output=True
    )

    assert done.returncode == 2
    assert "Không thấy tệp «khong-co.md»" in done.stderr.decode("utf-8")


SECTIONS_OF_A_POST = (
    "## Ai được vay?\n\n"
    + "Bà con làm đơn, tổ họp bình xét rồi ngân hàng phát tiền vay ở điểm giao dịch xã. " * 6
    + "\n\nXem [bài khác](bai-1.md#ai-duoc-vay) hoặc {{ vay-von-ho-ngheo.muc-vay }}.\n\n"
)


@pytest.mark.proof
def test_five_hundred_posts_take_less_than_a_second(town: Town) -> None:
    """An officer who checks before every save is never kept waiting."""
    town.file("stories/tin-tuc/anh.jpg")
    image = {"file": "anh.jpg", "alt": "Đàn bò bên chuồng mới"}
    for _ in range(500):
        town.post("news", body=SECTIONS_OF_A_POST * 4, image=image)

    started = time.process_time()
    assert check_content.main([], town.root) == 0
    spent = time.process_time() - started
    assert spent < seconds_of_this_machine(1)
