"""new_post.py with somebody at the keyboard: it asks until the answer fits."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import new_post
from loa.load import read_post
from loa.model.posts import Post, Question
from loa.model.words import TO_WRITE
from town import TODAY, Town


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


def answers(*said: str) -> Iterator[str]:
    """What a person types, line by line; then the window is closed."""
    yield from said
    raise EOFError


def test_questions_are_asked_until_the_answer_fits(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip is mended on the spot; numbers choose, Enter takes what is offered."""
    typed = answers(
        *("9", "1", "", "Đàn dê đầu tiên", "vay", "2", ""),
        *("Siu Thoan", "làng Ví dụ", "", "Nuôi dê", "làng Ví dụ", "26", "2026"),
        *("31/02/2026", "17/10/2026", ""),
    )

    assert new_post.main([], town.root, lambda prompt: next(typed)) == 0
    post = read(town)
    said = capsys.readouterr().out

    assert made(town).stem == "nuoi-de-lang-vi-du-2026"
    assert (post.title, post.topics) == ("Đàn dê đầu tiên", ("san-xuat",))
    assert post.author.startswith(TO_WRITE)
    assert said.count("Chưa được: ") == 5
    assert "«siu-thoan» giống tên người" in said


def test_what_an_option_says_is_not_asked_again(town: Town) -> None:
    """Options and questions go together."""
    typed = answers("đối thoại thì hỏi ai?", "3", "", "")
    options = ["--kind", "hoi-dap", "--topic", "vay-von"]

    assert new_post.main(options, town.root, lambda prompt: next(typed)) == 0
    post = read(town)
    assert isinstance(post, Question)
    assert post.channel == "doi-thoai"


def test_a_title_too_long_for_a_post_is_not_offered(town: Town) -> None:
    """Enter never takes what the reader would refuse."""
    town.policy(title="Chương trình " * 11)
    typed = answers("", "Một chương trình", "", "", "")
    options = ["--kind", "chinh-sach", "--policy", "vay-von-ho-ngheo"]

    assert new_post.main(options, town.root, lambda prompt: next(typed)) == 0
    assert read(town).title == "Một chương trình"


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_stopping_in_the_middle_leaves_nothing_behind(
    stop: type[BaseException], town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C or a closed window is no accident."""

    def ask(prompt: str) -> str:
        raise stop

    assert new_post.main([], town.root, ask) == 130
    assert capsys.readouterr().out.endswith("Đã dừng; chưa tạo tệp nào.\n")
    assert list((town.root / "stories").rglob("*.md")) == []
