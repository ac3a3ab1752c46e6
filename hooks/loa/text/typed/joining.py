"""Blocks one below another, with a blank line between where the converter needs one."""

from loa.text.typed.lines import Line

# What must have a blank line above it, by what stands above.
_APART = {
    "list": {"text", "list", "table", "quote", "html", "code"},
    "table": {"text", "list", "table", "quote", "html", "code"},
    "quote": {"list", "table", "html", "code"},
    "text": {"table", "html", "code", "list", "quote"},
    "heading": {"table", "html", "quote"},
    "rule": {"table", "html", "quote", "definition"},
    "code": {"list", "table", "quote"},
    "html": {"list", "table", "quote", "text"},
    "note": {"list", "table", "quote", "html", "code"},
    "definition": {"list", "table", "quote", "html", "text"},
}
_APART["underlined"] = {"heading", *_APART}
_APART_IN_ITEMS = {"quote", "code", "heading", "note"}


class Joined:
    """What goes out of one container.

    Attributes:
        lines: that went out.
        above: the kind of the block right above, without a blank line; empty after one.
    """

    def __init__(self, in_list: bool) -> None:
        """Begin a container; ``in_list`` says that it is a list item."""
        self.lines: list[Line] = []
        self.above = ""
        self._in_list = in_list
        self._is_first_text = False

    def blank(self, line: Line) -> None:
        """Add a blank line, as it was typed unless it only looks blank."""
        self.lines.append(line if line.text.isascii() else line.with_text(""))
        self.above, self._is_first_text = "", False

    def add(self, kind: str, lines: list[Line]) -> None:
        """Add a block of a kind."""
        if lines and self._is_apart(kind):
            self.lines.append(Line("", lines[0].source))
        self._is_first_text = kind == "text" and self._in_list and not self.lines
        self.lines += lines
        self.above = kind

    def _is_apart(self, kind: str) -> bool:
        if kind == "list" and self._in_list and self._is_first_text:
            return False  # right under the words of an item
        if self._in_list and self.above == "text" and kind in _APART_IN_ITEMS:
            return True
        return self.above in _APART[kind]
