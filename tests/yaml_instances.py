"""What a program that knows nothing of Loa would read: YAML as the values a JSON Schema judges."""

import re
from typing import Any

from loa.text.yaml_text import Mapped, Node, Scalar, Sequenced


def instance(node: Node) -> Any:
    """Return plain values: true and false, numbers, null, and otherwise text."""
    if isinstance(node, Sequenced):
        return [instance(item) for item in node.items]
    if isinstance(node, Mapped):
        return {key: instance(entry.value) for key, entry in node.entries.items()}
    return _value(node)


def _value(scalar: Scalar) -> Any:
    text = scalar.text
    if not scalar.plain:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text
