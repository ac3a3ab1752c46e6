"""What people type is read once: what goes out is what the rules judge, and nothing is lost."""

import ast
import json
from time import process_time

import pytest

from console import ROOT
from each import each
from loa.ask.approval import content_hash
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.check.counted import numbers_are_heard, typed_numbers_go_out, typed_words_go_out
from loa.load import load_content
from loa.outputs import build_site
from loa.problems import ContentError
from loa.search.every_page import documents
from town import TODAY, Town

MOBILE = "giống số điện thoại riêng"
IDENTITY = "giống số căn cước"
OF_A_PERSON = "giống số riêng của một người"


def by_name(*cases: str) -> dict[str, str]:
    """Cases that are their own names."""
    return {case: case for case in cases}


def said_of(town: Town, body: str) -> list[str]:
    """What is said of one post with a text."""
    path = town.post("news", slug="bai", body=body)
    return [line for line in town.problems() if line.startswith(path)]


# --- numbers of people ---------------------------------------------------------------------------


def test_no_dress_hides_the_number_of_a_person(town: Town) -> None:
    """However a private number is typed, its owner is not called by strangers."""
    bodies = by_name(
        "Gọi `0905123456`.",
        "```\nGọi 0905123456\n```",
        "~~~\nGọi 0905 123 456\n~~~",
        "Mở đầu.\n\n```\nGọi 0905123456",
        "Gọi ``0905123456``.",
        "Gọi 0905**123**456.",
        "Gọi _0905_123_456_.",
        "Gọi 0905<b>123</b>456.",
        "Gọi 0905<span></span>123456.",
        "Gọi 0905&nbsp;123&nbsp;456.",
        "Gọi 0905&#49;23456.",
        "Gọi 0905&#x31;23456.",
        "Gọi 0905&shy;123&shy;456.",
        "Gọi 0905\u200b123\u2060456.",
        "Gọi 0905\u2009123\u202f456.",
        "Gọi ０９０５１２３４５６.",
        "Gọi 𝟎𝟗𝟎𝟓𝟏𝟐𝟑𝟒𝟓𝟔.",
        "Gọi 0̶9̶0̶5̶1̶2̶3̶4̶5̶6̶.",
        "Gọi 0905‑123‑456.",
        "Gọi 0905–123–456.",
        "Gọi (0905) 123 456.",
        "Gọi 0905<br>123 456.",
        "Gọi 0905\n123 456.",
        "Gọi [0905](https://bao.vn) 123 456.",
        "![Gọi anh 0905123456](https://bao.vn/a.jpg)",
        '[Xem](https://bao.vn "Gọi 0905123456")',
        '!!! note "Gọi 0905123456"\n    Nhớ nhé.',
        "| Tên | Số |\n| --- | --- |\n| Anh | 0905123456 |",
        "Xem chú thích.[^1]\n\n[^1]: Gọi 0905123456.",
        "Thuật ngữ\n:   Gọi 0905123456.",
        "- một\n    - gọi 0905123456",
        "> Gọi 0905123456.",
        "## Gọi 0905123456",
        "<details><summary>Gọi 0905123456</summary>Chữ.</details>",
    )

    def judge(body: str) -> None:
        assert any(MOBILE in line for line in said_of(town, body)), said_of(town, body)

    each(bodies, judge)


def test_no_dress_hides_an_identity_number(town: Town) -> None:
    """Nobody borrows money in the name of a neighbour."""
    bodies = by_name(
        "Số `064123456789`.",
        "```\n064123456789\n```",
        "Số 064**123**456789.",
        "Số ０６４１２３４５６７８９.",
        "Số 064&nbsp;123&nbsp;456&nbsp;789.",
        "Căn cước **số** 0641 2345 6789.",
        "| Căn cước | 064123456789 |\n| --- | --- |\n| a | b |",
        "<!-- căn cước 064123456789 -->\n\nChữ.",
        "[//]: # (căn cước 064123456789)\n\nChữ.",
    )

    def judge(body: str) -> None:
        assert any(IDENTITY in line for line in said_of(town, body)), said_of(town, body)

    each(bodies, judge)


def test_addresses_that_lead_to_a_person_are_told(town: Town) -> None:
    """A thumb on a link calls nobody at home."""
    bodies = by_name(
        "[Gọi](tel:0905123456)",
        "[Gọi](tel:+84905123456)",
        "[Gọi](tel:%30%39%30%35123456)",
        "[Gọi](tel:090-512-3456)",
        "[Gọi](sms:0905123456)",
        "[Nhắn](https://zalo.me/0905123456)",
        "[Nhắn](//zalo.me/0905123456)",
        "[Nhắn](https://wa.me/84905123456)",
        "[Nhắn](https://api.whatsapp.com/send?phone=84905123456)",
        "[Thư](mailto:0905123456@zalo.vn)",
        "<https://zalo.me/0905123456>",
        "https://zalo.me/0905123456",
        "<tel:0905123456>",
        '<a href="tel:0905123456">Gọi</a>',
        "[Gọi][a]\n\n[a]: tel:0905123456",
        "[Xem](https://bao.vn/?sdt=0905123456)",
        "Thư: 0905123456@zalo.vn",
    )

    def judge(body: str) -> None:
        assert any(OF_A_PERSON in line for line in said_of(town, body)), said_of(town, body)

    each(bodies, judge)


def test_addresses_of_offices_and_papers_are_left_alone(town: Town) -> None:
    """The number of a newspaper's article belongs to nobody."""
    bodies = by_name(
        "[Gọi](tel:02693831111)",
        "[Báo](https://bao.vn/0912345678)",
        "[Báo](https://bao.vn/tin-102240912345678.htm)",
        "[Thư](mailto:ubnd@gialai.gov.vn)",
        "[Xem](https://vbpl.vn/?id=123456789012)",
    )

    def judge(body: str) -> None:
        assert said_of(town, body) == []

    each(bodies, judge)


# --- notes of the writer -------------------------------------------------------------------------

NOTE = "Đoạn một.\n\n<!-- nội bộ: KHONGAITHAY, gọi 0905123456 -->\n\nĐoạn hai.\n"


def test_a_note_goes_nowhere_and_is_judged(town: Town) -> None:
    """What an officer notes for oneself is found by no search, and its numbers are told."""
    path = town.post("news", slug="bai", body=NOTE)
    told = town.problems()
    content = town.content()
    found = documents(Showing(content, TODAY, Edition()))
    pages = "".join(section.text for document in found for section in document.sections)

    assert [line for line in told if f"{path}:12: trong ghi chú riêng" in line and MOBILE in line]
    assert "Đoạn một" in pages and "Đoạn hai" in pages
    assert "KHONGAITHAY" not in pages


def test_every_file_of_the_site_goes_without_the_note(town: Town) -> None:
    """Page, feed, index and sheet: none of them holds what was meant for nobody."""
    town.post("news", slug="bai", body=NOTE.replace("0905123456", "ai"))
    site = build_site(town.root, TODAY, Edition(site_url="https://dak-thu.test/"))
    holding = [one.path for one in site.outputs if b"KHONGAITHAY" in one.bytes()]

    assert holding == []


# --- lines, approval, and who may read what was typed --------------------------------------------


def test_lines_are_those_of_the_file(town: Town) -> None:
    """A writer finds the place, though notes above it are gone and lists were mended."""
    body = "<!-- một\nhai\nba -->\n\nViệc cần làm:\n- một\n- hai\n\nGọi 09**05**123456.\n"
    path = town.post("news", body=body)

    assert [line for line in town.problems() if MOBILE in line and line.startswith(f"{path}:18:")]


def test_an_approval_stands_while_nothing_is_mended(town: Town) -> None:
    """Nobody approves a hundred posts again because the program learned something."""
    town.post("news", body="Đoạn **một**.\n\n- một\n- hai\n")
    (post,) = town.content().posts

    assert post.typed == ""
    assert content_hash(post, town.root) == "a4dd87a434acc2e4"


def test_only_the_count_of_words_reads_what_was_typed() -> None:
    """There is one way from what was typed to what goes out."""
    readers: dict[str, int] = {}
    for file in (ROOT / "hooks" / "loa").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            reads = isinstance(node, ast.Attribute) and node.attr == "typed"
            mends = isinstance(node, ast.ImportFrom) and node.module == "loa.text.typed"
            if mends or (reads and isinstance(node.value, ast.Name) and node.value.id != "link"):
                readers[file.relative_to(ROOT / "hooks" / "loa").as_posix()] = node.lineno
    outside = {name for name in readers if not name.startswith(("text/typed/", "rendered/"))}

    assert outside == {"load.py", "check/counted.py"}


# --- nothing typed is lost -----------------------------------------------------------------------


@pytest.fixture
def as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A town whose program knows no habits: what is typed goes to the converter as it is."""
    from loa.text.typed import Mended

    def unmended(typed: str) -> Mended:
        return Mended(typed, tuple(range(typed.count("\n") + 1)))

    monkeypatch.setattr("loa.load.mended", unmended)


@pytest.mark.usefixtures("as_typed")
def test_a_number_that_changes_is_told(town: Town) -> None:
    """Whatever the converter makes of it, no number becomes another without a word."""
    bodies = by_name(
        "Mỗi thửa 2*3*4 m.",
        "Cao 5_6_7 cm.\n\nRộng 5*6*7 cm.",
        "Mỗi hàng 1*2*1 m.",
        "Chữ <5 hộ> rồi.\n\nChữ <tổ 7> rồi.",
        "Xem **đậm**{chữ 12} nhé.",
    )

    def judge(body: str) -> None:
        said = [line for line in said_of(town, body) if "mà trên trang không thấy" in line]
        assert said and all("nhắc: " in line for line in said)

    each(bodies, judge)


@pytest.mark.usefixtures("as_typed")
def test_a_word_that_vanishes_is_told(town: Town) -> None:
    """Nothing that somebody took the trouble to type is lost in silence."""
    bodies = by_name(
        "Gửi <họ tên người nhận> nhé.",
        "Xem **đậm**{chú thích riêng} nhé.",
        "<kính gửi>\n\nBà con.",
    )

    def judge(body: str) -> None:
        assert any("không lên trang" in line for line in said_of(town, body))

    each(bodies, judge)


def test_what_is_no_word_is_not_counted(town: Town) -> None:
    """Nobody is asked about what is all there."""
    town.post("question", slug="hoi", body="## Mục 12\n\nChữ.")
    bodies = by_name(
        "1. a\n1. b\n1. c",
        "1. a\n2. b\n3. c",
        "Xem [mục 12](../hoi-dap/hoi.md#muc-12).",
        "Xem <https://bao.vn/2026/11> nhé.",
        "## Mục {#muc-7 .lop3}\n\nChữ.",
        "Năm&nbsp;2026, 50 m<sup>2</sup>, 1\\. Một.",
        "```python3\nmã 12\n```",
        "**Đ**ak Thử và *1*00 hộ góp 12 con bò."[0:14] + " góp.",
        "Theo luật[^12].\n\n[^12]: Luật số 5.",
        "!!! note\n    Nhớ 3 việc.",
        '<p class="c12">Chữ 5.</p>',
        "Chữ 3,5 ha; 1.500.000 đồng; 24/11/2026; 7 giờ 30.",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "- [x] việc 1\n- [ ] việc 2",
    )

    def judge(body: str) -> None:
        assert said_of(town, body) == []

    each(bodies, judge)


@pytest.mark.parametrize("folder", [".", "tests/sample"])
def test_the_shipped_content_has_lost_nothing(folder: str) -> None:
    """A reminder is worth reading: there is none where all is well."""
    content = load_content(ROOT / folder).content
    assert content is not None
    rules = (typed_numbers_go_out, typed_words_go_out, numbers_are_heard)

    assert [problem for rule in rules for problem in rule(content, TODAY)] == []


def test_what_is_heard_is_counted_too(town: Town) -> None:
    """Who listens hears every number that the others read, or an officer knows of it."""
    reading = {"written": "QT12", "spoken": "quy trình"}
    town.file("data/speech.yml", f"readings:\n- {json.dumps(reading, ensure_ascii=False)}\n")
    path = town.post("news", body="Làm theo QT12, 1.500 hộ, ngày 24/11/2026, gọi +84 269 3831 111.")

    assert town.problems() == [
        f"{path}:10: nhắc: số «12» loa chưa đọc được; hãy viết cách khác, hoặc thêm cách đọc vào "
        "data/speech.yml"
    ]


# --- posts that say nothing, or cannot be made ---------------------------------------------------


def test_an_empty_post_is_told(town: Town) -> None:
    """Residents open no empty page; a note of its writer is no text."""
    bodies = by_name(
        "", "   \n\n", "<!-- chưa viết -->", "<!--\nviết\nsau\n-->\n", "---", "**", "&nbsp;"
    )

    def judge(body: str) -> None:
        assert any("bài chưa có nội dung" in line for line in said_of(town, body))

    each(bodies, judge)


def test_a_draft_may_be_empty_and_a_policy_of_blocks_is_not(town: Town) -> None:
    """Who has just begun is not nagged; what the data say is a text too."""
    town.post("news", status="draft", body="<!-- chưa viết -->")
    town.post("policy", body="{{ vay-von-ho-ngheo.cac-buoc }}")

    assert town.problems() == []


def test_what_is_nested_too_deep_is_told_with_its_line(town: Town) -> None:
    """No paste ends in a traceback, here or where a paper is made of it."""
    bodies = {
        "quotations": "Mở đầu.\n\n" + "> " * 400 + "x",
        "tags": "Mở đầu.\n\n" + "<b>" * 400 + "x",
        "lists": "Mở đầu.\n\n" + "".join("    " * depth + "- x\n" for depth in range(90)),
        "terms": "Mở đầu.\n\n" + "a\n: b\n" * 1500,
    }

    def judge(body: str) -> None:
        said = said_of(town, body)
        assert any("lồng" in line for line in said) or not said
        assert not any("Error" in line for line in said)

    each(bodies, judge)


def test_pictures_are_found_however_they_are_named(town: Town) -> None:
    """What the check accepts, the build shows."""
    town.file("stories/tin-tuc/anh/bo.jpg")
    town.file("stories/tin-tuc/anh/bo (1).jpg")
    alt = "Đàn bò bên chuồng mới"
    bodies = by_name(
        f"![{alt}][a]\n\n[a]: anh/bo.jpg",
        f"![{alt}](anh/bo (1).jpg)",
        f"![{alt}](<anh/bo (1).jpg>)",
        f"![{alt}](anh/bo%20(1).jpg)",
        f"![{alt}](anh/bo.jpg 'Đàn bò')",
        f"[![{alt}](anh/bo.jpg)](https://bao.vn)",
        f"![{alt}][]\n\n[{alt}]: anh/bo.jpg",
        f"- ![{alt}](anh/bo.jpg)",
        f"> ![{alt}](anh/bo.jpg)",
    )

    def judge(body: str) -> None:
        said = said_of(town, body)
        assert said and all("chưa khai ở «photos»" in line for line in said)
        (post,) = town.content().posts
        assert len(post.body_pictures) == 1
        build_site(town.root, TODAY, Edition())

    each(bodies, judge)


def test_a_picture_that_is_not_there_is_told_by_the_check(town: Town) -> None:
    """A build is not the first to say so."""
    bodies = by_name(
        "![Đàn bò bên chuồng mới][a]\n\n[a]: anh/thieu.jpg",
        "![Đàn bò bên chuồng mới](anh/thieu (1).jpg)",
    )

    def judge(body: str) -> None:
        assert any("không thấy tệp" in line for line in said_of(town, body))
        with pytest.raises(ContentError):
            build_site(town.root, TODAY, Edition())

    each(bodies, judge)


def test_links_that_cannot_work_are_told(town: Town) -> None:
    """A reader's thumb never lands beside the site."""
    bodies = {
        "[x](http://[abc)": "viết sai nên không mở được",
        '<a href="hoi.md">x</a>': "viết bằng thẻ < >",
        "[x][a]\n\n[a]: khong-co.md": "không có trang hay tệp này",
    }

    def judge(body: str) -> None:
        assert any(bodies[body] in line for line in said_of(town, body)), said_of(town, body)

    each(by_name(*bodies), judge)


def test_tags_of_word_are_called_so(town: Town) -> None:
    """A paste from Word is not called a dangerous link."""
    bodies = by_name(
        '<p class="MsoNormal">Nội dung<o:p></o:p></p>',
        "Nội dung<o:p></o:p> ở đây.",
        '<p class="MsoListParagraph">Nội dung</p>',
    )

    def judge(body: str) -> None:
        said = said_of(town, body)
        assert any("Word" in line for line in said)
        assert not any("liên kết kiểu" in line for line in said)

    each(bodies, judge)


# --- time ----------------------------------------------------------------------------------------

LENGTH = 10_000
PASTES = (
    "[", "]", "![", "![a](b", "[a](", "[a](b ", "[a][", "[![a](b)](c", "![[", "[^", "`", "` ``",
    "<", "<a ", '<a href="', "<!--", "<p\n", "</", "<?", "*", "**a ", "*a ", "_a ", "a_", "&#",
    "\\", "(", "{", "{:", "|", "@", "a@", "http://", "“", '"', "«", "2*3*4 ", "a.", "1-", "1/", "½",
)  # fmt: skip


def check_time(town: Town, body: str) -> float:
    """Seconds that the check of a town with one post takes."""
    town.post("news", slug="bai", body=body)
    started = process_time()
    town.problems()
    return process_time() - started


def test_no_paste_makes_an_officer_wait(town: Town) -> None:
    """A wall of one sign takes no more than a plain text of its size, many times over."""
    plain = "Bà con nhớ mang đơn, căn cước và sổ hộ khẩu. " * (LENGTH // 45)
    check_time(town, plain)
    usual = max(check_time(town, plain), 0.04)

    def judge(paste: str) -> None:
        assert check_time(town, paste * (LENGTH // len(paste))) < 40 * usual

    each(by_name(*PASTES), judge)
