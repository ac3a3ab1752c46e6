"""The kit: for every published post, all that is needed to put it on the other channels.

Nothing of a draft, of a sample, or of anybody who did not agree to a channel is ever in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from loa.apart import KEPT, Failure, apart, collecting
from loa.ask import paths
from loa.ask.showing import Showing
from loa.disk import zips
from loa.exports.article.fingerprints import content_mark
from loa.exports.kit import one_format, post_folder
from loa.exports.kit.formats import FORMATS
from loa.exports.kit.memory import FORGETFUL, Memory
from loa.exports.kit.one_format import Files, subject_of
from loa.exports.kit.overview import Row, board
from loa.exports.kit.post_folder import Kept, kept
from loa.model.posts import Post
from loa.plan.digest import digest
from loa.plan.trace import Trace, tracing
from loa.problems import Problem

INDEX = "index.html"
ZIPS = "goi"
NEW_ZIP = "moi-tu-"


@dataclass(frozen=True)
class Made:
    """What a run has done: posts in the kit, those made anew, what there is to tell.

    What could not be made at all is among ``failures`` and told among the ``problems`` too.
    """

    posts: int
    anew: tuple[str, ...]
    problems: tuple[Problem, ...]
    new_zip: str
    failures: tuple[Failure, ...] = ()


class NoSuchPost(Exception):
    """A post was asked for that is not published; the text says so, in Vietnamese."""


def make_kit(
    showing: Showing,
    kit: Path,
    wanted: Sequence[str] = (),
    since: date | None = None,
    memory: Memory = FORGETFUL,
) -> Made:
    """Bring the kit up to date.

    Args:
        showing: what is published today.
        kit: the folder to write to; it may hold an older kit.
        wanted: ids, slugs or paths of the posts to make; all of them where empty.
        since: pack everything new since this day; the first of the month where none is given.
        memory: knows what is still as it would be made today.

    Raises:
        NoSuchPost: one of ``wanted`` is not among the published posts.
    """
    failures: list[Failure] = []
    with collecting(failures):
        made = _brought_up(showing, kit, wanted, since, memory)
    told = (failure.problem for failure in failures)
    return replace(made, problems=(*made.problems, *told), failures=tuple(failures))


def _brought_up(
    showing: Showing, kit: Path, wanted: Sequence[str], since: date | None, memory: Memory
) -> Made:
    names = folder_names(showing.published)
    chosen = [find_post(name, showing) for name in wanted] or list(showing.published)
    # Whoever took a channel back must not wait until the whole kit is made again.
    chosen += [
        post
        for post in showing.published
        if post not in chosen and _holds_too_much(post, kit / names[post.path])
    ]
    (kit / ZIPS).mkdir(parents=True, exist_ok=True)
    held = post_folder.remove_others(
        kit, {names[post.path]: post.id for post in showing.published}, ZIPS
    )
    problems = [
        Problem(f"{kit.name}/{name}", 1, "bài đã rút, chưa xóa được: tệp đang mở ở nơi khác")
        for name in held
    ]
    anew = []
    for post in chosen:
        folder = kit / names[post.path]
        told, made = _one(post, folder, showing, memory)
        problems += told
        if made:
            anew.append(post.path)
        problems += _pack(folder, post)
    since = since or showing.today.replace(day=1)
    new_zip, told = _pack_new(kit, names, showing, since)
    problems += told
    problems += _forget_zips(kit, {*names.values(), new_zip.removesuffix(".zip")})
    rows = [Row(post, kept(kit / names[post.path]), names[post.path]) for post in showing.published]
    page = apart(
        f"{kit.name}/{INDEX}",
        "bảng theo dõi",
        lambda: board(rows, showing, f"{ZIPS}/{new_zip}", since),
        "",
        KEPT,
    )
    if page and not post_folder.written(kit / INDEX, page.encode()):
        problems.append(_held(kit / INDEX, kit))
    return Made(len(names), tuple(anew), tuple(problems), new_zip)


def folder_names(posts: Iterable[Post]) -> Mapping[str, str]:
    """Return the folder of each post by its path; the id tells two posts of one name apart."""
    names: dict[str, str] = {}
    for post in posts:
        name = post.slug
        taken = name in names.values() or name == ZIPS or name.startswith(NEW_ZIP)
        names[post.path] = f"{name}-{post.id.lower()}" if taken else name
    return names


def find_post(name: str, showing: Showing) -> Post:
    """Return the published post of an id, a name or a path.

    Raises:
        NoSuchPost: there is none, or several; the text says what to write instead.
    """
    wanted = name.strip().replace("\\", "/").removeprefix("./")
    for post in showing.published:
        if wanted.upper() == post.id or f"/{wanted}".endswith(f"/{post.path}"):
            return post
    found = [post for post in showing.published if wanted == post.slug]
    if len(found) == 1:
        return found[0]
    if found:
        ids = "; ".join(f"{post.id} ({post.path})" for post in found)
        raise NoSuchPost(f"Có {len(found)} bài cùng tên «{name}»; hãy ghi mã bài: {ids}.")
    raise NoSuchPost(
        f"Không có bài «{name}» trong các bài đã đăng; hãy ghi mã bài hoặc đường dẫn tới tệp. "
        "Bài nháp, bài mẫu, bài đã rút không có bộ đăng."
    )


def _holds_too_much(post: Post, folder: Path) -> bool:
    """Say whether a folder holds files of a channel that nobody agrees to any more."""
    made = set(kept(folder).formats.values())
    return any(format.title in made and not format.is_for(post) for format in FORMATS)


def _held(path: Path, kit: Path) -> Problem:
    place = path.relative_to(kit.parent).as_posix()
    return Problem(place, 1, "không ghi được; tệp đang mở?")


def _one(post: Post, folder: Path, showing: Showing, memory: Memory) -> tuple[list[Problem], bool]:
    """Make the folder of a post where something changed; return what to tell, and if it was."""
    before = kept(folder)
    problems: list[Problem] = []
    files: dict[str, bytes | None] = {}  # None: it stays as it is
    formats: dict[str, str] = {}
    fresh: list[tuple[str, bytes, Trace]] = []
    anew = False
    # Without a mark the post can be read by no format: one message says so for all of them.
    mark = apart(post.path, "bộ đăng", partial(_mark_of, post, showing, memory, before), "")
    for format in FORMATS if mark else ():
        if not format.is_for(post):
            continue
        names = before.made_in(format.title)
        name = f"kit:{post.path}:{FORMATS.index(format)}"
        if before.files and memory.holds(name) and before.holds(names):
            made = Files(dict.fromkeys(names))
        elif format.can():
            with tracing() as trace:
                made = one_format.made(format, post, showing, before, mark)
            if made.sound:  # what went wrong is told again until it is mended
                fresh.append((name, digest(made.files), trace))
            anew = True
        else:
            made = one_format.without(format, post, before)
        problems += made.problems
        files.update(made.files)
        formats |= dict.fromkeys(made.files, format.title)
    told_before = (before.files.keys(), before.formats, before.content_mark)
    if not anew and told_before == (files.keys(), formats, mark):
        return problems, False
    manifest = {
        "id": post.id,
        "title": post.title,
        "url": showing.edition.absolute(paths.post(post)),
        "content_mark": mark,
        "formats": formats,
    }
    held = post_folder.write(folder, files, manifest)
    if not held:  # a file that was open elsewhere still is the one of an earlier run
        for name, made_mark, trace in fresh:
            memory.remember(name, made_mark, trace)
    return [*problems, *(_held(folder / name, folder.parent) for name in held)], True


def _mark_of(post: Post, showing: Showing, memory: Memory, before: Kept) -> str:
    name = f"kit:{post.path}:mark"
    if memory.holds(name) and before.content_mark:
        return before.content_mark
    with tracing() as trace:
        subject = subject_of(post, showing)
        mark = content_mark(subject.article, subject.photos)
    memory.remember(name, mark.encode(), trace)
    return mark


# --- zips ----------------------------------------------------------------------------------------


def _pack(folder: Path, post: Post) -> list[Problem]:
    found = kept(folder)
    target = folder.parent / ZIPS / f"{folder.name}.zip"
    if found.mark and zips.mark_of(target) != found.mark:
        names = [*found.files, post_folder.MANIFEST]
        files = ((f"{folder.name}/{name}", folder / name) for name in names)
        return _packed(target, files, post.last_change, found.mark)
    return []


def _packed(target: Path, files: Iterable[tuple[str, Path]], day: date, mark: str) -> list[Problem]:
    try:
        zips.pack(target, files, day, mark)
    except OSError:
        return [_held(target, target.parent.parent)]
    return []


def _pack_new(
    kit: Path, names: Mapping[str, str], showing: Showing, since: date
) -> tuple[str, list[Problem]]:
    """Pack every post that is new or changed since a day; return the name of the zip."""
    new = [post for post in showing.published if post.last_change >= since]
    folders = [kept(kit / names[post.path]) for post in new]
    mark = "-".join(folder.mark[:8] for folder in folders)[:60_000] or "trong"
    target = kit / ZIPS / f"{NEW_ZIP}{since.isoformat()}.zip"
    if zips.mark_of(target) != mark:
        files = (
            (f"{folder.folder.name}/{name}", folder.folder / name)
            for folder in folders
            if folder.mark
            for name in (*folder.files, post_folder.MANIFEST)
        )
        return target.name, _packed(target, files, since, mark)
    return target.name, []


def _forget_zips(kit: Path, wanted: set[str]) -> list[Problem]:
    """Take away the zips of other posts and days, and what a run that was stopped has begun."""
    problems = []
    for file in sorted((kit / ZIPS).glob("*.zip*")):
        if (file.suffix != ".zip" or file.stem not in wanted) and not post_folder.removed(file):
            problems.append(Problem(f"{kit.name}/{ZIPS}/{file.name}", 1, "chưa xóa được; đang mở?"))
    return problems
