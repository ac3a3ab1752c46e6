"""Front matter and tables as people type and save them: read, or told how."""

from datetime import date
from typing import Any

import pytest

from console import ROOT
from each import each
from loa.load import load_content, read_post
from loa.model.posts import Post
from town import Town

HEAD = """\
id: TT-0059
title: Tin mới
date: 17/10/2026
summary: Một tổ ở làng Ví dụ trồng xen tiêu vào vườn cà phê, cùng giữ nước tưới mùa khô.
author: Công chức văn hóa xã
topics: [san-xuat]
status: published
"""
TITLE, DATE, TOPICS, STATUS = (
    "title: Tin mới",
    "date: 17/10/2026",
    "topics: [san-xuat]",
    "status: p",
)
QUOTES = "hãy đặt cả câu trong dấu nháy"

# What stands there, what is typed instead, the line and all that is said.
TOLD = {
    "number behind a hash": (
        TITLE,
        "title: Tin #1 về C# và số",
        3,
        f'«title»: phần sau dấu «#» bị bỏ: «#1 về C# và số»; {QUOTES}: title: "Tin #1 về C# và số"',
    ),
    "hash first": (
        TITLE,
        "title: #1 Tin",
        3,
        f'«title»: phần sau dấu «#» bị bỏ: «#1 Tin»; {QUOTES}: title: "#1 Tin"',
    ),
    "hash and a number": (
        TITLE,
        "title: Tin # 1",
        3,
        "nhắc: «title»: phần sau dấu «#» bị bỏ: «# 1»; nếu không phải lời ghi chú thì "
        f'{QUOTES}: title: "Tin # 1"',
    ),
    "no blank behind the colon": (
        TITLE,
        "title:Tin 64",
        3,
        "thiếu dấu cách sau dấu hai chấm; hãy viết: title: Tin 64",
    ),
    "wide colon": (
        TITLE,
        "title：Tin 64",
        3,
        "thiếu dấu cách sau dấu hai chấm; hãy viết: title: Tin 64",
    ),
    "no blank before a list": (
        TOPICS,
        "topics:[san-xuat]",
        7,
        "thiếu dấu cách sau dấu hai chấm; hãy viết: topics: [san-xuat]",
    ),
    "no blank behind a dash": (
        TOPICS,
        "topics:\n-san-xuat",
        8,
        "thiếu dấu cách sau gạch đầu dòng; hãy viết: - san-xuat",
    ),
    "no blank inside a part": (
        TOPICS,
        f"{TOPICS}\nimage:\n  file:anh.jpg",
        8,
        "«image»: thiếu dấu cách sau dấu hai chấm; hãy viết: file: anh.jpg",
    ),
    "equals sign": (
        TITLE,
        "title = Tin",
        3,
        "dòng này thiếu dấu hai chấm sau tên mục, ví dụ «title: …»; hãy viết: title: Tin",
    ),
    "pushed in": (
        TITLE,
        "\u00a0title: Tin",
        3,
        "dòng này thụt vào nên bị đọc liền với dòng trên; hãy viết sát lề: title: Tin",
    ),
    "tab": (
        TOPICS,
        "topics:\n\t- san-xuat",
        8,
        "đầu dòng có phím Tab; hãy thay bằng dấu cách (mỗi bậc hai dấu cách): «  - san-xuat»",
    ),
    "colon inside": (
        TITLE,
        "title: Tin: nóng",
        3,
        "giá trị có dấu hai chấm «: »; hãy đặt cả câu trong dấu nháy kép; hãy viết: "
        'title: "Tin: nóng"',
    ),
    "colon inside curly quotes": (
        TITLE,
        "title: “Tin: nóng”",
        3,
        "giá trị có dấu hai chấm «: »; hãy đặt cả câu trong dấu nháy kép; hãy viết: "
        'title: "Tin: nóng"',
    ),
    "curly quotes": (
        TITLE,
        "title: “Tin mới”",
        3,
        "nhắc: «title»: dấu nháy cong quanh cả câu sẽ hiện ra: «“Tin mới”»; nếu chỉ để bọc câu "
        'thì hãy viết: title: "Tin mới"',
    ),
    "open quote": (
        TITLE,
        'title: "Tin mới',
        3,
        'mở dấu nháy mà chưa đóng; hãy thêm dấu nháy ở cuối câu; hãy viết: title: "Tin mới"',
    ),
    "name with an apostrophe": (
        TITLE,
        "title: 'H'Lâm kể'",
        3,
        "trong câu đã có dấu nháy thì bọc cả câu bằng dấu nháy kia, ví dụ title: "
        '\'Anh nói "được"\'; hãy viết: title: "H\'Lâm kể"',
    ),
    "bold": (
        TITLE,
        "title: **Tin** mới",
        3,
        f'không dùng dấu «&» hay «*» ở đầu giá trị; {QUOTES}; hãy viết: title: "**Tin** mới"',
    ),
    "per cent first": (
        TITLE,
        "title: %hộ nghèo",
        3,
        f'giá trị mở đầu bằng một dấu đặc biệt; {QUOTES}; hãy viết: title: "%hộ nghèo"',
    ),
    "at sign first": (
        TITLE,
        "title: @xã",
        3,
        f'giá trị mở đầu bằng một dấu đặc biệt; {QUOTES}; hãy viết: title: "@xã"',
    ),
    "dash first": (
        TITLE,
        "title: - Tin",
        3,
        f'giá trị mở đầu bằng một dấu đặc biệt; {QUOTES}; hãy viết: title: "- Tin"',
    ),
    "bracket first": (
        TITLE,
        "title: [Khẩn] Tin",
        3,
        f'giá trị mở đầu bằng dấu ngoặc; {QUOTES}; hãy viết: title: "[Khẩn] Tin"',
    ),
    "same key twice": (TITLE, f"{TITLE}\n{TITLE}", 4, "«title» đã có ở dòng 3; chỉ giữ lại một"),
    "markup in quotes": (
        TITLE,
        'title: "**Tin** &amp; <b>bài</b>"',
        3,
        "nhắc: «title» chỉ gồm chữ thường, ký hiệu «**Tin**» sẽ hiện ra như đã gõ; hãy viết: "
        "Tin & bài",
    ),
    "link in a title": (
        TITLE,
        'title: "[Tin](https://a.vn)"',
        3,
        "nhắc: «title» chỉ gồm chữ thường, ký hiệu «[Tin](https://a.vn)» sẽ hiện ra như đã gõ; "
        "hãy viết: Tin",
    ),
    "list without brackets": (
        TOPICS,
        "topics: san-xuat, vay-von",
        7,
        "«topics»: phải là danh sách, ví dụ [muc-1, muc-2] hoặc mỗi dòng một gạch đầu dòng; "
        "hãy viết topics: [san-xuat, vay-von]",
    ),
    "status in capitals": (
        "status: published",
        "status: Published",
        8,
        "«status»: «Published»: hãy viết chữ thường, published",
    ),
    "status in Vietnamese": (
        "status: published",
        "status: Đã đăng",
        8,
        "«status»: «Đã đăng»: hãy viết mã của nó, published",
    ),
    "yes": (
        TOPICS,
        f"{TOPICS}\nsample: yes",
        8,
        "«sample»: «yes» phải là true (có) hoặc false (không); hãy viết true",
    ),
    "no in Vietnamese": (
        TOPICS,
        f"{TOPICS}\nsample: không",
        8,
        "«sample»: «không» phải là true (có) hoặc false (không); hãy viết false",
    ),
}
DAY = "phải là ngày dạng 17/10/2024 hoặc 2024-10-17"
DAYS = {
    "31/12/9999": "năm 9999 trong «31/12/9999» không thể đúng; hãy sửa năm, không có ngày ấy thì "
    "bỏ trống mục này",
    "0001-01-01": "năm 1 trong «0001-01-01» không thể đúng; hãy sửa năm, không có ngày ấy thì "
    "bỏ trống mục này",
    "ngày 17 tháng 10 năm 2026": f"«ngày 17 tháng 10 năm 2026» {DAY}; hãy viết 17/10/2026",
    "Thứ Bảy, 17/10/2026": f"«Thứ Bảy, 17/10/2026» {DAY}; hãy viết 17/10/2026",
    "17.10.2026": f"«17.10.2026» {DAY}; hãy viết 17/10/2026",
    "17-10-26": f"«17-10-26» {DAY}; hãy viết 17/10/2026",
    "2026/10/17": f"«2026/10/17» {DAY}; hãy viết 17/10/2026",
    "17/10/2026 00:00": f"«17/10/2026 00:00» {DAY}; hãy viết 17/10/2026",
    "2026-10-17 08:00": f"«2026-10-17 08:00» {DAY}; hãy viết 17/10/2026",
    "20261017": f"«20261017» {DAY}; hãy viết 17/10/2026",
    "46312": f"«46312» {DAY}; bảng tính đã đổi ngày thành số, ngày ấy là 17/10/2026",
    "10/17/2026": "không có ngày «10/17/2026» trong lịch; hãy xem lại (ngày trước, tháng sau: "
    "17/10/2026)",
    "31/11/2026": "không có ngày «31/11/2026» trong lịch; hãy xem lại",
    "hôm nay": f"«hôm nay» {DAY}",
}
KEYS = {
    "draft: true": "hãy viết «status: draft»",
    "draft: false": "hãy viết «status: published»",
    "published: true": "hãy viết «status: published»",
    "published: 17/10/2026": "hãy viết «status: published», và «publish_on: 17/10/2026» nếu hẹn "
    "ngày đăng",
    "tags: [san-xuat]": "hãy viết «topics: [san-xuat]»",
    "description: Tin": "hãy viết «summary: Tin»",
    "Title: Tin": "hãy viết chữ thường, «title»",
    "Tiêu đề: Tin": "hãy viết «title:» thay cho «Tiêu đề:»",
    "tác giả: Tổ": "hãy viết «author:» thay cho «tác giả:»",
    "slug: tin": "địa chỉ của bài là tên tệp; hãy xóa dòng này, cần thì đổi tên tệp",
    "Nội dung: Tin": "nội dung viết ở dưới dòng «---» thứ hai, không viết ở đây",
    "titel: Tin": "có phải ý bạn là «title»?",
}


def typed(town: Town, old: str, new: str, body: str = "Nội dung.") -> str:
    """Write a post whose front matter differs in one place; return its path."""
    assert old in HEAD
    text = HEAD.replace(old, new, 1)
    return town.file("stories/tin-tuc/tin-moi.md", f"---\n{text}---\n{body}\n")


def test_each_slip_is_told_with_the_line_as_it_should_be(town: Town) -> None:
    """Nobody has to know YAML: the message holds the line that can be typed."""

    def judge(case: tuple[str, str, int, str]) -> None:
        old, new, line, message = case
        path = typed(town, old, new)
        assert town.problems() == [f"{path}:{line}: {message}"]

    each(TOLD, judge)


def test_each_way_of_writing_a_day_is_told_or_read(town: Town) -> None:
    """A day that cannot be read says which day was meant."""

    def judge(case: tuple[str, str]) -> None:
        day, message = case
        path = typed(town, DATE, f"date: {day}")
        assert town.problems() == [f"{path}:4: «date»: {message}"]

    each({day: (day, message) for day, message in DAYS.items()}, judge)


def test_a_key_of_another_program_says_ours(town: Town) -> None:
    """Whoever used another blog, or writes Vietnamese, learns our word at once."""

    def judge(case: tuple[str, str]) -> None:
        typed_line, advice = case
        path = typed(town, TITLE, f"{TITLE}\n{typed_line}")
        key = typed_line.partition(":")[0]
        assert town.problems() == [f"{path}:4: «{key}»: không có mục này; {advice}"]

    each({line: (line, advice) for line, advice in KEYS.items()}, judge)


READ = {
    "hard blank behind the colon": (TITLE, "title:\u00a0Tin mới"),
    "hard blank before the colon": (TITLE, "title\u00a0: Tin mới"),
    "wide colon with a blank": (TITLE, "title： Tin mới"),
    "full-width letters": (TITLE, "title: Ｔｉｎ mới"),
    "a remark of the template": (TITLE, "title: Tin mới # ghi chú cho mình"),
    "curly quotes around a day": (DATE, "date: “17/10/2026”"),
    "curly quotes around a code": (STATUS, "status: “p"),
    "curly quotes in a list": (TOPICS, "topics: [“san-xuat”]"),
    "hard blanks as indent": (TOPICS, "topics:\n\u00a0\u00a0- san-xuat"),
    "tab behind the colon": (TITLE, "title:\tTin mới"),
}


def test_what_is_plain_is_read_without_a_word(town: Town) -> None:
    """Word's blanks, dashes and quotes change nothing in what was meant."""
    typed(town, TITLE, TITLE)
    meant, _ = read_post(town.root, town.root / "stories/tin-tuc/tin-moi.md")

    def judge(case: tuple[str, str]) -> None:
        old, new = case
        text = HEAD.replace(old, new, 1)
        if new == "status: “p":
            text = text.replace("“published", "“published”")
        path = town.file("stories/tin-tuc/tin-moi.md", f"---\n{text}---\nNội dung.\n")
        assert town.problems() == []
        post, _ = read_post(town.root, town.root / path)
        assert isinstance(post, Post)
        assert isinstance(meant, Post)
        assert (post.title, post.date, post.topics) == (meant.title, meant.date, meant.topics)

    each(READ, judge)


def test_dashes_that_grew_together_are_a_fence(town: Town) -> None:
    """Word makes one long dash of three: the post is read as it was meant."""
    path = town.file("stories/tin-tuc/tin-moi.md", f"—\n{HEAD}–-\nNội dung.\n")

    assert town.problems() == []
    post, _ = read_post(town.root, town.root / path)
    assert post.body == "Nội dung.\n"


def test_a_day_to_come_is_told(town: Town) -> None:
    """A slip in the year does not make a post vanish unseen."""
    path = typed(town, DATE, "date: 17/10/2027")

    assert town.problems(today=date(2026, 12, 1)) == [
        f"{path}:4: nhắc: bài hẹn đăng ngày 17/10/2027, trước ngày ấy không hiện ở đâu; "
        "nếu không hẹn thì hãy sửa «date»"
    ]
    assert town.problems(today=date(2027, 10, 17)) == []


def test_an_agreed_day_is_told_by_its_own_key(town: Town) -> None:
    """Who agreed on a day sees it confirmed; a draft waits for nothing."""
    typed(town, DATE, f"{DATE}\npublish_on: 1/12/2027")
    town.post("news", date="2027-01-01", status="draft")

    assert town.said(today=date(2026, 12, 1)) == [
        "nhắc: bài hẹn đăng ngày 01/12/2027, trước ngày ấy không hiện ở đâu; "
        "nếu không hẹn thì hãy sửa «publish_on»"
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "còn trống"),
        (" \n\t\n", "còn trống"),
        ("<!-- chưa viết -->", "chỉ có lời ghi chú (<!-- … -->)"),
        ("<!-- một -->\n<!-- hai -->", "chỉ có lời ghi chú (<!-- … -->)"),
    ],
    ids=["nothing", "blanks", "note", "notes"],
)
def test_an_empty_post_is_told(town: Town, body: str, said: str) -> None:
    """No empty page goes out, and no kit of nothing is made."""
    path = typed(town, TITLE, TITLE, body)

    assert town.problems() == [
        f"{path}:10: bài chưa có nội dung: phần dưới dòng «---» thứ hai {said}; "
        "hãy viết nội dung, hoặc ghi «status: draft» nếu chưa xong"
    ]


CLOCKS = {
    "7:30": "07:30", "07:30": "07:30", "7h30": "07:30", "7g30": "07:30", "7 giờ 30": "07:30",
    "7h": "07:00", "14h": "14:00", "7:30 sáng": "07:30", "2 giờ chiều": "14:00", "7:30 PM": "19:30",
    "07:30:00": "07:30", "19 giờ 30 phút": "19:30", "0:05": "00:05",
}  # fmt: skip


def test_an_hour_is_read_however_it_is_written(town: Town) -> None:
    """ "7:30" is half past seven: nobody is sent back for a zero."""

    def judge(case: tuple[str, str]) -> None:
        written, kept = case
        town.file("data/events.yml", _event(written))
        assert town.problems() == []
        assert town.content().events["hop"].starts_at == kept

    each({written: (written, kept) for written, kept in CLOCKS.items()}, judge)


@pytest.mark.parametrize("hour", ["25:00", "7:75", "sáng", "7", "bảy giờ"])
def test_what_is_no_hour_is_told(town: Town, hour: str) -> None:
    """An hour that no clock shows is not published."""
    town.file("data/events.yml", _event(hour))

    assert town.said() == [f"«starts_at»: «{hour}» chưa đúng: giờ:phút, ví dụ 14:00 (buổi chiều)"]


def _event(hour: str) -> str:
    return (
        f"- id: hop\n  title: Họp dân\n  kind: doi-thoai\n  on: 2026-12-01\n  starts_at: {hour}\n"
    )


def test_a_phone_number_without_its_zero_is_told(town: Town) -> None:
    """A spreadsheet takes the zero away; nobody would reach the office."""
    unit: dict[str, Any] = {"id": "xa-moi", "type": "xa", "name": "Đak Thử", "parents": ["Ví Dụ"]}
    town.township(units=[unit | {"contacts": {"phone": "912345678"}}])

    assert town.said() == [
        "«units (mục 1).contacts.phone»: «912345678» thiếu số 0 ở đầu; hãy viết 0912345678"
    ]


def test_a_name_lost_in_data_is_told(town: Town) -> None:
    """A step of a policy with "#2" in it loses no word unseen."""
    town.file("data/topics.yml", "- id: vay-von\n  title: Vay #2 vốn\n  icon: cow\n  cover: cow\n")

    assert "phần sau dấu «#» bị bỏ: «#2 vốn»" in town.said()[0]


# --- tables --------------------------------------------------------------------------------------

COLUMNS = "year;place;series;value;source;date"
ROW = "2023;Tỉnh;Hộ nghèo;31.502;QĐ 689;14/11/2023"
TABLES = {
    "columns without a name": f"{COLUMNS};;\n{ROW};;\n",
    "empty first column": f";{COLUMNS}\n;{ROW}\n",
    "empty column between": f"{COLUMNS}\n{ROW}\n".replace(";series", ";;series").replace(
        "Tỉnh;", "Tỉnh;;"
    ),
    "sep": f"sep=;\n{COLUMNS}\n{ROW}\n",
    "sep in quotes, with a mark": f'\ufeff"sep=;"\r\n{COLUMNS}\r\n{ROW}\r\n',
    "Unicode text": f"{COLUMNS}\n{ROW}\n".replace(";", "\t"),
    "empty rows": f"\n;;;;;\n{COLUMNS}\n;;;;;\n\n{ROW}\n;;;;;\n",
    "capitals and hard blanks": f"{COLUMNS.upper()}\u00a0\n{ROW}\n",
    "a break in a cell": f"{COLUMNS}\n{ROW}\n".replace("QĐ 689", '"QĐ\n689"'),
    "commas": f"{COLUMNS}\n{ROW}\n".replace(";", ","),
    "blanks in the number": f"{COLUMNS}\n{ROW}\n".replace("31.502", "31\u00a0502"),
}


def _figures(town: Town, table: str | bytes) -> list[str]:
    town.entry("indicators", "so", title="Số hộ", unit="ho")
    town.file("data/indicators/so.csv", table)
    return [line.split("so.csv:")[-1] for line in town.problems()]


def test_what_a_spreadsheet_saves_is_read(town: Town) -> None:
    """Empty columns are nothing, and so are the marks that Excel leaves."""

    def judge(table: str | bytes) -> None:
        assert _figures(town, table) == []
        (figure,) = town.content().figures["so"]
        assert (figure.year, figure.number, figure.source) == (2023, 31502, "QĐ 689")
        assert figure.date == date(2023, 11, 14)

    wide: dict[str, str | bytes] = {**TABLES, "UTF-16": TABLES["Unicode text"].encode("utf-16")}
    each(wide, judge)


VALUE = "chưa đúng: viết số như 31502, 31.502 hoặc 8,11 (dấu phẩy trước số lẻ)"
FIX = "hãy sửa công thức hoặc nới rộng cột rồi lưu lại, hoặc gõ thẳng giá trị"
CELLS = {
    "#N/A": f"cột «value» là lỗi của bảng tính «#N/A»; {FIX}",
    "#REF!": f"cột «value» là lỗi của bảng tính «#REF!»; {FIX}",
    "#####": f"cột «value» là lỗi của bảng tính «#####»; {FIX}",
    "8,11%": f"«value»: «8,11%» {VALUE}; hãy viết 8,11",
    "8.11": f"«value»: «8.11» {VALUE}; hãy viết 8,11",
    "31,502.5": f"«value»: «31,502.5» {VALUE}; hãy viết 31502,5",
    "31502 hộ": f"«value»: «31502 hộ» {VALUE}; hãy viết 31502",
    "1.2E+06": f"«value»: «1.2E+06» {VALUE}; bảng tính đã rút gọn số: hãy đổi định dạng ô thành "
    "số rồi lưu lại",
}


def test_a_cell_that_no_one_can_read_says_what_to_do(town: Town) -> None:
    """A formula that failed is no number, and a sign beside a number is named."""

    def judge(case: tuple[str, str]) -> None:
        cell, message = case
        assert _figures(town, f"{COLUMNS}\n{ROW}\n".replace("31.502", cell)) == [f"2: {message}"]

    each({cell: (cell, message) for cell, message in CELLS.items()}, judge)


def test_a_day_that_became_a_number_is_told_as_a_day(town: Town) -> None:
    """ "45244" is 14 November 2023 to Excel; the officer reads which day it is."""
    (told,) = _figures(town, f"{COLUMNS}\n{ROW}\n".replace("14/11/2023", "45244"))

    assert told.endswith("bảng tính đã đổi ngày thành số, ngày ấy là 14/11/2023")


def test_a_cell_outside_of_the_table_is_told(town: Town) -> None:
    """A word beside the table is not lost without a word."""
    (told,) = _figures(town, f"{COLUMNS};;\n{ROW};thừa;\n")

    assert "thừa «thừa»" in told


def test_columns_in_vietnamese_are_called_by_their_names(town: Town) -> None:
    """Who wrote "Năm" reads "year"."""
    told = _figures(town, f"{COLUMNS}\n{ROW}\n".replace("year", "Năm"))

    assert "1: không có cột «năm»; có phải ý bạn là «year»?" in told


def test_nothing_is_said_of_what_was_shipped() -> None:
    """The town's own content is read without a word about its letters and values."""
    assert [str(one) for one in load_content(ROOT).problems] == []
