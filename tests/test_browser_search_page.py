"""The page of results: narrowed down by links that anybody can share, never at a dead end."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser_pages import address
from browser_probes import COLOURS, STRICT, barriers, sideways, small_targets

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def results(page: Page) -> Page:
    """A laptop with the answers to "vay von"."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("tim-kiem/?q=vay+von")
    expect(page.locator(".find").first).to_be_visible()
    return page


def choice(page: Page, nav: str, name: str) -> Locator:
    """One link of a group of filters."""
    group = page.get_by_role("navigation", name=nav)
    return group.get_by_role("link", name=re.compile(rf"^{name}\s+\d+"))


def told(page: Page) -> int:
    """The number of results that the status line tells."""
    text = page.locator("#ket-qua .finds-told").inner_text()
    return int(re.search(r"\d+", text)[0])  # type: ignore[index]  # a line without one fails


def counted(link: Locator) -> int:
    """The number beside a filter."""
    return int(link.locator(".count").inner_text().split()[0])


def test_a_result_says_what_it_is(results: Page) -> None:
    """A resident sees kind, how it stands, and the words that were meant, before tapping."""
    best = results.locator(".find").first

    expect(best.locator("h2 a")).to_contain_text("Vay vốn")
    expect(best.locator("mark").first).to_have_text(re.compile("vay vốn", re.IGNORECASE))
    expect(best.locator(".meta")).to_contain_text("Chính sách")
    expect(best.locator(".meta")).to_contain_text("Đang áp dụng")


def test_a_result_leads_to_the_part_that_answers(page: Page) -> None:
    """A question inside a long page is answered where the link lands."""
    page.goto("tim-kiem/?q=khong+co+so+do+thi+vay+duoc+khong")
    part = page.locator(".find", has=page.locator(".find-part")).first
    heading = part.locator(".find-part").inner_text().removeprefix("Mục: ")
    part.locator("h2 a").click()

    expect(page).to_have_url(re.compile("#"))
    landed = page.evaluate("document.getElementById(decodeURI(location.hash.slice(1))).innerText")
    assert landed.strip() == heading.strip()


def test_only_what_was_meant_is_marked(page: Page) -> None:
    """Words that look alike without marks stay dark: "nuoi bo" lights up cattle, no "bộ"."""
    page.goto("tim-kiem/?q=nuoi+bo")
    expect(page.locator(".find").first).to_be_visible()
    marked = " ".join(page.locator(".find mark").all_inner_texts()).lower().split()

    assert "bò" in marked
    assert not {"bộ", "bố", "bỏ", "bổ", "bờ"} & set(marked)


def test_filters_narrow_down_and_tell_how_many(results: Page) -> None:
    """A resident takes the hundred answers apart; the number beside a choice is what comes."""
    everything = told(results)
    questions = choice(results, "Loại bài", "Hỏi đáp")
    expected = counted(questions)
    questions.click()
    expect(results).to_have_url(re.compile("kind=hoi-dap"))
    expect(results.locator(".finds-told").first).to_contain_text(f"{expected} kết quả")
    kinds = results.locator(".find .meta").all_inner_texts()
    assert all("Hỏi đáp" in kind for kind in kinds)

    choice(results, "Loại bài", "Tất cả").click()
    expect(results.locator(".finds-told").first).to_contain_text(f"{everything} kết quả")


def test_every_choice_of_every_filter_keeps_its_word(results: Page) -> None:
    """No filter leads to nothing, and every number is right."""
    links = results.locator(".narrow-by .fold a:not([aria-current])")
    expect(links.first).to_be_attached()
    wanted = [(link.get_attribute("href"), counted(link)) for link in links.all()]
    assert len(wanted) > 10
    for href, number in wanted:
        results.goto(f"tim-kiem/{href}")
        expect(results.locator("#ket-qua .finds-told")).to_contain_text(f"{number} kết quả")


def test_filters_live_in_the_address(results: Page, new_page: Callable[..., Page]) -> None:
    """A village head sends the narrowed list on; "back" undoes the last choice."""
    choice(results, "Loại bài", "Chính sách").click()
    expect(choice(results, "Loại bài", "Chính sách")).to_have_attribute("aria-current", "true")
    in_force = results.locator(".narrow-by .fold", has_text="Hiệu lực").get_by_role(
        "link", name=re.compile("^Còn hiệu lực")
    )
    number = counted(in_force)
    in_force.click()
    expect(results).to_have_url(re.compile("kind=chinh-sach&force=co"))
    expect(results.locator(".finds-told").first).to_contain_text(f"{number} kết quả")
    shared = results.url
    results.go_back()
    expect(results).to_have_url(re.compile("kind=chinh-sach$"))
    expect(results.locator(".finds-told").first).not_to_contain_text(f"{number} kết quả")
    other = new_page()
    other.goto(shared)

    expect(other.locator("#ket-qua .finds-told")).to_contain_text(f"{number} kết quả")
    expect(other.get_by_role("searchbox")).to_have_value("vay von")


def test_a_chosen_filter_keeps_the_keyboard(results: Page) -> None:
    """Somebody who moves by keyboard goes on from where the choice was made."""
    link = choice(results, "Loại bài", "Hỏi đáp")
    link.focus()
    results.keyboard.press("Enter")
    expect(results).to_have_url(re.compile("kind=hoi-dap"))

    expect(choice(results, "Loại bài", "Hỏi đáp")).to_be_focused()
    expect(choice(results, "Loại bài", "Hỏi đáp")).to_have_attribute("aria-current", "true")


def test_more_results_come_below(results: Page) -> None:
    """A resident goes on reading where the first ten ended."""
    shown = results.locator(".find").count()
    results.get_by_role("button", name=re.compile("^Xem thêm")).click()
    expect(results.locator(".find")).to_have_count(shown + 10)

    expect(results.locator(".find h2 a").nth(shown)).to_be_focused()


def test_nothing_found_is_no_dead_end(page: Page) -> None:
    """A resident is offered words nearby, all posts by topic, and somebody to ask."""
    page.goto("tim-kiem/?q=vaqqqx+giqqqx")
    place = page.locator("#ket-qua")
    expect(place.locator(".finds-told")).to_contain_text("Không tìm thấy trang nào cho")
    expect(place.get_by_role("link", name="Hỏi cán bộ")).to_be_visible()
    expect(place.get_by_role("link", name="Chọn việc đang cần")).to_be_visible()
    near = place.locator(".near a").first
    expect(near).to_be_visible()
    near.click()

    expect(place.locator(".find").first).to_be_visible()


def test_samples_come_with_their_label(page: Page) -> None:
    """Nobody takes an invented family for a neighbour, and real pages stand before it."""
    page.goto("tim-kiem/?q=nuoi+bo+sinh+san")
    expect(page.locator(".find").first).to_be_visible()
    ask = "window.loaSearch.search('nuoi bo sinh san', { limit: 200 })"
    found = page.evaluate(ask)
    is_sample = [one["sample"] for one in found]
    scores = [one["score"] for one in found]

    assert True in is_sample
    assert is_sample == sorted(is_sample)
    assert scores == sorted(scores, reverse=True)
    while not page.locator(".find .tag-sample").count():
        page.get_by_role("button", name=re.compile("^Xem thêm")).click()
    expect(page.locator(".find", has_text="Bài mẫu").first).to_be_visible()


def test_everything_a_visitor_sees_is_found(page: Page, site: Path) -> None:
    """Not only posts: whoever types a page's title finds that page near the top."""
    found = {}
    page.goto("tim-kiem/")
    for name in ("lien-he", "lich", "gioi-thieu/ke-hoach-84", "gioi-thieu/ra-soat-ho-ngheo"):
        file = site / name / "index.html"
        title = re.search(r"<h1[^>]*>(.*?)</h1>", file.read_text("utf-8"), re.S)
        assert title
        words = re.sub(r"<[^>]+>|&nbsp;", " ", title[1]).replace("\u00a0", " ")
        ask = "(text) => window.loaSearch.search(text, { limit: 3 })"
        pages = [one["url"].partition("#")[0] for one in page.evaluate(ask, words)]
        found[name] = address(file, site) in pages

    assert all(found.values()), found


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def test_an_old_build_says_that_a_policy_ended(new_page: Callable[..., Page], zone: str) -> None:
    """The line under a result is right on the reader's day, counted in Vietnam."""
    page = new_page(timezone_id=zone)
    said = {}
    for moment in ("2026-12-31T23:30:00+07:00", "2027-01-01T00:30:00+07:00"):
        page.clock.set_fixed_time(moment)
        page.goto("tim-kiem/?q=chuan+ngheo+giai+doan+2022+2025")
        said[moment] = page.locator(".find", has_text="2022").first.locator(".meta").inner_text()
    before, after = said.values()

    assert "Dùng đến hết 31/12/2026" in before
    assert "giai đoạn trước" in after


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("query", ["vay+von", "vaqqqx+giqqqx"])
def test_the_results_shut_nobody_out(page: Page, theme: str, query: str) -> None:
    """They can be read by poor eyes, hit by thick fingers, and fit the smallest phone."""
    page.set_viewport_size({"width": 320, "height": 740})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto(f"tim-kiem/?q={query}")
    page.evaluate("document.documentElement.dataset.text = '2'")
    expect(page.locator("#ket-qua a").first).to_be_visible()
    summary = page.locator(".narrow-all > summary")
    if summary.count():
        summary.click()
        page.locator(".narrow-by .fold summary").first.click()
    found = barriers(page, STRICT if theme == "light" else COLOURS)
    found += sideways(page) + small_targets(page)

    assert not found, "\n".join(found)


def test_on_a_phone_the_first_answer_is_near(page: Page) -> None:
    """Filters wait folded: a resident sees the first answer without scrolling far."""
    page.set_viewport_size(PHONE)
    page.goto("tim-kiem/?q=vay+von")
    first = page.locator(".find h2 a").first
    expect(first).to_be_visible()
    box = first.bounding_box()

    assert box is not None
    assert box["y"] < PHONE["height"]
