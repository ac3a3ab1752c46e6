"""Charts as SVG, drawn by pygal while the site is built; the table beside a chart says the same.

pygal brings a style sheet, a script and the date of the day with every drawing. The site's policy
refuses the first two and a repeatable build the third: only the drawing itself is kept. Colours
come from ``figures.css``, so a chart follows the reader's theme and prints in black.
"""

import importlib
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from loa.text.vietnamese import number_text

# One unit of the drawing is a pixel on the narrowest phone, so its letters stay readable there.
WIDTH, LETTERS = 288, 16
MOST_LINES, MOST_BARS, LONGEST_LABEL = 4, 14, 15
_KEPT = ("plot", "plot text-overlay", "plot overlay")
_DECIMALS = re.compile(r"-?\d+\.\d+")
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Line:
    """One line, or one row of bars: a name and a value for each label; None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


def can_draw() -> bool:
    """Say whether the library that draws can be loaded on this machine."""
    return _pygal() is not None


def bars(labels: Sequence[str], values: Sequence[Decimal]) -> str:
    """Return bars that lie one below the other, or an empty string where none can be drawn."""
    if not 2 <= len(values) <= MOST_BARS:
        return ""
    # pygal draws from below; people read from above.
    upward = Line("", tuple(reversed(values)))
    return _drawn("HorizontalBar", list(reversed(labels)), [upward], height=56 + 44 * len(values))


def lines(labels: Sequence[str], found: Sequence[Line]) -> str:
    """Return lines over the years, or an empty string where none can be drawn."""
    if len(labels) < 2 or not 1 <= len(found) <= MOST_LINES:
        return ""
    return _drawn("Line", list(labels), found, height=240)


def _pygal() -> Any:
    try:
        found = importlib.import_module("pygal")
    except ImportError:
        return None
    # pygal looks for its plugins in a way Python gave up in 3.12, during every import of anybody.
    sys.meta_path[:] = [one for one in sys.meta_path if type(one).__module__ != found.__name__]
    return found


def _drawn(kind: str, labels: list[str], found: Sequence[Line], height: int) -> str:
    pygal = _pygal()
    if pygal is None:
        return ""
    size = dict.fromkeys(("label_font_size", "major_label_font_size", "value_font_size"), LETTERS)
    horizontal = kind == "HorizontalBar"
    longest = max(len(_as_text(float(value or 0))) for line in found for value in line.values)
    chart = getattr(pygal, kind)(
        width=WIDTH,
        height=height,
        margin=4,
        margin_right=12 + 10 * longest if horizontal else 20,
        spacing=4,
        style=pygal.style.Style(**size),
        js=(),
        show_legend=False,
        show_x_labels=not horizontal,
        print_values=horizontal,  # beside lines they would cover each other; the table has them
        print_values_position="top",
        value_formatter=_as_text,
        dots_size=5,
        include_x_axis=True,  # a scale that does not begin at nought deceives
        max_scale=5,
    )
    chart.x_labels = [_short(label) for label in labels]
    for line in found:
        chart.add(line.name, [None if value is None else float(value) for value in line.values])
    return _bare(chart.render_tree(), height)


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"


def _as_text(value: float | None) -> str:
    return "" if value is None else number_text(Decimal(str(round(value, 4))))


def _bare(tree: Any, height: int) -> str:
    """Return the drawing without style sheet, script, tooltips and descriptions."""
    root = ET.fromstring(ET.tostring(tree) if isinstance(tree, ET.Element) else _of_lxml(tree))
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
    graph = root.find("g")
    assert graph is not None
    kept = ET.Element("svg", {"viewBox": f"0 0 {WIDTH} {height}", "aria-hidden": "true"})
    kept.set("focusable", "false")
    for group in graph.findall("g"):
        if group.get("class") in _KEPT:
            _strip(group)
            kept.append(group)
    return ET.tostring(kept, encoding="unicode")


def _of_lxml(tree: Any) -> Any:
    """Return the bytes of a tree that lxml built, which pygal prefers where it is installed."""
    return importlib.import_module("lxml.etree").tostring(tree)


def _strip(group: ET.Element) -> None:
    for parent in list(group.iter()):
        for child in list(parent):
            if child.tag in ("desc", "title") or child.get("class") == "background":
                parent.remove(child)
    for element in group.iter():
        element.attrib.pop("text-anchor", None)  # "left" is no value that SVG knows
        for name, value in element.attrib.items():
            element.set(name, _DECIMALS.sub(lambda found: f"{float(found[0]):.1f}", value))
        if not element.get("class"):
            element.attrib.pop("class", None)
