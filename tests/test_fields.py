"""Fields: what each kind accepts, and the sentence that says what to write instead."""
# ruff: noqa: RUF009  declare() returns a dataclass field; that is its whole job

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from loa.fields import (
    Choice,
    Day,
    FilePath,
    Flag,
    Many,
    Name,
    Number,
    Part,
    Reader,
    Ref,
    Text,
    Url,
    Whole,
    declarations,
    declare,
)
from loa.model.posts import POST_KINDS
from loa.text.yaml_text import Mapped, read_yaml

NAME = "data/thu.yml"


@dataclass(frozen=True, kw_only=True)
class Cow:
    """A part of another record."""

    name: str = declare(Text(maximum=20), "Tên bò", example="Vàng", required=True)
    born: dt.date | None = declare(Day(), "Ngày sinh")


@dataclass(frozen=True, kw_only=True)
class Herd:
    """A record with one field of each kind."""

    id: str | None = declare(Name(), "Mã")
    title: str | None = declare(Text(minimum=4, maximum=30), "Tên")
    story: str | None = declare(Text(lines=True), "Chuyện")
    code: str | None = declare(Text(pattern="[A-Z]{2}", pattern_says="hai chữ hoa"), "Ký hiệu")
    topic: str | None = declare(Ref(to="topics"), "Chủ đề")
    url: str | None = declare(Url(), "Địa chỉ")
    file: str | None = declare(FilePath(), "Tệp")
    head: int | None = declare(Whole(maximum=1_000_000), "Số con")
    rate: Decimal | None = declare(Number(), "Tỷ lệ")
    sample: bool = declare(Flag(), "Ví dụ")
    on: dt.date | None = declare(Day(), "Ngày")
    colour: str | None = declare(Choice({"vang": "vàng", "den": "đen"}), "Màu")
    marks: tuple[str, ...] = declare(Many(Choice({"vang": "vàng", "den": "đen"})), "Các màu")
    owners: tuple[str, ...] = declare(Many(Text(), minimum=1), "Chủ")
    bull: Cow | None = declare(Part(Cow), "Con đực")
    cows: tuple[Cow, ...] = declare(Many(Part(Cow)), "Các con")


def read(text: str, record: type = Herd) -> tuple[Any, list[str]]:
    """The record that ``text`` holds and all that is said about it, as "line: …"."""
    tree = read_yaml(text)
    assert isinstance(tree, Mapped)
    reader = Reader(NAME)
    found = reader.record(record, tree)
    return found, [str(problem).removeprefix(f"{NAME}:") for problem in reader.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on: 17/10/2024", dt.date(2024, 10, 17)),
        ("on: 7/3/2024", dt.date(2024, 3, 7)),
        ("on: 07/03/2024", dt.date(2024, 3, 7)),
        ("on: 2024-10-17", dt.date(2024, 10, 17)),
        ('on: "29/02/2024"', dt.date(2024, 2, 29)),
        ("head: 150.000", 150_000),
        ("head: 150000", 150_000),
        ("head: 007", 7),
        ("rate: 6,24", Decimal("6.24")),
        ("rate: 6.24", Decimal("6.24")),
        ("sample: true", True),
        ("sample: False", False),
        ("title: '  Đàn   bò '", "Đàn bò"),
        ("title: Đàn\n  bò", "Đàn bò"),
        ("story: |\n  Một.\n\n  Hai.", "Một.\n\nHai."),
        ("id: dan-bo-2026", "dan-bo-2026"),
        ("url: https://dakdoa.gialai.gov.vn/?a=b&c", "https://dakdoa.gialai.gov.vn/?a=b&c"),
        ("file: anh/đàn bò.jpg", "anh/đàn bò.jpg"),
        ("marks: [vang, den]", ("vang", "den")),
        ("marks:\n- vang\n- den", ("vang", "den")),
        ("marks:", ()),
        ("on:", None),
        ("bull: {name: Vàng, born: 1/1/2020}", Cow(name="Vàng", born=dt.date(2020, 1, 1))),
    ],
)
def test_a_value_may_be_written_as_people_write_it(text: str, value: object) -> None:
    """Dates and numbers need no special habit: the Vietnamese way and the ISO way both do."""
    found, said = read(text)

    assert said == []
    assert getattr(found, text.split(":")[0]) == value


DAY = "phải là ngày dạng 17/10/2024 hoặc 2024-10-17"
WHOLE = "phải là số nguyên từ 0 đến 1000000"
YES_NO = "phải là true (có) hoặc false (không)"
LIST = "phải là danh sách, ví dụ [muc-1, muc-2] hoặc mỗi dòng một gạch đầu dòng"
WORDS = "phải là chữ, không phải danh sách hay mục con"
FILE = "đường dẫn tới tệp nằm cạnh bài, ví dụ anh/vuon-ca-phe.jpg"
WEB = "địa chỉ web, bắt đầu bằng https://"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("on: 31/02/2026", "«on»: không có ngày «31/02/2026» trong lịch; hãy xem lại"),
        ("on: 29/2/2026", "«on»: không có ngày «29/2/2026» trong lịch; hãy xem lại"),
        (
            "on: 2026-13-01",
            "«on»: không có ngày «2026-13-01» trong lịch; hãy xem lại "
            "(ngày trước, tháng sau: 13/01/2026)",
        ),
        ("on: 17/10/24", f"«on»: «17/10/24» {DAY}; hãy viết 17/10/2024"),
        ("on: 17-10-2024", f"«on»: «17-10-2024» {DAY}; hãy viết 17/10/2024"),
        ("on: tháng 10", f"«on»: «tháng 10» {DAY}"),
        ("on: ١٧/١٠/٢٠٢٤", f"«on»: «١٧/١٠/٢٠٢٤» {DAY}; hãy viết 17/10/2024"),
        ("on: [17/10/2024]", f"«on»: {DAY}"),
        ("head: nhiều", f"«head»: «nhiều» {WHOLE}"),
        ("head: -1", f"«head»: «-1» {WHOLE}"),
        ("head: 1.50", f"«head»: «1.50» {WHOLE}"),
        ("head: 1.000.001", f"«head»: «1.000.001» {WHOLE}"),
        ("head: 1e6", f"«head»: «1e6» {WHOLE}"),
        ("rate: 6,24%", "«rate»: «6,24%» phải là số, ví dụ 6,24; hãy viết 6,24"),
        ("rate: nan", "«rate»: «nan» phải là số, ví dụ 6,24"),
        ("sample: yes", f"«sample»: «yes» {YES_NO}; hãy viết true"),
        ("sample: 1", f"«sample»: «1» {YES_NO}; hãy viết true"),
        ("sample: {có: không}", f"«sample»: {YES_NO}"),
        ("title: [Đàn bò]", f"«title»: {WORDS}"),
        ("title: Bò", "«title»: cần ít nhất 4 ký tự, hiện có 2"),
        (
            "title: Đàn bò của cả làng cùng chăm sóc",
            "«title»: dài 32 ký tự, tối đa 30; hãy rút gọn",
        ),
        ('title: "  "', "«title»: đang để trống"),
        ("code: abc", "«code»: «abc» chưa đúng: hai chữ hoa"),
        ("url: www.gialai.gov.vn", f"«url»: «www.gialai.gov.vn» chưa đúng: {WEB}"),
        ("url: javascript:alert(1)", f"«url»: «javascript:alert(1)» chưa đúng: {WEB}"),
        ("file: ../../etc/passwd", f"«file»: «../../etc/passwd» chưa đúng: {FILE}"),
        ("file: /etc/passwd", f"«file»: «/etc/passwd» chưa đúng: {FILE}"),
        ("file: C:\\anh\\bo.jpg", f"«file»: «C:\\anh\\bo.jpg» chưa đúng: {FILE}"),
        ("colour: tím", "«colour»: «tím» không có trong danh sách; hãy chọn: vang, den"),
        ("colour: vagn", "«colour»: «vagn» không có trong danh sách; có phải ý bạn là «vang»?"),
        ("marks: vang", f"«marks»: {LIST}; hãy viết marks: [vang]"),
        ("owners: []", "«owners»: cần ít nhất 1 mục"),
        (
            "bull: Vàng",
            "«bull»: phải gồm các mục con: name, born; ví dụ, ở dòng sau: «  name: Vàng»",
        ),
        ("cows: {name: Vàng}", f"«cows»: {LIST}"),
        ("titel: Đàn bò", "«titel»: không có mục này; có phải ý bạn là «title»?"),
        ("Title: Đàn bò", "«Title»: không có mục này; hãy viết chữ thường, «title»"),
        ("bull: {name: Vàng, bron: a}", "«bron»: không có mục này; có phải ý bạn là «born»?"),
    ],
)
def test_a_wrong_value_says_what_to_write(text: str, advice: str) -> None:
    """The sentence names the key, what stands there and what would be right."""
    assert read(text)[1] == [f"1: {advice}"]


def test_every_mistake_is_told_at_once_with_its_own_line() -> None:
    """An officer mends a file in one go and does not run the check seven times."""
    text = "on: 31/02/2026\nmarks:\n  - vang\n  - tim\ncows:\n  - name: Vàng\n  - born: hôm qua\n"

    assert read(text) == (
        Herd(marks=("vang",), cows=(Cow(name="Vàng"),)),
        [
            "1: «on»: không có ngày «31/02/2026» trong lịch; hãy xem lại",
            "4: «marks (mục 2)»: «tim» không có trong danh sách; hãy chọn: vang, den",
            "7: «cows (mục 2).born»: «hôm qua» phải là ngày dạng 17/10/2024 hoặc 2024-10-17",
            "7: «cows (mục 2).name»: còn thiếu; cần tên bò (chữ, tối đa 20 ký tự, ví dụ: Vàng)",
        ],
    )


@pytest.mark.parametrize("blank", ["", "~", "null"])
def test_a_required_key_left_blank_is_told_where_it_stands(blank: str) -> None:
    """A template that is not filled in yet shows its gaps, each with an example."""
    found, said = read(f"born: 1/1/2020\nname: {blank}", Cow)

    assert found is None
    assert said == ["2: «name»: đang để trống; cần tên bò (chữ, tối đa 20 ký tự, ví dụ: Vàng)"]


@pytest.mark.parametrize("kind", POST_KINDS.values(), ids=POST_KINDS)
def test_every_field_of_a_post_has_a_vietnamese_name(kind: type) -> None:
    """Forms, templates and messages can show a label beside every key."""
    assert all(known.label for known in declarations(kind).values())
