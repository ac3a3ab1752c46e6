"""The blocks of a body, one after another, each as the converter reads it.

A container (a quotation, a list item, a note) is mended like a body, by the same steps.
"""

import re
from functools import partial

from loa.text.typed import fences, headings, lists, paragraphs, quotations, tables, tags
from loa.text.typed.inline import mended_words
from loa.text.typed.lines import RULE, Line, margin_off, moved_left, width
from loa.text.typed.markers import is_item, marker
from loa.text.typed.telling import Teller, Telling, label

# So deep nobody nests; the converter takes long over more.
DEEPEST = 12
_NOTE = re.compile(r" {0,3}(?:!!!|\?\?\?\+?|===[!+]{0,2})[ \t]+[\w\"“]")
_FOOTNOTE = re.compile(r" {0,3}(?P<front>\[\^(?P<name>[^\[\]\n]{1,100})\]:[ \t]*)(?P<rest>.*)$")
_DEFINITION = re.compile(
    r" {0,3}\[(?P<name>[^\[\]\n]{1,300})\]:[ \t]*(?P<address><[^<>\n]*>|[^\s<]\S*)?(?P<title>.*)$"
)
_TITLE = re.compile(r"[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^()]*\))?[ \t]*$")
_WIDE = re.compile(r"[-*_](?: *\t| {3})[ \t]*[-*_]|^ *\t")
_TERM = re.compile(r" {0,3}:[ \t]{1,3}\S")
# What the converter would take for a definition, with all its words.
_NO_DEFINITION = re.compile(r"^( {0,3})(\[[^\[\]]{0,500}\]:)", re.MULTILINE)
# What must have a blank line above it, by what stands above.
_APART = {
    "list": {"text", "list", "table", "quote", "html", "code"},
    "table": {"text", "list", "table", "quote", "html", "code"},
    "quote": {"list", "table", "html", "code"},
    "text": {"table", "html", "code", "list", "quote"},
    "heading": {"table", "html", "list", "quote"},
    "code": {"list", "table", "quote"},
    "html": {"list", "table", "quote", "text"},
    "note": {"list", "table", "quote", "html", "code"},
    "definition": {"list", "table", "quote", "html", "text"},
}
_APART_IN_ITEMS = {"quote", "code", "heading", "note"}


class Blocks:
    """Mends the lines of one container."""

    def __init__(self, lines: list[Line], telling: Telling, depth: int, in_list: bool) -> None:
        self._lines, self._telling, self._depth, self._in_list = lines, telling, depth, in_list
        self._closings = fences.Fences(lines)
        self._html = tags.ends([line.text for line in lines])
        self._out: list[Line] = []
        self._above = ""
        self._is_first_text = False
        self._place = 0
        self._written: set[str] = set()

    def mended(self) -> list[Line]:
        """Return the lines as the converter reads them."""
        while self._place < len(self._lines):
            line = self._lines[self._place]
            if line.is_blank:
                self._out.append(line if line.text.isascii() else line.with_text(""))
                self._above, self._is_first_text = "", False
                self._place += 1
                continue
            for step in (
                self._code,
                self._note,
                self._definition,
                self._block_of_html,
                self._heading,
                self._rule,
                self._quotation,
                self._list,
                self._table,
            ):
                if step(line):
                    break
            else:
                self._paragraph()
        return self._out

    def _add(self, kind: str, lines: list[Line], after: int) -> bool:
        above = self._above
        is_under_item = kind == "list" and self._in_list and self._is_first_text
        in_item = self._in_list and above == "text" and kind in _APART_IN_ITEMS
        if lines and (above in _APART[kind] or in_item) and not is_under_item:
            self._out.append(Line("", lines[0].source))
        self._is_first_text = kind == "text" and self._in_list and not self._out
        self._out += lines
        self._place, self._above = after, kind
        return True

    def _inner(self, lines: list[Line], in_list: bool = False) -> list[Line]:
        return mend(lines, self._telling, self._depth + 1, in_list)

    def _code(self, line: Line) -> bool:
        fence = fences.opening(line.text)
        if fence is None:
            return False
        last = self._closings.end(self._place, fence)
        if last is None:
            return self._open_fence(line, fence)
        code = self._lines[self._place : last + 1]
        before = []
        if not fence.is_plain:
            before = [line.with_text(mended_words(fence.info.strip(), self._teller([line])))]
            before.append(Line("", line.source))
        if not fence.is_plain or width(line.text) >= 4:
            code = [line.with_text(fence.marks + (fence.info if fence.is_plain else "")), *code[1:]]
        if code[-1].text.strip() != fence.marks or width(code[-1].text) >= 4:
            code = [*code[:-1], code[-1].with_text(fence.marks)]
        return self._add("code", before + code, last + 1)

    def _open_fence(self, line: Line, fence: fences.Fence) -> bool:
        self._telling.tell("open fence", line.source, fence.marks)
        words = fence.info.strip()
        if words:
            return self._add("text", [line.with_text(self._words(words, line))], self._place + 1)
        self._place += 1
        return True

    def _words(self, text: str, line: Line) -> str:
        return mended_words(text, self._teller([line]))

    def _teller(self, lines: list[Line]) -> Teller:
        return Teller(self._telling, [line.source for line in lines])

    def _note(self, line: Line) -> bool:
        if line.text.lstrip()[:3] not in ("!!!", "???", "===") or not _NOTE.match(line.text):
            return False
        after = self._indented(self._place + 1)
        inner = [self._moved(inside) for inside in self._lines[self._place + 1 : after]]
        inside = [_moved_right(own) for own in self._inner(inner)]
        return self._add("note", [line, *inside], after)

    def _indented(self, place: int) -> int:
        """Return the line after those that stand in by four, blank ones among them."""
        last = place
        while place < len(self._lines):
            if not self._lines[place].is_blank:
                if width(self._lines[place].text) < 4:
                    break
                last = place + 1
            place += 1
        return last

    @staticmethod
    def _moved(line: Line) -> Line:
        text, cut = moved_left(line.text, 4)
        return Line(text, line.source, cut)

    def _definition(self, line: Line) -> bool:
        if not line.text.lstrip(" ").startswith("[") or "]:" not in line.text:
            return False
        if found := _FOOTNOTE.match(line.text):
            return self._footnote(line, found)
        found = _DEFINITION.match(line.text)
        if not found:
            return False
        known = self._telling
        if label(found["name"]) not in known.used | known.shown:
            return False
        after = self._place + 1
        address, title = found["address"], found["title"]
        if not address:  # on the line below
            below = self._lines[after].text.split() if after < len(self._lines) else []
            if len(below) != 1:
                return False
            address, after = below[0], after + 1
        elif not _TITLE.match(title):
            return False
        name = label(found["name"])
        # The first one counts; pictures have got theirs.
        if name in self._written or name not in known.used:
            self._place = after
            return True
        self._written.add(name)
        return self._add("definition", self._lines[self._place : after], after)

    def _is_definition(self, text: str) -> bool:
        if _FOOTNOTE.match(text):
            return True
        found = _DEFINITION.match(text)
        return (
            found is not None
            and found["address"] is not None
            and label(found["name"]) in self._telling.used | self._telling.shown
            and bool(_TITLE.match(found["title"]))
        )

    def _footnote(self, line: Line, found: re.Match[str]) -> bool:
        if label(f"^{found['name']}") not in self._telling.used:
            self._telling.tell("unused footnote", line.source, f"[^{found['name']}]")
        after = self._indented(self._place + 1)
        first = Line(found["rest"], line.source)
        rest = [self._moved(inside) for inside in self._lines[self._place + 1 : after]]
        while after < len(self._lines) and not rest and self._is_text(after):
            rest.append(self._lines[after])  # goes on at the margin
            after += 1
        inner = self._inner([first, *rest]) if first.text else [first, *self._inner(rest)]
        front = line.text[: found.start("rest")]
        written = [inner[0].with_text(front + inner[0].text)] if inner else [line]
        return self._add("definition", written + [_moved_right(own) for own in inner[1:]], after)

    def _block_of_html(self, line: Line) -> bool:
        name = tags.block_at(line.text)
        if name is None:
            return False
        last = self._html.get(self._place)
        if last is None:
            bare = line.text.lstrip(" ")
            tag = tags.tag_at(bare, 0)
            assert tag is not None
            self._telling.tell("open tag", line.source, tag[0])
            self._lines[self._place] = line.with_text(bare[tag.end() :])
            # What is left of the line is looked at anew.
            return True if bare[tag.end() :].strip() else self._skip()
        inside = [
            row.with_text(tags.raw(row.text, row.source, self._telling.tell))
            for row in self._lines[self._place : last + 1]
        ]
        return self._add("html", inside, last + 1)

    def _skip(self) -> bool:
        self._place += 1
        return True

    def _heading(self, line: Line) -> bool:
        place = self._place
        is_alone = self._above != "text"
        below = self._lines[place + 1].text.strip() if place + 1 < len(self._lines) else ""
        found = headings.heading(line, self._telling, is_alone and not below.startswith("#"))
        if found is None:
            return False
        marks = found.text[: len(found.text) - len(found.text.lstrip("#"))]
        words = found.text[len(marks) :]
        return self._add("heading", [found.with_text(marks + self._words(words, line))], place + 1)

    def _rule(self, line: Line) -> bool:
        if not RULE.match(line.text):
            return False
        if _WIDE.search(line.text):  # the converter would take it for lists in lists
            line = line.with_text(line.text.strip()[0] * 3)
        return self._add("heading", [line], self._place + 1)

    def _quotation(self, line: Line) -> bool:
        if not quotations.begins(self._lines, self._place):
            return False
        after = quotations.end(self._lines, self._place, self._interrupts)
        inner = [quotations.inside(own) for own in self._lines[self._place : after]]
        return self._add("quote", quotations.written(self._inner(inner)), after)

    def _list(self, line: Line) -> bool:
        found = marker(line.text)
        last_number = self._telling.last_number.get(self._depth, 0)
        if not found or not is_item(found, self._lines, self._place, None, last_number):
            return False
        if not found.rest and self._above == "text":
            return False
        taken = lists.take(
            self._lines,
            self._place,
            found,
            partial(self._inner, in_list=True),
            self._interrupts,
            self._closings,
            self._telling,
        )
        self._telling.last_number[self._depth] = taken.number or last_number
        return self._add("list", taken.lines, taken.after)

    def _table(self, line: Line) -> bool:
        lines, place, telling = self._lines, self._place, self._telling
        if tables.is_table(lines, place):
            after = tables.rows_below(lines, place)
            rows = tables.table(lines[place:after], telling)
        elif tables.is_bare(lines, place):
            after = tables.rows_below(lines, place)
            rows = tables.completed(lines[place:after], telling)
        elif tables.is_tabbed(lines, place):
            after = tables.tabbed_rows(lines, place)
            rows = tables.drawn(lines[place:after], telling)
        else:
            return False
        return self._add("table", [self._row(row) for row in rows], after)

    def _row(self, row: Line) -> Line:
        return row.with_text(
            "|".join(self._words(cell, row) for cell in tables.with_bars(row.text))
        )

    def _is_text(self, place: int) -> bool:
        return not self._lines[place].is_blank and not self._interrupts(place)

    def _interrupts(self, place: int) -> bool:
        """Say whether a line ends the paragraph above it."""
        line = self._lines[place]
        text, bare = line.text, line.text.lstrip()
        first = bare[:1]
        if first in "`~" and (fence := fences.opening(text)):
            return self._closings.end(place, fence) is not None or not fence.info
        if first == "<" and tags.block_at(text):
            return True
        if first == "#" and text[:1] == "#" and re.match(r"#{1,6}[ \t\u00a0]", text):
            return True
        if RULE.match(text) or quotations.begins(self._lines, place):
            return True
        if first in "!?=" and _NOTE.match(text):
            return True
        if first == "[" and self._is_definition(text):
            return True
        if tables.is_table(self._lines, place) or tables.is_bare(self._lines, place):
            return True
        found = marker(text)
        return (
            found is not None
            and bool(found.rest)
            and is_item(
                found, self._lines, place, None, self._telling.last_number.get(self._depth, 0)
            )
        )

    def _paragraph(self) -> None:
        start = self._place
        place = start + 1
        below: list[Line] | None = None
        while place < len(self._lines) and not self._lines[place].is_blank:
            line = self._lines[place]
            if headings.underline(line.text):
                words = self._lines[start:place]
                below = headings.underlined(words, line, self._telling, self._in_list)
                if below is not None:
                    break
            elif self._interrupts(place):
                break
            place += 1
        if below is None:
            self._add_text(self._lines[start:place], place)
        elif len(below) == 1:
            self._add(
                "heading", [below[0].with_text(self._words(below[0].text, below[0]))], place + 1
            )
        elif len(below) == 2:
            words = [below[0].with_text(self._words(below[0].text, below[0])), below[1]]
            self._add("table" if self._above == "text" else "text", words, place + 1)
            self._above = "heading"
        else:
            self._add_text(below[:-2], place)
            self._out.append(below[-2])
            self._add("heading", [below[-1]], place + 1)

    def _add_text(self, lines: list[Line], after: int) -> None:
        may_part = not self._in_list and not any(_TERM.match(line.text) for line in lines)
        for number, part in enumerate(paragraphs.parted(lines, self._telling, may_part)):
            if number:
                self._out.append(Line("", part[0].source))
                self._above = ""
            text = mended_words("\n".join(line.text for line in part), self._teller(part))
            text = _NO_DEFINITION.sub(r"\1\\\2", text)
            written = []
            for place, (line, words) in enumerate(zip(part, text.split("\n"), strict=True)):
                guarded = paragraphs.guarded(words, place == 0, self._in_list)
                goes_on = place > 0 and self._out_is_first()
                written.append(line._replace(text=guarded, goes_on=goes_on))
            self._add("text", written, after)

    def _out_is_first(self) -> bool:
        """Say whether nothing has gone out yet: the paragraph is the first words of an item."""
        return self._in_list and not self._out


def _moved_right(line: Line) -> Line:
    return line.with_text(f"    {line.text}" if line.text.strip() else "")


def mend(lines: list[Line], telling: Telling, depth: int = 0, in_list: bool = False) -> list[Line]:
    """Return the lines of a container as the converter reads them.

    Args:
        lines: of the container, its own front taken off.
        telling: collects what the writer should see.
        depth: how many containers it is in.
        in_list: whether it is a list item.
    """
    if depth > DEEPEST:
        telling.tell("too deep", lines[0].source if lines else 0)
        return [_flat(line, telling) for line in lines]
    return Blocks(list(lines), telling, depth, in_list).mended()


def _flat(line: Line, telling: Telling) -> Line:
    words = mended_words(margin_off(line.text), Teller(telling, [line.source]))
    return line.with_text(paragraphs.guarded(words, True, True))
