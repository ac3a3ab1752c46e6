"""Which files pages, posts and data bring along: what nobody names does not go out."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from loa.ask import paths
from loa.ask.bodies import as_written
from loa.ask.showing import Showing
from loa.ask.views import Standing
from loa.disk.cache import Cache
from loa.media.attachments import attached
from loa.media.bringing import Brought, FileRefused, brought, keep_only, label
from loa.model.content import Content
from loa.model.policies import FULL_TEXTS
from loa.model.posts import Page, Post
from loa.plan.files import note_file
from loa.plan.question import kept_question, question
from loa.rendered.seen import Link
from loa.text.markup import picture_file
from loa.text.vietnamese import capitalise, size_text

# Hardly any text names a file; the others need not be converted to find that out.
_MAY_BRING = re.compile(r"\.(?!md[)#?\s>\"'])[A-Za-z0-9]{1,8}(?=[)#?\s>\"']|$)", re.MULTILINE)

_ELSEWHERE = re.compile(r"(?:https?|mailto|tel):[^\s)>\"']*")


@dataclass(frozen=True)
class Bringing:
    """A file that a page, a post or data brings along.

    Attributes:
        file: its name as it is written there.
        target: where it stands under ``docs/`` once it is published.
        source: the file, relative to the project's root.
        title: what readers call it; empty where it has no words of its own.
        key: the field that names it; empty for a link.
        link: the link that names it.
    """

    file: str
    target: str
    source: str
    title: str = ""
    key: str = ""
    link: Link | None = None


def brought_by(content: Content, owner: Post | Page) -> tuple[Bringing, ...]:
    """Return the files that a post or page brings along, each target once."""
    found: dict[str, Bringing] = {}
    for one in (*_declared(content.root, owner), *_linked(content.root, owner)):
        found.setdefault(one.target, one)
    return tuple(found.values())


def brought_by_data(content: Content) -> tuple[Bringing, ...]:
    """Return the files that the lists of materials and of documents name."""
    named = [(one.file, "docs/index.md", "") for one in content.materials.values()]
    named += [
        (one.file, FULL_TEXTS, "van-ban/") for one in content.legal_documents.values() if one.file
    ]
    found = []
    for file, owner, folder in named:
        source = attached(content.root, owner, file) if file else None
        if file and source:
            found.append(Bringing(file, f"{folder}{file}", _relative(content.root, source)))
    return tuple(found)


def _declared(root: Path, owner: Post | Page) -> Iterator[Bringing]:
    for number, one in enumerate(owner.attachments if isinstance(owner, Post) else ()):
        if source := attached(root, owner.path, one.file):
            target = paths.attachment(_beside(owner, one.file))
            key = f"attachments.{number}.file"
            yield Bringing(one.file, target, _relative(root, source), one.title, key)


def _linked(root: Path, owner: Post | Page) -> Iterator[Bringing]:
    if not _may_bring(owner.body):
        return
    for link in as_written(owner).links:
        # A post's pictures are made anew, under other names.
        if link.is_picture and isinstance(owner, Post):
            continue
        file = picture_file(link.address.partition("#")[0])
        if not file or PurePosixPath(file).suffix.lower() in ("", ".md"):
            continue
        target = _beside(owner, file)
        if source := _found(root, owner, file, target):
            if isinstance(owner, Post):
                target = paths.attachment(target)
            title = "" if link.is_picture else capitalise(link.words.strip())
            yield Bringing(file, target, _relative(root, source), title, link=link)


@lru_cache(maxsize=16)  # several rules ask of one text after the other
def _may_bring(text: str) -> bool:
    return bool(_MAY_BRING.search(_ELSEWHERE.sub("", text)))


def _found(root: Path, owner: Post | Page, file: str, target: str) -> Path | None:
    seen_from = ((owner.path, file), ("docs/index.md", target), ("stories/index.md", target))
    return next(
        (found for place, name in seen_from if (found := attached(root, place, name))), None
    )


def _beside(owner: Post | Page, file: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(_page(owner)), file))


def _page(owner: Post | Page) -> str:
    return paths.post(owner) if isinstance(owner, Post) else owner.path.removeprefix("docs/")


def _relative(root: Path, file: Path) -> str:
    return posixpath.normpath(file.relative_to(root).as_posix())


# --- on the site ---------------------------------------------------------------------------------


@kept_question
def of_owner(showing: Showing, owner: Post | Page) -> tuple[Bringing, ...]:
    """Return the files that a post or page brings along."""
    return brought_by(showing.content, owner)


@question
def all_brought(showing: Showing) -> tuple[tuple[str, str], ...]:
    """Return where each file that is named goes, and where it comes from."""
    found = [one for owner in showing.owners for one in of_owner(showing, owner)]
    found += brought_by_data(showing.content)
    return tuple(sorted({(one.target, one.source) for one in found}))


def going_out(showing: Showing, source: str) -> Brought:
    """Return what goes out of a file.

    Raises:
        FileRefused: nothing does.
    """
    root = showing.content.root
    note_file(root, root / source)
    return brought(root / source, Cache.of(root))


@kept_question
def note_of(showing: Showing, source: str) -> str:
    """Return what kind of file it is and how heavy: "Word, 45 kB"."""
    try:
        size = len(going_out(showing, source).data)
    except (FileRefused, OSError):
        return label(source)  # told by the checks
    return f"{label(source)}, {size_text(size)}"


def linked_files(showing: Showing, post: Post) -> dict[str, dict[str, str]]:
    """Return where each link to a file leads and what stands behind its words, by what it names."""
    files = (one for one in of_owner(showing, post) if one.link is not None)
    return {
        one.file: {"to": seen_from(post, one), "note": note_of(showing, one.source)}
        for one in files
    }


def seen_from(post: Post, one: Bringing) -> str:
    """Return the address of a file as it is written in its post."""
    return posixpath.relpath(one.target, posixpath.dirname(paths.post(post)))


def forget_unbrought(showing: Showing) -> None:
    """Take out of the cache what nobody brings along any more."""
    root = showing.content.root
    posts = (
        post
        for post in showing.content.posts
        if showing.standing(post) is not Standing.WITHDRAWN  # drafts stay for the preview
    )
    owners: tuple[Post | Page, ...] = (*posts, *showing.content.pages)
    found = [one for owner in owners for one in of_owner(showing, owner)]
    found += brought_by_data(showing.content)
    sources = {root / one.source for one in found}
    keep_only([file for file in sources if file.is_file()], Cache.of(root))
