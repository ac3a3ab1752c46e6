"""The finder as a resident walks through it, and what becomes of the answers."""

import gzip
import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Response, Route, expect

from browser_probes import COLOURS, STRICT, barriers, parted, sideways, small_targets
from browser_sites import TODAY

pytestmark = pytest.mark.browser

FINDER = "chinh-sach/tim/"
PHONE = {"width": 360, "height": 740}
STUDENT = "dien-ho=ho-ngheo&viec-can=vay-von&nguoi-nha=hoc-sinh-sinh-vien&tuoi=18-69.tu-75"
FULL = f"{STUDENT}&dia-ban=dac-biet-kho-khan&dan-toc=dtts"
EVERYTHING_BUDGET = 30 * 1024


@pytest.fixture
def finder(page: Page) -> Page:
    """A phone on the finder's page, on the day of the build."""
    page.set_viewport_size(PHONE)
    page.clock.set_fixed_time(f"{TODAY}T12:00:00+07:00")
    page.goto(FINDER)
    return page


def _open(page: Page, answers: str) -> None:
    page.goto("about:blank")  # another fragment alone would not load the page anew
    page.goto(f"{FINDER}#{answers}")


def _group(page: Page, name: str) -> list[str]:
    """Titles of the benefits in one group of results."""
    section = page.locator(".told").filter(has=page.get_by_role("heading", name=name, level=2))
    return section.locator("h3").all_inner_texts()


def _choose(page: Page, value: str) -> None:
    page.locator(f'fieldset:visible input[value="{value}"]').check()


def _question(page: Page) -> Locator:
    return page.locator("fieldset:visible h2")


def test_a_resident_walks_from_the_home_page_to_an_answer(page: Page) -> None:
    """A poor household with a student reads what it may get, why, how much and where to go."""
    page.set_viewport_size(PHONE)
    page.clock.set_fixed_time(f"{TODAY}T12:00:00+07:00")
    page.goto("./")
    page.locator(".finder a").click()
    for answer in ("ho-ngheo", "vay-von", "hoc-sinh-sinh-vien", "18-69"):
        _choose(page, answer)
        page.get_by_role("button", name="Tiếp theo").click()
    while page.locator("fieldset:visible").count():
        page.get_by_role("button", name="Bỏ qua câu này").click()

    expect(page.locator("h1")).to_have_text(re.compile("có thể được hưởng [0-9]+ chính sách"))
    loan = page.locator(".told-card").filter(has_text="Vay vốn cho học sinh, sinh viên")
    expect(loan.locator(".told-amount")).to_contain_text("4 triệu đồng")
    expect(loan.locator(".told-amount")).to_contain_text("từ 19/5/2022")
    expect(loan.locator(".reason-2")).to_have_count(2)
    loan.locator("summary").click()
    for word in ("Giấy tờ", "Đến đâu", "Căn cứ", "157/2007/QĐ-TTg", "Thông tin đến"):
        expect(loan.locator("dl")).to_contain_text(word)
    expect(page.locator("main")).to_contain_text(
        "Chỉ để tham khảo; cơ quan có thẩm quyền quyết định"
    )
    loan.get_by_role("link").first.click()
    expect(page.locator("article.post h1")).to_be_visible()


def test_unsure_rules_stay_in_the_second_group(finder: Page) -> None:
    """The loan that only secondary sources tell of is to be asked for, not counted on."""
    _open(finder, f"{FULL}&xem")

    sure, unsure = _group(finder, "Có thể được hưởng"), _group(finder, "Cần hỏi thêm")
    assert "Bảo hiểm y tế cho hộ nghèo, hộ cận nghèo, đồng bào dân tộc thiểu số" in sure
    assert "Vay vốn làm ăn cho hộ nghèo" in unsure
    assert "Trợ cấp hưu trí xã hội" not in sure
    card = finder.locator(".told-card").filter(has_text="Vay vốn làm ăn cho hộ nghèo")
    expect(card.locator(".reason-2")).to_have_count(0)
    expect(card).to_contain_text("cần hỏi lại")


def test_what_does_not_fit_says_why(finder: Page) -> None:
    """A household reads which condition stands against it, and by which document."""
    _open(finder, "dien-ho=ho-can-ngheo&viec-can=vay-von&xem")
    fold = finder.locator(".told-no")
    fold.locator("summary").click()
    refused = fold.locator("li").filter(has_text="Vay vốn làm ăn cho hộ nghèo").first

    expect(refused).to_contain_text("Gia đình thuộc hộ nghèo")
    expect(refused).to_contain_text("78/2002/NĐ-CP")


def test_every_question_can_be_skipped(finder: Page) -> None:
    """A resident who answers nothing still gets a list of what to ask about."""
    asked = 0
    while finder.locator("fieldset:visible").count():
        expect(finder.locator('fieldset:visible [value="khong-ro"]')).to_be_enabled()
        finder.get_by_role("button", name="Bỏ qua câu này").click()
        asked += 1

    assert asked > 3
    assert _group(finder, "Có thể được hưởng") == []
    assert len(_group(finder, "Cần hỏi thêm")) > 10


def test_nobody_is_asked_their_ethnicity_for_nothing(finder: Page) -> None:
    """Ethnicity is asked where a rule turns on it, and of no one else."""
    settled = "dien-ho=ho-can-ngheo&viec-can=y-te&nguoi-nha=khong-co"
    _open(finder, f"{settled}&tuoi=18-69&dia-ban=khong-co")
    expect(finder.locator("[data-results]")).to_be_visible()
    assert len(_group(finder, "Có thể được hưởng")) > 0
    _open(finder, "dien-ho=khong-co&viec-can=y-te&nguoi-nha=khong-co&tuoi=18-69&dia-ban=kho-khan")

    expect(_question(finder)).to_contain_text("dân tộc")


def test_nothing_chosen_is_told_in_words(finder: Page) -> None:
    """A resident who presses on without an answer is told what to do, and loses nothing."""
    finder.get_by_role("button", name="Tiếp theo").click()

    expect(finder.get_by_role("alert").first).to_contain_text("chọn một dòng")
    expect(finder.locator('input[name="dien-ho"]').first).to_be_focused()


def test_back_leads_to_the_question_before(finder: Page) -> None:
    """A resident changes an answer, with the page's button or the phone's own."""
    _choose(finder, "ho-ngheo")
    finder.get_by_role("button", name="Tiếp theo").click()
    finder.get_by_role("button", name="Câu trước").click()
    expect(finder.locator('input[value="ho-ngheo"]')).to_be_checked()
    _choose(finder, "ho-can-ngheo")
    finder.get_by_role("button", name="Tiếp theo").click()
    expect(finder).to_have_url(re.compile("dien-ho=ho-can-ngheo"))

    finder.go_back()
    expect(_question(finder)).to_contain_text("diện nào")


def test_the_walk_needs_no_mouse(finder: Page) -> None:
    """Somebody who cannot hold a finger still goes all the way with Tab, arrows and Enter."""
    finder.keyboard.press("Tab")
    while not finder.evaluate("document.activeElement.matches('[name=dien-ho]')"):
        finder.keyboard.press("Tab")
    finder.keyboard.press("ArrowDown")
    expect(finder.locator('input[value="ho-can-ngheo"]')).to_be_checked()
    finder.keyboard.press("Enter")
    questions = []
    while finder.locator("fieldset:visible").count():
        questions.append(_question(finder).inner_text())
        assert len(questions) < 9
        expect(finder.locator("fieldset:visible h2")).to_be_focused()
        finder.keyboard.press("Tab")
        finder.keyboard.press("Space")
        ring = "parseFloat(getComputedStyle(document.activeElement.nextSibling).outlineWidth)"
        assert finder.evaluate(ring) >= 3
        finder.keyboard.press("Enter")

    expect(finder.locator("h1")).to_be_focused()
    for _ in range(3):
        finder.keyboard.press("Tab")
    assert finder.evaluate("document.activeElement.closest('[data-results]') !== null")


def test_answers_go_to_no_server(finder: Page) -> None:
    """Nobody who runs or watches a server learns that a household is poor, or what it lacks."""
    asked: list[str] = []
    finder.on("request", lambda request: asked.append(f"{request.url} {request.all_headers()}"))
    _open(finder, f"{FULL}&xem")
    finder.locator(".told-card a").first.click()
    expect(finder.locator("article.post h1")).to_be_visible()

    assert asked
    assert not [request for request in asked if "ho-ngheo" in request.partition("#")[2]]
    sent = [re.sub(r"#[^ ]*", "", request) for request in asked]  # a browser never sends it
    assert not [request for request in sent if "dien-ho" in request or "dtts" in request]
    assert not [request for request in sent if "'referer'" in request and "article" in request]
    finder.goto(FINDER)
    assert finder.locator('meta[name="referrer"]').get_attribute("content") == "no-referrer"
    assert finder.locator("main form").count() == 0
    kept = "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"
    assert finder.evaluate(kept) == '[{},{},""]'


def test_answers_can_be_wiped_out(finder: Page) -> None:
    """Whoever borrows the phone next finds no answer, not even with the back button."""
    _choose(finder, "ho-ngheo")
    finder.get_by_role("button", name="Tiếp theo").click()
    _choose(finder, "nha-o")
    finder.get_by_role("button", name="Tiếp theo").click()
    finder.get_by_role("button", name="Xem kết quả ngay").click()
    finder.get_by_role("button", name="Xoá câu trả lời").click()
    expect(finder.get_by_role("status")).to_have_text("Đã xoá câu trả lời")
    expect(finder).not_to_have_url(re.compile("#"))
    expect(finder.locator("main input:checked")).to_have_count(0)

    finder.go_back()
    expect(finder).not_to_have_url(re.compile("ho-ngheo"))
    expect(_question(finder)).to_contain_text("diện nào")
    finder.go_forward()
    finder.go_forward()
    expect(finder).not_to_have_url(re.compile("ho-ngheo"))


def test_a_shared_link_tells_what_it_holds_and_hides_ethnicity(finder: Page) -> None:
    """A resident sees what a neighbour will see, before anything is sent."""
    finder.add_init_script("delete Navigator.prototype.share")
    finder.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(finder, f"{FULL}&xem")
    finder.get_by_role("button", name="Gửi người nhà").click()
    panel = finder.locator(".sending")
    for word in ("Hộ nghèo", "Vay vốn", "Học sinh, sinh viên", "Từ 75 tuổi trở lên"):
        expect(panel).to_contain_text(word)
    expect(panel).not_to_contain_text("Người dân tộc thiểu số")
    panel.get_by_role("button", name="Gửi kèm câu trả lời").click()
    expect(finder.get_by_role("status")).to_have_text("Đã chép đường dẫn")
    link = finder.evaluate("navigator.clipboard.readText()")
    assert "dien-ho=ho-ngheo" in link
    assert "dan-toc" not in link
    assert "dtts" not in link

    _open(finder, link.partition("#")[2])
    expect(finder.locator("h1")).to_contain_text("có thể được hưởng")


@pytest.mark.parametrize(
    "said",
    ["dien-ho=<img src=x onerror=alert(1)>&hoi=khac", "dien-ho=ho-ngheo.ho-giau&%%%&=&tuoi", "&&&"],
)
def test_a_broken_link_asks_again(finder: Page, said: str) -> None:
    """A link that Zalo cut in the middle opens the first question that it does not answer."""
    _open(finder, said)

    expect(finder.locator("fieldset:visible")).to_have_count(1)


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def test_a_benefit_ends_and_begins_at_midnight_in_vietnam(
    new_page: Callable[..., Page], zone: str
) -> None:
    """An old build names no benefit after its last day, and a new amount from its first."""

    def changed(route: Route) -> None:
        text = route.fetch().text()
        rules = json.loads(text.partition("=")[2].rstrip().removesuffix(";"))
        for benefit in rules["benefits"]:
            if benefit["id"] == "bao-hiem-y-te":
                benefit["until"] = "2026-12-31"
        first = rules["about"]["tro-giup-phap-ly"]["amounts"][0]
        first["until"] = "2026-12-31"
        later = {**first, "text": "mức mới", "from": "2027-01-01", "until": ""}
        rules["about"]["tro-giup-phap-ly"]["amounts"].append(later)
        route.fulfill(body=f"window.loaRules={json.dumps(rules)};", content_type="text/javascript")

    page = new_page(timezone_id=zone)
    page.route("**/assets/finder/rules.js*", changed)
    seen = {}
    for moment in ("2026-12-31T23:30", "2027-01-01T00:30"):
        page.clock.set_fixed_time(f"{moment}:00+07:00")
        _open(page, "dien-ho=ho-ngheo&xem")
        named = any("Bảo hiểm y tế" in title for title in _group(page, "Có thể được hưởng"))
        aid = page.locator(".told-card").filter(has_text="Trợ giúp pháp lý miễn phí")
        seen[moment] = (named, aid.locator(".told-amount strong").inner_text())

    assert seen == {
        "2026-12-31T23:30": (True, "không mất tiền"),
        "2027-01-01T00:30": (False, "mức mới"),
    }


def test_without_a_script_the_same_benefits_are_listed(new_page: Callable[..., Page]) -> None:
    """An old phone shows the benefits by status, by person and by need."""
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(FINDER)
    expect(page.locator("fieldset:visible, button[data-finder-do]:visible")).to_have_count(0)
    for group, title in (
        ("Hộ nghèo", "Vay vốn làm ăn cho hộ nghèo"),
        ("Người cao tuổi", "Trợ giúp pháp lý miễn phí"),
        ("Nước sạch", "nước sạch"),
    ):
        fold = page.locator(".browse .fold").filter(
            has=page.locator("summary").filter(has_text=re.compile(f"^{group}$"))
        )
        fold.locator("summary").click()
        expect(fold.get_by_role("link", name=title)).to_be_visible()


def test_the_finder_with_its_rules_is_light(page: Page) -> None:
    """All of it, page, style, rules and script, costs less than one photo."""
    weights: dict[str, int] = {}

    def weigh(answer: Response) -> None:
        if re.search(r"chinh-sach/tim/|finder", answer.url):
            weights[answer.url] = len(gzip.compress(answer.body(), 6))

    page.on("response", weigh)
    page.goto(FINDER, wait_until="networkidle")

    assert len(weights) == 4
    assert sum(weights.values()) <= EVERYTHING_BUDGET, weights


STATES = {
    "several": "dien-ho=ho-ngheo",
    "people": "dien-ho=ho-ngheo&viec-can=vay-von",
    "results": f"{FULL}&xem",
    "nothing": "dien-ho=khong-co&viec-can=khong-co&nguoi-nha=khong-co&tuoi=18-69&dia-ban=khong-co",
}


@pytest.mark.parametrize("state", STATES)
def test_no_step_shuts_anybody_out(page: Page, state: str) -> None:
    """Every step can be read, by day and by night, and hit with a thick finger."""
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    _open(page, STATES[state])
    for button in page.locator("[aria-expanded='false'][data-finder-do]").all():
        button.click()
    for fold in page.locator("main details:visible > summary").all():
        fold.click()
    found = barriers(page, STRICT) + small_targets(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += [f"dark: {barrier}" for barrier in barriers(page, COLOURS)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", STATES)
def test_every_step_fits_the_smallest_phone(page: Page, state: str) -> None:
    """A resident with poor eyes and a small phone reads down the page with one thumb."""
    found = []
    for width, text in ((320, "2"), (360, "0"), (768, "1"), (1280, "0")):
        page.set_viewport_size({"width": width, "height": 740})
        _open(page, STATES[state])
        page.evaluate(f"document.documentElement.dataset.text = '{text}'; document.fonts.ready")
        found += [f"{width}/{text}: {part}" for part in sideways(page) + parted(page)]

    assert not found, "\n".join(found)


def test_results_on_paper_hold_what_is_needed(finder: Page) -> None:
    """A village head reads the list aloud from one sheet: why, papers, where, by which law."""
    _open(finder, f"{FULL}&xem")
    finder.evaluate("dispatchEvent(new Event('beforeprint'))")
    finder.emulate_media(media="print")

    expect(finder.locator(".told-card dl").first).to_be_visible()
    expect(finder.locator(".notice:visible").first).to_contain_text("Chỉ để tham khảo")
    for gone in (".actions", ".answer-private", ".told-no", ".sending", ".asking", ".browse"):
        expect(finder.locator(f"{gone}:visible")).to_have_count(0)


def test_results_fit_on_few_sheets(finder: Page) -> None:
    """A village head can afford to print them for a household."""
    _open(finder, f"{FULL}&xem")
    finder.emulate_media(media="print")
    sheets = finder.pdf(format="A4")

    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) <= 5
