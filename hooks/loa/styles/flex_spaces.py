"""Margins that stand in for ``gap`` between flexible boxes, which Chrome knows since 84."""

from collections.abc import Iterator

from loa.styles.rules import Rule, split
from loa.styles.selectors import plain_selectors

_FLEXIBLE = {("display", "flex"), ("display", "inline-flex")}


def spaced(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    """Yield the margins of every flexible box that has a gap, inside its media queries."""
    for rule in rules:
        if rule.rules and not rule.head.startswith("@keyframes"):
            if inner := tuple(spaced(rule.rules)):
                yield Rule(rule.head, rules=inner)
        elif "gap" in dict(rule.declarations) and (
            _FLEXIBLE & set(rule.declarations) or "flex-direction" in dict(rule.declarations)
        ):
            yield from _margins(rule)


def _margins(rule: Rule) -> Iterator[Rule]:
    said = dict(rule.declarations)
    gap = split(said["gap"], " ")
    down, across = gap[0], gap[-1]
    if said.get("flex-wrap") == "wrap":
        children, margins = "> *", {"margin-right": across, "margin-bottom": down}
    else:
        column = said.get("flex-direction") == "column"
        children = "> * + *"
        margins = {"margin-top": down} if column else {"margin-left": across}
        if "display" not in said:  # turns a box that flows the other way elsewhere
            margins["margin-left" if column else "margin-top"] = "0px"
    kept = tuple((name, value) for name, value in margins.items() if value != "0")
    if kept:
        selectors = [old for one in split(rule.head, ",") for old in plain_selectors(one)]
        yield Rule(", ".join(f"{one} {children}" for one in selectors), kept)
