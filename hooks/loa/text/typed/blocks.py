"""The blocks of a body, one after another, each as the converter reads it.

A container (a quotation, a list item, a note) is mended like a body, by the same steps.
"""

import re
from functools import partial

from loa.text.typed import (
    definitions,
    fences,
    headings,
    lists,
    paragraphs,
    quotations,
    tables,
    tags,
)
from loa.text.typed.container import NOTE, Container, moved, moved_right
from loa.text.typed.inline import mended_words
from loa.text.typed.lines import RULE, Line, margin_off
from loa.text.typed.markers import is_item, marker
from loa.text.typed.telling import Teller, Telling, label

# So deep nobody nests; the converter takes long over more.
DEEPEST = 12
_WIDE = re.compile(r"[-*_](?: *\t| {3})[ \t]*[-*_]|^ *\t")
_TERM = re.compile(r" {0,3}:[ \t]{1,3}\S")


class Blocks(Container):
    """Mends the lines of one container."""

    def mended(self) -> list[Line]:
        """Return the lines as the converter reads them."""
        while self._place < len(self._lines):
            line = self._lines[self._place]
            if line.is_blank:
                self._out.blank(line)
                self._place += 1
                continue
            line = self._beside_the_list(line)
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
        return self._out.lines

    def _beside_the_list(self, line: Line) -> Line:
        """Return a line at the margin where the list above it was moved there."""
        if self._was_moved and not marker(line.text):
            line = self._lines[self._place] = line.with_text(margin_off(line.text))
            self._was_moved = False
        return line

    def _code(self, line: Line) -> bool:
        fence = fences.opening(line.text)
        if fence is None:
            return False
        last = self._closings.end(self._place, fence)
        if last is None:
            return self._open_fence(line, fence)
        before: list[Line] = []
        if not fence.is_plain:
            before = [line.with_text(self._words(fence.info.strip(), line)), Line("", line.source)]
        code = fences.written(self._lines[self._place : last + 1], fence)
        return self._add("code", before + code, last + 1)

    def _open_fence(self, line: Line, fence: fences.Fence) -> bool:
        self._telling.tell("open fence", line.source, fence.marks)
        words = fence.info.strip()
        if words:
            return self._add("text", [line.with_text(self._words(words, line))], self._place + 1)
        return self._drop(line)

    def _note(self, line: Line) -> bool:
        if line.text.lstrip()[:3] not in ("!!!", "???", "===") or not NOTE.match(line.text):
            return False
        after = self._indented(self._place + 1)
        inner = [moved(inside) for inside in self._lines[self._place + 1 : after]]
        inside = [moved_right(own) for own in self._inner(inner)]
        return self._add("note", [line, *inside], after)

    def _definition(self, line: Line) -> bool:
        if found := definitions.footnote(line, self._telling):
            return self._footnote(line, found)
        named = definitions.reference(self._lines, self._place, self._telling)
        if named is None:
            return False
        name, after = named
        # The first one counts; pictures have got theirs.
        if name in self._defined or name not in self._telling.used:
            self._place = after
            return True
        self._defined.add(name)
        return self._add("definition", self._lines[self._place : after], after)

    def _footnote(self, line: Line, found: re.Match[str]) -> bool:
        if label(f"^{found['name']}") not in self._telling.used:
            self._telling.tell("unused footnote", line.source, f"[^{found['name']}]")
        after = self._indented(self._place + 1)
        first = Line(found["rest"], line.source)
        rest = [moved(inside) for inside in self._lines[self._place + 1 : after]]
        while (
            after < len(self._lines) and not (rest and rest[-1].is_blank) and self._is_text(after)
        ):
            rest.append(self._lines[after])  # goes on at the margin
            after += 1
        inner = self._inner([first, *rest]) if first.text else [first, *self._inner(rest)]
        front = line.text[: found.start("rest")]
        written = [inner[0].with_text(front + inner[0].text)] if inner else [line]
        return self._add("definition", written + [moved_right(own) for own in inner[1:]], after)

    def _block_of_html(self, line: Line) -> bool:
        name = tags.block_at(line.text)
        if name is None:
            return False
        last = self._html.get(self._place)
        if last is None:
            bare = line.text.lstrip(" ")
            tag = tags.tag_at(bare, 0)
            assert tag is not None
            of_word = tags.without_classes(tag[0]) != tag[0]
            self._telling.tell("Word's tags" if of_word else "open tag", line.source, tag[0])
            self._lines[self._place] = line.with_text(bare[tag.end() :])
            # What is left of the line is looked at anew.
            return True if bare[tag.end() :].strip() else self._drop(line)
        inside = [
            row.with_text(tags.raw(row.text, row.source, self._telling.tell))
            for row in self._lines[self._place : last + 1]
        ]
        return self._add("html", inside, last + 1)

    def _drop(self, line: Line) -> bool:
        """Leave a line out; what stands below does not belong to what stands above."""
        if self._out.above:
            self._out.blank(line.with_text(""))
        self._was_moved = True
        self._place += 1
        return True

    def _heading(self, line: Line) -> bool:
        place = self._place
        is_alone = self._out.above != "text"
        below = self._lines[place + 1].text.strip() if place + 1 < len(self._lines) else ""
        found = headings.heading(line, self._telling, is_alone and not below.startswith("#"))
        if found is None:
            return False
        marks = found.text[: len(found.text) - len(found.text.lstrip("#"))]
        words = found.text[len(marks) :]
        if not words.strip():
            return self._drop(line)  # a heading that says nothing
        return self._add("heading", [found.with_text(marks + self._words(words, line))], place + 1)

    def _rule(self, line: Line) -> bool:
        if not RULE.match(line.text):
            return False
        if _WIDE.search(line.text):  # the converter would take it for lists in lists
            line = line.with_text(line.text.strip()[0] * 3)
        return self._add("rule", [line], self._place + 1)

    def _quotation(self, line: Line) -> bool:
        if not quotations.begins(self._lines, self._place):
            return False
        after = quotations.end(self._lines, self._place, self._interrupts)
        inner = [quotations.inside(own) for own in self._lines[self._place : after]]
        return self._add("quote", quotations.written(self._inner(inner)), after)

    def _list(self, line: Line) -> bool:
        found = marker(line.text)
        last_number = self._telling.last_number.get(self._depth, 0)
        if not found or not is_item(
            found, self._lines, self._place, None, last_number, is_start=True
        ):
            return False
        if not found.rest and self._out.above == "text":
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
        self._was_moved = found.indent > 0
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
            self._add("underlined", words, place + 1)
            self._out.above = "heading"
        else:
            self._add_text(below[:-2], place)
            self._out.blank(below[-2])
            self._add("heading", [below[-1]], place + 1)

    def _add_text(self, lines: list[Line], after: int) -> None:
        may_part = not self._in_list and not any(_TERM.match(line.text) for line in lines)
        for number, part in enumerate(paragraphs.parted(lines, self._telling, may_part)):
            if number:
                self._out.blank(Line("", part[0].source))
            sources = [line.source for line in part]
            teller = Teller(self._telling, sources, is_block=self._depth == 0)
            text = mended_words("\n".join(line.text for line in part), teller)
            text = definitions.as_text(text)
            written = []
            for place, (line, words) in enumerate(zip(part, text.split("\n"), strict=True)):
                guarded = paragraphs.guarded(words, place == 0, self._in_list)
                goes_on = place > 0 and self._in_list and not self._out.lines
                written.append(line._replace(text=guarded, goes_on=goes_on))
            self._add("text", written, after)


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
    return Blocks(list(lines), telling, mend, depth, in_list).mended()


def _flat(line: Line, telling: Telling) -> Line:
    words = mended_words(margin_off(line.text), Teller(telling, [line.source]))
    return line.with_text(paragraphs.guarded(words, True, True))
