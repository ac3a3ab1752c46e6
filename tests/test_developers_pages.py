"""Pages for developers, under docs/dev: read in the repository, in no edition of the site."""

from pathlib import Path

import pytest

from mkdocs_runs import built, project
from town import PHOTO, Town

SECRET = "benchmark of the builders"


def write_developers_pages(town: Town) -> None:
    """A page as developers write it, a picture and a file; nothing an officer would be asked."""
    town.file("docs/dev/speed.md", f"# Speed\n\n{SECRET}: {{{{ no-such-insert }}}}\n")
    town.file("docs/dev/con/Hình 1?.png", PHOTO)
    town.file("docs/dev/profile.json", f'"{SECRET}"')


@pytest.mark.parametrize("directory_urls", ["true", "false"], ids=["web", "stick"])
def test_no_edition_holds_a_developers_page(tmp_path: Path, directory_urls: str) -> None:
    """Residents who search or look at the sitemap never meet English notes about machines."""
    town = project(tmp_path, use_directory_urls=directory_urls)
    town.post("news", slug="tin")
    write_developers_pages(town)
    site = built(town)
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]

    assert "index.html" in names
    assert [name for name in names if name.startswith("dev") or "profile" in name] == []
    assert [name for name in names if SECRET.encode() in (site / name).read_bytes()] == []
    assert not any(b"dev/speed" in path.read_bytes() for path in site.rglob("*") if path.is_file())


def test_nobody_is_asked_to_mend_a_developers_page(town: Town) -> None:
    """An officer who checks the content reads of stories and data, not of notes in English."""
    write_developers_pages(town)

    assert town.problems() == []
    assert all(not page.path.startswith("docs/dev/") for page in town.content().pages)


@pytest.mark.parametrize("target", ["dev/speed.md", "dev/profile.json"])
def test_no_page_leads_to_a_developers_page(town: Town, target: str) -> None:
    """A link that would lead nowhere on the site is told before anybody follows it."""
    write_developers_pages(town)
    town.page("lien-he.md", f"Xem [tốc độ]({target}).")
    town.post("news", slug="tin", body=f"Xem [tốc độ](../{target}).")

    assert [told.partition(":")[0] for told in town.problems()] == [
        "docs/lien-he.md",
        "stories/tin-tuc/tin.md",
    ]


def test_a_picture_of_developers_is_no_picture_of_a_page(town: Town) -> None:
    """What developers keep beside their pages does not slip out through a page that shows it."""
    town.file("docs/dev/do.png", PHOTO)
    town.page("lien-he.md", "![Một tấm ảnh để đo](dev/do.png)")

    assert [told.partition(":")[0] for told in town.problems()] == ["docs/lien-he.md"]
