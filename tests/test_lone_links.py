"""Links that stand alone are made for thumbs; links in a sentence stay text."""

import pytest
from markdown import markdown

ALONE = 'class="lone"'


@pytest.mark.parametrize(
    "text",
    [
        "[Vay vốn](a.md)",
        "- [Vay vốn](a.md)\n- [Nhà ở](b.md)",
        "**[Vay vốn](a.md)**",
        "- [Vay vốn](a.md);",
    ],
)
def test_a_link_that_fills_its_line_is_marked(text: str) -> None:
    """A resident with thick fingers hits the link that was meant."""
    made = markdown(text, extensions=["loa.text.lone_links"])

    assert made.count(ALONE) == made.count("<a ")


@pytest.mark.parametrize(
    "text",
    ["Xem [Vay vốn](a.md).", "- [Vay vốn](a.md): ai được vay", "[Một](a.md) và [hai](b.md)"],
)
def test_a_link_inside_a_sentence_is_not(text: str) -> None:
    """Lines of a text keep their distance."""
    assert ALONE not in markdown(text, extensions=["loa.text.lone_links"])
