"""The pictures of a site: which file of which post became what, and where it is published."""

import os
import posixpath
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from loa.ask import paths
from loa.disk.cache import Cache
from loa.media import images
from loa.media.attachments import attached
from loa.media.images import Picture, PictureRefused, can_publish_pictures
from loa.media.images.renditions import keep
from loa.model.posts import Page, Post
from loa.problems import Level, Problem
from loa.text.markup import DRAWINGS, Placed, picture_files

# Each may hold a picture of 60 million pixels in memory.
MOST_AT_ONCE = 4

Owner = Post | Page


@dataclass(frozen=True)
class Shown:
    """A picture as published: its files, and the path under ``docs/`` that their names share."""

    picture: Picture
    stem: str

    @property
    def fallback(self) -> str:
        """The path of the JPEG."""
        return f"{self.stem}-{self.picture.fallback[0]}.jpg"

    def files(self) -> Iterable[tuple[str, Path]]:
        """Return the path and the content of every file."""
        return ((self.stem + ending, file) for ending, file in self.picture.files())


@dataclass(frozen=True)
class Gallery:
    """Every picture that pages may show; what cannot be shown is told in ``problems``."""

    _shown: Mapping[str, Mapping[str, Shown]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def of(self, owner: Owner, file: str) -> Shown | None:
        """Return a picture as its post or page names it."""
        return self._shown.get(owner.path, {}).get(file)

    def placed(self, owner: Owner, page: str) -> Mapping[str, Placed]:
        """Return how the text of a page at ``page`` shows the pictures of its post."""
        folder = posixpath.dirname(page)
        return {
            file: Placed(posixpath.relpath(shown.fallback, folder or "."), shown.picture.sizes)
            for file, shown in self._shown.get(owner.path, {}).items()
        }

    def files(self) -> dict[str, Path]:
        """Return what is published: each path with its content, once."""
        hung = (shown for pictures in self._shown.values() for shown in pictures.values())
        return {path: file for shown in hung for path, file in shown.files()}


def picture_names(owner: Owner) -> list[str]:
    """Return the picture files of a post or page, in front matter and body, each once."""
    declared = [image.file for image in owner.pictures] if isinstance(owner, Post) else []
    return list(dict.fromkeys([*declared, *picture_files(owner.body)]))


def hang(owners: Iterable[Owner], root: Path) -> Gallery:
    """Make the pictures of posts and pages, several at once; a missing file is told elsewhere."""
    if not can_publish_pictures():
        return Gallery()
    wanted = [
        (owner, file, source)
        for owner in owners
        for file in picture_names(owner)
        if (source := attached(root, owner.path, file)) and source.suffix.lower() not in DRAWINGS
    ]
    made = _publish({source for _, _, source in wanted}, Cache.of(root)) if wanted else {}
    hung: dict[str, dict[str, Shown]] = {}
    problems: list[Problem] = []
    taken: dict[str, Path] = {}
    for owner, file, source in wanted:
        result, stem = made[source], paths.photo(_folder(owner), file)
        if isinstance(result, str):
            problems.append(picture_problem(owner, file, result))
        elif taken.setdefault(stem, source) != source:
            message = f"trùng tên với ảnh «{taken[stem].name}» khi đăng; hãy đổi tên một tệp"
            problems.append(picture_problem(owner, file, message))
        else:
            hung.setdefault(owner.path, {})[file] = Shown(result, stem)
    return Gallery(hung, tuple(problems))


def forget(living: Iterable[Owner], root: Path) -> None:
    """Remove from the cache every picture that no post or page with a right to it has."""
    files = (attached(root, owner.path, file) for owner in living for file in picture_names(owner))
    keep(Cache.of(root), [file for file in files if file])


def _publish(sources: set[Path], cache: Cache) -> dict[Path, Picture | str]:
    in_order = sorted(sources)
    # Pillow lets other threads run while it works; a process each would cost more than it gains.
    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as pool:
        return dict(zip(in_order, pool.map(partial(_published, cache), in_order), strict=True))


def _published(cache: Cache, source: Path) -> Picture | str:
    try:
        return images.publish(source, cache)
    except PictureRefused as refused:
        return str(refused)


def _folder(owner: Owner) -> str:
    if isinstance(owner, Post):
        return owner.SECTION
    return posixpath.dirname(owner.path.removeprefix("docs/"))


def picture_problem(owner: Owner, file: str, message: str, level: Level = Level.ERROR) -> Problem:
    """Return a problem with a picture, at the line that names it."""
    return Problem(owner.path, _line(owner, file), f"«{file}»: {message}", level)


def _line(owner: Owner, file: str) -> int:
    """Return where a picture is named: its own line of the front matter, or of the text."""
    if isinstance(owner, Post):
        named = {f"photos.{number}.file": photo for number, photo in enumerate(owner.photos)}
        for key, image in {"image.file": owner.image, **named}.items():
            if image and image.file == file:
                return owner.line(key)
    return owner.body_line + owner.body.count("\n", 0, max(owner.body.find(file), 0))
