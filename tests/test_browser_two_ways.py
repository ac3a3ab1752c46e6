"""Two ways: a resident asks about one very post, and reports abuse without leaving a trace."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from browser_probes import STRICT, barriers, sideways, small_targets
from browser_talking import STORY

pytestmark = pytest.mark.browser

PAGES = (
    "bao-truc-loi/",
    "hoi-dap/",
    "hoi-thi/",
    "tai-lieu/",
    "gioi-thieu/thang-cao-diem/",
    "phieu",
)
PHONE = {"width": 360, "height": 740}
ZALO = (
    "Mozilla/5.0 (Linux; Android 10; SM-A107F; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Version/4.0 Chrome/80.0.3987.99 Mobile Safari/537.36 "
    "Zalo android/12110500 ZaloTheme/light ZaloLanguage/vi"
)


@pytest.fixture
def phone(new_page: Callable[..., Page], talking: str) -> Page:
    """A phone on a site whose contacts are filled in."""
    return new_page(talking, viewport=PHONE)


def test_a_mail_carries_the_code_of_the_post(phone: Page) -> None:
    """The officer who opens a mail knows at once which post it is about."""
    phone.goto(f"{STORY}/")
    code = phone.locator(".code strong").inner_text()
    mail = phone.get_by_role("link", name="Gửi thư điện tử").get_attribute("href")

    assert unquote(mail) == f"mailto:vidu@example.org?subject=Hỏi về bài {code}"
    expect(phone.locator(".ask-line strong")).to_have_text(code)


def test_the_ask_button_leads_to_the_ways_of_this_post(phone: Page) -> None:
    """A reader with a question is taken to the telephone number, not to another page."""
    phone.goto(f"{STORY}/")
    phone.locator(".actions").get_by_role("link", name="Hỏi").click()

    expect(phone.get_by_role("heading", name="Hỏi – góp ý về bài này")).to_be_in_viewport()
    call = phone.get_by_role("link", name="Gọi 0200 3 000 000")
    expect(call).to_have_attribute("href", "tel:02003000000")


def test_the_slip_is_one_sheet_with_the_code_on_it(phone: Page) -> None:
    """A village head prints one sheet; whoever fills it in need not know the code."""
    phone.goto(f"{STORY}/")
    code = phone.locator(".code strong").inner_text()
    phone.get_by_role("link", name="Phiếu hỏi để in").click()
    expect(phone.locator(".slip-number strong")).to_have_text(code)
    expect(phone.get_by_role("button", name="In phiếu")).to_be_visible()
    sheets = len(re.findall(rb"/Type\s*/Page\b(?!s)", phone.pdf(prefer_css_page_size=True)))

    assert sheets == 1
    phone.get_by_role("link", name="Về bài").click()
    expect(phone.locator("h1")).to_be_visible()
    assert phone.url.endswith(f"{STORY}/")


@pytest.mark.parametrize("path", PAGES)
def test_the_new_pages_shut_nobody_out(phone: Page, path: str) -> None:
    """Every page can be read and pressed on the smallest phone, by day and by night."""
    if path == "phieu":
        phone.goto(f"{STORY}/")
        path = phone.get_by_role("link", name="Phiếu hỏi để in").evaluate("link => link.href")
    found = []
    for theme in ("light", "dark"):
        phone.emulate_media(color_scheme=theme, reduced_motion="reduce")
        phone.goto(path)
        found += barriers(phone, STRICT) + small_targets(phone)
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.evaluate("document.documentElement.dataset.text = '2'")
    found += sideways(phone)

    assert not found, "\n".join(found)


def test_a_report_of_abuse_leaves_no_trace(phone: Page) -> None:
    """Whoever reports abuse finds a number to call, and nothing on the page to write into."""
    phone.goto(f"{STORY}/")
    code = phone.locator(".code strong").inner_text()
    came_from: list[str | None] = []
    phone.on("request", lambda request: came_from.append(request.header_value("referer")))
    with phone.expect_navigation():
        phone.locator(".ask-report").get_by_role("link", name="Xem cách báo").click()

    expect(phone.locator("h1")).to_have_text(re.compile("Báo việc trục lợi"))
    assert code not in phone.url
    assert came_from[0] is None, "the host's log would know which post was read before"
    expect(phone.locator("main :is(form, input, textarea, [data-do])")).to_have_count(0)
    expect(phone.locator("a[href^='mailto:'], a[href*='mau.example']")).to_have_count(0)
    expect(phone.locator("body")).not_to_contain_text(re.compile(r"\b(GD|CS|TT|HD)-[0-9A-Z]{4}\b"))
    call = phone.get_by_role("link", name="Gọi 0200 3 000 001")
    expect(call).to_have_attribute("href", "tel:02003000001")
    expect(phone.locator("main")).to_contain_text("Đừng nói trong nhóm Zalo")
    expect(phone.locator("meta[name=referrer]")).to_have_attribute("content", "no-referrer")


def test_where_no_number_is_known_it_says_whom_to_see(page: Page) -> None:
    """Nobody dials a number that was made up; the page says that there is none, and where to go."""
    page.goto("bao-truc-loi/")

    expect(page.locator("main .unknown")).to_contain_text("Chưa có số điện thoại nhận tin báo.")
    expect(page.locator("main .unknown")).to_contain_text("gặp trực tiếp UBND")
    expect(page.locator("main a[href^='tel:']")).to_have_count(0)


def test_a_contest_closes_on_its_own(phone: Page) -> None:
    """Nobody writes for a contest that has closed, however old the page."""
    phone.clock.set_fixed_time("2026-12-10T23:30:00+07:00")
    phone.goto("hoi-thi/")
    expect(phone.get_by_text("Đang nhận bài.")).to_be_visible()
    phone.clock.set_fixed_time("2026-12-11T00:30:00+07:00")
    phone.goto("hoi-thi/")

    expect(phone.get_by_text("Đang nhận bài.")).to_be_hidden()
    expect(phone.get_by_text("Đã hết hạn gửi bài.")).to_be_visible()


# --- inside Zalo ---------------------------------------------------------------------------------


@pytest.fixture
def zalo(new_page: Callable[..., Page], talking: str) -> Page:
    """The browser inside Zalo, which neither prints nor saves."""
    return new_page(talking, viewport=PHONE, user_agent=ZALO)


def test_inside_zalo_printing_is_explained(zalo: Page) -> None:
    """A reader inside Zalo is told how to print instead of pressing a button that does nothing."""
    zalo.add_init_script("window.print = () => { window.printed = true; }")
    zalo.goto(f"{STORY}/")
    button = zalo.get_by_role("button", name="Cách in")
    button.click()

    expect(zalo.locator(".zalo-help")).to_contain_text("mở bằng trình duyệt (Chrome)")
    address = zalo.locator(".zalo-help a").get_attribute("href")
    assert address.endswith(f"{STORY}/")
    assert not zalo.evaluate("Boolean(window.printed)")
    assert not (found := barriers(zalo, STRICT)), "\n".join(found)
    button.click()
    expect(zalo.locator(".zalo-help")).to_be_hidden()


def test_inside_zalo_downloads_are_held_not_tapped(zalo: Page) -> None:
    """A reader inside Zalo gets a recording by holding its link, and is told so beside it."""
    zalo.goto(f"{STORY}/")

    expect(zalo.locator(".zalo-hold").first).to_contain_text("bấm giữ")
    expect(zalo.locator("a[download]")).to_have_count(0)


def test_outside_zalo_nothing_of_it_is_fetched(phone: Page) -> None:
    """Whoever reads in Chrome pays nothing for the advice."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{STORY}/", wait_until="networkidle")

    assert [url for url in asked if "zalo" in url] == []
    expect(phone.get_by_role("button", name="In", exact=True)).to_be_visible()
