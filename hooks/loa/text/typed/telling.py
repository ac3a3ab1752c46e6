"""What is known and said about one body while it is mended."""

import re
from collections import Counter
from dataclasses import dataclass, field

from loa.text.typed.habits import HABITS
from loa.text.typed.lines import Line

# Told once for a body, at the first place: a paper from Word has forty of them.
_ONCE = {"indent", "Word's tags", "words in angles", "too many signs", "too deep", "open bracket"}
_DEFINITION = re.compile(r"^[ >]{0,8}\[([^\[\]\n]{1,300})\]:[ \t]*(<[^<>\n]*>|\S*)")
_LABEL = re.compile(r"\[([^\[\]\n]{1,300})\](?!:)")
_PICTURE = re.compile(r"!\[([^\[\]\n]{0,300})\](?:\[([^\[\]\n]{0,300})\])?(?!\()")
# Nobody reads more of the same.
MOST_TOLD = 20
MOST_SHOWN = 60


@dataclass
class Telling:
    """Collects what the writer should see.

    Attributes:
        defined: the labels that some line gives an address or a text to.
        used: the labels that the text names, footnotes among them (``^1``).
        shown: the labels that stand behind a picture.
        pictures: the addresses of the labels.
        told: (line, message, whether it is an error).
        last_number: the last number of the list above, by the depth it stands at.
    """

    defined: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    pictures: dict[str, str] = field(default_factory=dict)
    told: list[tuple[int, str, bool]] = field(default_factory=list)
    last_number: dict[int, int] = field(default_factory=dict)
    has_open_comment: bool = False
    _count: Counter[str] = field(default_factory=Counter)
    _seen: set[str] = field(default_factory=set)

    def look(self, lines: list[Line]) -> None:
        """Look through a body for the labels that are defined and used in it."""
        for line in lines:
            if "[" not in line.text:
                continue
            found = _DEFINITION.match(line.text)
            if found:
                self.defined.add(label(found[1]))
                self.pictures.setdefault(label(found[1]), found[2].strip("<>"))
            rest = line.text[found.end(1) :] if found else line.text
            if "![" in rest:
                shown = [name or alt for alt, name in _PICTURE.findall(rest)]
                self.shown |= {label(name) for name in shown}
                rest = _PICTURE.sub("", rest)
            self.used |= {label(name) for name in _LABEL.findall(rest)}

    def tell(self, habit: str, line: int, now: str = "") -> None:
        """Note a habit of the table for the writer, in the table's words."""
        row = HABITS[habit]
        self._count[habit] += 1
        if self._count[habit] > MOST_TOLD:
            return
        if not row.told or (habit in _ONCE and habit in self._seen):
            return
        self._seen.add(habit)
        if len(now) > MOST_SHOWN:
            now = now[: MOST_SHOWN - 1] + "…"
        self.told.append((line, row.told.replace("{now}", now), row.is_error))


def label(typed: str) -> str:
    """Return a label as it is compared: capitals and the number of blanks do not count."""
    return " ".join(typed.casefold().split())


class Teller:
    """Tells of a line of one stretch of words."""

    def __init__(self, telling: Telling, sources: list[int]) -> None:
        self.telling, self._sources = telling, sources

    def tell(self, habit: str, line: int, now: str = "") -> None:
        """Note a habit; ``line`` is counted in the stretch."""
        self.telling.tell(habit, self._sources[line], now)
