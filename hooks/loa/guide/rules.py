"""The rule book: what every check asks for, said to the person who writes."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from loa.check import CHECKS, RELEASE_CHECKS, Check
from loa.text.yaml_text import Mapped, Scalar, read_yaml

_FILE = Path(__file__).parent.parent / "assets" / "guide" / "dieu-soat.yml"


def rule_book() -> str:
    """Return every rule as Markdown, by subject, in the order they are checked."""
    sections = []
    for group, rules in rules_by_group().items():
        says = sayings().get(group, {})
        lines = [f"- {says[rule.__name__]}" for rule in rules if rule.__name__ in says]
        if lines:
            sections.append("\n".join((f"## {says['title']}", "", *lines)))
    return "\n\n".join(sections)


def rules_by_group() -> Mapping[str, list[Check]]:
    """Return the rules by the module they stand in, which is their subject."""
    found: dict[str, list[Check]] = {}
    for rule in (*CHECKS, *RELEASE_CHECKS):
        found.setdefault(rule.__module__.rpartition(".")[2], []).append(rule)
    return found


@cache
def sayings() -> Mapping[str, Mapping[str, str]]:
    """Return what ``dieu-soat.yml`` says: group, rule (or ``title``), sentence."""
    tree = read_yaml(_FILE.read_text(encoding="utf-8"))
    assert isinstance(tree, Mapped)
    return {group: _sentences(entry.value) for group, entry in tree.entries.items()}


def _sentences(node: object) -> dict[str, str]:
    assert isinstance(node, Mapped)
    return {
        name: entry.value.text
        for name, entry in node.entries.items()
        if isinstance(entry.value, Scalar)
    }
