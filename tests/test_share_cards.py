"""Cards for shared links: readable at any length, true to the day, only of who agreed."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from loa.ask.paths import Edition
from loa.disk.cache import Cache
from loa.media.share_cards import Card, draw
from loa.outputs import Site, build_site
from photos import phone_photo
from town import CONSENT, TODAY, Town

WEB = Edition(site_url="https://dakthu.gialai.gov.vn/")
HELD = "Trợ cấp hưu\u00a0trí xã\u00a0hội cho người cao\u00a0tuổi không có lương hưu"


def card(**changes: Any) -> Card:
    """A card, with changes."""
    values: dict[str, Any] = {
        "section": "guong-dien-hinh",
        "site": "Giảm nghèo · Đak Thử",
        "unit": "UBND xã Đak Thử",
        "label": "Gương điển hình",
        "title": "Nuôi bò sinh sản",
        "line": "17/10/2026",
        "subject": "cow",
        "seed": "bo",
    }
    return Card(**values | changes)


def opened(data: bytes) -> Image.Image:
    """A card as a program opens it."""
    return Image.open(BytesIO(data))


# --- drawing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", ["chinh-sach", "guong-dien-hinh", "tin-tuc", "hoi-dap"])
def test_a_card_is_small_and_of_the_size_programs_ask_for(section: str) -> None:
    """Whoever opens a chat pays little for the picture beside the link."""
    data = draw(card(section=section, title=HELD, caption="Được vay nhiều nhất"))
    picture = opened(data)

    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (1200, 630))
    assert len(data) <= 40 * 1024
    assert draw(card(section=section, title=HELD, caption="Được vay nhiều nhất")) == data


@pytest.mark.parametrize(
    "changes",
    [
        *({"title": "Nuôi bò sữa"}, {"line": "Bài mẫu"}, {"caption": "Mỗi hộ"}),
        *({"unit": "UBND xã A"}, {"site": "Một trang khác"}, {"label": "Tin tức"}),
        *({"subject": "goat"}, {"seed": "khac"}),
    ],
)
def test_everything_on_a_card_can_be_seen(changes: dict[str, str]) -> None:
    """Title, section, unit, date and drawing: each shows."""
    assert draw(card(**changes)) != draw(card())


@pytest.mark.parametrize("long", ["dài " * 60, "W" * 300])
def test_long_names_shrink_and_stay_on_their_side(long: str) -> None:
    """A long name of a unit or a long number never runs into the picture."""
    changed = card(site=long[:60], unit=long[:80], line=long[:50], caption=long[:70])
    plain, full = opened(draw(card())).convert("RGB"), opened(draw(changed)).convert("RGB")
    side = (760, 0, 1200, 630)

    assert full.crop(side).tobytes() == plain.crop(side).tobytes()


def test_whole_cells_and_a_margin(tmp_path: Path) -> None:
    """No cell of the drawing is cut, and nothing important stands where programs cut the rim."""
    picture = opened(draw(card(title=HELD, caption="Mỗi hộ"))).convert("RGB")
    ground = picture.getpixel((2, 2))

    cells = picture.crop((780, 0, 1200, 630))
    blocks = cells.resize((28, 42), Image.Resampling.NEAREST).resize(cells.size, 0)
    assert blocks.tobytes() == cells.tobytes()
    for rim in ((0, 0, 48, 630), (0, 0, 740, 48), (0, 582, 740, 630)):
        assert picture.crop(rim).getcolors() == [((rim[2] - rim[0]) * (rim[3] - rim[1]), ground)]


def test_letters_of_jrai_and_bahnar_keep_their_marks() -> None:
    """The breve over ô stands over it, on every machine."""
    plain, marked = (
        opened(draw(card(title=title))).convert("RGB") for title in ("Hlô", "Hlô\u0306")
    )
    box = Image.frombytes("RGB", plain.size, plain.tobytes())
    changed = [
        (x, y)
        for x in range(64, 400)
        for y in range(190, 330)
        if box.getpixel((x, y)) != marked.getpixel((x, y))
    ]

    assert changed
    assert max(y for _, y in changed) < 260  # only above the letter


def test_a_photo_takes_the_drawings_place(tmp_path: Path) -> None:
    """A story with a photo is shared with it, and the card stays light."""
    file = tmp_path / "a.jpg"
    file.write_bytes(phone_photo(1200, 900))
    data = draw(card(photo=file))
    picture = opened(data)

    assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    assert len(data) <= 64 * 1024
    assert dict(picture.getexif()) == {}
    assert picture.convert("RGB").crop((900, 100, 1100, 500)).getcolors(1000) is None


# --- on the site ---------------------------------------------------------------------------------


def cards(site: Site) -> dict[str, bytes]:
    """The cards of a site."""
    return {
        output.path.removeprefix("anh/the/"): output.bytes()
        for output in site.outputs
        if output.path.startswith("anh/the/")
    }


def page(site: Site, path: str) -> str:
    """The Markdown of a page."""
    (output,) = (output for output in site.outputs if output.path == path)
    return str(output.content)


def test_every_post_has_a_card_and_the_site_has_one(town: Town) -> None:
    """A link in Zalo shows what it is about; a list's link shows whose it is."""
    for kind in ("news", "story", "policy", "question"):
        town.post(kind, slug=kind)
    town.post("news", slug="nhap", status="draft")
    site = build_site(town.root, TODAY, WEB)

    assert sorted(cards(site)) == [
        *("chinh-sach-policy.png", "guong-dien-hinh-story.png", "hoi-dap-question.png"),
        *("tin-tuc-news.png", "trang.png"),
    ]
    assert '"path": "anh/the/tin-tuc-news.png"' in page(site, "tin-tuc/news.md")
    assert site.settings["share_card"] == {
        "path": "anh/the/trang.png",
        "alt": "Giảm nghèo · Đak Thử: Chính sách dễ hiểu",
        "width": 1200,
        "height": 630,
    }


@pytest.mark.parametrize(
    "edition", [Edition(), Edition(directory_urls=False, site_url="https://a/")]
)
def test_an_edition_nobody_shares_has_no_cards(town: Town, edition: Edition) -> None:
    """A USB stick carries no pictures that only social networks ask for."""
    town.post("news")

    assert cards(build_site(town.root, TODAY, edition)) == {}


PHOTO = {"file": "bo.jpg", "alt": "Đàn bò bên chuồng mới"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "tin-tuc-bai.jpg"),
        ({"image": {**PHOTO, "people": True}, "public_event": True}, "tin-tuc-bai.jpg"),
        ({"consent": CONSENT | {"channels": ["web", "mang-xa-hoi"]}}, "tin-tuc-bai.jpg"),
        ({"consent": CONSENT}, None),
    ],
    ids=["things", "public-event", "agreed", "not-agreed"],
)
def test_who_did_not_agree_to_social_networks_is_on_no_card(
    town: Town, changes: dict[str, Any], expected: str | None
) -> None:
    """Agreeing to the website is not agreeing to one's photo in every chat."""
    town.file("stories/tin-tuc/bo.jpg", phone_photo(640, 480))
    town.post("news", slug="bai", **{"image": PHOTO} | changes)
    site = build_site(town.root, TODAY, WEB)

    assert sorted(cards(site)) == sorted(filter(None, [expected, "trang.png"]))
    assert ('"share_card"' in page(site, "tin-tuc/bai.md")) == bool(expected)


def test_a_sample_says_so_on_its_card(town: Town) -> None:
    """Nobody takes an invented family for a real one, not even in a chat."""
    paths = [town.post("news", slug=slug, sample=slug == "mau") for slug in ("mau", "that")]
    site = build_site(town.root, TODAY, WEB)
    made = cards(site)

    assert len(paths) == 2
    assert made["tin-tuc-mau.png"] != made["tin-tuc-that.png"]
    assert "(bài mẫu)" in page(site, "tin-tuc/mau.md")


def test_an_amount_on_a_card_follows_the_data(town: Town) -> None:
    """When a rate changes, the card of the policy changes with it."""
    town.fact(headline=True, applies_from="2026-01-01")
    town.post("policy", slug="vay")
    before = cards(build_site(town.root, TODAY, WEB))
    town.fact(headline=True, applies_from="2026-01-01", amount=200_000_000)
    after = cards(build_site(town.root, TODAY, WEB))

    assert before["chinh-sach-vay.png"] != after["chinh-sach-vay.png"]
    assert before["trang.png"] == after["trang.png"]
    assert len(list((Cache.of(town.root).folder / "the").iterdir())) == 2
