"""Notes to oneself are taken out: comments, and the link definitions that are used as such."""

import re
from collections.abc import Iterator

from loa.text.typed import fences
from loa.text.typed.lines import Line
from loa.text.typed.telling import Telling

# Word makes one long dash of two short ones.
_OPEN = re.compile(r"<!(?:--|–-?|—-?)")
_CLOSE = re.compile(r"(?:--!?|–-?|—-?)>")
_TICKS = re.compile(r"`+")
_SIDE = re.compile(
    r"[ >]{0,8}\[(?P<label>[^\[\]\n]{0,100})\]:[ \t]*(?P<to>#|<#?>|//)?[ \t]*(?P<said>.*)$"
)
_SAID = re.compile(r"\(.*|\".*\"|'.*'|“.*”")
_NAMES = {"//", "comment", "ghi chú", "ghi chu", "note", "_comment", "nội bộ"}
_CONTAINER = re.compile(r"(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t]|$))*[ \t]*")


def without_notes(lines: list[Line], telling: Telling) -> tuple[list[Line], list[tuple[int, str]]]:
    """Return the lines without notes, and the notes with the lines they begin on."""
    if not any("<!" in line.text or "]:" in line.text for line in lines):
        return lines, []
    kept: list[Line] = []
    notes: list[tuple[int, str]] = []
    lines = list(lines)
    closings = fences.Fences(lines)
    place = 0
    while place < len(lines):
        text = lines[place].text
        bare = text[len(_CONTAINER.match(text)[0]) :]  # type: ignore[index]  # matches always
        fence = fences.opening(bare)
        if fence:
            last = closings.end(place, fence) or place
            kept += lines[place : last + 1]
            place = last + 1
        elif side := _side_note(lines, place):
            note, place_after = side
            notes.append((lines[place].source, note))
            place = place_after
        else:
            last = place
            while last + 1 < len(lines) and _goes_on(lines, last + 1):
                last += 1
            kept += _Paragraph(lines[place : last + 1], telling, notes).kept()
            place = last + 1
            # A comment may have blank lines in it.
            if kept and kept[-1].cut == _OPENED:
                place = _after_comment(lines, place, kept.pop(), telling, notes)
    return kept, notes


_OPENED = "\0comment"


def _goes_on(lines: list[Line], place: int) -> bool:
    text = lines[place].text
    if not text.strip():
        return False
    return not fences.opening(text.lstrip("> \t")) and not _side_note(lines, place)


def _side_note(lines: list[Line], place: int) -> tuple[str, int] | None:
    """Return the note that begins at a line as a link definition, and the line after it."""
    text = lines[place].text
    if "]:" not in text or text.lstrip("> \t")[:2] == "[^":
        return None
    found = _SIDE.match(text)
    if not found:
        return None
    named = found["label"].strip().casefold() in _NAMES
    said = found["said"]
    if not named and not (found["to"] and _SAID.match(said)):
        return None
    after = place + 1
    if said.startswith("(") and ")" not in said:
        while after < len(lines) and lines[after].text.strip() and ")" not in said:
            said += "\n" + lines[after].text
            after += 1
    return said.strip("() \t\"'"), after


class _Paragraph:
    """Lines without a blank one among them; code in them is left alone."""

    def __init__(self, lines: list[Line], telling: Telling, notes: list[tuple[int, str]]) -> None:
        self._lines, self._telling, self._notes = lines, telling, notes

    def kept(self) -> list[Line]:
        """Return the lines without comments; the last is marked where a comment goes on."""
        text = "\n".join(line.text for line in self._lines)
        if "<!" not in text:
            return self._lines
        out: list[str] = []
        place = 0
        opened = ""
        for start, stop in _spans(text):
            if start < place:
                continue
            closing = _CLOSE.search(text, stop)
            # <!--> and <!---> are whole comments.
            if text.startswith((">", "->"), stop):
                after = text.index(">", stop) + 1
            elif closing:
                after = closing.end()
            else:
                opened = text[start:]
                out.append(text[place:start])
                place = len(text)
                break
            out.append(text[place:start] + "\n" * text.count("\n", start, after))
            line = self._lines[text.count("\n", 0, start)].source
            if inside := text[stop : max(stop, after - 3)].strip(" \t\n-–—"):
                self._notes.append((line, inside))
            place = after
        out.append(text[place:])
        return self._without_emptied("".join(out), opened)

    def _without_emptied(self, text: str, opened: str) -> list[Line]:
        kept = []
        for old, new in zip(
            self._lines, (text + "\n" * opened.count("\n")).split("\n"), strict=True
        ):
            if new.strip() or old.text == new:
                kept.append(old.with_text(new))
        if opened:
            line = self._lines[len(self._lines) - 1 - opened.count("\n")].source
            kept.append(Line(opened, line, _OPENED))
        return kept


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments may open, outside code."""
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(len(run[0]), []).append(run.start())
    for places in runs.values():
        places.reverse()
    place = 0
    for found in re.finditer(r"`+|<!", text):
        if found.start() < place:
            continue
        if found[0][0] == "`":
            places = runs[len(found[0])]
            while places and places[-1] <= found.start():
                places.pop()
            if places:
                place = places[-1] + len(found[0])
        elif opening := _OPEN.match(text, found.start()):
            closing = _CLOSE.search(text, opening.end())
            place = closing.end() if closing else len(text)
            yield opening.span()


def _after_comment(
    lines: list[Line],
    place: int,
    opened: Line,
    telling: Telling,
    notes: list[tuple[int, str]],
) -> int:
    """Return the line after a comment that has blank lines in it; what stands behind it stays."""
    for last in range(place, len(lines) if not telling.has_open_comment else place):
        closing = _CLOSE.search(lines[last].text)
        if closing:
            inside = [opened.text, *(line.text for line in lines[place:last])]
            inside.append(lines[last].text[: closing.start()])
            notes.append((opened.source, _OPEN.sub("", "\n".join(inside), count=1).strip()))
            rest = lines[last].text[closing.end() :]
            lines[last] = lines[last].with_text(rest)
            return last if rest.strip() else last + 1
    # No comment further down is closed either.
    telling.has_open_comment = True
    notes.append((opened.source, _OPEN.sub("", opened.text, count=1).strip()))
    telling.tell("open comment", opened.source)
    return place
