"""Names of files that every disk can hold, so that the site can be carried away on a stick."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from loa.ask import paths
from loa.ask.brought import brought_by, brought_by_data
from loa.ask.paths import Edition
from loa.check.pictures import files_of
from loa.check.prose import owners
from loa.disk.file_names import taken_for_one, why_unfit
from loa.media.attachments import attached
from loa.model.content import Content
from loa.problems import Problem

_CARRIED = Edition(directory_urls=False)


def names_fit_every_disk(content: Content, today: date) -> Iterator[Problem]:
    """Every file of the site can be copied to a stick or a phone under its own name."""
    for path, place in _names(content):
        if why := why_unfit(f"{paths.CARRIED_FOLDER}/{path}"):
            yield Problem(*place, f"tệp «{path}» không chép được ra USB: {why}; hãy đổi tên tệp")


def names_differ_by_more_than_case(content: Content, today: date) -> Iterator[Problem]:
    """No two files differ only in capital letters: a stick would keep one of them."""
    named = dict(_names(content))
    for path, other in taken_for_one(named):
        message = f"tệp «{path}» chỉ khác «{other}» ở chữ hoa; USB chỉ giữ được một, hãy đổi tên"
        yield Problem(*named[path], message)


Place = tuple[str, int]  # the file to mend and its line


def _names(content: Content) -> Iterable[tuple[str, Place]]:
    """Return what ``_named`` yields; content that is judged once is gone through once."""
    known: dict[str, list[tuple[str, Place]]] | None = getattr(content, "names", None)
    if known is None:
        return _named(content)
    if "all" not in known:
        known["all"] = list(_named(content))
    return known["all"]


def _named(content: Content) -> Iterator[tuple[str, Place]]:
    """Yield (path in the carried edition, where to mend it) of what people give names to."""
    for post in content.posts:
        yield _CARRIED.url(paths.post(post)), (post.path, 1)
        for key, file, _ in files_of(post):
            if source := attached(content.root, post.path, file):  # a lost one is told elsewhere
                line = post.line(f"{key}.file")
                # Two posts may spell one file in two ways.
                parts = source.parts[-len(PurePosixPath(file).parts) :]
                yield str(PurePosixPath(post.SECTION, *parts)), (post.path, line)
    for page in content.pages:
        yield _CARRIED.url(page.path.removeprefix("docs/")), (page.path, 1)
    brought = [one for owner in owners(content) for one in brought_by(content, owner)]
    for path, named in sorted(
        {(one.target, one.source) for one in (*brought, *brought_by_data(content))}
    ):
        yield path, (named, 1)
