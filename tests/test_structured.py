"""What search engines are told: complete, true to the page, and silent about households."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from loa.ask.paths import Edition
from loa.outputs import build_site
from town import CONSENT, POST, TODAY, Town, small_picture

SITE = "https://dakthu.gialai.gov.vn/"

# What a node of each type must have: schema.org's own examples, and what search engines ask for
# (https://developers.google.com/search/docs/appearance/structured-data).
REQUIRED = {
    "Article": {"headline", "description", "url", "datePublished", "dateModified", "author"},
    "NewsArticle": {"headline", "description", "url", "datePublished", "dateModified", "publisher"},
    "GovernmentService": {"name", "description", "url", "serviceType", "areaServed", "audience"},
    "FAQPage": {"mainEntity"},
    "QAPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text", "author", "datePublished", "url"},
    "Event": {"name", "startDate", "endDate", "location", "eventStatus"},
    "Place": {"name", "address"},
    "PostalAddress": {"addressCountry", "addressRegion"},
    "Dataset": {"name", "description", "creator", "distribution", "dateModified"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "GovernmentOrganization": {"@id", "name", "url"},
    "WebSite": {"@id", "name", "url", "publisher", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "AdministrativeArea": {"name"},
    "Audience": {"audienceType"},
    "Person": {"name"},
}
# What else a node may have; a slip of the pen in a name would say nothing to anybody.
OPTIONAL = {
    "Article": {"about", "publisher", "inLanguage", "isAccessibleForFree", "identifier"},
    "NewsArticle": {"author", "inLanguage", "isAccessibleForFree", "identifier"},
    "GovernmentService": {"@id"},
    "FAQPage": {"name", "url", "dateModified", "inLanguage", "publisher"},
    "QAPage": {"name", "url", "dateModified", "inLanguage", "publisher"},
    "Question": {"text", "datePublished", "author", "answerCount"},
    "Event": {"eventAttendanceMode"},
    "PostalAddress": {"addressLocality", "streetAddress"},
    "Dataset": {"url", "inLanguage", "isAccessibleForFree", "spatialCoverage"},
    "ListItem": {"item"},
    "GovernmentOrganization": {"alternateName", "areaServed", "telephone", "email", "address"},
    "WebSite": {"description", "inLanguage"},
}
ADDRESSES = ("url", "item", "contentUrl", "@id", "urlTemplate")


def scripts(town: Town, today: date = TODAY, **edition: Any) -> dict[str, str]:
    """The script of every page that has one."""
    site = build_site(town.root, today, Edition(**{"site_url": SITE} | edition))
    pages = {made.path: str(made.content) for made in site.outputs if made.path.endswith(".md")}
    metas = {path: json.loads(text[4:].split("\n---\n")[0]) for path, text in pages.items()}
    found = {path: meta.get("structured_data", "") for path, meta in metas.items()}
    return {path: text for path, text in found.items() if text}


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node in a script, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def typed(text: str, kind: str) -> dict[str, Any]:
    """The one node of a type at the top of a script."""
    (found,) = [node for node in json.loads(text)["@graph"] if node["@type"] == kind]
    return found


def whole_town(town: Town) -> Town:
    """A town with every kind of page."""
    town.post("news", slug="tin")
    town.post("policy", slug="vay")
    town.post("question", slug="hoi-1", title="Vay có phải thế chấp không?")
    asked = {"channel": "dien-thoai", "asked_on": "2026-10-01", "answered_on": "2026-10-05"}
    town.post("question", slug="hoi-2", title="Ai được miễn học phí?", **asked)
    town.post("story", slug="nuoi-bo-2025")
    place = {"place": "Nhà rông làng Ví dụ", "on": "2026-12-05"}
    town.entry("events", "doi-thoai", title="Đối thoại với bà con", kind="doi-thoai", **place)
    town.entry("events", "han", title="Hạn nộp giấy", kind="han-cuoi", on="2026-12-20")
    town.page("lien-he.md", "Đến UBND.", contact=True)
    town.page("en/index.md", "Hello.", language="en")
    return town


@pytest.fixture
def said(town: Town) -> dict[str, str]:
    """The scripts of the whole town."""
    return scripts(whole_town(town))


def test_every_node_is_complete(said: dict[str, str]) -> None:
    """A search engine can show day, publisher and way of every page: nothing is missing."""
    seen: set[str] = set()
    for path, text in said.items():
        data = json.loads(text)
        assert data["@context"] == "https://schema.org", path
        for node in nodes(data["@graph"]):
            kind = node["@type"]
            seen.add(kind)
            names = set(node) - {"@type"}
            if names != {"@id"}:
                assert REQUIRED[kind] <= names, f"{path}: {kind} lacks {REQUIRED[kind] - names}"
            unknown = names - REQUIRED[kind] - OPTIONAL.get(kind, set())
            assert not unknown, f"{path}: {kind} has {unknown}"
            assert all(value not in ("", None, []) for value in node.values()), path

    assert seen == set(REQUIRED)


def test_every_value_has_its_form(said: dict[str, str]) -> None:
    """Days are ISO days and addresses whole ones, as other programs expect them."""
    for path, text in said.items():
        for node in nodes(json.loads(text)):
            for name, value in node.items():
                if name.startswith("date") or name.endswith("Date"):
                    date.fromisoformat(value)
                if name in ADDRESSES:
                    assert value.startswith(SITE), f"{path}: {name}: {value}"


def test_each_kind_of_page_says_what_it_is(said: dict[str, str]) -> None:
    """News is news, a policy a service, a question a question with its answer."""
    kinds = {
        path: [node["@type"] for node in json.loads(text)["@graph"]] for path, text in said.items()
    }

    assert kinds["index.md"] == ["WebSite", "GovernmentOrganization"]
    assert kinds["tin-tuc/tin.md"] == ["BreadcrumbList", "NewsArticle"]
    assert kinds["chinh-sach/vay.md"] == ["BreadcrumbList", "Article", "GovernmentService"]
    assert kinds["hoi-dap/hoi-1.md"] == ["BreadcrumbList", "FAQPage"]
    assert kinds["hoi-dap/hoi-2.md"] == ["BreadcrumbList", "QAPage"]
    assert kinds["lich.md"] == ["BreadcrumbList", "Event"]
    assert kinds["lien-he.md"] == ["BreadcrumbList", "GovernmentOrganization"]
    assert kinds["du-lieu/index.md"] == ["BreadcrumbList", *["Dataset"] * 4]
    assert kinds["tin-tuc/index.md"] == ["BreadcrumbList"]


def test_of_a_household_nothing_but_title_and_summary(town: Town) -> None:
    """A family's name, village, picture and helpers cannot be collected from its page."""
    town.file("stories/guong-dien-hinh/a.jpg", small_picture())
    town.post(
        "story",
        slug="nuoi-bo-2025",
        author="BÍMẬT",
        audiences=["ho-ngheo"],
        villages=["vi-du"],
        supports=["vay-von-ho-ngheo"],
        household={"name": "BÍMẬT", "village": "vi-du", "livelihoods": ["BÍMẬT"]},
        image={"file": "a.jpg", "alt": "BÍMẬT BÍMẬT", "people": True},
        consent=CONSENT,
    )
    article = typed(scripts(town)["guong-dien-hinh/nuoi-bo-2025.md"], "NewsArticle")
    own = {name: value for name, value in article.items() if isinstance(value, str)}

    assert own == {
        "@type": "NewsArticle",
        "headline": POST["title"],
        "description": POST["summary"],
        "url": f"{SITE}guong-dien-hinh/nuoi-bo-2025/",
        "datePublished": "2026-10-17",
        "dateModified": "2026-10-17",
        "inLanguage": "vi",
    }
    assert article["author"] == article["publisher"]
    assert "BÍMẬT" not in json.dumps(article, ensure_ascii=False)


@pytest.mark.parametrize("changes", [{"sample": True}, {"status": "draft"}])
def test_what_is_invented_or_unfinished_says_nothing(town: Town, changes: dict[str, Any]) -> None:
    """No search engine shows an invented family as a real one."""
    town.post("story", slug="mau", **changes)

    assert "guong-dien-hinh/mau.md" not in scripts(town, drafts=True)


def test_a_policy_that_ended_is_no_service_any_more(town: Town) -> None:
    """Nobody is sent to ask for what no longer exists."""
    town.policy(valid_to="2026-11-01")
    town.post("policy", slug="vay")
    graph = json.loads(scripts(town)["chinh-sach/vay.md"])["@graph"]

    assert [node["@type"] for node in graph] == ["BreadcrumbList", "Article"]


def test_the_way_to_a_page_is_told_in_order(said: dict[str, str]) -> None:
    """A result in a search engine shows where on the site it stands."""
    steps = typed(said["tin-tuc/tin.md"], "BreadcrumbList")["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Trang chủ", SITE),
        (2, "Tin tức", f"{SITE}tin-tuc/"),
        (3, POST["title"], f"{SITE}tin-tuc/tin/"),
    ]


def test_a_title_cannot_leave_its_script(town: Town) -> None:
    """Words stay words, whatever they contain."""
    town.post("news", slug="tin", title="</script><script>alert(1)</script>")

    assert "<" not in scripts(town)["tin-tuc/tin.md"]


@pytest.mark.parametrize("address", ["", "https://example.org/"])
def test_without_an_address_of_its_own_a_site_claims_none(town: Town, address: str) -> None:
    """Until the officer fills in where the site stands, nothing speaks for another address."""
    told = scripts(whole_town(town), site_url=address)

    assert "tin-tuc/tin.md" in told
    for path, text in told.items():
        assert "://" not in text.replace("https://schema.org", ""), path
    site = build_site(town.root, TODAY, Edition(site_url=address))
    assert "https://example.org" not in " ".join(str(made.content) for made in site.outputs)


def test_a_stick_tells_search_engines_nothing(town: Town) -> None:
    """What nobody reads takes no room on a stick."""
    assert scripts(whole_town(town), directory_urls=False) == {}


def test_a_page_names_its_other_language(town: Town) -> None:
    """Whoever searches in English is led to the English page, and the other way round."""
    site = build_site(whole_town(town).root, TODAY, Edition(site_url=SITE))
    pages = {made.path: str(made.content) for made in site.outputs}
    told = {
        path: re.findall(r'"lang": "([\w-]+)",\s+"url": "([^"]*)"', pages[path])
        for path in ("index.md", "en/index.md", "lien-he.md")
    }

    both = [("vi", SITE), ("en", f"{SITE}en/"), ("x-default", SITE)]
    assert told == {"index.md": both, "en/index.md": both, "lien-he.md": []}
