"""What a field may look like, as an officer types it: for the guide and the templates.

An example stands in the declaration, in ``assets/guide/vi-du.yml``, or follows from the kind.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from loa.fields import Choice, Day, Flag, Kind, Many, Part, Text, declarations
from loa.text.yaml_text import Mapped, Scalar, read_yaml

FILE = Path(__file__).parent.parent / "assets" / "guide" / "vi-du.yml"

# Left out of a whole example, by record: who copies all of it would say two things at once, or
# take the post off the site.
_ALONE = {
    "Condition": ("at_least", "at_most"),
    "Consent": ("minors", "guardian", "child_assent", "withdrawn_on"),
    "Event": ("until", "yearly", "yearly_until", "yearly_before", "last_year"),
    "Fact": ("rate", "number", "day", "text"),
    "Material": ("file",),
    "Page": ("abuse_report",),
    "Policy": ("valid_to", "succeeded_by"),
    "Post": ("approved", "replaces", "sample", "legacy_unit", "public_event"),
    "Video": ("file",),
}


@cache
def written_examples() -> Mapping[str, Mapping[str, str]]:
    """Return the examples of ``vi-du.yml``: record name, key, text."""
    tree = read_yaml(FILE.read_text(encoding="utf-8"))
    assert isinstance(tree, Mapped)
    return {record: _texts(entry.value) for record, entry in tree.entries.items()}


def _texts(node: object) -> dict[str, str]:
    assert isinstance(node, Mapped)
    found = {}
    for key, entry in node.entries.items():
        assert isinstance(entry.value, Scalar)
        found[key] = entry.value.text
    return found


def example(record: type, key: str) -> str:
    """Return the example of a key as YAML text on one line; empty where the key holds parts."""
    declaration = declarations(record)[key]
    said = declaration.example or _written(record, key) or _of_kind(declaration.kind)
    return yaml_value(declaration.kind, said) if said else ""


def _written(record: type, key: str) -> str:
    """Return what ``vi-du.yml`` says of a key, for the record or a record it builds on."""
    examples = written_examples()
    found = (examples.get(kind.__name__, {}).get(key) for kind in record.__mro__)
    return next((text for text in found if text), "")


def _of_kind(kind: Kind) -> str:
    if isinstance(kind, Choice):
        return next(iter(kind.options))
    if isinstance(kind, Many):
        inner = _of_kind(kind.of)
        return f"[{inner}]" if inner else ""
    if isinstance(kind, Day):
        return "17/10/2026"
    return "true" if isinstance(kind, Flag) else ""


def may_hold(kind: Kind) -> str:
    """Say in Vietnamese what may be written, as the second half of a sentence."""
    if isinstance(kind, Choice):
        return f"chọn một: {kind.describe()}"
    if isinstance(kind, Many) and isinstance(kind.of, Choice):
        return f"danh sách, chọn trong: {kind.of.describe()}"
    return f"ghi {kind.describe()}" if isinstance(kind, Flag) else kind.describe()


def yaml_value(kind: Kind, said: str) -> str:
    """Return ``said`` as YAML: in quotes where it would otherwise mean something else."""
    return quoted(said) if isinstance(kind, Text) and not _is_plain(said) else said


def quoted(text: str) -> str:
    """Return ``text`` as a YAML string that nothing in it can end."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_plain(text: str) -> bool:
    # A colon or a hash inside is read well by us and badly by the next person.
    return text[:1].isalnum() and ": " not in text and " #" not in text and not text.endswith(":")


def example_lines(record: type) -> Iterator[str]:
    """Yield the YAML lines of a whole example of a record, its parts inside it."""
    alone = {key for kind in record.__mro__ for key in _ALONE.get(kind.__name__, ())}
    for key, declaration in declarations(record).items():
        if key in alone:
            continue
        part, many = part_of(declaration.kind)
        if part is None:
            yield f"{key}: {example(record, key)}"
            continue
        yield f"{key}:"
        yield from _nested(part, many)


def _nested(part: type, many: bool) -> Iterator[str]:
    for number, line in enumerate(example_lines(part)):
        lead = "- " if number == 0 else "  "
        yield f"  {lead if many else ''}{line}"


def part_of(kind: Kind) -> tuple[type | None, bool]:
    """Return the record that a kind holds, if any, and whether it holds several."""
    inner = kind.of if isinstance(kind, Many) else kind
    return (inner.record if isinstance(inner, Part) else None), isinstance(kind, Many)
