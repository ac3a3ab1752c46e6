"""What an old phone (Chrome and WebView 80) would drop, said in its words."""

import re
from collections.abc import Iterator

from loa.styles.rules import Rule, split
from loa.styles.selectors import plain_selectors

# A selector with one of these is unknown to Chrome 80 and would take its whole list with it.
_NEWER = re.compile(r":has\(|:focus-visible|::details-content|:popover-open")
_SIDES = {
    "inset": ("top", "right", "bottom", "left"),
    "inset-inline": ("left", "right"),
    "inset-block": ("top", "bottom"),
    **{f"{name}-inline": (f"{name}-left", f"{name}-right") for name in ("margin", "padding")},
    **{f"{name}-block": (f"{name}-top", f"{name}-bottom") for name in ("margin", "padding")},
}
# Said first in old words; a phone that knows the new ones takes those, which come after.
_OLD_WORDS = {
    ("overflow", "clip"): "overflow: hidden",
    ("appearance", "none"): "-webkit-appearance: none",
}


def lowered(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    """Yield rules that read the same on a new phone and hold on an old one."""
    for rule in rules:
        if rule.rules:
            yield Rule(rule.head, rules=tuple(lowered(rule.rules)))
            continue
        declarations = tuple(old for name, value in rule.declarations for old in _old(name, value))
        if rule.head.startswith("@"):
            yield Rule(rule.head, declarations)
            continue
        selectors = [old for one in split(rule.head, ",") for old in plain_selectors(one)]
        known = [one for one in selectors if not _NEWER.search(one)]
        if known:
            yield Rule(", ".join(known), declarations)
        if newer := [one for one in selectors if _NEWER.search(one)]:
            yield Rule(", ".join(newer), declarations)


def _old(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name in _SIDES:
        yield from zip(_SIDES[name], _four(value, len(_SIDES[name])), strict=True)
        return
    if name in ("border-block", "border-inline"):
        first, last = ("top", "bottom") if name == "border-block" else ("left", "right")
        yield from ((f"border-{side}", value) for side in (first, last))
        return
    if old := _OLD_WORDS.get((name, value)):
        before, _, said = old.partition(": ")
        yield before, said
    if name == "text-decoration" and " " in value:
        yield name, value.partition(" ")[0]
    yield name, value


def _four(value: str, count: int) -> tuple[str, ...]:
    """Return the value of each side; an important value is important on every side."""
    important = " !important" if value.endswith("!important") else ""
    given = split(value.removesuffix("!important").strip(), " ")
    sides: tuple[str, ...] = (given[0], given[-1])
    if count == 4:
        top, right = given[0], given[min(1, len(given) - 1)]
        bottom = given[2] if len(given) > 2 else top
        sides = (top, right, bottom, given[3] if len(given) > 3 else right)
    return tuple(side + important for side in sides)
