"""The templates of new posts: they read at once, and every hint in them works."""

import re

import pytest

from console import ROOT
from loa.ask.paths import Edition
from loa.fields import declarations
from loa.guide.templates import template_files
from loa.load import read_post
from loa.model.posts import POST_KINDS, Post
from loa.outputs import build_site
from town import TODAY, Town


def read(town: Town, section: str, text: str) -> Post:
    """A post with this text, which reads without a word."""
    path = town.file(f"stories/{section}/bai-moi.md", text)
    post, problems = read_post(town.root, town.root / path)
    assert problems == []
    assert post is not None
    return post


@pytest.mark.parametrize("path", template_files())
def test_committed_templates_are_fresh(path: str) -> None:
    """Who copies a template by hand gets the fields of today (else: make refresh)."""
    assert (ROOT / path).read_text(encoding="utf-8") == template_files()[path]


@pytest.mark.parametrize("section", POST_KINDS)
def test_a_template_is_a_post_already(section: str, town: Town) -> None:
    """The preview shows the post from its first minute on."""
    text = template_files()[f"data/templates/{section}.md"]

    assert read(town, section, text).status == "draft"


@pytest.mark.parametrize("section", POST_KINDS)
def test_a_hint_works_as_soon_as_its_sign_is_taken_away(section: str, town: Town) -> None:
    """Nobody has to know YAML to use an optional line."""
    text = template_files()[f"data/templates/{section}.md"]
    post = read(town, section, re.sub(r"(?m)^#(?=[a-z]|  )", "", text))
    unused = [key for key in declarations(type(post)) if key not in ("approved", *post.lines)]

    assert unused == []


@pytest.mark.parametrize("section", POST_KINDS)
def test_every_field_is_named_in_vietnamese(section: str) -> None:
    """A writer sees what a line is for without the guide."""
    text = template_files()[f"data/templates/{section}.md"]
    fields = declarations(POST_KINDS[section])

    assert [
        key for key in fields if key != "approved" and f"# {fields[key].label}" not in text
    ] == []


def test_the_preview_shows_a_post_that_was_only_begun(town: Town) -> None:
    """An officer sees the shape of the post before a word of it is written."""
    for path, text in template_files().items():
        section = path.removeprefix("data/templates/").removesuffix(".md")
        town.file(f"stories/{section}/bai-moi.md", text)

    site = build_site(town.root, TODAY, Edition(drafts=True))

    paths = {output.path for output in site.outputs}
    assert {f"{section}/bai-moi.md" for section in POST_KINDS} <= paths
