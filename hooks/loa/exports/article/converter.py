"""Markdown → HTML for other channels: the same constructs that the site's own pages know."""

from functools import cache

from markdown import Markdown

# As mkdocs.yml has them (a test compares), less what only a web page needs: clean HTML, several
# sizes of a picture, links on lines of their own.
EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "loa.text.default_titles",
)
ONLY_FOR_PAGES = ("loa.text.safe_html", "loa.text.picture_markup", "loa.text.lone_links")


def html_of(markdown: str) -> str:
    """Return the HTML of a post's Markdown; whoever reads it decides what may stay."""
    converter = _converter()
    converter.reset()
    return converter.convert(markdown)


@cache
def _converter() -> Markdown:
    return Markdown(
        # SuperFences does all that fenced_code does, and both together would fight.
        extensions=[*EXTENSIONS],
        extension_configs={
            "toc": {"permalink": False},
            "pymdownx.tabbed": {"alternate_style": True},
            "pymdownx.tasklist": {"custom_checkbox": False},
        },
    )
