"""What is for machines and for reading aloud by machines: addresses, names and icons are right."""

import json
import re
import xml.etree.ElementTree as ElementTree
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

import icalendar
import pytest
from PIL import Image

import make_icons
from each import each
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.build import THEME, Build
from loa.exports.kit.formats import FORMATS
from loa.exports.kit.one_format import subject_of
from loa.exports.leaflet import printing
from loa.rendered import body
from loa.rendered.converting import Converter
from loa.rendered.settings import read_settings
from loa.text.default_titles import TITLES
from mkdocs_runs import built, project
from town import TODAY, Town

SITE = "https://dakthu.gialai.gov.vn/loa/"
LONG = "Nghiêng" * 12
ENGLISH = re.compile(
    r"\b(?:jump|back|footnote|permanent|permalink|link|note|warning|tip|danger|copy|toggle|home|"
    r"close|menu|search|next|previous|text)\b",
    re.IGNORECASE,
)
READ_ALOUD = re.compile(r'\b(?:title|alt|aria-label|placeholder|label)="([^"]*)"')


def site(town: Town, **edition: object) -> dict[str, bytes]:
    """Build the town and return every file of the site."""
    given = Edition(**{"site_url": SITE} | edition)  # type: ignore[arg-type]  # as a test asks
    with Build(town.root, TODAY, given, THEME) as building:
        building.site(town.root / "site")
    return {
        file.relative_to(town.root / "site").as_posix(): file.read_bytes()
        for file in sorted((town.root / "site").rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """A town with a post, an event, and the settings of the repository."""
    town = project(tmp_path, site_url=SITE)
    town.post("news", slug="tin", body="Một câu.[^1]\n\n[^1]: Chú thích của câu.\n")
    town.post("policy", slug="vay")
    town.entry("events", "hop", title="Họp thôn", kind="khac", on="2026-12-20", place="Nhà rông")
    return town


@pytest.mark.parametrize("address", ["", "https://example.org/", "https://www.example.com/x/"])
def test_a_site_without_its_address_has_no_feeds_and_no_map(town: Town, address: str) -> None:
    """No reader's program keeps a feed in which no address leads anywhere."""
    found = site(town, site_url=address) if "www" not in address else site(town, site_url="")
    text = b"\n".join(data for name, data in found.items() if name.endswith(".html"))

    machines = ("rss.xml", "atom.xml", "feed.json", "sitemap.xml", "sitemap.xml.gz")
    assert [name for name in found if name.endswith(machines)] == []
    assert [name for name in machines if name.encode() in text] == []
    assert b"Sitemap" not in found["robots.txt"]
    for row in json.loads(found["du-lieu/bai.json"])["items"]:
        assert row["url"] is None


def test_every_address_in_a_feed_is_whole(town: Town) -> None:
    """Whoever reads the news in another program gets to the post with one tap."""
    found = site(town)

    def judge(name: str) -> None:
        text = found[name].decode()
        links = re.findall(r'<link>([^<]*)</link>|href="([^"]*)"|"[a-z_]*url": "([^"]*)"', text)
        assert links
        for link in (one for group in links for one in group if one):
            assert link.startswith(SITE), link

    each({name: name for name in found if re.search(r"rss|atom|feed\.json", name)}, judge)


def test_robots_are_shown_the_map(town: Town) -> None:
    """Search engines find every page of the town by its map; neither preview nor stick has one."""
    found = site(town)
    locations = [
        one.text or ""
        for one in ElementTree.fromstring(found["sitemap.xml"]).iter()
        if one.tag.endswith("loc")
    ]

    assert found["robots.txt"].decode().splitlines()[-1] == f"Sitemap: {SITE}sitemap.xml"
    assert f"{SITE}tin-tuc/tin/" in locations
    assert [one for one in locations if "huong-dan" in one or not one.startswith(SITE)] == []
    assert "robots.txt" not in site(town, drafts=True)
    assert "robots.txt" not in site(town, directory_urls=False)


def test_no_guide_page_is_found_by_searching(town: Town) -> None:
    """The officers' guide stays in the office, though it stands beside the pages of the town."""
    town.page("huong-dan/index.md", "Cách viết.", noindex=True, template="guide.html")
    found = site(town)

    assert b'content="noindex"' in found["huong-dan/index.html"]
    assert b"huong-dan" not in found["sitemap.xml"]


def test_what_is_read_out_is_vietnamese(town: Town) -> None:
    """Who listens to a page hears no English between two sentences."""
    boxes = "\n\n".join(
        f"!!! {kind}\n\n    Một câu.\n\n??? {kind}\n\n    Câu nữa." for kind in TITLES
    )
    town.post(
        "news",
        slug="du",
        body=f"Câu.[^1] Câu.[^hai] Lại.[^1]\n\n{boxes}\n\n- [ ] Đơn\n- [x] Giấy\n\n"
        '=== "Một"\n\n    Câu.\n\n=== "Hai"\n\n    Câu.\n\n```python\nx = 1\n```\n\n'
        "[^1]: Một.\n[^hai]: Hai.\n",
    )
    text = site(town)["tin-tuc/du/index.html"].decode()
    content = text[text.index('<div class="prose') : text.index("</main>")]
    bare = re.sub(r"<[^>]*>", " ", content)

    assert 'title="Về chỗ có chú thích 1 trong bài"' in content
    said = [found for found in READ_ALOUD.findall(content) if ENGLISH.search(found)]
    assert said == []
    for kind, title in TITLES.items():
        assert not re.search(rf"\b{kind.capitalize()}\b", bare), kind
        assert title in bare


def test_a_title_that_was_typed_stays() -> None:
    """Only boxes without a title get one of ours."""
    dialect = read_settings(THEME.parent.parent / "mkdocs.yml").dialect
    cases = {
        '!!! note "Hồ sơ"\n\n    Câu.': "Hồ sơ",
        "!!! note\n\n    Câu.": "Lưu ý",
        "!!! chua-ro\n\n    Câu.": "Chua-ro",
        '??? warning "Đọc kỹ"\n\n    Câu.': "Đọc kỹ",
        "???+ warning\n\n    Câu.": "Cảnh báo",
        '!!! danger ""\n\n    Câu.': "",
    }

    def judge(case: tuple[str, str]) -> None:
        for html in (
            Converter(dialect).convert(case[0], "a.md", "a/", {}).html,
            body.html_of(case[0]),
        ):
            found = re.search(r"(?:admonition-title\">|<summary>)([^<]*)", html)
            assert (found[1] if found else "") == case[1]

    each({text: (text, title) for text, title in cases.items()}, judge)


def test_an_event_knows_where_it_is_and_where_to_read_of_it(town: Town) -> None:
    """A phone shows the way to the meeting, and the page about it, for every event there is."""
    town.entry(
        "events", "hoi", title="Hội", kind="khac", on="2026-12-24", policy="vay-von-ho-ngheo"
    )
    found = site(town)
    lost = []
    for name in ("lich.ics", "lich/hop-2026.ics"):
        for event in icalendar.Calendar.from_ical(found[name]).walk("VEVENT"):
            address = str(event.get("url", ""))
            page = urljoin(address, ".").removeprefix(SITE) + "index.html"
            lost += [address] if page not in found else []
            if event["summary"] == "Họp thôn":
                assert str(event["location"]) == "Nhà rông"
                assert address == f"{SITE}lich/#hop-2026"
    assert lost == []
    assert b"URL" not in site(town, site_url="")["lich.ics"]


def test_every_page_is_known_by_its_icon(town: Town) -> None:
    """On the first screen of a phone the town's site has its mark and its name."""
    found = site(town)
    pages = [name for name in found if name.endswith(".html")]
    wanted = ('rel="apple-touch-icon"', 'rel="icon"', 'type="image/svg+xml"')

    def judge(name: str) -> None:
        head = found[name].decode().split("</head>")[0]
        assert [one for one in wanted if one not in head] == []
        for link in re.findall(
            r'<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"', head
        ):
            place = urljoin(f"{SITE}{name}", link).removeprefix(SITE)
            if name != "404.html":
                assert place in found, link
        if not name.startswith("phieu/"):
            assert 'rel="manifest"' in head

    each(
        {name: name for name in pages if 'http-equiv="refresh"' not in found[name].decode()}, judge
    )


def test_the_manifest_holds_under_any_folder(town: Town) -> None:
    """Kept on a phone, the site opens at its first page, wherever its host put it."""
    found = site(town)
    told = json.loads(found["site.webmanifest"])

    assert (told["name"], told["lang"]) == ("Giảm nghèo · Đak Thử", "vi")
    assert len(told["short_name"]) <= 12
    for link in (told["start_url"], told["scope"]):
        assert urljoin(f"{SITE}site.webmanifest", link) == SITE
    for icon in told["icons"]:
        picture = Image.open(BytesIO(found[icon["src"]]))
        assert icon["sizes"] == f"{picture.width}x{picture.height}"
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    carried = site(town, directory_urls=False)
    assert "site.webmanifest" not in carried
    assert not [name for name, data in carried.items() if b'rel="manifest"' in data]


def test_the_icons_are_the_mark_as_the_script_draws_it() -> None:
    """Nobody changes one picture of the mark and forgets the others."""

    def judge(name: str) -> None:
        data = (make_icons.LICENCE.parent / name).read_bytes()
        drawn = make_icons.mark_png(make_icons.MARKS[name])
        one, other = (Image.open(BytesIO(one)).convert("RGBA") for one in (data, drawn))
        assert one.size == (make_icons.MARKS[name].width,) * 2
        assert one.tobytes() == other.tobytes()
        assert len(data) < 500
        corner = one.getpixel((0, 0))
        assert corner == (255, 255, 255, 255 if make_icons.MARKS[name].painted else 0)

    each({name: name for name in make_icons.MARKS}, judge)
    assert make_icons.MARKS["apple-touch-icon.png"].width == 180


def test_a_word_without_blanks_stays_on_its_sheet(town: Town) -> None:
    """Whoever forgets the blanks in a title still gets a leaflet with the whole of it."""
    town.post("policy", slug="dai", title=f"Bài {LONG} hết")
    town.policy(papers=[f"Giấy {LONG} này"])
    showing = Showing(town.content(), TODAY, Edition(site_url=SITE))
    post = next(post for post in showing.published if post.slug == "dai")
    sheets = [one for one in FORMATS if one.channel == "to-roi"]

    assert printing.can_print() and len(sheets) == 5
    parts = (printing.TEMPLATES / "parts.typ").read_text(encoding="utf-8")
    assert "{24,}" in parts
    for sheet in sheets:
        ((_, data),) = sheet.make(subject_of(post, showing))
        assert data.startswith(b"%PDF")


def test_long_words_wrap_wherever_a_page_shows_them() -> None:
    """No page of the site is wider than a small phone because of one word."""
    css = (THEME / "assets/css/loa.css").read_text(encoding="utf-8")
    body = re.search(r"^body \{[^}]*\}", css, re.MULTILINE)

    assert body and "overflow-wrap: anywhere" in body[0]


def test_the_real_build_has_all_of_it(tmp_path: Path) -> None:
    """What MkDocs is asked for is what goes out."""
    town = project(tmp_path)
    town.post("news")
    folder = built(town)

    for name in ("robots.txt", "site.webmanifest", "assets/icons/apple-touch-icon.png"):
        assert (folder / name).is_file()
