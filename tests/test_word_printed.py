"""The Word papers as they come out of a printer: opened by LibreOffice, measured on the page."""

import re
import subprocess
from pathlib import Path

import pytest

from patience import LONGEST
from system_tools import LIBREOFFICE, PDFTOTEXT
from town import Town
from word_papers import papers

MM = 25.4 / 72


def run(program: str | None, *arguments: str) -> str:
    """Run a program that must be there and return what it said."""
    assert program, "make test installs what is missing"
    done = subprocess.run(
        [program, *arguments], check=True, capture_output=True, timeout=10 * LONGEST
    )
    return done.stdout.decode()


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the papers as PDF; all are made in one run."""
    folder = tmp_path_factory.mktemp("printed")
    for name, data in papers(Town(tmp_path_factory.mktemp("town"))).items():
        (folder / f"{name}.docx").write_bytes(data)
    files = [str(file) for file in sorted(folder.glob("*.docx"))]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run(LIBREOFFICE.find(), profile, "--headless", "--convert-to", "pdf",
        "--outdir", str(folder), *files)  # fmt: skip
    return folder


def pages(file: Path) -> list[list[tuple[float, float, float, float, str]]]:
    """The words of each page with their place in millimetres: left, top, right, bottom."""
    said = run(PDFTOTEXT.find(), "-bbox", str(file), "-")
    word = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
    return [
        [(*(float(side) * MM for side in found[:4]), found[4]) for found in word.findall(page)]  # type: ignore[misc]  # four sides
        for page in said.split("<page ")[1:]
    ]


def test_pages_are_numbered_as_the_decree_says(printed: Path) -> None:
    """The first page has no number, the others have it at the top in the middle."""
    for name in ("duyet", "bao"):
        first, *others = pages(printed / f"{name}.pdf")
        assert min(top for _, top, *_ in first) >= 19
        for number, words in enumerate(others, 2):
            (mark,) = [word for word in words if word[3] < 19]
            assert mark[4] == str(number)
            assert (mark[0] + mark[2]) / 2 == pytest.approx(30 + 165 / 2, abs=1)


def test_words_keep_to_the_margins(printed: Path) -> None:
    """Nothing is cut off by a printer or a binder, not even an endless word."""
    for name in ("duyet", "bao", "loa"):
        for words in pages(printed / f"{name}.pdf"):
            assert min(left for left, *_ in words) >= 29.5
            assert max(right for _, _, right, *_ in words) <= 196


def test_the_countrys_name_stands_on_one_line(printed: Path) -> None:
    """The head looks like every other paper of the office."""
    said = run(PDFTOTEXT.find(), "-layout", "-l", "1", str(printed / "duyet.pdf"), "-")
    assert re.search(r"ỦY BAN NHÂN DÂN +CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", said)
    assert re.search(r"XÃ ĐAK THỬ +Độc lập - Tự do - Hạnh phúc\n", said)


def test_letters_are_those_of_times(printed: Path) -> None:
    """The paper has the letters of the office's other papers, none of a Word template.

    Liberation Serif stands in for Times New Roman. It has no letters with two Vietnamese marks, so
    that another font lends them here; whether one is lent in Word cannot be seen in this test.
    """
    for name in ("duyet", "bao", "loa"):
        file = (printed / f"{name}.pdf").read_bytes()
        fonts = set(re.findall(rb"/FontName/[A-Z]{6}\+([A-Za-z]+)", file))
        assert fonts & {b"LiberationSerif", b"TimesNewRomanPSMT"}
        assert not fonts & {b"Carlito", b"Caladea", b"LiberationSans", b"Calibri", b"Cambria"}


def test_the_table_says_its_columns_again(printed: Path) -> None:
    """A reader of the second page of a table knows what its columns are."""
    said = run(PDFTOTEXT.find(), "-layout", str(printed / "bao.pdf"), "-")
    assert len(re.findall(r"Việc +Số hộ", said)) >= 2


def test_each_version_begins_a_page(printed: Path) -> None:
    """The reader lays the right sheets before the microphone."""
    sheets = run(PDFTOTEXT.find(), "-layout", str(printed / "loa.pdf"), "-").split("\f")
    begun = [sheet for sheet in sheets if re.search(r"Bản \d phút", sheet)]
    assert len(begun) == 3
    assert all(re.search(rf"Trang {number}/", sheet) for number, sheet in enumerate(sheets[:-1], 1))
