"""The icons: every name that is asked for has a drawing, and each drawing comes from the set."""

import re

import pytest

import make_icons
from console import ROOT
from loa.load import load_content
from loa.styles.icons import icon_names

THEME = ROOT / "hooks" / "theme"
ASKED = re.compile(r'icon\("([a-z0-9-]+)"|"?icon"?: "([a-z0-9-]+)"|#i-([a-z0-9-]+)"')


def test_everything_that_asks_for_an_icon_gets_one() -> None:
    """A button never shows an empty square beside its word."""
    files = [*THEME.rglob("*.html"), *(ROOT / "hooks" / "loa").rglob("*.py")]
    files += [*(THEME / "assets").rglob("*.js")]
    asked = {
        name: file.relative_to(ROOT).as_posix()
        for file in files
        if file != make_icons.TEMPLATE
        for found in ASKED.findall(file.read_text(encoding="utf-8"))
        for name in filter(None, found)
    }

    assert len(asked) > 20
    assert {name: file for name, file in asked.items() if name not in icon_names()} == {}


def test_every_topic_of_the_town_has_its_icon() -> None:
    """The tiles on the home page are all drawn."""
    content = load_content(ROOT).content
    assert content is not None

    assert {topic.icon for topic in content.topics.values()} <= icon_names()


def test_the_template_holds_what_the_script_lists() -> None:
    """Whoever adds a name also runs the script (python scripts/make_icons.py)."""
    text = make_icons.TEMPLATE.read_text(encoding="utf-8")

    assert sorted(icon_names()) == make_icons.names()
    assert f"{make_icons.SET} {make_icons.SET_VERSION}" in text
    assert text.count("<symbol ") == len(icon_names())
    assert "Apache 2.0" in make_icons.LICENCE.read_text(encoding="utf-8")


def test_a_drawing_becomes_a_symbol() -> None:
    """A drawing of another size would stand crooked beside its word, so it is refused."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}"><path d="M0 0"/></svg>\n'

    assert make_icons.symbol("a", svg.format(24)) == (
        '<symbol id="i-a" viewBox="0 0 24 24"><path d="M0 0"/></symbol>'
    )
    with pytest.raises(make_icons.SetupError, match="«a»"):
        make_icons.symbol("a", svg.format(20))
