"""The JSON-LD of a page, and the way to it."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from loa.ask.showing import Showing

Node = dict[str, Any]


def page_data(showing: Showing, way: Sequence[Node], *nodes: Node) -> str:
    """Return the script of a page: the way to it (its breadcrumbs) and what it is about."""
    if not (showing.edition.site_url and showing.edition.directory_urls):
        return ""
    return script([*breadcrumbs(way, showing), *nodes])


def script(nodes: Iterable[Node]) -> str:
    """Return nodes as text that may stand in a script element."""
    data = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # "<" would let a title end the script element that carries this.
    return text.replace("<", "\\u003c")


def kept(node: Node) -> Node:
    """Return a node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def breadcrumbs(way: Sequence[Node], showing: Showing) -> list[Node]:
    """Return the breadcrumbs; the last step may be the page itself, which needs no address."""
    if not showing.edition.site_url:
        return []
    steps = []
    for position, step in enumerate(way, 1):
        node: Node = {"@type": "ListItem", "position": position, "name": step["title"]}
        if (url := step.get("url")) is not None:
            node["item"] = showing.edition.site_url + url
        steps.append(node)
    return [{"@type": "BreadcrumbList", "itemListElement": steps}] if len(steps) > 1 else []
