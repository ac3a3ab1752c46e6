"""The home page: what do you need, who made it, what is new."""

from datetime import timedelta

from loa import structured
from loa.ask import paths
from loa.ask.events import coming
from loa.ask.facts import fact_text
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.media import covers
from loa.model.policies import Fact
from loa.model.posts import PolicyPost
from loa.pages.boards import other_pages
from loa.pages.cards import card
from loa.pages.finder import finder_invitation
from loa.pages.front_matter import page
from loa.pages.lists import tries
from loa.pages.translations import alternates
from loa.text.vietnamese import day_text, sort_key

STORIES = 3
NEWS = 3
CHANGES = 3
EVENTS = 3
SPARE_EVENTS = 6  # take the place of those that are over when the page is read
RECENT = timedelta(days=400)


def home_page(showing: Showing, title: str, body: str, pictures: Meta | None = None) -> str:
    """Return the home page; ``body`` is what an officer wrote, ``pictures`` what stand in it."""
    stories = showing.listed("guong-dien-hinh")[:STORIES]
    news = showing.listed("tin-tuc")[:NEWS]
    changed = _changed(showing)
    events = coming(showing, EVENTS, SPARE_EVENTS)
    meta = {
        "title": title,
        "template": "home.html",
        "kind": "home",
        "alternates": alternates(paths.HOME, showing),
        "structured_data": structured.page_data(
            showing, [], structured.website(showing), structured.organisation(showing)
        ),
        "description": (
            "Chính sách giảm nghèo nói cho dễ hiểu, gương điển hình và tin của địa phương."
        ),
        "hero": {
            "title": "Bà con cần hỗ trợ gì?",
            "line": "Tra chính sách, giấy tờ và nơi nộp. Gõ không dấu cũng được.",
            "hills_svg": covers.hills_band(),
            "tries": tries(showing),
            "finder": finder_invitation(showing),
            "jumps": _jumps(bool(stories), bool(news or changed or events)),
        },
        "body_pictures": pictures or {},
        "needs": _needs(showing),
        "changed": changed,
        "stories": [card(post, showing) for post in stories],
        "news": [card(post, showing) for post in news],
        "upcoming": events,
        "boards": other_pages(showing),
        "changed_url": showing.edition.url(paths.section("chinh-sach")),
        "stories_url": showing.edition.url(paths.section("guong-dien-hinh")),
        "news_url": showing.edition.url(paths.section("tin-tuc")),
        "calendar_url": showing.edition.url(paths.CALENDAR),
    }
    return page(meta, body)


def _jumps(stories: bool, news: bool) -> list[Meta]:
    """Say at the top what else stands below: nobody scrolls for what they don't expect."""
    known = [
        ("guong-dien-hinh", "Gương điển hình", "account-group", stories),
        ("co-gi-moi", "Có gì mới", "bullhorn-outline", news),
    ]
    return [{"id": id, "title": title, "icon": icon} for id, title, icon, there in known if there]


def _topic_url(id: str, showing: Showing) -> str:
    return showing.edition.url(paths.group("chu-de", id))


def _needs(showing: Showing) -> list[Meta]:
    used = {topic for post in showing.current for topic in post.topics}
    return [
        {
            "icon": topic.icon,
            "title": showing.together(topic.title),
            "text": topic.need,
            "url": _topic_url(topic.id, showing),
        }
        for topic in showing.content.topics.values()
        if topic.need and topic.id in used
    ]


def _changed(showing: Showing) -> list[Meta]:
    """Policies with a fact that began to apply lately, the latest first."""
    found: list[tuple[Fact, PolicyPost]] = []
    for post in showing.explainers.values():
        policy = showing.content.policies[post.policy]
        if policy.has_ended(showing.today):
            continue
        recent = [fact for fact in policy.facts if _is_recent(fact, showing)]
        if recent:
            found.append((max(recent, key=_began), post))
    found.sort(key=lambda pair: (-_began(pair[0]), sort_key(pair[1].title)))
    return [
        {
            **card(post, showing),
            "changed": _change_text(fact),
            "until": _last_day(fact, post, showing),
        }
        for fact, post in found[:CHANGES]
    ]


def _last_day(fact: Fact, post: PolicyPost, showing: Showing) -> str:
    """Return the day after which a change is no news any more."""
    days = (fact.applies_to, showing.content.policies[post.policy].valid_to, post.expires_on)
    return min((day.isoformat() for day in days if day), default="")


def _began(fact: Fact) -> int:
    assert fact.applies_from is not None
    return fact.applies_from.toordinal()


def _is_recent(fact: Fact, showing: Showing) -> bool:
    return (
        fact.headline
        and fact.applies_from is not None
        and fact.is_current(showing.today)
        and showing.today - fact.applies_from <= RECENT
    )


def _change_text(fact: Fact) -> str:
    assert fact.applies_from is not None
    return f"{fact.label}: {fact_text(fact)}, từ {day_text(fact.applies_from)}"
