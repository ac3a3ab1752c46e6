"""Today, as what is made sees it: each comparison notes how long its outcome stays the same.

``today <= campaign.ends`` is true until that day and false from the next one on, so a file that
asks only this is made anew on one morning of the year and not on all of them. Whoever reads the
day itself (its number, its text) is made anew every day.
"""

import datetime as dt
from typing import Any, SupportsIndex

from loa.plan.trace import FIRST, LAST, narrow


class Day(dt.date):
    """Today, or a day that many days before or after it; a ``date`` in every other respect."""

    _offset: int  # days from today

    @classmethod
    def of(cls, day: dt.date, offset: int = 0) -> "Day":
        """Return a day that takes notes; ``offset`` says how far from today it lies."""
        made = super().__new__(cls, *_parts(day))
        made._offset = offset
        return made

    # --- what holds for more than one day --------------------------------------------------------

    def __lt__(self, other: dt.date) -> bool:
        return self._is_before(other, 0)

    def __le__(self, other: dt.date) -> bool:
        return self._is_before(other, 1)

    def __gt__(self, other: dt.date) -> bool:
        return not self._is_before(other, 1)

    def __ge__(self, other: dt.date) -> bool:
        return not self._is_before(other, 0)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, dt.date):
            return NotImplemented
        if self < other or self > other:
            return False
        self._exactly()
        return True

    def _is_before(self, other: dt.date, more: int) -> bool:
        """Say whether it lies before ``other`` plus ``more`` days."""
        if not isinstance(other, dt.date):
            return NotImplemented
        if isinstance(other, Day):
            return self._offset < other._offset + more  # both move on together
        turn = other.toordinal() + more - self._offset  # the first day on which it does not
        before = _number(self) - self._offset < turn
        narrow(*((FIRST, turn - 1) if before else (turn, LAST)))
        return before

    @property
    def year(self) -> int:
        """The year; holds until New Year's Eve."""
        year = _parts(self)[0]
        self._between(dt.date(year, 1, 1), dt.date(year, 12, 31))
        return year

    @property
    def month(self) -> int:
        """The month; holds until its last day."""
        year, month, _ = _parts(self)
        after = dt.date(year + month // 12, month % 12 + 1, 1)
        self._between(dt.date(year, month, 1), after - dt.timedelta(days=1))
        return month

    def __add__(self, other: dt.timedelta) -> "Day":
        if not isinstance(other, dt.timedelta):
            return NotImplemented
        return Day.of(dt.date.fromordinal(_number(self) + other.days), self._offset + other.days)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, dt.timedelta):
            return self + -other
        self._exactly()
        return _plain(self) - _plain(other)

    def __rsub__(self, other: dt.date) -> dt.timedelta:
        self._exactly()
        return _plain(other) - _plain(self)

    # --- what holds today only -------------------------------------------------------------------

    @property
    def day(self) -> int:
        """The day of the month."""
        self._exactly()
        return _parts(self)[2]

    def __hash__(self) -> int:
        self._exactly()
        return hash(_plain(self))

    def __repr__(self) -> str:
        self._exactly()
        return repr(_plain(self))

    def __str__(self) -> str:
        return self.isoformat()

    def __format__(self, form: str) -> str:
        self._exactly()
        return format(_plain(self), form)

    def __reduce__(self) -> Any:
        self._exactly()
        return _plain(self).__reduce__()

    def isoformat(self) -> str:
        """Return the day as text."""
        self._exactly()
        return _plain(self).isoformat()

    def strftime(self, format: str) -> str:
        """Return the day as text."""
        self._exactly()
        return _plain(self).strftime(format)

    def ctime(self) -> str:
        """Return the day as text."""
        self._exactly()
        return _plain(self).ctime()

    def timetuple(self) -> Any:
        """Return the day in its parts."""
        self._exactly()
        return _plain(self).timetuple()

    def toordinal(self) -> int:
        """Return the number of the day."""
        self._exactly()
        return _number(self)

    def weekday(self) -> int:
        """Return 0 for Monday to 6."""
        self._exactly()
        return _plain(self).weekday()

    def isoweekday(self) -> int:
        """Return 1 for Monday to 7."""
        self._exactly()
        return _plain(self).isoweekday()

    def isocalendar(self) -> Any:
        """Return year, week and weekday."""
        self._exactly()
        return _plain(self).isocalendar()

    def replace(  # type: ignore[override]  # a plain date: it moves with today no more
        self,
        year: SupportsIndex | None = None,
        month: SupportsIndex | None = None,
        day: SupportsIndex | None = None,
    ) -> dt.date:
        """Return a day of this year and month; only what is kept is noted."""
        return dt.date(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
        )

    def _exactly(self) -> None:
        today = _number(self) - self._offset
        narrow(today, today)

    def _between(self, first: dt.date, last: dt.date) -> None:
        narrow(first.toordinal() - self._offset, last.toordinal() - self._offset)


# date's own readers, which note nothing.
_READ_NUMBER = dt.date.toordinal
_READ_YEAR, _READ_MONTH, _READ_DAY = (
    vars(dt.date)[name].__get__ for name in ("year", "month", "day")
)


def _number(day: dt.date) -> int:
    return _READ_NUMBER(day)


def _parts(day: dt.date) -> tuple[int, int, int]:
    return _READ_YEAR(day), _READ_MONTH(day), _READ_DAY(day)


def _plain(day: dt.date) -> dt.date:
    return dt.date(*_parts(day))


class DayText(str):
    """Today as ISO text, for templates: they compare it with other ISO days, nothing else."""

    __slots__ = ("_day",)
    _day: Day

    @classmethod
    def of(cls, day: Day) -> "DayText":
        """Return the text of a day, which goes on taking notes."""
        made = super().__new__(cls, _plain(day).isoformat())
        made._day = day
        return made

    def __lt__(self, other: str) -> bool:
        return self._day < dt.date.fromisoformat(str(other))

    def __le__(self, other: str) -> bool:
        return self._day <= dt.date.fromisoformat(str(other))

    def __gt__(self, other: str) -> bool:
        return self._day > dt.date.fromisoformat(str(other))

    def __ge__(self, other: str) -> bool:
        return self._day >= dt.date.fromisoformat(str(other))

    def __str__(self) -> str:
        return self._day.isoformat()

    def __eq__(self, other: object) -> bool:
        return str(self) == other

    def __hash__(self) -> int:
        return hash(str(self))
