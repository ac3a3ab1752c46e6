"""The officer's bar over each post: in the preview only, never where residents read."""

from loa.ask.paths import DOWNLOADS, OFFICE, Edition
from loa.outputs import build_site
from test_kit import made
from town import CONSENT, TODAY, Town

SITE = "https://dak-thu.test/"


def files(town: Town, *, drafts: bool) -> dict[str, bytes]:
    """Every file of the preview, or of the public site."""
    site = build_site(town.root, TODAY, Edition(drafts=drafts, site_url=SITE))
    return {output.path: output.bytes() for output in site.outputs}


def test_the_preview_offers_what_there_is_to_copy(town: Town) -> None:
    """While looking at a post the officer takes it to the town page with one press more."""
    town.post("news", slug="bai")
    found = files(town, drafts=True)
    page = found["tin-tuc/bai.md"].decode()

    assert f"{OFFICE}/tin-tuc/bai/noi-dung.html" in found
    assert f"{OFFICE}/tin-tuc/bai/noi-dung.html" in page


def test_the_preview_shows_the_kit_as_it_was_last_made(town: Town) -> None:
    """Word files and leaflets of the last run are a press away too."""
    town.post("news", slug="bai")
    made(town)

    assert f"{OFFICE}/tin-tuc/bai/bai.docx" in files(town, drafts=True)


def test_a_draft_and_a_sample_have_no_kit(town: Town) -> None:
    """The bar says why there is nothing to copy yet."""
    town.post("news", slug="nhap", status="draft")
    town.post("story", slug="mau", sample=True)
    found = files(town, drafts=True)

    assert not [path for path in found if path.startswith(OFFICE)]
    assert "Bài chưa đăng thì chưa có bộ đăng." in found["tin-tuc/nhap.md"].decode()
    assert "Bài mẫu không có bộ đăng." in found["guong-dien-hinh/mau.md"].decode()


def test_the_bar_tells_what_to_look_at(town: Town) -> None:
    """A reminder about a post stands over the post itself."""
    town.wording("hộ đói", "hộ thiếu ăn")
    town.post("news", slug="bai", body="Làng không còn hộ đói.")
    (reminder,) = (line for line in town.problems() if "tin-tuc/bai" in line)
    page = files(town, drafts=True)["tin-tuc/bai.md"].decode()

    assert reminder.split("nhắc: ")[1][:30] in page


def test_nothing_of_the_office_is_public(town: Town) -> None:
    """No resident ever sees the officer's bar or a file of the kit."""
    town.post("news", slug="bai")
    made(town)
    found = files(town, drafts=False)

    assert not [path for path in found if path.startswith((OFFICE, "kit"))]
    assert OFFICE.encode() not in b"".join(
        data for path, data in found.items() if path.endswith((".md", ".html", ".json", ".xml"))
    )


def test_only_what_may_go_out_stands_among_the_downloads(town: Town) -> None:
    """A draft, an invented example, a withdrawn story offer nothing to take along."""
    town.post("news", slug="that")
    town.post("news", slug="nhap", status="draft")
    town.post("story", slug="mau", sample=True)
    downloads = [path for path in files(town, drafts=False) if path.startswith(DOWNLOADS)]

    assert {path.split("/")[2] for path in downloads} == {"that"}


def test_a_public_page_has_no_bar(town: Town) -> None:
    """What the template writes the bar from is not there."""
    town.post("news", slug="bai")

    assert "copy_url" not in files(town, drafts=False)["tin-tuc/bai.md"].decode()
    assert "copy_url" in files(town, drafts=True)["tin-tuc/bai.md"].decode()


def test_the_bar_offers_no_channel_that_was_taken_back(town: Town) -> None:
    """What an older kit still holds is not copied on after the family changed its mind."""
    path = town.post("story", slug="a", consent=CONSENT | {"channels": ["web", "loa"]})
    made(town)
    text = (town.root / path).read_text(encoding="utf-8")
    town.file(path, text.replace('["web", "loa"]', '["web"]'))
    found = files(town, drafts=True)
    names = {name.rpartition("/")[2] for name in found if name.startswith(OFFICE)}

    assert "noi-dung.html" in names
    assert "phat-thanh.txt" not in names
    assert "phat-thanh.docx" not in names
