"""The text of a post or page from Markdown to HTML, once for all who read it.

The page, every channel and every rule take the same constructs of Markdown; what the site's page
has besides (clean HTML, several sizes of a picture, marks on lone links) adds no words.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from time import perf_counter

from markdown import Markdown

from loa.rendered.linear import in_time
from loa.text.vietnamese import toc_slug

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
    "loa.text.numbered_steps",
    "loa.text.default_titles",
)
ONLY_FOR_PAGES = ("loa.text.safe_html", "loa.text.picture_markup", "loa.text.lone_links")


@dataclass(frozen=True)
class Converted:
    """The HTML of a text.

    Attributes:
        html: all of it; whoever reads it decides what may stay.
        typed: each piece of HTML that stood in the Markdown as HTML.
        failed: why there is none, in the words of the program; empty where all went well.
        seconds: how long it took.
    """

    html: str
    typed: tuple[str, ...] = ()
    failed: str = ""
    seconds: float = 0.0


def html_of(markdown: str) -> str:
    """Return the HTML of a post's Markdown; empty where there is no making any."""
    return converted(markdown).html


# A town is gone through by rules, search and channels one after the other.
@lru_cache(maxsize=1024)
def converted(markdown: str) -> Converted:
    """Return the HTML of a post's Markdown; never raises."""
    started = perf_counter()
    md = _converter()
    md.reset()
    try:
        html = md.convert(markdown)
    except Exception as error:  # nested too deep, or a fault in a library: told as any mistake
        _converter.cache_clear()  # it stopped in the middle, and would go on from there
        return Converted("", failed=f"{type(error).__name__}: {error}"[:200])
    typed = tuple(piece for piece in md.htmlStash.rawHtmlBlocks if isinstance(piece, str))
    return Converted(html, typed, seconds=perf_counter() - started)


@cache
def _converter() -> Markdown:
    return in_time(
        Markdown(
            # SuperFences does all that fenced_code does, and both together would fight.
            extensions=[*EXTENSIONS],
            extension_configs={
                "toc": {"permalink": False, "slugify": toc_slug},
                "pymdownx.tabbed": {"alternate_style": True},
                "pymdownx.tasklist": {"custom_checkbox": False},
            },
        )
    )
