"""What a post is: news, an article about a policy, a service, a question with its answer."""

from collections.abc import Sequence

from loa.ask import paths
from loa.ask.showing import Showing
from loa.model.policies import Policy
from loa.model.posts import Post, Question, Story
from loa.structured.script import Node, breadcrumbs, kept, script
from loa.structured.site import area, publisher

# What a town offers or carries out; a standard or a programme is only explained.
_SERVICES = ("benefit", "procedure")


def post_data(post: Post, policy: Policy | None, showing: Showing, way: Sequence[Node]) -> str:
    """Return the script of a post."""
    if post.sample or showing.is_unfinished(post) or not showing.edition.directory_urls:
        return ""
    itself = {"title": post.title, "url": showing.edition.url(paths.post(post))}
    return script([*breadcrumbs([*way, itself], showing), *_about(post, policy, showing)])


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
    return kept(
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
            "author": publisher(showing),
            "publisher": publisher(showing),
        }
    )


def _service(post: Post, policy: Policy, showing: Showing) -> Node:
    """Return what residents may get; who pays for it isn't known for each, so none is named."""
    content, address = showing.content, showing.edition.absolute(paths.post(post))
    return kept(
        {
            "@type": "GovernmentService",
            "@id": f"{address}#chinh-sach",
            "name": policy.title,
            "description": post.summary,
            "url": address,
            "serviceType": content.topics[policy.topic].title,
            "areaServed": area(showing),
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
    question = kept(
        {
            "@type": "Question",
            "name": post.title,
            "text": post.title,
            "datePublished": (post.asked_on or post.date).isoformat(),
            "author": None if post.is_compiled else {"@type": "Person", "name": "Bà con"},
            "answerCount": None if post.is_compiled else 1,
            "acceptedAnswer": kept(
                {
                    "@type": "Answer",
                    "text": post.summary,
                    "url": address,
                    "datePublished": answered.isoformat(),
                    "author": publisher(showing),
                }
            ),
        }
    )
    return kept(
        {
            "@type": "FAQPage" if post.is_compiled else "QAPage",
            "name": post.title,
            "url": address,
            "dateModified": post.last_change.isoformat(),
            "inLanguage": "vi",
            "publisher": publisher(showing),
            "mainEntity": [question] if post.is_compiled else question,
        }
    )
