"""A page becomes HTML without a generator: the same bytes, at a fraction of the price."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from browser_sites import TODAY, build
from console import ROOT
from loa.rendered.addresses import (
    AnchorLink,
    LostLink,
    file_of,
    followed,
    relative,
    seen_from,
    url_of,
    urls_of,
)
from loa.rendered.converting import Converter
from loa.rendered.environment import Templates
from loa.rendered.page import named
from loa.rendered.renderer import Rendered, Renderer, Site, places_missing
from loa.rendered.settings import parts, read_settings
from rendered_sites import THEME, LaidOut, project_of

SETTINGS = read_settings(ROOT / "mkdocs.yml")
FILES = urls_of(
    ["index.md", "lien-he.md", "tin-tuc/index.md", "tin-tuc/a.md", "anh/so đồ.svg"], True
)


@pytest.fixture(scope="module")
def converter() -> Converter:
    """The Markdown of this repository."""
    return Converter(SETTINGS.dialect)


def renderer(folder: Path, *, directory_urls: bool = True, **templates: str) -> Renderer:
    """A site with templates of a few words."""
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    site = Site("Thị trấn", "https://dakthu.vn/loa/", directory_urls, {"today": "2026-12-01"}, {})
    return Renderer(site, [folder], SETTINGS.dialect, FILES)


# --- the proof -----------------------------------------------------------------------------------


@pytest.mark.parametrize("settings", ["mkdocs.yml", "offline.yml"])
@pytest.mark.parametrize(
    "content", [ROOT / "tests/sample", pytest.param(ROOT, marks=pytest.mark.proof)]
)
def test_every_page_is_what_mkdocs_makes_of_it(
    content: Path, settings: str, tmp_path: Path
) -> None:
    """Residents get the same page to the last byte, whoever puts it together."""
    project = project_of(content, tmp_path)
    site = build(tmp_path / "built", project, settings)
    mine = LaidOut(project, settings, date.fromisoformat(TODAY))
    different = [
        name
        for name, page in mine.pages.items()
        if (site / name).read_text(encoding="utf-8") != page.html
    ]

    assert different == []
    assert (site / "404.html").read_text(encoding="utf-8") == mine.lost
    assert [page.lost for page in mine.pages.values() if page.lost] == []
    assert len(mine.pages) > 40


# --- addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "directory_urls", "file", "url"),
    [
        ("index.md", True, "index.html", "./"),
        ("index.md", False, "index.html", "index.html"),
        ("tin-tuc/a.md", True, "tin-tuc/a/index.html", "tin-tuc/a/"),
        ("tin-tuc/a.md", False, "tin-tuc/a.html", "tin-tuc/a.html"),
        ("tin-tuc/README.md", True, "tin-tuc/index.html", "tin-tuc/"),
        ("anh/sơ đồ.svg", True, "anh/sơ đồ.svg", "anh/s%C6%A1%20%C4%91%E1%BB%93.svg"),
        ("phieu/a.html", True, "phieu/a.html", "phieu/a.html"),
    ],
)
def test_a_file_has_one_place(path: str, directory_urls: bool, file: str, url: str) -> None:
    """An address printed on paper opens the page it was printed for."""
    assert file_of(path, directory_urls) == file
    assert url_of(path, directory_urls) == url


@pytest.mark.parametrize(
    ("url", "other", "shown"),
    [
        ("tin-tuc/a/", "tin-tuc/b/", "../a/"),
        ("tin-tuc/a/", "", "tin-tuc/a/"),
        ("./", "tin-tuc/a/", "../../"),
        ("./", "./", "./"),
        ("tin-tuc/a.html", "tin-tuc/b.html", "a.html"),
        ("assets/icon.svg", "tin-tuc/a.html", "../assets/icon.svg"),
    ],
)
def test_one_page_points_to_another(url: str, other: str, shown: str) -> None:
    """The site works in any folder of any host, and on a stick."""
    assert relative(url, other) == shown


@pytest.mark.parametrize(
    ("url", "page", "shown"),
    [
        ("", "tin-tuc/a/", "../.."),
        ("lien-he/#gio", "tin-tuc/a/", "../../lien-he/#gio"),
        ("https://gialai.gov.vn/", "tin-tuc/a/", "https://gialai.gov.vn/"),
        ("tel:0269", "tin-tuc/a/", "tel:0269"),
        ("#noi-dung", "tin-tuc/a/", "#noi-dung"),
        ("/loa/x", "tin-tuc/a/", "/loa/x"),
        ("../x", "tin-tuc/a/", "../../../x"),
        ("lien-he/", None, "/loa/lien-he/"),
    ],
)
def test_a_template_writes_an_address(url: str, page: str | None, shown: str) -> None:
    """Header, footer and lists lead to the same place from every page."""
    assert seen_from(url, page, "/loa/") == shown


@pytest.mark.parametrize(
    ("link", "shown", "said"),
    [
        ("../lien-he.md", "../../lien-he/", None),
        ("/lien-he.md", "../../lien-he/", None),
        ("index.md?loc=1", "../?loc=1", None),
        ("../anh/so%20đồ.svg", "../../anh/so%20%C4%91%E1%BB%93.svg", None),
        ("https://gialai.gov.vn/a.md", "https://gialai.gov.vn/a.md", None),
        ("mailto:a@b.vn", "mailto:a@b.vn", None),
        ("#gio", "#gio", AnchorLink("tin-tuc/a.md", "#gio", "tin-tuc/a.md", "gio")),
        (
            *("../lien-he.md#gio", "../../lien-he/#gio"),
            AnchorLink("tin-tuc/a.md", "../lien-he.md#gio", "lien-he.md", "gio"),
        ),
        ("b.md", "b.md", LostLink("tin-tuc/a.md", "b.md", "tin-tuc/b.md")),
        ("/tim-kiem/", "/tim-kiem/", LostLink("tin-tuc/a.md", "/tim-kiem/", "tim-kiem")),
        ("../lien-he/", "../lien-he/", LostLink("tin-tuc/a.md", "../lien-he/", "lien-he")),
    ],
)
def test_a_link_of_a_text_is_followed_or_told(
    link: str, shown: str, said: LostLink | AnchorLink | None
) -> None:
    """A writer names the file; whoever reads arrives, or the build says which link does not."""
    assert followed(link, "tin-tuc/a.md", "tin-tuc/a/", FILES) == (shown, said)


# --- pages ---------------------------------------------------------------------------------------


def test_one_converter_serves_all_pages(converter: Converter) -> None:
    """Footnotes, headings and tabs of one page leave no trace in the next."""
    text = '# Một\n\n## Hai\n\nCâu.[^1]\n\n=== "A"\n\n    a\n\n[^1]: Ghi chú\n\n```\nmã\n```\n'
    first = converter.convert(text, "tin-tuc/a.md", "tin-tuc/a/", FILES)
    other = converter.convert("## Hai\n\n[x](thieu.md)", "tin-tuc/a.md", "tin-tuc/a/", FILES)

    assert converter.convert(text, "tin-tuc/a.md", "tin-tuc/a/", FILES) == first
    assert [(item.title, item.url) for item in other.toc] == [("Hai", "#hai")]
    assert [link.target for link in other.lost] == ["tin-tuc/thieu.md"]
    assert first.lost == ()
    assert "fn:1" in first.anchors


def test_places_are_found_wherever_they_are_made(converter: Converter) -> None:
    """A link to a place inside a page is only refused where there really is none."""
    text = 'Chữ <a name="cu">cũ</a>\n\n<div id="khung">x</div>\n\n## Giờ mở cửa\n\n[x](#thieu)\n'
    converted = converter.convert(text, "lien-he.md", "lien-he/", FILES)
    page = Rendered("", converted.anchors, (), converted.anchor_links)

    assert {"cu", "khung", "gio-mo-cua"} <= converted.anchors
    assert [link.anchor for link in places_missing({"lien-he.md": page})] == ["thieu"]


def test_lighter_pictures_are_found_from_the_page(converter: Converter) -> None:
    """A phone fetches the small picture: its address is set right before it is multiplied."""
    files = {"anh/a-800.jpg": "anh/a-800.jpg"}
    text = '![Vườn](../anh/a-800.jpg){: data-widths="400 800" }\n'
    html = converter.convert(text, "tin-tuc/a.md", "tin-tuc/a/", files).html

    assert 'src="../../anh/a-800.jpg"' in html
    assert 'srcset="../../anh/a-400.webp 400w, ../../anh/a-800.webp 800w"' in html


@pytest.mark.parametrize(
    ("path", "meta", "heading", "title"),
    [
        ("a.md", {"title": "Của nó"}, "Đầu bài", "Của nó"),
        ("a.md", {}, "Đầu bài", "Đầu bài"),
        ("tin-tuc/ho_so-vay.md", {}, "", "Ho so vay"),
        ("tin-tuc/HoSo.md", {}, "", "HoSo"),
        ("index.md", {}, "", "Home"),
    ],
)
def test_a_page_has_a_title(path: str, meta: dict[str, str], heading: str, title: str) -> None:
    """The browser's tab says what the page is."""
    assert named(path, meta, heading, path == "index.md") == title


def test_a_heading_is_read_out_as_words(converter: Converter) -> None:
    """A picture in a heading is read as its description."""
    text = "# Vay **vốn** ![Sổ](../anh/so%20đồ.svg) & gửi\n"
    assert converter.convert(text, "tin-tuc/a.md", "tin-tuc/a/", FILES).heading == (
        "Vay vốn Sổ &amp; gửi"
    )


def test_a_template_sees_the_page(tmp_path: Path) -> None:
    """What a template may ask is answered as MkDocs answers it."""
    asked = (
        "{{ page.title }}|{{ page.url }}|{{ page.canonical_url }}|{{ page.content }}|"
        "{{ page.toc[0].url }}|{{ page.is_homepage }}|{{ config.extra.loa.today }}|"
        "{{ 'lien-he/'|url }}|{{ page.meta.items is mapping }}|{{ page.meta.none is defined }}"
    )
    site = renderer(tmp_path, main=asked)
    page = site.render("tin-tuc/a.md", {"title": "Tin"}, "## Hai\n")

    assert page.html == (
        'Tin|tin-tuc/a/|https://dakthu.vn/loa/tin-tuc/a/|<h2 id="hai">Hai</h2>|#hai|False|'
        "2026-12-01|../../lien-he/|False|False"
    )
    assert renderer(tmp_path).render("index.md", {}, "## Ba").html.split("|")[5] == "True"


def test_the_page_for_lost_addresses(tmp_path: Path) -> None:
    """A lost visitor's page leads on from any depth."""
    site = renderer(tmp_path, **{"404": "{{ 'lien-he/'|url }} {{ page is none }}"})

    assert site.static("404.html") == "/loa/lien-he/ True"


def test_front_matter_and_text_are_told_apart() -> None:
    """Whether typed or generated, the text begins where its front matter ends."""
    assert parts('---\n{\n "title": "A"\n}\n---\n\nChữ') == ({"title": "A"}, "Chữ")
    assert parts("---\ntitle: A\n---\nChữ") == ({"title": "A"}, "Chữ")
    assert parts("Chữ") == ({}, "Chữ")


# --- templates -----------------------------------------------------------------------------------


def test_all_templates_of_a_page_are_known(tmp_path: Path) -> None:
    """A changed template is seen by every page that may load it, and by no other."""
    for name, text in {
        "page.html": '{% extends "base.html" %}{% import "a/parts.html" as parts %}',
        "base.html": '{% include ["none.html", "foot.html"] ignore missing %}',
        "foot.html": '{% include "icons/" ~ name ~ ".svg" %}',
        "a/parts.html": '{% from "a/more.html" import x %}',
        "a/more.html": "",
        "icons/a.svg": "",
        "icons/b.svg": "",
        "other.html": "{% include anything %}",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    templates = Templates([tmp_path])

    assert templates.templates_of("page.html") == {
        *("page.html", "base.html", "none.html", "foot.html", "a/parts.html", "a/more.html"),
        *("icons/a.svg", "icons/b.svg"),
    }
    assert templates.templates_of("a/more.html") == {"a/more.html"}
    assert "icons/b.svg" in templates.templates_of("other.html")


def test_compiled_templates_are_kept_and_never_out_of_date(tmp_path: Path) -> None:
    """The next start is quicker, and still shows what a template says by then."""
    theme, kept = tmp_path / "theme", tmp_path / "kept"
    theme.mkdir()
    (theme / "a.html").write_text("cũ")
    assert Templates([theme], kept).render("a.html", {}) == "cũ"
    assert any(kept.iterdir())
    (theme / "a.html").write_text("mới")

    assert Templates([theme], kept).render("a.html", {}) == "mới"
    shutil.rmtree(kept)
    assert Templates([theme], kept).render("a.html", {}) == "mới"


def test_the_stick_edition_inherits_the_settings() -> None:
    """Both editions speak the same Markdown."""
    carried = read_settings(ROOT / "offline.yml")

    assert (carried.directory_urls, carried.dialect) == (False, SETTINGS.dialect)
    assert SETTINGS.titles == {"index.md": "Trang chủ"}
    assert Templates([THEME]).templates_of("404.html") >= {"404.html", "loa/base.html"}
