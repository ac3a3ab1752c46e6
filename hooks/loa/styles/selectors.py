"""Selectors in the words of Chrome 80: what ``:is()`` and its like stand for."""

import re
from itertools import product

from loa.styles.rules import split


def plain_selectors(selector: str) -> list[str]:
    """Return the selectors that ``:is()``, ``:where()`` and a list in ``:not()`` stand for."""
    found = re.search(r":(is|where|not)\(", selector)
    while found and found[1] == "not" and "," not in _inside(selector, found.end()):
        found = re.compile(r":(is|where|not)\(").search(selector, found.end())
    if not found:
        return [selector]
    inside = _inside(selector, found.end())
    before, after = selector[: found.start()], selector[found.end() + len(inside) + 1 :]
    choices = split(inside, ",")
    if found[1] == "not":
        return plain_selectors(before + "".join(f":not({one})" for one in choices) + after)
    ends = plain_selectors(after) if after else [""]
    return [
        joined
        for choice, end in product(choices, ends)
        for joined in plain_selectors(_joined(before, choice) + end)
    ]


def _joined(before: str, choice: str) -> str:
    """Write a type selector before what it stands behind: ``.a:is(p)`` is ``p.a``."""
    if not before or before[-1] in " >+~" or not re.match(r"[a-z]", choice):
        return before + choice
    start = max(before.rfind(mark) for mark in " >+~") + 1
    return before[:start] + choice + before[start:]


def _inside(text: str, start: int) -> str:
    """Return what stands from ``start`` to the bracket that closes it."""
    depth = 1
    for place, letter in enumerate(text[start:], start):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if not depth:
            return text[start:place]
    raise ValueError(f"a bracket is open: {text!r}")
