"""Tables of cases: one wrong row hides no other."""

import re

import pytest

from each import each


def test_every_wrong_case_is_named() -> None:
    """Whoever breaks a rule sees at once everything that it breaks."""

    def judge(number: int) -> None:
        assert 10 // number > 2

    with pytest.raises(pytest.fail.Exception) as told:
        each({"two": 2, "five": 5, "zero": 0, "three": 3, "nine": 9}, judge)

    said = str(told.value)
    assert said.startswith("3 of 5 are wrong")
    assert re.findall("── (.+)", said) == ["five", "zero", "nine"]
    assert "ZeroDivisionError" in said


def test_no_case_is_no_success() -> None:
    """A table that a typo emptied is not taken for one that holds."""
    with pytest.raises(AssertionError, match="no case"):
        each({}, print)
