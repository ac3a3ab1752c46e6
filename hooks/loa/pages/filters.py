"""The filters of a list, as links that work by themselves."""

from loa.ask import paths
from loa.ask.facets import FACETS, Choice, choices, counted
from loa.ask.meta import Meta
from loa.ask.showing import Showing

_TITLES = {facet.kind: facet.title for facet in FACETS}


def filter_groups(section: str, showing: Showing, chosen: Choice | None = None) -> list[Meta]:
    """Return the filters of a section as lists of links; one that changes nothing is left out."""
    groups: dict[str, Meta] = {}
    for choice in choices(showing, section):
        current = chosen is not None and (chosen.kind, chosen.id) == (choice.kind, choice.id)
        item = {
            "title": choice.name,
            "url": showing.edition.url(paths.filtered(section, choice.kind, choice.id)),
            "count": choice.count,
            "current": current,
            "mark": f"{choice.kind}:{choice.id}",
        }
        group = groups.setdefault(choice.kind, {"title": _TITLES[choice.kind], "items": []})
        group["items"].append(item)
    count = counted(showing, section)
    return [group for group in groups.values() if _narrows(group, count)]


def _narrows(group: Meta, count: int) -> bool:
    return any(item["current"] or item["count"] < count for item in group["items"])
