"""The pictures of a whole site: each where its page looks for it, nothing else beside it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from loa.ask.paths import Edition
from loa.drawn import picture_files
from loa.media import images
from loa.media.images import opening
from loa.outputs import Output, Site, build_site
from loa.problems import ContentError
from loa.rendered.settings import parts
from photos import SECRET, phone_photo
from town import CONSENT, TODAY, Town, plain_photo

ALT = "Đàn bò bên chuồng mới"
WEB = Edition(site_url="https://dakthu.gialai.gov.vn/")
WIDTHS = ("-240.webp", "-480.webp", "-640.webp", "-640.jpg")


@pytest.fixture
def photo(town: Town) -> str:
    """A photo beside the news, as it came from a phone."""
    town.file("stories/tin-tuc/anh/bo.jpg", phone_photo(640, 480, orientation=6))
    return "anh/bo.jpg"


def built(town: Town, edition: Edition = WEB) -> Site:
    """The site of a town."""
    return build_site(town.root, TODAY, edition)


def photos(site: Site) -> dict[str, Output]:
    """The picture files of a site, share cards and drawings left out."""
    return {
        output.path: output
        for output in site.outputs
        if output.path.endswith((".jpg", ".webp", ".png"))
        and "/the/" not in output.path
        and not output.path.startswith("assets/icons/")
    }


def page(site: Site, path: str) -> str:
    """The Markdown of a page."""
    (output,) = (output for output in site.outputs if output.path == path)
    return str(output.content)


def shown_in_text(page: str) -> dict[str, Any]:
    """What a page says of the pictures between its lines."""
    told: dict[str, Any] = parts(page)[0].get("body_pictures", {})
    return told


def test_a_post_gets_its_pictures_and_no_original(town: Town, photo: str) -> None:
    """Every file a page names is there, and none of them says where the photo was taken."""
    body = f"![{ALT}]({photo})"
    town.post("news", slug="bai", image={"file": photo, "alt": ALT}, body=body)
    site = built(town)
    text = page(site, "tin-tuc/bai.md")

    # The phone was held upright: 480 x 640.
    assert sorted(photos(site)) == [
        f"tin-tuc/anh/bo{ending}" for ending in ("-240.webp", "-480.jpg", "-480.webp")
    ]
    assert SECRET.encode() not in b"".join(output.bytes() for output in photos(site).values())
    assert '"src": "tin-tuc/anh/bo-480.jpg"' in text
    assert shown_in_text(text) == {
        "anh/bo.jpg": {"src": "anh/bo-480.jpg", "sizes": [[240, 320], [480, 640]]}
    }
    assert not list(town.root.glob("stories/**/*.webp"))


def test_two_posts_share_a_photo(town: Town, photo: str) -> None:
    """The same picture on two pages is published once."""
    for _ in range(2):
        town.post("news", image={"file": photo, "alt": ALT})

    assert len(photos(built(town))) == 3


def test_a_photo_in_the_text_is_not_shown_twice(town: Town, photo: str) -> None:
    """What stands between the lines does not come again at the end."""
    other = town.file("stories/tin-tuc/anh/ga.jpg").removeprefix("stories/tin-tuc/")
    declared = [{"file": photo, "alt": ALT}, {"file": other, "alt": "Đàn gà sau vườn"}]
    town.post("news", slug="bai", photos=declared, body=f"![{ALT}]({photo})")
    text = page(built(town), "tin-tuc/bai.md")

    assert [shown["src"] for shown in shown_in_text(text).values()] == ["anh/bo-480.jpg"]
    assert text.count("bo-480.jpg") == 1
    assert '"src": "tin-tuc/anh/ga-640.jpg"' in text


@pytest.mark.parametrize("credit", ["Ảnh: Cán bộ thôn", "Cán bộ thôn"])
def test_who_took_a_photo_is_said_once(town: Town, photo: str, credit: str) -> None:
    """No page says "Ảnh: Ảnh:"."""
    town.post("news", slug="bai", image={"file": photo, "alt": ALT, "credit": credit})

    assert '"credit": "Cán bộ thôn"' in page(built(town), "tin-tuc/bai.md")


def test_names_of_files_become_addresses(town: Town) -> None:
    """Blanks, capitals and Vietnamese letters in a name break no page and no USB stick."""
    town.file("stories/tin-tuc/Ảnh Bò/Đàn bò 1.JPG")
    town.post("news", image={"file": "Ảnh Bò/Đàn bò 1.JPG", "alt": ALT})

    assert sorted(photos(built(town))) == sorted(
        f"tin-tuc/anh-bo/dan-bo-1{ending}" for ending in WIDTHS
    )


def test_two_names_that_become_one_are_told(town: Town) -> None:
    """One picture never takes the place of another."""
    town.file("stories/tin-tuc/bò.jpg")
    town.file("stories/tin-tuc/bo.png", plain_photo(800, 600))
    image, more = {"file": "bò.jpg", "alt": ALT}, {"file": "bo.png", "alt": "Con bò đầu đàn"}
    town.post("news", image=image, photos=[more])

    with pytest.raises(ContentError, match=r"«bo.png»: trùng tên với ảnh «bò.jpg» khi đăng"):
        built(town)


def cut_short() -> bytes:
    """A photo whose copying stopped halfway."""
    data = phone_photo(640, 480)
    return data[: len(data) // 2]


def test_every_broken_picture_is_told_at_once(town: Town) -> None:
    """The officer mends all photos in one go, each at its line."""
    for name in ("a", "b", "c"):
        town.file(f"stories/tin-tuc/{name}.jpg", cut_short())
    body = f"Chữ.\n\n![{ALT}](c.jpg)"
    image, more = {"file": "a.jpg", "alt": ALT}, [{"file": "b.jpg", "alt": "Con bò đầu đàn"}]
    town.post("news", slug="bai", image=image, photos=more, body=body)

    with pytest.raises(ContentError) as found:
        built(town)
    told = [(problem.line, problem.message[:9]) for problem in found.value.problems]
    lines = (town.root / "stories/tin-tuc/bai.md").read_text(encoding="utf-8").splitlines()
    wanted = [("image:", "«a.jpg»: "), ("photos:", "«b.jpg»: "), (f"![{ALT}]", "«c.jpg»: ")]
    assert told == [
        (next(n for n, line in enumerate(lines, 1) if line.startswith(start)), message)
        for start, message in wanted
    ]


def test_a_drafts_broken_picture_stops_nobody(town: Town) -> None:
    """Who previews a draft sees its text and what to mend; the site is built."""
    town.file("stories/tin-tuc/a.jpg", cut_short())
    image = {"file": "a.jpg", "alt": ALT}
    town.post("news", slug="nhap", status="draft", image=image)
    site = built(town, Edition(drafts=True))

    assert [str(problem) for problem in site.reminders if "chép dở" in problem.message]
    assert "chép dở" in page(site, "tin-tuc/nhap.md")


def test_a_page_of_the_house_shows_its_pictures_clean(town: Town) -> None:
    """A standing page's photo has nothing hidden either, though MkDocs would copy it as it is."""
    town.file("docs/gioi-thieu/hop.jpg", phone_photo(640, 480))
    town.file("docs/gioi-thieu/so-do.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    town.file("docs/gioi-thieu/quet.tif", phone_photo(64, 48))
    body = "![Buổi họp ở hội trường](hop.jpg)\n\n![Sơ đồ các bước rà soát](so-do.svg)"
    town.page("gioi-thieu/index.md", body)
    site = built(town)
    made = photos(site)

    assert sorted(made) == sorted(
        ["gioi-thieu/hop.jpg", *(f"gioi-thieu/hop{ending}" for ending in WIDTHS)]
    )
    assert all(SECRET.encode() not in output.bytes() for output in made.values())
    assert made["gioi-thieu/hop.jpg"].source == "docs/gioi-thieu/hop.jpg"
    assert not [output for output in site.outputs if output.path.endswith(".tif")]
    text = page(site, "gioi-thieu/index.md")
    assert shown_in_text(text)["hop.jpg"]["src"] == "hop-640.jpg"
    assert "![Sơ đồ các bước rà soát](so-do.svg)" in text


def kept(town: Town) -> set[str]:
    """What the cache holds: pictures by content, cards by post."""
    return {entry.name.rpartition("-")[0] for entry in town.root.glob(".cache/*/*")}


def test_a_withdrawn_photo_leaves_this_machine_too(town: Town, photo: str) -> None:
    """A family that takes its consent back need not ask what lies in which folder."""
    consent = CONSENT | {"channels": ["web", "mang-xa-hoi"]}
    story = {"image": {"file": photo, "alt": ALT}, "consent": consent}
    path = town.post("news", slug="bai", **story)
    built(town)
    before = kept(town)
    text = (town.root / path).read_text(encoding="utf-8")
    town.file(path, text.replace('"ĐY-2026-014"', '"ĐY-2026-014", "withdrawn_on": "2026-11-01"'))
    site = built(town)

    assert len(before) == 3  # the photo, its post's card, the site's card
    assert kept(town) == {"trang"}
    assert photos(site) == {}


def test_a_photo_of_a_draft_stays_while_the_site_is_built(town: Town, photo: str) -> None:
    """Building the public site does not slow down the preview that runs beside it."""
    town.post("news", status="draft", image={"file": photo, "alt": ALT})
    built(town, Edition(drafts=True))
    before = kept(town)
    built(town)

    assert before <= kept(town)


def test_a_second_build_opens_no_picture(
    town: Town, photo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred photos are made once, not at every saved word."""
    town.post("news", image={"file": photo, "alt": ALT})
    first = {path: output.bytes() for path, output in photos(built(town)).items()}
    monkeypatch.setattr(images.renditions, "upright", None)

    assert {path: output.bytes() for path, output in photos(built(town)).items()} == first


def test_without_the_picture_library_the_site_is_built(
    town: Town, photo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a PC that refuses Pillow drawings stand in, no original slips out, and one is told."""
    town.file("docs/hop.jpg", phone_photo(640, 480))
    town.page("gioi-thieu.md", "![Buổi họp ở hội trường](hop.jpg)")
    body = f"![{ALT}]({photo})"
    path = town.post("news", slug="bai", image={"file": photo, "alt": ALT}, body=body)
    monkeypatch.setattr(opening, "_loaded", False)
    site = built(town)
    text = page(site, "tin-tuc/bai.md")

    assert '"drawn": true' in text
    assert "share_card" not in text
    assert shown_in_text(text) == {"anh/bo.jpg": False}
    assert {path: output.bytes()[:4] for path, output in photos(site).items()} == {
        "hop.jpg": b"GIF8"
    }
    assert [f"{problem.path}: {problem.message}" for problem in site.reminders] == [
        f"{path}: {picture_files.NO_LIBRARY}"
    ]
    assert site.settings["share_card"] is None


def test_what_is_published_opens(town: Town, photo: str) -> None:
    """Each file is what its name says."""
    town.post("news", image={"file": photo, "alt": ALT})
    for path, output in photos(built(town)).items():
        with Image.open(BytesIO(output.bytes())) as picture:
            form = {"JPEG": "jpg", "WEBP": "webp"}[str(picture.format)]
            assert path.endswith(f"-{picture.width}.{form}")
            assert Path(path).parts[0] == "tin-tuc"
