"""What a page says of itself to those who share it: address, title, picture card, languages."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from loa.ask.sections import SECTIONS
from mkdocs_runs import built, project
from town import Town

SITE = "https://dakthu.gialai.gov.vn/"
EVERYWHERE = ("og:title", "og:description", "og:type", "og:site_name", "og:locale", "twitter:card")


class Head(HTMLParser):
    """Collects the tags of a head by their names; a name that comes twice is remembered twice."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.tags: dict[str, str] = {}
        self.alternates: dict[str, str] = {}
        self.seen: Counter[str] = Counter()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("property") or given.get("name") or given.get("rel", "")
        if "hreflang" in given and tag == "link":
            self.alternates[given["hreflang"]] = given["href"]
        elif tag in ("meta", "link") and name in (*EVERYWHERE, "canonical", "robots", "og:url"):
            self.keep(name, given.get("content") or given.get("href", ""))
        elif tag == "meta" and name.startswith("article:"):
            self.keep(name, given["content"])

    def keep(self, name: str, value: str) -> None:
        """Remember one tag."""
        self.tags[name] = value
        self.seen[name] += 1


def write(town: Town) -> Town:
    """A town with a page of every kind."""
    town.post("news", slug="tin", title='Tin "hay" & mới', updated_on="2026-11-20")
    town.post("policy", slug="vay")
    town.post("question", slug="hoi")
    town.post("story", slug="mau", sample=True)
    town.page("en/index.md", "Hello.", language="en", title="About")
    return town


@pytest.fixture(scope="module")
def heads(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Head]:
    """The head of every page of the town, by its address."""
    return heads_of(built(write(project(tmp_path_factory.mktemp("town")))))


def heads_of(site: Path) -> dict[str, Head]:
    """Read the pages of a site; what is only printed and the page for the lost are left out."""
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    pages = [page for page in pages if page.parent.name != "phieu"]
    return {
        page.relative_to(site).as_posix().removesuffix("index.html"): Head(page) for page in pages
    }


def test_every_page_knows_its_one_address(heads: dict[str, Head]) -> None:
    """Search engines and people who share name a page by one address, whichever way they came."""
    assert len(heads) > 15
    for address, head in heads.items():
        assert head.tags["canonical"] == head.tags["og:url"] == SITE + address
        assert set(head.seen.values()) == {1}, address


def test_every_page_can_be_shared(heads: dict[str, Head]) -> None:
    """Zalo and Facebook show a title and a sentence, not a bare link."""
    for address, head in heads.items():
        missing = [name for name in EVERYWHERE if not head.tags.get(name)]
        assert not missing, f"{address} lacks {missing}"
    assert heads["tin-tuc/tin/"].tags["og:title"] == 'Tin "hay" & mới'


def test_a_post_tells_its_days(heads: dict[str, Head]) -> None:
    """Who sees it shared knows whether it is news."""
    shared = heads["tin-tuc/tin/"].tags

    assert shared["og:type"] == "article"
    assert shared["article:published_time"] == "2026-10-17"
    assert shared["article:modified_time"] == "2026-11-20"
    assert heads["tin-tuc/"].tags["og:type"] == "website"
    assert "article:published_time" not in heads["tin-tuc/"].tags


def test_languages_name_each_other(heads: dict[str, Head]) -> None:
    """An English reader is led to the English page; every version names all of them."""
    both = {"vi": SITE, "en": f"{SITE}en/", "x-default": SITE}

    assert heads[""].alternates == heads["en/"].alternates == both
    assert heads["tin-tuc/tin/"].alternates == {}
    assert heads["en/"].tags["og:locale"] == "en_GB"
    assert heads[""].tags["og:locale"] == "vi_VN"


def test_only_what_is_real_may_be_found(heads: dict[str, Head]) -> None:
    """No search engine lists an invented family, or a list narrowed down for one reader."""
    hidden = {address for address, head in heads.items() if "robots" in head.tags}
    posts = {address for address in hidden if address.split("/")[0] in SECTIONS}
    posts = {address for address in posts if address.count("/") == 2}

    assert posts == {"guong-dien-hinh/mau/"}
    assert not hidden & {"", "lich/", "chinh-sach/", "chinh-sach/tim/", "van-ban/", "lien-he/"}


def test_a_site_without_its_address_claims_none(tmp_path: Path) -> None:
    """A link shared before the officer filled in the address doesn't lead to somebody else."""
    site = built(write(project(tmp_path, site_url="https://example.org/")))

    assert not (site / "sitemap.xml").exists()
    for address, head in heads_of(site).items():
        claimed = {"canonical", "og:url"} & set(head.tags)
        assert not claimed, address
        assert head.alternates == {}
