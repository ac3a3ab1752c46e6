"""The pictures of a site: which file of which post became what, and where it is published."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from loa.ask import paths
from loa.disk.cache import Cache
from loa.media import images
from loa.media.attachments import attached
from loa.media.images import Picture, PictureRefused, can_publish_pictures
from loa.media.images.renditions import keep
from loa.model.posts import Page, Post
from loa.problems import Level, Problem
from loa.text.markup import DRAWINGS, Placed

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
    """Every picture that pages may show, each made when it is first asked for.

    ``look`` gives the picture of a post or page by the file it names: what it became, why it
    cannot be shown, or None where there is no such file.
    """

    look: Callable[[Owner, str], Picture | str | None]

    def of(self, owner: Owner, file: str) -> Shown | None:
        """Return a picture as its post or page names it."""
        found = self.look(owner, file)
        return Shown(found, stem(owner, file)) if isinstance(found, Picture) else None

    def placed(self, owner: Owner, page: str) -> Mapping[str, Placed | None]:
        """Return how a page at ``page`` shows the pictures in its text; None where it can't."""
        folder = posixpath.dirname(page) or "."
        found = ((file, self.of(owner, file)) for file in owner.body_pictures)
        return {
            file: Placed(posixpath.relpath(shown.fallback, folder), shown.picture.sizes)
            if shown is not None
            else None
            for file, shown in found
        }

    def problems(self, owner: Owner) -> Iterator[Problem]:
        """Yield why pictures of a post or page cannot be shown."""
        for file in picture_names(owner):
            if isinstance(why := self.look(owner, file), str):
                yield picture_problem(owner, file, why)


def picture_names(owner: Owner) -> list[str]:
    """Return the picture files of a post or page, in front matter and body, each once."""
    declared = [image.file for image in owner.pictures] if isinstance(owner, Post) else []
    return list(dict.fromkeys([*declared, *owner.body_pictures]))


def source_of(owner: Owner, file: str, root: Path) -> Path | None:
    """Return the file that a post or page names, where it is a picture that is made anew."""
    source = attached(root, owner.path, file) if can_publish_pictures() else None
    return source if source and source.suffix.lower() not in DRAWINGS else None


def published(owner: Owner, file: str, root: Path) -> Picture | str | None:
    """Return what a picture became, why it cannot be shown, or None where there is none."""
    source = source_of(owner, file, root)
    if source is None:
        return None  # told elsewhere
    try:
        return images.publish(source, Cache.of(root))
    except PictureRefused as refused:
        return str(refused)


def stem(owner: Owner, file: str) -> str:
    """Return what the published names of a picture begin with."""
    return paths.photo(_folder(owner), file)


def clashes(owners: Iterable[Owner], root: Path) -> Iterator[Problem]:
    """Yield a problem for each picture that would be published under the name of another."""
    taken: dict[str, Path] = {}
    for owner in owners:
        for file in picture_names(owner):
            source = source_of(owner, file, root)
            if source and (first := taken.setdefault(stem(owner, file), source)) != source:
                message = f"trùng tên với ảnh «{first.name}» khi đăng; hãy đổi tên một tệp"
                yield picture_problem(owner, file, message)


def forget(living: Iterable[Owner], root: Path) -> None:
    """Remove from the cache every picture that no post or page with a right to it has."""
    files = (attached(root, owner.path, file) for owner in living for file in picture_names(owner))
    keep(Cache.of(root), [file for file in files if file])


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
    found = (owner.body.find(written) for written in (file, quote(file)))
    place = next((place for place in found if place >= 0), 0)
    return owner.body_place(owner.body.count("\n", 0, place))
