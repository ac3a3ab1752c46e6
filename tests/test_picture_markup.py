"""Pictures between the lines of a text: lighter files to choose from, nothing from elsewhere."""

import pytest

from loa.rendered.converting import Converter, Dialect
from loa.rendered.seen import pictures
from loa.text import safe_html
from loa.text.markup import Placed, picture_file

PLACED = Placed("anh/bo-800.jpg", ((240, 180), (480, 360), (800, 600)))
FILES = {PLACED.src: PLACED.src}
EXTENSIONS = ("attr_list", "loa.text.safe_html", "loa.text.picture_markup")


@pytest.fixture(params=["nh3", "python"], autouse=True)
def cleaner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways in which pages are cleaned."""
    if request.param == "python":
        monkeypatch.setattr(safe_html, "nh3", None)


def shown(body: str, *files: str, placed: Placed | None = PLACED) -> str:
    """A text as a page shows it."""
    known = dict.fromkeys(files or ("anh/bo.jpg",), placed)
    converter = Converter(Dialect(EXTENSIONS, {}))
    return converter.convert(body, "index.md", "./", FILES, known).html


def test_a_picture_in_the_text_offers_lighter_files() -> None:
    """A photo between two paragraphs costs a phone no more than the one on top."""
    page = shown("Trước ![Đàn bò bên chuồng](anh/bo.jpg) sau.")

    assert page.startswith("<p>Trước <picture><source")
    assert page.endswith("</picture> sau.</p>")
    for part in (
        'srcset="anh/bo-240.webp 240w, anh/bo-480.webp 480w, anh/bo-800.webp 800w"',
        'sizes="(min-width: 46em) 688px, calc(100vw - 32px)"',
        'type="image/webp"',
        'alt="Đàn bò bên chuồng"',
        'src="anh/bo-800.jpg"',
        'width="800"',
        'height="600"',
        'loading="lazy"',
    ):
        assert part in page
    assert "data-widths" not in page


@pytest.mark.parametrize(
    "body",
    [
        "![Đàn bò](<anh/bo.jpg>)",
        '![Đàn bò](anh/bo.jpg "Đàn bò")',
        "![Đàn bò](anh/bo.jpg){: .wide }",
        "[![Đàn bò](anh/bo.jpg)](https://example.org)",
        "![Đàn bò][a]{: .wide }\n\n[a]: anh/bo.jpg",
    ],
)
def test_however_it_is_written(body: str) -> None:
    """Writers who know more of Markdown lose nothing by it."""
    assert pictures(body) == ("anh/bo.jpg",)
    assert shown(body).count("<picture>") == 1
    assert ('class="wide"' in shown(body)) == ("wide" in body)


def test_an_odd_name_is_found() -> None:
    """A file named with blanks, brackets and Vietnamese letters is shown like any other."""
    names = ["anh/Đàn bò 1.jpg", "anh/đàn bò.jpg", "anh/bo (1).jpg"]
    body = (
        "![Đàn bò](<anh/Đàn bò 1.jpg>) ![Đàn bò](anh/%C4%91%C3%A0n%20b%C3%B2.jpg) "
        "![Đàn bò](anh/bo (1).jpg)"
    )

    assert [picture_file(address) for address in pictures(body)] == names
    assert shown(body, *names).count("<picture>") == 3


def test_where_it_cannot_be_shown_its_description_stands_in() -> None:
    """Without the picture library a text still says what there was to see."""
    body = "Trước ![Đàn bò](anh/bo.jpg) sau **![Bò con](anh/bo.jpg)**."

    assert shown(body, placed=None) == (
        "<p>Trước (Ảnh: Đàn bò) sau <strong>(Ảnh: Bò con)</strong>.</p>"
    )


def test_pictures_of_elsewhere_and_drawings_stay_what_they_are() -> None:
    """Only photos are made anew."""
    body = "![Sơ đồ](so-do.svg) ![Xa](https://example.org/a.jpg)"

    assert shown(body, "so-do.svg", placed=None).count("<img") == 2


@pytest.mark.parametrize(
    "html",
    [
        '<picture><source srcset="https://example.org/a.webp 1w"><img alt="x"></picture>',
        '<picture><source srcset="a.webp 1w, //example.org/a.webp 2w"><img alt="x"></picture>',
        '<picture><source srcset="a.webp 1w, &#104;ttps&#58;//e.org/a 2w"><img alt="x"></picture>',
        '<picture><source srcset="javascript:alert(1)"><img alt="x"></picture>',
        '<img alt="x" srcset="https://example.org/a.webp 1w">',
    ],
)
def test_no_list_of_files_leads_elsewhere(html: str) -> None:
    """What a writer pastes cannot make a reader's phone call a stranger."""
    page = shown(html)

    assert "srcset" not in page
    assert "example.org" not in page


def test_a_made_up_list_of_widths_makes_nothing() -> None:
    """An attribute typed by hand does not become an address."""
    page = shown('![Đàn bò](https://example.org/a-1.jpg){: data-widths="1 x\\"onload=1" }')

    assert "<picture" not in page
    assert "onload" not in page
