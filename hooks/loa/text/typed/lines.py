"""A line of a body with the place it was typed at, and how far it stands from the margin."""

import re
from typing import NamedTuple

# What Word, Zalo and web pages put in front of words; all of it looks blank.
BLANKS = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u200b\ufeff"
)
# A line across the page.
RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")


class Line(NamedTuple):
    """One line: its text, where it was typed (from 0), and what its container took off its front.

    ``goes_on`` says that it only goes on with the paragraph above, so that it may stay as typed.
    """

    text: str
    source: int
    cut: str = ""
    goes_on: bool = False

    @property
    def is_blank(self) -> bool:
        """Say whether nothing can be seen in the line."""
        return not self.text.strip(BLANKS)

    def with_text(self, text: str) -> "Line":
        """Return the line saying something else."""
        return self._replace(text=text)


def width(text: str) -> int:
    """Return how many columns of blanks a line begins with; a tab reaches the next fourth."""
    column = 0
    for letter in text:
        if letter == "\t":
            column += 4 - column % 4
        elif letter in BLANKS:
            column += letter not in "\u200b\ufeff"
        else:
            break
    return column


def moved_left(text: str, columns: int) -> tuple[str, str]:
    """Return a line without its first blank columns, and what was taken off."""
    column = place = 0
    while place < len(text) and column < columns and text[place] in BLANKS:
        step = 4 - column % 4 if text[place] == "\t" else text[place] not in "\u200b\ufeff"
        if column + step > columns:  # half of a tab stays, as blanks
            left = column + step - columns
            return " " * left + text[place + 1 :], text[:place]
        column += step
        place += 1
    return text[place:], text[:place]


def margin_off(text: str) -> str:
    """Return a line without any blanks in front."""
    return text.lstrip(BLANKS)
