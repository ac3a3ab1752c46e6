"""The words of a line: what is bold, set apart or a link, without anything an editor drops."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from loa.exports.article import Line, Run
from loa.rendered.html_tree import Element, Node

_STRONG = frozenset({"strong", "b", "th", "dt", "mark"})
_EMPHASIS = frozenset({"em", "i", "cite", "dfn", "var"})
_GONE = frozenset({"del", "s", "strike"})
STYLED = frozenset({"a", "strong", "b", "mark"}) | _EMPHASIS | _GONE  # around words
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BROKEN = re.compile(r" *\n *")
_SEVERAL = re.compile(r"  +")

Resolve = Callable[[str], str]


@dataclass(frozen=True)
class _Style:
    strong: bool = False
    emphasis: bool = False
    href: str = ""


def line(nodes: Iterable[Node], resolve: Resolve) -> Line:
    """Return nodes as one line: blanks collapsed, neighbours of one style joined.

    Args:
        nodes: text and elements, none of them a picture.
        resolve: makes an address absolute; an empty answer leaves the words without a link.
    """
    return tidy(_runs(nodes, _Style(), resolve))


def tidy(runs: Iterable[Run]) -> Line:
    """Return runs with their blanks put in order, as a browser shows them."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text=run.text) == run:
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    tidied: list[Run] = []
    for run in joined:
        text = _SEVERAL.sub(" ", _BROKEN.sub("\n", run.text))
        if not tidied or tidied[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ") if tidied else text.lstrip(" \n")
        if text.startswith("\n") and tidied:
            tidied[-1] = replace(tidied[-1], text=tidied[-1].text.rstrip(" "))
        if text:
            tidied.append(replace(run, text=text))
    while tidied and not (last := tidied[-1].text.rstrip(" \n\u00a0")):
        tidied.pop()
    if tidied:
        tidied[-1] = replace(tidied[-1], text=last)
    return tuple(run for run in tidied if run.text)


def _runs(nodes: Iterable[Node], style: _Style, resolve: Resolve) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, str):
            yield Run(_BLANKS.sub(" ", node), style.strong, style.emphasis, style.href)
        else:
            yield from _element(node, style, resolve)


def _element(node: Element, style: _Style, resolve: Resolve) -> Iterator[Run]:
    tag = node.tag
    if "hidden" in node.attributes:
        return  # holds on other days
    if tag == "br":
        yield Run("\n", style.strong, style.emphasis, style.href)
    elif tag == "input" and node.attributes.get("type") == "checkbox":
        yield Run("☑ " if "checked" in node.attributes else "☐ ")
    elif tag in ("sup", "sub"):
        yield from _small(node, style, resolve)
    elif tag in _GONE:
        # A line through a word says "no longer"; where lines get lost, words must say it.
        yield Run("[đã bỏ: ", style.strong, style.emphasis)
        yield from _runs(node.children, style, resolve)
        yield Run("]", style.strong, style.emphasis)
    elif tag == "q":
        yield Run("“", style.strong, style.emphasis, style.href)
        yield from _runs(node.children, style, resolve)
        yield Run("”", style.strong, style.emphasis, style.href)
    elif tag == "a":
        yield from _link(node, style, resolve)
    else:
        yield from _runs(
            node.children,
            replace(
                style,
                strong=style.strong or tag in _STRONG,
                emphasis=style.emphasis or tag in _EMPHASIS,
            ),
            resolve,
        )


def _small(node: Element, style: _Style, resolve: Resolve) -> Iterator[Run]:
    """Yield raised and lowered text as letters that any editor keeps."""
    links = [child for child in node.elements() if "footnote-ref" in child.classes]
    if links:
        yield Run(f" [{links[0].text()}]", style.strong, style.emphasis)
        return
    table = _RAISED if node.tag == "sup" else _LOWERED
    text = node.text()
    small = text.translate(table)
    if all(ord(letter) in table for letter in text):
        yield Run(small, style.strong, style.emphasis, style.href)
    else:
        yield from _runs(node.children, style, resolve)


def _link(node: Element, style: _Style, resolve: Resolve) -> Iterator[Run]:
    if "footnote-backref" in node.classes:
        return
    href = resolve(node.attributes.get("href", ""))
    yield from _runs(node.children, replace(style, href=href or style.href), resolve)
