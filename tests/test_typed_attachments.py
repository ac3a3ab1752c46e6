"""Files beside posts and in docs/: only what is named goes out, clean, of a kind that is safe."""

import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from random import Random

import pytest
from docx import Document

from each import each
from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.media.bringing import kind_refused
from loa.media.drawings import DrawingRefused, published_drawing
from loa.media.papers.office import TRACKED, published_office
from loa.media.papers.pdf import ACTIVE, BROKEN, LOCKED, SIGNED, published_pdf
from loa.media.papers.refused import PaperRefused
from loa.outputs import build_site
from papers import parts_of, pdf, word
from photos import SECRET, phone_photo
from test_kit import files, made
from town import TODAY, Town

SITE = Edition(site_url="https://dak-thu.test/")
MARK = SECRET.encode()


def built(town: Town) -> dict[str, bytes]:
    """Every file of the town's site."""
    return {one.path: one.bytes() for one in build_site(town.root, TODAY, SITE).outputs}


def laid_out(town: Town, path: str) -> str:
    """One finished page of the town's site."""
    with Build(town.root, TODAY, SITE, THEME) as build:
        build.site(town.root / "site")
    return (town.root / "site" / path).read_text(encoding="utf-8")


# --- what nobody names ---------------------------------------------------------------------------

STRAYS = {
    "danh-sach-ho-ngheo.xlsx": b"PK\x03\x04",
    "~$ke-hoach.docx": b"\x05Siu",
    "Thumbs.db": b"\xd0\xcf\x11\xe0",
    "desktop.ini": b"[.ShellClassInfo]",
    ".DS_Store": b"\0\0\0\1Bud1",
    "lien-he.md.bak": b"cu",
    "lien-he.md~": b"cu",
    "~WRL0001.tmp": b"cu",
    "ke-hoach (conflicted copy 2026-11-30).docx": b"PK\x03\x04",
    "ghi-chu.txt": "Gọi ông Siu Ví Dụ".encode(),
    "chay.exe": b"MZ\x90",
    "evil.html": b"<script>alert(1)</script>",
    "hinh.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "anh.jpg": phone_photo(640, 480),
    "don - Copy.pdf": pdf(),
    "du-lieu.csv": b"ho;ten\n",
}


@pytest.mark.parametrize("folder", ["docs", "docs/gioi-thieu"])
def test_what_lies_about_in_docs_stays_in_the_office(town: Town, folder: str) -> None:
    """No list of households, no note and no program goes out because somebody left it there."""
    for name, content in STRAYS.items():
        town.file(f"{folder}/{name}", content)
    before = {path for path in built(town) if any(name in path for name in STRAYS)}

    assert before == set()
    (said,) = town.problems()
    assert said.startswith(
        f"{folder}:1: nhắc: không bài, trang nào dẫn tới «danh-sach-ho-ngheo.xlsx», "
    )
    assert said.count("«") == 6
    assert "và 10 tệp khác, nên không đăng" in said
    assert "Bảng tính có tên hộ thì không để ở đây" in said


def test_what_lies_about_beside_posts_is_told_once(town: Town) -> None:
    """Photos to choose from may lie there; a Word file that nobody links is looked at."""
    town.file("stories/tin-tuc/anh/du-phong.jpg")
    town.file("stories/tin-tuc/ke-hoach.docx", word())
    town.file("stories/tin-tuc/ghi-chu.txt", "Ghi chú")

    assert town.problems() == [
        "stories/tin-tuc:1: nhắc: không bài, trang nào dẫn tới «ghi-chu.txt», «ke-hoach.docx», "
        "nên không đăng; hãy dẫn tới, hoặc chuyển đi"
    ]


def test_a_draft_brings_nothing_along(town: Town) -> None:
    """What a post names goes out with it, not before."""
    town.file("stories/tin-tuc/mau.docx", word())
    town.post("news", status="draft", body="[Mẫu đơn](mau.docx)")

    assert not [path for path in built(town) if path.endswith(".docx")]
    assert town.problems() == []


def test_what_a_page_or_data_names_goes_out(town: Town) -> None:
    """Forms, leaflets and drawings of pages are where they were."""
    for name in ("tep/a.pdf", "tep/b.pdf", "tep/c.pdf"):
        town.file(f"docs/{name}", pdf())
    town.file("docs/anh/so-do.svg", '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>')
    town.page("gioi-thieu.md", "![Sơ đồ nhà văn hóa](anh/so-do.svg)\n\n[Đơn A](tep/a.pdf)")
    town.post("news", body="[Đơn B](../tep/b.pdf)")
    town.entry("materials", "c", title="Bài nói", kind="bai-noi", file="tep/c.pdf")

    assert town.problems() == []
    assert {"tep/a.pdf", "tep/b.pdf", "tep/c.pdf", "anh/so-do.svg"} <= built(town).keys()


@pytest.mark.parametrize(
    "name", ["ds.xlsx", "ds.csv", "x.exe", "x.js", "x.zip", "x.rar", "x.html", "x.doc", "x.ppt"]
)
def test_what_is_refused_is_refused_even_when_it_is_linked(town: Town, name: str) -> None:
    """A spreadsheet with hidden columns goes out by no way; the officer reads another."""
    town.file(f"stories/tin-tuc/{name}", b"PK\x03\x04")
    town.file(f"docs/tep/{name}", b"PK\x03\x04")
    path = town.post("news", body=f"Lời.\n\n[Tệp](<{name}>)")
    page = town.page("gioi-thieu.md", f"[Tệp](tep/{name})")
    why = kind_refused(name)

    assert why is not None
    assert town.problems() == [
        f"{page}:4: «tep/{name}»: {why}",
        f"{path}:{_line(town, path, '[Tệp]')}: «{name}»: {why}",
    ]


def _line(town: Town, path: str, words: str) -> int:
    lines = (town.root / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


# --- beside a post -------------------------------------------------------------------------------


def test_a_form_beside_a_post_goes_out_with_its_kind_and_weight(town: Town) -> None:
    """Whoever reads of a form takes it along, and knows before what it costs."""
    town.file("stories/tin-tuc/mau-don.docx", word())
    town.post("news", slug="tin", body="Tải [mẫu đơn](mau-don.docx) về.")

    assert town.problems() == []
    page = laid_out(town, "tin-tuc/tin/index.html")
    assert re.search(r'<a href="../mau-don.docx">mẫu đơn \(Word, \d\skB\)</a>', page)
    assert MARK not in (town.root / "site/tin-tuc/mau-don.docx").read_bytes()
    assert "mẫu đơn (Word" not in built(town)["tin-tuc/tin.md"].decode()


def test_files_of_the_front_matter_stand_below_the_text(town: Town) -> None:
    """A list with a title is enough: file, title, done."""
    town.file("stories/tin-tuc/tep/Mẫu đơn.PDF", pdf())
    files = [{"file": "tep/mẫu đơn.pdf", "title": "Mẫu đơn đề nghị"}]
    town.post("news", slug="tin", attachments=files)

    assert town.problems() == []
    page = laid_out(town, "tin-tuc/tin/index.html")
    assert "Tệp kèm theo" in page
    assert re.search(r"<span>Mẫu đơn đề nghị <small>\(PDF, \d\skB\)</small></span>", page)
    (published,) = (town.root / "site/tin-tuc/tep").glob("*.pdf")
    assert re.fullmatch(r"mau-don-[0-9a-f]{4}\.pdf", published.name)
    offered = (town.root / "site/tai-lieu/index.html").read_text(encoding="utf-8")
    assert re.search(r"Mẫu đơn đề nghị \(PDF, \d\skB\)", offered)


def test_the_kit_has_them_too(town: Town) -> None:
    """Who puts the post on the town's page has its form at hand, as clean as on the site."""
    town.file("stories/tin-tuc/mau-don.docx", word())
    town.post("news", slug="tin", body="Tải [mẫu đơn](mau-don.docx) về.")
    made(town)
    kept = files(town, "tin")

    assert MARK not in b"".join(parts_of(kept["kem-theo-mau-don.docx"]).values())


def test_a_lost_file_is_told(town: Town) -> None:
    """No reader finds a form that is not there."""
    path = town.post("news", attachments=[{"file": "mau.pdf", "title": "Mẫu đơn"}])

    assert town.problems() == [
        f"{path}:{_line(town, path, 'attachments')}: «mau.pdf»: không thấy tệp; "
        "hãy chép tệp vào cạnh bài hoặc sửa tên"
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"PK\x03\x04"),
        ("a.docx", pdf()),
        ("a.docx", b""),
        ("a.docx", word()[:-200]),
        ("a.pdf", b"%PDF-1.7"),
        ("a.pdf", word()),
        ("a.pdf", pdf()[:200]),
        ("a.pdf", b"x" * 1000),
        ("a.svg", b"<html/>"),
        ("a.gif", b"<html/>"),
        ("a.mp3", b"<html/>"),
        ("a.jpg", b"<html/>"),
    ],
)
def test_a_file_that_is_not_what_it_is_called_is_told(town: Town, name: str, data: bytes) -> None:
    """Half a file is found by the checks, not by a resident with a form to hand in."""
    town.file(f"stories/tin-tuc/{name}", data)
    town.post("news", body=f"[Tệp]({name})")
    (said,) = town.said()

    assert said.startswith(f"«{name}»: ")


# --- Word ----------------------------------------------------------------------------------------

_WHO = f'w:author="{SECRET}" w:date="2026-10-01T08:00:00Z" w:id="1"'


def run(words: str) -> str:
    """A run of text."""
    return f'<w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">{words}</w:t></w:r>'


def texts(data: bytes) -> list[str]:
    """The paragraphs and cells of a Word file, as Word reads it."""
    document = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def test_a_word_file_tells_of_nobody() -> None:
    """Who typed a form, when, and what was said about it stays in the office."""
    photo = phone_photo(320, 240)
    before = word(
        f'<w:p w:rsidR="00AB12CD"><w:commentRangeStart w:id="0"/>{run("Đơn &amp; mẫu")}'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
        {
            "word/media/image1.jpeg": photo,
            "docProps/thumbnail.jpeg": photo,
            "word/people.xml": b"<p/>",
        },
    )
    after, told = published_office(before, ".docx")

    assert MARK in b"".join(parts_of(before).values())
    assert MARK not in b"".join(parts_of(after).values())
    assert not [one for one in parts_of(after).values() if b"rsid" in one or b"comment" in one]
    assert texts(after) == ["Đơn & mẫu"]
    assert told == ()
    assert published_office(before, ".docx")[0] == after


CHANGES = {
    "inserted": (f"<w:p>{run('A')}<w:ins {_WHO}>{run('B')}</w:ins></w:p>", ["AB"]),
    "deleted": (
        f"<w:p>{run('A')}<w:del {_WHO}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del></w:p>",
        ["A"],
    ),
    "moved": (
        f"<w:p><w:moveFrom {_WHO}>{run(SECRET)}</w:moveFrom>{run('A')}</w:p>"
        f"<w:p><w:moveTo {_WHO}>{run('B')}</w:moveTo></w:p>",
        ["A", "B"],
    ),
    "inserted-then-deleted": (
        f"<w:p><w:ins {_WHO}><w:del {_WHO}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>"
        f"{run('A')}</w:ins></w:p>",
        ["A"],
    ),
    "look": (
        f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {_WHO}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
        f"<w:t>A</w:t></w:r><w:ins {_WHO}>{run('B')}</w:ins></w:p>",
        ["AB"],
    ),
    "row": (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>{run('A')}</w:p>"
        f"</w:tc></w:tr><w:tr><w:trPr><w:del {_WHO}/></w:trPr><w:tc><w:p>{run(SECRET)}</w:p></w:tc>"
        "</w:tr></w:tbl>",
        ["A"],
    ),
}


@pytest.mark.parametrize(("body", "left"), CHANGES.values(), ids=CHANGES)
def test_tracked_changes_are_accepted_and_told(town: Town, body: str, left: list[str]) -> None:
    """What somebody took out of a text does not go out with it."""
    after, told = published_office(word(body), ".docx")

    assert texts(after) == left
    assert MARK not in b"".join(parts_of(after).values())
    assert told == (TRACKED,)
    town.file("stories/tin-tuc/mau.docx", word(body))
    town.post("news", body="[Mẫu](mau.docx)")
    assert town.said() == [f"nhắc: «mau.docx»: {TRACKED}"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("word/vbaProject.bin", "macro"),
        ("word/activeX/activeX1.xml", "macro"),
        ("word/embeddings/Microsoft_Excel_Sheet1.xlsx", "bảng tính"),
        ("word/embeddings/oleObject1.bin", "bảng tính"),
    ],
)
def test_what_hides_in_a_word_file_is_refused(name: str, words: str) -> None:
    """A chart brings its whole table along, a macro runs: both are told."""
    with pytest.raises(PaperRefused, match=words):
        published_office(word(more={name: b"x"}), ".docx")


def test_a_place_on_a_disk_is_taken_out() -> None:
    """The name of an account in a path is a name too."""
    body = (
        '<w:p><w:r><w:drawing xmlns:wp="urn:x"><wp:docPr id="1" name="Ảnh 1" '
        f'descr="C:\\Users\\{SECRET}\\a.jpg"/></w:drawing></w:r></w:p>'
    )
    after = parts_of(published_office(word(body), ".docx")[0])

    assert MARK not in b"".join(after.values())
    assert 'name="Ảnh 1"'.encode() in after["word/document.xml"]


def test_a_locked_word_file_is_told() -> None:
    """A password, or an old file under a new ending, is called by what it is."""
    with pytest.raises(PaperRefused, match="mật khẩu hoặc là kiểu Word cũ"):
        published_office(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx")


# --- PDF -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True])
def test_a_pdf_tells_of_nobody(packed: bool) -> None:
    """Author, program and every earlier state of a file stay in the office; the page stays."""
    before = pdf("Don cu", packed=packed) + pdf("Don moi", packed=packed)
    after, told = published_pdf(before)

    assert MARK not in after
    assert b"Don moi" in after
    assert b"Don cu" not in after
    assert b"/Author" not in after
    assert b"/BaseFont /Helvetica" in after
    assert told == ()
    assert published_pdf(before)[0] == after
    assert published_pdf(after)[0] == after


RUNS = {
    "script": {"root": "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"},
    "script-written-oddly": {"root": "/OpenAction<</S/J#61vaScript/J#53(app.alert)>>"},
    "script-by-name": {"root": "/Names<</JavaScript<</Names[(a)20 0 R]>>>>", "o20": "<<>>"},
    "script-elsewhere": {
        "root": "/OpenAction 20 0 R",
        "o20": "<</S 21 0 R>>",
        "o21": "/JavaScript",
    },
    "program": {"root": "/OpenAction<</S/Launch/F(cmd.exe)>>"},
    "file-inside": {
        "root": "/Names<</EmbeddedFiles<</Names[(a)20 0 R]>>>>",
        "o20": "<</EF 2 0 R>>",
    },
    "file-on-page": {"page": "/Annots[<</Subtype/FileAttachment/Rect[0 0 1 1]/FS<<>>>>]"},
    "sends": {"page": "/Annots[<</Subtype/Widget/Rect[0 0 1 1]/A<</S/SubmitForm>>>>]"},
    "film": {"page": "/Annots[<</Subtype/RichMedia/Rect[0 0 1 1]>>]"},
    "form-of-adobe": {"root": "/AcroForm<</XFA 20 0 R>>", "o20": "<<>>"},
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("more", RUNS.values(), ids=RUNS)
def test_a_pdf_that_runs_or_carries_something_is_refused(
    more: dict[str, str], packed: bool
) -> None:
    """A form from somewhere does not send, open or start anything on a resident's telephone."""
    with pytest.raises(PaperRefused) as refused:
        published_pdf(pdf(packed=packed, **more))  # type: ignore[arg-type]

    assert str(refused.value) == ACTIVE


def test_comments_on_a_pdf_are_left_out() -> None:
    """What a colleague noted at the margin stays there; links and stamps stay on the page."""
    marks = (
        f"/Annots[<</Subtype/Text/Rect[0 0 1 1]/T({SECRET})/Contents({SECRET})>>"
        f"<</Subtype/Highlight/Rect[0 0 1 1]/Contents({SECRET})>>"
        f"<</Subtype/Stamp/Rect[0 0 1 1]/T({SECRET})>>"
        "<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://example.org)>>>>]"
    )
    after = published_pdf(pdf(page=marks))[0]

    assert MARK not in after
    assert b"/Stamp" in after
    assert b"(https://example.org)" in after


def test_a_signed_pdf_says_what_becomes_of_its_signature() -> None:
    """Nobody takes a copy without its signature for the signed one."""
    field = f"<</FT/Sig/T(ky)/V<</Type/Sig/Name({SECRET})>>/Subtype/Widget/Rect[0 0 1 1]>>"
    after, told = published_pdf(pdf(root="/AcroForm<</SigFlags 3/Fields[20 0 R]>>", o20=field))

    assert told == (SIGNED,)
    assert MARK not in after
    assert b"(ky)" in after


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R"), LOCKED),
        (pdf().replace(b"/Root 1 0 R", b""), BROKEN),
        (pdf().replace(b"/Pages 2 0 R", b""), BROKEN),
        (pdf().replace(b"/Kids[3 0 R]", b"/Kids" + b"[" * 5000), BROKEN),
        (pdf(packed=True).replace(b"/FlateDecode", b"/LZWDecode"), BROKEN),
        (b"%PDF-1.4\n" + b"1 0 obj (" * 2000, BROKEN),
    ],
    ids=["locked", "no-root", "no-pages", "nested", "unknown-packing", "texts-without-end"],
)
def test_a_pdf_that_cannot_be_cleaned_is_told(data: bytes, why: str) -> None:
    """Where it cannot be known what is in a file, it does not go out."""
    with pytest.raises(PaperRefused) as refused:
        published_pdf(data)

    assert str(refused.value) == why


def test_a_photo_in_a_pdf_loses_its_notes() -> None:
    """Where a photo was taken is not in the leaflet that shows it."""
    photo = phone_photo(64, 48)
    head = f"<</Subtype/Image/Filter/DCTDecode/Length {len(photo)}>>"
    data = pdf(page="/Thing 20 0 R").replace(
        b"trailer", b"20 0 obj\n" + head.encode() + b"\nstream\n" + photo + b"\nendstream\ntrailer"
    )

    assert b"Exif" in data
    assert b"Exif" not in published_pdf(data)[0]


# --- drawings ------------------------------------------------------------------------------------

_SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
ATTACKS = {
    "script": "<script>alert(1)</script>",
    "script-with-prefix": '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    "foreign-script": '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
    "handler": '<rect onload="alert(1)" ONCLICK="alert(1)"/>',
    "foreign-object": '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">alert</p></foreignObject>',
    "link": '<a href="javascript:alert(1)"><rect/></a>',
    "old-link": '<a xlink:href="https://alert.example/"><rect/></a>',
    "use": '<use xlink:href="https://alert.example/x.svg#a"/>',
    "use-data": '<use href="data:image/svg+xml;base64,alert"/>',
    "picture": '<image href="https://alert.example/x.png"/>',
    "svg-picture": '<image href="data:image/svg+xml,alert"/>',
    "animation": '<rect><animate attributeName="href" to="javascript:alert(1)"/></rect>',
    "set": '<set attributeName="onclick" to="alert(1)"/>',
    "style": "<style>@import url(https://alert.example/x.css);</style>",
    "style-escaped": "<style>@\\69mport 'https://alert.example/x.css'; rect{}</style>",
    "style-remark": "<style>@im/**/port 'x'; rect{fill:url(//alert.example/x)}</style>",
    "paint": '<rect fill="url(https://alert.example/x.svg#a)" style="fill:url(//alert.example)"/>',
    "base": '<g xml:base="https://alert.example/"/>',
    "instruction": '<?xml-stylesheet href="https://alert.example/x.css"?>',
    "remark": "<!-- alert -->",
    "frame": '<iframe src="https://alert.example/"/>',
    "notes": '<metadata><who xmlns="urn:x">alert</who></metadata>',
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_drawing_runs_nothing_and_calls_nobody(attack: str) -> None:
    """A drawing that came by mail is a drawing, and no page of somebody else under our name."""
    clean = published_drawing(f"<svg {_SVG}><circle r='4'/>{attack}<text>Lời</text></svg>".encode())

    assert b"alert" not in clean
    assert b"<circle r=" in clean
    assert "<text>Lời</text>".encode() in clean
    assert published_drawing(clean) == clean


@pytest.mark.parametrize(
    "data",
    [
        f'<!DOCTYPE svg [<!ENTITY a "x">]><svg {_SVG}><text>&a;</text></svg>'.encode(),
        b"<svg><rect/></svg>",
        b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
        b"",
        f"<svg {_SVG}><rect></svg>".encode(),
        f"<svg {_SVG}/>".encode("utf-16"),
        f"<svg {_SVG}>{'<g>' * 9000}{'</g>' * 9000}</svg>".encode(),
    ],
    ids=["entity", "no-language", "html", "empty", "damaged", "utf-16", "nested"],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    """An entity may hold a file of the PC, or grow without end."""
    with pytest.raises(DrawingRefused):
        published_drawing(data)


def test_a_drawing_keeps_how_it_looks() -> None:
    """Colours, gradients, styles and small pictures of a drawing stay."""
    drawing = (
        f"<svg {_SVG} viewBox='0 0 9 9'><defs><linearGradient id='a'><stop offset='0'/>"
        "</linearGradient></defs><style>/* màu */ .b{fill:url(#a)}</style>"
        "<rect class='b' fill='url(#a)' style='stroke:#123'/><use href='#a'/>"
        "<image href='data:image/png;base64,iVBORw0KGgo='/></svg>"
    )
    clean = published_drawing(drawing.encode()).decode()

    for kept in (
        *('viewBox="0 0 9 9"', 'id="a"', "fill:url(#a)", 'fill="url(#a)"', 'style="stroke:#123"'),
        *('href="#a"', "data:image/png;base64,iVBORw0KGgo="),
    ):
        assert kept in clean


# --- damage --------------------------------------------------------------------------------------


def damaged(data: bytes, chance: Random) -> bytes:
    """A file as a bad stick or a broken line leaves it."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[place : place + 1] = chance.randbytes(1)
            case 1:
                del changed[place : place + chance.randrange(1, 60)]
            case 2:
                changed[place:place] = chance.randbytes(chance.randrange(1, 40))
            case _:
                changed[place:] = changed[place // 2 : place]
    return bytes(changed)


def in_parts(chance: Random) -> bytes:
    """A Word file with damage in its parts, in a sound zip."""
    body = (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('A')}</w:p></w:tc></w:tr></w:tbl>"
    )
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name, content in parts_of(word(body)).items():
            packed.writestr(name, damaged(content, chance) if chance.random() < 0.3 else content)
    return data.getvalue()


def test_damage_is_told_and_never_stops_a_build() -> None:
    """Whatever a stick did to a file, the officer reads a sentence."""
    chance, drawing = Random(11), f"<svg {_SVG}><a href='#x'><rect style='fill:red'/></a></svg>"
    makers: dict[str, tuple[Callable[[bytes], object], Callable[[], bytes]]] = {
        "pdf": (published_pdf, lambda: damaged(pdf(page="/Annots[9 0 R]"), chance)),
        "packed-pdf": (published_pdf, lambda: damaged(pdf(packed=True), chance)),
        "word": (lambda data: published_office(data, ".docx"), lambda: damaged(word(), chance)),
        "word-parts": (lambda data: published_office(data, ".docx"), lambda: in_parts(chance)),
        "svg": (published_drawing, lambda: damaged(drawing.encode(), chance)),
    }

    def judge(case: tuple[Callable[[bytes], object], Callable[[], bytes]]) -> None:
        publish, damage = case
        for _ in range(200):
            with suppress(PaperRefused, DrawingRefused):
                publish(damage())

    each(makers, judge)


def test_every_host_holds_the_name_of_a_form(town: Town) -> None:
    """Blanks, marks and capitals in a name stop no upload, and two such names never meet."""
    for name in ("Mẫu đơn (2).pdf", "mau don (2).pdf", "mau-don-2.pdf"):
        town.file(f"stories/tin-tuc/{name}", pdf())
    town.post(
        "news",
        slug="tin",
        body="[Một](<Mẫu đơn (2).pdf>), [hai](mau%20don%20(2).pdf), [ba](mau-don-2.pdf#page=2).",
    )

    page = laid_out(town, "tin-tuc/tin/index.html")
    links = re.findall(r'href="\.\./(mau-don-2[^"#]*)(?:#page=2)?"', page)
    published = {path.name for path in (town.root / "site/tin-tuc").glob("*.pdf")}

    assert len(links) == 3
    assert published == set(links)
    assert all(re.fullmatch(r"[a-z0-9-]+\.pdf", name) for name in links)
