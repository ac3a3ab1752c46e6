"""Tables of figures as they may be shown: names of places, and no number that tells who is meant.

A count of households or people below ``min_cell`` is hidden. Where it could be worked out from a
total and the other rows, the next smallest is hidden with it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from loa.ask import views
from loa.model import words
from loa.model.content import Content
from loa.model.figures import Figure, Indicator
from loa.text.vietnamese import capitalise, number_text


@dataclass(frozen=True)
class Row:
    """One figure with the name of its place; ``hidden`` where the number may not be told."""

    figure: Figure
    place: str
    hidden: bool

    @property
    def number(self) -> Decimal | None:
        """The value, or None where it may not be told."""
        return None if self.hidden else self.figure.number

    @property
    def text(self) -> str:
        """The value as it is written here; empty where it may not be told."""
        return "" if self.hidden else number_text(self.figure.number)


@dataclass(frozen=True)
class Table:
    """One indicator with everything that may be shown of it, the latest year first."""

    indicator: Indicator
    rows: tuple[Row, ...]

    @property
    def unit(self) -> str:
        """What one of it is called; empty where the text must say it."""
        return "" if self.indicator.unit == "khac" else words.FIGURE_UNITS[self.indicator.unit]

    @property
    def hides(self) -> bool:
        """Say whether a number is missing on purpose."""
        return any(row.hidden for row in self.rows)


def tables(content: Content) -> list[Table]:
    """Return every indicator, in the order of its file; one without figures has no rows."""
    return [_table(indicator, content) for indicator in content.indicators.values()]


def too_small(indicator: Indicator, figure: Figure, min_cell: int) -> bool:
    """Say whether a figure counts so few people that it tells who they are."""
    return indicator.counts_people and 0 < figure.number < min_cell


def _table(indicator: Indicator, content: Content) -> Table:
    figures = content.figures.get(indicator.id, ())
    fewest = content.township.min_cell
    hidden = {id(figure) for figure in figures if too_small(indicator, figure, fewest)}
    if indicator.counts_people:
        while added := {id(figure) for figure in _gives_away(figures, hidden)}:
            hidden |= added
    rows = [Row(figure, _place(figure, content), id(figure) in hidden) for figure in figures]
    return Table(indicator, tuple(sorted(rows, key=lambda row: -row.figure.year)))


def _gives_away(figures: Sequence[Figure], hidden: set[int]) -> Iterator[Figure]:
    """Yield figures to hide too, because a total minus the shown ones tells a hidden one."""
    for place, group, is_total in _SUMS:
        sums: dict[object, list[Figure]] = {}
        for figure in figures:
            if figure.place is None:
                sums.setdefault((figure.year, place(figure)), []).append(figure)
        for members in sums.values():
            totals = [one for one in members if is_total(one) and id(one) not in hidden]
            others = [one for one in members if not is_total(one) and group(one)]
            unseen = [one for one in others if id(one) in hidden]
            seen = [one for one in others if id(one) not in hidden]
            if totals and len(unseen) == 1 and seen:
                yield min(seen, key=lambda one: one.number)


_Key = Callable[[Figure], object]
# What adds up to what: villages to the town, groups to everybody. (same in all, differs, total)
_SUMS: tuple[tuple[_Key, _Key, Callable[[Figure], bool]], ...] = (
    (lambda one: one.series, lambda one: one.village, lambda one: one.village is None),
    (lambda one: one.village, lambda one: one.series, lambda one: one.series is None),
)


def _place(figure: Figure, content: Content) -> str:
    if figure.village:
        return capitalise(content.villages[figure.village].full_name)
    if figure.place:
        return figure.place
    return capitalise(views.unit_on(content, figure.date).full_name)
