"""The officer's bar over each post in the preview: copy it, take its files, see what to mend."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.exports.kit.formats import FORMATS
from loa.exports.kit.make import folder_names, subject_of
from loa.exports.kit.post_folder import kept
from loa.model.posts import Post
from loa.problems import ContentError

KIT = "kit"
COPY_PAGE = "noi-dung.html"

File = tuple[str, bytes | Path]


def office(showing: Showing) -> tuple[tuple[File, ...], Mapping[str, Meta]]:
    """Return the files of the preview and the bar of each post; nothing in a public build."""
    if not showing.edition.drafts:
        return (), {}
    files: list[File] = []
    bars: dict[str, Meta] = {}
    names = folder_names(showing.published)
    for post in showing.shown:
        own = dict(_files(post, names.get(post.path, ""), showing))
        files += own.items()
        bars[post.path] = _bar(post, own, showing)
    return tuple(files), bars


def _files(post: Post, name: str, showing: Showing) -> Iterator[File]:
    """Yield what is quick to make anew, and what the last run of the kit has made."""
    if not name:
        return
    folder = showing.content.root / KIT / name
    agreed = {format.title for format in FORMATS if format.is_for(post)}
    found = kept(folder)
    for file in found.files:
        if found.formats.get(file) in agreed and (folder / file).is_file():
            yield paths.office(post, file), folder / file
    subject = subject_of(post, showing)
    for format in FORMATS:
        if format.quick and format.can() and format.is_for(post):
            try:
                for file, data in format.make(subject):
                    yield paths.office(post, file), data
            except ContentError:
                continue  # told among the problems


def _bar(post: Post, files: Mapping[str, bytes | Path], showing: Showing) -> Meta:
    stem = paths.office(post, "")
    copy = stem + COPY_PAGE
    return {
        "copy_url": copy if copy in files else "",
        "files": [
            {"title": path.removeprefix(stem), "url": path}
            for path in sorted(files)
            if path != copy and "/anh/" not in path
        ],
        "why_none": "" if files else _why_none(post, showing),
        "problems": [] if showing.is_unfinished(post) else showing.problems_of(post),
    }


def _why_none(post: Post, showing: Showing) -> str:
    if post.sample:
        return "Bài mẫu không có bộ đăng."
    if showing.is_unfinished(post):
        return "Bài chưa đăng thì chưa có bộ đăng."
    return "Bài này chưa có bộ đăng."
