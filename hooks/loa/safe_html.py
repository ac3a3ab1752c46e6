"""A Python-Markdown extension: nothing a writer pastes can run in a reader's browser.

Where nh3 (a binding of the ammonia sanitiser) loads, raw HTML is cleaned after conversion; where
Windows refuses to load it, raw HTML is shown as text. Unsafe link targets are dropped either way.
"""

import html
import re
import unicodedata
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

try:
    import nh3
except ImportError:  # pragma: no cover
    nh3 = None  # type: ignore[assignment]

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})

_TEXT_TAGS = (
    "a abbr b bdi blockquote br cite code del details dd dfn div dl dt em h1 h2 h3 h4 h5 h6"
)
_MORE_TAGS = "hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table"
_LAST_TAGS = (
    "tbody td tfoot th thead time tr u ul var figure figcaption caption section label input"
)
_TAGS = set(f"{_TEXT_TAGS} {_MORE_TAGS} {_LAST_TAGS}".split())

_ATTRIBUTES = {
    "*": {"class", "id", "lang", "title", "role", "aria-label", "aria-hidden", "tabindex"},
    "a": {"href", "rel", "aria-describedby"},
    "img": {"src", "alt", "width", "height", "loading", "srcset", "sizes", "decoding"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "ol": {"start", "reversed", "type"},
    "details": {"open"},
    "time": {"datetime"},
    "label": {"for"},
    # Tabs and task lists are radio buttons and tick boxes without a form around them.
    "input": {"type", "name", "checked", "disabled"},
}


def is_safe_address(address: str) -> bool:
    """Say whether a link or picture may point there: relative, or a scheme that runs nothing."""
    plain = html.unescape(address)
    # Browsers skip control characters and blanks inside a scheme, so do we.
    plain = "".join(letter for letter in plain if unicodedata.category(letter) not in ("Cc", "Zs"))
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", plain.lower())
    return scheme is None or scheme[1] in SAFE_SCHEMES


class _DropUnsafeAddresses(Treeprocessor):
    """Removes link and picture targets that could run code."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if name in element.attrib and not is_safe_address(element.attrib[name]):
                    del element.attrib[name]
            for name in [name for name in element.attrib if name.startswith("on")]:
                del element.attrib[name]


class _CleanHtml(Postprocessor):
    """Keeps the tags and attributes of ordinary prose."""

    def run(self, text: str) -> str:
        return nh3.clean(
            text,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes=set(SAFE_SCHEMES),
            link_rel=None,
            strip_comments=True,
        )


class SafeHtmlExtension(Extension):
    """Registers the cleaning as the last steps of a conversion."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Attach to ``md``; called by Python-Markdown."""
        md.treeprocessors.register(_DropUnsafeAddresses(md), "loa_addresses", 0)
        if nh3 is not None:
            md.postprocessors.register(_CleanHtml(md), "loa_html", -100)
        else:  # pragma: no cover
            refuse_raw_html(md)


def refuse_raw_html(md: Markdown) -> None:
    """Show raw HTML as text instead of passing it on."""
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")


def makeExtension(**settings: Any) -> SafeHtmlExtension:
    """Return the extension; the name is Python-Markdown's."""
    return SafeHtmlExtension(**settings)
