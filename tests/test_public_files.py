"""Leaflets stay from build to build; a PC that can't make them hands the last ones out again."""

import pytest

from loa import clock
from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.exports.leaflet import printing
from loa.outputs import Site, build_site
from loa.text.vietnamese import day_text
from test_kit import files, made
from town import TODAY, Town

SITE = "https://dak-thu.test/"
LEAFLET = "tai-ve/chinh-sach/vay/to-roi.pdf"


def built(town: Town) -> Site:
    """The town's public site."""
    return build_site(town.root, TODAY, Edition(site_url=SITE))


def downloads(site: Site) -> dict[str, bytes]:
    """What residents may take along."""
    return {out.path: out.bytes() for out in site.outputs if out.path.startswith("tai-ve/")}


@pytest.fixture
def without_typst(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A switch: from then on the typesetter cannot be loaded."""
    return monkeypatch


def refuse(patch: pytest.MonkeyPatch) -> None:
    """Let Windows refuse the typesetter."""
    patch.setattr(printing, "_typst", lambda: None)


def test_a_leaflet_stands_among_the_downloads(town: Town) -> None:
    """Whoever reads about a policy can print it, and the page says how large the file is."""
    town.post("policy", slug="vay")
    site = built(town)
    page = next(out for out in site.outputs if out.path == "chinh-sach/vay.md").bytes().decode()

    assert downloads(site)[LEAFLET].startswith(b"%PDF")
    assert LEAFLET in page
    assert "Tờ rơi A4" in page
    assert "PDF, " in page


def test_the_last_leaflet_goes_out_again_with_its_day(
    town: Town, without_typst: pytest.MonkeyPatch
) -> None:
    """A PC that refuses the typesetter does not take the leaflet off the site."""
    town.post("policy", slug="vay")
    first = downloads(built(town))
    refuse(without_typst)
    town.fact(amount=120_000_000)
    site = built(town)
    page = next(out for out in site.outputs if out.path == "chinh-sach/vay.md").bytes().decode()
    day = day_text(clock.changed_on(next((town.root / ".cache" / "tai-ve").iterdir())))

    assert downloads(site)[LEAFLET] == first[LEAFLET]
    assert f"bản ngày {day}" in page
    assert any(
        "chưa làm được: Tờ rơi A4, vì máy không nạp được thư viện in (typst); "
        f"giữ bản ngày {day}" in str(one)
        for one in site.reminders
    )


def test_without_the_typesetter_all_the_rest_is_made(
    town: Town, without_typst: pytest.MonkeyPatch
) -> None:
    """The site, the text to copy and the script for the loudspeaker need no compiled module."""
    refuse(without_typst)
    town.post("policy", slug="vay")
    site = built(town)

    assert list(downloads(site)) == ["tai-ve/chinh-sach/vay/phat-thanh.txt"]
    assert any("không nạp được thư viện in (typst)" in str(one) for one in site.reminders)
    run = made(town)
    kept = files(town, "vay")
    assert {"noi-dung.html", "noi-dung.txt", "phat-thanh.txt", "bai.docx"} <= kept.keys()
    assert not [name for name in kept if name.endswith(".pdf")]
    assert any(
        "Tờ rơi A5, vì máy không nạp được thư viện in (typst); chưa có bản nào" in str(one)
        for one in run.problems
    )


def test_the_kit_keeps_its_last_leaflets(town: Town, without_typst: pytest.MonkeyPatch) -> None:
    """What was printed last week is still in the folder, and the officer is told how old it is."""
    path = town.post("policy", slug="vay")
    made(town)
    first = files(town, "vay")
    refuse(without_typst)
    text = (town.root / path).read_text(encoding="utf-8")
    town.file(path, text.replace("Nội dung.", "Lời đã sửa."))
    run = made(town)
    kept = files(town, "vay")

    assert {name: kept[name] for name in kept if name.endswith(".pdf")} == {
        name: first[name] for name in first if name.endswith(".pdf")
    }
    assert kept["noi-dung.txt"] != first["noi-dung.txt"]
    assert any("giữ bản ngày" in str(one) for one in run.problems)


def test_a_withdrawn_post_leaves_no_leaflet_in_the_cache(town: Town) -> None:
    """Not even the drawer of the program keeps what a family took back."""
    path = town.post("news", slug="tin")
    built(town)
    assert list((town.root / ".cache" / "tai-ve").iterdir())
    (town.root / path).unlink()
    built(town)

    assert list((town.root / ".cache" / "tai-ve").iterdir()) == []


def test_a_sheet_that_overflows_stops_the_build(town: Town) -> None:
    """No line is cut off on paper: the officer is told which part to shorten."""
    town.policy(papers=[f"Giấy tờ số {number}: {'rất dài ' * 60}" for number in range(40)])
    town.post("policy", slug="vay")

    with pytest.raises(Exception, match=r"data/policies.yml:.*Giấy tờ.*hãy viết phần ấy ngắn lại"):
        built(town)


def test_a_second_build_sets_nothing_anew(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who mends a comma in one post does not wait for the leaflets of all the others."""
    town.post("policy", slug="vay")
    path = town.post("news", slug="tin")
    with Build(town.root, TODAY, Edition(site_url=SITE), THEME) as build:
        build.site(town.root / "site")
    town.file(path, (town.root / path).read_text(encoding="utf-8").replace("Nội dung", "Lời"))
    monkeypatch.setattr(printing, "_set", None)
    with Build(town.root, TODAY, Edition(site_url=SITE), THEME) as build:
        built = build.site(town.root / "site")

    assert (town.root / "site" / LEAFLET).is_file()
    assert built.made < 20
