"""One part of a Word file as it goes out: changes accepted, comments and their writers gone.

The part is read by expat, which every Python has, and written with the prefixes that it had: Word
knows its own notes by them.
"""

import re
from collections.abc import Sequence
from xml.parsers import expat

from loa.media.papers.refused import BROKEN, PaperRefused

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_INSERTED, _DELETED = ("ins", "moveTo"), ("del", "moveFrom")
_DROPPED = frozenset(
    {
        *_DELETED,
        *("delText", "delInstrText", "commentRangeStart", "commentRangeEnd", "commentReference"),
        *("annotationRef", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"),
        *("moveToRangeEnd", "cellIns", "cellDel", "cellMerge", "rsids", "attachedTemplate"),
        *("mailMerge", "docVars", "trackRevisions", "proofErr", "permStart", "permEnd"),
        *("dataBinding", "saveThroughXslt", "writeProtection"),
    }
)
_DROPPED_LIKE = re.compile(
    r"\w+(?:PrChange|PrExChange|GridChange|numberingChange)|numberingChange"
    r"|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End)"
)
_DROPPED_ATTRIBUTES = re.compile(r"(?:\w+:)?(?:rsid\w*|author|initials|date|paraId|textId)")
# Where a picture lay on somebody's disk, which old versions of Word note in its description.
_PLACE = re.compile(r"[A-Za-z]:[\\/]|file:|\\\\", re.IGNORECASE)
_DESCRIPTIONS = ("descr", "title", "name", "alt", "o:title", "o:href", "r:href")
_GONE = {"tr": ("trPr", "del"), "tc": ("tcPr", "cellDel")}  # what marks a row or cell as deleted
_EMPTY_CELL = "<{0}tc><{0}p/></{0}tc>"


class _Part:
    """Rewrites one part."""

    def __init__(self, is_word: bool) -> None:
        self.changes = False
        self._is_word = is_word
        self._written: list[str] = []
        self._open = False  # the start tag that was written last still lacks its end
        self._skipping = 0
        self._scopes: list[dict[str, str]] = [{}]
        self._elements: list[tuple[str, str, int]] = []  # local name, name, where it begins
        self._gone: set[int] = set()  # rows and cells, by their depth

    def start(self, name: str, attributes: Sequence[str]) -> None:
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        scope = dict(self._scopes[-1])
        scope |= {key[5:].lstrip(":"): uri for key, uri in pairs if key.split(":")[0] == "xmlns"}
        self._scopes.append(scope)
        prefix, _, local = name.rpartition(":")
        is_word = self._is_word and scope.get(prefix) in _WORD
        self._mark(local if is_word else "")
        drops = is_word and (local in _DROPPED or _DROPPED_LIKE.fullmatch(local) is not None)
        self.changes |= is_word and local in (*_INSERTED, *_DELETED)
        if self._skipping or drops:
            self._skipping += 1
            return
        self._close()
        place = len(self._written)
        self._elements.append((local if is_word else "", name, place))
        if is_word and local in _INSERTED:
            return  # what was inserted stays, without the note of who did it
        kept = "".join(f' {key}="{_quoted(value)}"' for key, value in self._kept(pairs))
        self._written.append(f"<{name}{kept}")
        self._open = True

    def _mark(self, local: str) -> None:
        """Notice that a row or cell is marked as deleted."""
        for kind, (properties, mark) in _GONE.items():
            if local == mark and self._elements and self._elements[-1][0] == properties:
                depths = (
                    at
                    for at in range(len(self._elements) - 1, -1, -1)
                    if self._elements[at][0] == kind
                )
                self._gone |= set(list(depths)[:1])

    def _kept(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        if not self._is_word:
            return [pair for pair in pairs if not _tells_a_place(*pair)]
        return [
            (key, value)
            for key, value in pairs
            if not _DROPPED_ATTRIBUTES.fullmatch(key) and not _tells_a_place(key, value)
        ]

    def end(self, name: str) -> None:
        self._scopes.pop()
        if self._skipping:
            self._skipping -= 1
            return
        local, _, place = self._elements.pop()
        if local in _INSERTED:
            return
        depth = len(self._elements)
        if depth in self._gone and local in _GONE:
            self._gone.discard(depth)
            prefix = name[: name.rfind(":") + 1]
            self._written[place:] = [_EMPTY_CELL.format(prefix)] if local == "tc" else []
            self._open = False
        elif self._open:
            self._written.append("/>")
            self._open = False
        else:
            self._written.append(f"</{name}>")

    def text(self, words: str) -> None:
        if not self._skipping:
            self._close()
            self._written.append(
                words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            )

    def _close(self) -> None:
        if self._open:
            self._written.append(">")
            self._open = False

    def result(self) -> bytes:
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return (head + "".join(self._written)).encode()


def rewritten(data: bytes, *, is_word: bool = True) -> tuple[bytes, bool]:
    """Return a part without comments, deletions and writers, and whether it had changes marked.

    Args:
        data: the XML of the part.
        is_word: whether it is text of Word; else only the places of files are taken out.

    Raises:
        PaperRefused: it is no XML, or declares entities.
    """
    part = _Part(is_word)
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = part.start
    parser.EndElementHandler = part.end
    parser.CharacterDataHandler = part.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise PaperRefused(BROKEN) from error
    return part.result(), part.changes


def _refuse(*declared: object) -> None:
    raise PaperRefused(BROKEN)


def _tells_a_place(key: str, value: str) -> bool:
    return key in _DESCRIPTIONS and _PLACE.search(value) is not None


def _quoted(value: str) -> str:
    for letter, written in (
        *(("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")),
        *(("\t", "&#9;"), ("\n", "&#10;"), ("\r", "&#13;")),
    ):
        value = value.replace(letter, written)
    return value
