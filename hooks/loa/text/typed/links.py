"""Square brackets: which are links, pictures and footnotes, and what of them has to be mended."""

import re
from dataclasses import dataclass

from loa.text.typed import destinations
from loa.text.typed.destinations import Destination
from loa.text.typed.pieces import Breaks, Piece, Sort
from loa.text.typed.telling import Teller, label

_REFERENCE = re.compile(r"\[([^\[\]\n]{0,300}+)\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_OF_A_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_FOLLOWING = re.compile(r"(?P<round>\()|[ \n]?\[(?P<label>[^\[\]\n]{0,300}+)\]")
_GAP = re.compile(r"[ \t\u00a0]{1,3}(?=\()")


@dataclass
class _Opened:
    """A bracket that waits to be closed."""

    number: int
    is_picture: bool
    may_link: bool = True


def pair(text: str, pieces: list[Piece], teller: Teller) -> None:
    """Pair brackets and mend what was meant as a link; the pieces are changed in place."""
    _Pairing(text, pieces, teller).run()


class _Pairing:
    def __init__(self, text: str, pieces: list[Piece], teller: Teller) -> None:
        self._text, self._pieces, self._teller = text, pieces, teller
        self._breaks = Breaks(text)
        self._opened: list[_Opened] = []
        self._addresses: list[Piece] = []
        self._number = 0

    def run(self) -> None:
        while self._number < len(self._pieces):
            piece = self._pieces[self._number]
            if piece.sort is Sort.OPEN:
                self._opened.append(_Opened(self._number, piece.typed[0] == "!"))
            elif piece.sort is Sort.CLOSE and self._opened:
                self._close(self._opened.pop(), piece)
            elif piece.sort is Sort.ADDRESS:
                self._addresses.append(piece)
            self._number += 1

    def _line(self, piece: Piece) -> int:
        return self._breaks.line(piece.place)

    def _tell(self, habit: str, piece: Piece, now: str = "") -> None:
        self._teller.tell(habit, self._line(piece), now)

    def _close(self, opened: _Opened, closing: Piece) -> None:
        opening = self._pieces[opened.number]
        place = closing.end
        if not opened.may_link and not opened.is_picture:
            self._keep_apart(closing)
            return
        if self._text[place : place + 1] == "(" and self._round(opened, opening, closing):
            return
        if self._reference(opened, opening, closing):
            if self._text[place : place + 1] == "(":
                closing.written = "]\\"
            return
        gap = _GAP.match(self._text, place)
        if gap and self._after_a_gap(opened, opening, closing, gap.end()):
            return
        self._keep_apart(closing)

    def _keep_apart(self, closing: Piece) -> None:
        """Keep the converter from making a link of words that only stand in brackets."""
        following = _FOLLOWING.match(self._text, closing.end)
        if following and (
            following["round"] or label(following["label"]) in self._teller.telling.defined
        ):
            closing.written = "]\\" if following["round"] else "\\]"

    def _words(self, opening: Piece, closing: Piece) -> str:
        return self._text[opening.end : closing.place]

    def _round(self, opened: _Opened, opening: Piece, closing: Piece) -> bool:
        text, place = self._text, closing.end
        found = destinations.destination(text, place)
        words = self._words(opening, closing)
        if found is not None and not destinations.may_be_address(found.address):
            self._tell("link to a word", opening, f"[{words}]{found.typed}")
            return False
        if found is None:
            found = destinations.named(text, place)
            if found is not None:
                return self._lead(opened, opening, closing, found, rewritten=True)
            found = destinations.unclosed(text, place)
            if found is None:
                if text.find(")", place, place + 400) < 0:
                    self._tell("open bracket", opening)
                return False
            now = f"{opening.typed}{words}]({found.address})"
            self._tell("open link", opening, now)
            return self._lead(opened, opening, closing, found, rewritten=True)
        if not found.address and not opened.is_picture:
            self._tell("link to nowhere", opening, f"[{words}]{found.typed}")
            self._take(closing, found.end, "")
            opening.written = closing.written = ""
            return True
        if not words.strip() and not opened.is_picture:
            self._tell("link without words", opening, found.address)
            self._take(closing, found.end, "")
            opening.written = ""
            closing.written = _alone(found.address)
            return True
        return self._lead(opened, opening, closing, found, rewritten=False)

    def _lead(
        self,
        opened: _Opened,
        opening: Piece,
        closing: Piece,
        found: Destination,
        *,
        rewritten: bool,
    ) -> bool:
        address, title = found.address, found.title
        if "\\" in address:  # of Markdown before a sign, of Windows before the name of a file
            address, rewritten = _ESCAPED.sub(r"\1", address), True
            if _OF_A_FILE.search(address):
                address = address.replace("\\", "/")
        if title.startswith("("):
            title, rewritten = f'"{title[1:-1]}"' if '"' not in title else "", True
        if rewritten or (opened.is_picture and "(" in address and "<" not in found.typed):
            title = f" {title}" if title else ""
            self._take(closing, found.end, f"({destinations.encoded(address)}{title})")
        else:
            self._take(closing, found.end, found.typed)
        self._settle(opened, closing)
        return True

    def _settle(self, opened: _Opened, closing: Piece) -> None:
        """A link holds no other links: addresses in its words stay words."""
        if not opened.is_picture:
            for outer in reversed(self._opened):
                if not outer.is_picture:
                    if not outer.may_link:
                        break
                    outer.may_link = False
        opening = self._pieces[opened.number]
        opening.sort = closing.sort = Sort.CODE
        start = opening.place
        while self._addresses and self._addresses[-1].place > start:
            piece = self._addresses.pop()
            piece.written = piece.typed

    def _take(self, closing: Piece, end: int, written: str) -> None:
        """Make one piece of everything from the closing bracket to a place."""
        last = self._number + 1
        while last < len(self._pieces) and self._pieces[last].end <= end:
            last += 1
        rest: list[Piece] = []
        if last < len(self._pieces) and self._pieces[last].place < end:
            cut = self._pieces[last]
            keep = self._text[end : cut.end]
            rest = [Piece(Sort.WORDS, end, keep, keep)]
            last += 1
        typed = self._text[closing.end : end]
        written += "\n" * (typed.count("\n") - written.count("\n"))  # as many lines as before
        taken = Piece(Sort.CODE, closing.end, typed, written)
        self._pieces[self._number + 1 : last] = [taken, *rest]

    def _reference(self, opened: _Opened, opening: Piece, closing: Piece) -> bool:
        words = self._words(opening, closing)
        known = self._teller.telling
        if words.startswith("^") and not opened.is_picture and "\n" not in words:
            if label(words) not in known.defined and len(words) > 1:
                self._tell("lost footnote", opening, f"[{words}]")
            return True
        found = _REFERENCE.match(self._text, closing.end)
        named = (found[1] or words) if found else words
        if len(named) > 300 or label(named) not in known.defined:
            return False
        if opened.is_picture and (address := known.pictures.get(label(named))):
            end = found.end() if found else closing.end
            self._take(closing, end, f"({address})")
        elif found:
            self._take(closing, found.end(), found[0])
        self._settle(opened, closing)
        return True

    def _after_a_gap(self, opened: _Opened, opening: Piece, closing: Piece, place: int) -> bool:
        found = destinations.destination(self._text, place)
        if found is None or not destinations.is_address(found.address):
            return False
        if opened.is_picture and not destinations.is_picture(found.address):
            return False
        now = f"{opening.typed}{self._words(opening, closing)}]({found.address})"
        self._tell("blank in a link", opening, now)
        self._take(closing, found.end, found.typed)
        self._settle(opened, closing)
        return True


def _alone(address: str) -> str:
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", address):
        return f"<{address}>"
    return f"[{address}]({address})"


def autolink(typed: str) -> str:
    """Return an address in angle brackets; the converter knows those with // and of mail only."""
    address = typed[1:-1]
    if "://" in address or ("@" in address and ":" not in address):
        return typed
    return f"[{address}]({address})"
