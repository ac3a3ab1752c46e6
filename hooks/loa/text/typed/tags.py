"""What stands in angle brackets: HTML, the tags of Word, or words to fill in."""

import re
from collections.abc import Callable

Tell = Callable[[str, int, str], None]

# Blocks whose inside the converter leaves alone.
_BLOCK_TAGS_NAMES = """
    address article aside blockquote body canvas center colgroup dd details div dl dt fieldset
    figcaption figure footer form frameset group h1 h2 h3 h4 h5 h6 head header hgroup html
    iframe legend li main map math menu nav noscript object ol output p pre progress script
    section style summary svg table tbody td template tfoot th thead title tr ul video
"""
BLOCK_TAGS = frozenset(_BLOCK_TAGS_NAMES.split())
_VOID_BLOCKS = frozenset({"hr"})
_INLINE_TAGS_NAMES = """
    a abbr acronym applet area audio b base basefont bdi bdo big br button caption cite code col
    data datalist del dfn dir em embed font hr i img input ins kbd label link mark marquee meta
    meter object optgroup option param picture q rp rt ruby s samp select slot small source span
    strike strong sub sup textarea time track tt u var wbr
"""
_INLINE_TAGS = frozenset(_INLINE_TAGS_NAMES.split())
TAGS = BLOCK_TAGS | _INLINE_TAGS
_VALUELESS_NAMES = """
    allowfullscreen autofocus autoplay checked controls defer disabled hidden loop multiple
    muted novalidate open readonly required reversed selected async markdown
"""
_VALUELESS = frozenset(_VALUELESS_NAMES.split())
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)"
    r"(?P<attributes>(?:\s++[a-zA-Z_:@][\w.:-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+)*+)"
    r"\s*+(?P<end>/?)>"
)
_ATTRIBUTE = re.compile(
    r"([a-zA-Z_:@][\w.:-]*+)(\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+"
)
_OF_WORD = re.compile(
    r"<\??/?(?:o|w|v|m|st1|x|xml|vml|mso):[a-zA-Z0-9_]*+(?:\s[^<>]*+)?/?>"
    r"|<\?xml[^<>]*+>|<!\[(?:if|endif)[^<>\[\]]*+\]-*+>",
    re.IGNORECASE,
)
_MSO = re.compile(
    r"\s(?:class=(?:\"Mso[^\"<>]*+\"|'Mso[^'<>]*+'|Mso[^\s<>]*+)"
    r"|style=(?:\"[^\"<>]*\bmso-[^\"<>]*+\"|'[^'<>]*\bmso-[^'<>]*+'))",
    re.IGNORECASE,
)
# As long as a tag may be; without a limit ten thousand «<» take their time.
LONGEST = 2000


def tag_at(text: str, place: int) -> re.Match[str] | None:
    """Return the HTML tag that begins at a place; None where words were put in angle brackets."""
    found = _TAG.match(text, place, min(len(text), place + LONGEST))
    if not found or found["name"].lower() not in TAGS:
        return None
    for name, value in _ATTRIBUTE.findall(found["attributes"]):
        if not value and name.lower() not in _VALUELESS:
            return None
    return found


def of_word_at(text: str, place: int) -> re.Match[str] | None:
    """Return the tag that only Word knows and that begins at a place."""
    return _OF_WORD.match(text, place, min(len(text), place + LONGEST))


def without_classes(tag: str) -> str:
    """Return a tag without the classes and styles that only Word knows."""
    return _MSO.sub(lambda found: "\n" * found[0].count("\n"), tag)


def shown(text: str, place: int, line: int, tell: Tell) -> tuple[str, int] | None:
    """Return what goes out for the tag at a place, and the place behind it; None for no tag.

    Args:
        text: where it stands.
        place: of its «<».
        line: what ``tell`` is to be told.
        tell: notes a habit for the writer.
    """
    if word := of_word_at(text, place):
        tell("Word's tags", line, word[0])
        return "\n" * word[0].count("\n"), word.end()
    tag = tag_at(text, place)
    if tag is None:
        return None
    bare = without_classes(tag[0])
    if bare != tag[0]:
        tell("Word's tags", line, tag[0])
    return bare, tag.end()


def raw(text: str, line: int, tell: Tell) -> str:
    """Return a line of an HTML block with words in angle brackets shown as typed."""
    parts, place = [], 0
    for found in re.finditer("<", text):
        if found.start() < place:
            continue
        parts.append(text[place : found.start()])
        tag = shown(text, found.start(), line, tell)
        parts.append(tag[0] if tag else "&lt;" if is_eaten(text, found.start()) else "<")
        place = tag[1] if tag else found.end()
    return "".join(parts) + text[place:]


def is_eaten(text: str, place: int) -> bool:
    """Say whether a converter or browser would look for a tag behind this «<»."""
    return text[place + 1 : place + 2].isalpha() or text[place + 1 : place + 2] in tuple("/!?")


def block_at(text: str) -> str | None:
    """Return the name of the HTML block that a line opens."""
    bare = text.lstrip(" ")
    if not bare.startswith("<") or len(text) - len(bare) > 3:
        return None
    found = tag_at(bare, 0)
    if not found or found["close"]:
        return None
    name = found["name"].lower()
    return name if name in BLOCK_TAGS or name in _VOID_BLOCKS else None


def ends(texts: list[str]) -> dict[int, int]:
    """Return for each line that opens an HTML block the line where the block is closed."""
    opened: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    for number, text in enumerate(texts):
        if "<" not in text:
            continue
        first = block_at(text)
        if first in _VOID_BLOCKS:
            found[number] = number
        place = text.find("<")
        is_first = True
        while place >= 0:
            tag = tag_at(text, place)
            if tag and tag["name"].lower() in BLOCK_TAGS:
                name = tag["name"].lower()
                if tag["close"]:
                    if opened.get(name) and (start := opened[name].pop()) >= 0:
                        found[start] = number
                elif not tag["end"]:
                    opened.setdefault(name, []).append(number if is_first and first else -1)
                elif is_first and first:
                    found[number] = number
            is_first = False
            place = text.find("<", place + 1)
    return found
