"""The id and the file name of a post that is being made."""

import re
from random import Random

import pytest

from loa.desk.new_post import ALPHABET, LONGEST_SLUG, new_id, story_slug, taken_ids, title_slug
from loa.model.posts import News
from town import Town


def test_an_id_is_never_given_twice() -> None:
    """The code that a resident quotes leads to one post."""
    taken: set[str] = set()
    for _ in range(200):
        # The same dice again and again: every code falls that was given before.
        taken.add(new_id(News, taken, Random(7)))

    assert len(taken) == 200
    assert all(re.fullmatch(f"TT-[{ALPHABET}]{{4}}", id) for id in taken)


def test_the_id_of_a_post_that_a_report_counted_stays_its_own(town: Town) -> None:
    """An old report never seems to speak of a new post."""
    town.entry(
        "activities", "a", kind="dang-tin", on="2026-10-17", title="Đăng tin", posts=["TT-0000"]
    )
    town.post("news", id="TT-7K2M")

    assert taken_ids(town.content()) == {"TT-0000", "TT-7K2M"}


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Họp thôn: rà soát hộ nghèo!", "hop-thon-ra-soat-ho-ngheo"),
        ("Đắk Đoa đổi thay", "dak-doa-doi-thay"),
        ("???", ""),
    ],
)
def test_a_title_gives_the_file_name(title: str, slug: str) -> None:
    """An officer never has to strip marks by hand."""
    assert title_slug(title) == slug


def test_a_long_title_is_cut_between_words() -> None:
    """An address can still be read out loud."""
    slug = title_slug("thôn làng " * 20)

    assert len(slug) <= LONGEST_SLUG
    assert set(slug.split("-")) == {"thon", "lang"}
    assert len(title_slug("a" * 200)) == LONGEST_SLUG


def test_the_file_name_of_a_story_says_what_where_and_when() -> None:
    """The address of a family's story names nobody."""
    assert story_slug("Cà phê xen tiêu", "làng Ví dụ", "2026") == "ca-phe-xen-tieu-lang-vi-du-2026"
