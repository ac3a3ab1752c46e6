"""Every link of the built site, at the root of a host and under a path of one."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, expect

from browser_html import Html, read, target
from browser_sites import build_changed
from web_server import served

pytestmark = pytest.mark.browser

PREFIX = "/loa/"
# A made-up host, not alone there: what climbs out of the site, or names another host, shows.
ROOT = f"https://khong-ten.example{PREFIX}"
NOT_FOUND = "404.html"


@pytest.fixture(scope="module")
def shared_host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built for a host where it is not alone."""
    project, site = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("site")
    return build_changed(site, project, site_url=f"https://example.org{PREFIX}")


def test_every_link_of_every_page_leads_somewhere(site: Path) -> None:
    """No resident meets a dead end; the site may even be moved without being built again."""
    pages = _pages(site)
    broken = [
        f"{page}: {link}"
        for page, html in pages.items()
        if page != NOT_FOUND
        for link in html.links
        if not _leads_somewhere(link, page, site, pages)
    ]

    assert not broken, "\n".join(broken)


def test_the_page_for_lost_residents_works_anywhere(shared_host: Path) -> None:
    """It is shown at any address, so its links name the site's path on the host."""
    pages = _pages(shared_host)
    broken = [
        link
        for link in pages[NOT_FOUND].links
        if not _leads_somewhere(link, "khong/co/trang/nay/", shared_host, pages)
    ]

    assert not broken, "\n".join(broken)


def test_no_link_names_the_site_itself(site: Path) -> None:
    """A copy of the site on another host keeps its readers."""
    own = read(site / "index.html").canonical
    assert own.startswith("https://")
    named = [
        f"{page}: {link}"
        for page, html in _pages(site).items()
        for link in html.links
        if link.startswith((own, "//")) or (link.startswith("/") and page != NOT_FOUND)
    ]

    assert not named, "\n".join(named)


def test_style_sheets_find_their_files(site: Path) -> None:
    """Letters look as drawn, because the fonts arrive."""
    missing = [
        f"{sheet.relative_to(site)}: {link}"
        for sheet in (site / "assets" / "css").glob("*.css")
        for link in re.findall(r"""url\(["']?(?!data:)([^"')]+)""", sheet.read_text("utf-8"))
        if not (sheet.parent / link).resolve().is_file()
    ]

    assert not missing, "\n".join(missing)


def test_feeds_and_sitemap_name_pages_that_are_there(site: Path) -> None:
    """Readers of feeds and search engines are not sent to dead ends."""
    own = read(site / "index.html").canonical
    files = [*site.rglob("*.xml"), *site.rglob("feed.json"), *(site / "du-lieu").glob("*.json")]
    named = {address for file in files for address in _own_addresses(file, own)}
    missing = [address for address in named if not _file(address, own, site).is_file()]

    assert named
    assert not missing, "\n".join(missing)


def test_nothing_of_the_office_is_public(site: Path) -> None:
    """No resident sees the officer's bars, or a file of the kit."""
    barred = [name for name, html in _pages(site).items() if {"ribbon", "office"} & html.classes]

    assert barred == []
    assert not (site / "bo-dang").exists()
    assert not (site / "kit").exists()


def test_a_lost_resident_finds_the_way_back(
    new_context: Callable[..., BrowserContext], shared_host: Path
) -> None:
    """At a deep, wrong address the page still has its look, and its links lead home."""
    with (
        served(shared_host, PREFIX) as address,
        new_context(base_url=address) as context,
    ):
        page = context.new_page()
        answer = page.goto("thon/khong-co/bai-nay/")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("h1")).to_have_text("Không thấy trang này")
        assert page.evaluate("document.fonts.check('700 1em \"Be Vietnam Pro\"')")
        expect(page.locator(".lost img")).to_have_js_property("complete", True)
        assert page.locator(".lost img").evaluate("picture => picture.naturalWidth") > 0
        page.get_by_role("link", name="Trang chủ").last.click()
        page.wait_for_url(address)


def _pages(site: Path) -> dict[str, Html]:
    return {file.relative_to(site).as_posix(): read(file) for file in sorted(site.rglob("*.html"))}


def _leads_somewhere(link: str, page: str, site: Path, pages: dict[str, Html]) -> bool:
    found = target(link, page, ROOT)
    if found is None or link.startswith("#"):
        return found is None or link[1:] in pages.get(page, pages[NOT_FOUND]).ids
    path, anchor = found
    if not (site / path).is_file():
        return False
    return not anchor or path not in pages or unquote(anchor) in pages[path].ids


def _own_addresses(file: Path, own: str) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        text = json.dumps(json.loads(text), ensure_ascii=False)
    for match in re.finditer(re.escape(own) + r"[^\s<>\"'&\\]*", text):
        yield match.group()


def _file(address: str, own: str, site: Path) -> Path:
    path = unquote(address.removeprefix(own).partition("#")[0])
    return site / path / "index.html" if path.endswith("/") or not path else site / path
