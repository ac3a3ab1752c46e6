"""Figures: every one with its source, none that tells who is meant, none misread."""

import json
from typing import Any

import pytest

from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.drawn import charts
from loa.pages.figures import figure_files, figures_page
from town import TODAY, Town

HEAD = "year;village;place;series;value;source;date\n"
SOURCE = "Báo cáo 1/BC-VD;15/12/2025"
CSV = "data/indicators/ho-ngheo.csv"


def table(town: Town, *rows: str, unit: str = "ho") -> None:
    """Write a table of figures, and its entry."""
    town.entry("indicators", "ho-ngheo", title="Số hộ nghèo", unit=unit)
    town.file(CSV, HEAD + "".join(f"{row};{SOURCE}\n" for row in rows))


def villages(town: Town, *ids: str) -> None:
    """Add villages to the town."""
    for id in ids:
        town.entry("villages", id, name=id.upper(), type="thon")


def shown(town: Town) -> Any:
    """The front matter of the page."""
    return json.loads(figures_page(Showing(town.content(), TODAY, Edition())).split("---")[1])


def rows(town: Town) -> list[list[str]]:
    """Cells and value of each row of the page's only table."""
    (found,) = shown(town)["tables"]
    return [[*row["cells"], row["value"]] for row in found["rows"]]


def download(town: Town) -> str:
    """The table as a spreadsheet gets it."""
    ((path, make),) = figure_files(Showing(town.content(), TODAY, Edition()))
    text = make()
    assert path == "du-lieu/so-lieu/ho-ngheo.csv"
    return text


def test_a_figure_stands_with_its_source_and_day(town: Town) -> None:
    """A reader can ask where a number comes from."""
    table(town, "2025;;;;31.502")
    (found,) = shown(town)["tables"]

    assert rows(town) == [["2025", "31.502"]]
    assert found["common"] == "Xã Đak Thử"
    assert [(one["name"], one["date_text"]) for one in found["sources"]] == [
        ("Báo cáo 1/BC-VD", "15/12/2025")
    ]


def test_no_figures_are_said_to_be_missing(town: Town) -> None:
    """An indicator that waits for its figures says so, and is no mistake."""
    assert shown(town)["empty"]["text"] == "Chưa có số liệu nào có nguồn chính thức."

    town.entry("indicators", "ty-le", title="Tỷ lệ hộ nghèo", unit="phan-tram")
    (found,) = shown(town)["tables"]
    assert "Chưa có số liệu có nguồn" in found["empty"]
    assert town.said() == []


# --- nobody is told ------------------------------------------------------------------------------


def test_a_small_count_is_nowhere(town: Town) -> None:
    """Any neighbour could name seven poor households of a hamlet: the number stays unsaid."""
    villages(town, "a", "b", "c")
    table(town, "2025;a;;;7", "2025;b;;;31", "2025;c;;;45")

    assert rows(town) == [["Thôn A", ""], ["Thôn B", "31"], ["Thôn C", "45"]]
    assert ";7;" not in download(town)
    assert "dưới 10" in shown(town)["hidden"]
    assert ["số dưới 10" in line for line in town.said()] == [True]


def test_a_total_does_not_give_the_small_count_away(town: Town) -> None:
    """Who subtracts the villages from the total learns nothing either."""
    villages(town, "a", "b", "c")
    table(town, "2025;a;;;7", "2025;b;;;31", "2025;c;;;45", "2025;;;;83")

    assert rows(town) == [["Thôn A", ""], ["Thôn B", ""], ["Thôn C", "45"], ["Xã Đak Thử", "83"]]


def test_groups_do_not_give_the_small_count_away(town: Town) -> None:
    """The same holds where a total is split into groups."""
    table(town, "2025;;;;50", "2025;;;Có bà chủ hộ;44", "2025;;;Khác;6")

    assert [row[-1] for row in rows(town)] == ["50", "", ""]


def test_nought_and_percentages_are_shown(town: Town) -> None:
    """No poor household at all is good news, and a rate counts nobody."""
    villages(town, "a")
    table(town, "2025;a;;;0")
    assert rows(town)[0][-1] == "0"

    table(town, "2025;a;;;8,11", unit="phan-tram")
    assert rows(town)[0][-1] == "8,11"


@pytest.mark.parametrize(
    "series", ["Hộ nghèo Jrai", "Hộ nghèo DTTS", "Hộ Ba Na", "Hộ nghèo người Kinh"]
)
def test_a_village_is_not_split_by_ethnic_group(town: Town, series: str) -> None:
    """Village, ethnic group and poverty together would point at families."""
    table(town, f"2025;vi-du;;{series};31")
    assert ["không tách theo dân tộc" in line for line in town.said()] == [True]

    table(town, f"2025;;;{series};31")
    assert town.said() == []


# --- mistakes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2025;;;;8.11", "viết số như 31502"),
        ("2025;;;;nhiều", "viết số như 31502"),
        ("2025;;;;", "đang để trống"),
        ("2025;;;;18,5", "phải là số nguyên"),
        ("hai lăm;;;;12", "số nguyên từ 1990"),
        ("2026;;;;12", "đứng sau ngày của nguồn"),
        ("2025;khong-co;;;12", "không có trong data/villages.yml"),
        ("2025;vi-du;Tỉnh Ví Dụ;;12", "mỗi dòng một nơi"),
        ("2025;;;;12;thừa", "dòng đầu có 7 cột"),
    ],
)
def test_a_bad_row_is_told_with_its_line(town: Town, row: str, said: str) -> None:
    """An officer finds the cell in the spreadsheet; "12.000" is never read as twelve."""
    table(town, "2024;;;;12.000", row)
    (problem,) = town.problems()

    assert problem.startswith(f"{CSV}:3: ")
    assert said in problem


def test_every_bad_row_is_told_at_once(town: Town) -> None:
    """The table is mended once, not once per mistake."""
    table(town, "2024;;;;x", "2025;;;;12", "y;;;;12", "2025;;;;13")
    lines = [problem.split(":")[1] for problem in town.problems()]

    assert lines == ["2", "4"]


def test_a_figure_given_twice_is_told(town: Town) -> None:
    """Two numbers for one thing cannot both be right."""
    table(town, "2025;;;;12", "2025;;;;13")

    assert ["đã có ở dòng 2" in line for line in town.said()] == [True]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("nam;value;source;date", "không có cột «nam»"),
        ("year;valu;source;date", "có phải ý bạn là «value»?"),
        ("year;value;source", "còn thiếu cột date"),
        ("year;value;value;source;date", "có hai lần"),
    ],
)
def test_a_wrong_heading_is_told_once(town: Town, head: str, said: str) -> None:
    """A wrong column is one mistake, not one in every row."""
    town.entry("indicators", "ho-ngheo", title="Số hộ nghèo", unit="ho")
    town.file(CSV, f"{head}\n2025;12;12;Nguồn;15/12/2025\n2024;12;12;Nguồn;15/12/2024\n")

    assert any(said in line for line in town.said())
    assert {problem.split(":")[1] for problem in town.problems() if CSV in problem} == {"1"}


@pytest.mark.parametrize(
    "text",
    [
        '\ufeffyear,value,source,date\r\n2025,31,"Báo cáo, năm",15/12/2025\r\n',
        "year\tvalue\tsource\tdate\n2025\t31\tBáo cáo, năm\t2025-12-15",
        "year;value;source;date\n\n2025;31;Báo cáo, năm;15/12/2025;;\n;;;;;\n",
    ],
    ids=["Excel, commas", "tabs", "empty cells"],
)
def test_spreadsheets_save_in_many_ways(town: Town, text: str) -> None:
    """Whatever the office's Excel writes is read, without a word about it."""
    town.entry("indicators", "ho-ngheo", title="Số hộ nghèo", unit="ho")
    town.file(CSV, text)

    assert town.said() == []
    assert rows(town) == [["2025", "31"]]


def test_a_file_that_is_no_text_stops_nothing_but_itself(town: Town) -> None:
    """An Excel file under the wrong name is told, not met with a traceback."""
    town.entry("indicators", "ho-ngheo", title="Số hộ nghèo", unit="ho")
    town.file(CSV, b"PK\x03\x04\x00\x00")

    assert any("không phải tệp chữ" in line for line in town.said())


def test_a_table_without_its_entry_is_told(town: Town) -> None:
    """No figures lie about unseen."""
    town.file("data/indicators/la.csv", HEAD)

    assert ["chưa có mục «id: la»" in line for line in town.said()] == [True]


# --- charts and downloads ------------------------------------------------------------------------


def test_a_spreadsheet_opens_the_table(town: Town) -> None:
    """Letters and decimals arrive whole in the office's Excel; no cell is taken for a formula."""
    table(town, "2025;;=1+1;Hộ cận nghèo;9,21", unit="phan-tram")
    text = download(town)

    assert text.startswith("\ufeffNăm;Nơi;Nhóm;Giá trị;Đơn vị;Nguồn;Ngày của nguồn\r\n")
    assert "2025;'=1+1;Hộ cận nghèo;9,21;%;Báo cáo 1/BC-VD;15/12/2025\r\n" in text


def test_places_are_compared_by_bars_and_years_by_lines(town: Town) -> None:
    """The chart that fits the figures is drawn, with nothing that the page's policy forbids."""
    table(town, "2025;;;Hộ nghèo;31", "2025;;;Hộ cận nghèo;45")
    bars = shown(town)["tables"][0]["chart"]
    table(town, "2024;;;Hộ nghèo;31", "2025;;;Hộ nghèo;25", "2024;;;Khác;45", "2025;;;Khác;40")
    (found,) = shown(town)["tables"]
    lines = found["chart"]

    assert bars.count("<rect") == 2
    assert ("Hộ nghèo" in bars, "45" in bars) == (True, True)
    assert lines.count("<circle") == 4
    assert found["key"] == ["Hộ nghèo", "Khác"]
    for drawing in (bars, lines):
        assert not any(
            word in drawing for word in ("<style", "<script", "style=", "Pygal", "202611")
        )


def test_a_hidden_number_is_not_in_the_chart(town: Town) -> None:
    """A bar could be measured: what is not told is not drawn."""
    villages(town, "a", "b", "c")
    table(town, "2025;a;;;7", "2025;b;;;31", "2025;c;;;45")

    assert shown(town)["tables"][0]["chart"].count("<rect") == 2


def test_one_number_needs_no_chart(town: Town) -> None:
    """A chart of one bar compares nothing."""
    table(town, "2025;;;;31")

    assert shown(town)["tables"][0]["chart"] == ""


def test_without_the_library_the_tables_stand(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a PC that refuses the library every number is still there."""
    monkeypatch.setattr(charts, "_pygal", lambda: None)
    table(town, "2025;;;Hộ nghèo;31", "2025;;;Hộ cận nghèo;45")

    assert shown(town)["tables"][0]["chart"] == ""
    assert rows(town) == [["Hộ nghèo", "31"], ["Hộ cận nghèo", "45"]]
