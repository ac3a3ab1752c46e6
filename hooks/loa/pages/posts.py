"""The page of one post."""

import json

from loa import blocks, facts, paths, views
from loa.markup import with_published_pictures
from loa.model import words
from loa.model.policies import Policy
from loa.model.posts import Image, PolicyPost, Post, Question, Source, Story
from loa.pages.cards import amount, card, headline_facts, topic_tags
from loa.pages.front import SECTIONS, Meta, breadcrumbs, page, section_meta
from loa.pages.policy_status import policy_states
from loa.showing import Showing
from loa.vietnamese import capitalise, day_text

SYLLABLES_A_MINUTE = 200


def post_page(post: Post, showing: Showing) -> str:
    """Return the Markdown page of a post that is shown."""
    content, edition = showing.content, showing.edition
    policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
    draw = blocks.drawer(content, showing.today)
    body = with_published_pictures(facts.expand(post.body, content, policy, draw))
    meta: Meta = {
        "title": post.title,
        "template": "post.html",
        "kind": _KINDS[post.SECTION],
        "description": post.summary,
        "summary": post.summary,
        "section": section_meta(post.SECTION, edition),
        "breadcrumbs": breadcrumbs(
            edition, (SECTIONS[post.SECTION]["title"], paths.section(post.SECTION)), (post.title, "")
        ),
        "noindex": post.sample or showing.is_unfinished(post),
        "date": post.date.isoformat(),
        "updated": post.last_change.isoformat(),
        "tags": topic_tags(post, showing),
        "audience_tags": _audience_tags(post, showing),
        "byline": _byline(post, body, showing),
        "notices": _notices(post, policy, showing),
        "cover": _cover(post),
        "photos": [_picture(post, image) for image in post.photos],
        "video": {"title": "Xem phim", "url": post.video.url} if post.video else None,
        "translations": _translations(post),
        "sources": _sources(post, policy),
        "code": post.id,
        "actions": True,
        "draft": _ribbon(post, showing),
    }
    newer, older = views.neighbours(post, showing.listed[post.SECTION])
    meta["next"] = _link(newer, showing)
    meta["previous"] = _link(older, showing)
    meta |= _own_parts(post, policy, showing)
    meta["structured_data"] = _structured_data(post, showing)
    return page(meta, body)


_KINDS = {
    "guong-dien-hinh": "story",
    "chinh-sach": "policy",
    "tin-tuc": "news",
    "hoi-dap": "question",
}


def _own_parts(post: Post, policy: Policy | None, showing: Showing) -> Meta:
    if isinstance(post, Story):
        return _story_parts(post, showing)
    if policy is not None:
        stories = views.about_policy(showing.shown, policy.id)
        return {
            "amounts": [amount(fact) for fact in headline_facts(policy, showing)],
            "related_stories": [card(story, showing) for story in stories],
            "related": [card(other, showing) for other in views.related(post, showing.shown)],
        }
    meta: Meta = {"related": [card(other, showing) for other in views.related(post, showing.shown)]}
    if isinstance(post, Question):
        meta["question"] = {
            "asked_text": day_text(post.asked_on) if post.asked_on else "",
            "answered_by": post.answered_by or "",
            "answered_text": day_text(post.answered_on) if post.answered_on else "",
            "compiled": post.is_compiled,
        }
    return meta


def _story_parts(post: Story, showing: Showing) -> Meta:
    helpers = [showing.content.organisations[id].name for id in post.helped_by]
    explainers = [showing.explainers.get(id) for id in post.supports]
    return {
        "household": _household(post, showing),
        "before_after": _before_after(post),
        "helped_by": helpers,
        "related_policies": [card(found, showing) for found in explainers if found],
        "related": [card(other, showing) for other in views.related(post, showing.shown)],
    }


def _household(post: Story, showing: Showing) -> Meta | None:
    home = post.household
    if home is None:
        return None
    village = showing.content.villages[home.village].full_name if home.village else ""
    consent = "Bài mẫu, không có người thật" if post.sample else ""
    rows = [
        ("Nhân vật", home.name or ""),
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


def _audience_tags(post: Post, showing: Showing) -> list[Meta]:
    audiences = (showing.content.audiences[id] for id in post.audiences)
    return [
        {
            "title": audience.title,
            "url": showing.edition.url(paths.group("doi-tuong", audience.id)),
        }
        for audience in audiences
    ]


def _byline(post: Post, body: str, showing: Showing) -> Meta:
    villages = (showing.content.villages[id] for id in post.villages)
    return {
        "date": post.date.isoformat(),
        "date_text": day_text(post.date),
        "updated_text": day_text(post.updated_on) if post.updated_on else "",
        "author": post.author,
        "reading_minutes": max(1, round(len(body.split()) / SYLLABLES_A_MINUTE)),
        "villages": [
            {
                "title": capitalise(village.full_name),
                "url": showing.edition.url(paths.group("thon", village.id)),
            }
            for village in villages
        ],
    }


def _notices(post: Post, policy: Policy | None, showing: Showing) -> list[Meta]:
    notices: list[Meta] = []
    if post.sample:
        text = "Người, làng và con số trong bài là ví dụ, không phải người thật."
        notices.append({"level": "sample", "strong": "Bài mẫu.", "text": text})
    if policy is not None:
        states = policy_states(policy, showing.content, showing.today)
        notices += [_with_successor(state.notice(), policy, showing) for state in states]
    if post.expires_on:
        notices.append(_expiry_notice(post))
    if note := _old_unit_note(post, showing):
        notices.append({"level": "info", "strong": "Tên cũ.", "text": note})
    return notices


def _with_successor(notice: Meta, policy: Policy, showing: Showing) -> Meta:
    successor = showing.explainers.get(policy.succeeded_by or "")
    if successor is not None and notice["level"] in ("danger", "sun"):
        url = showing.edition.url(paths.post(successor))
        notice["link"] = {"title": f"Xem: {successor.title}", "url": url}
    return notice


def _expiry_notice(post: Post) -> Meta:
    assert post.expires_on is not None
    first_day_after = post.expires_on.toordinal() + 1
    return {
        "level": "danger",
        "strong": "Bài đã hết hạn.",
        "text": f"Thông tin chỉ đúng đến hết {day_text(post.expires_on)}.",
        "from": post.expires_on.fromordinal(first_day_after).isoformat(),
    }


def _old_unit_note(post: Post, showing: Showing) -> str:
    township = showing.content.township
    unit = township.unit(post.legacy_unit or "") or views.unit_on(showing.content, post.date)
    active = township.active
    is_older = unit.until is not None and active.since is not None and unit.until < active.since
    if unit.id == active.id or not is_older:
        return ""
    return f"Khi viết bài này, nơi đây là {unit.full_name}; nay là {active.full_name}."


def _cover(post: Post) -> Meta:
    if post.image:
        return _picture(post, post.image)
    return {
        "src": paths.cover(post.SECTION, post.slug),
        "alt": "",
        "caption": _DRAWN.get(post.SECTION, ""),
        "width": 320,
        "height": 180,
        "drawn": True,
    }


_DRAWN = {
    "guong-dien-hinh": "Hình vẽ minh họa. Khi gia đình chưa đồng ý đăng ảnh, trang dùng hình vẽ."
}


def _picture(post: Post, image: Image) -> Meta:
    return {
        "src": paths.photo(post, image.file),
        "alt": image.alt,
        "caption": image.caption or "",
        "credit": image.credit or "",
        "drawn": False,
    }


def _translations(post: Post) -> list[Meta]:
    if post.translations is None:
        return []
    found = [("jra", post.translations.jra), ("bdq", post.translations.bdq)]
    return [
        {
            "lang": language,
            "lang_title": capitalise(words.LANGUAGES[language]),
            "title": translation.title,
            "summary": translation.summary or "",
            "translator": translation.translator,
        }
        for language, translation in found
        if translation
    ]


def _sources(post: Post, policy: Policy | None) -> list[Meta]:
    sources: list[Source] = [post.source] if post.source else []
    if policy is not None:
        sources += policy.sources
    return [source_meta(source) for source in sources]


def source_meta(source: Source) -> Meta:
    """Return a source for the sources line; one without an address is secondary."""
    return {
        "name": source.name or (source.url or "").split("/")[2],
        "url": source.url or "",
        "secondary": not source.url,
    }


def _ribbon(post: Post, showing: Showing) -> Meta | None:
    if not showing.is_unfinished(post):
        return None
    if post.status != "published":
        return {"label": f"{capitalise(words.STATUSES[post.status])}, chưa đăng", "problems": []}
    if not post.is_due(showing.today):
        day = post.publish_on or post.date
        return {"label": f"Hẹn đăng ngày {day_text(day)}", "problems": []}
    return {"label": "Đã sửa sau khi duyệt, cần duyệt lại", "problems": []}


def _link(post: Post | None, showing: Showing) -> Meta | None:
    if post is None:
        return None
    return {"title": post.title, "url": showing.edition.url(paths.post(post))}


def _structured_data(post: Post, showing: Showing) -> str:
    """Title, summary, address and dates; nothing of the household goes to machines."""
    if post.sample or not showing.edition.site_url:
        return ""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": post.title,
        "description": post.summary,
        "url": showing.edition.absolute(paths.post(post)),
        "datePublished": post.date.isoformat(),
        "dateModified": post.last_change.isoformat(),
        "inLanguage": "vi",
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": showing.content.township.active.committee,
        },
    }
    # "<" would let a title end the script element that carries this.
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
