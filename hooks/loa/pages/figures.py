"""The page of figures: charts, the tables beside them, and where each number comes from."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from loa.apart import apart
from loa.ask import indicators, paths
from loa.ask.indicators import Row, Table
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.drawn import charts
from loa.pages.front_matter import breadcrumbs, page
from loa.text.vietnamese import capitalise, day_text

TITLE = "Số liệu"
SUMMARY = "Số liệu về giảm nghèo, mỗi con số có nguồn và ngày."
_EMPTY = "Chưa có số liệu nào có nguồn chính thức."
_NO_ROWS = "Chưa có số liệu có nguồn. Khi có, cán bộ sẽ đưa lên."
_FORMULA = ("=", "+", "-", "@", "\t")
_MARK = "\ufeff"  # tells Excel that the letters are UTF-8


def figures_page(showing: Showing) -> str:
    """Return the page; what has no figures yet says so."""
    found = indicators.tables(showing.content)
    fewest = showing.content.township.min_cell
    hidden = any(table.hides for table in found)
    meta = {
        "title": TITLE,
        "template": "figures.html",
        "kind": "figures",
        "description": SUMMARY,
        "intro": SUMMARY,
        "breadcrumbs": breadcrumbs(showing.edition, (TITLE, "")),
        "tables": [_table_meta(table, showing) for table in found],
        "empty": None if found else {"text": _EMPTY},
        "hidden": f"Số hộ, số người dưới {fewest} không nêu, để không đoán ra là ai."
        if hidden
        else "",
    }
    return page(meta)


def figure_files(showing: Showing) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of the table of each indicator, to open in a spreadsheet."""
    for table in indicators.tables(showing.content):
        if table.rows:
            id = table.indicator.id
            yield paths.figures_file(id), partial(_table_file, id, showing)


def _table_file(id: str, showing: Showing) -> str:
    found = indicators.tables(showing.content)
    return _csv(next(table for table in found if table.indicator.id == id))


def _table_meta(table: Table, showing: Showing) -> Meta:
    indicator = table.indicator
    found = _lines(table)
    columns, common = _columns(table)
    return {
        "id": indicator.id,
        "title": indicator.title,
        "unit": table.unit,
        "text": indicator.text or "",
        "chart": apart(
            f"data/indicators/{indicator.id}.csv",
            f"biểu đồ «{indicator.title}»",
            partial(_chart, table, found),
            "",
        ),
        "key": [line.name for line in found] if len(found) > 1 and len(_years(table)) > 1 else [],
        "columns": [title for title, _ in columns],
        "common": ", ".join(common),
        "value_title": capitalise(table.unit) or "Giá trị",
        "rows": [
            {"cells": [read(row) for _, read in columns], "value": row.text} for row in table.rows
        ],
        "sources": _sources(table),
        "csv_url": paths.figures_file(indicator.id) if table.rows else "",
        "empty": "" if table.rows else _NO_ROWS,
    }


_Column = tuple[str, Callable[[Row], str]]
_COLUMNS: tuple[_Column, ...] = (
    ("Năm", lambda row: str(row.figure.year)),
    ("Nơi", lambda row: row.place),
    ("Nhóm", lambda row: row.figure.series or ""),
)


def _columns(table: Table) -> tuple[list[_Column], list[str]]:
    """Return the columns that differ from row to row, and what is the same in all of them."""
    values = {title: {read(row) for row in table.rows} for title, read in _COLUMNS}
    columns = [column for column in _COLUMNS if len(values[column[0]]) > 1] or [_COLUMNS[0]]
    kept = [title for title, _ in columns]
    common = [
        f"Năm {text}" if title == "Năm" else text
        for title, texts in values.items()
        for text in texts
        if title not in kept and text
    ]
    return columns, common


def _sources(table: Table) -> list[Meta]:
    """Return every source once, with its years where sources differ."""
    years: dict[tuple[str, str, str], list[int]] = {}
    for row in table.rows:
        figure = row.figure
        key = (figure.source, figure.url or "", day_text(figure.date))
        years.setdefault(key, []).append(figure.year)
    return [
        {
            "name": name,
            "url": url,
            "date_text": day,
            "years": ", ".join(map(str, sorted({*found}))) if len(years) > 1 else "",
        }
        for (name, url, day), found in years.items()
    ]


def _chart(table: Table, found: Sequence[charts.Line]) -> str:
    """Return lines where there are years to compare, else bars of the one year there is."""
    years = _years(table)
    if len(years) > 1:
        return charts.lines([str(year) for year in years], found)
    shown = [row for row in table.rows if row.number is not None]
    values = [row.figure.number for row in shown]
    return charts.bars([_label(row, table) for row in shown], values)


def _years(table: Table) -> list[int]:
    return sorted({row.figure.year for row in table.rows})


def _lines(table: Table) -> list[charts.Line]:
    years = _years(table)
    by_name: dict[str, dict[int, Decimal | None]] = {}
    for row in table.rows:
        by_name.setdefault(_label(row, table), {})[row.figure.year] = row.number
    return [
        charts.Line(name, tuple(values.get(year) for year in years))
        for name, values in by_name.items()
        if any(value is not None for value in values.values())
    ]


def _label(row: Row, table: Table) -> str:
    """Return what tells a row from the others of its year."""
    parts = [row.figure.series or ""]
    if len({other.place for other in table.rows}) > 1 or not row.figure.series:
        parts.insert(0, row.place)
    return ", ".join(filter(None, parts))


def _csv(table: Table) -> str:
    """Return the rows as a spreadsheet opens them in Viet Nam: semicolons, decimal commas."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(["Năm", "Nơi", "Nhóm", "Giá trị", "Đơn vị", "Nguồn", "Ngày của nguồn"])
    for row in table.rows:
        figure = row.figure
        value = "" if row.hidden else str(figure.number).replace(".", ",")
        cells = [str(figure.year), row.place, figure.series or "", value, table.unit]
        writer.writerow([_harmless(cell) for cell in (*cells, figure.source, _day(row))])
    return _MARK + text.getvalue()


def _day(row: Row) -> str:
    return day_text(row.figure.date)


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
