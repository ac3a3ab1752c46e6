"""The filters of a list, as links that work by themselves."""

from collections.abc import Sequence

from loa.ask import paths
from loa.ask.facets import Choice, choices
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model.posts import Post


def filter_groups(
    section: str, posts: Sequence[Post], showing: Showing, chosen: Choice | None = None
) -> list[Meta]:
    """Return the filters of a section as lists of links; one that changes nothing is left out."""
    groups: dict[str, Meta] = {}
    for choice in choices(posts, showing):
        facet = choice.facet
        current = chosen is not None and (chosen.facet, chosen.id) == (facet, choice.id)
        item = {
            "title": choice.name,
            "url": showing.edition.url(paths.filtered(section, facet.kind, choice.id)),
            "count": len(choice.posts),
            "current": current,
            "mark": f"{facet.kind}:{choice.id}",
        }
        groups.setdefault(facet.kind, {"title": facet.title, "items": []})["items"].append(item)
    return [group for group in groups.values() if _narrows(group, posts)]


def _narrows(group: Meta, posts: Sequence[Post]) -> bool:
    items = group["items"]
    return any(item["current"] or item["count"] < len(posts) for item in items)
