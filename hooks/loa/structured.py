"""What search engines are told about a page (https://schema.org), as JSON-LD.

Nothing is said that the page doesn't show. Of a story only title, summary, address and dates go
out, as in the open data; of an invented or unfinished post nothing. Addresses must be whole, so a
site that doesn't know its own says nothing, and neither does the edition on a stick.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from loa import paths
from loa.model.policies import Policy
from loa.model.posts import Post, Question, Story
from loa.showing import Showing

Node = dict[str, Any]
# What a town offers or carries out; a standard or a programme is only explained.
_SERVICES = ("benefit", "procedure")


def page_data(showing: Showing, way: Sequence[Node], *nodes: Node) -> str:
    """Return the script of a page: the way to it (its breadcrumbs) and what it is about."""
    if not _can_be_named(showing):
        return ""
    return _script([*_breadcrumbs(way, showing), *nodes])


def post_data(post: Post, policy: Policy | None, showing: Showing, way: Sequence[Node]) -> str:
    """Return the script of a post."""
    if post.sample or showing.is_unfinished(post) or not _can_be_named(showing):
        return ""
    itself = {"title": post.title, "url": showing.edition.url(paths.post(post))}
    return _script([*_breadcrumbs([*way, itself], showing), *_about(post, policy, showing)])


def _can_be_named(showing: Showing) -> bool:
    return bool(showing.edition.site_url) and showing.edition.directory_urls


def _script(nodes: Iterable[Node]) -> str:
    data = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # "<" would let a title end the script element that carries this.
    return text.replace("<", "\\u003c")


def _kept(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


# --- the site ------------------------------------------------------------------------------------


def organisation(showing: Showing) -> Node:
    """Return the committee whose site this is, as far as it is known."""
    unit = showing.content.township.active
    contacts = unit.contacts
    place = contacts.address if contacts else None
    return _kept(
        {
            **_publisher(showing),
            "alternateName": unit.english,
            "areaServed": _area(showing),
            "telephone": contacts.phone if contacts else None,
            "email": contacts.email if contacts else None,
            "address": {
                "@type": "PostalAddress",
                "streetAddress": place,
                "addressRegion": unit.parents[-1],
                "addressCountry": "VN",
            }
            if place
            else None,
        }
    )


def website(showing: Showing) -> Node:
    """Return the site itself, with the way to search it."""
    township, home = showing.content.township, showing.edition.site_url
    search = showing.edition.absolute(paths.SEARCH)
    return {
        "@type": "WebSite",
        "@id": f"{home}#trang",
        "name": township.site_name,
        "description": township.tagline,
        "url": home,
        "inLanguage": "vi",
        "publisher": {"@id": f"{home}#co-quan"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def _publisher(showing: Showing) -> Node:
    home = showing.edition.site_url
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{home}#co-quan",
        "name": showing.content.township.active.committee,
        "url": home,
    }


def _area(showing: Showing) -> Node:
    unit = showing.content.township.active
    return {"@type": "AdministrativeArea", "name": ", ".join((unit.full_name, *unit.parents))}


def _breadcrumbs(way: Sequence[Node], showing: Showing) -> list[Node]:
    """Return the breadcrumbs; the last step may be the page itself, which needs no address."""
    steps = []
    for position, step in enumerate(way, 1):
        node: Node = {"@type": "ListItem", "position": position, "name": step["title"]}
        if (url := step.get("url")) is not None:
            node["item"] = showing.edition.site_url + url
        steps.append(node)
    return [{"@type": "BreadcrumbList", "itemListElement": steps}] if len(steps) > 1 else []


# --- posts ---------------------------------------------------------------------------------------


def _about(post: Post, policy: Policy | None, showing: Showing) -> list[Node]:
    if isinstance(post, Question):
        return [_question_page(post, showing)]
    if policy is None or policy.has_ended(showing.today) or policy.kind not in _SERVICES:
        return [_article(post, "Article" if policy else "NewsArticle", showing)]
    service = _service(post, policy, showing)
    return [{**_article(post, "Article", showing), "about": {"@id": service["@id"]}}, service]


def _article(post: Post, kind: str, showing: Showing) -> Node:
    """The author is the committee: whoever wrote it down is a person, with a right to be left out.

    Topics, villages and pictures would tell more of a household than its story's title does.
    """
    return _kept(
        {
            "@type": kind,
            "headline": post.title,
            "description": post.summary,
            "url": showing.edition.absolute(paths.post(post)),
            "identifier": post.id if not isinstance(post, Story) else None,
            "datePublished": post.date.isoformat(),
            "dateModified": post.last_change.isoformat(),
            "inLanguage": "vi",
            "isAccessibleForFree": True,
            "author": _publisher(showing),
            "publisher": _publisher(showing),
        }
    )


def _service(post: Post, policy: Policy, showing: Showing) -> Node:
    """Return what residents may get; who pays for it isn't known for each, so none is named."""
    content, address = showing.content, showing.edition.absolute(paths.post(post))
    return _kept(
        {
            "@type": "GovernmentService",
            "@id": f"{address}#chinh-sach",
            "name": policy.title,
            "description": post.summary,
            "url": address,
            "serviceType": content.topics[policy.topic].title,
            "areaServed": _area(showing),
            "audience": [
                {"@type": "Audience", "audienceType": content.audiences[id].title}
                for id in policy.audiences
            ],
        }
    )


def _question_page(post: Question, showing: Showing) -> Node:
    """Return a question with its short answer; what editors compiled is an FAQ."""
    address = showing.edition.absolute(paths.post(post))
    answered = post.answered_on or post.last_change
    question = _kept(
        {
            "@type": "Question",
            "name": post.title,
            "text": post.title,
            "datePublished": (post.asked_on or post.date).isoformat(),
            "author": None if post.is_compiled else {"@type": "Person", "name": "Bà con"},
            "answerCount": None if post.is_compiled else 1,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": post.summary,
                "url": address,
                "datePublished": answered.isoformat(),
                "author": _publisher(showing),
            },
        }
    )
    return {
        "@type": "FAQPage" if post.is_compiled else "QAPage",
        "name": post.title,
        "url": address,
        "dateModified": post.last_change.isoformat(),
        "inLanguage": "vi",
        "publisher": _publisher(showing),
        "mainEntity": [question] if post.is_compiled else question,
    }


# --- events and data -----------------------------------------------------------------------------


def event(title: str, first: date, last: date, place: str, showing: Showing) -> Node:
    """Return something that people go to, between two days."""
    unit = showing.content.township.active
    return {
        "@type": "Event",
        "name": title,
        "startDate": first.isoformat(),
        "endDate": last.isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": place,
            "address": {
                "@type": "PostalAddress",
                "addressLocality": unit.full_name,
                "addressRegion": unit.parents[-1],
                "addressCountry": "VN",
            },
        },
    }


def dataset(title: str, description: str, path: str, page: str, showing: Showing) -> Node:
    """Return one table of open data, the file at ``path``, described on ``page``."""
    return {
        "@type": "Dataset",
        "name": f"{title}, {showing.content.township.active.full_name}",
        "description": description,
        "url": showing.edition.absolute(page),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "dateModified": showing.today.isoformat(),
        "creator": _publisher(showing),
        "spatialCoverage": _area(showing),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": showing.edition.absolute(path),
            }
        ],
    }
