"""The text of a post or page as a reader gets it."""

from functools import lru_cache

from loa.ask import facts
from loa.model.content import Content
from loa.model.policies import Policy
from loa.model.posts import Page, PolicyPost, Post
from loa.rendered.seen import Seen, seen

# Stands for a fact where only what somebody wrote is judged.
_UNSAID = "…"


def as_read(owner: Post | Page, content: Content) -> Seen:
    """Return a text with its facts; the blocks of a policy, which nobody wrote here, are left out.

    Reading the same text again costs nothing, and the articles of all channels share it.
    """
    text = owner.body
    return seen(facts.filled(text, content, policy_of(owner, content)) if "{{" in text else text)


def as_written(owner: Post | Page) -> Seen:
    """Return a text without its facts: only what its writer says."""
    text = owner.body
    return seen(_without_facts(text) if "{{" in text else text)


@lru_cache(maxsize=16)  # several rules ask of one text after the other
def _without_facts(text: str) -> str:
    return facts.INSERT.sub(_UNSAID, text)


def policy_of(owner: Post | Page, content: Content) -> Policy | None:
    """Return the policy whose facts a text means when it names none."""
    return content.policies.get(owner.policy) if isinstance(owner, PolicyPost) else None
