"""The edition that opens from a USB stick, in a village without a network."""

import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_probes import STRICT, barriers, sideways, small_targets
from browser_sites import TODAY, build_changed
from loa.ask.paths import CARRIED_FOLDER
from loa.machines.stick import finish, pack, unfit_names
from search.metrics import page_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The carried edition as somebody gets it: as a zip, unpacked in a folder with any name."""
    project, site = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("site")
    build_changed(site, project, use_directory_urls="false")
    finish(site, date.fromisoformat(TODAY))
    pack(site, project / "ban.zip", date.fromisoformat(TODAY))
    usb = tmp_path_factory.mktemp("Ổ USB của làng #1")
    with zipfile.ZipFile(project / "ban.zip") as packed:
        packed.extractall(usb)
    return usb / CARRIED_FOLDER


@pytest.fixture
def offline(new_page: Callable[..., Page], stick: Path) -> Page:
    """A laptop in a village without a network."""
    return new_page(f"{stick.as_uri()}/", offline=True)


@pytest.mark.parametrize("address", ["index.html", "chinh-sach/index.html", "lich.html"])
def test_a_page_has_its_look(offline: Page, address: str) -> None:
    """A village head opens a page with a double click and sees it as it is on the web."""
    offline.goto(address)

    expect(offline.locator("h1")).to_be_visible()
    expect(offline.get_by_text("Bản mang đi, cập nhật đến ngày 24/11/2026.")).to_be_visible()
    assert offline.evaluate("document.fonts.ready.then(() => document.fonts.size)") == 2
    assert offline.evaluate("document.fonts.check('700 1em \"Be Vietnam Pro\"')")
    loaded = "[...document.fonts].every((font) => font.status === 'loaded')"
    assert offline.evaluate(loaded)
    expect(offline.locator("body")).to_have_css("margin-top", "0px")


def test_links_lead_from_page_to_page(offline: Page) -> None:
    """A village head walks from the first page to a list, a post and back."""
    offline.set_viewport_size({"width": 1280, "height": 800})
    offline.goto("index.html")
    offline.locator(".site-nav").get_by_role("link", name="Chính sách").click()
    expect(offline.locator("h1")).to_have_text("Chính sách")
    offline.locator(".row-title a").first.click()
    expect(offline.locator("article.post h1")).to_be_visible()
    offline.locator(".brand").click()

    expect(offline.locator("body")).to_have_class("kind-home")


def test_pictures_and_choices_work(offline: Page) -> None:
    """The drawn covers show, and the text can be made larger."""
    offline.set_viewport_size({"width": 1280, "height": 800})
    offline.goto("guong-dien-hinh/index.html")
    expect(offline.locator(".card img").first).to_have_js_property("complete", True)
    expect(offline.locator(".card img").first).not_to_have_js_property("naturalWidth", 0)
    offline.get_by_role("button", name="Cỡ chữ").click()

    expect(offline.locator("html")).to_have_attribute("data-text", "1")


QUERIES = ["vay von", "thẻ bảo hiểm", "nguoi gia", "thoats ngheof", "84 kh ubnd", "dien thoai"]
ASK = """async (queries) => {
  const found = [];
  for (const query of queries) found.push(await window.loaSearch.search(query, { limit: 20 }));
  return found.map((answers) => answers.map(({ url, title, score }) => [url, title, score]));
}"""


def test_a_search_is_answered(offline: Page) -> None:
    """Without a network, too, the search box gives pages to go on to."""
    offline.goto("index.html")
    offline.get_by_role("searchbox").fill("vay von")
    offline.keyboard.press("Enter")
    offline.wait_for_url("**/tim-kiem.html?q=*")
    offline.locator(".find h2 a").first.click()

    expect(offline.locator("article.post h1")).to_contain_text("vay vốn", ignore_case=True)


def test_the_finder_answers(offline: Page) -> None:
    """A village head finds out from the stick what a household may ask for, and opens the page."""
    offline.goto("chinh-sach/tim.html")
    offline.locator('input[value="ho-ngheo"]').check()
    offline.get_by_role("button", name="Tiếp theo").click()
    offline.get_by_role("button", name="Xem kết quả ngay").click()
    expect(offline.locator("h1")).to_contain_text("có thể được hưởng")
    offline.locator(".told-card h3 a").first.click()

    expect(offline.locator("article.post h1")).to_be_visible()


def test_the_header_searches_from_a_page_deep_inside(offline: Page) -> None:
    """A village head who reads a policy finds the next one without going back."""
    offline.goto("chinh-sach/bao-hiem-y-te.html")
    offline.locator("header [data-do=search]").click()
    offline.locator("header").get_by_role("searchbox").press_sequentially("tien dien")
    expect(offline.locator(".finds-told")).to_contain_text("“tien dien”")
    offline.locator(".finds a").first.click()

    expect(offline.locator("article.post h1")).to_contain_text("tiền điện")


def test_answers_are_those_of_the_web(offline: Page, new_page: Callable[..., Page]) -> None:
    """Whoever carries the stick knows as much as whoever has a network: same pages, same order."""
    online = new_page()
    online.goto("./")
    offline.goto("index.html")
    on_the_web, on_the_stick = online.evaluate(ASK, QUERIES), offline.evaluate(ASK, QUERIES)

    assert [[page_of(url) for url, *_ in found] for found in on_the_stick] == [
        [page_of(url) for url, *_ in found] for found in on_the_web
    ]
    assert [[rest for _, *rest in found] for found in on_the_stick] == [
        [rest for _, *rest in found] for found in on_the_web
    ]
    assert all(on_the_web)


def test_filters_work_from_the_stick(offline: Page) -> None:
    """The answers are narrowed down without a network, and the address keeps the choice."""
    offline.goto("tim-kiem.html?q=vay+von")
    kinds = offline.get_by_role("navigation", name="Loại bài")
    kinds.get_by_role("link", name=re.compile("^Hỏi đáp")).click()
    expect(offline).to_have_url(re.compile("kind=hoi-dap"))

    expect(offline.locator(".find .meta").first).to_contain_text("Hỏi đáp")


# --- one file -------------------------------------------------------------------------------------


@pytest.fixture
def alone(new_page: Callable[..., Page], stick: Path, tmp_path: Path) -> Page:
    """A phone that got one file and opens it with nothing beside it."""
    copied = Path(shutil.copy2(stick / "tim-kiem-mot-tep.html", tmp_path))
    page = new_page(f"{tmp_path.as_uri()}/", offline=True, viewport={"width": 360, "height": 740})
    page.goto(copied.name)
    return page


def test_one_file_holds_search_and_texts(alone: Page) -> None:
    """Sent from phone to phone, one file finds and tells everything by itself."""
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.get_by_role("searchbox").press_sequentially("tien dien")
    first = alone.locator("ol details").first
    first.locator("summary").click()

    expect(first.locator("summary")).to_contain_text("tiền điện")
    expect(first.locator("p").nth(1)).to_be_visible()
    expect(alone.locator(".lead")).to_contain_text("Cập nhật đến ngày")
    assert [url for url in asked if not url.startswith("data:")] == []
    assert alone.evaluate("document.fonts.check('700 1em \"Be Vietnam Pro\"')")


def test_one_file_shuts_nobody_out(alone: Page) -> None:
    """It can be read by poor eyes and hit by thick fingers, too."""
    alone.get_by_role("searchbox").press_sequentially("vay von")
    alone.locator("ol summary").first.click()
    found = barriers(alone, STRICT) + sideways(alone) + small_targets(alone)

    assert not found, "\n".join(found)


def test_every_file_can_be_copied(stick: Path) -> None:
    """Not one name of the whole site stops a copy to a stick or a phone."""
    assert list(unfit_names(stick)) == []
