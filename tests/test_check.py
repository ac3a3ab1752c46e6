"""The rule book as a whole: complete, sorted, and no trouble to an unfinished post."""

import importlib
import inspect
import pkgutil

import pytest

import loa.check
from each import each
from loa.check import CHECKS, RELEASE_CHECKS, check
from loa.check.alone import Judged
from loa.plan.records import noting
from loa.problems import Level, Problem
from town import SECTIONS, TODAY, Town


def test_a_sound_town_hears_nothing(town: Town) -> None:
    """An officer who did everything right is left alone."""
    for kind in SECTIONS:
        town.post(kind)

    assert town.problems(release=True) == []


def test_every_rule_is_in_the_book() -> None:
    """A rule that somebody wrote but forgot to list protects nobody."""
    listed = {*CHECKS, *RELEASE_CHECKS}
    written = {
        function
        for found in pkgutil.iter_modules(loa.check.__path__)
        for _, function in inspect.getmembers(
            importlib.import_module(f"loa.check.{found.name}"), inspect.isfunction
        )
        if list(inspect.signature(function).parameters) == ["content", "today"]
    }

    assert written == listed


def test_every_rule_is_one_sentence() -> None:
    """A newcomer learns the rules by reading their docstrings."""

    def judge(rule: loa.check.Check) -> None:
        sentence = " ".join((rule.__doc__ or "").split())

        assert sentence.endswith(".")
        assert ". " not in sentence

    each({rule.__name__: rule for rule in CHECKS + RELEASE_CHECKS}, judge)


@pytest.mark.parametrize("status", ["draft", "review"])
def test_an_unfinished_post_only_reminds(town: Town, status: str) -> None:
    """One colleague's half-written post never stops another's from going out."""
    town.post("news", status=status, body="[Xem](khong-co.md)")

    assert town.said() == [
        "nhắc: liên kết «khong-co.md»: không có trang hay tệp này; hãy xem lại địa chỉ"
    ]


def test_problems_come_sorted_and_once(town: Town) -> None:
    """A writer goes through a file from top to bottom."""
    town.post("news", slug="b", body="[x](m.md)\n\n[x](m.md) [x](m.md)")
    town.post("news", slug="a", topics=["khong-co"])
    found = check(Judged(noting(town.content()), TODAY))

    assert found == sorted(set(found))
    assert [(problem.path, problem.line) for problem in found] == [
        ("stories/tin-tuc/a.md", 7),
        ("stories/tin-tuc/b.md", 10),
        ("stories/tin-tuc/b.md", 12),
    ]


def test_release_rules_wait_for_the_release(town: Town) -> None:
    """A town can write and try out long before its telephone number is known."""
    town.township(responsible_person="đang cập nhật")

    assert town.problems() == []
    assert len(town.problems(release=True)) == 1


def test_a_post_with_a_broken_part_is_told_and_the_rules_go_on(town: Town) -> None:
    """A photo without its description is one message, not a crash."""
    town.post("news", photos=[{"file": "a.jpg"}], body="[Xem](khong-co.md)")

    assert [line.split("; ")[0] for line in town.said()] == [
        "«photos (mục 1).alt»: còn thiếu",
        "liên kết «khong-co.md»: không có trang hay tệp này",
    ]


def test_a_reminder_says_so(town: Town) -> None:
    """One look tells what stops the site from what does not."""
    reminder = Problem("a.md", 1, "nên xem lại", Level.REMINDER)

    assert str(reminder) == "a.md:1: nhắc: nên xem lại"
