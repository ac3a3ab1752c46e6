"""What every page carries: header, footer, banner; templates find it in ``config.extra.loa``."""

from datetime import date, timedelta

from loa.ask import paths, views
from loa.ask.meta import Meta
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.drawn import ics
from loa.drawn.town_cards import site_meta
from loa.media import covers
from loa.model.places import PENDING, Township, Unit
from loa.model.posts import Post
from loa.pages.cards import card
from loa.pages.front_matter import navigation
from loa.pages.unavailable import ways_on
from loa.plan.question import kept_question
from loa.styles.theme_assets import assets_version
from loa.text.vietnamese import capitalise, day_text, short_day_text

_ABOUT_LINKS = (
    ("Giới thiệu chương trình", "gioi-thieu/index.md"),
    ("Gia đình mình được hưởng gì?", paths.FINDER),
    ("Liên hệ, góp ý", "lien-he.md"),
    ("Việc làm", paths.board("viec-lam")),
    ("Nông sản, hàng hóa", paths.board("nong-san")),
    ("Văn bản", paths.documents()),
    ("Số liệu", paths.FIGURES),
    ("Tìm theo chủ đề", paths.SEARCH),
    ("Dành cho ai", "doi-tuong/index.md"),
    ("Thôn, làng", "thon/index.md"),
    ("Tài liệu cho báo cáo viên", paths.materials()),
    ("English", "en/index.md"),
)
_PRIVACY = "Trang không theo dõi người xem, không lấy dữ liệu từ nơi khác."


@kept_question
def site_settings(showing: Showing) -> Meta:
    """Return the plain dictionary behind header, footer and banner; the day itself is not in it."""
    township, edition = showing.content.township, showing.edition
    unit = township.active
    checked = day_text(township.information_as_of)
    has_feeds = edition.directory_urls and bool(edition.site_url)
    return {
        "site_name": township.site_name,
        "brand": showing.together(township.site_name),
        "tagline": township.tagline,
        "site_url": edition.site_url,
        "language": "vi",
        "edition": {"directory_urls": edition.directory_urls, "drafts": edition.drafts},
        "home_url": edition.url(paths.HOME),
        "search_url": edition.url(paths.SEARCH),
        "nav": navigation(edition),
        "unit": {
            "name": unit.committee,
            "short": unit.full_name,
            "parents": capitalise(", ".join(unit.parents)),
            "note": _successor_note(township, unit),
        },
        "footer": _footer(township, unit),
        "links": [
            {
                "title": title,
                "url": edition.url(path),
                "lang": "en" if path.startswith("en/") else "",
            }
            for title, path in _ABOUT_LINKS
        ],
        "carried": "" if edition.directory_urls else f"cập nhật đến ngày {day_text(showing.today)}",
        "downloads": [
            *_calendar_download(),
            *([{"title": "Nguồn tin RSS", "url": paths.RSS}] if has_feeds else []),
            {"title": "Dữ liệu mở", "url": edition.url(paths.OPEN_DATA)},
        ],
        "feeds": [
            {
                "title": f"{township.site_name} (RSS)",
                "url": paths.RSS,
                "type": "application/rss+xml",
            },
            {
                "title": f"{township.site_name} (Atom)",
                "url": paths.ATOM,
                "type": "application/atom+xml",
            },
            {
                "title": f"{township.site_name} (JSON)",
                "url": paths.JSON_FEED,
                "type": "application/feed+json",
            },
        ]
        if has_feeds
        else [],
        "disclaimer": (
            f"Tổng hợp từ nguồn công khai, cập nhật đến {checked}; "
            "cán bộ đối chiếu trước khi làm thủ tục."
        ),
        "privacy": _PRIVACY,
        "campaigns": _campaigns(showing),
        "urgent": [card(post, showing) for post in _urgent(showing)],
        "ask": _ask(showing),
        "share_card": site_meta(showing),
        "ways_on": ways_on(edition),
        "mark_svg": covers.mark(),
        "assets_version": _assets_version(showing),
    }


@kept_question
def _assets_version(showing: Showing) -> str:
    return assets_version()


def _calendar_download() -> list[Meta]:
    return [{"title": "Lịch cho điện thoại", "url": paths.CALENDAR_FILE}] if ics.can_write() else []


def _footer(township: Township, unit: Unit) -> Meta:
    contacts = unit.contacts
    return {
        "agency": unit.committee,
        "address": (contacts.address if contacts else None) or "",
        "phone": (contacts.phone if contacts else None) or "",
        "email": (contacts.email if contacts else None) or "",
        "publisher": township.publisher or "",
        "responsible": _known(township.responsible_person),
        "licence": _known(township.licence),
    }


def _known(value: str | None) -> str:
    """Leave out what officers have yet to fill in: a line that says nothing helps nobody."""
    return "" if not value or value.strip().lower() == PENDING else value


def _successor_note(township: Township, unit: Unit) -> str:
    """Say which unit this one became, where the data knows."""
    after = [
        other
        for other in township.units
        if unit.until is not None and other.since is not None and other.since > unit.until
    ]
    if not after:
        return ""
    since: date | None = after[0].since
    assert since is not None
    return f"Từ {day_text(since)} thuộc {after[0].full_name}."


def _campaigns(showing: Showing) -> list[Meta]:
    """Return each campaign's season and its next one: the browser shows what runs on its day."""
    seasons = []
    for campaign in showing.content.campaigns.values():
        first, last = views.season(campaign, showing.today)
        seasons += [(first, last, campaign)]
        seasons += [(*views.season(campaign, last + timedelta(days=1)), campaign)]
    return [
        {
            "title": campaign.title,
            "url": showing.edition.url(campaign.page) if campaign.page else "",
            "link_title": campaign.invitation or "Xem thêm",
            "from": first.isoformat(),
            "until": last.isoformat(),
            "until_text": short_day_text(last),
        }
        for first, last, campaign in sorted(seasons, key=lambda season: (season[0], season[2].id))
    ]


def _urgent(showing: Showing) -> list[Post]:
    return [post for post in showing.current if post.priority == "khan-cap"]


def _ask(showing: Showing) -> list[Meta]:
    contact = showing.edition.url("lien-he.md")
    return [
        {
            "icon": "home-account",
            "title": "Gặp trưởng thôn",
            "text": "Trưởng thôn ghi lại và gửi giúp.",
            "url": contact,
        },
        {
            "icon": "map-marker-outline",
            "title": "Đến UBND",
            "text": "Bộ phận một cửa, trong giờ làm việc.",
            "url": contact,
        },
        {
            "icon": "chat-question-outline",
            "title": "Xem hỏi đáp",
            "text": "Điều bà con hay hỏi, đã có trả lời.",
            "url": showing.edition.url(f"{next(reversed(SECTIONS))}/index.md"),
        },
    ]
