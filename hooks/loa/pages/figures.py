"""The page of figures: charts, the tables beside them, and where each number comes from."""

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal

from loa import charts, indicators, paths
from loa.indicators import Row, Table
from loa.pages.front import Meta, breadcrumbs, page
from loa.showing import Showing
from loa.vietnamese import day_text

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


def figure_files(showing: Showing) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the table of each indicator, to open in a spreadsheet."""
    for table in indicators.tables(showing.content):
        if table.rows:
            yield paths.figures_file(table.indicator.id), _csv(table)


def _table_meta(table: Table, showing: Showing) -> Meta:
    indicator = table.indicator
    has_series = any(row.figure.series for row in table.rows)
    found = _lines(table)
    return {
        "id": indicator.id,
        "title": indicator.title,
        "unit": table.unit,
        "text": indicator.text or "",
        "has_series": has_series,
        "chart": _chart(table, found),
        "key": [line.name for line in found] if len(found) > 1 and len(_years(table)) > 1 else [],
        "rows": [_row_meta(row) for row in table.rows],
        "csv_url": paths.figures_file(indicator.id) if table.rows else "",
        "empty": "" if table.rows else _NO_ROWS,
    }


def _row_meta(row: Row) -> Meta:
    figure = row.figure
    return {
        "year": str(figure.year),
        "place": row.place,
        "series": figure.series or "",
        "value": row.text,
        "source": figure.source,
        "url": figure.url or "",
        "date_text": day_text(figure.date),
    }


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
