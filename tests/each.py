"""Many small cases in one test: all are judged, and all that are wrong are told by name."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import pytest

Case = TypeVar("Case")


def each(cases: Mapping[str, Case], judge: Callable[[Case], None]) -> None:
    """Judge every case; fail with the name of each that is wrong, and with what is wrong in it.

    For rows of one table that all ask the same. Behaviours that differ are tests of their own.
    """
    assert cases, "no case is judged"
    wrong = {}
    for name, case in cases.items():
        try:
            judge(case)
        except Exception as error:  # whatever a case does, the others are judged too
            wrong[name] = f"{type(error).__name__}: {error}"
    if wrong:
        told = "\n\n".join(f"── {name}\n{reason}" for name, reason in wrong.items())
        pytest.fail(f"{len(wrong)} of {len(cases)} are wrong\n\n{told}", pytrace=False)
