"""Drawings (SVG) as they may be published: shapes and words, nothing that runs or calls home.

An SVG is a web page of its own once it is opened by its address: a script in it would run in the
name of the site. What is not on the list is not written.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
BROKEN = "hình SVG hỏng hoặc không phải hình SVG; hãy xuất lại, hoặc lưu thành PNG"
MOST_BYTES = 5_000_000
TOO_LARGE = "hình SVG quá lớn; hãy lưu thành PNG"

_SHAPES = "circle ellipse g image line path polygon polyline rect svg switch symbol use"
_WORDS = "desc text textPath title tspan"
_PAINT = "clipPath defs linearGradient marker mask pattern radialGradient stop style view"
_FILTERS = (
    "filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence"
)
_TAGS = frozenset(f"{_SHAPES} {_WORDS} {_PAINT} {_FILTERS}".split())
# What a link holds is drawn, the link is not.
_UNWRAPPED = frozenset({"a"})
_HREFS = frozenset({"href", f"{{{XLINK}}}href"})
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*", re.I)
_PLACE_HERE = re.compile(r"#[^\s\"'<>()]+")
# In a style: what fetches, and what hides it (a backslash, a remark).
_FETCHES = re.compile(
    r"@import|@font-face|@namespace|expression|javascript|behavior|-moz-binding|\\|/\*|<", re.I
)
_URL = re.compile(r"url\(\s*[\"']?(?!#)", re.I)


class DrawingRefused(Exception):
    """A drawing cannot be published; the text says why, in Vietnamese."""


def published_drawing(data: bytes) -> bytes:
    """Return an SVG without scripts, links, foreign pictures and the notes of its program.

    The same drawing gives the same bytes.

    Raises:
        DrawingRefused: it is no SVG, or declares entities.
    """
    if len(data) > MOST_BYTES:
        raise DrawingRefused(TOO_LARGE)
    # Zeros are those of UTF-16, in which the next words would not be found.
    if b"\0" in data or b"<!ENTITY" in data:
        raise DrawingRefused(BROKEN)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise DrawingRefused(BROKEN) from error
    if root.tag != f"{{{SVG}}}svg":
        raise DrawingRefused(BROKEN)
    try:
        clean = _clean(root)
    except RecursionError as error:
        raise DrawingRefused(BROKEN) from error
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    return bytes(ElementTree.tostring(clean, "UTF-8", xml_declaration=True)) + b"\n"


def _clean(element: Element) -> Element:
    made = Element(element.tag, _attributes(element))
    if element.tag == f"{{{SVG}}}style":
        made.text = _style(element.text or "")
        return made
    made.text = element.text
    for child in element:
        _add(made, child)
    return made


def _add(made: Element, child: Element) -> None:
    tag = _local(child)
    if tag in _UNWRAPPED:
        group = Element(f"{{{SVG}}}g", _attributes(child))
        group.text, group.tail = child.text, child.tail
        for inner in child:
            _add(group, inner)
        made.append(group)
    elif tag in _TAGS:
        kept = _clean(child)
        kept.tail = child.tail
        made.append(kept)
    else:
        _append_text(made, child.tail or "")


def _append_text(made: Element, words: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + words
    else:
        made.text = (made.text or "") + words


def _local(element: Element) -> str:
    """Return the name of an element of SVG; empty for those of other languages."""
    tag = str(element.tag)
    return tag.removeprefix(f"{{{SVG}}}") if tag.startswith(f"{{{SVG}}}") else ""


def _attributes(element: Element) -> dict[str, str]:
    return {
        name: value
        for name, value in element.attrib.items()
        if _may_stay(_local(element), name, value)
    }


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name in _HREFS:
        if tag == "image" or tag == "feImage":
            return _PICTURE.fullmatch(value.strip()) is not None
        return tag != "a" and _PLACE_HERE.fullmatch(value.strip()) is not None
    if name.startswith("{"):
        return name in (f"{{{_XML}}}space", f"{{{_XML}}}lang")
    if name.lower().startswith("on") or _URL.search(value):
        return False
    return name != "style" or _FETCHES.search(value) is None


def _style(text: str) -> str:
    """Return a style sheet, or nothing where it fetches something."""
    plain = "".join(part.partition("*/")[2] for part in f"*/{text}".split("/*"))
    return "" if _FETCHES.search(plain) or _URL.search(text) else plain
