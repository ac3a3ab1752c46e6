"""Sets a title of any length into a box: as large as fits, in lines of even length.

A line ends only at a plain space, so whatever a no-break space holds together stays together. Of
all ways to break, the one is taken whose lines are most alike, that ends lines at a comma if it
can, and that leaves no "của" or "và" hanging.
"""

from collections.abc import Callable, Sequence
from functools import cache

Measure = Callable[[str], float]  # the width of a line in pixels

# Words that belong to what follows them.
_LEANING = """
bằng các cho chưa của do đã để đến được hay hoặc khi là mà mỗi một nhưng những ở sẽ tại theo thì
trên trong từ và vào về với vì
"""
LEANING = frozenset(_LEANING.split())
NO_BREAK = "\u00a0"
LARGE = 60  # only one or two lines are set larger


def set_title(
    title: str,
    sizes: Sequence[int],
    line_height: float,
    box: tuple[int, int],
    font: Callable[[int], Measure],
) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits the box, and its lines at that size.

    Args:
        title: the words; a no-break space between those that stay together.
        sizes: font sizes to try, largest first; at the last one it is made to fit.
        line_height: height of a line, in font sizes.
        box: width and height in pixels.
        font: gives the measure for a size.
    """
    width, height = box
    for size in sizes:
        measure: Measure = font(size)
        most = int(height / (size * line_height))
        if size > LARGE:
            most = min(most, 2)
        words = title.split(" ")
        if any(measure(word) > width for word in words):
            continue
        if lines := broken(words, measure, width, most):
            return size, lines
    size, measure = sizes[-1], font(sizes[-1])
    words = [part for word in title.split(" ") for part in _parts(word, measure, width)]
    most = int(height / (size * line_height))
    lines = broken(words, measure, width, len(words))
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), measure, width)]
    return size, lines


def broken(words: Sequence[str], measure: Measure, width: float, most: int) -> list[str]:
    """Return words in the fewest lines that hold them, evenly; empty if ``most`` are too few."""

    # Each word is measured once: letters and blanks hardly touch.
    widths, blank = [measure(word) for word in words], measure(" ")

    @cache
    def best(start: int, lines: int) -> tuple[float, tuple[int, ...]] | None:
        """Return the cost of setting the words from ``start`` in so many lines, and the breaks."""
        if start == len(words):
            return (0.0, ()) if lines == 0 else None
        if lines == 0:
            return None
        found, used = None, -blank
        for end in range(start + 1, len(words) + 1):
            used += blank + widths[end - 1]
            if used > width:
                break
            rest = best(end, lines - 1)
            if rest is not None:
                cost = _slack(used, width, words[end - 1], end == len(words)) + rest[0]
                if found is None or cost < found[0]:
                    found = cost, (end, *rest[1])
        return found

    for lines in range(1, most + 1):
        if found := best(0, lines):
            starts = (0, *found[1][:-1])
            return [" ".join(words[a:b]) for a, b in zip(starts, found[1], strict=True)]
    return []


def _slack(used: float, width: float, last_word: str, is_last_line: bool) -> float:
    """Return how unwelcome a line is: too short, or torn from what it leans on."""
    cost = ((width - used) / width) ** 2
    if is_last_line:
        return cost
    if last_word.rpartition(NO_BREAK)[2].lower() in LEANING:
        cost += 0.15
    return cost - 0.06 if last_word.endswith((",", ":", ";", ".", "?", "!", "–")) else cost


def _parts(word: str, measure: Measure, width: float) -> list[str]:
    """Return a word cut into pieces that fit: first where it was held together, then anywhere."""
    if measure(word) <= width:
        return [word]
    if NO_BREAK in word:
        return [part for piece in word.split(NO_BREAK) for part in _parts(piece, measure, width)]
    end = next(end for end in range(len(word), 0, -1) if measure(word[:end]) <= width or end == 1)
    return [word[:end], *(_parts(word[end:], measure, width) if word[end:] else ())]


def _cut(text: str, measure: Measure, width: float) -> str:
    """Return as many words as fit, and dots."""
    words = text.split(" ")
    while len(words) > 1 and measure(" ".join(words) + "…") > width:
        words.pop()
    return " ".join(words).rstrip(",;:") + "…"
