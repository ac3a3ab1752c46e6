"""What is made of a post besides its page: files to take along, the officer's bar."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from loa.ask.meta import Meta


@dataclass(frozen=True)
class Download:
    """A file to take along; ``old`` is the day of one that could not be made anew."""

    path: str
    title: str
    size: int
    old: date | None = None


@dataclass(frozen=True)
class Extras:
    """By the file of each post: what residents take along, what the officer's bar says."""

    downloads: Mapping[str, tuple[Download, ...]] = field(default_factory=dict)
    office: Mapping[str, Meta] = field(default_factory=dict)


NOTHING = Extras()
