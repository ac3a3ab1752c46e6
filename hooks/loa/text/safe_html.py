"""A Python-Markdown extension: nothing a writer pastes can run in a reader's browser.

The page is cleaned after conversion by nh3 (a binding of the ammonia sanitiser). Where Windows
refuses to load it, the page is rebuilt from the same short list of tags and attributes, and
everything else is refused.
"""

import html
import re
import unicodedata
from html.parser import HTMLParser
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

_TEXT_TAGS = "a abbr b bdi br cite code del dfn em i ins kbd label mark q s samp small span strong"
_BLOCK_TAGS = "blockquote details div figcaption figure h1 h2 h3 h4 h5 h6 hr p pre section summary"
_LIST_TAGS = "caption dd dl dt li ol table tbody td tfoot th thead tr ul"
_OTHER_TAGS = "img input picture source sub sup time u var"
_TAGS = set(f"{_TEXT_TAGS} {_BLOCK_TAGS} {_LIST_TAGS} {_OTHER_TAGS}".split())
_VOID_TAGS = frozenset({"br", "hr", "img", "input", "source"})
_WITHOUT_CONTENT = frozenset({"script", "style", "template", "iframe", "object", "noscript"})

_EVERYWHERE = {"class", "id", "lang", "title", "role", "aria-label", "aria-hidden", "tabindex"}
_DAYS = {"data-from", "data-until", "hidden"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href", "rel", "aria-describedby"},
    # data-widths goes no further than loa.text.picture_markup, which makes a srcset of it.
    "img": {"src", "alt", "width", "height", "loading", "decoding", "data-widths"},
    "source": {"srcset", "sizes", "type"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "ol": {"start", "reversed", "type"},
    "details": {"open"},
    "time": {"datetime"},
    # What is dated shows on its own days; the blocks of a policy say which.
    "em": _DAYS,
    "tr": _DAYS,
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


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name not in _EVERYWHERE and name not in _ATTRIBUTES.get(tag, ()):
        return False
    if name == "srcset":
        # Every candidate of a list is an address; pictures of this site have no scheme and no host.
        return ":" not in html.unescape(value) and "//" not in html.unescape(value)
    return name not in ("href", "src") or is_safe_address(value)


def _filtered(tag: str, name: str, value: str) -> str | None:
    """Return an attribute as nh3 may keep it; nh3 itself knows nothing of lists of addresses."""
    return value if name != "srcset" or _may_stay(tag, name, value) else None


class _DropUnsafeAttributes(Treeprocessor):
    """Keeps the attributes of ordinary prose, whoever set them."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in list(element.attrib.items()):
                if not _may_stay(str(element.tag), name, value):
                    del element.attrib[name]


class _CleanHtml(Postprocessor):
    """Keeps the tags and attributes of ordinary prose."""

    def run(self, text: str) -> str:
        if nh3 is None:
            return _Rebuilt.of(text)
        return nh3.clean(
            text,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            attribute_filter=_filtered,
            url_schemes=set(SAFE_SCHEMES),
            link_rel=None,
            strip_comments=True,
        )


class _Rebuilt(HTMLParser):
    """Writes a page anew from what is allowed; what is not allowed is never written."""

    @classmethod
    def of(cls, text: str) -> str:
        """Return the page rebuilt."""
        parser = cls()
        parser.feed(text)
        parser.close()
        return "".join(parser._written)

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._written: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _WITHOUT_CONTENT:
            self._skipped.append(tag)
        if tag not in _TAGS or self._skipped:
            return
        kept = [(name, value or "") for name, value in attrs if _may_stay(tag, name, value or "")]
        words = "".join(f' {name}="{html.escape(value)}"' for name, value in kept)
        self._written.append(f"<{tag}{words}>")

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag == self._skipped[-1]:
                self._skipped.pop()
        elif tag in _TAGS and tag not in _VOID_TAGS:
            self._written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._written.append(html.escape(data, quote=False))


class SafeHtmlExtension(Extension):
    """Registers the cleaning as the last steps of a conversion."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Attach to ``md``; called by Python-Markdown."""
        md.treeprocessors.register(_DropUnsafeAttributes(md), "loa_attributes", 0)
        md.postprocessors.register(_CleanHtml(md), "loa_html", -100)


def makeExtension(**settings: Any) -> SafeHtmlExtension:
    """Return the extension; the name is Python-Markdown's."""
    return SafeHtmlExtension(**settings)
