"""HTML gone through once for what a reader gets of it: see ``loa.rendered.seen``."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from loa.rendered.html_tree import VOID
from loa.text.letters_seen import as_seen

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_GROUPS = frozenset({"ul", "ol", "dl", "table"})
_ROWS = frozenset({"li", "tr", "dt", "dd"})
_CELLS = frozenset({"td", "th"})
_NOT_READ = frozenset({"script", "style"})
_SAID = ("alt", "title", "aria-label", "placeholder", "label")
_LEADING = ("href", "src", "data", "action", "poster", "cite", "formaction")
OF_WORD = "mso"  # stands for an element that wears a class of Word's
# Browsers are less strict than the parser: title="a"onclick=… runs too.
_HANDLER = re.compile(r"<[a-zA-Z][^<>]*?[\s\"'/](on[a-z]{3,})\s*=", re.IGNORECASE)
_OF_NOTES = frozenset({"footnote-ref", "footnote-backref"})
_BREAK = "\n\v"  # a new line on the page too
_BEGINS_A_ROW = re.compile(r"\s*(?:\v|[-–—+*•▪●○□■◦·‣][^\w\n]|\w{1,2}[.)]\s)")


@dataclass
class Heard:
    """A stretch while it is put together."""

    text: str
    kind: str
    group: int
    row: int
    quoted: bool
    anchor: str = ""  # of the block itself
    breaks: list[int] = field(default_factory=list)


class Seeing(HTMLParser):
    """Collects words, links, places, handlers and comments of a piece of HTML."""

    # What others may want otherwise: how lines are joined, and what letters become.
    LINES = " "
    letters = staticmethod(as_seen)

    def between_cells(self, blank: bool) -> str:
        """Return what stands between two cells; ``blank`` says that there is a blank."""
        return " | "

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stretches: list[Heard] = []
        self.links: list[tuple[int, str, str, bool]] = []
        self.anchors: dict[str, None] = {}
        self.handlers: list[str] = []
        self.notes: list[str] = []
        self._said: list[str] = []
        self._aside: list[tuple[str, str]] = []  # (kind, words) of attributes of this stretch
        # Blocks, with the number of their list or row, and their own anchor.
        self._open: list[tuple[str, int, str]] = []
        self.marks: list[str] = []  # numbers that a list puts before its items
        self.depth = 0  # of the deepest element
        self._depth = 0
        self._next: list[int] = []  # the number of the next item of each open list; 0 for dots
        self._anchors_open: list[tuple[str, int, int, bool]] = []
        self._count = 0
        self._unread = 0
        self._in_code = 0

    def see(self, html: str) -> None:
        """Go through a piece of HTML; never raises."""
        try:
            self.feed(html)
            self.close()
        except (AssertionError, ValueError):  # the parser gives up on a broken declaration
            self._said.append(html)
        while self._anchors_open:
            self._end_of_link()
        self._end_of_stretch()

    # --- called by the parser --------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._depth += 1
            self.depth = max(self.depth, self._depth)
        self._number(tag, known)
        if tag in _BLOCKS:
            self._block(tag, known.get("id", ""))
        elif tag == "br":
            self._said.append(_BREAK)
        elif tag in _NOT_READ:
            self._unread += 1
        elif tag == "code":
            self._in_code += 1
        classes = known.get("class", "").split()
        if tag == "sup" or tag == "sub":
            self._said.append(" ")
        if tag == "a" and _OF_NOTES.intersection(classes):
            self._unread += 1
            self._anchors_open.append(("", len(self._said), 0, True))
        else:
            self._addresses(tag, known)
        self._attributes(known, tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Called by the parser."""
        self._depth = max(0, self._depth - 1)
        if tag in ("ol", "ul") and self._next:
            self._next.pop()
        if tag in _CELLS and self._open and self._open[-1][0] == "tr":
            return
        if tag in _BLOCKS:
            self._end_of_stretch()
            self._close(tag)
        elif tag in _NOT_READ:
            self._unread = max(0, self._unread - 1)
        elif tag == "code":
            self._in_code = max(0, self._in_code - 1)
        elif tag == "a" and self._anchors_open:
            self._end_of_link()
        elif tag in ("sup", "sub"):
            self._said.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            in_a_row = self._open and self._open[-1][0] == "tr" and data.isspace()
            self._said.append(" " if in_a_row else data)
            if "<" in data and not self._in_code:  # a tag too broken to be one, shown as text
                self.handlers += (name.lower() for name in _HANDLER.findall(data))

    def handle_comment(self, data: str) -> None:
        self.notes.append(as_seen(data))

    def handle_decl(self, decl: str) -> None:
        self.notes.append(as_seen(decl))

    def unknown_decl(self, data: str) -> None:
        self.notes.append(as_seen(data))

    def handle_pi(self, data: str) -> None:
        self.notes.append(as_seen(data))

    def _number(self, tag: str, known: dict[str, str]) -> None:
        """Count the items of numbered lists as a browser does."""
        if tag in ("ol", "ul"):
            self._next.append(_whole(known.get("start", "1")) if tag == "ol" else 0)
        elif tag == "li" and self._next and self._next[-1]:
            number = _whole(known.get("value", "")) or self._next[-1]
            self.marks.append(str(number))
            self._next[-1] = number + 1

    # --- blocks ----------------------------------------------------------------------------------

    def _block(self, tag: str, anchor: str) -> None:
        if tag in _CELLS and self._open and self._open[-1][0] == "tr":
            if any(not said.isspace() for said in self._said):
                self._said.append(self.between_cells(self._said[-1].isspace()))
            return
        self._end_of_stretch()
        if tag in VOID:
            return
        number = 0
        if tag in _GROUPS or tag in _ROWS:
            self._count += 1
            number = self._count
        self._open.append((tag, number, anchor))

    def _close(self, tag: str) -> None:
        for place in range(len(self._open) - 1, max(-1, len(self._open) - 40), -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def _end_of_stretch(self) -> None:
        said, aside = "".join(self._said), self._aside
        self._said, self._aside = [], []
        self._anchors_open = [(one[0], 0, one[2], one[3]) for one in self._anchors_open]
        kind, _, anchor = self._open[-1] if self._open else ("p", 0, "")
        self._add(said, kind, anchor)
        for name, words in aside:
            self._add(words, name)

    def _add(self, said: str, kind: str, anchor: str = "") -> None:
        text, breaks = "", []
        for line in self.letters(said).split("\n"):
            if bare := " ".join(line.split()):
                text += f"{self.LINES}{bare}" if text else bare
                if _BEGINS_A_ROW.match(line):
                    breaks.append(len(text) - len(bare))
        if not text:
            return
        group = next((number for tag, number, _ in self._open if tag in _GROUPS), 0)
        row = next((number for tag, number, _ in reversed(self._open) if tag in _ROWS), 0)
        quoted = any(tag == "blockquote" for tag, _, _ in self._open)
        self.stretches.append(Heard(text, kind, group, row, quoted, anchor, breaks))

    # --- links and attributes --------------------------------------------------------------------

    def _addresses(self, tag: str, known: dict[str, str]) -> None:
        number = len(self.stretches)
        if tag == "a" and "href" in known:
            self._anchors_open.append((known["href"], len(self._said), number, False))
            return
        for name in _LEADING:
            if name in known and not (name == "cite" and tag == "cite"):
                words = as_seen(known.get("alt", "")).strip()
                self.links.append((number, known[name], words, tag == "img"))

    def _end_of_link(self) -> None:
        address, start, number, is_note = self._anchors_open.pop()
        if is_note:
            self._unread = max(0, self._unread - 1)
            return
        words = " ".join(as_seen("".join(self._said[start:])).split())
        self.links.append((number, address, words, False))

    def _attributes(self, known: dict[str, str], tag: str) -> None:
        for name, value in known.items():
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors[value] = None
            elif name in _SAID and value:
                self._aside.append((name, value))
            elif name.startswith("on") and len(name) > 4:
                self.handlers.append(name)


def _whole(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 6 else 0


class Tags(HTMLParser):
    """Collects the names of the elements of HTML that somebody typed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.addresses: set[str] = set()
        self.handlers: list[str] = []

    def see(self, html: str) -> None:
        """Go through a piece of HTML; never raises."""
        self.reset()
        self.handlers += (name.lower() for name in _HANDLER.findall(html))
        try:
            self.feed(html)
            self.close()
        except (AssertionError, ValueError):
            self.names.append("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; Word's are known by the class it gives them."""
        is_words = any(name == "class" and (value or "").startswith("Mso") for name, value in attrs)
        self.names.append(OF_WORD if is_words else tag)
        self.addresses |= {value or "" for name, value in attrs if name in _LEADING}
