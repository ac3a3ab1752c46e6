"""Photos as residents get them: light on a phone, sharp on a screen, and nothing jumps."""

import json
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from browser_html import read
from browser_pages import public_pages
from browser_probes import STRICT, barriers, parted, sideways
from browser_sites import build_changed, copy_project
from photos import phone_photo
from system_tools import JAVA
from test_browser_html import VNU
from web_server import served

pytestmark = pytest.mark.browser

POST = "stories/guong-dien-hinh/nuoi-de-lang-vi-du-2024.md"
STORY = "guong-dien-hinh/nuoi-de-lang-vi-du-2024"
PHOTOS = {
    "Đàn dê 1.JPG": partial(phone_photo, 2400, 1800, seed=1),
    "cao.jpg": partial(phone_photo, 2400, 1800, seed=2, orientation=6),
    "giua-bai.jpg": partial(phone_photo, 1600, 1200, seed=3),
}
FRONT = """image: {file: anh/Đàn dê 1.JPG, alt: Đàn dê bên chuồng sàn gỗ, credit: Cán bộ thôn}
photos:
  - {file: anh/cao.jpg, alt: Chuồng dê nhìn từ cổng, caption: Chuồng làm cao cho khô.}
  - {file: anh/giua-bai.jpg, alt: Cỏ voi trồng ven suối}
"""
PHONE, LAPTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
KB = 1024


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which one story has photos."""
    folder = tmp_path_factory.mktemp("project")
    copy_project(folder)
    text = (folder / POST).read_text(encoding="utf-8")
    text = text.replace("\nsummary:", f"\n{FRONT}summary:", 1)
    text += "\n\n![Cỏ voi trồng ven suối](anh/giua-bai.jpg)\n"
    (folder / POST).write_text(text, encoding="utf-8")
    (folder / POST).with_name("anh").mkdir()
    for name, taken in PHOTOS.items():
        (folder / POST).parent.joinpath("anh", name).write_bytes(taken())
    return folder


@pytest.fixture(scope="module")
def pictured(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with those photos."""
    return build_changed(tmp_path_factory.mktemp("site"), project)


@pytest.fixture(scope="module")
def address(pictured: Path) -> Iterator[str]:
    """Where the site with photos runs."""
    with served(pictured, "/") as running:
        yield running


def loaded(page: Page) -> dict[str, Response]:
    """The photos that a page loads from now on, by name."""
    photos: dict[str, Response] = {}

    def keep(answer: Response) -> None:
        if answer.url.endswith((".webp", ".jpg")):
            photos[answer.url.rpartition("/")[2]] = answer

    page.on("response", keep)
    return photos


def test_a_phone_loads_one_light_photo_first(new_page: Callable[..., Page], address: str) -> None:
    """Opening a story costs at most 30 KB for its photo; the others come when one reads on."""
    page = new_page(address, viewport=PHONE)
    photos = loaded(page)
    page.goto(f"{STORY}/", wait_until="networkidle")

    assert list(photos) == ["dan-de-1-480.webp"]
    assert 0 < len(photos["dan-de-1-480.webp"].body()) <= 30 * KB
    first = page.locator("figure img").first
    expect(first).to_have_attribute("fetchpriority", "high")
    assert first.get_attribute("loading") is None
    assert page.locator("img.photo:not([loading=lazy])").count() == 1
    # Not with the mouse wheel: each photo in turn, as a reader comes to it.
    for photo in page.locator(".post img").all():
        photo.scroll_into_view_if_needed()
        expect(photo).to_have_js_property("complete", True)
    assert set(photos) == {"dan-de-1-480.webp", "cao-480.webp", "giua-bai-480.webp"}
    assert all(len(answer.body()) <= 30 * KB for answer in photos.values())


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"viewport": PHONE, "device_scale_factor": 2}, "dan-de-1-800.webp"),
        ({"viewport": {"width": 768, "height": 900}}, "dan-de-1-800.webp"),
        ({"viewport": LAPTOP}, "dan-de-1-800.webp"),
        ({"viewport": LAPTOP, "device_scale_factor": 2}, "dan-de-1-1200.webp"),
    ],
    ids=["sharp-phone", "tablet", "laptop", "sharp-laptop"],
)
def test_a_sharper_screen_gets_a_sharper_photo(
    new_page: Callable[..., Page], address: str, options: dict[str, object], name: str
) -> None:
    """Nobody sees a blurred photo, and nobody loads more than the screen shows."""
    page = new_page(address, **options)
    photos = loaded(page)
    page.goto(f"{STORY}/", wait_until="networkidle")

    assert next(iter(photos)) == name


def test_nothing_moves_while_photos_come(new_page: Callable[..., Page], address: str) -> None:
    """A finger that aims at a link meets it, however slow the line."""
    page = new_page(address, viewport=PHONE)
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) =>"
        " { window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{STORY}/", wait_until="networkidle")
    before = page.evaluate("document.documentElement.scrollHeight")
    for photo in page.locator(".post img").all():
        photo.scroll_into_view_if_needed()
        expect(photo).to_have_js_property("complete", True)

    assert page.evaluate("document.documentElement.scrollHeight") == before
    assert page.evaluate("window.shift") == 0


def test_the_place_of_a_photo_has_its_colours(new_page: Callable[..., Page], address: str) -> None:
    """Before a photo is there, cells of its colours are."""
    page = new_page(address, viewport=PHONE)
    page.goto(f"{STORY}/", wait_until="networkidle")
    cells = page.locator(".frame .tones").nth(1)
    frame = page.locator(".frame").nth(1)

    assert cells.locator("path").count() == 12
    assert cells.bounding_box() == frame.bounding_box()


def test_a_photo_held_upright_fits_one_screen(new_page: Callable[..., Page], address: str) -> None:
    """One sees a tall photo whole, without moving the page."""
    page = new_page(address, viewport=LAPTOP)
    page.goto(f"{STORY}/")
    photo = page.get_by_alt_text("Chuồng dê nhìn từ cổng")
    photo.scroll_into_view_if_needed()
    expect(photo).to_have_js_property("complete", True)

    assert photo.evaluate("part => part.naturalHeight > part.naturalWidth")
    assert (photo.bounding_box() or {})["height"] <= LAPTOP["height"]


def test_a_list_shows_small_photos(new_page: Callable[..., Page], address: str) -> None:
    """A list of a dozen stories costs a phone little."""
    page = new_page(address, viewport=PHONE)
    photos = loaded(page)
    page.goto("guong-dien-hinh/", wait_until="networkidle")
    page.locator(".card img.photo").first.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")

    assert set(photos) <= {"dan-de-1-240.webp", "dan-de-1-480.webp"}
    assert photos
    assert all(len(answer.body()) <= 30 * KB for answer in photos.values())


def test_an_old_browser_gets_a_jpeg(new_page: Callable[..., Page], address: str) -> None:
    """A phone that knows no WebP shows the photo all the same."""
    page = new_page(address, viewport=PHONE)
    page.goto(f"{STORY}/")
    sources = page.locator(".post img.photo, .prose img").evaluate_all(
        "parts => parts.map((part) => part.src)"
    )

    assert len(sources) == 3
    for source in sources:
        answer = page.request.get(source)
        assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")
        assert answer.body()[:3] == b"\xff\xd8\xff"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_everyone_can_read_a_page_with_photos(
    new_page: Callable[..., Page], address: str, scheme: str, width: int
) -> None:
    """Photos bring no barrier: described, inside the screen, beside the largest text too."""
    page = new_page(address, viewport={"width": width, "height": 740}, color_scheme=scheme)
    page.add_init_script("localStorage.setItem('data-text', '2')")
    page.goto(f"{STORY}/", wait_until="networkidle")

    found = barriers(page, STRICT) + sideways(page) + parted(page)
    assert not found, "\n".join(found)


def test_photos_work_from_a_usb_stick(
    new_page: Callable[..., Page], project: Path, tmp_path: Path
) -> None:
    """In a village without a network the story shows its photos, each in the size that fits."""
    stick = build_changed(tmp_path, project, use_directory_urls="false")
    page = new_page(f"{stick.as_uri()}/", viewport=PHONE, offline=True)
    page.goto(f"{STORY}.html")
    for photo in page.locator(".post img").all():
        photo.scroll_into_view_if_needed()
        expect(photo).to_have_js_property("complete", True)
        expect(photo).not_to_have_js_property("naturalWidth", 0)
        assert photo.evaluate("part => part.currentSrc").endswith("-480.webp")
    assert not (stick / "anh/the").exists()


def test_pages_with_photos_are_valid(pictured: Path) -> None:
    """Old browsers and other programs understand the choice of files."""
    pages = [pictured / STORY / "index.html", pictured / "guong-dien-hinh/index.html"]
    said = subprocess.run(
        [JAVA.find(), "-Xss4m", "-jar", VNU, "--format", "json", *pages],
        capture_output=True,
        encoding="utf-8",
    )

    assert [m for m in json.loads(said.stderr)["messages"] if m["type"] != "info"] == []


def test_no_original_and_no_secret_is_on_the_site(pictured: Path) -> None:
    """Whoever downloads every file still does not learn where a family lives."""
    originals = {taken() for taken in PHOTOS.values()}
    for file in pictured.rglob("*"):
        if file.suffix in (".jpg", ".jpeg", ".JPG", ".webp", ".png"):
            data = file.read_bytes()
            assert data not in originals
            assert b"Exif" not in data
            assert b"EXIF" not in data


def test_every_page_has_a_card(site: Path) -> None:
    """Whatever page one shares, the chat shows what it is."""
    for page in public_pages(site):
        html = read(page)
        if html.policy:  # a signpost from an old address has none
            card = site / "anh/the" / html.share_card.rpartition("/anh/the/")[2]
            assert card.is_file(), f"{page} asks for {html.share_card}"
            assert card.stat().st_size <= 64 * KB
