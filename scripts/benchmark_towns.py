"""Towns to measure on: a whole repository with invented posts and photos, and what peers get of it.

The same size gives the same town, byte for byte. Peers get the same titles, summaries, bodies and
photos; what only our program understands in a body is written out for them.
"""

import json
import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageChops

import project_python  # noqa: F401  must come before everything that imports loa
from console import ROOT, SetupError
from generate_posts import SOURCES, write_town
from loa.load import load_content

PROGRAM = ("scripts", "pyproject.toml", "offline.yml", "requirements.txt", "requirements-dev.txt")
EVERY = 5  # invented posts have a photo
PHOTO_SIZE = (1600, 1200)
_NOT_COPIED = shutil.ignore_patterns("node_modules", "__pycache__")


@dataclass(frozen=True)
class Story:
    """One post as any generator can take it: ``body`` is plain Markdown."""

    slug: str
    section: str
    title: str
    day: str
    summary: str
    topics: tuple[str, ...]
    body: str
    photo: Path | None = None

    @property
    def invented(self) -> bool:
        """Say whether nobody wrote it, so that it may be taken away."""
        return self.slug.startswith("bai-dat-ra-")


def write_measured_town(folder: Path, posts: int, *, photos: bool = True) -> tuple[Story, ...]:
    """Write a repository that builds in a new folder; 0 posts means the shipped ones alone."""
    folder.mkdir(parents=True)
    if posts:
        write_town(folder, posts)
    for name in PROGRAM if posts else (*SOURCES, *PROGRAM):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=_NOT_COPIED)
        else:
            shutil.copy2(source, folder / name)
    if photos:
        _add_photos(folder)
    return stories_of(folder)


def give_environment(folder: Path) -> Path:
    """Let a copied repository run with our libraries and its own program; return its Python."""
    place = folder / ".venv"
    venv.create(place, with_pip=False)
    (packages,) = place.glob("[Ll]ib/**/site-packages")
    ours = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    lines = (str(folder / "hooks"), str(ours))
    (packages / "benchmark.pth").write_text("\n".join(lines), encoding="utf-8")
    # The copy must believe that all is installed, else `make site` would install it again.
    told = "import environment as e; e.STAMP.write_text(e._stamp(e.SITE_LOCK), encoding='utf-8')"
    subprocess.run([sys.executable, "-c", told], cwd=folder / "scripts", check=True)
    return next(
        path for path in (place / "bin/python", place / "Scripts/python.exe") if path.exists()
    )


def stories_of(folder: Path) -> tuple[Story, ...]:
    """Return the posts of a town, in the order of their addresses."""
    content = load_content(folder).content
    if content is None:
        raise SetupError("Dữ liệu đang có chỗ sai; hãy chạy make check rồi sửa.")
    stories = (
        Story(
            slug=post.slug,
            section=post.SECTION,
            title=post.title,
            day=post.date.isoformat(),
            summary=post.summary,
            topics=post.topics,
            body=plain(post.body),
            photo=folder / "stories" / post.SECTION / post.image.file if post.image else None,
        )
        for post in content.posts
    )
    return tuple(sorted(stories, key=lambda story: (story.section, story.slug)))


def plain(body: str) -> str:
    """Return a body without inserts, links to other posts and boxes, which peers do not have."""
    body = re.sub(r"\{\{.*?\}\}", "số liệu", body)
    body = re.sub(r"(?<!!)\[([^\]]*)\]\((?!https?:)[^)]*\)", r"\1", body)
    body = re.sub(r'(?m)^(?:!!!|\?\?\?\+?) \S+(?: "(.*)")?$', r"> **\1**\n>", body)
    return re.sub(r"(?m)^ {4}(?=\S)", "> ", body)


def front_matter(story: Story, **more: object) -> str:
    """Return what most generators read above the body; JSON is YAML."""
    values = {"title": story.title, "date": story.day, **more}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    # A day in quotes is text to some readers of YAML.
    return "---\n" + "".join(lines).replace(f'"{story.day}"', story.day) + "---\n"


def photo(seed: int) -> bytes:
    """Return a photo as large and as full of detail as a phone's; each seed gives another."""
    chance, (width, height) = Random(seed), PHOTO_SIZE
    picture = Image.new("RGB", PHOTO_SIZE, (110, 125, 90))
    for cells, weight in ((4, 0.6), (12, 0.45), (40, 0.3), (160, 0.2), (600, 0.12)):
        rows = cells * height // width
        grain = Image.frombytes("RGB", (cells, rows), chance.randbytes(cells * rows * 3))
        grain = grain.resize(PHOTO_SIZE, Image.Resampling.BICUBIC)
        picture = ImageChops.blend(picture, grain, weight)
    exif = Image.Exif()
    exif[0x0112] = 1
    exif.get_ifd(0x8825).update({1: "N", 2: (13.0, 59.0, 1.5), 3: "E", 4: (108.0, 8.0, 2.5)})
    data = BytesIO()
    picture.save(data, "JPEG", quality=88, exif=exif)
    return data.getvalue()


def _add_photos(folder: Path) -> None:
    invented = sorted((folder / "stories").rglob("bai-dat-ra-*.md"))
    for path in invented:
        number = int(path.stem.rpartition("-")[2])
        if number % EVERY:
            continue
        name = f"anh/{path.stem}.jpg"
        (path.parent / "anh").mkdir(exist_ok=True)
        (path.parent / name).write_bytes(photo(number))
        image = f"image:\n  file: {name}\n  alt: Ảnh đặt ra để đo tốc độ, không cho thấy gì\n"
        text = path.read_text(encoding="utf-8")
        text = text.replace("\nstatus:", f"\n{image}status:", 1)
        path.write_text(text, encoding="utf-8", newline="\n")
