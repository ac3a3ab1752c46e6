"""What is wrong with the content, said to the person who wrote it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum


class Level(StrEnum):
    """How much a problem matters."""

    ERROR = "lỗi"  # stops a public build
    REMINDER = "nhắc"  # is shown, stops nothing


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is, what it is, how to mend it (in Vietnamese).

    ``path`` is relative to the project's root with forward slashes; ``line`` counts from one.
    ``message`` stays one line, whatever damage it quotes.
    """

    path: str
    line: int
    message: str
    level: Level = Level.ERROR
    unfinished: bool = False  # an error of a post that is not going out: only a reminder

    def __post_init__(self) -> None:
        if len(lines := self.message.splitlines()) > 1:
            object.__setattr__(self, "message", " ".join(lines))

    def of_unfinished_post(self) -> "Problem":
        """Return the same problem of a draft or a post in review: it stops nobody else's."""
        is_error = self.level is Level.ERROR
        return replace(self, level=Level.REMINDER, unfinished=self.unfinished or is_error)

    def __str__(self) -> str:
        mark = "" if self.level is Level.ERROR else "nhắc: "
        return f"{self.path}:{self.line}: {mark}{self.message}"


_ABOUT = "Tệp: "  # begins the note; scripts/console.py looks for it


@contextmanager
def about(path: str) -> Iterator[None]:
    """Note on whatever goes wrong inside which file of the content was being read."""
    try:
        yield
    except Exception as error:
        error.add_note(f"{_ABOUT}{path}")
        raise


class ContentError(Exception):
    """The content cannot be published as it is; ``problems`` says why, all of it at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join([*map(str, self.problems), self._closing_line()]))

    def _closing_line(self) -> str:
        return f"Có {len(self.problems)} chỗ cần sửa."
