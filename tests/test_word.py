"""The Word papers: our page and styles, real lists and links, nothing hidden, always the same."""

import re
import subprocess
import sys
import zipfile
from datetime import date
from hashlib import sha256
from io import BytesIO

import docx
import pytest

from console import ROOT
from loa.exports.word.body import address
from loa.exports.word.official import signature
from loa.model.places import Signer
from town import TODAY, Town
from word_papers import LINK, papers

NAMES = ("duyet", "bao", "loa")
AGAIN = """
import sys, tempfile
from hashlib import sha256
from pathlib import Path
from town import Town
from word_papers import papers
for name, data in papers(Town(Path(tempfile.mkdtemp()))).items():
    print(name, sha256(data).hexdigest())
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The papers, made once."""
    return papers(Town(tmp_path_factory.mktemp("word")))


def part(data: bytes, name: str) -> str:
    """One part of a Word file as text."""
    return zipfile.ZipFile(BytesIO(data)).read(name).decode()


def test_the_page_is_the_decrees(made: dict[str, bytes]) -> None:
    """Office staff need not mend margins before they sign."""
    for data in made.values():
        section = docx.Document(BytesIO(data)).sections[0]
        sides = (section.page_width, section.page_height, section.top_margin,
                 section.bottom_margin, section.left_margin, section.right_margin)  # fmt: skip
        assert [round(side.mm) for side in sides] == [210, 297, 20, 20, 30, 15]


def test_letters_are_the_decrees(made: dict[str, bytes]) -> None:
    """Every letter is Times New Roman in Vietnamese, whatever the PC's own template says."""
    for data in made.values():
        styles = part(data, "word/styles.xml")
        assert len(re.findall(r'w:(?:ascii|hAnsi|eastAsia|cs)="Times New Roman"', styles)) == 4
        assert "Theme" not in styles
        assert '<w:lang w:val="vi-VN"' in styles
        assert set(re.findall(r'w:color w:val="(\w+)"', styles)) == {"000000"}


def test_nothing_is_formatted_by_hand(made: dict[str, bytes]) -> None:
    """An editor changes a style once and the whole paper follows."""
    for data in made.values():
        body = part(data, "word/document.xml")
        assert not re.search(r"<w:(rFonts|sz|b|i|color|jc|ind|spacing)[ />]", body)
        known = set(re.findall(r'w:styleId="([^"]+)"', part(data, "word/styles.xml")))
        assert set(re.findall(r'w:(?:p|r|tbl)Style w:val="([^"]+)"', body)) <= known


def test_lists_are_lists(made: dict[str, bytes]) -> None:
    """Lists go on counting when someone adds an item; each starts where its author began."""
    body, numbers = (part(made["duyet"], f"word/{name}.xml") for name in ("document", "numbering"))
    assert len(re.findall("<w:numPr>", body)) == 7
    assert re.findall(r'ilvl="(\d)"><w:startOverride w:val="(\d+)"', numbers) == [
        ("1", "1"), ("0", "7"), ("0", "1"),
    ]  # fmt: skip


def test_links_lead_somewhere(made: dict[str, bytes]) -> None:
    """A click opens the page; an address that could do harm or spoil the file is plain text."""
    targets = re.findall(r'Target="(\w+:[^"]+)"', part(made["bao"], "word/_rels/document.xml.rels"))
    assert sorted(set(targets)) == ["https://a%20b/%E1%BB%8F", LINK.replace("&", "&amp;")]
    assert part(made["bao"], "word/document.xml").count("<w:hyperlink ") == 2
    assert [address(bad) for bad in ("", "javascript:x", "file:///a", "https://[")] == [""] * 4


def test_tables_say_their_columns_on_every_page(made: dict[str, bytes]) -> None:
    """A table's head comes again on the next page, and no row is torn."""
    body = part(made["duyet"], "word/document.xml")
    assert body.count("<w:tblHeader/>") == 1
    assert body.count("<w:cantSplit/>") == 63


def test_pictures_have_words_and_no_secrets(made: dict[str, bytes]) -> None:
    """A blind editor hears what a picture shows; nobody learns where it was taken or lay."""
    body = part(made["bao"], "word/document.xml")
    assert 'descr="Vườn tiêu &amp; cà phê"' in body
    assert "[Ảnh 2: Ảnh không có tệp]" in body
    for data in made.values():
        names = zipfile.ZipFile(BytesIO(data)).namelist()
        whole = b"".join(zipfile.ZipFile(BytesIO(data)).read(name) for name in names)
        assert not re.search(rb"Exif\x00|vuon\.jpg|/tmp/|/home/|python-docx", whole)


def test_it_says_what_it_is(made: dict[str, bytes]) -> None:
    """Years later the file still says what it is; its days are the content's."""
    core = docx.Document(BytesIO(made["duyet"])).core_properties
    assert (core.title, core.author) == ("Cả tổ cùng trồng xen", "Công chức văn hóa xã")
    assert core.language == "vi-VN"
    assert core.created.date() == core.modified.date() == date(2026, 10, 17)


def test_every_word_arrives(made: dict[str, bytes]) -> None:
    """Signs, pictures in letters and endless words come through; what XML cannot hold does not."""
    said = "\n".join(one.text for one in docx.Document(BytesIO(made["bao"])).paragraphs)
    assert "<b>&amp; ]]>" in said
    assert "Đak Thử ệ dài" in said
    assert "😀" not in said
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", said)


def test_the_same_tomorrow(made: dict[str, bytes]) -> None:
    """A kit that did not change is not copied again."""
    said = subprocess.run([sys.executable, "-c", AGAIN], check=True, capture_output=True, text=True,
                          env={"PYTHONPATH": ":".join(str(ROOT / folder) for folder in
                                                      ("hooks", "scripts", "tests"))})  # fmt: skip
    assert said.stdout.split() == [
        word for name in NAMES for word in (name, sha256(made[name]).hexdigest())
    ]


def test_who_signs() -> None:
    """The form of signing is the decree's; a name that may be out of date is left to the pen."""
    deputy = {"name": "Siu Ví Dụ", "title": "Phó Chủ tịch", "form": "KT."}
    signer = Signer(**deputy, on_behalf="Ủy ban nhân dân")
    titles = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signature(signer, TODAY) == (titles, "")
    assert signature(Signer(**deputy, since=date(2026, 1, 1)), TODAY) == (titles[1:], "Siu Ví Dụ")
    assert signature(None, TODAY) == (("NGƯỜI DUYỆT",), "")
