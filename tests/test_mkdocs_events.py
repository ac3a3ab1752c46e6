"""Real builds of a tiny town: what MkDocs makes of it, and what happens when something is wrong."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from html_dangers import Finder
from mkdocs_runs import approve, build, built, project, texts
from town import CONSENT, Town, small_picture

ATTACK = "\"'><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A town with a post in every standing, built once: its files as text."""
    town = project(tmp_path_factory.mktemp("town"))
    town.township(approval_required=True, tagline=f"Dòng {ATTACK}")
    town.entry("topics", "san-xuat", title=f"Chủ đề {ATTACK}"[:60])
    town.file("stories/tin-tuc/anh/a.jpg", small_picture())
    image = {"file": "anh/a.jpg", "alt": f"Một ảnh {ATTACK}", "caption": ATTACK, "credit": ATTACK}
    town.post("news", slug="khac", topics=["vay-von"])
    town.post("policy", slug="vay")
    town.post("question", slug="hoi", answered_by=ATTACK)
    town.post(
        *("news",),
        slug="tin-xau",
        title=f"Tiêu đề {ATTACK}",
        summary=f"{ATTACK} " * 3,
        author=ATTACK,
        image=image,
        source={"name": ATTACK},
        audiences=["ho-ngheo"],
        translations={"jra": {"title": ATTACK, "translator": ATTACK}},
    )
    home = {"name": ATTACK, "livelihoods": [ATTACK]}
    home["changes"] = [{"label": ATTACK, "before": ATTACK, "after": ATTACK}]
    town.post("story", slug="mau", sample=True, household=home, award=ATTACK)
    shown = [path.relative_to(town.root).as_posix() for path in town.root.glob("stories/*/*.md")]
    approve(town, *shown)
    town.post("news", slug="nhap", status="draft", title="BANNHAP", topics=["khong-co"])
    held = {"by": "Chủ tịch", "on": "2026-11-01", "hash": "0" * 16}
    town.post("news", slug="cho", title="GIULAI", summary="GIULAI " * 12, approved=held)
    withdrawn = CONSENT | {"withdrawn_on": "2026-11-01", "record": "RUTLAI-1"}
    image = {"file": "anh/rutlai.jpg", "alt": "Một ảnh RUTLAI", "people": True}
    town.file("stories/guong-dien-hinh/anh/rutlai.jpg", small_picture())
    town.post(
        *("story",),
        slug="da-rut",
        title="RUTLAI",
        summary="RUTLAI " * 12,
        body="RUTLAI",
        household={"name": "RUTLAI"},
        image=image,
        consent=withdrawn,
        supports=["vay-von-ho-ngheo"],
        villages=["vi-du"],
    )
    return texts(built(town))


def test_a_good_town_becomes_a_whole_site(site: dict[str, str]) -> None:
    """Every address of the plan is there, and its machine-readable files are sound."""
    for section in ("chinh-sach/vay", "guong-dien-hinh/mau", "tin-tuc/khac", "hoi-dap/hoi"):
        assert f"{section}/index.html" in site
        for name in ("index.html", "rss.xml", "atom.xml", "feed.json"):
            assert f"{section.split('/')[0]}/{name}" in site
    for page in ("", "lich/", "lien-he/", "tim-kiem/", "en/", "thon/vi-du/", "chu-de/vay-von/"):
        assert f"{page}index.html" in site
    for name in ("404.html", "rss.xml", "sitemap.xml", "du-lieu/bai.json"):
        assert name in site
    for name, text in site.items():
        if name.endswith((".xml", ".svg")):
            ElementTree.fromstring(text)


def test_a_withdrawn_story_is_gone_from_everything(site: dict[str, str]) -> None:
    """A family that takes its consent back finds no word, picture or address of it anywhere."""
    assert [name for name, text in site.items() if "RUTLAI" in text] == []
    assert [name for name in site if "rutlai" in name] == []
    page = "guong-dien-hinh/da-rut/index.html"
    assert [name for name, text in site.items() if "da-rut" in text and name != page] == []
    assert "Bài này không còn trên trang" in site[page]
    assert '<meta name="robots" content="noindex' in site[page]


def test_a_post_held_back_says_that_it_is_being_updated(site: dict[str, str]) -> None:
    """Nobody reads a version that was not approved; the address stays alive."""
    page = "tin-tuc/cho/index.html"

    assert "Bài đang được cập nhật" in site[page]
    assert [name for name, text in site.items() if "GIULAI" in text] == []


def test_a_draft_is_in_no_build(site: dict[str, str]) -> None:
    """Neither its words nor its address leave the office."""
    assert [name for name, text in site.items() if "BANNHAP" in text or "/nhap/" in name] == []


def test_no_field_lets_html_through(site: dict[str, str]) -> None:
    """Titles, names, captions and credits are words on every page, whatever they contain."""
    for name, text in site.items():
        if name.endswith(".html"):
            finder = Finder()
            finder.feed(text)
            assert not [found for found in finder.found if found.startswith("on")], name
            assert "<img src=x" not in text, name
            assert not re.search(r'<img[^>]* src="x"', text), name
    assert "&lt;img src=x onerror=alert(1)&gt;" in site["tin-tuc/tin-xau/index.html"]


def last_good_site(town: Town) -> Path:
    """What was built yesterday."""
    town.file("site/index.html", "bản tốt gần nhất")
    town.file("site/tin-tuc/a/index.html", "bài hôm qua")
    return town.root / "site"


def assert_nothing_lost(site: Path) -> None:
    """Yesterday's site stands as it stood."""
    assert texts(site) == {"index.html": "bản tốt gần nhất", "tin-tuc/a/index.html": "bài hôm qua"}


def test_mistakes_stop_the_build_and_are_all_told(tmp_path: Path) -> None:
    """One run tells every mistake in Vietnamese, and the last good site stays online."""
    town = project(tmp_path)
    site = last_good_site(town)
    day = town.post("news", slug="ngay", date="31/02/2026")
    topic = town.post("news", slug="chu-de", topics=["vay-vn"])
    town.post("news", slug="nhap", status="draft", date="31/02/2026")
    run = build(town)

    assert run.returncode != 0
    assert f"{day}:4: «date»: không có ngày «31/02/2026» trong lịch; hãy xem lại" in run.stdout
    assert f"{topic}:7: «topics (mục 1): vay-vn» không có trong data/topics.yml" in run.stdout
    assert "có phải ý bạn là «vay-von»?" in run.stdout
    assert "Có 2 chỗ cần sửa." in run.stdout
    assert "Traceback" not in run.stdout
    assert_nothing_lost(site)


@pytest.mark.parametrize("clash", ["lich.md", "rss.xml", "tin-tuc/index.md", "tin-tuc/a.md"])
def test_two_pages_at_one_address_stop_the_build(tmp_path: Path, clash: str) -> None:
    """No page silently replaces another, and the last good site stays online."""
    town = project(tmp_path)
    site = last_good_site(town)
    post = town.post("news", slug="a")
    if clash.endswith(".md"):
        town.page(clash, "Trang viết tay.")
    else:
        town.file(f"docs/{clash}", "tệp viết tay")
    run = build(town)

    assert run.returncode != 0
    assert f"docs/{clash}" in run.stdout
    assert "Trùng đường dẫn" in run.stdout or f"{post}:1: bài trùng địa chỉ" in run.stdout
    assert "Traceback" not in run.stdout
    assert_nothing_lost(site)


@pytest.mark.parametrize("old", ["../../ngoai", "..", "tin-tuc/", "rss.xml", "/", "404.html"])
def test_an_old_address_stays_inside_and_takes_nobody_s_place(town: Town, old: str) -> None:
    """A slip in "replaces" neither writes outside the site nor hides a page of it."""
    town.post("news", replaces=[old])

    assert [told for told in town.problems() if "replaces" in told]
