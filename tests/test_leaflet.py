"""Leaflets and notices on paper: whole, readable, leading back to the page."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import pytest

from each import each
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.exports.article import Article, Paragraph, Run
from loa.exports.article.maker import article_of
from loa.exports.leaflet import printing
from loa.exports.leaflet.sheet import Sheet, sheet_of
from loa.load import load_content
from loa.model.posts import PolicyPost, Post
from loa.problems import ContentError
from town import Town

ROOT = Path(__file__).parent.parent
SITE = "https://dak-thu.example.gov.vn/giam-ngheo/"
TODAY = date(2026, 11, 26)
PAGES = {"to-roi.pdf": 1, "to-roi-a5.pdf": 2, "to-roi-gap.pdf": 2, "to-dan-a4.pdf": 1}


@lru_cache(maxsize=1)
def shipped() -> Showing:
    """The content of the repository."""
    return Showing(load_content(ROOT).content, TODAY, Edition(site_url=SITE))


@pytest.fixture(params=["two ends", pytest.param("between", marks=pytest.mark.proof)])
def part(request: pytest.FixtureRequest) -> str:
    """Which posts: the two longest and the two shortest now, all others among the proofs.

    Every build of the site sets the public sheets of every policy besides.
    """
    return str(request.param)


def slugs(part: str, kind: type[Post] = Post) -> dict[str, str]:
    """Posts of one part as cases."""
    every = [post.slug for post in shipped().content.of_kind(kind)]
    by_length = sorted(every, key=lambda slug: len(sheet(slug).as_json()))
    chosen = [*by_length[:2], *by_length[-2:]] if part == "two ends" else by_length[2:-2]
    return {slug: slug for slug in chosen}


@cache
def sheet(slug: str) -> Sheet:
    """The sheet of a shipped post."""
    post = next(post for post in shipped().content.posts if post.slug == slug)
    return sheet_of(post, article_of(post, shipped()), shipped())


@cache
def printed(slug: str, name: str) -> bytes:
    """One file of a shipped post."""
    return printing.printed(sheet(slug), name)


def ask(program: str, data: bytes, *options: str) -> str:
    """What a program of poppler says of a PDF."""
    done = subprocess.run([program, *options], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def plain(text: str) -> str:
    """Text without the ways in which lines end, in small letters."""
    text = re.sub(r"[\u2060\u00ad]", "", text.replace("\u00a0", " "))
    return re.sub(r"\s+", "", text).lower()


def words(data: bytes) -> str:
    """All letters of a PDF in the order of reading."""
    return plain(ask("pdftotext", data, "-raw", "-", "-"))


def pages(data: bytes) -> int:
    """How many pages a PDF has."""
    found = re.search(r"Pages:\s+(\d+)", ask("pdfinfo", data, "-"))
    assert found
    return int(found[1])


def test_every_post_fits_its_leaflet(part: str) -> None:
    """A village head prints one sheet and nothing is cut off."""

    def judge(slug: str) -> None:
        assert pages(printed(slug, "to-roi.pdf")) == 1

    each(slugs(part), judge)


def test_a_policy_fits_every_sheet(part: str) -> None:
    """The small leaflet is one leaf, the folded one has two sides, the notice has one."""

    def judge(slug: str) -> None:
        for name, most in PAGES.items():
            count = pages(printed(slug, name))
            assert count <= most, name
            assert name != "to-roi-gap.pdf" or count == 2

    each(slugs(part, PolicyPost), judge)


@pytest.mark.parametrize("name", ["to-roi.pdf", "to-roi-a5.pdf", "to-roi-gap.pdf"])
def test_nothing_that_decides_is_left_out(part: str, name: str) -> None:
    """Nobody makes the way for nothing because a condition or a paper was not on the leaflet."""

    def judge(slug: str) -> None:
        known, said = sheet(slug), words(printed(slug, name))

        assert plain(known.title) in said
        for amount in known.amounts:
            assert plain(amount.value) in said
        for section in known.sections:
            if section.id in ("who", "papers", "where", "deadline"):
                for item in section.items:
                    assert plain(item) in said, item
        assert all(plain(text) in said for text in known.warning)
        assert plain("Tổng hợp từ nguồn công khai, cập nhật đến") in said

    each(slugs(part, PolicyPost), judge)


def test_every_condition_is_on_the_sheet(part: str) -> None:
    """What the data asks of a family is said, in the condition or in the group's own name."""

    def judge(slug: str) -> None:
        post = next(post for post in shipped().content.posts if post.slug == slug)
        assert isinstance(post, PolicyPost)
        said = plain(" ".join(next(s for s in sheet(slug).sections if s.id == "who").items))

        for way in shipped().content.policies[post.policy].eligibility:
            for condition in way.conditions:
                text = re.sub(r"^(là|đang là|gia đình) ", "", condition.text.rstrip(".").lower())
                assert plain(text) in said

    each(slugs(part, PolicyPost), judge)


def test_a_policy_that_ended_says_so() -> None:
    """Nobody applies for what is over because of an old sheet on the wall."""
    for name in printing.FORMATS:
        said = words(printed("dien-thoai-vien-thong-cong-ich", name))
        assert plain("Chính sách giai đoạn trước.") in said, name


@pytest.mark.parametrize("name", list(printing.FORMATS))
def test_only_our_letters(name: str) -> None:
    """A printer's shop sees the same letters as we do: one typeface, inside the file."""
    rows = ask("pdffonts", printed("vay-von-ho-ngheo", name), "-").splitlines()[2:]

    assert rows
    assert all("BeVietnamPro" in row for row in rows)
    assert all(re.search(r"\byes\s+yes\s+yes\b", row) for row in rows)


@pytest.mark.parametrize("name", list(printing.FORMATS))
@pytest.mark.parametrize("grey", [False, True])
def test_the_code_leads_to_the_page(name: str, grey: bool, tmp_path: Path) -> None:
    """A telephone held over the paper, also a grey copy of it, opens the newest version."""
    zxingcpp = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    options = ["-r", "110", "-png", *(["-gray"] if grey else []), "-", str(tmp_path / "p")]
    ask("pdftoppm", printed("bao-hiem-y-te", name), *options)

    found = [
        code.text
        for page in sorted(tmp_path.glob("*.png"))
        for code in zxingcpp.read_barcodes(image.open(page))
    ]

    assert found == [f"{SITE}chinh-sach/bao-hiem-y-te/"]


def showing(town: Town, site_url: str = SITE) -> Showing:
    """A tiny town as a build shows it."""
    return Showing(load_content(town.root).content, TODAY, Edition(site_url=site_url))


def article(title: str, *texts: str) -> Article:
    """An article of plain paragraphs."""
    return Article(title, "", tuple(Paragraph((Run(text),)) for text in texts))


@pytest.fixture
def news(town: Town) -> Callable[..., Sheet]:
    """Make the sheet of a piece of news."""

    def make(title: str, *texts: str, site_url: str = SITE) -> Sheet:
        town.post("news", slug="tin-vi-du", title=title)
        shown = showing(town, site_url)
        post = next(post for post in shown.content.posts if post.slug == "tin-vi-du")
        return sheet_of(post, article(title, *texts), shown)

    return make


def test_strange_signs_print_as_they_are(news: Callable[..., Sheet]) -> None:
    """An officer may write any sign; the setting program takes none of them as an order."""
    odd = '#import "x": * $a$ *b* _c_ @d <e> \\n `f` [g] // h /* i */ "k" = m + n - o'
    data = printing.printed(news(f"Tin {odd}"[:110], odd), "to-roi.pdf")

    assert words(data).count(plain('#import "x": * $a$ *b* _c_ @d <e>')) >= 2


def test_jrai_and_bahnar_letters_are_drawn(news: Callable[..., Sheet]) -> None:
    """Neighbours read their own language in one typeface."""
    letters = "ĕ ĭ ŏ ŭ ƀ č ñ Ĕ Ĭ Ŏ Ŭ Ƀ Č Ñ"
    data = printing.printed(news("Tin ví dụ của làng", letters), "to-roi-a5.pdf")

    assert plain(letters) in words(data)


def test_without_an_address_no_code(news: Callable[..., Sheet]) -> None:
    """A code that leads nowhere is not printed; the paper says whom to ask instead."""
    said = words(
        printing.printed(news("Tin ví dụ của làng", "Một câu.", site_url=""), "to-roi.pdf")
    )

    assert plain("Muốn xem thêm: hỏi cán bộ, trưởng thôn") in said
    assert "quétmã" not in said


def test_long_text_goes_on_on_the_page(news: Callable[..., Sheet]) -> None:
    """A long piece of news ends after a whole paragraph and says where the rest is."""
    texts = [f"Đoạn thứ {number}. " + "Một câu dài của bài ví dụ. " * 12 for number in range(20)]
    for name in printing.FORMATS:
        data = printing.printed(news("Tin ví dụ của làng", *texts), name)
        said = words(data)
        for text in texts if "to-roi" in name else []:
            assert plain(text[:12]) not in said or plain(text) in said
        assert "dan" in name or plain("Bài còn tiếp") in said


def test_what_does_not_fit_is_named(town: Town) -> None:
    """The officer learns which section to shorten, on which line, by how much."""
    known = sheet("vay-von-ho-ngheo")
    long = [f"Bước dài thứ {number} " + "làm thêm một việc nữa " * 8 for number in range(40)]
    sections = [
        type(one)(one.id, one.title, one.kind, tuple(long) if one.id == "steps" else one.items)
        for one in known.sections
    ]
    changed = Sheet(**{**vars(known), "sections": tuple(sections)})

    for name in ("to-roi.pdf", "to-roi-a5.pdf", "to-roi-gap.pdf"):
        with pytest.raises(ContentError) as caught:
            printing.printed(changed, name)
        [problem] = caught.value.problems
        assert problem.path == "data/policies.yml"
        assert problem.line == known.place["steps"][1]
        assert re.search(r"dài quá \d+ dòng", problem.message)
        assert "«Làm thế nào?»" in problem.message


def test_the_same_sheet_gives_the_same_bytes() -> None:
    """Files are not sent again when nothing changed, not even made by another program run."""
    known = sheet("ho-tro-tien-dien")
    first = {name: printing.printed(known, name) for name in printing.FORMATS}
    del printing._own.compiler
    printing._set.cache_clear()
    again = {name: printing.printed(known, name) for name in reversed(printing.FORMATS)}

    assert first == again


def test_the_file_says_what_it_is() -> None:
    """A screen reader reads title, language and headings of the file."""
    data = printed("vay-von-ho-ngheo", "to-roi.pdf")
    said = ask("pdfinfo", data, "-")

    assert sheet("vay-von-ho-ngheo").unit in said
    assert re.search(r"Tagged:\s+yes", said)
    assert re.search(rb"/Lang\s*\(vi", data)


def test_without_typst_the_rest_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PC that refuses compiled modules still makes everything else."""
    monkeypatch.setitem(sys.modules, "typst", None)
    printing._typst.cache_clear()
    try:
        assert not printing.can_print()
        assert sheet("vay-von-ho-ngheo").as_json()
    finally:
        monkeypatch.undo()
        printing._typst.cache_clear()
    assert printing.can_print()


def test_a_meeting_says_when_and_where(town: Town) -> None:
    """Whoever reads the notice on the board knows the day and the house to go to, once."""
    town.entry(
        "events", "hop-lang", title="Họp làng", kind="doi-thoai", on="2026-12-05",
        place="Nhà văn hóa làng Ví dụ", audiences=["ho-ngheo"],
    )  # fmt: skip
    town.post("news", slug="hop", title="Mời bà con họp làng", event="hop-lang")
    shown = showing(town)
    post = next(post for post in shown.content.posts if post.slug == "hop")
    known = sheet_of(post, article_of(post, shown), shown)

    for name in printing.FORMATS:
        said = words(printing.printed(known, name))
        assert said.count(plain("05/12/2026")) == 1, name
        assert plain("Nhà văn hóa làng Ví dụ") in said, name
