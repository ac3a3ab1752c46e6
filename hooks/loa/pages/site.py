"""What every page carries: header, footer, banner; templates find it in ``config.extra.loa``."""

from datetime import date

from loa import covers, paths, views
from loa.model.places import Township, Unit
from loa.model.posts import Post
from loa.pages.cards import card
from loa.pages.front import SECTIONS, Meta, navigation
from loa.pages.share_cards import site_meta
from loa.showing import Showing
from loa.theme_assets import assets_version
from loa.vietnamese import day_text, short_day_text

_ABOUT_LINKS = (
    ("Giới thiệu chương trình", "gioi-thieu/index.md"),
    ("Liên hệ, góp ý", "lien-he.md"),
    ("Tìm theo chủ đề", paths.SEARCH),
    ("Dành cho ai", "doi-tuong/index.md"),
    ("Thôn, làng", "thon/index.md"),
    ("Tài liệu cho báo cáo viên", paths.MATERIALS),
    ("English", "en/index.md"),
)
_PRIVACY = "Trang không theo dõi người xem, không lấy dữ liệu từ nơi khác."


def site_settings(showing: Showing) -> Meta:
    """Return the plain dictionary behind header, footer and banner."""
    township, edition = showing.content.township, showing.edition
    unit = township.active
    checked = day_text(township.information_as_of)
    return {
        "site_name": township.site_name,
        "tagline": township.tagline,
        "site_url": edition.site_url,
        "language": "vi",
        "edition": {"directory_urls": edition.directory_urls, "drafts": edition.drafts},
        "today": showing.today.isoformat(),
        "home_url": edition.url(paths.HOME),
        "search_url": edition.url(paths.SEARCH),
        "nav": navigation(edition),
        "unit": {
            "name": unit.committee,
            "short": unit.full_name,
            "parents": ", ".join(unit.parents),
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
        "downloads": [
            {"title": "Nguồn tin RSS", "url": paths.RSS},
            {"title": "Dữ liệu mở (JSON)", "url": paths.data("bai")},
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
        ],
        "disclaimer": (
            f"Tổng hợp từ nguồn công khai, cập nhật đến {checked}; "
            "cán bộ đối chiếu trước khi làm thủ tục."
        ),
        "privacy": _PRIVACY,
        "campaign": _campaign(showing),
        "urgent": [card(post, showing) for post in _urgent(showing)],
        "ask": _ask(showing),
        "share_card": site_meta(showing),
        "mark_svg": covers.mark(),
        "assets_version": assets_version(),
    }


def _footer(township: Township, unit: Unit) -> Meta:
    contacts = unit.contacts
    return {
        "agency": unit.committee,
        "address": (contacts.address if contacts else None) or "",
        "phone": (contacts.phone if contacts else None) or "",
        "email": (contacts.email if contacts else None) or "",
        "publisher": township.publisher or "",
        "responsible": township.responsible_person or "",
        "licence": township.licence or "",
    }


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


def _campaign(showing: Showing) -> Meta | None:
    """Return the campaign that runs now or comes next; the browser checks the days again."""
    found = [
        (*views.season(campaign, showing.today), campaign)
        for campaign in showing.content.campaigns.values()
    ]
    if not found:
        return None
    first, last, campaign = min(found, key=lambda season: season[0])
    return {
        "title": campaign.title,
        "url": showing.edition.url(campaign.page) if campaign.page else "",
        "link_title": campaign.invitation or "Xem thêm",
        "from": first.isoformat(),
        "until": last.isoformat(),
        "until_text": short_day_text(last),
    }


def _urgent(showing: Showing) -> list[Post]:
    listed = views.current(showing.shown, showing.today)
    return [post for post in listed if post.priority == "khan-cap"]


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
