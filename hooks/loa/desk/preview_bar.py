"""The officer's bar over each post in the preview: copy it, take its files, see what to mend."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from loa.apart import apart
from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.exports.kit.formats import FORMATS, Format, Subject
from loa.exports.kit.make import folder_names
from loa.exports.kit.one_format import subject_of
from loa.exports.kit.post_folder import MANIFEST, kept
from loa.model.posts import Post
from loa.plan.files import note_file
from loa.plan.question import kept_question, question
from loa.problems import ContentError

KIT = "kit"
COPY_PAGE = "noi-dung.html"


def office_files(
    showing: Showing,
) -> Iterator[tuple[str, Callable[[], bytes | Path], str]]:
    """Yield path, maker and source of the files of the preview; nothing in a public build."""
    if showing.edition.drafts:
        for post in showing.shown:
            for name in _names(showing, post):
                path = paths.office(post, name)
                yield path, partial(_file, post, name, showing), post.path


def office_bar(post: Post, showing: Showing) -> Meta | None:
    """Return the bar of a post; None in a public build."""
    if not showing.edition.drafts:
        return None
    names = _names(showing, post)
    return {
        "copy_url": paths.office(post, COPY_PAGE) if COPY_PAGE in names else "",
        "files": [
            {"title": name, "url": paths.office(post, name)}
            for name in names
            if name != COPY_PAGE and "anh/" not in name
        ],
        "why_none": "" if names else _why_none(post, showing),
        "problems": [] if showing.is_unfinished(post) else showing.problems_of(post),
    }


@question
def _folders(showing: Showing) -> dict[str, str]:
    return dict(folder_names(showing.published))


@question
def _folder(showing: Showing, post: Post) -> Path | None:
    """Return the folder of a post in the kit; None for one that has no kit."""
    name = _folders(showing).get(post.path)
    return showing.content.root / KIT / name if name else None


@question
def _quick(showing: Showing, post: Post) -> dict[str, bytes]:
    """Make what costs nothing, so that it is always as the post stands."""
    if _folder(showing, post) is None:
        return {}
    found: dict[str, bytes] = {}
    none: dict[str, bytes] = {}
    subject = apart(post.path, "bộ đăng", partial(subject_of, post, showing), None)
    for format in FORMATS if subject else ():
        assert subject is not None  # there is one
        if format.quick and format.can() and format.is_for(post):
            try:
                found |= apart(post.path, format.title, partial(_made, format, subject), none)
            except ContentError:
                continue  # told among the problems
    return found


def _made(format: Format, subject: Subject) -> dict[str, bytes]:
    return dict(format.make(subject))


@kept_question
def _names(showing: Showing, post: Post) -> tuple[str, ...]:
    """Return what is quick to make, and what the last run of the kit has made."""
    folder = _folder(showing, post)
    if folder is None:
        return ()
    note_file(showing.content.root, folder / MANIFEST)
    agreed = {format.title for format in FORMATS if format.is_for(post)}
    found = kept(folder)
    made = {
        name
        for name in found.files
        if found.formats.get(name) in agreed and (folder / name).is_file()
    }
    return tuple(sorted({*made, *_quick(showing, post)}))


def _file(post: Post, name: str, showing: Showing) -> bytes | Path:
    if (quick := _quick(showing, post).get(name)) is not None:
        return quick
    folder = _folder(showing, post)
    assert folder is not None  # its files were planned
    note_file(showing.content.root, folder / name)
    return folder / name


def _why_none(post: Post, showing: Showing) -> str:
    if post.sample:
        return "Bài mẫu không có bộ đăng."
    if showing.is_unfinished(post):
        return "Bài chưa đăng thì chưa có bộ đăng."
    return "Bài này chưa có bộ đăng."
