"""The boxes for searching: a few answers while somebody types, and nothing before that."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser_pages import address_of
from browser_probes import COLOURS, STRICT, barriers, sideways, small_targets
from browser_sites import TODAY
from conftest import PageLog
from console import ROOT
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.load import load_content
from loa.search.every_page import documents
from loa.search.evidence import evidence_of
from loa.search.words import fold

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
PIECES = re.compile(r"/assets/(search/|js/search|css/search)")


def test_nothing_is_fetched_until_somebody_types(page: Page) -> None:
    """A resident who only reads pays nothing for the search."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("./")
    page.get_by_role("searchbox").focus()
    page.wait_for_timeout(300)
    before = [url for url in asked if PIECES.search(url)]
    page.get_by_role("searchbox").press_sequentially("vay")
    expect(page.locator(".finds a").first).to_be_visible()

    assert before == []
    assert any(PIECES.search(url) for url in asked)


def test_a_resident_types_without_marks(page: Page) -> None:
    """Answers come while typing, say what was understood, and lead to the page."""
    page.goto("./")
    page.get_by_role("searchbox").press_sequentially("the bao hiem y te")
    status = page.locator(".finds-told")
    expect(status).to_contain_text(re.compile(r"\d+ kết quả cho “the bao hiem y te”"))
    expect(status).to_contain_text("Đang tìm cả thẻ bảo hiểm y tế")
    expect(page.locator(".finds mark").first).to_have_text(re.compile("bảo hiểm", re.IGNORECASE))
    page.locator(".finds a").first.click()

    expect(page.locator("article.post h1")).to_contain_text("bảo hiểm y tế")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("thoat1 ngheo2", "thoát nghèo"),
        ("thoats ngheof", "thoát nghèo"),
        ("vay vonn", "vay vốn"),
        ("BHYT", "bảo hiểm y tế"),
        ("nguoi gia", "người cao tuổi"),
        ("Dak Doa", "Đak Đoa"),
        ("84 kh ubnd", "Kế hoạch"),
    ],
)
def test_every_way_of_typing_finds(page: Page, typed: str, found: str) -> None:
    """Keys left in, a slip, letters on a card, everyday words, a number with spaces."""
    page.goto("tim-kiem/")
    page.get_by_role("searchbox").fill(typed)

    expect(page.locator(".find").first).to_contain_text(found, ignore_case=True)


def test_the_header_opens_a_box(page: Page, site: Path) -> None:
    """A resident in the middle of a post searches without leaving it first."""
    page.set_viewport_size(PHONE)
    page.goto(address_of("story", site))
    tool = page.locator("header").get_by_role("link", name="Tìm", exact=True)
    expect(tool).to_have_attribute("aria-expanded", "false")
    tool.click()
    box = page.locator("header").get_by_role("searchbox")
    expect(box).to_be_focused()
    expect(tool).to_have_attribute("aria-expanded", "true")
    box.press_sequentially("nha o")
    expect(page.locator(".finds-told")).to_contain_text("“nha o”")

    expect(page.locator("header .finds a").first).to_be_in_viewport(ratio=1)


def test_answers_are_walked_by_keyboard(page: Page) -> None:
    """Somebody without a mouse goes down the answers, back to the box, and on to all of them."""
    page.goto("./")
    box = page.get_by_role("searchbox")
    box.press_sequentially("vay von")
    links = page.locator(".finds-panel a")
    expect(page.locator(".finds-told")).to_contain_text("“vay von”")
    expect(links.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".finds-panel")).to_be_hidden()
    expect(box).to_have_value("vay von")
    page.keyboard.press("Enter")

    page.wait_for_url("**/tim-kiem/?q=vay+von")
    expect(page.locator(".find").first).to_be_visible()


def test_leaving_the_box_closes_the_answers(page: Page) -> None:
    """Whoever goes on to something else gets the page back."""
    page.goto("./")
    page.get_by_role("searchbox").press_sequentially("vay von")
    expect(page.locator(".finds-panel")).to_be_visible()
    page.locator("footer a").first.focus()

    expect(page.locator(".finds-panel")).to_be_hidden()


def test_a_screen_reader_is_told_how_many(page: Page) -> None:
    """The search is a landmark with a named box; one line tells what came, links do the rest."""
    page.goto("./")
    search = page.get_by_role("search")
    expect(search.get_by_role("searchbox", name="Điều cần tìm")).to_be_visible()
    search.get_by_role("searchbox").press_sequentially("vay von")
    expect(page.locator(".finds a").first).to_be_visible()
    panel = page.locator(".finds-panel")

    expect(panel.get_by_role("status")).to_contain_text("kết quả")
    assert panel.locator("[role=listbox], [role=option], [aria-live=assertive]").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_answers_shut_nobody_out(page: Page, theme: str) -> None:
    """They can be read by poor eyes, hit by thick fingers, and fit the smallest phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto("chinh-sach/")
    page.evaluate("document.documentElement.dataset.text = '2'")
    page.locator("header [data-do=search]").click()
    page.locator("header").get_by_role("searchbox").press_sequentially("vay von")
    expect(page.locator(".finds a").first).to_be_visible()
    found = barriers(page, STRICT if theme == "light" else COLOURS)
    found += sideways(page) + small_targets(page)

    assert not found, "\n".join(found)


def test_an_input_method_is_left_alone(page: Page) -> None:
    """A Vietnamese keyboard composes its word in peace: the box is never rewritten."""
    page.goto("./")
    box = page.get_by_role("searchbox")
    box.focus()
    session = page.context.new_cdp_session(page)
    for text in ("v", "va", "vay", "vay v", "vay vô", "vay vốn"):
        session.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    # Some phones compose all the time: the answers come nevertheless.
    expect(page.locator(".finds-told")).to_contain_text("“vay vốn”")
    expect(box).to_have_value("vay vốn")
    session.send("Input.insertText", {"text": "vay vốn"})

    expect(box).to_have_value("vay vốn")
    expect(page.locator(".finds a").first).to_be_visible()


def test_programs_ask_too(page: Page) -> None:
    """Whoever builds on this site gets the same answers, best first, from any page."""
    page.goto("lien-he/")
    found = page.evaluate("window.loaSearch.search('vay von', { limit: 3 })")
    more = page.evaluate("window.loaSearch.search('vay von')")

    assert len(found) == 3
    assert len(more) == 10
    assert [one["url"] for one in more[:3]] == [one["url"] for one in found]
    assert {"url", "title", "kind", "score"} <= set(found[0])
    assert found[0]["kind"] == "chinh-sach"
    assert [one["score"] for one in more] == sorted((o["score"] for o in more), reverse=True)
    assert page.evaluate("window.loaSearch.search('')") == []


def test_nothing_typed_is_kept(page: Page) -> None:
    """Phones are shared: the next person does not see what the last one looked for."""
    page.goto("./")
    page.get_by_role("searchbox").press_sequentially("ly hon")
    expect(page.locator(".finds-told")).to_contain_text("ly hon")

    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "ly hon" not in kept
    assert page.evaluate("document.cookie") == ""
    expect(page.get_by_role("searchbox")).to_have_attribute("autocomplete", "off")


# --- a network that fails, a site that was renewed -----------------------------------------------


def test_a_lost_piece_is_asked_for_again(page: Page, page_log: PageLog) -> None:
    """In a bad network the answer comes a little later, by itself."""
    page.route("**/assets/search/w*", lambda route: route.abort())
    page.goto("./")
    page.get_by_role("searchbox").press_sequentially("vay von")
    status = page.locator(".finds-told")
    expect(status).to_have_text("Chưa tải được dữ liệu tìm kiếm. Đang thử lại…")
    page.unroute("**/assets/search/w*")

    expect(page.locator(".finds a").first).to_be_visible()
    page_log.clear()


def test_without_a_network_a_resident_tries_again(page: Page, page_log: PageLog) -> None:
    """The page says in Vietnamese what is wrong, and one button tries again."""
    page.goto("./")
    page.route("**/assets/search/**", lambda route: route.abort())
    page.get_by_role("searchbox").press_sequentially("vay von")
    retry = page.get_by_role("button", name="Thử lại")
    expect(retry).to_be_visible(timeout=15_000)
    expect(page.locator(".finds-told")).to_contain_text("Bà con xem lại mạng")
    page.unroute("**/assets/search/**")
    retry.click()
    expect(page.locator(".finds a").first).to_be_visible()
    page_log.clear()


def test_a_renewed_site_still_answers(page: Page, site: Path, page_log: PageLog) -> None:
    """A phone that kept the list of an older site fetches the new one and goes on."""
    text = (site / "assets/search/index.js").read_text("utf-8")
    old = re.sub(r'("epoch":)"\w+"', r'\1"xxxxxx"', text)
    assert old != text

    def from_before(route: Route) -> None:
        if "?" in route.request.url:
            route.continue_()
        else:
            route.fulfill(body=old, content_type="text/javascript")

    page.goto("./")
    now = page.evaluate("window.loaSearch.search('vay von')")
    page.route("**/assets/search/index.js*", from_before)
    page.goto("lien-he/")
    found = page.evaluate("window.loaSearch.search('vay von')")
    page_log.clear()

    assert found == now


def test_pieces_of_an_older_list_are_no_answer(page: Page, site: Path, page_log: PageLog) -> None:
    """Numbers of before the last new post never lead to the wrong page: rather none is shown."""
    text = (site / "assets/search/index.js").read_text("utf-8")
    newer = re.sub(r'("epoch":)"\w+"', r'\1"xxxxxx"', text)
    page.route(
        "**/assets/search/index.js*",
        lambda route: route.fulfill(body=newer, content_type="text/javascript"),
    )
    page.goto("./")
    told = page.evaluate("window.loaSearch.search('vay von').catch((error) => error.message)")
    page_log.clear()

    assert isinstance(told, str)


ASK_LINES = """
async (keys) => {
  await window.loaSearch.search("vay von");
  const { lines } = window.loaSearch.inside;
  const begun = (key) => key.replace(/( \\S)\\S*$/, "$1");
  const found = [];
  for (const key of keys) {
    const known = await lines("w", key), forms = known.map((line) => line.form);
    const near = key.includes(" ") ? await lines("w", begun(key), true) : known;
    found.push(known.length > 0 && forms.every((form) => near.some((one) => one.form === form)));
  }
  return found;
}
"""


def test_every_word_is_where_a_phone_looks_for_it(page: Page) -> None:
    """The build cuts by the letters of a word; the phone finds it by them, whole or begun."""
    content = load_content(ROOT).content
    assert content is not None
    found = documents(Showing(content, date.fromisoformat(TODAY), Edition()))
    keys = sorted({fold(key) for one in found for key in evidence_of(one).keys})[::40]
    page.goto("./")
    there = page.evaluate(ASK_LINES, keys)

    assert len(keys) > 200
    assert [key for key, known in zip(keys, there, strict=True) if not known] == []


# --- people who mean harm, and things pasted by accident -----------------------------------------

HOSTILE = [
    "a" * 10_000,
    "vay von " * 2_000,
    ".*+?^${}()|[]\\",
    "<script>window.broken = 1</script>",
    "<img src=x onerror=window.broken=1>",
    "__proto__ constructor toString",
    "💰🏠 vay 👨‍👩‍👧",
    "\u202ename\u202c \u200f\u200b\u0000",
    "'; DROP TABLE --",
    "%00%ff %E0%A4%A",
    "  \t\n ",
    '~|^="\\',
    "a\u0301\u0323\u0302\u031b" * 50,
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_do_no_harm(page: Page, typed: str) -> None:
    """Whatever is typed or stands in a link is only a word."""
    page.goto("./")
    assert isinstance(page.evaluate("(text) => window.loaSearch.search(text)", typed), list)
    page.goto("tim-kiem/?" + page.evaluate("(q) => String(new URLSearchParams({ q }))", typed))
    if typed.strip(" \t\n"):
        expect(page.locator("#ket-qua .finds-told")).not_to_be_empty()

    assert page.evaluate("window.broken") is None
    assert page.locator("#ket-qua script, #ket-qua img").count() == 0
    assert len(page.locator("#ket-qua .finds-told").inner_text()) < 400
    assert not sideways(page)


@pytest.mark.parametrize(
    "address", ["tim-kiem/?q=vay&kind=__proto__", "tim-kiem/?q=vay&topic=%3Cb%3E&year=9999"]
)
def test_a_broken_link_narrows_to_nothing_and_can_be_undone(page: Page, address: str) -> None:
    """A link that somebody shortened or changed shows how to get all the answers."""
    page.goto(address)
    expect(page.locator("#ket-qua .finds-told")).to_contain_text("Không")
    page.locator("#ket-qua").get_by_role("link", name="Tất cả").first.click()

    expect(page.locator("#ket-qua")).to_be_visible()


def test_pages_of_other_sizes_have_no_second_box(new_page: Callable[..., Page]) -> None:
    """Home and the results page have one box, and "Tìm" in the header leads to it."""
    page = new_page(viewport=PHONE)
    for address in ("./", "tim-kiem/"):
        page.goto(address)
        page.locator("header [data-do=search]").click()
        expect(page.get_by_role("searchbox")).to_have_count(1)
        expect(page.get_by_role("searchbox")).to_be_focused()
