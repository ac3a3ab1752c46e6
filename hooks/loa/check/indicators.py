"""Tables of figures that hold together, and that never tell who is meant."""

import re
from collections.abc import Iterator
from datetime import date

from loa.ask.indicators import too_small
from loa.check.consent import PEOPLES
from loa.check.values import problem
from loa.model.content import Content
from loa.model.figures import Figure, Indicator
from loa.problems import Level, Problem

_ETHNICITY = re.compile(rf"(?<!\w)(?:{PEOPLES}|dân tộc|DTTS|Kinh)(?!\w)", re.IGNORECASE)


def tables_have_their_indicator(content: Content, today: date) -> Iterator[Problem]:
    """Each table in data/indicators/ belongs to an entry of indicators.yml."""
    for name in content.figures:
        if name not in content.indicators:
            message = f"chưa có mục «id: {name}» trong data/indicators.yml; hãy thêm tên, đơn vị"
            yield Problem(f"data/indicators/{name}.csv", 1, message)


def figures_make_sense(content: Content, today: date) -> Iterator[Problem]:
    """A figure is whole where it counts, at most 100 where it is a percentage, and not foretold."""
    for indicator, figure in _figures(content):
        if indicator.unit in ("ho", "nguoi") and figure.number != int(figure.number):
            yield problem(figure, "value", f"«{figure.value}» phải là số nguyên: đếm hộ, đếm người")
        if indicator.unit == "phan-tram" and figure.number > 100:
            yield problem(figure, "value", f"«{figure.value}» quá 100%; hãy xem lại số, đơn vị")
        if figure.year > figure.date.year:
            message = f"năm {figure.year} đứng sau ngày của nguồn ({figure.date.year})"
            yield problem(figure, "year", f"{message}; số dự kiến thì không đăng ở đây")
        if figure.village and figure.place:
            yield problem(figure, "place", "đã có «village» thì bỏ «place»; mỗi dòng một nơi")


def each_figure_stands_once(content: Content, today: date) -> Iterator[Problem]:
    """A table gives one number for a year, a place and a group."""
    seen: dict[tuple[object, ...], int] = {}
    for indicator, figure in _figures(content):
        key = (indicator.id, figure.year, figure.village, figure.place, figure.series)
        if (line := seen.setdefault(key, figure.line("year"))) != figure.line("year"):
            yield problem(figure, "year", f"năm, nơi và nhóm này đã có ở dòng {line}; hãy bỏ một")


def villages_are_not_split_by_people(content: Content, today: date) -> Iterator[Problem]:
    """No figure of a village is split by ethnic group: together they would tell who is meant."""
    for _, figure in _figures(content):
        if figure.village and figure.series and _ETHNICITY.search(figure.series):
            message = (
                f"«{figure.series}»: số liệu của một thôn, làng không tách theo dân tộc; "
                "hãy bỏ dòng này, hoặc ghi số chung của cả đơn vị"
            )
            yield problem(figure, "series", message)


def small_figures_are_hidden(content: Content, today: date) -> Iterator[Problem]:
    """A count that would tell who is meant is never shown; better not to keep it here at all."""
    fewest = content.township.min_cell
    for indicator, figure in _figures(content):
        if too_small(indicator, figure, fewest):
            message = f"số dưới {fewest}: trang sẽ không nêu, và nên bỏ khỏi tệp này"
            yield problem(figure, "value", message, Level.REMINDER)


def _figures(content: Content) -> Iterator[tuple[Indicator, Figure]]:
    for name, figures in content.figures.items():
        if indicator := content.indicators.get(name):
            yield from ((indicator, figure) for figure in figures)
