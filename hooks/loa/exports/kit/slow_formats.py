"""Formats that are slow to make and public: made once, kept from build to build in the cache."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loa import clock
from loa.disk.cache import Cache
from loa.exports.kit.formats import FORMATS, Format, Subject

KIND = "tai-ve"  # of entries in the cache


@dataclass(frozen=True)
class Lasting:
    """The files of one format of one post; ``old`` is the day of files made from older content."""

    folder: Path
    old: date | None = None

    @property
    def files(self) -> list[Path]:
        """The files, by their names in the kit."""
        return sorted(self.folder.iterdir())


def lasting(format: Format, subject: Subject, mark: str, cache: Cache) -> Lasting | None:
    """Return the files of a format; where it can't be made here, the last ones, or None.

    Args:
        format: one of ``FORMATS`` that is public.
        subject: the post; pictures are not asked for.
        mark: its work mark without pictures.
        cache: where files are kept.

    Raises:
        ContentError: a text does not fit its sheet.
    """
    name = f"{_stem(format, subject)}.{mark}"

    def make(place: Path) -> None:
        for file, data in format.make(subject):
            (place / file).write_bytes(data)

    if format.can():
        return Lasting(cache.entry(KIND, name, make))
    earlier = list(_earlier(format, subject, cache))
    if not earlier:
        return None
    last = max(earlier, key=clock.changed_on)
    return Lasting(last, None if last.name == name else clock.changed_on(last))


def _stem(format: Format, subject: Subject) -> str:
    return f"{subject.post.id}.{FORMATS.index(format)}"


def _earlier(format: Format, subject: Subject, cache: Cache) -> Iterator[Path]:
    place = cache.folder / KIND
    return place.glob(f"{_stem(format, subject)}.*") if place.is_dir() else iter(())
