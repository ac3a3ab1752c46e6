"""YAML as officers type it: every slip has its own sentence, with and without libyaml."""

import pytest
import yaml

from loa.text import yaml_text
from loa.text.yaml_text import Entry, Mapped, Scalar, Sequenced, YamlProblem, read_yaml

COLON = "giá trị có dấu hai chấm «: »; hãy đặt cả câu trong dấu nháy kép"
NO_BLANK = "thiếu dấu cách sau dấu hai chấm; hãy viết: title: Ngày hội"
NO_COLON = "dòng này thiếu dấu hai chấm sau tên mục, ví dụ «title: …»"
QUOTE = "mở dấu nháy mà chưa đóng; hãy thêm dấu nháy ở cuối câu"
ALIAS = "không dùng dấu «&» hay «*» ở đầu giá trị; hãy đặt cả câu trong dấu nháy"
TAG = "không dùng dấu «!» ở đầu giá trị; hãy đặt cả câu trong dấu nháy"
SPECIAL = "giá trị mở đầu bằng một dấu đặc biệt; hãy đặt cả câu trong dấu nháy"
BRACKET = "danh sách trong ngoặc chưa đóng hoặc thiếu dấu phẩy, ví dụ [muc-1, muc-2]"
TAB = "đầu dòng có phím Tab; hãy thay bằng dấu cách (mỗi bậc hai dấu cách)"
INDENT = "dòng này thụt vào không thẳng với các dòng cùng bậc; hãy dùng cùng số dấu cách"
DEEP = "các mục lồng nhau quá nhiều bậc"
STRANGE = "có ký tự lạ không hiện trên màn hình; hãy xóa và gõ lại dòng này"
ESCAPE = "dấu «\\» trong nháy kép có nghĩa riêng; hãy dùng dấu nháy đơn"
NAME = "tên mục phải là một từ, ví dụ «title:»"


@pytest.fixture(params=["CLoader", "Loader"], ids=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run with either parser: an officer's PC may have only the slow one."""
    monkeypatch.setattr(yaml_text, "_Parser", getattr(yaml, request.param))
    return str(request.param)


def test_both_parsers_are_there() -> None:
    """The comparison compares: without libyaml this suite would say nothing."""
    assert yaml.__with_libyaml__


SLIPS = {
    "colon in a value": ("title: Tổ hợp tác: ba năm", 1, COLON),
    "colon, further down": ("id: a\ntitle: Tổ: ba năm\ndate: b", 2, COLON),
    "time in a title": ("title: Họp lúc 8: 30", 1, COLON),
    "missing colon": ("id: a\ntitle Ngày hội\ndate: b", 2, NO_COLON),
    "missing colon in the first line": ("title Ngày hội\ndate: b", 1, NO_COLON),
    "missing colon in the last line": ("id: a\ntitle Ngày hội", 2, NO_COLON),
    "no blank after the colon": ("id: a\ntitle:Ngày hội\ndate: b", 2, NO_BLANK),
    "open double quote": ('id: a\ntitle: "Ngày hội\ndate: b\n', 2, QUOTE),
    "open single quote": ("id: a\ntitle: 'Ngày hội\ndate: b\n", 2, QUOTE),
    "backslash in quotes": ('file: "C:\\moi\\a.jpg"', 1, ESCAPE),
    "anchor": ("title: &a Ngày hội", 1, ALIAS),
    "ampersand": ("id: a\ntitle: & Ngày hội", 2, ALIAS),
    "alias": ("title: *a", 1, ALIAS),
    "emphasis": ("title: *Ngày hội* ở làng", 1, ALIAS),
    "alias bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", 1, ALIAS),
    "alias loop": ("id: x\na: &a\n  - *a", 2, ALIAS),
    "merge": ("id: x\n<<: *a", 2, ALIAS),
    "exclamation mark": ("title: !Quan trọng", 1, TAG),
    "Python tag": ('id: a\ntitle: !!python/object/apply:os.system ["ls"]', 2, TAG),
    "plain tag": ("year: !!str 2026", 1, TAG),
    "percent sign": ("title: %hộ nghèo", 1, SPECIAL),
    "at sign": ("title: @hlam", 1, SPECIAL),
    "open list": ("id: a\ntopics: [vay-von, nha-o\ndate: b", 2, BRACKET),
    "list with two commas": ("topics: [vay-von,, nha-o]", 1, BRACKET),
    "open braces": ("image: {file: a.jpg", 1, BRACKET),
    "tab": ("image:\n\tfile: a.jpg", 2, TAB),
    "tab after blanks": ("image:\n  \tfile: a.jpg", 2, TAB),
    "crooked list": ("image:\n    file: a.jpg\n  alt: b", 3, INDENT),
    "list after a value": ("title: a\n- b", 2, INDENT),
    "second document": ("id: a\n---\ntitle: b", 2, "có dòng «---» thừa ở giữa; hãy xóa dòng ấy"),
    "same key twice": ("id: a\ntitle: b\nid: c", 3, "«id» đã có ở dòng 1; chỉ giữ lại một"),
    "same key twice, deeper": (
        *("image:\n  alt: a\n  alt: b", 3),
        "«alt» đã có ở dòng 2; chỉ giữ lại một",
    ),
    "list as a key": ("[a, b]: c", 1, NAME),
    "mapping as a key": ("? {a: b}\n: c", 1, NAME),
    "brackets, endless": ("a: " + "[" * 100_000, 1, DEEP),
    "braces, endless": ("a: " + "{a: " * 100_000, 1, DEEP),
    "steps, endless": ("\n".join("  " * step + "a:" for step in range(400)), 13, DEEP),
    "dashes, endless": ("- " * 100_000, 1, DEEP),
    "bell": ("id: a\ntitle: Ngày\x07 hội", 2, STRANGE),
    "terminal code": ("id: a\ntitle: \x1b[31mNgày hội", 2, STRANGE),
    "hidden bell": ('id: a\ntitle: "Ngày\\a hội"', 2, STRANGE),
    "hidden end": ('id: a\ntitle: "Ngày\\0 hội"', 2, STRANGE),
    "hidden half letter": ('id: a\ntitle: "\\ud800"', 2, STRANGE),
    "too long": ("a: " + "x" * 2_000_000, 1, "tệp quá dài để là thông tin bài viết"),
}


@pytest.mark.parametrize(("text", "line", "message"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_its_line(parser: str, text: str, line: int, message: str) -> None:
    """Whoever mistypes reads one sentence that says where, what and how to mend it."""
    with pytest.raises(YamlProblem) as told:
        read_yaml(text)

    assert told.value.line == line
    assert str(told.value).startswith(message)  # the line as it should be may stand behind


def test_lines_are_counted_from_the_top_of_the_file(parser: str) -> None:
    """The line in the message is the one that the editor shows, front matter fences included."""
    with pytest.raises(YamlProblem) as told:
        read_yaml("id: a\ntitle: b: c", first_line=2)

    assert told.value.line == 3


QUOTED_TWICE = ('title: "Được" và "Chưa được"', 'summary: "Anh nói "được" rồi"', "title: 'H'Lâm'")


@pytest.mark.parametrize("text", QUOTED_TWICE)
def test_quotes_inside_quotes_are_told_as_such(parser: str, text: str) -> None:
    """Whoever quotes what a person said is not sent to count blanks at the line's beginning."""
    with pytest.raises(YamlProblem) as told:
        read_yaml(f"id: a\n{text}\ndate: b")

    assert told.value.line == 2
    assert "dấu nháy" in str(told.value)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("year: 007", "007"),
        ("answer: no", "no"),
        ("day: 2026-02-31", "2026-02-31"),
        ("time: 17:00", "17:00"),
        ("amount: 1.500.000", "1.500.000"),
        ("title: A: B".replace("A: B", '"A: B"'), "A: B"),
        ("title: 'Nhà ''Đại đoàn kết'''", "Nhà 'Đại đoàn kết'"),
        ("title: Vay\n  vốn", "Vay vốn"),
        ("title: Ngày\thội", "Ngày hội"),
        ("title:\tNgày hội", "Ngày hội"),
    ],
)
def test_a_value_stays_what_was_typed(parser: str, text: str, kept: str) -> None:
    """No number loses its zeros and no "no" turns into false before a field has looked at it."""
    tree = read_yaml(text)

    assert isinstance(tree, Mapped)
    (entry,) = tree.entries.values()
    assert isinstance(entry.value, Scalar)
    assert entry.value.text.replace("\t", " ") == kept


def test_every_key_and_item_knows_its_line(parser: str) -> None:
    """A mistake in the second picture is told at the second picture."""
    tree = read_yaml('id: "a"\nphotos:\n  - file: b\n  - c\n', first_line=2)

    photo = Mapped({"file": Entry(Scalar("b", 4, plain=True), 4)}, 4)
    photos = Sequenced((photo, Scalar("c", 5, plain=True)), 4)
    identity = Scalar("a", 2, plain=False)
    assert tree == Mapped({"id": Entry(identity, 2), "photos": Entry(photos, 3)}, 2)


@pytest.mark.parametrize("text", ["", "\n\n", "# chỉ có ghi chú\n"])
def test_nothing_is_nothing(parser: str, text: str) -> None:
    """A file with only comments is empty, not broken."""
    assert read_yaml(text) is None


@pytest.mark.parametrize("letter", ["\u2028", "\u2029", "\x85"])
def test_a_line_is_what_the_editor_calls_a_line(parser: str, letter: str) -> None:
    """A line mark pasted from Word does not shift the lines of every later message."""
    with pytest.raises(YamlProblem) as told:
        read_yaml(f"title: Ngày{letter}hội\nid: a: b")

    assert told.value.line in (1, 2)
    assert told.value.line == 1 or str(told.value).startswith(COLON)


@pytest.mark.parametrize("text", ["title: |Ngày hội", "  id: a\ntitle: b", "id: a\n...\ntitle: b"])
def test_rare_slips_read_the_same_with_both_parsers(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two officers with two computers get the same advice."""
    told = set()
    for name in ("CLoader", "Loader"):
        monkeypatch.setattr(yaml_text, "_Parser", getattr(yaml, name))
        with pytest.raises(YamlProblem) as problem:
            read_yaml(text)
        told.add((problem.value.line, str(problem.value)))

    assert len(told) == 1
