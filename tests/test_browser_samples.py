"""Invented stories: always labelled as such, and never handed on to machines."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser_html import read
from browser_pages import public_pages

pytestmark = pytest.mark.browser

LABEL = "Bài mẫu"
# A link to an invented story, and whether what stands around it says so.
UNLABELLED = """([samples, label]) => [...document.querySelectorAll("main a[href]")]
  .filter((link) => samples.includes(link.pathname) && !link.closest(".prose, nav"))
  .filter((link) => {
    const card = link.closest("li, article");
    const tags = card ? [...card.querySelectorAll(".tag")] : [];
    const tag = tags.find((found) => found.innerText.trim() === label);
    return !tag || !tag.checkVisibility();
  }).map((link) => link.href)"""

NOTICE_FIRST = """() => {
  const notice = document.querySelector(".notice-sample");
  return [...document.querySelectorAll(".picture, .panels, .facts, .prose")]
    .every((part) => notice.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


@pytest.fixture(scope="module")
def samples(site: Path) -> list[str]:
    """Addresses of the invented stories that the site shows."""
    folder = site / "guong-dien-hinh"
    pages = [page for page in folder.glob("*/index.html") if LABEL in page.read_text("utf-8")]
    found = [f"{page.parent.relative_to(site).as_posix()}/" for page in sorted(pages)]
    assert found
    return found


def test_a_sample_says_so_at_once(page: Page, samples: list[str]) -> None:
    """Nobody takes an invented family for a neighbour: the page says so before all else."""
    page.set_viewport_size({"width": 360, "height": 740})
    for address in samples:
        page.goto(address)
        notice = page.locator(".notice-sample")
        expect(notice).to_be_visible()
        expect(notice).to_contain_text(LABEL)
        assert page.evaluate(NOTICE_FIRST), address


def test_every_card_of_a_sample_is_labelled(page: Page, site: Path, samples: list[str]) -> None:
    """Nobody is misled in a list, a search or a neighbouring page either."""
    unlabelled, places = [], 0
    for file in public_pages(site):
        text = file.read_text(encoding="utf-8")
        if not any(sample.split("/")[1] in text for sample in samples):
            continue
        page.goto(file.relative_to(site).as_posix())
        base = urlsplit(page.url).path.removesuffix(file.relative_to(site).as_posix())
        paths = [base + sample for sample in samples]
        unlabelled += [f"{file}: {link}" for link in page.evaluate(UNLABELLED, [paths, LABEL])]
        places += 1

    assert not unlabelled, "\n".join(unlabelled)
    assert places > len(samples)


def test_search_engines_do_not_list_samples(site: Path, samples: list[str]) -> None:
    """A search on the web never shows an invented family as a real one."""
    for address in samples:
        assert "noindex" in read(site / address / "index.html").robots


def test_samples_are_in_no_feed_sitemap_or_data(site: Path, samples: list[str]) -> None:
    """Other pages and programs that take our posts never get an invented one."""
    files = [*site.rglob("*.xml"), *site.rglob("*.json")]
    found = [
        f"{file.name}: {address}"
        for file in files
        for address in samples
        if address.split("/")[1] in file.read_text(encoding="utf-8")
    ]

    assert files
    assert not found, "\n".join(found)
