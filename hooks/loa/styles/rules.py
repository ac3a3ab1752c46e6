"""A style sheet as rules: reading it, and writing it without spare spaces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One rule: its selector or at-rule, and what stands between its braces."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: tuple["Rule", ...] = ()


def parsed(css: str) -> tuple[Rule, ...]:
    """Return the rules of a style sheet, in order."""
    return _rules(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def _rules(css: str) -> tuple[Rule, ...]:
    found = []
    start = 0
    while (opened := css.find("{", start)) >= 0:
        closed = _closing(css, opened)
        head = " ".join(css[start:opened].split())
        inside = css[opened + 1 : closed]
        holds_rules = head.startswith(("@media", "@supports", "@keyframes", "@layer"))
        found.append(
            Rule(head, rules=_rules(inside))
            if holds_rules
            else Rule(head, declarations=tuple(_declarations(inside)))
        )
        start = closed + 1
    return tuple(found)


def _closing(css: str, opened: int) -> int:
    depth = 0
    for found in re.finditer(r"\"[^\"]*\"|'[^']*'|[{}]", css[opened:]):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return opened + found.start()
    raise ValueError(f"a brace is open: {css[opened - 60 : opened + 20]!r}")


def _declarations(inside: str) -> Iterator[tuple[str, str]]:
    for line in split(inside, ";"):
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), " ".join(value.split())


def split(text: str, mark: str) -> list[str]:
    """Split at ``mark`` outside brackets and quotes; parts are stripped, empty ones left out."""
    parts, depth, quote = [""], 0, ""
    for letter in text:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == mark and not depth:
            parts.append("")
            continue
        parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


def text(rule: Rule) -> str:
    """Return a rule as it is published."""
    if rule.rules:
        return f"{rule.head}{{{''.join(text(inner) for inner in rule.rules)}}}"
    said = ";".join(f"{name}:{value}" for name, value in rule.declarations)
    return f"{rule.head}{{{said}}}"
