"""A post that does not exist yet: its id, its file name, what is asked about it."""

import re
from random import Random

from loa.model.content import Content
from loa.model.posts import Post
from loa.text.vietnamese import slug

# Crockford's base32: no I, L, O or U, so that a code read out loud is written down rightly.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID_LENGTH = 4
LONGEST_SLUG = 70


def new_id(kind: type[Post], taken: set[str], random: Random) -> str:
    """Return an id of ``kind`` that is not in ``taken``."""
    while True:
        id = f"{kind.CODE}-{''.join(random.choices(ALPHABET, k=ID_LENGTH))}"
        if id not in taken:
            return id


def taken_ids(content: Content) -> set[str]:
    """Return every id in use, with those of posts that are gone but were counted in a report."""
    counted = {id for activity in content.activities.values() for id in activity.posts}
    return counted | {post.id for post in content.posts}


def title_slug(title: str) -> str:
    """Return the file name that a title gives, cut between words where it is long."""
    whole = slug(title)
    if len(whole) <= LONGEST_SLUG:
        return whole
    return whole[: LONGEST_SLUG + 1].rpartition("-")[0] or whole[:LONGEST_SLUG]


def story_slug(livelihood: str, place: str, year: str) -> str:
    """Return the file name of a story: what, where, when, and nobody's name."""
    words = slug(livelihood), slug(place), re.sub(r"\D", "", year)
    return "-".join(filter(None, words))
