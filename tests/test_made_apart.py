"""One file that cannot be made costs only itself: the town keeps its site, the officer is told."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import make_kit as script
from each import each
from loa import apart, outputs, recipes
from loa.apart import FAILED, LOG, NearlyNothingMade, reason
from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.drawn import ics, town_cards
from loa.exports.kit import formats, make
from loa.layout import Layout
from loa.machines import feeds, open_data
from loa.media import covers, gallery
from loa.pages import figures
from loa.search import index
from mkdocs_runs import build, project
from mkdocs_runs import built as mkdocs_site
from town import CONSENT, TODAY, Town

EDITION = Edition(site_url="https://dak-thu.test/")
Files = dict[str, bytes]


def broken(*_: Any, **__: Any) -> Any:
    """What any maker may turn into one day."""
    raise ZeroDivisionError("a bug of ours")


def _format(title: str) -> Callable[[pytest.MonkeyPatch], None]:
    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        (one,) = (one for one in formats.FORMATS if one.title == title)
        whole = one.make
        monkeypatch.setitem(
            vars(one),
            "make",
            lambda subject: broken() if subject.post.slug == "vay" else whole(subject),
        )

    return patch


def _function(module: Any, name: str) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda monkeypatch: monkeypatch.setattr(module, name, broken)


def _for_one_post(module: Any, name: str, slug: str) -> Callable[[pytest.MonkeyPatch], None]:
    whole = getattr(module, name)

    def some(post: Any, *more: Any) -> Any:
        return broken() if getattr(post, "slug", "") == slug else whole(post, *more)

    return lambda monkeypatch: monkeypatch.setattr(module, name, some)


@dataclass(frozen=True)
class Case:
    """A maker that breaks; the beginnings of the files it costs, and what the message calls it."""

    breaks: Callable[[pytest.MonkeyPatch], None]
    costs: tuple[str, ...]
    told: str


KIT = ("kit/vay/", "kit/goi/", "kit/index.html")
PAGES_OF_DOWNLOADS = ("site/chinh-sach/vay/", "site/tai-lieu/", "site/tai-ve/chinh-sach/vay/")
CASES = {
    "leaflet": Case(_format("Tờ rơi A4"), (*KIT, *PAGES_OF_DOWNLOADS), "Tờ rơi A4"),
    "script for the loudspeaker": Case(
        _format("Bài đọc loa"),
        (*KIT, *PAGES_OF_DOWNLOADS),
        "Bài đọc loa",
    ),
    "Word paper": Case(_format("Bài gửi báo (Word)"), KIT, "Bài gửi báo (Word)"),
    "social media": Case(_format("Bài mạng xã hội"), KIT, "Bài mạng xã hội"),
    "page of one post": Case(
        _for_one_post(recipes, "post_page", "tin"),
        ("site/tin-tuc/tin/index.html", "site/sitemap"),
        "trang «/tin-tuc/tin»",
    ),
    "calendar": Case(_function(ics, "calendar"), ("site/lich.ics", "site/lich/"), "tệp lịch"),
    "feed": Case(_function(feeds, "rss"), ("site/rss.xml", "site/", "rss.xml"), "nguồn tin"),
    "open data": Case(_function(open_data, "_post_row"), ("site/du-lieu/bai.json",), "dữ liệu mở"),
    "table of figures": Case(
        _function(figures, "_csv"), ("site/du-lieu/so-lieu/",), "bảng số liệu"
    ),
    "chart": Case(_function(figures.charts, "bars"), ("site/so-lieu/",), "biểu đồ «Hộ nghèo»"),
    "drawn cover": Case(_function(covers, "cover"), ("site/anh/bia/",), "hình vẽ đầu bài"),
    "share card": Case(
        _function(town_cards, "drawn"), ("site/anh/the/", "kit/"), "ảnh chia sẻ «/anh/the/"
    ),
    "page for the lost": Case(_function(Layout, "static"), ("site/404.html",), "trang «/404.html»"),
    "slip": Case(_function(recipes, "slip"), ("site/phieu/",), "phiếu hỏi"),
    "piece of the search": Case(
        _for_one_post(index, "document_of", "tin"), ("site/assets/search/",), "phần tìm kiếm"
    ),
    "board of the kit": Case(_function(make, "board"), ("kit/index.html",), "bảng theo dõi"),
}


def write(town: Town) -> Town:
    """A town with a post and a file of every kind."""
    town.post("news", slug="tin", title="Tin của làng")
    town.post("news", slug="khac", title="Tin khác của làng")
    town.post("policy", slug="vay")
    town.entry("events", "hop", title="Họp thôn", kind="khac", on="2026-12-20")
    town.entry("indicators", "ho-ngheo", title="Hộ nghèo", unit="ho")
    rows = "".join(
        f"2025;;;{name};40;Báo cáo 1/BC-VD;15/12/2025\n" for name in ("Nhóm một", "Nhóm hai")
    )
    town.file(
        "data/indicators/ho-ngheo.csv", f"year;village;place;series;value;source;date\n{rows}"
    )
    return town


def built(town: Town) -> list[str]:
    """Build site and kit; return what the officer is told of files that could not be made."""
    with Build(town.root, TODAY, EDITION, THEME) as building:
        building.site(town.root / "site")
        building.kit(town.root / "kit")
        failures = building.failures
    return [str(failure.problem) for failure in failures]


def files(town: Town) -> Files:
    """Every file of site and kit."""
    return {
        file.relative_to(town.root).as_posix(): file.read_bytes()
        for folder in ("site", "kit")
        for file in sorted((town.root / folder).rglob("*"))
        if file.is_file()
    }


def forget(town: Town) -> None:
    """Let the next build be a first one."""
    for name in ("site", "kit", ".cache"):
        shutil.rmtree(town.root / name, ignore_errors=True)


def links_lost(found: Files) -> list[str]:
    """The files of the site that pages name and that are not there."""
    lost = []
    for name, data in found.items():
        if name.startswith("site/") and name.endswith(".html"):
            for link in re.findall(r'(?:href|src)="([^"#?:]+)[^":]*"', data.decode()):
                place = os.path.normpath(f"{name.rpartition('/')[0]}/{link}")
                if not {place, f"{place}/index.html"} & found.keys():
                    lost.append(f"{name}: {link}")
    return lost


def test_one_broken_maker_costs_only_its_own_files(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks, bà con find every other page and file as they were, and no dead link."""
    write(town)
    assert built(town) == []
    whole = files(town)
    lost_anyway = links_lost(whole)  # the tiny town lacks some standing pages

    def judge(case: Case) -> None:
        forget(town)
        with monkeypatch.context() as patch:
            case.breaks(patch)
            told = built(town)
            found = files(town)
            log = (town.root / LOG).read_text(encoding="utf-8")
        other = {name for name in whole if not name.startswith(case.costs)}
        assert {name for name in other if found.get(name) != whole[name]} == set()
        assert any(case.told in line for line in told), told
        assert all("lỗi của chương trình (ZeroDivisionError)" in line for line in told), told
        assert "Traceback" in log and "a bug of ours" in log
        assert not any("Traceback" in line for line in told)
        assert set(links_lost(found)) <= set(lost_anyway)
        assert built(town) == []
        assert files(town) == whole
        assert not (town.root / LOG).exists()

    each(CASES, judge)


def test_the_picture_that_breaks_leaves_its_post(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A photo that a library chokes on is told by name; the post has a drawn cover meanwhile."""
    town.file("stories/tin-tuc/anh/a.jpg")
    path = town.post("news", slug="tin", image={"file": "anh/a.jpg", "alt": "Một vườn cà phê"})
    with monkeypatch.context() as patch:
        patch.setattr(gallery.images, "publish", broken)
        told = built(town)
    page = files(town)["site/tin-tuc/tin/index.html"].decode()
    assert [line for line in told if line.startswith(f"{path}:1: chưa làm được ảnh «anh/a.jpg»")]
    assert "anh/bia/tin-tuc-tin.svg" in page
    assert built(town) == []
    assert "anh/a-" in files(town)["site/tin-tuc/tin/index.html"].decode()


def test_a_page_that_fails_says_so_or_stays_as_it_was(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update with a bug the page of yesterday stays; an edited one says it is mended."""
    path = write(town).post("news", slug="tin", title="Tin của làng")
    built(town)
    page = "site/tin-tuc/tin/index.html"
    before = files(town)[page]
    (town.root / ".cache/site.sqlite").unlink()  # as an update of the program does
    with monkeypatch.context() as patch:
        _for_one_post(recipes, "post_page", "tin")(patch)
        assert any("giữ bản trước" in line for line in built(town))
        assert files(town)[page] == before
        assert any("giữ bản trước" in line for line in built(town))
        town.file(path, (town.root / path).read_text("utf-8").replace("Nội dung.", "Câu mới."))
        assert any("tạm để chỗ ấy một tệp thay" in line for line in built(town))
    shown = files(town)[page].decode()
    assert "Trang này đang được sửa" in shown and "Nội dung." not in shown
    assert 'name="robots" content="noindex"' in shown
    assert built(town) == []
    assert "Câu mới." in files(town)[page].decode()


def test_no_page_of_a_family_that_took_its_word_back_is_kept(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last good page of a story is never shown once the consent has ended."""
    consent = CONSENT | {"until": TODAY.isoformat()}
    town.post("story", slug="chuyen", title="Chuyện KHÔNGĐƯỢCLỘ", consent=consent)
    write(town)
    built(town)
    (town.root / ".cache/site.sqlite").unlink()
    monkeypatch.setattr(recipes, "notice_page", broken)
    with Build(town.root, TODAY.replace(day=25), EDITION, THEME) as building:
        building.site(town.root / "site")
    found = files(town)

    assert "Trang này đang được sửa" in found["site/guong-dien-hinh/chuyen/index.html"].decode()
    told = "KHÔNGĐƯỢCLỘ".encode()
    assert [name for name, data in found.items() if name[:5] == "site/" and told in data] == []


@pytest.mark.parametrize("title", ["Tờ rơi A4", "Bài gửi báo (Word)", "Bài đọc loa"])
def test_the_last_good_file_of_the_same_content_stays(
    town: Town, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    """A leaflet stays in kit and site while nothing in it is wrong; once it is, it goes."""
    path = write(town).post("policy", slug="vay")
    built(town)
    before = files(town)
    (town.root / ".cache/site.sqlite").unlink()
    with monkeypatch.context() as patch:
        _format(title)(patch)
        assert all("giữ bản trước" in line for line in built(town))
        found = files(town)
        assert {name for name in before if found.get(name) != before[name]} == set()
        town.file(path, (town.root / path).read_text("utf-8").replace("Nội dung.", "Câu mới."))
        told = [line for line in built(town) if line.startswith(path)]
    assert told and all("tạm thiếu tệp này" in line for line in told)
    assert files(town).keys() < before.keys()
    assert built(town) == []
    assert files(town).keys() == before.keys()


def test_a_site_of_nothing_but_excuses_takes_nobody_s_place(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the templates themselves are broken, the site of yesterday stays whole."""
    built(write(town))
    before = files(town)
    town.township(tagline="Câu khác")
    monkeypatch.setattr(Layout, "page", broken)
    with pytest.raises(NearlyNothingMade, match="trang không làm được"):
        built(town)
    assert {**files(town), **before} == before | {}


def test_the_other_generators_get_the_rest_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site as plain files goes without what fails, and says what that is."""
    write(town)
    monkeypatch.setattr(feeds, "rss", broken)
    _for_one_post(recipes, "post_page", "tin")(monkeypatch)
    site = outputs.build_site(town.root, TODAY, EDITION)
    made = {one.path: one.bytes() for one in site.outputs}

    assert "Trang này đang được sửa" in made["tin-tuc/tin.md"].decode()
    assert "tin-tuc/khac.md" in made
    assert {failure.path for failure in site.failures} >= {"rss.xml", "stories/tin-tuc/tin.md"}


def test_what_an_officer_can_do_is_said() -> None:
    """A full disk, a letter that cannot be written, a missing library: each in plain words."""
    cases = {
        "disk": (OSError(28, "No space left", "/a/b.pdf"), "tệp «b.pdf»"),
        "memory": (MemoryError(), "máy hết bộ nhớ"),
        "letter": (UnicodeEncodeError("ascii", "ư", 0, 1, "no"), "chữ lạ"),
        "library": (ImportError("no typst"), "thư viện"),
        "bug": (KeyError("x"), "lỗi của chương trình (KeyError)"),
    }

    def judge(case: tuple[Exception, str]) -> None:
        assert case[1] in reason(case[0])

    each(cases, judge)


def test_a_script_of_a_developer_keeps_its_traceback() -> None:
    """Where nobody collects what fails, nothing is hidden."""
    with pytest.raises(ZeroDivisionError):
        apart.apart("a", "b", broken, None)


BREAKS = """
from loa import {module}
def broken(*_):
    raise ZeroDivisionError("a bug of ours")
{module}.{name} = broken
"""


def test_the_command_says_so_with_a_code_of_its_own(tmp_path: Path) -> None:
    """Whoever deploys notices that a file is missing; the site is whole but for it."""
    town = project(tmp_path)
    town.post("news", slug="tin")
    town.file("break/sitecustomize.py", BREAKS.format(module="recipes", name="slip"))
    run = build(town, LOA_KIT="kit", PYTHONPATH=str(tmp_path / "break"))

    assert run.returncode == FAILED
    assert "chưa làm được phiếu hỏi «/phieu/" in run.stdout
    assert f"hãy gửi tệp {LOG} cho người lập trình" in run.stdout
    assert "Traceback" not in run.stdout and "a bug of ours" not in run.stdout
    assert "a bug of ours" in (tmp_path / LOG).read_text(encoding="utf-8")
    assert (tmp_path / "site/tin-tuc/tin/index.html").is_file()
    assert (tmp_path / "kit/tin/noi-dung.txt").is_file()
    whole = mkdocs_site(town)
    assert "Phiếu hỏi" in next((whole / "phieu").glob("*.html")).read_text(encoding="utf-8")


def test_a_build_that_comes_to_nothing_leaves_the_site(tmp_path: Path) -> None:
    """A bug before any file is made is told in Vietnamese, and the site of yesterday stays."""
    town = project(tmp_path)
    town.post("news", slug="tin")
    town.file("site/index.html", "bản tốt gần nhất")
    town.file("break/sitecustomize.py", BREAKS.format(module="load", name="load_content"))
    run = build(town, PYTHONPATH=str(tmp_path / "break"))

    assert run.returncode == 1
    assert "Chưa dựng được: lỗi của chương trình (ZeroDivisionError)" in run.stdout
    assert "Traceback" not in run.stdout
    assert "a bug of ours" in (tmp_path / LOG).read_text(encoding="utf-8")
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "bản tốt gần nhất"


def test_the_kit_alone_says_so_too(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The officer's command names post and format once, and ends with the same code."""
    path = write(town).post("policy", slug="vay")
    _format("Bài gửi báo (Word)")(monkeypatch)
    code = script.main([], town.root)
    said = capsys.readouterr()

    assert code == FAILED
    assert said.err.count(f"{path}:1: chưa làm được Bài gửi báo (Word)") == 1
    assert "Bộ đăng: " in said.out
    monkeypatch.undo()
    assert script.main([], town.root) == 0
