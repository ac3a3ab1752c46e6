"""RSS, Atom and JSON feeds of what is published: newest first, no samples.

Only a site that knows its own address has any: all addresses in a feed are whole.
"""

import json
from datetime import date, datetime
from email.utils import format_datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from loa.ask import paths, views
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.clock import VIETNAM
from loa.model.posts import Post

SIZE = 30
_ATOM = "http://www.w3.org/2005/Atom"
register_namespace("atom", _ATOM)
# Ids outlive the site's address, which the merger of the town has changed once already.
_IDS = uuid5(NAMESPACE_URL, "urn:loa")


def feed_posts(showing: Showing, section: str = "") -> list[Post]:
    """Return the posts of a feed: a section's, or all where ``section`` is empty."""
    posts = views.current(showing.published, showing.today)
    return [post for post in posts if section in ("", post.SECTION)][:SIZE]


def rss(showing: Showing, section: str = "") -> str:
    """Return RSS 2.0 (https://www.rssboard.org/rss-specification)."""
    posts = feed_posts(showing, section)
    root = Element("rss", {"version": "2.0"})
    channel = SubElement(root, "channel")
    _text(channel, "title", _title(showing, section))
    _text(channel, "link", showing.edition.site_url)
    _text(channel, "description", showing.content.township.tagline)
    _text(channel, "language", "vi")
    own = {
        "href": _own_address(showing, section, paths.RSS),
        "rel": "self",
        "type": "application/rss+xml",
    }
    SubElement(channel, f"{{{_ATOM}}}link", own)
    for post in posts:
        item = SubElement(channel, "item")
        _text(item, "title", post.title)
        _text(item, "link", _address(post, showing))
        _text(item, "description", post.summary)
        _text(item, "pubDate", format_datetime(_moment(post.date)))
        SubElement(item, "guid", {"isPermaLink": "false"}).text = post.id
        _text(item, "category", SECTIONS[post.SECTION]["title"])
    return _xml(root)


def atom(showing: Showing, section: str = "") -> str:
    """Return Atom (RFC 4287)."""
    posts = feed_posts(showing, section)
    own = _own_address(showing, section, paths.ATOM)
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _text(root, "title", _title(showing, section))
    _text(root, "id", _urn(f"{showing.content.township.units[0].id}/{section}"))
    changed = max((post.last_change for post in posts), default=showing.today)
    _text(root, "updated", _moment(changed).isoformat())
    SubElement(root, "link", {"rel": "self", "href": own})
    SubElement(root, "link", {"href": showing.edition.site_url})
    _text(SubElement(root, "author"), "name", showing.content.township.active.committee)
    for post in posts:
        entry = SubElement(root, "entry")
        _text(entry, "title", post.title)
        _text(entry, "id", _urn(post.id))
        SubElement(entry, "link", {"href": _address(post, showing)})
        _text(entry, "published", _moment(post.date).isoformat())
        _text(entry, "updated", _moment(post.last_change).isoformat())
        _text(entry, "summary", post.summary)
    return _xml(root)


def json_feed(showing: Showing, section: str = "") -> str:
    """Return JSON Feed 1.1 (https://jsonfeed.org/version/1.1)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(showing, section),
        "home_page_url": showing.edition.site_url,
        "feed_url": _own_address(showing, section, paths.JSON_FEED),
        "language": "vi",
        "items": [
            {
                "id": post.id,
                "url": _address(post, showing),
                "title": post.title,
                "content_text": post.summary,
                "date_published": _moment(post.date).isoformat(),
                "date_modified": _moment(post.last_change).isoformat(),
                "tags": [showing.content.topics[id].title for id in post.topics],
            }
            for post in feed_posts(showing, section)
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _title(showing: Showing, section: str) -> str:
    name = showing.content.township.site_name
    return f"{name}: {SECTIONS[section]['title']}" if section else name


def _own_address(showing: Showing, section: str, file: str) -> str:
    return showing.edition.absolute(paths.feed(section, file))


def _address(post: Post, showing: Showing) -> str:
    return showing.edition.absolute(paths.post(post))


def _urn(name: str) -> str:
    return uuid5(_IDS, name).urn


def _moment(day: date) -> datetime:
    """A day begins at midnight in Viet Nam."""
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _xml(root: Element) -> str:
    indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"
