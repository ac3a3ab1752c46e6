"""One town, several sites: before and after the merger, on the web and from a stick."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from mkdocs_runs import built, project, texts
from town import TOWNSHIP, Town

OLD, NEW = "thị trấn Đak Thử", "xã Đak Thử"
OLD_PARENTS, NEW_PARENTS = "huyện Đak Thử, tỉnh Ví Dụ", "tỉnh Ví Dụ"
NOTE = f"Khi viết bài này, nơi đây là {OLD}; nay là {NEW}."


def write_posts(town: Town) -> None:
    """One post from before the merger, one from after, and enough news for a second page."""
    town.post("story", slug="truoc", date="2024-10-05")
    town.post("story", slug="sau", date="2026-10-05", body="Xem [bài trước](truoc.md).")
    town.post("policy", slug="vay", replaces=["cu/vay.html"], body="{{ can-cu }}\n\n{{ don-vi }}")
    for day in range(1, 15):
        town.post("news", slug=f"tin-{day}", date=f"2026-10-{day:02d}")
    town.page("gioi-thieu/index.md", "Trang của {{ don-vi ubnd }}, {{ don-vi thuoc }}.")


@pytest.fixture(scope="module", params=[True, False], ids=["web", "stick"])
def directory_urls(request: pytest.FixtureRequest) -> bool:
    """Whether addresses end in a slash, as on the web, or in .html, as on a stick."""
    return bool(request.param)


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory, directory_urls: bool) -> Path:
    """The site after the merger, for the web and for a stick."""
    town = project(tmp_path_factory.mktemp("moi"), use_directory_urls=str(directory_urls).lower())
    write_posts(town)
    return built(town)


def pages(site: Path) -> dict[str, str]:
    """The pages of a site; signposts at old addresses and the template of errors left out."""
    return {
        name: text
        for name, text in texts(site).items()
        if name.endswith(".html") and 'http-equiv="refresh"' not in text and name != "404.html"
    }


def test_the_new_name_stands_everywhere(new_site: Path) -> None:
    """After the merger no page calls the town by its old name, except to explain it."""
    found = pages(new_site)

    assert len(found) > 20
    for name, text in found.items():
        assert f"UBND {NEW}" in text, name
        told = text.replace(NOTE, "").replace(f"Khi viết bài này, nơi đây là {OLD}", "")
        assert OLD not in told and "huyện Đak Thử" not in told, name
    (about,) = (text for name, text in found.items() if name.startswith("gioi-thieu"))
    assert f"Trang của UBND {NEW}, {NEW_PARENTS}." in about


def test_older_posts_show_the_old_name_beside_the_new(new_site: Path) -> None:
    """Who looks for the old town in a post of its time is told what it is called now."""
    noted = [name for name, text in pages(new_site).items() if NOTE in text]

    assert [name.removesuffix("/index.html").removesuffix(".html") for name in noted] == [
        "guong-dien-hinh/truoc"
    ]


def test_one_line_brings_the_old_name_back(tmp_path: Path) -> None:
    """The switch is ``active_unit`` alone: name, parents and recipients all follow it."""
    town = project(tmp_path)
    first, second = TOWNSHIP["units"]
    recipients = [{"name": "Phòng LĐ-TB&XH huyện", "mark": "để báo cáo"}]
    units = [first | {"report_recipients": recipients}, second]
    town.township(active_unit="thi-tran-cu", units=units)
    write_posts(town)
    found = pages(built(town))

    for name, text in found.items():
        assert f"UBND {OLD}" in text, name
        assert f"UBND {NEW}" not in text, name
        assert "Khi viết bài này" not in text, name
    assert f"Trang của UBND {OLD}, {OLD_PARENTS}." in found["gioi-thieu/index.html"]
    assert town.content().township.active.report_recipients[0].name == recipients[0]["name"]


class Links(HTMLParser):
    """Collects what a page leads to, loads, and offers as a place to jump to."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        known = {name: value or "" for name, value in attributes}
        if tag == "link" and known.get("rel") == "canonical":
            return
        self.addresses += [known[name] for name in ("href", "src") if name in known]
        self.addresses += re.findall(r"[^\s,]+(?=\s+\d+w)", known.get("srcset", ""))
        self.anchors |= {known["id"]} if "id" in known else set()


def links_of(path: Path) -> Links:
    """The links of one page."""
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def test_every_link_leads_to_a_file(new_site: Path, directory_urls: bool) -> None:
    """Whoever clicks, on the web or from a stick, arrives; nothing points at a host's root."""
    site = {path.resolve() for path in new_site.rglob("*") if path.is_file()}
    linked = 0
    for page in sorted(new_site.rglob("*.html")):
        for address in links_of(page).addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or page.name == "404.html":
                continue
            where = f"{page.relative_to(new_site)}: {address}"
            assert not parts.path.startswith("/"), where
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
            if directory_urls and target.is_dir():
                target /= "index.html"
            assert target in site, where
            if parts.fragment and target.suffix == ".html":
                assert parts.fragment in links_of(target).anchors, where
            linked += 1

    assert linked > 500


def test_a_moved_post_can_be_found_at_its_old_address(new_site: Path, directory_urls: bool) -> None:
    """A link on a leaflet printed last year still leads to the post."""
    signpost = (new_site / "cu/vay.html").read_text(encoding="utf-8")
    target = "../chinh-sach/vay/" if directory_urls else "../chinh-sach/vay.html"

    assert f'content="0; url={target}"' in signpost
    assert f'<a href="{target}">' in signpost
