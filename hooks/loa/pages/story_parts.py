"""The parts only a story has: the household, before and after, who helped."""

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model.posts import Story
from loa.pages.cards import card
from loa.text.vietnamese import capitalise


def story_parts(post: Story, showing: Showing) -> Meta:
    """Return what the template shows beside the text of a story."""
    return {
        "household": _household(post, showing),
        "before_after": _before_after(post),
        "supports": [*_policies(post, showing), *_organisations(post, showing)],
        "related": [card(other, showing) for other in showing.related(post)],
    }


def _policies(post: Story, showing: Showing) -> list[Meta]:
    explainers = [showing.explainer(id) for id in post.supports]
    return [
        {
            "organisation": "Chính sách",
            "title": showing.together(found.title),
            "url": showing.edition.url(paths.post(found)),
        }
        for found in explainers
        if found
    ]


def _organisations(post: Story, showing: Showing) -> list[Meta]:
    organisations = showing.content.organisations
    return [{"organisation": "Cùng giúp", "title": organisations[id].name} for id in post.helped_by]


def _household(post: Story, showing: Showing) -> Meta | None:
    home = post.household
    if home is None:
        return None
    village = showing.content.villages[home.village].full_name if home.village else ""
    consent = "Bài mẫu, không có người thật" if post.sample else ""
    rows = [
        ("Nhân vật", capitalise(home.name or "")),
        ("Ở", capitalise(village)),
        ("Làm gì để sống", capitalise(", ".join(home.livelihoods))),
        ("Thoát nghèo năm", str(home.year_escaped or "")),
        ("Khen thưởng", post.award or ""),
        ("Sự đồng ý", consent),
    ]
    return {"rows": [{"label": label, "value": value} for label, value in rows if value]}


def _before_after(post: Story) -> Meta | None:
    home = post.household
    if home is None or not home.changes:
        return None
    return {
        "before_year": home.before_year or "",
        "after_year": home.after_year or "",
        "rows": [
            {"label": change.label, "before": change.before, "after": change.after}
            for change in home.changes
        ],
    }
