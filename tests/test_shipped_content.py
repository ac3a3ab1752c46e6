"""What the repository ships: real policies with their sources, explained in plain words."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from each import each
from loa.ask import facts
from loa.load import load_content
from loa.model.content import Content
from loa.model.posts import News, Page, PolicyPost, Post, Question, Story
from loa.report import read_checked

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 24)

# Money, percentages, days, document numbers: what data/ must hold and prose must not.
TYPED_BY_HAND = re.compile(
    r"\d[\d.,]*\s*(?:đồng|triệu|tỷ|nghìn|ngàn)\b"
    r"|\d[\d.,]*\s*%"
    r"|\b\d{1,2}/\d{1,2}(?:/\d{4})?\b"
    r"|\b\d+(?:/\d{4})?/[A-ZĐ]{2,}[\w-]*"
)


@cache
def shipped() -> Content:
    """The repository's own content."""
    content = load_content(ROOT).content
    assert content is not None
    return content


def test_the_shipped_content_has_no_mistake() -> None:
    """An officer starts from a repository in which nothing needs mending."""
    assert [str(problem) for problem in read_checked(ROOT, TODAY)[1]] == []


def test_every_policy_is_explained() -> None:
    """A resident finds a page in plain words for each policy the town knows of."""
    explained = {post.policy for post in shipped().of_kind(PolicyPost)}

    assert explained == set(shipped().policies)
    assert len(explained) >= 24


def explaining() -> list[Post | Page]:
    """Everything but stories, which tell their own household's figures."""
    texts = (*shipped().posts, *shipped().pages)
    return [text for text in texts if not isinstance(text, Story)]


def test_figures_come_from_data() -> None:
    """One change of rate changes every page: no explainer holds an amount typed by hand."""

    def judge(post: Post | Page) -> None:
        prose = facts.INSERT.sub("", f"{post.title}\n{post.summary or ''}\n{post.body}")
        assert TYPED_BY_HAND.findall(prose) == []

    each({post.path: post for post in explaining()}, judge)


def test_every_figure_says_since_when_it_is_known() -> None:
    """No amount is shown without the day of the newest source behind it."""
    for policy in shipped().policies.values():
        assert policy.sources
        assert all(fact.as_of <= shipped().township.information_as_of for fact in policy.facts)


def test_remarks_for_officers_never_reach_a_page() -> None:
    """What is not verified stays between officers."""
    for post in shipped().of_kind(PolicyPost):
        policy = shipped().policies[post.policy]
        assert not any(remark in post.body for remark in policy.remarks)


def test_six_samples_show_the_format_and_say_so() -> None:
    """Nobody takes an invented household for a neighbour."""
    stories = shipped().of_kind(Story)

    assert len(stories) == 6
    assert all(story.sample and story.villages == ("vi-du",) for story in stories)


def test_compiled_questions_are_not_passed_off_as_asked() -> None:
    """Reports never count our own questions as those of residents."""
    assert all(question.is_compiled for question in shipped().of_kind(Question))


def test_nobody_is_named_as_approver_without_having_approved() -> None:
    """The shipped content claims no approval."""
    assert not shipped().township.approval_required
    assert all(post.approved is None for post in shipped().posts)
    assert shipped().of_kind(News)
