"""What a page costs a resident's prepaid data, and how long it takes to come."""

import gzip
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, Route

from browser_pages import POSTS, address_of
from patience import settle, until

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
KILOBYTE = 1024
# First view without pictures, before anything is touched, packed as a host sends it.
BUDGETS = {"document": 15, "stylesheet": 12, "script": 8, "font": 26}
TOTAL, SECOND_PAGE, REQUESTS = 60, 15, 10
PAGES = ("home", "story-list", "policy-list", *POSTS)
# A fifth of what counts as good (0.1, web.dev/cls): a busy phone may draw half a list first.
STEADY = 0.02

# All shifts since the page began, those after a touch left out, as the measure is defined.
SHIFTS = """async () => {
  const all = [], told = new Promise((done) => {
    // Those before it was asked come first, those of the last frame when nothing else is left.
    const observer = new PerformanceObserver((list) => all.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => {
      all.push(...observer.takeRecords());
      done();
    })));
  });
  await told;
  return all.reduce((sum, entry) => sum + (entry.hadRecentInput ? 0 : entry.value), 0);
}"""
STOOD = "performance.getEntriesByName('first-contentful-paint').length > 0"
AT_THE_END = "scrollY + innerHeight >= document.scrollingElement.scrollHeight - 2"
BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((one) => one.renderBlockingStatus === "blocking")
  .map((one) => `${one.initiatorType} ${one.name}`)"""


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_light(
    page: Page, site: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fullest page of each kind opens within seconds on a poor line, for a few đồng."""
    answers = _opened(page, address_of(kind, site))
    weights = {
        sort: sum(_sent(answer) for answer in answers if answer.request.resource_type == sort)
        for sort in BUDGETS
    }
    total = sum(weights.values())
    with capsys.disabled():
        parts = ", ".join(f"{sort} {weight:.1f}" for sort, weight in weights.items())
        sys.stdout.write(f"\n{kind}: {total:.1f} KB ({parts}), {len(answers)} requests ")

    assert [sort for sort, budget in BUDGETS.items() if weights[sort] > budget] == []
    assert 0 < total <= TOTAL
    assert all(weights.values())
    assert len(answers) <= REQUESTS or kind not in POSTS


@pytest.mark.parametrize("kind", POSTS)
def test_a_second_page_costs_little(page: Page, site: Path, server: str, kind: str) -> None:
    """Whoever reads on pays for the text alone: look and letters are on the phone already."""
    known = {answer.url for answer in _opened(page, "./")}
    new = [answer for answer in _opened(page, address_of(kind, site)) if answer.url not in known]
    weight = sum(_sent(answer) for answer in new if answer.request.resource_type != "image")

    assert 0 < weight <= SECOND_PAGE
    assert {answer.request.resource_type for answer in new} <= {"document", "image"}
    assert all(answer.url.startswith(server) for answer in new)


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_moves_while_a_page_comes(page: Page, site: Path, kind: str) -> None:
    """A resident who has begun to read, or to press, keeps the place, even if letters come late."""
    page.route("**/*.woff2", _late)
    _opened(page, address_of(kind, site))
    page.mouse.wheel(0, 200_000)
    until(page, AT_THE_END)
    settle(page)

    assert page.evaluate(SHIFTS) <= STEADY


@pytest.mark.parametrize("kind", PAGES)
def test_only_style_sheets_hold_back_the_first_picture(page: Page, site: Path, kind: str) -> None:
    """On a slow line the text stands as soon as it is there; scripts and letters follow."""
    _opened(page, address_of(kind, site))
    blocking = page.evaluate(BLOCKING)

    assert blocking
    assert [one for one in blocking if not (one.startswith("link ") and ".css" in one)] == []
    sheets = [page.request.get(one.removeprefix("link ")).text() for one in blocking]
    assert [sheet for sheet in sheets if "@import" in sheet] == []
    assert sum(sheet.count("@font-face") for sheet in sheets) == sum(
        sheet.count("font-display") for sheet in sheets
    )


def _late(route: Route) -> None:
    """Let letters arrive when the text stands already, as on a poor line."""
    until(route.request.frame.page, STOOD)
    route.continue_()


def _opened(page: Page, address: str) -> list[Response]:
    """Open a page on a phone and return everything that came with it."""
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.set_viewport_size(PHONE)
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.remove_listener("response", keep)
    return answers


def _sent(answer: Response) -> float:
    """Kilobytes on the line: letters are packed already."""
    body = answer.body()
    packed = body if answer.request.resource_type == "font" else gzip.compress(body, 6)
    return len(packed) / KILOBYTE
