"""The reviewed list of words for the same thing."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from browser_sites import TODAY
from console import ROOT
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.load import load_content
from loa.model.content import Content
from loa.model.searching import Synonym
from loa.search.every_page import documents
from loa.search.evidence import evidence_of
from loa.search.synonyms import synonym_lines
from loa.search.words import words

TWO_WAYS = Synonym(words=("BHYT", "bảo hiểm y tế"))
ONE_WAY = Synonym(words=("người già", "người cao tuổi"), one_way=True)


@pytest.fixture(scope="module")
def shipped() -> Content:
    """What the repository itself holds."""
    content = load_content(ROOT).content
    assert content is not None
    return content


def lines(*synonyms: Synonym, said: tuple[str, ...]) -> list[str]:
    """What the index keeps of synonyms where the site says these phrases."""
    standing = {word for phrase in said for word in words(phrase)}
    for phrase in said:
        standing |= {f"{a} {b}" for a, b in pairwise(words(phrase))}
    return [line for _, line in synonym_lines(synonyms, standing)]


def test_words_for_the_same_thing_lead_to_each_other() -> None:
    """A resident types the letters on the card, or what they stand for."""
    assert lines(TWO_WAYS, said=("BHYT", "bảo hiểm y tế")) == [
        "=bhyt=bảo hiểm y tế",
        "=bảo hiểm y tế=bhyt",
    ]


def test_a_wider_word_does_not_lead_to_a_narrower_one() -> None:
    """Whoever asks about older people in general is not sent to one old word."""
    assert lines(ONE_WAY, said=("người già", "người cao tuổi")) == ["=người già=người cao tuổi"]


def test_words_that_the_site_does_not_hold_are_left_out() -> None:
    """A phone does not load what cannot be found."""
    assert lines(TWO_WAYS, said=("BHYT",)) == ["=bảo hiểm y tế=bhyt"]
    assert lines(TWO_WAYS, said=("đất đai",)) == []


def test_every_shipped_entry_leads_somewhere(shipped: Content) -> None:
    """No entry is there for nothing: one of its ways of saying stands on the site."""
    today = date.fromisoformat(TODAY)
    found = documents(Showing(shipped, today, Edition()))
    standing = {key for one in found for key in evidence_of(one).keys}
    idle = [one.id for one in shipped.synonyms if not list(synonym_lines([one], standing))]

    assert idle == []


def test_no_shipped_entry_says_a_thing_twice(shipped: Content) -> None:
    """The list stays one that an officer can review."""
    twice = [
        one.id
        for one in shipped.synonyms
        if len({tuple(words(phrase)) for phrase in one.words}) < len(one.words)
    ]
    heads = Counter(tuple(words(one.words[0])) for one in shipped.synonyms)

    assert twice == []
    assert [head for head, times in heads.items() if times > 1] == []
