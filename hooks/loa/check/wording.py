"""Words that hurt, and what to say instead."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from loa.check.prose import main_prose, notes, owners, without_quotations
from loa.model.content import Content
from loa.model.words import TO_WRITE
from loa.problems import Level, Problem


def words_are_kind(content: Content, today: date) -> Iterator[Problem]:
    """What we say ourselves avoids words that hurt; the words of documents stay as they are."""
    preferred = {wording.avoid.lower(): wording.prefer for wording in content.wordings}
    for owner in owners(content):
        for prose in chain(main_prose(owner), notes(owner)):
            # Looking for plain words first is many times faster than any pattern.
            said = prose.text.lower()
            avoided = tuple(word for word in preferred if word in said)
            if not avoided:
                continue
            text = without_quotations(prose)
            for found in _pattern(avoided).finditer(text):
                if _cuts_a_compound(text, found.end(), content.speech.compounds):
                    continue
                message = f"«{found[0]}» dễ làm bà con tủi; nên viết: {preferred[found[0].lower()]}"
                yield prose.problem(found.start(), message, Level.REMINDER)


def templates_are_filled_in(content: Content, today: date) -> Iterator[Problem]:
    """A published post holds no place that the template left for its writer."""
    for post in content.posts:
        for prose in main_prose(post) if post.status == "published" else ():
            if (place := prose.text.find(TO_WRITE)) >= 0:
                yield prose.problem(place, f"còn chỗ {TO_WRITE}; hãy viết vào hoặc xóa đi")


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # Longer ones first, so that "nghèo kinh niên" is not told as "nghèo".
    anyone = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{anyone})(?!\w)", re.IGNORECASE)


def _cuts_a_compound(text: str, end: int, compounds: tuple[str, ...]) -> bool:
    """Say whether the words run on: in "Ban phát triển" nobody speaks of "ban phát"."""
    last = text[:end].rpartition(" ")[2]
    running_on = (last + text[end : end + 40]).lower()
    return any(
        re.match(rf"{re.escape(compound)}(?!\w)", running_on)
        for compound in compounds
        if compound.startswith(f"{last.lower()} ")
    )
