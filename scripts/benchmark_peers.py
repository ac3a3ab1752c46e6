"""The generators of a benchmark: how each is given a town, started, edited and made to forget."""

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmark_tools import PEERS, Tools
from benchmark_towns import Story, front_matter, give_environment

OURS = ("loa", "make-site")


@dataclass(frozen=True)
class Generator:
    """One generator over its own copy of a town; every path is relative to ``folder``.

    ``outputs`` is what it makes, ``caches`` what it keeps besides, ``photo_caches`` the part of it
    that holds photos. ``template`` stands around every page and ends in ``</footer>``.
    """

    label: str
    folder: Path
    commands: tuple[tuple[str | Path, ...], ...]
    outputs: tuple[str, ...]
    post: Callable[[Story], str]
    photo: Callable[[Story], str]
    template: str
    caches: tuple[str, ...] = ()
    photo_caches: tuple[str, ...] = ()
    amounts: str = ""  # the file of amounts; without one, the policy's own post is edited


def lay_out(
    name: str, folder: Path, town: Path, stories: Iterable[Story], tools: Tools | None
) -> Generator:
    """Give a generator its copy of a town in a new folder.

    Args:
        name: one of ``NAMES``.
        folder: where the copy is to stand.
        town: the repository that the stories were read from.
        stories: its posts, as peers take them.
        tools: where the peers are; our own side needs none.
    """
    if name in OURS:
        return _ours(name, folder, town)
    if name == "bare":
        return _bare(folder)
    assert tools is not None  # whoever asks for a peer has prepared them
    return _PEERS[name](name, folder, tuple(stories), tools)


# --- our side ------------------------------------------------------------------------------------


def _ours(name: str, folder: Path, town: Path) -> Generator:
    shutil.copytree(town, folder)
    python = give_environment(folder)
    whole = name == "make-site"
    command: tuple[str | Path, ...] = (python, "-m", "mkdocs", "build", "--strict")
    return Generator(
        label="Loa, `make site` with kit" if whole else "Loa, `mkdocs build --strict`",
        folder=folder,
        commands=((python, "scripts/build_site.py"),) if whole else (command,),
        outputs=("site", "kit"),
        post=lambda story: f"stories/{story.section}/{story.slug}.md",
        photo=lambda story: f"stories/{story.section}/anh/{story.slug}.jpg",
        template="hooks/theme/loa/footer.html",
        caches=(".cache", "build"),
        photo_caches=(".cache/anh",),
        amounts="data/policies.yml",
    )


def _bare(folder: Path) -> Generator:
    """What the host alone needs for one page: nobody who stands on it can be faster."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Trang\n", encoding="utf-8")
    (folder / "docs/index.md").write_text("---\ntitle: Trang\n---\nChữ.\n", encoding="utf-8")
    return Generator(
        label="bare `mkdocs build` of an empty site",
        folder=folder,
        commands=((sys.executable, "-m", "mkdocs", "build"),),
        outputs=("site",),
        post=lambda story: "docs/index.md",
        photo=lambda story: "docs/index.md",
        template="docs/index.md",
    )


# --- peers ---------------------------------------------------------------------------------------


def _hugo(name: str, folder: Path, stories: tuple[Story, ...], tools: Tools) -> Generator:
    shutil.copytree(PEERS / "hugo", folder)
    if name == "hugo-photos":
        shutil.copytree(PEERS / "hugo-photos", folder, dirs_exist_ok=True)
    for story in stories:
        place = folder / _bundle(story)
        head = front_matter(story, summary=story.summary, topics=story.topics)
        _write(place / "index.md", head + story.body)
        _copy(story, place / "anh.jpg")
    build = (tools.hugo, "--quiet", "--cacheDir", folder / "cache")
    find = (tools.pagefind, "--site", "public", "--quiet")
    labels = {
        "hugo": "Hugo, photos copied",
        "hugo-photos": "Hugo, five files of each photo",
        "hugo-pagefind": "Hugo + Pagefind, photos copied",
    }
    return Generator(
        label=labels[name],
        folder=folder,
        commands=(build, find) if name == "hugo-pagefind" else (build,),
        outputs=("public",),
        post=lambda story: f"{_bundle(story)}/index.md",
        photo=lambda story: f"{_bundle(story)}/anh.jpg",
        template="layouts/baseof.html",
        caches=("resources", "cache", ".hugo_build.lock"),
        photo_caches=("resources",),
    )


def _bundle(story: Story) -> str:
    return f"content/{story.section}/{story.slug}"


def _material(name: str, folder: Path, stories: tuple[Story, ...], tools: Tools) -> Generator:
    shutil.copytree(PEERS / "material", folder)
    for story in stories:
        head = front_matter(story, categories=[story.section], tags=story.topics)
        shown = f"![Ảnh đặt ra](anh/{story.slug}.jpg)\n\n" if story.photo else ""
        body = f"# {story.title}\n\n{story.summary}\n\n<!-- more -->\n\n{shown}{story.body}"
        _write(folder / f"docs/posts/{story.section}/{story.slug}.md", head + body)
        _copy(story, folder / f"docs/posts/{story.section}/anh/{story.slug}.jpg")
    is_zensical = name == "zensical"
    return Generator(
        label="Zensical" if is_zensical else "Material, with blog, tags, search",
        folder=folder,
        commands=((tools.python, "-m", "zensical" if is_zensical else "mkdocs", "build"),),
        outputs=("site",),
        post=lambda story: f"docs/posts/{story.section}/{story.slug}.md",
        photo=lambda story: f"docs/posts/{story.section}/anh/{story.slug}.jpg",
        template="overrides/main.html",
        caches=(".cache",),
    )


def _eleventy(name: str, folder: Path, stories: tuple[Story, ...], tools: Tools) -> Generator:
    shutil.copytree(PEERS / "eleventy", folder)
    for story in stories:
        more = {"summary": story.summary, "section": story.section, "topics": story.topics}
        if story.photo:
            more["photo"] = f"/{story.section}/anh/{story.slug}.jpg"
        head = front_matter(story, layout="post.njk", tags=["post"], **more)
        _write(folder / f"content/{story.section}/{story.slug}.md", head + story.body)
        _copy(story, folder / f"content/{story.section}/anh/{story.slug}.jpg")
    return Generator(
        label="Eleventy",
        folder=folder,
        commands=((tools.node, tools.eleventy, "--quiet"),),
        outputs=("_site",),
        post=lambda story: f"content/{story.section}/{story.slug}.md",
        photo=lambda story: f"content/{story.section}/anh/{story.slug}.jpg",
        template="_includes/base.njk",
    )


def _pelican(name: str, folder: Path, stories: tuple[Story, ...], tools: Tools) -> Generator:
    shutil.copytree(PEERS / "pelican", folder)
    (folder / "content/anh").mkdir(parents=True)
    for story in stories:
        head = (
            f"Title: {story.title}\nDate: {story.day}\nCategory: {story.section}\n"
            f"Tags: {', '.join(story.topics)}\nSlug: {story.slug}\nSummary: {story.summary}\n\n"
        )
        shown = f"![Ảnh đặt ra]({{static}}/anh/{story.slug}.jpg)\n\n" if story.photo else ""
        _write(folder / f"content/{story.section}/{story.slug}.md", head + shown + story.body)
        _copy(story, folder / f"content/anh/{story.slug}.jpg")
    return Generator(
        label="Pelican, its cache on",
        folder=folder,
        commands=((tools.python, "-m", "pelican", "--quiet", "-s", "pelicanconf.py"),),
        outputs=("output",),
        post=lambda story: f"content/{story.section}/{story.slug}.md",
        photo=lambda story: f"content/anh/{story.slug}.jpg",
        template="theme/templates/base.html",
        caches=("cache",),
    )


_Writer = Callable[[str, Path, tuple[Story, ...], Tools], Generator]
_PEERS: Mapping[str, _Writer] = {
    "hugo": _hugo,
    "hugo-photos": _hugo,
    "hugo-pagefind": _hugo,
    "material": _material,
    "eleventy": _eleventy,
    "pelican": _pelican,
    "zensical": _material,
}
NAMES = (*OURS, "bare", *_PEERS)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _copy(story: Story, place: Path) -> None:
    if story.photo:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(story.photo, place)
